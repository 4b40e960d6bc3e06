// The sentences that people read are those of the Python package, with a few that are shorter here.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { check, update } from "liveschema";

const FIXTURES = new URL("../../../tests/fixtures/", import.meta.url);

/** What is said in other words here, as patterns for both; sizes, for example, are not counted to the end. */
const OTHER_WORDS = [
  / has no effect here and should be left out: .*| has an effect on .*| should be left out if it is unset, .*/,
  /(?<=compact UTF-8 JSON, got )(?:more|[\d,]+)$/,
  /(?<=a string, a number)(?: or |, )(?=true or false)/,
  /(?<=got )(?:Infinity|an integer of about 401 digits)$/,
  /(?<=no activity type has all these fields: ).*/,
  /(?<=, got \d+)\.0$/,
  /\u2003|\\u2003/g,
];

function comparable(message) {
  return OTHER_WORDS.reduce((text, words) => text.replace(words, ""), message);
}

test("the messages about the fixtures are those of Python", () => {
  const ours = [];
  const theirs = [];
  for (const name of readdirSync(FIXTURES, { recursive: true })) {
    if (!/^(?:invalid|warnings)\b.*\.json$/.test(name)) continue;
    const fixture = JSON.parse(readFileSync(new URL(name.replaceAll("\\", "/"), FIXTURES), "utf8"));
    const { payload, operation, activity_type: activityType, enable, problems } = fixture;
    ours.push(
      ...check(payload, operation, { activityType, enable }).map((each) => `${name}: ${comparable(each.message)}`),
    );
    theirs.push(...problems.map((each) => `${name}: ${comparable(each.message)}`));
  }
  assert.ok(ours.length > 300);
  assert.deepEqual(ours, theirs);
});

function messages(members) {
  const payload = { activity_id: "act_1", content_state: { title: "x", percentage: 1 }, ...members };
  return update.check(payload).map(({ message }) => message);
}

for (const [value, label] of [
  [new Date(0), "a Date"],
  [new Map(), "a Map"],
  [new (class Title {})(), "an instance of Title"],
  [new (class extends (class Title {}) {})(), "an object"],
  [Object.assign(new (class Title {})(), { constructor: "x" }), "an instance of Title"],
  [Object.create(Object.create(Object.create(null))), "an object"],
  [Object.create(null), "an object"],
  [new Error("x"), "an Error"],
  [{ [Symbol.toStringTag]: "x\ny" }, 'a "x\\ny"'],
  [{ toJSON: () => 1 }, "an object with a method toJSON"],
  [1n, "a bigint"],
  [() => 1, "a function"],
  [Symbol("x"), "a symbol"],
  [null, "null"],
  [{}, "an object"],
  [[], "an empty list"],
  [[1], "a list"],
  [true, "true"],
  [1.5, "1.5"],
]) {
  test(`a message calls it ${label}`, () => {
    assert.deepEqual(messages({ activity_id: value }), [`activity_id must be a string, got ${label}`]);
  });
}

test("a message shows the beginning of a long string, on one line", () => {
  const shown = `"${"x".repeat(40)}…"`;
  assert.deepEqual(
    messages({ alarm: 1, metadata: "x".repeat(41) }),
    [`metadata must be an object, got the string ${shown}`, "the request has no field alarm"].reverse(),
  );
  assert.deepEqual(messages({ ["x".repeat(41)]: 1 }), [`the request has no field ${shown}`]);
  assert.deepEqual(messages({ "a\nb": 1 }), ['the request has no field "a\\nb"']);
  assert.deepEqual(messages({ tags: "" }), ["tags must be a list of tags, got an empty string"]);
});

test("a message about channels shows five of them", () => {
  const channels = ["a", "b", "c", "d", "e", "f g", "h"];
  const payload = { content_state: { title: "x", type: "value", value: 1 }, channels, target: { channels: ["a b"] } };
  assert.deepEqual(
    check(payload, "stream").map(({ message }) => message),
    ['channels must name the same channels as target.channels ("a b"), got a, b, c, d, e and 2 more'],
  );
});

test("a message about a second button says which types have one", () => {
  const button = { type: "open_url", title: "Open", url: "https://example.com/" };
  const state = { title: "x", type: "timer" };
  assert.deepEqual(messages({ content_state: state, action: button, secondary_action: button }), [
    "secondary_action belongs to segmented_progress, progress, alert and value activities; this one is timer",
  ]);
});

test("a message about fields of different types says whose they are", () => {
  assert.deepEqual(messages({ content_state: { title: "x", message: "x", metrics: [{ label: "x", value: 1 }] } }), [
    "no activity type has all these fields: message is for alert; metrics is for metrics and stats",
  ]);
});

test("a state with a wrong type is read by the rules of the only type that has its fields", () => {
  const rules = (content_state) =>
    update.check({ activity_id: "act_1", content_state }).map(({ rule, pointer }) => `${rule} ${pointer}`);
  assert.deepEqual(rules({ title: "x", type: "bad", percentage: 200 }), [
    "unknown-type /content_state/type",
    "out-of-range /content_state/percentage",
  ]);
  assert.deepEqual(rules({ title: "x", type: "bad", metrics: [] }), ["unknown-type /content_state/type"]);
});
