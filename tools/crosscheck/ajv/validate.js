// Validates payloads with Ajv2020 in strict mode: one JSON text a line in, one answer a line out.
// {"compile": name, "schema": ...} answers the warnings; {"with": [name, ...], "payload": ...} answers the errors by each.
import { createInterface } from "node:readline";
import { Ajv2020 } from "ajv/dist/2020.js";

const warnings = [];
const note = (...words) => warnings.push(words.join(" "));
const ajv = new Ajv2020({
  strict: true,
  strictTypes: true,
  strictRequired: true,
  allErrors: true,
  logger: { log: note, warn: note, error: note },
});
const compiled = new Map();

function errorsOf(validate, payload) {
  const errors = validate(payload) ? [] : validate.errors;
  return errors.map(({ keyword, instancePath, message }) => ({ keyword, instancePath, message }));
}

function answer(asked) {
  if ("compile" in asked) {
    compiled.set(asked.compile, ajv.compile(asked.schema));
    return { warnings };
  }
  return { errors: asked.with.map((name) => errorsOf(compiled.get(name), asked.payload)) };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answered;
  try {
    answered = answer(JSON.parse(line));
  } catch (error) {
    answered = { failed: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
