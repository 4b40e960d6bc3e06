// The packed package, installed in a fresh project, works from each kind of module and with each way to resolve types.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";
import { Operation } from "liveschema";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";
const require = createRequire(import.meta.url);
let folder;
let packed;

function run(command, ...words) {
  const options = { cwd: folder, encoding: "utf8", stdio: "pipe", shell: command === "npm.cmd" };
  try {
    return execFileSync(command, words, options);
  } catch (error) {
    throw new Error(`${words.join(" ")}:\n${error.stdout}${error.stderr}`);
  }
}

/** The path of the program of a package. */
function program(name, command) {
  const file = require.resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(file, "utf8"));
  return join(dirname(file), typeof bin === "string" ? bin : bin[command]);
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "liveschema-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "fresh", "version": "1.0.0", "private": true }');
  [packed] = JSON.parse(run(NPM, "pack", ROOT, "--json", "--ignore-scripts", "--pack-destination", folder));
  run(NPM, "install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`);
  cpSync(join(ROOT, "test/types"), join(folder, "types"), { recursive: true });
  cpSync(
    require.resolve("@standard-schema/spec").replace(/dist.*/, ""),
    join(folder, "node_modules/@standard-schema/spec"),
    {
      recursive: true,
    },
  );
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the package has what was built, its licence and its README, and no dependency", () => {
  const names = packed.files.map(({ path }) => path);
  assert.deepEqual(names.filter((name) => !name.startsWith("dist/")).sort(), ["LICENSE", "README.md", "package.json"]);
  const built = names.filter((name) => name.startsWith("dist/"));
  assert.ok(
    built.every((name) => /^dist\/(?:esm|cjs)\/.*\.(?:js|d\.ts)$|^dist\/cjs\/package\.json$/.test(name)),
    String(built),
  );
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(folder, "node_modules/liveschema/package.json")),
  );
  assert.deepEqual([dependencies, peerDependencies], [undefined, undefined]);
  assert.match(readFileSync(join(folder, "node_modules/liveschema/LICENSE"), "utf8"), /^MIT License/);
});

test("nothing in it needs eval, or a global that a browser lacks", () => {
  const files = packed.files.map(({ path }) => path).filter((path) => path.endsWith(".js"));
  for (const path of files) {
    const text = readFileSync(join(folder, "node_modules/liveschema", path), "utf8");
    assert.doesNotMatch(text, /\beval\b|new Function|\bprocess\.|\bBuffer\b|node:/, path);
  }
});

const JUDGE = `
if (check({ content_state: { title: "x", type: "value", value: 1 } }, "start").length !== 0) throw new Error("start");
if (!update.isValid({ activity_id: "a", content_state: { title: "x" } })) throw new Error("update");
if (update.isValid({}) || Color.RED !== "red") throw new Error("names");
`;

test("it works from an ES module", () => {
  writeFileSync(join(folder, "main.mjs"), `import { check, Color, update } from "liveschema";${JUDGE}`);
  run(process.execPath, "main.mjs");
});

test("it works from CommonJS", () => {
  writeFileSync(join(folder, "main.cjs"), `const { check, Color, update } = require("liveschema");${JUDGE}`);
  run(process.execPath, "main.cjs");
});

for (const [resolution, module, exactOptionalPropertyTypes] of [
  ["node16", "node16", false],
  ["bundler", "esnext", true],
]) {
  for (const files of [["good.ts"], ["good.cts"], ["bad.ts"]]) {
    test(`TypeScript knows its types: ${files}, resolution ${resolution}`, () => {
      const config = {
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes,
          noEmit: true,
          module,
          moduleResolution: resolution,
          target: "es2022",
          types: [],
        },
        files: files.map((name) => `types/${name}`),
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      run(process.execPath, program("typescript", "tsc"), "-p", "tsconfig.json");
    });
  }
}

/** What the examples talk to: it takes what the package calls valid, and refuses the rest. */
const SERVICE = `
import { stream } from "liveschema";
const ENDPOINT = "https://activitysmith.com/api/live-activity/stream/";
globalThis.fetch = async (url, { method, headers, body }) => {
  const request = new Request(url, { method, headers, body });
  const isFine = request.method === "PUT" && request.url.startsWith(ENDPOINT);
  const isJson = request.headers.get("content-type") === "application/json" && request.headers.has("authorization");
  return new Response("", { status: isFine && isJson && stream.isValid(await request.json()) ? 200 : 400 });
};
`;

test("the examples of the README compile, and print what it says", () => {
  const text = readFileSync(join(ROOT, "README.md"), "utf8");
  const examples = [...text.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)];
  assert.equal(examples.length, text.split("```ts").length - 1);
  assert.ok(examples.length >= 5);
  symlinkSync(join(ROOT, "node_modules/@trpc"), join(folder, "node_modules/@trpc"), "junction");
  const compilerOptions = { strict: true, module: "node16", target: "es2022", types: [], lib: ["esnext", "dom"] };
  const files = examples.map((_, index) => `example${index}.mts`);
  examples.forEach(([, code], index) => writeFileSync(join(folder, files[index]), code));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  run(process.execPath, program("typescript", "tsc"), "-p", "tsconfig.json");
  writeFileSync(join(folder, "service.mjs"), SERVICE);
  const node = (file) => run(process.execPath, "--import", "./service.mjs", file);
  examples.forEach(([, , output], index) => assert.equal(node(`example${index}.mjs`), output));
});

test("the README names each operation, and each type or the group that it is in", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const types = readFileSync(join(folder, "node_modules/liveschema/dist/esm/index.d.ts"), "utf8");
  const generated = readFileSync(join(folder, "node_modules/liveschema/dist/esm/generated/types.d.ts"), "utf8");
  const exported = [...types.matchAll(/export (?:type )?\{(.*?)\}/gs)].flatMap(([, names]) => names.match(/\w+/g));
  const declared = [...generated.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  const groups = /^(?:Start|Update|End|Stream|EndStream)?(?:SegmentedProgress|Progress|Metrics|Stats|Alert|Timer|Value)$/;
  const parts = /Fields$|With(?:out)?SecondaryAction$/;
  const listed = [...exported, ...declared].filter((name) => name !== "type" && !groups.test(name) && !parts.test(name));
  assert.ok(listed.length > 30);
  assert.deepEqual(
    listed.filter((name) => !new RegExp(`\`${name}\\b`).test(readme)),
    [],
  );
  for (const name of Object.values(Operation)) assert.match(readme, new RegExp(`\\| \`"${name}"\` \\|`));
});

test("it builds outside of the repository", () => {
  const copy = join(folder, "copy");
  for (const name of ["package.json", "tsconfig.json", "tsconfig.cjs.json", "scripts", "src"]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
  run(process.execPath, "copy/scripts/build.js");
  assert.ok(existsSync(join(copy, "dist/cjs/package.json")));
});

test("its types are right for each kind of module", () => {
  run(process.execPath, program("@arethetypeswrong/cli", "attw"), packed.filename, "--no-emoji");
});

test("a bundler leaves out what is not used", () => {
  const size = (contents) => {
    const options = {
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      logLevel: "error",
      stdin: { contents, resolveDir: folder },
    };
    return buildSync(options).outputFiles[0].text;
  };
  assert.equal(size('import "liveschema";').trim(), "");
  assert.ok(size('export { Color } from "liveschema";').length < 400);
  const one = size('export { update } from "liveschema";');
  const all = size('export * from "liveschema";');
  assert.ok(one.length < all.length);
  assert.ok(!one.includes("must name the same channels"), "rules of other operations are left out");
  assert.ok(all.includes("must name the same channels"));
});
