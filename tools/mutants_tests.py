"""Which tests run a line: measured once, and asked for each mutant."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

import attrs
from coverage import CoverageData

TESTS: Final = ("tests/engine", "tests/export", "tests/lifecycle", "tests/testing")
"""The folders of the tests that judge mutants, besides the files in ``tests`` itself; their quick tests are run."""


class MeasureError(Exception):
    """The tests fail without any mutant, or cannot be run."""


@attrs.frozen
class Measured:
    """What runs each line.

    Args:
        tests: The tests that run each line of each file; none for a line that is run when it is imported.
        emitted: The lines that the emitter runs, by file.
    """

    tests: dict[str, dict[int, set[str]]]
    emitted: dict[str, set[int]]

    def choose(self, root: Path, file: str, line: int) -> list[str]:
        """Return the tests that run a line, first those that run little else of its file.

        Args:
            root: The root of the project.
            file: The path from there.
            line: The number of the line.
        """
        lines = self.tests.get(file, {})
        runs = Counter(test for tests in lines.values() for test in tests)
        running = runs if line in _imported(root / file) else lines.get(line, set())
        return sorted(running, key=lambda test: (runs[test], test))

    def is_emitted(self, root: Path, file: str, line: int) -> bool:
        """Return whether the emitter runs a line, so that what it writes may differ."""
        run = self.emitted.get(file, set())
        return bool(run) and (line in run or line in _imported(root / file))


def paths(root: Path) -> list[str]:
    """Return the files and folders of the tests that judge mutants."""
    return [*sorted(path.relative_to(root).as_posix() for path in root.glob("tests/test_*.py")), *TESTS]


def measure(root: Path, folder: Path, jobs: int) -> Measured:
    """Run the tests, and the emitter, and note which lines they run.

    Args:
        root: The root of the project, or of a copy of it.
        folder: An empty folder for the data.
        jobs: How many processes run the tests.

    Raises:
        MeasureError: If a test fails, or the emitted files are out of date.
    """
    tests = [
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", str(jobs), *paths(root)),
        *("--cov", "--cov-context=test", "--cov-report=", "--cov-fail-under=0"),
    ]
    _run(root, folder / "tests", tests)
    _run(root, folder / "emit", ["-m", "coverage", "run", "--source=liveschema,tools", "tools/emit.py", "--check"])
    by_test = _data(folder / "tests")
    found: dict[str, dict[int, set[str]]] = {}
    for measured in by_test.measured_files():
        lines = found[_relative(measured, root)] = {}
        for line, contexts in by_test.contexts_by_lineno(measured).items():
            lines[line] = {context.rpartition("|")[0] for context in contexts if context}
    emitter = _data(folder / "emit")
    emitted = {_relative(each, root): set(emitter.lines(each) or ()) for each in emitter.measured_files()}
    return Measured(found, emitted)


def _run(root: Path, data: Path, arguments: list[str]) -> None:
    environment = {**os.environ, "COVERAGE_FILE": str(data), "PYTHONPATH": str(root), "CI": "1"}
    ran = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        message = f"{' '.join(arguments[:3])} fails without any mutant:\n{(ran.stdout + ran.stderr)[-2000:]}"
        raise MeasureError(message)


def _data(file: Path) -> CoverageData:
    parts = sorted(file.parent.glob(f"{file.name}*"))
    data = CoverageData(str(file.with_name(f"{file.name}-all")))
    for part in parts:
        one = CoverageData(str(part))
        one.read()
        data.update(one)
    return data


def _relative(path: str, root: Path) -> str:
    return Path(path).resolve().relative_to(root.resolve()).as_posix()


@cache
def _imported(path: Path) -> frozenset[int]:
    """Return the lines of a file that are run when it is imported, not when a function is called."""
    source = path.read_text("utf-8")
    lines = set(range(1, len(source.splitlines()) + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            end = node.end_lineno or node.lineno
            lines -= set(range(node.body[0].lineno, end + 1))
    return frozenset(lines)
