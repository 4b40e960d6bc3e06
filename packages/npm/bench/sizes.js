// Sizes in a browser: each entry is bundled and made small by esbuild, and packed by gzip.

import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import Ajv from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { buildSync } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
export const OPERATIONS = ["start", "update", "end", "stream", "end_stream"];

/** The JSON Schema of an operation, which the Python package publishes. */
export function schemaOf(operation) {
  return JSON.parse(readFileSync(new URL(`../../../schemas/${operation}.schema.json`, import.meta.url), "utf8"));
}

/** The validators of some operations as code, as Ajv writes it for browsers with a content security policy. */
function standalone(operations) {
  const ajv = new Ajv.default({ schemas: operations.map(schemaOf), code: { source: true, esm: true }, strict: false });
  return standaloneCode(ajv, Object.fromEntries(operations.map((each) => [`is_${each}`, schemaOf(each).$id])));
}

/** Bundle a module, and return its size in bytes with gzip. */
export function sizeOf(contents) {
  const options = { bundle: true, minify: true, format: "esm", target: "es2020", write: false, logLevel: "silent" };
  const { outputFiles } = buildSync({ ...options, stdin: { contents, resolveDir: HERE } });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

/** The lines of the table of sizes. */
export function* sizes() {
  const rows = [
    ["liveschema, all five operations", 'export * from "liveschema";'],
    ["liveschema, `update` alone", 'export { update } from "liveschema";'],
    ["code of Ajv for the schemas of all five", standalone(OPERATIONS)],
    ["code of Ajv for the schema of `update`", standalone(["update"])],
    ["Zod with a schema of `start`, written by hand", 'export { Start } from "./zod.js";'],
  ];
  yield "| in a bundle | minified, gzip |";
  yield "| --- | ---: |";
  for (const [name, contents] of rows) yield `| ${name} | ${(sizeOf(contents) / 1000).toFixed(1)} kB |`;
}
