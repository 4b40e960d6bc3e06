// Returns the completions of the JSON language service of VS Code: reads a JSON text per line, writes one per line.
// {"schema": ..., "text": ..., "offset": n} returns the labels of the completions at the offset.
import { createInterface } from "node:readline";
import languages from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languages;

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, text, offset } = JSON.parse(line);
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: schema.$id, fileMatch: ["*.json"], schema }] });
  const document = TextDocument.create("file:///payload.json", "json", 1, text);
  const parsed = service.parseJSONDocument(document);
  const offered = await service.doComplete(document, document.positionAt(offset), parsed);
  process.stdout.write(`${JSON.stringify({ labels: offered.items.map(({ label }) => label) })}\n`);
}
