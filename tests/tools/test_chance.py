"""Random payloads: all judges are asked, and a disagreement is found, made small and told."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any, Self

import chance  # puts the folders of the tests on the path
import covering_judges
import pytest
from chance import Result, main, run, table

# isort: split
import agreement_kit
import validators

from liveschema import Operation

pytestmark = pytest.mark.slow


class AtOnce:
    """A pool that runs everything in this process."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, call: Any, *arguments: Any) -> Future[Result]:
        future: Future[Result] = Future()
        future.set_result(call(*arguments))
        return future


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chance, "ProcessPoolExecutor", AtOnce)


def test_all_judges_agree_about_some_payloads() -> None:
    result = run(Operation.UPDATE, 60, seed=1)
    assert result.disagreement == ""
    assert result.seen["all"] >= 60
    assert result.seen["valid"] > 0 < result.seen["invalid"]
    assert run(Operation.UPDATE, 60, seed=1).seen == result.seen
    assert run(Operation.UPDATE, 60, seed=2).seen != result.seen


def test_a_judge_that_errs_is_found(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    right = validators.fast
    monkeypatch.setattr(agreement_kit, "fast", lambda *given: not right(*given))
    assert main(["end_stream", "--examples", "20", "--seed", "3"]) == 1
    out = capsys.readouterr().out
    assert "| end_stream |" in out
    # The smallest payload is shown, and the forms for which the judge errs.
    shown = out.partition("\nend_stream: {}\n")[2].splitlines()
    assert {*shown} == {
        f"  {form} form: valid, but not for fastjsonschema" for form in ("validation", "editor", "types")
    }


def test_a_judge_of_the_covering_suite_that_errs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(covering_judges.JUDGES, "oracle", lambda *_: covering_judges.Opinion(valid=False))
    said = run(Operation.END_STREAM, 20, seed=3).disagreement
    assert said.startswith("{}\n  ")
    assert "\n  oracle: invalid\n" in said


def test_the_table_has_a_line_for_each_operation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["end", "stream", "--examples", "10", "--seed", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(", seed 3:")
    assert [line.split(" | ")[0] for line in lines[2:]] == ["| operation", "| ---", "| end", "| stream"]
    assert all(line.endswith(" yes |") for line in lines[4:])
    (row,) = list(table([Result(Operation.END, {"all": 1000, "valid": 7}, 90.0, "{}")]))[2:]
    assert row == "| end | 1,000 | 7 | 0 | 0 | 0 | 1.5 min | no |"
