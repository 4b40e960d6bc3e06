// Measures how long the playground takes to start and to check a text, and prints the medians as JSON.

import { address, answered, executablePath, launch } from "./browser.js";

const STARTS = 7;
const CHECKS = 101;
const STATE = { title: "Nightly backup", type: "progress", percentage: 37 };
const VALID = { activity_id: "act_7", content_state: STATE };
const BROKEN = { activity_id: "act_7", content_state: { ...STATE, percentage: "37", colour: "blue" } };

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

async function startOf(page) {
  const before = performance.now();
  await page.goto(address);
  await answered(page);
  return performance.now() - before;
}

/** Ask a worker one question again and again, and return how long each answer took. */
async function checks(page, payload, form = "json") {
  const text = form === "json" ? JSON.stringify(payload, undefined, 2) : payload;
  const question = { text, form, operation: "update" };
  return page.evaluate(async ([asked, count]) => {
    const worker = new Worker("worker.js", { type: "module" });
    const taken = [];
    return new Promise((resolve) => {
      worker.onmessage = ({ data: { kind, milliseconds } }) => {
        if (kind === "report") taken.push(milliseconds);
        else if (kind !== "ready") return;
        if (taken.length < count) worker.postMessage(asked);
        else resolve(taken);
      };
    });
  }, [question, CHECKS]);
}

if (executablePath === undefined) throw new Error("no Chromium is installed");
const browser = await launch();
const [first, again] = [[], []];
for (let count = 0; count < STARTS; count += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  first.push(await startOf(page));
  again.push(await startOf(page));
  await context.close();
}
const page = await browser.newPage();
await startOf(page);
const yaml = `activity_id: act_7\ncontent_state:\n${Object.entries(STATE).map(([key, value]) => `  ${key}: ${value}\n`).join("")}`;
const times = {
  "from the address to the first report, with nothing in the cache": median(first),
  "the same when all is in the browser's cache": median(again),
  "a valid payload in JSON, with both pictures of its card": median(await checks(page, VALID)),
  "one with two mistakes, their fixes and the pictures": median(await checks(page, BROKEN)),
  "a valid payload in YAML, with the pictures": median(await checks(page, yaml, "yaml")),
};
console.log(JSON.stringify({ browser: `Chromium ${browser.version()}`, times }));
await browser.close();
