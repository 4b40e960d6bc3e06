"""Try a mutant: emit the generated code again, and run tests until one fails.

Each worker has a copy of the project. It has imported all libraries, but
nothing of the project, and makes a child process for each run of the tests, so
that one takes seconds.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import runpy
import select
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import attrs
import pytest
from mutants_made import ROOT, Mutant
from mutants_tests import Measured, paths

LIBRARIES: Final = (
    *("attrs", "cattrs", "fastjsonschema", "filelock", "hypothesis", "jsonschema", "jsonschema_rs"),
    *("hypothesis.strategies", "openapi_spec_validator", "referencing", "sybil", "yaml"),
)
LEFT_OUT: Final = (".?*", "node_modules", "__pycache__", "*.egg-info", "build", "dist")
GENERATED: Final = ("liveschema/_generated/**/*", "liveschema/*.pyi", "schemas/**/*")
TEST_SECONDS: Final = 20
"""How much processor time one test may take."""
RUN_SECONDS: Final = 600
"""How long all tests may take."""
MEMORY: Final = 4 * 2**30
"""How many bytes a process that runs tests may have."""
FIRST: Final = 30
"""How many of the tests that run the changed line are tried before all others are even imported."""
DRIFT: Final = "drift of generated files"
EMITTER: Final = "emitter"
IMPORT: Final = "import"
LIMIT: Final = "time limit"


@attrs.frozen
class Outcome:
    """What became of a mutant.

    Args:
        mutant: The mutant.
        by: What noticed it: a test, or one of the words above; empty if nothing did.
        seconds: How long it took.
    """

    mutant: Mutant
    by: str
    seconds: float


class Tree:
    """A copy of the project in which mutants are tried.

    Args:
        folder: An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.root = folder.resolve()
        self._clock = int(time.time())
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT), dirs_exist_ok=True)
        packages = Path("tools/crosscheck/ajv/node_modules")
        if (ROOT / packages).is_dir():
            (folder / packages).symlink_to(ROOT / packages)

    @contextlib.contextmanager
    def changed(self, mutant: Mutant) -> Iterator[None]:
        """Put a mutant in place, and put everything back afterwards."""
        self._write(mutant.site.file, mutant.code.encode())
        try:
            yield
        finally:
            self._write(mutant.site.file, (ROOT / mutant.site.file).read_bytes())
            for name in self.other_files():
                if (ROOT / name).is_file():
                    self._write(name, (ROOT / name).read_bytes())
                else:
                    (self.root / name).unlink()

    def other_files(self) -> list[str]:
        """Return the generated files that differ from those of the project, or that only one of both has."""
        return [name for name in sorted(_generated_in(ROOT) | _generated_in(self.root)) if not self._is_same(name)]

    def call(self, act: Callable[[], str]) -> str:
        """Run a function in a child process whose folder is this tree.

        Args:
            act: The function.

        Returns:
            What it returns, or the words for a limit, if the process dies.
        """
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            answer = IMPORT
            with contextlib.suppress(BaseException):
                self._enter(write)
                answer = act()
            os.write(write, f"{answer}\n".encode())
            os._exit(0)
        os.close(write)
        answered, _, _ = select.select([read], [], [], RUN_SECONDS)
        answer = os.read(read, 2**16).decode() if answered else ""
        os.close(read)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return answer.strip() if answer else LIMIT

    def _enter(self, kept: int) -> None:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.set_inheritable(kept, False)  # noqa: FBT003 - the function of the system has no name for it
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        os.chdir(self.root)
        os.environ.update({"PYTHONPATH": str(self.root), "CI": "1"})
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.dont_write_bytecode = False  # most modules are the same for all mutants
        sys.path.insert(0, str(self.root))

    def _is_same(self, name: str) -> bool:
        files = [root / name for root in (ROOT, self.root)]
        return all(file.is_file() for file in files) and len({file.read_bytes() for file in files}) == 1

    def _write(self, name: str, data: bytes) -> None:
        # Byte code is up to date if size and time, in seconds, are those of the source: each version gets its own time.
        self._clock += 1
        (self.root / name).write_bytes(data)
        os.utime(self.root / name, (self._clock, self._clock))


def _generated_in(root: Path) -> set[str]:
    paths = [path for each in GENERATED for path in root.glob(each) if path.is_file()]
    return {path.relative_to(root).as_posix() for path in paths if "__pycache__" not in path.parts}


class Trials:
    """Tries mutants one after the other in a tree.

    Args:
        tree: The tree.
        measured: Which tests run which line.
    """

    def __init__(self, tree: Tree, measured: Measured) -> None:
        self._tree = tree
        self._measured = measured
        self._noticed: Counter[str] = Counter()
        for name in LIBRARIES:
            importlib.import_module(name)

    def unchanged(self) -> str:
        """Run all tests without a mutant, and return the first that fails."""
        return self._tree.call(partial(_test, [], only=False))

    def outcome(self, mutant: Mutant) -> Outcome:
        """Try a mutant."""
        start = time.monotonic()
        with self._tree.changed(mutant):
            by = self._noticed_by(mutant)
        return Outcome(mutant, by, time.monotonic() - start)

    def _noticed_by(self, mutant: Mutant) -> str:
        file, line = mutant.site.file, mutant.line
        drifts = False
        if self._measured.is_emitted(ROOT, file, line):
            if answer := self._tree.call(emit_again):
                return answer
            drifts = bool(self._tree.other_files())
        running = self._measured.choose(ROOT, file, line)
        first = running[:FIRST]
        # A test that noticed other mutants is likely to notice this one.
        best = [test for test, _ in self._noticed.most_common() if test not in first]
        for tests, only in ((first, True), ([*best, *running], False)):
            if answer := self._tree.call(partial(_test, tests, only=only)):
                self._noticed[answer] += 1
                return answer
        return DRIFT if drifts else ""


class Chosen:
    """A plugin of pytest: some tests first, each test with a time limit.

    Args:
        tests: The names of these tests, in their order.
        only: Whether they are all that is run.
    """

    def __init__(self, tests: Sequence[str], *, only: bool) -> None:
        self._order = {test: index for index, test in reversed(list(enumerate(tests)))}
        self._only = only
        self.failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the tests into their order."""
        kept = [item for item in items if item.nodeid in self._order or not self._only]
        items[:] = sorted(kept, key=lambda item: self._order.get(item.nodeid, len(self._order)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Generator[None, object, object]:
        """Let the process die of a test that takes too long."""
        signal.setitimer(signal.ITIMER_PROF, TEST_SECONDS)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the first test that fails."""
        if report.failed:
            self.failed = self.failed or report.nodeid


def _test(tests: Sequence[str], *, only: bool) -> str:
    if only and not tests:
        return ""
    chosen = Chosen(tests, only=only)
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests)) if only else paths(Path.cwd())
    signal.setitimer(signal.ITIMER_PROF, TEST_SECONDS)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = pytest.main([*options, *files], [chosen])
    return chosen.failed or ("" if code == pytest.ExitCode.OK else IMPORT)


def emit_again() -> str:
    """Write the generated files of this folder, and return what notices that it fails."""
    sys.argv = ["emit.py"]
    signal.setitimer(signal.ITIMER_PROF, TEST_SECONDS)
    try:
        runpy.run_path("tools/emit.py", run_name="__main__")
    except SystemExit as ended:
        return EMITTER if ended.code else ""
    except Exception:  # noqa: BLE001 - whatever the changed code raises
        return EMITTER
    return ""
