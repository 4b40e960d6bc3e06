"""Build the playground, a page that checks payloads in the browser, and try it.

    python tools/playground.py --output build/playground    # build it: the page, Python for browsers, the library
    python tools/playground.py --serve 8000                 # build it, and serve it at http://127.0.0.1:8000/
    python tools/playground.py --test                       # build it, and test it in Chromium
    python tools/playground.py --screenshot docs/images/playground.png
    python tools/playground.py --measure                    # write its sizes and times to docs/browser.md

It needs Node.js and npm, which give Python for browsers and the browser's driver; a screenshot also needs Pillow.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from figures import record
from playground_data import expected, page_data
from playground_parts import PACKAGE, ROOT, write_python, write_sources
from playground_sizes import figures_of

OUTPUT: Final = ROOT / "build" / "playground"
PAGE: Final = ROOT / "docs" / "browser.md"


def build(output: Path) -> None:
    """Build the playground in a folder, which may be there: `output` can be copied into a site as it is.

    Args:
        output: The folder.
    """
    node, npm = _tool("node"), _tool("npm")
    subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--silent"], cwd=PACKAGE, check=True)
    output.mkdir(parents=True, exist_ok=True)
    write_sources(output)
    write_python(output, node)
    (output / "data.json").write_text(json.dumps(page_data(), ensure_ascii=False), "utf-8")


def _tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        sys.exit(f"{name} is not installed; the playground is built with Node.js and npm")
    return path


class _Handler(SimpleHTTPRequestHandler):
    """The files of a folder, with the types that browsers want, and without a word on the terminal."""

    extensions_map = {  # noqa: RUF012 - so is it in the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so is it called in the base class
        del format, args


class _Server(ThreadingHTTPServer):
    """A server that takes no notice of a browser that no longer wants an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # they are passed on


@contextlib.contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on this machine only, and give its address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def run_node(folder: Path, *command: str, **variables: str) -> str:
    """Run a script of the package that drives a browser, while a folder is served, and return what it prints."""
    with served(folder) as address:
        environment = {**os.environ, "PLAYGROUND": address, "FOLDER": str(folder.resolve()), **variables}
        quiet = subprocess.PIPE if command[0] != "--test" else None
        run = subprocess.run(
            [_tool("node"), *command], cwd=PACKAGE, env=environment, stdout=quiet, text=True, check=False
        )
    if run.returncode:
        sys.exit(run.returncode)
    return run.stdout or ""


def test(folder: Path) -> None:
    """Check the types of the scripts, and test the page in Chromium: it must work, and report what Python reports."""
    subprocess.run([_tool("npm"), "run", "--silent", "types"], cwd=PACKAGE, check=True)
    with tempfile.TemporaryDirectory() as name:
        reports = Path(name, "expected.json")
        reports.write_text(json.dumps(expected()), "utf-8")
        run_node(folder, "--test", "test/", EXPECTED=str(reports))


def make_small(picture: Path) -> None:
    """Reduce a picture of a page, which has few colours besides those of the edges of letters, to 256 colours."""
    from PIL import Image  # noqa: PLC0415 - nothing else needs it

    with Image.open(picture) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(picture, optimize=True)


def main(arguments: list[str] | None = None) -> None:
    """Build the playground, and do with it what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the folder to build it in (%(default)s)")
    parser.add_argument("--serve", type=int, metavar="PORT", help="serve it on this machine until Ctrl+C")
    parser.add_argument("--test", action="store_true", help="test it in Chromium")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a picture of the page")
    parser.add_argument("--measure", action="store_true", help="write its sizes and times to docs/browser.md")
    options = parser.parse_args(arguments)
    build(options.output)
    if options.test:
        test(options.output)
    if options.screenshot is not None:
        run_node(options.output, "scripts/screenshot.js", str(options.screenshot.resolve()))
        make_small(options.screenshot)
    if options.measure:
        times = json.loads(run_node(options.output, "scripts/measure.js"))
        record("the playground", figures_of(options.output, times), PAGE)
    if options.serve is not None:
        with served(options.output, options.serve) as address, contextlib.suppress(KeyboardInterrupt):
            print(f"The playground is at {address}", flush=True)
            threading.Event().wait()


if __name__ == "__main__":
    main()
