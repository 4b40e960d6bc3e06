// The package reports what the Python package reports: each rule, severity and pointer, in the same order.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { check, isValid } from "liveschema";

import { RULE_IDS } from "../dist/esm/generated/vocabulary.js";

const ROOT = new URL("../../../", import.meta.url);
const VERDICTS = ["invalid", "valid", "warnings"];

function judged({ payload, operation, activity_type: activityType, enable }) {
  return check(payload, operation, { activityType, enable }).map(({ rule, severity, pointer }) => ({
    rule,
    severity,
    pointer,
  }));
}

function agrees(vector) {
  const expected = vector.problems.map(({ rule, severity, pointer }) => ({ rule, severity, pointer }));
  assert.deepEqual(judged(vector), expected, JSON.stringify(vector).slice(0, 2000));
  const { payload, operation, activity_type: activityType } = vector;
  assert.equal(isValid(payload, operation, { activityType }), !expected.some((each) => each.severity === "error"));
}

test("all vectors are judged as the file says", () => {
  const vectors = JSON.parse(readFileSync(new URL("schemas/vectors.json", ROOT), "utf8"));
  assert.ok(vectors.length > 1000);
  vectors.forEach(agrees);
});

for (const verdict of VERDICTS) {
  test(`all fixtures of payloads are judged as their files say: ${verdict}`, () => {
    const folder = new URL(`tests/fixtures/${verdict}/`, ROOT);
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json"));
    assert.ok(files.length > 20);
    for (const name of files) agrees({ problems: [], ...JSON.parse(readFileSync(new URL(name, folder), "utf8")) });
  });
}

test("all rules on payloads that JSON can express are broken by some vector", () => {
  const vectors = JSON.parse(readFileSync(new URL("schemas/vectors.json", ROOT), "utf8"));
  const broken = new Set(vectors.flatMap(({ problems }) => problems.map(({ rule }) => rule)));
  const beyond = ["lone-surrogate", "non-finite-number", "not-json", "too-deep"];
  assert.deepEqual(
    RULE_IDS.filter((id) => !broken.has(id)),
    beyond,
  );
});
