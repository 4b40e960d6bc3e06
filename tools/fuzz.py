"""Fuzz the readers with atheris: change inputs, and keep those that reach code that none reached before.

Each target is a process of its own, which starts with seeds from the fixtures, the examples and the tests. A line
says what each has done. The exit code is 1 if something was found.

    python tools/fuzz.py                                  # each target for ten minutes
    python tools/fuzz.py yaml shell --seconds 60          # some targets
    python tools/fuzz.py --list                           # the names of the targets
    python tools/fuzz.py yaml --replay FILE               # what is wrong with an input; needs no atheris
    python tools/fuzz.py yaml --keep FILE                 # makes an input small, and a test of it
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import attrs
from figures import record
from fuzz_found import keep
from fuzz_output import Figures, read_output
from fuzz_seeds import dictionary, dictionary_file
from fuzz_targets import TARGETS

ROOT: Final = Path(__file__).resolve().parents[1]
PROCESS: Final = ROOT / "tools" / "fuzz_process.py"
CORPUS: Final = ROOT / ".cache" / "fuzz"
SECONDS: Final = 600
SLOWEST: Final = 20
"""The seconds of the processor that an input may take; those of this length take some milliseconds."""
LONGEST: Final = 60
"""The seconds after which libFuzzer ends a process, which may also be slow because others are busy."""
MOST_MEMORY: Final = 2048
MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only new folders are made in it
NO_ATHERIS: Final = "fuzzing needs atheris, which runs on Linux: pip install -e '.[fuzz]'"


@attrs.frozen
class Fuzzing:
    """How targets are fuzzed.

    Args:
        corpus: The folder in which inputs are kept, in a folder for each target.
        seconds: How long each target runs.
        process: The script that fuzzes a target.
    """

    corpus: Path = CORPUS
    seconds: int = SECONDS
    process: Path = PROCESS

    def run(self, name: str) -> Figures:
        """Fuzz a target.

        Args:
            name: The name of the target.

        Returns:
            The figures.
        """
        target = TARGETS[name]
        inputs, found = self.corpus / "corpus" / name, self.corpus / "found" / name
        for folder in (inputs, found):
            folder.mkdir(parents=True, exist_ok=True)
        in_memory = MEMORY if MEMORY.is_dir() else None  # targets that write files would wait for a disk
        with tempfile.TemporaryDirectory(prefix="liveschema-fuzz-", dir=in_memory) as temporary:
            words, seeds = Path(temporary, "words"), Path(temporary, "seeds")
            first = list(target.seeds())
            words.write_text(dictionary_file(dictionary(first)), "ascii")
            seeds.mkdir()
            for number, seed in enumerate(first):
                (seeds / f"{number:04}").write_bytes(seed)
            command = [
                sys.executable, str(self.process), name, str(inputs), str(seeds), f"-max_total_time={self.seconds}",
                f"-timeout={LONGEST}", f"-report_slow_units={LONGEST}",
                f"-rss_limit_mb={MOST_MEMORY}", f"-max_len={target.longest}", f"-dict={words}",
                f"-artifact_prefix={found}/", "-print_final_stats=1", "-print_funcs=0",
            ]  # fmt: skip
            # libFuzzer ends a process without cleaning up, so its own temporary files belong into this folder, too.
            environment = {**_environment(), "TMPDIR": temporary}
            done = subprocess.run(command, cwd=temporary, capture_output=True, check=False, env=environment)
        output = (done.stdout + done.stderr).decode(errors="replace")
        (self.corpus / f"{name}.log").write_text(output, "utf-8")
        return confirmed(name, read_output(output, done.returncode))


def confirmed(name: str, figures: Figures) -> Figures:
    """Return figures without a timeout of an input that is not slow by itself.

    Args:
        name: The name of the target.
        figures: The figures.
    """
    if figures.artifact is None or not figures.artifact.name.startswith("timeout-"):
        return figures
    command = [sys.executable, str(ROOT / "tools" / "fuzz.py"), name, "--replay", str(figures.artifact)]
    done = subprocess.run(command, capture_output=True, check=False, env=_environment())
    return figures if done.returncode else attrs.evolve(figures, trouble="", artifact=None)


def _environment() -> dict[str, str]:
    """Return the environment of a process that tests this working tree."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}


def line_of(name: str, figures: Figures) -> str:
    """Return the line that says what a target has done."""
    return (
        f"{name:<14} {figures.runs:>9,} runs {figures.per_second:>6,}/s {figures.edges:>7,} edges "
        f"{figures.features:>7,} features {figures.new:>6,} new  {'1 finding' if figures.trouble else 'nothing found'}"
    )


def advice(name: str, figures: Figures) -> list[str]:
    """Return the lines that say what was found by a target, and what to do with it."""
    if not figures.trouble:
        return []
    found = [f"  {figures.trouble}"]
    if figures.artifact is not None:
        script = f"python tools/fuzz.py {name}"
        found += [f"  to see it:  {script} --replay {figures.artifact}"]
        found += [f"  to keep it: {script} --keep {figures.artifact}"]
    return found


def fuzz(names: Sequence[str], fuzzing: Fuzzing, jobs: int = 1) -> dict[str, Figures]:
    """Fuzz targets, and print a line for each when it has ended.

    Args:
        names: The names of the targets.
        fuzzing: How they are fuzzed.
        jobs: How many run at the same time.

    Returns:
        The figures of each target.
    """
    with ThreadPoolExecutor(jobs) as pool:
        found = {}
        for name, figures in zip(names, pool.map(fuzzing.run, names), strict=True):
            found[name] = figures
            print("\n".join([line_of(name, figures), *advice(name, figures)]), flush=True)
    return found


def table(found: dict[str, Figures], seconds: int) -> list[str]:
    """Return the figures as lines of Markdown."""
    rows = [
        f"| `{name}` | {each.runs:,} | {each.edges:,} | {each.features:,} | {int(bool(each.trouble))} |"
        for name, each in found.items()
    ]
    runs = sum(each.runs for each in found.values())
    day, python = datetime.now(UTC).date(), platform.python_version()
    return [
        f"{day}, Python {python}, {seconds:,} seconds for each target: {runs:,} runs.",
        "",
        "| target | runs | edges | features | found |",
        "| --- | ---: | ---: | ---: | ---: |",
        *rows,
    ]


def _limit(seconds: float) -> None:
    """End this process by a signal if it uses the processor for so many seconds; with 0, never."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _replayed(name: str, file: Path) -> int:
    """Test an input in all ways, and end in the traceback of what is wrong with it."""
    _limit(SLOWEST)
    try:
        TARGETS[name].check(file.read_bytes())
    finally:
        _limit(0)
    print(f"{name}: nothing is wrong with {file}")
    return 0


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz.py", description="Fuzz the readers with atheris.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="the targets (default: all)")
    parser.add_argument("--seconds", type=int, default=SECONDS, help=f"how long each runs (default: {SECONDS})")
    parser.add_argument("--jobs", type=int, default=1, help="how many run at the same time (default: 1)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="where inputs are kept (default: .cache/fuzz)")
    parser.add_argument("--record", action="store_true", help="write the figures to docs/verification.md")
    parser.add_argument("--list", action="store_true", help="print the names of the targets, and exit")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="test one input, without atheris")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="make one input small, and a test of it")
    options = parser.parse_args(arguments)
    unknown = sorted({*options.targets} - TARGETS.keys())
    file = options.replay or options.keep
    if unknown:
        parser.error(f"there is no target {unknown[0]!r}; --list prints all")
    if options.seconds < 1 or options.jobs < 1:
        parser.error("--seconds and --jobs must be at least 1")
    if file and len(options.targets) != 1:
        parser.error("--replay and --keep need one target")
    if file and not file.is_file():
        parser.error(f"there is no file {file}")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The arguments; None for those of the process.

    Returns:
        0 if nothing was found, 1 if something was, 2 if atheris is not installed.
    """
    options = _parsed(arguments)
    names = options.targets or [*TARGETS]
    if options.list:
        print("\n".join(names))
        return 0
    if options.replay:
        return _replayed(names[0], options.replay)
    if options.keep:
        print(f"{keep(names[0], options.keep.read_bytes())} is now tested by tests/tools/test_fuzz.py")
        return 0
    if importlib.util.find_spec("atheris") is None:
        print(NO_ATHERIS, file=sys.stderr)
        return 2
    found = fuzz(names, Fuzzing(options.corpus.absolute(), options.seconds), options.jobs)
    if options.record:
        record("fuzzing", table(found, options.seconds))
    return int(any(figures.trouble for figures in found.values()))


if __name__ == "__main__":
    sys.exit(main())
