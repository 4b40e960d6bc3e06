// The playground in a browser: what it shows, what it does, and that it is alone with its own files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { address, answered, executablePath, launch } from "../scripts/browser.js";

const skip = executablePath === undefined && "no Chromium is installed";
const AXE = new URL("../node_modules/axe-core/axe.min.js", import.meta.url);
const MISSPELT = '{"activity_id": "act_7", "content_state": {"title": "Backup 🗄️😀", "type": "progress", "percentge": 42}}';
const MENDED = MISSPELT.replace("percentge", "percentage");
const WARNED = '{"content_state": {"title": "EV charging", "percentage": 62}}';
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

let browser;
/** What the pages of a test did that they should not do. */
let wrong = [];

before(async () => {
  if (!skip) browser = await launch();
});
after(() => browser?.close());
afterEach(() => assert.deepEqual(wrong.splice(0), []));

/** Open the playground, and note each message in its console and each request to another place. */
async function opened({ fragment = "", prepare = async () => {}, mayFail = false, ...options } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) wrong.push(request.url());
  });
  page.on("dialog", (dialog) => wrong.push(dialog.message()));
  if (!mayFail) {
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("response", (response) => response.ok() || wrong.push(`${response.url()}: ${response.status()}`));
  }
  await prepare(page);
  await page.goto(`${address}${fragment}`);
  return page;
}

let usual;

/** Return a page that tests share, with a text in its field. */
async function pageWith(text) {
  usual ??= await opened();
  await answered(usual);
  await usual.evaluate(() => history.replaceState(null, "", location.pathname));
  await usual.locator("#operation").selectOption("");
  await usual.locator("#form").selectOption("");
  await usual.locator("#text").fill(text);
  return usual;
}

/** Choose an example, and wait for its report. */
async function choose(page, index) {
  await page.locator("#text").fill("");
  await hasVerdict(page, "Nothing to check");
  await page.locator("#example").selectOption(String(index));
  await page.waitForFunction(() => document.querySelector("#detail").textContent !== "");
}

const verdictOf = (page) => page.locator("#verdict").textContent();
const marksOf = (page) => page.locator("#mirror mark").allTextContents();
const textOf = (page) => page.locator("#text").inputValue();

async function hasVerdict(page, words) {
  await page.waitForFunction((expected) => document.querySelector("#verdict").textContent === expected, words);
}

/** Return what goes beyond the width of the page. */
const tooWide = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((each) => each.tagName + each.id),
  );

test("it shows an example with its problems, their marks and the card", { skip }, async () => {
  const page = (usual = await opened());
  await answered(page);
  assert.equal(await verdictOf(page), "2 errors");
  assert.deepEqual(await marksOf(page), ['"progres"', '"37"']);
  assert.equal(await page.locator("#problems li").count(), 2);
  assert.match(await page.locator("#card-light").getAttribute("alt"), /^Live Activity: /);
  assert.equal(await page.locator("#problems .rule").first().getAttribute("href"), "../rules/unknown-type/");
  assert.equal(await page.locator("#loading").isVisible(), false);
});

test("a mistake that is typed is marked, its fix mends it, and the card changes", { skip }, async () => {
  const page = await pageWith("");
  await hasVerdict(page, "Nothing to check");
  await page.locator("#text").pressSequentially(MISSPELT);
  await hasVerdict(page, "2 errors");
  assert.deepEqual(await marksOf(page), ["{", '"percentge"']);
  assert.equal(await page.locator("#problems .message").last().textContent(), "content_state has no field percentge");
  assert.equal(await page.locator("#problems .hint").last().textContent(), "did you mean percentage?");
  const picture = await page.locator("#card-dark").getAttribute("src");
  await page.getByRole("button", { name: "Fix: rename percentge to percentage" }).click();
  await hasVerdict(page, "Valid for update or end");
  assert.equal(await textOf(page), MENDED);
  assert.deepEqual(await marksOf(page), []);
  assert.equal(await page.locator("#card-light").getAttribute("alt"), "Live Activity: Backup 🗄️😀: progress 42%");
  assert.notEqual(await page.locator("#card-dark").getAttribute("src"), picture);
});

test("undo takes back a fix as one step, and redo makes it again", { skip }, async () => {
  const text = MISSPELT.replace("42", '"42"');
  const page = await pageWith(text);
  await hasVerdict(page, "2 errors");
  await page.getByRole("button", { name: "Fix all", exact: true }).click();
  await hasVerdict(page, "Valid for update or end");
  await page.locator("#text").press("Control+z");
  await hasVerdict(page, "2 errors");
  assert.equal(await textOf(page), text);
  await page.locator("#text").press("Control+Shift+z");
  await hasVerdict(page, "Valid for update or end");
});

test("an operation and a format can be chosen", { skip }, async () => {
  const page = await pageWith(MENDED);
  await hasVerdict(page, "Valid for update or end");
  await page.locator("#operation").selectOption("start");
  await hasVerdict(page, "1 error");
  await page.locator("#operation").selectOption("end");
  await hasVerdict(page, "Valid for end");
  await page.locator("#form").selectOption("yaml");
  await page.waitForFunction(() => document.querySelector("#detail").textContent.startsWith("YAML"));
});

test("a payload with a warning is valid, and the warning is shown", { skip }, async () => {
  const page = await pageWith(WARNED);
  await page.locator("#operation").selectOption("stream");
  await hasVerdict(page, "Valid for stream, 1 warning");
  assert.equal(await page.locator("#mirror mark.warning").textContent(), "{");
  assert.equal(await page.locator("#text").getAttribute("aria-invalid"), "false");
});

test("each example can be chosen, and those that should be valid are", { skip }, async () => {
  const page = await pageWith("");
  const { examples } = await (await page.request.get(`${address}data.json`)).json();
  for (const [index, { text, form, operation, group }] of examples.entries()) {
    await page.locator("#example").selectOption(String(index));
    assert.equal(await textOf(page), text);
    const expected = group.startsWith("Valid") ? new RegExp(`^Valid for ${operation}`) : /./;
    await page.waitForFunction(
      ([start, pattern]) =>
        document.querySelector("#detail").textContent.startsWith(start) &&
        new RegExp(pattern).test(document.querySelector("#verdict").textContent),
      [form.toUpperCase(), expected.source],
    );
    assert.equal(await page.locator("#example").inputValue(), String(index));
  }
});

test("a link carries the text, the format and the operation", { skip }, async () => {
  const text = 'content_state:\n  title: "Grüße 😀"\n  type: progress\n  percentge: 3\n';
  const page = await pageWith(text);
  await page.locator("#form").selectOption("yaml");
  await page.locator("#operation").selectOption("update");
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(() => location.hash !== "");
  const fragment = new URL(page.url()).hash;
  const other = await opened({ fragment });
  await answered(other);
  assert.equal(await textOf(other), text);
  assert.equal(await other.locator("#example").inputValue(), "");
  assert.equal(await other.locator("#form").inputValue(), "yaml");
  assert.equal(await other.locator("#operation").inputValue(), "update");
  assert.deepEqual(await marksOf(other), await marksOf(page));
  await other.evaluate((hash) => (location.hash = hash), fragment.replace("operation=update", "operation=end"));
  await other.waitForFunction(() => document.querySelector("#operation").value === "end");
});

test("a hostile link is only text", { skip }, async () => {
  const hostile = '</textarea><img src=x onerror="alert(1)"><script>alert(2)</script>';
  const page = await pageWith(hostile);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(() => location.hash !== "");
  const { hash } = new URL(page.url());
  const other = await opened({ fragment: `${hash}&form=constructor&operation=__proto__&text=again` });
  await answered(other);
  assert.equal(await textOf(other), hostile);
  assert.equal(await other.locator("#operation").inputValue(), "");
  assert.equal(await other.locator("main img[src=x], main script").count(), 0);
});

test("a damaged or endless link is refused", { skip }, async () => {
  const bomb = await new Response(
    new Blob([new Uint8Array(50_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw")),
  ).arrayBuffer();
  for (const code of ["%25%25", "AAAA", "____", Buffer.from(bomb).toString("base64url")]) {
    const page = await opened({ fragment: `#text=${code}` });
    await page.getByRole("alert").filter({ hasText: "damaged or too long" }).waitFor();
    assert.equal(await textOf(page), "");
    await page.close();
  }
});

test("everything can be done with the keyboard alone", { skip }, async () => {
  const page = await opened();
  await answered(page);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  const order = [""];
  while (order.at(-1) !== "text") {
    await page.keyboard.press("Tab");
    order.push(await focused());
  }
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "fix-all", "the text field lets the focus go");
  assert.deepEqual(order.slice(1, 4), ["liveschema", "Documentation", "Rules"]);
  assert.deepEqual(order.slice(4).filter((each) => each !== "scroller"), ["example", "form", "operation", "share", "text"]);
  await page.locator("#text").focus();
  await page.keyboard.press("F8");
  const selected = () => page.evaluate(() => String(document.querySelector("#text").value).slice(document.querySelector("#text").selectionStart, document.querySelector("#text").selectionEnd));
  assert.equal(await selected(), '"progres"');
  await page.keyboard.press("F8");
  assert.equal(await selected(), '"37"');
  await page.keyboard.press("Shift+F8");
  assert.equal(await selected(), '"progres"');
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.querySelector("#verdict").textContent.startsWith("Valid"));
});

test("the focus goes on to the next problem after a fix", { skip }, async () => {
  const page = await pageWith("");
  await choose(page, 0);
  await page.getByRole("button", { name: /^Fix: write "progress"/ }).press("Enter");
  await hasVerdict(page, "1 error");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Line \d+, column \d+$/);
  await page.getByRole("button", { name: /^Fix: write 37/ }).press("Enter");
  await page.waitForFunction(() => document.querySelector("#verdict").textContent.startsWith("Valid"));
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
});

test("the place of a problem leads to its characters", { skip }, async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `  "a${index}": 1`).join(",\n");
  const page = await pageWith(`{\n${lines}\n}`);
  await page.waitForFunction(() => document.querySelectorAll("#problems li").length > 0);
  await page.locator("#text").fill(`{"content_state": {"title": "x", "type": "timer",\n${"\n".repeat(100)}"nonsense": 1}}`);
  await page.locator("#problems .place").last().click();
  await page.waitForFunction(() => document.querySelector("#scroller").scrollTop > 500);
  const { selectionStart, value } = await page.locator("#text").evaluate(({ selectionStart, value }) => ({ selectionStart, value }));
  assert.equal(value.slice(selectionStart, selectionStart + 10), '"nonsense"');
});

test("a text that cannot be read keeps the last card, which is said", { skip }, async () => {
  const page = await pageWith(MENDED);
  await hasVerdict(page, "Valid for update or end");
  const picture = await page.locator("#card-light").getAttribute("src");
  await page.locator("#text").press("Control+End");
  await page.locator("#text").press("Backspace");
  await hasVerdict(page, "1 error");
  assert.equal(await page.locator("#card-light").getAttribute("src"), picture);
  assert.equal(await page.locator("#stale").isVisible(), true);
  assert.equal((await marksOf(page)).length, 1);
});

test("the layer with the marks breaks lines as the text field does", { skip }, async () => {
  const odd = `${"word ".repeat(90)}\n\n\t\ttabs\ttabs\n${"x".repeat(400)}\n${"😀".repeat(90)}\n  ends with spaces   \n${" ".repeat(200)}\n漢字${"かな".repeat(80)}\n`;
  const page = await pageWith(odd);
  for (const size of [page.viewportSize(), PHONE.viewport]) {
    await page.setViewportSize(size);
    await page.waitForFunction(() => document.querySelector("#mirror").children.length === 9);
    const [field, mirror] = await page.evaluate(() => {
      const area = document.querySelector("#text");
      area.style.height = "0";
      const heights = [area.scrollHeight, document.querySelector("#mirror").offsetHeight];
      area.style.height = "";
      return heights;
    });
    assert.ok(Math.abs(field - mirror) <= 2, `${field} and ${mirror}`);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
});

test("a phone needs no scrolling to the side", { skip }, async () => {
  const page = await opened(PHONE);
  await answered(page);
  await page.locator("#text").fill(`{"${"long".repeat(100)}": "${"x".repeat(500)}", "content_state": 1}`);
  await page.waitForFunction(() => document.querySelectorAll("#problems li").length > 0);
  assert.deepEqual(await tooWide(page), []);
  const boxes = await page.evaluate(() => ["text", "problems", "card-light"].map((id) => document.getElementById(id).getBoundingClientRect().top));
  assert.deepEqual([...boxes].sort((one, other) => one - other), boxes);
  await page.setViewportSize({ width: 320, height: 568 });
  assert.deepEqual(await tooWide(page), []);
});

test("it has no fault in accessibility, light or dark, with and without problems", { skip }, async () => {
  const page = await pageWith("");
  await page.evaluate(readFileSync(AXE, "utf8"));
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const shown of [0, 1, 10, WARNED]) {
      if (typeof shown === "number") await choose(page, shown);
      else {
        await page.locator("#operation").selectOption("stream");
        await page.locator("#text").fill(shown);
        await hasVerdict(page, "Valid for stream, 1 warning");
      }
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
    }
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(dark, colorScheme === "dark" ? "rgb(16, 23, 31)" : "rgb(245, 247, 249)");
  }
  await page.emulateMedia({ colorScheme: "light" });
});

test("a text that stops Python is survived", { skip }, async () => {
  const page = await opened({ mayFail: true });
  await answered(page);
  await page.locator("#text").fill("[".repeat(90_000));
  await page.getByRole("alert").filter({ hasText: "has stopped the checker" }).waitFor();
  await page.waitForFunction(() => document.documentElement.dataset.state === "ready");
  await page.locator("#operation").selectOption("update");
  await page.locator("#text").fill(MENDED);
  await hasVerdict(page, "Valid for update");
  assert.equal(await page.getByRole("alert").isVisible(), false);
});

test("of very many problems the first are listed, and the rest is counted", { skip }, async () => {
  const fields = Array.from({ length: 1000 }, (_, index) => `"a${index}": 1`);
  const page = await pageWith(`{"activity_id": "act_7", "content_state": {"title": "x", "type": "alert", ${fields}}}`);
  await page.waitForFunction(() => document.querySelector("#verdict").textContent.endsWith(" errors"));
  assert.equal(await page.locator("#problems li .place").count(), 100);
  assert.match(await page.locator("#problems li").last().textContent(), /^And 90\d more\./);
});

test("a text that is too long is not checked, which is said", { skip }, async () => {
  const page = await pageWith(" ".repeat(100_000) + MENDED);
  await page.getByRole("alert").filter({ hasText: "longer than 100,000 characters" }).waitFor();
  await page.locator("#text").fill(MENDED);
  await hasVerdict(page, "Valid for update or end");
  assert.equal(await page.getByRole("alert").isVisible(), false);
});

test("it says so if a part cannot be loaded", { skip }, async () => {
  for (const part of ["pyodide/pyodide.asm.wasm", "pyodide/python_stdlib.zip", "library.zip", "worker.js"]) {
    const page = await opened({ mayFail: true, prepare: (each) => each.route(`**/${part}`, (route) => route.abort()) });
    await page.getByRole("alert").filter({ hasText: "could not be started" }).waitFor();
    assert.equal(await page.locator("#loading").isVisible(), false);
    await page.close();
  }
  const prepare = (page) => page.route("**/data.json", (route) => route.abort());
  const page = await opened({ mayFail: true, prepare });
  await page.getByRole("alert").filter({ hasText: "The examples could not be loaded" }).waitFor();
});

test("it says what a browser lacks", { skip }, async () => {
  const prepare = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
  const page = await opened({ prepare });
  await page.getByRole("alert").filter({ hasText: "needs WebAssembly" }).waitFor();
  assert.equal(await page.locator("#loading").isVisible(), false);
});

test("it says that it cannot run from a file", { skip }, async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(`${process.env.FOLDER}/index.html`).href);
  await page.getByRole("alert").filter({ hasText: "cannot run from a file" }).waitFor();
});

test("it starts where a worker can have no script of its own", { skip }, async () => {
  const prepare = (page) =>
    page.addInitScript(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        const made = createObjectURL(blob);
        URL.revokeObjectURL(made);
        return made;
      };
    });
  const page = await opened({ prepare, mayFail: true });
  await answered(page);
  assert.equal(await verdictOf(page), "2 errors");
});

test("its policy lets neither the page nor the worker ask another server or run text as code", { skip }, async () => {
  const page = await opened({ mayFail: true });
  await answered(page);
  const tried = await page.evaluate(async () => {
    const script = `
      let evaluated = true;
      try { new Function("return 1")(); } catch { evaluated = false; }
      fetch("https://example.com/").then(() => "sent", () => "refused").then((sent) => postMessage({ evaluated, sent }));`;
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), { type: "module" });
    return new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
  });
  assert.deepEqual(tried, { evaluated: false, sent: "refused" });
});

test("the browser reports exactly what Python reports", { skip }, async () => {
  const page = await pageWith("");
  const expected = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));
  const answers = await page.evaluate(async (questions) => {
    const worker = new Worker("worker.js", { type: "module" });
    const told = [];
    return new Promise((resolve) => {
      worker.onmessage = ({ data: { kind, report } }) => {
        if (kind === "report") told.push(report);
        else if (kind !== "ready") return;
        if (told.length === questions.length) resolve(told);
        else worker.postMessage(questions[told.length]);
      };
    });
  }, expected.map(({ text, form, operation }) => ({ text, form, operation })));
  assert.ok(answers.length > 500);
  expected.forEach(({ report, text }, index) => assert.deepEqual(JSON.parse(answers[index]), report, text));
});
