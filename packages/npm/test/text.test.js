// Sizes and lengths of texts are those of the platform.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lengthOf } from "../dist/esm/engine/scalars.js";
import { compactSize } from "../dist/esm/engine/size.js";

const PIECES = [
  "a",
  "é",
  "€",
  "💡",
  '"',
  "\\",
  "\b",
  "\n",
  "\r",
  "\t",
  "\f",
  "\0",
  "\x1f",
  " ",
  "\x7f",
  "\x80",
  "\u07ff",
  "\u0800",
];
const VALUES = [
  null,
  true,
  false,
  0,
  -0,
  1.5,
  1e21,
  1e-7,
  -123456,
  "",
  [],
  {},
  [1],
  [1, "é"],
  { é: [null] },
  [[], {}, [{}]],
];

/** All texts of up to three of the pieces. */
function* texts() {
  for (const first of PIECES) {
    yield first;
    for (const second of PIECES) {
      yield first + second;
      for (const third of PIECES) yield first + second + third;
    }
  }
}

function bytes(value) {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

test("the size of a value is that of its JSON in UTF-8", () => {
  for (const text of texts()) {
    assert.equal(compactSize(text, Infinity), bytes(text), JSON.stringify(text));
    assert.equal(compactSize({ [text]: 1 }, Infinity), bytes({ [text]: 1 }), JSON.stringify(text));
  }
  for (const first of VALUES) {
    assert.equal(compactSize(first, Infinity), bytes(first));
    for (const second of VALUES) {
      const both = { first, second, gone: undefined, list: [first, second] };
      assert.equal(compactSize(both, Infinity), bytes(both));
    }
  }
});

test("a size is right up to what is of interest, and greater beyond it", () => {
  for (const value of [
    "x".repeat(20),
    "é".repeat(9),
    Array(9).fill(1),
    { a: "x", b: "y", c: [1, 2] },
    { "": "\n\n\n\n" },
  ]) {
    const size = bytes(value);
    assert.equal(compactSize(value, size), size);
    for (let most = 0; most < size; most++) assert.ok(compactSize(value, most) > most);
  }
});

test("the length of a text is the number of its code points", () => {
  for (const text of [...texts(), "\ud83d", "\udca1", "\udca1\ud83d", "\ud83d\ud83d\udca1\udca1"]) {
    assert.equal(lengthOf(text), [...text].length, JSON.stringify(text));
  }
});
