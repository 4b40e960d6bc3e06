// @ts-check
// The web worker: it loads Python and the library from the files beside it, and checks the texts it gets.

import { loadPyodide } from "./pyodide/pyodide.mjs";

const BESIDE = new URL(".", import.meta.url);

/** @param {Record<string, unknown>} message */
function say(message) {
  self.postMessage(message);
}

/** @param {string} name */
async function bytesOf(name) {
  const response = await fetch(new URL(name, BESIDE));
  if (!response.ok) throw new Error(`${name} could not be loaded (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start() {
  say({ kind: "stage", stage: "Loading Python…" });
  const library = bytesOf("library.zip");
  const python = await loadPyodide({ indexURL: new URL("pyodide/", BESIDE).href });
  say({ kind: "stage", stage: "Starting the library…" });
  python.FS.writeFile("/lib/library.zip", await library);
  python.runPython("import sys; sys.path.insert(0, '/lib/library.zip')");
  return python.pyimport("page").answer;
}

/** @param {(text: string, form: string, operation: string) => string} answer */
function listen(answer) {
  self.onmessage = ({ data: { text, form, operation } }) => {
    const before = performance.now();
    try {
      say({ kind: "report", report: answer(text, form, operation), milliseconds: performance.now() - before });
    } catch (error) {
      console.debug(error);
      say({ kind: "stopped" });
    }
  };
  say({ kind: "ready" });
}

/** @param {any} error */
function fail(error) {
  say({ kind: "failed", reason: String(error?.message ?? error) });
}

// Some of what Pyodide loads fails without its caller being told.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(event.reason);
});
start().then(listen, fail);
