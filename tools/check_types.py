"""Check what type checkers say about the code of senders, and whether all public types are known.

mypy and pyright must accept the examples of the README and each line of
``tests/typing/good.py``, and report each line of ``tests/typing/bad.py`` that
ends in ``# bad``. The stub of the models must match the classes, and pyright
must know all types of the package.
"""

from __future__ import annotations

import argparse
import doctest
import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
HELD: Final = ROOT / "tests" / "typing"
MARK: Final = "# bad"


def run(*command: str) -> str:
    """Run a program of this environment, and return its output, whatever its exit code."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    ran = subprocess.run(
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PATH": path},
    )
    return ran.stdout or ran.stderr


def by_mypy(file: Path) -> set[int]:
    """Return the lines of a file about which mypy reports an error."""
    said = run("mypy", "--strict", str(file))
    if not re.search(r"^(Found|Success)", said, re.MULTILINE):
        raise RuntimeError(said)
    return {int(found[1]) for found in re.finditer(rf"{file.name}:(\d+): error", said)}


def by_pyright(file: Path) -> set[int]:
    """Return the lines of a file about which pyright reports an error."""
    said = json.loads(run("pyright", "--outputjson", str(file)))["generalDiagnostics"]
    return {each["range"]["start"]["line"] + 1 for each in said if each["severity"] == "error"}


def differences(file: Path, checkers: dict[str, Callable[[Path], set[int]]]) -> Iterator[str]:
    """Compare what type checkers report about a file with the marks in it.

    Args:
        file: The file.
        checkers: For each type checker, a function that returns the lines it reports.

    Yields:
        A line of text for each difference.
    """
    lines = file.read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if line.endswith(MARK)}
    for name, reported in ((name, check(file)) for name, check in checkers.items()):
        for number in sorted(reported ^ marked):
            verb = "reports" if number in reported else "accepts"
            yield f"{file.name}:{number}: {name} {verb} {lines[number - 1].removesuffix(MARK).strip()}"


def examples_in(page: Path) -> str:
    """Return the examples in the Python blocks of a Markdown page as one module."""
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return "".join(example.source for block in blocks for example in doctest.DocTestParser().get_examples(block))


def stub_differences() -> Iterator[str]:
    """Compare the stub of the models with the classes."""
    said = run("mypy.stubtest", "liveschema.models", "--allowlist", str(HELD / "stubtest_allowlist.txt"), "--concise")
    yield from (line for line in said.splitlines() if not line.startswith("Success"))


def unknown_types() -> Iterator[str]:
    """Look for public types that pyright does not know."""
    said: dict[str, Any] = json.loads(run("pyright", "--verifytypes", "liveschema", "--ignoreexternal", "--outputjson"))
    known = said["typeCompleteness"]
    if known["completenessScore"] < 1 or not known["symbols"]:
        for symbol in known["symbols"]:
            for each in symbol["diagnostics"] if symbol["isExported"] else ():
                if not each["message"].startswith("No docstring"):
                    yield f"{symbol['name']}: {each['message']}"
        yield f"pyright knows {known['completenessScore']:.2%} of the types of {len(known['symbols'])} symbols"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks.

    Returns:
        The exit code: 1 if something is wrong, otherwise 0.
    """
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="check only these files and their marks")
    files = [file.resolve() for file in parser.parse_args(arguments).files]
    with tempfile.TemporaryDirectory() as folder:
        examples = Path(folder, "readme.py")
        examples.write_text(examples_in(ROOT / "README.md"), "utf-8")
        found = [
            line
            for file in files or [HELD / "good.py", HELD / "bad.py", examples]
            for line in differences(file, {"mypy": by_mypy, "pyright": by_pyright})
        ]
    if not files:
        found += [*stub_differences(), *unknown_types()]
    print("\n".join(found) or "mypy and pyright say what they should")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
