// The speed beside Ajv and Zod: all judge the same payloads in one run, in turns.

import { readdirSync, readFileSync } from "node:fs";

import Ajv from "ajv/dist/2020.js";
import { start } from "liveschema";

import { schemaOf } from "./sizes.js";
import { Start } from "./zod.js";

const ROUNDS = 15;
const CALLS = 2_000;

/** The fixtures of a start, by their verdict, without those that only some of the three refuse. */
function fixtures(verdict, judges) {
  const folder = new URL(`../../../tests/fixtures/${verdict}/start/`, import.meta.url);
  const payloads = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")).payload);
  return payloads.filter((payload) => new Set(judges.map((judge) => judge(payload))).size === 1);
}

/** The nanoseconds that a payload takes on average: the best of several rounds for each judge. */
function measured(judges, payloads) {
  const best = judges.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    judges.forEach((judge, index) => {
      const began = process.hrtime.bigint();
      for (let call = 0; call < CALLS; call++) for (const payload of payloads) judge(payload);
      const took = Number(process.hrtime.bigint() - began) / CALLS / payloads.length;
      best[index] = Math.min(best[index], took);
    });
  }
  return best;
}

/** The lines of the table of speed. */
export function* speed() {
  const first = new Ajv.default({ strict: false }).compile(schemaOf("start"));
  const all = new Ajv.default({ strict: false, allErrors: true }).compile(schemaOf("start"));
  const verdicts = [start.isValid, first, (payload) => Start.safeParse(payload).success];
  const reports = [start.check, all, (payload) => Start.safeParse(payload)];
  yield "| payloads of a start | is it valid? | Ajv | Zod | all problems | Ajv | Zod |";
  yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
  for (const verdict of ["valid", "invalid"]) {
    const payloads = fixtures(verdict, verdicts);
    const cells = [verdicts, reports].flatMap((judges) => {
      const [ours, ...others] = measured(judges, payloads);
      return [`${(ours / 1000).toFixed(2)} µs`, ...others.map((time) => `${(time / ours).toFixed(1)} ×`)];
    });
    yield `| ${payloads.length} ${verdict} ones | ${cells.join(" | ")} |`;
  }
}
