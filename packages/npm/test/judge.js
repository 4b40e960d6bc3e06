// Judges payloads for `tools/compare_npm.py`: a line of JSON on standard input for each, and a line with the problems
// on standard output. What JSON cannot represent is written as an object with one key.

import { createInterface } from "node:readline";

import { check, isValid } from "liveschema";

const NUMBERS = { nan: NaN, inf: Infinity, "-inf": -Infinity };

class Instance {
  title = "Deploy";
}

const OPAQUE = {
  bigint: () => 7n,
  date: () => new Date(0),
  function: () => () => "Deploy",
  instance: () => new Instance(),
  map: () => new Map([["title", "Deploy"]]),
  string: () => new String("Deploy"),
  symbol: () => Symbol("Deploy"),
};

/** Put what a marker stands for in its place. */
export function revive(_key, value) {
  if (typeof value !== "object" || value === null) return value;
  if (Object.hasOwn(value, "\0number")) return NUMBERS[value["\0number"]];
  if (Object.hasOwn(value, "\0opaque")) return OPAQUE[value["\0opaque"]]();
  return value;
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { payload, operation, activity_type: activityType, enable } = JSON.parse(line, revive);
  const problems = check(payload, operation, { activityType, enable });
  const found = problems.map(({ rule, severity, pointer }) => [rule, severity, pointer]);
  console.log(JSON.stringify([isValid(payload, operation, { activityType }), found]));
}
