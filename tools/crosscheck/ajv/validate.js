// Validates payloads with Ajv2020 in strict mode: reads a JSON text per line, writes one per line.
// {"compile": name, "schema": ...} returns the warnings; {"with": [name, ...], "payload": ...} the errors by schema.
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

function answer(request) {
  if ("compile" in request) {
    compiled.set(request.compile, ajv.compile(request.schema));
    return { warnings };
  }
  return { errors: request.with.map((name) => errorsOf(compiled.get(name), request.payload)) };
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
