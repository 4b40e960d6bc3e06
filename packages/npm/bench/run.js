// Measures the package, and prints the tables; with `--write`, into the README as well.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { sizes } from "./sizes.js";
import { speed } from "./speed.js";

const README = new URL("../README.md", import.meta.url);
const START = "<!-- figures -->\n";
const END = "<!-- end of figures -->\n";

const when = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0].model}:`;
const lines = [when, "", ...sizes(), "", ...speed(), ""].join("\n");
console.log(lines);
if (process.argv.includes("--write")) {
  const text = readFileSync(README, "utf8");
  const [before, rest] = text.split(START);
  writeFileSync(README, `${before}${START}\n${lines}\n${END}${rest.split(END)[1]}`);
}
