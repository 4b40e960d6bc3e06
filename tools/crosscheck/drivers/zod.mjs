// Compares what Zod says about payloads with what is expected; writes the payloads that it judges otherwise.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

const schemas = {};
const folder = `${process.env.SCHEMAS}/types`;
const wrong = [];
for (const { operation, payload, valid } of JSON.parse(readFileSync(0, "utf8"))) {
  schemas[operation] ??= z.fromJSONSchema(JSON.parse(readFileSync(`${folder}/${operation}.schema.json`, "utf8")));
  const { success, data } = schemas[operation].safeParse(payload);
  const same = !success || isDeepStrictEqual(data, payload);
  if (success !== valid || !same) wrong.push({ operation, payload, said: success ? data : "refused" });
}
console.log(JSON.stringify(wrong));
