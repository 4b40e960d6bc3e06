// Asks the language services of editors about a file: reads a JSON text per line, writes one per line.
// {"language": "json" or "yaml", "schemas": [{"uri": ..., "fileMatch": [...]}], "uri": ..., "text": ...} returns the
// diagnostics; with "complete": offset, the completions there; with "hover": offset, what is shown there.
// Schemas are read from files; nothing is fetched.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { getLanguageService as getYamlService } from "yaml-language-server/out/server/src/languageservice/yamlLanguageService.js";
import { SettingsState } from "yaml-language-server/out/server/src/yamlSettings.js";
import jsonLanguage from "vscode-json-languageservice";

const { getLanguageService: getJsonService, TextDocument } = jsonLanguage;
const schemaRequestService = (uri) => readFile(new URL(uri), "utf8");
const workspaceContext = { resolveRelativePath: (path, resource) => new URL(path, resource).href };
const clientCapabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
const services = new Map();

function forJson(schemas) {
  const service = getJsonService({ schemaRequestService, workspaceContext, clientCapabilities });
  service.configure({ validate: true, schemas });
  return {
    diagnostics: (document) => service.doValidation(document, service.parseJSONDocument(document)),
    complete: (document, place) => service.doComplete(document, place, service.parseJSONDocument(document)),
    hover: (document, place) => service.doHover(document, place, service.parseJSONDocument(document)),
  };
}

function forYaml(schemas) {
  const fail = (_, error) => {
    throw error;
  };
  const service = getYamlService({
    schemaRequestService,
    workspaceContext,
    clientCapabilities,
    yamlSettings: new SettingsState(),
    telemetry: { send() {}, sendTrack() {}, sendError: fail },
  });
  const all = { validate: true, hover: true, completion: true };
  service.configure({ ...all, hoverSchemaSource: false, indentation: "  ", schemas });
  return {
    diagnostics: (document) => service.doValidation(document, false),
    complete: (document, place) => service.doComplete(document, place, false, false),
    hover: (document, place) => service.doHover(document, place),
  };
}

function serviceFor(language, schemas) {
  const key = JSON.stringify([language, schemas]);
  if (!services.has(key)) {
    services.set(key, { json: forJson, yaml: forYaml }[language](schemas));
  }
  return services.get(key);
}

function textOf(contents) {
  return [contents ?? ""].flat().map((each) => each.value ?? each).join("\n");
}

let count = 0;

async function answer({ language, schemas, uri, text, complete, hover }) {
  const service = serviceFor(language, schemas);
  count += 1; // one of the services keeps what it has read of a version
  const document = TextDocument.create(uri, language, count, text);
  const span = ({ start, end }) => [document.offsetAt(start), document.offsetAt(end)];
  if (complete !== undefined) {
    const { items } = await service.complete(document, document.positionAt(complete));
    const offered = items.map(({ label, documentation, textEdit: { newText, range } }) => {
      return { label, documentation: textOf(documentation), insert: newText, span: span(range) };
    });
    return { offered };
  }
  if (hover !== undefined) {
    const shown = await service.hover(document, document.positionAt(hover));
    return { shown: textOf(shown?.contents) };
  }
  const found = await service.diagnostics(document);
  return { found: found.map(({ message, range }) => ({ message, span: span(range) })) };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answered;
  try {
    answered = await answer(JSON.parse(line));
  } catch (error) {
    answered = { failed: String(error.stack) };
  }
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
