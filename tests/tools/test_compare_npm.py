"""The comparison of the npm package with this package: what is compared, and that a difference is told."""

from __future__ import annotations

import json
import math
import shutil
from collections import Counter
from typing import Any

import compare_npm
import pytest
from compare_npm import Case, Changes, Opaque, as_javascript_reads, cases, compare, is_shared, main, marked

from liveschema import ActivityType, Operation

BUILT = (compare_npm.PACKAGE / "dist").is_dir() and shutil.which("node") is not None
GOOD = {"activity_id": "a", "content_state": {"title": "x", "percentage": 4}}


class Echo:
    """A driver that gives prepared answers."""

    def __init__(self, *answers: tuple[bool, list[list[str]]]) -> None:
        self.answers = list(answers)

    def ask(self, case: Case) -> tuple[bool, list[list[str]]]:
        del case
        return self.answers.pop(0)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ({"b": 1, "10": 2, "9": 3, "01": 4, "4294967295": 5}, ["9", "10", "b", "01", "4294967295"]),
        (2.0, "2"),
        (2.5, "2.5"),
        (1e21, "1e+21"),
        (2**53 + 1, str(2**53)),
        (10**400, "inf"),
        (-(10**400), "-inf"),
        (math.nan, "nan"),
        (True, "True"),
        ("\ud83d\udca1", "'💡'"),
        ("\ud83d", "'\\ud83d'"),
        ([2.0, {"a": 3.0}], "[2, {'a': 3}]"),
    ],
)
def test_python_reads_a_payload_as_javascript_does(value: Any, read: Any) -> None:
    found = as_javascript_reads(value)
    assert (list(found) if isinstance(found, dict) else repr(found)) == read


def test_what_json_cannot_say_has_a_marker() -> None:
    value = {"a": [math.nan, math.inf, -math.inf, 1.5], "b": Opaque("date")}
    text = json.dumps(marked(value), allow_nan=False)
    assert json.loads(text) == {
        "a": [{"\0number": "nan"}, {"\0number": "inf"}, {"\0number": "-inf"}, 1.5],
        "b": {"\0opaque": "date"},
    }


def test_values_that_only_python_has_are_not_compared() -> None:
    assert is_shared({"a": [1, 2.5, "x", None, True, Opaque("map")]})
    assert not is_shared({1: "x"})
    assert not is_shared({"a": [(1, 2)]})
    assert not is_shared([object()])


def test_the_same_seed_makes_the_same_changes_which_leave_the_payload_as_it_is() -> None:
    before = json.dumps(GOOD)
    first, second = Changes(1), Changes(1)
    for changes in (first, second):
        changes.learn(GOOD)
    made = [repr([changes.changed(GOOD) for _ in range(200)]) for changes in (first, second)]
    assert made[0].replace(" ", "") == made[1].replace(" ", "") != ""
    assert json.dumps(GOOD) == before


def test_cases_are_of_the_operation_and_some_have_the_type_of_the_activity() -> None:
    found = list(cases(Operation.UPDATE, 300, seed=3))
    assert len(found) == 300
    assert {each.operation for each in found} == {Operation.UPDATE}
    assert {each.activity_type for each in found} == {None, *ActivityType}
    assert {len(each.enable) for each in found} == {0, 1, 2}
    kinds = Counter(each.expected()[0] for each in found)
    assert min(kinds[True], kinds[False]) > 20


def test_a_difference_is_told_with_the_payload_and_both_answers() -> None:
    bad = Case({**GOOD, "tags": [1]}, Operation.UPDATE)
    problem = ["wrong-type", "error", "/tags/0"]
    driver: Any = Echo((True, []), (False, [problem]), (True, [problem]), (False, []))
    seen = Counter[str]()
    lines = list(compare(driver, iter([Case(GOOD, Operation.UPDATE), bad, bad, bad]), seen))
    assert len(lines) == 2
    assert "'tags': [1]" in lines[0]
    assert "\n  Python: False [['wrong-type', 'error', '/tags/0']]\n  npm:    True " in lines[0]
    assert lines[1].endswith("npm:    False []")
    assert seen == {"all": 4, "valid": 1, "invalid": 3, "problems": 3, "rule wrong-type": 3}


def test_the_exit_code_says_whether_there_is_a_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Always(Echo):
        def ask(self, case: Case) -> tuple[bool, list[list[str]]]:
            return case.expected() if self.answers else (True, [])

        def close(self) -> None:
            pass

    monkeypatch.setattr(compare_npm, "Driver", lambda: Always((True, [])))
    recorded: dict[str, list[str]] = {}
    monkeypatch.setattr(compare_npm, "record", recorded.__setitem__)
    assert main(["--examples", "50", "--seed", "1", "--record"]) == 0
    printed = capsys.readouterr().out
    assert "50 payloads" in printed
    assert "0 differences" in printed
    assert recorded["npm"][0].endswith(f"{printed.strip()}.")
    monkeypatch.setattr(compare_npm, "Driver", Always)
    assert main(["--examples", "50", "--seed", "1"]) == 1
    printed = capsys.readouterr().out
    assert printed.count("  npm:    True []") == 10
    assert "seed 1: 50 payloads" in printed


@pytest.mark.slow
@pytest.mark.skipif(not BUILT, reason="the npm package is not built: run `nox -s npm`")
def test_both_packages_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--examples", "500"]) == 0
    assert "0 differences" in capsys.readouterr().out
