// The package works in a browser whose content security policy allows no code from strings.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";

const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
const PAGE = '<!doctype html><script type="module" src="/page.js"></script>';

const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
const skip = executablePath === undefined && "no Chromium is installed";

/** What the page does: it judges the vectors, and tries what the policy forbids. */
const SCRIPT = `
import { check } from "liveschema";
const vectors = await (await fetch("/vectors.json")).json();
const judged = vectors.map(({ payload, operation, activity_type: activityType, enable }) =>
  check(payload, operation, { activityType, enable }).map(({ rule, severity, pointer }) => ({ rule, severity, pointer })));
let evaluated = true;
try {
  new Function("return 1")();
} catch {
  evaluated = false;
}
globalThis.result = { judged, evaluated };
`;

function bundle() {
  const stdin = { contents: SCRIPT, resolveDir: fileURLToPath(new URL(".", import.meta.url)) };
  const options = { bundle: true, minify: true, format: "esm", target: "es2022", write: false, stdin };
  return buildSync(options).outputFiles[0].text;
}

test("it judges the vectors in Chromium under a strict content security policy", { skip }, async () => {
  const { chromium } = await import("playwright-core");
  const vectors = readFileSync(new URL("../../../schemas/vectors.json", import.meta.url), "utf8");
  const files = {
    "/": ["text/html", PAGE],
    "/page.js": ["text/javascript", bundle()],
    "/vectors.json": ["application/json", vectors],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url] ?? ["text/plain", ""];
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const handle = await page.waitForFunction(() => globalThis.result, undefined, { timeout: 60_000 });
    const { judged, evaluated } = await handle.jsonValue();
    assert.deepEqual(errors, []);
    assert.equal(evaluated, false, "the policy is in force");
    assert.deepEqual(
      judged,
      JSON.parse(vectors).map(({ problems }) => problems),
    );
  } finally {
    await browser.close();
    server.close();
  }
});
