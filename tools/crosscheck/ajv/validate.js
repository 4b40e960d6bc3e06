// Validates payloads with Ajv in strict mode: reads a JSON text per line, writes one per line.
// {"compile": name, "schema": ...} returns the warnings; {"with": [name, ...], "payload": ...} the errors by schema.
import { createInterface } from "node:readline";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

const DRAFT_07 = "http://json-schema.org/draft-07/schema#";
// The keywords of editors, which say nothing about payloads.
const OF_EDITORS = ["defaultSnippets", "doNotSuggest", "enumDescriptions", "errorMessage", "patternErrorMessage"];

const warnings = [];
const note = (...words) => warnings.push(words.join(" "));
const options = {
  strict: true,
  strictTypes: true,
  strictRequired: true,
  allErrors: true,
  logger: { log: note, warn: note, error: note },
};
const latest = new Ajv2020(options);
const older = new Ajv(options);
older.addVocabulary(OF_EDITORS);
const compiled = new Map();

function errorsOf(validate, payload) {
  const errors = validate(payload) ? [] : validate.errors;
  return errors.map(({ keyword, instancePath, message }) => ({ keyword, instancePath, message }));
}

function answer(request) {
  if ("compile" in request) {
    const ajv = request.schema.$schema === DRAFT_07 ? older : latest;
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
