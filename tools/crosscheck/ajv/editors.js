// Asks the language services of editors: reads a JSON text per line, writes one per line.
// {"schema": name, "content": ...} registers a schema. {"with": name, "language": "json" or "yaml", "text": ...} returns
// the diagnostics; with "complete" or "hover", an offset, the completions or the hover there.
import { createInterface } from "node:readline";
import jsonLanguage from "vscode-json-languageservice";
import yamlLanguage from "yaml-language-server/out/server/src/languageservice/yamlLanguageService.js";
import { SettingsState } from "yaml-language-server/out/server/src/yamlSettings.js";

const { getLanguageService, TextDocument } = jsonLanguage;
const noTelemetry = { send() {}, sendError(name, error) { throw error; }, sendTrack() {} };
const schemas = new Map();
const services = new Map();

function jsonService(schema) {
  const service = getLanguageService({ clientCapabilities: { textDocument: { completion: { completionItem: { documentationFormat: [] } } } } });
  service.configure({ validate: true, schemas: [{ uri: schema.$id, fileMatch: ["*"], schema }] });
  return {
    diagnostics: (document) => service.doValidation(document, service.parseJSONDocument(document)),
    complete: (document, at) => service.doComplete(document, at, service.parseJSONDocument(document)),
    hover: (document, at) => service.doHover(document, at, service.parseJSONDocument(document)),
  };
}

function yamlService(schema) {
  const settings = new SettingsState();
  const service = yamlLanguage.getLanguageService({
    schemaRequestService: async () => { throw new Error("no schema is fetched"); },
    workspaceContext: { resolveRelativePath: (path) => path },
    yamlSettings: settings,
    clientCapabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    telemetry: noTelemetry,
  });
  service.configure({ validate: true, hover: true, completion: true, hoverSchemaSource: false, indentation: "  ", schemas: [{ uri: schema.$id, fileMatch: ["*"], schema }] });
  return {
    diagnostics: (document) => service.doValidation(document, false),
    complete: (document, at) => service.doComplete(document, at, false, false),
    hover: (document, at) => service.doHover(document, at),
  };
}

function serviceFor(language, name) {
  const key = `${language} ${name}`;
  if (!services.has(key)) {
    services.set(key, { json: jsonService, yaml: yamlService }[language](schemas.get(name)));
  }
  return services.get(key);
}

function textOf(contents) {
  return [contents].flat().map((each) => (typeof each === "string" ? each : each.value)).join("\n");
}

let count = 0;

async function answer({ schema, content, with: name, language, text, complete, hover }) {
  if (schema !== undefined) {
    schemas.set(schema, content);
    return {};
  }
  const service = serviceFor(language, name);
  count += 1;
  const document = TextDocument.create(`file:///payload-${count}.${language}`, language, 1, text);
  if (complete !== undefined) {
    const { items } = await service.complete(document, document.positionAt(complete));
    return { items: items.map((item) => ({ label: item.label, documentation: textOf(item.documentation ?? ""), text: item.textEdit?.newText ?? item.insertText, from: item.textEdit && document.offsetAt(item.textEdit.range.start), to: item.textEdit && document.offsetAt(item.textEdit.range.end) })) };
  }
  if (hover !== undefined) {
    const shown = await service.hover(document, document.positionAt(hover));
    return { text: shown ? textOf(shown.contents) : null };
  }
  const found = await service.diagnostics(document);
  return { found: found.map(({ message, range, severity }) => ({ message, severity, from: document.offsetAt(range.start), to: document.offsetAt(range.end) })) };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answered;
  try {
    answered = await answer(JSON.parse(line));
  } catch (error) {
    answered = { failed: String(error.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
