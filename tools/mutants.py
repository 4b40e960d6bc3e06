"""Change the code on purpose, one place at a time, and see whether the tests notice.

If no test notices a mutant, either a test is missing, or the mutant is
equivalent: it does what the code does. Equivalent mutants are listed with a
reason in ``mutants_equivalent.toml``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import multiprocessing
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Final

import attrs
from figures import record
from mutants_made import MUTATED, ROOT, Mutant, files_by_part, part_of, sample, sites
from mutants_tests import Measured, MeasureError, measure
from mutants_trial import DRIFT, Outcome, Tree, Trials

LISTED: Final = Path(__file__).with_name("mutants_equivalent.toml")
WANTED: Final = 98
"""How many of a hundred mutants, without the equivalent ones, must be noticed."""

Key = tuple[str, str, str]


@attrs.frozen
class Result:
    """What came out for a mutant of the sample.

    Args:
        mutant: The mutant.
        outcome: What became of it; None if it was not tried.
        is_listed: Whether it is listed as equivalent.
    """

    mutant: Mutant
    outcome: Outcome | None = None
    is_listed: bool = attrs.field(kw_only=True)

    @property
    def survived(self) -> bool:
        """Whether no test noticed the mutant, although it is not listed."""
        return self.outcome is not None and not self.outcome.by and not self.is_listed

    @property
    def is_wrongly_listed(self) -> bool:
        """Whether a test noticed the mutant, although it is listed."""
        return self.outcome is not None and bool(self.outcome.by) and self.is_listed


def key_of(mutant: Mutant) -> Key:
    """Return what identifies a mutant in the list of equivalent ones."""
    return mutant.site.file, mutant.before, mutant.after


def read_list(file: Path = LISTED) -> dict[Key, str]:
    """Return the reasons of the mutants that are listed as equivalent.

    Args:
        file: A file with tables ``equivalent``, each with ``file``, ``before``, ``after`` and ``reason``.

    Raises:
        ValueError: If an entry has no reason, is there twice, or its lines are no longer in its file.
    """
    listed: dict[Key, str] = {}
    for entry in tomllib.loads(file.read_text("utf-8")).get("equivalent", []):
        key = entry["file"], entry["before"].strip("\n"), entry["after"].strip("\n")
        lines = "\n".join(line.strip() for line in (ROOT / entry["file"]).read_text("utf-8").splitlines())
        for is_wrong, why in (
            (not entry["reason"], "has no reason"),
            (key in listed, "is there twice"),
            (key[1] not in lines, "is about lines that are no longer there"),
        ):
            if is_wrong:
                message = f"{file.name}: the entry for {key[1]!r} in {key[0]} {why}"
                raise ValueError(message)
        listed[key] = entry["reason"]
    return listed


_trials: list[Trials] = []


def _prepare(folder: Path, measured: Measured, numbers: multiprocessing.Queue[int]) -> None:
    tree = folder / f"tree-{numbers.get()}"
    tree.mkdir()
    _trials.append(Trials(Tree(tree), measured))


def _try(mutant: Mutant) -> Outcome:
    return _trials[0].outcome(mutant)


def _check() -> str:
    return _trials[0].unchanged()


def judge(mutants: Sequence[Mutant], jobs: int) -> Iterator[Outcome]:
    """Try mutants in several processes.

    Args:
        mutants: The mutants.
        jobs: How many processes.

    Yields:
        The outcomes, in any order.

    Raises:
        MeasureError: If a test fails without any mutant.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name)
        for each in ("first", "data"):
            (folder / each).mkdir()
        measured = measure(Tree(folder / "first").root, folder / "data", jobs)
        spawn = multiprocessing.get_context("spawn")
        numbers = spawn.Queue()
        for number in range(jobs):
            numbers.put(number)
        with ProcessPoolExecutor(jobs, spawn, _prepare, (folder, measured, numbers)) as pool:
            if by := pool.submit(_check).result():
                message = f"without any mutant, this fails where mutants are tried: {by}"
                raise MeasureError(message)
            waiting = [pool.submit(_try, mutant) for mutant in mutants]
            try:
                for future in as_completed(waiting):
                    yield future.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def table(results: Iterable[Result]) -> Iterator[str]:
    """Return the lines of a Markdown table of the parts."""
    yield "| part | mutants | noticed by a test | only by generated files | equivalent | not noticed |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    by_part = {part: Counter[str]() for part in [*MUTATED, "all"]}
    for result in results:
        word = _word(result)
        for part in (part_of(result.mutant.site.file), "all"):
            by_part[part].update([word, "mutants"])
    for part, counts in by_part.items():
        figures = [counts[word] for word in ("mutants", "test", DRIFT, "equivalent", "")]
        yield f"| {part} | {' | '.join(map(str, figures))} |"


def _word(result: Result) -> str:
    if result.is_listed:
        return "equivalent"
    by = result.outcome.by if result.outcome else ""
    return by if by in {"", DRIFT} else "test"


def share(results: Sequence[Result]) -> float:
    """Return how many of a hundred mutants were noticed, without those that are listed as equivalent."""
    counted = [result for result in results if not result.is_listed]
    return 100 * (1 - sum(result.survived for result in counted) / max(1, len(counted)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        The exit code: 0, or 1 if too few mutants are noticed, or 2 if they cannot be tried.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    known = {file for files in files_by_part().values() for file in files}
    if unknown := sorted({*options.files} - known):
        parser.error(f"{unknown[0]} is not among the files that are changed, such as {min(known)}")
    if options.sample < 1 or options.jobs < 1:
        parser.error("--sample and --jobs must be at least 1")
    start = time.monotonic()
    listed = read_list()
    chosen = sample(sites(options.files), options.sample, options.seed)
    tried = [mutant for mutant in chosen if options.listed or key_of(mutant) not in listed]
    results = [Result(mutant, is_listed=True) for mutant in chosen if mutant not in tried]
    try:
        for number, outcome in zip(itertools.count(1), judge(tried, options.jobs)):
            results.append(Result(outcome.mutant, outcome, is_listed=key_of(outcome.mutant) in listed))
            _tell(results[-1], number, len(tried))
    except MeasureError as error:
        print(error, file=sys.stderr)
        return 2
    lines = _summary(results, options.seed, time.monotonic() - start)
    print("\n".join(lines))
    if options.record:
        record("mutants", lines)
    return int(share(results) < WANTED or any(result.is_wrongly_listed for result in results))


def _summary(results: Sequence[Result], seed: int, seconds: float) -> list[str]:
    tried = sum(result.outcome is not None for result in results)
    head = (
        f"{dt.datetime.now(dt.UTC):%Y-%m-%d}: {len(results)} mutants, chosen by seed {seed}; "
        f"{tried} were tried in {seconds / 60:.0f} min. "
        f"Of those that are not equivalent, {share(results):.1f} % were noticed."
    )
    return [head, "", *table(results)]


def _tell(result: Result, number: int, count: int) -> None:
    place = f"{number} of {count}"
    if result.survived:
        print(f"{place}: not noticed\n{result.mutant}", flush=True)
    elif result.is_wrongly_listed and result.outcome is not None:
        print(f"{place}: listed as equivalent, but noticed by {result.outcome.by}\n{result.mutant}", flush=True)
    elif number % 50 == 0:
        print(place, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="change only these files, such as liveschema/text/scan.py"
    )
    parser.add_argument("--sample", type=int, default=200, metavar="N", help="how many mutants to try (default: 200)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="chooses the mutants (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many processes to use (default: 2)")
    parser.add_argument("--listed", action="store_true", help="also try mutants that are listed as equivalent")
    parser.add_argument("--record", action="store_true", help="write the table to docs/verification.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
