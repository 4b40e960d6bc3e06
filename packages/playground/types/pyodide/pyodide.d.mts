// Where the build puts Python for browsers, beside the page.
export { loadPyodide } from "../../node_modules/pyodide/pyodide.js";
