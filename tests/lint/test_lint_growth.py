"""The cost of the command is linear in the size of its input, for each input format, command and report.

As in `test_growth.py`, the cost is measured in executed lines of Python.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bench_growth import BAD, GOOD, Case, cases, each, measure, recorded
from cost import lines_run
from lint_kit import Folder

from liveschema.engine.record import evolve
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.n8n.reader import n8n_documents

CASES = cases()
STEP = 8_000
"""The bytes by which the inputs differ in size."""


def run(folder: Folder, case: Case) -> None:
    command, *options = case.command
    assert folder.execute(command, case.file, *options).code in (0, 1)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_cost_of_a_run_is_linear_in_its_input(folder: Folder, name: str) -> None:
    costs = []
    for size in (STEP, 2 * STEP, 3 * STEP):
        CASES[name].write(folder.root, size)
        costs.append(lines_run(lambda: run(folder, CASES[name])))
    small, medium, large = costs
    assert large - medium < 1.2 * (medium - small) + 500


class Counted(list[Any]):
    """A list that counts how often all of it is looked at."""

    rounds = 0

    def __iter__(self) -> Iterator[Any]:
        self.rounds += 1
        return super().__iter__()


def test_the_problems_of_a_workflow_are_not_looked_through_for_each_node(tmp_path: Path) -> None:
    case = CASES["n8n, duplicate keys"]
    case.write(tmp_path, STEP)
    document = json_document((tmp_path / case.file).read_bytes())
    faults = Counted(document.faults)
    assert len(list(n8n_documents(evolve(document, faults=faults)))) > 10
    assert len(faults) > 10
    assert faults.rounds == 2


SIZE = 1_000_000
LIMITS = {
    "JSON list, valid": 8,
    "JSON list, findings": 8,
    "JSON list, one NaN": 8,
    "HAR, findings": 8,
    "timeline, JSON list": 8,
    "extract, HAR": 8,
    "YAML, one document": 60,
}
"""The most memory for each byte of a file that is read as a whole."""


def peak(case: Case, size: int) -> float:
    """Return the most bytes that a process needs to check an input."""
    _, mebibytes = measure(case, size, 300)
    return mebibytes * 2**20


@pytest.mark.slow
@pytest.mark.parametrize("name", LIMITS)
def test_the_memory_is_a_small_multiple_of_the_file(name: str) -> None:
    assert peak(CASES[name], SIZE) - peak(CASES[name], 1) < LIMITS[name] * SIZE


def line(body: object, operation: str = "update", **more: object) -> str:
    return json.dumps({**recorded(body, operation), **more}) + "\n"


LINES = Case(
    "a.jsonl",
    each(line(GOOD) * 9 + line(BAD)),
    before=line({"content_state": GOOD["content_state"]}, "start", response={"activity_id": "act_7"}),
)


@pytest.mark.slow
@pytest.mark.parametrize("command", [("check", "--jobs", "1"), ("timeline",), ("extract",)])
def test_the_memory_does_not_depend_on_the_number_of_lines(command: tuple[str, ...]) -> None:
    case = LINES._replace(command=command)
    assert peak(case, 8 * SIZE) - peak(case, 4 * SIZE) < 2 * SIZE


@pytest.mark.slow
def test_the_memory_does_not_depend_on_the_number_of_documents() -> None:
    case = CASES["YAML, many documents, valid"]
    assert peak(case, 4 * SIZE) - peak(case, 2 * SIZE) < 2 * SIZE
