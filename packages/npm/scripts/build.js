// Builds `dist/`: ES modules and CommonJS, with types for both.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
const { bin } = JSON.parse(readFileSync(join(typescript, "package.json"), "utf8"));

rmSync(join(root, "dist"), { recursive: true, force: true });
for (const config of ["tsconfig.json", "tsconfig.cjs.json"]) {
  execFileSync(process.execPath, [join(typescript, bin.tsc), "-p", join(root, config)], { stdio: "inherit" });
}
// The package says that its files are ES modules; these are not.
writeFileSync(join(root, "dist/cjs/package.json"), '{ "type": "commonjs", "sideEffects": false }\n');
// Outside of the repository, such as in a copy of this folder, there is none to copy.
const licence = join(root, "../../LICENSE");
if (existsSync(licence)) copyFileSync(licence, join(root, "LICENSE"));
