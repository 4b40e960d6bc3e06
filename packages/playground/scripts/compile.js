// Compiles the Python modules below folders in place, by the very Python that will run them in the browser, which then
// starts several times as fast. Docstrings and assertions are left out. Arguments: FOLDER=PLACE IN THE BROWSER…

import { fileURLToPath } from "node:url";

import { loadPyodide } from "pyodide";

const python = await loadPyodide({ indexURL: fileURLToPath(new URL("../node_modules/pyodide/", import.meta.url)) });
python.runPython(`
import compileall
import pathlib
import py_compile


def compiled(folder, place):
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH  # no times, so that the same source gives the same bytes
    if not compileall.compile_dir(folder, ddir=place, quiet=1, legacy=True, invalidation_mode=unchecked, optimize=2):
        raise SystemExit(1)
    for source in pathlib.Path(folder).rglob("*.py"):
        source.unlink()
`);
process.argv.slice(2).forEach((argument, index) => {
  const [folder, place] = argument.split("=");
  python.mountNodeFS(`/compiled${index}`, folder);
  python.globals.get("compiled")(`/compiled${index}`, place);
});
