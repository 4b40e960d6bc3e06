// The time of a check grows linearly with a payload: no pattern backtracks.

import assert from "node:assert/strict";
import { test } from "node:test";

import { stream } from "liveschema";

const WEBHOOK = { title: "Run", type: "webhook", url: "https://ci.example.com/run" };
const OPEN = { title: "Open", type: "open_url", url: "https://example.com/" };
const ALERT = { title: "Deploy", type: "alert", message: "Done" };

const PAYLOADS = {
  "a symbol without an end": (n) => ({ content_state: { ...ALERT, icon: { symbol: "a.".repeat(n) + "!" } } }),
  "a symbol of one part": (n) => ({ content_state: { ...ALERT, icon: { symbol: "a".repeat(n) + "!" } } }),
  "a shortcut without a name": (n) => ({ action: { ...OPEN, url: "shortcuts://run-shortcut?" + "&name=".repeat(n) } }),
  "a shortcut of ampersands": (n) => ({ action: { ...OPEN, url: "shortcuts://run-shortcut?" + "&".repeat(n) } }),
  "a URL that ends with a space": (n) => ({ action: { ...WEBHOOK, url: "https://a" + "/".repeat(n) + " " } }),
  "a title of spaces": (n) => ({ content_state: { ...ALERT, title: " ".repeat(n) + "\u00e9" } }),
  "a tag of pairs of surrogates": (n) => ({ tags: ["💡".repeat(n)] }),
  "a title of lone surrogates": (n) => ({ content_state: { ...ALERT, title: "\ud800".repeat(n) } }),
  "many unknown fields": (n) => Object.fromEntries(Array.from({ length: n }, (_, index) => [`key${index}`, 1])),
  "many tags": (n) => ({ tags: Array(n).fill(1) }),
  "many channels": (n) => ({
    channels: Array.from({ length: n }, (_, index) => `c${index}`),
    target: { channels: ["c"] },
  }),
  "metadata with many entries": (n) => ({
    metadata: Object.fromEntries(Array.from({ length: n }, (_, k) => [`k${k}`, "x"])),
  }),
  "a long body": (n) => ({ action: { ...WEBHOOK, body: { list: Array(n).fill("x") } } }),
  "many errors in a body": (n) => ({ action: { ...WEBHOOK, body: { list: Array(n).fill(NaN) } } }),
};

function seconds(payload) {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    // The time of this process, which does not depend on what else the machine does.
    const start = process.cpuUsage();
    stream.check(payload);
    stream.isValid(payload);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

for (const [name, made] of Object.entries(PAYLOADS)) {
  test(`${name} takes linear time`, () => {
    const [small, large] = [4_000, 128_000].map((n) => seconds({ content_state: ALERT, ...made(n) }));
    // 32 times as much may take 256 times as long, since large objects are slower to read; quadratic time is 1,024.
    assert.ok(large < 256 * Math.max(small, 1e-4), `${small} s, then ${large} s`);
  });
}
