// Says of each payload whether Zod takes it, and gives it back as it is.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

const schemas = {};
const folder = `${process.env.SCHEMAS}/types`;
const answers = [];
for (const { operation, payload } of JSON.parse(readFileSync(0, "utf8"))) {
  schemas[operation] ??= z.fromJSONSchema(JSON.parse(readFileSync(`${folder}/${operation}.schema.json`, "utf8")));
  const { success, data } = schemas[operation].safeParse(payload);
  answers.push(success && isDeepStrictEqual(data, payload));
}
console.log(JSON.stringify(answers));
