"""The covering suites: they have all combinations, each class is what it is called, and a wrong judge is found."""

from __future__ import annotations

import json
import re
from itertools import combinations, product
from pathlib import Path
from typing import Any

import attrs
import covering
import covering_fields
import covering_judges
import figures
import pytest
from amount import examples
from covering_array import Model, covering_array
from covering_fields import Content, Kind, Level, Place, places
from covering_judges import JUDGES, Court, Opinion, unknown_differences
from covering_payloads import Payload, Payloads
from covering_suites import Suite, all_classes, one_fault
from hypothesis import given
from hypothesis import strategies as st

from liveschema import Operation, StartRequest, check, is_valid
from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.engine.declare import field, model
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.scalars import Integer
from liveschema.partial import check_partial


@st.composite
def small_models(draw: st.DrawFn) -> tuple[Model, list[range], set[tuple[int, int]]]:
    """Draw a model, with its factors and the pairs that exclude each other."""
    made = Model()
    sizes = draw(st.lists(st.integers(1, 4), min_size=3, max_size=5))
    factors = [made.add(size, draw(st.lists(st.booleans(), min_size=size, max_size=size))) for size in sizes]
    made.usual = draw(st.integers(0, made.everything))
    pairs = [pair for one, other in combinations(factors, 2) for pair in product(one, other)]
    excluded = draw(st.sets(st.sampled_from(pairs), max_size=8))
    for pair in excluded:
        made.exclude(*pair)
    return made, factors, excluded


@given(small_models(), st.integers(1, 3), st.data())
@examples(400)
def test_every_possible_combination_is_in_the_array(
    drawn: tuple[Model, list[range], set[tuple[int, int]]], strength: int, data: st.DataObject
) -> None:
    made, factors, excluded = drawn
    among = data.draw(st.sampled_from([-1, -1, made.everything - 1]))
    possible = [row for row in product(*factors) if excluded.isdisjoint(combinations(row, 2)) and (among & 1 or row[0])]
    array = covering_array(made, strength, among=among)
    wanted, found = (
        {each for row in rows for each in combinations(row, strength) if all(made.counted >> one & 1 for one in each)}
        for rows in (possible, array.rows)
    )
    assert found == wanted
    assert set(array.rows) <= set(possible)
    assert array.covered == len(wanted)
    assert array.rows == covering_array(made, strength, among=among).rows
    counted = [[level for level in each if made.counted >> level & 1] for each in factors]
    everything = sum(len(list(product(*some))) for some in combinations(counted, strength))
    if possible and among == -1 and not excluded:
        assert array.excluded == 0
    assert array.covered + array.excluded <= everything


def test_a_pair_that_cannot_be_is_not_counted_although_only_one_of_its_levels_shows_it() -> None:
    made = Model()
    for counted in [False, False], [False, False], [True, False], [True]:
        made.add(len(counted), counted)
    for pair in (0, 3), (1, 4), (2, 4):
        made.exclude(*pair)  # the fifth level needs the first and the fourth, which exclude each other
    array = covering_array(made, 2)
    assert (array.rows, array.covered, array.excluded) == ([], 0, 1)


def levels(root: Place, label: str) -> dict[Kind, list[Any]]:
    """Return the values of a place by their class."""
    (place,) = (each for each in root.everything_inside() if each.label == label)
    found: dict[Kind, list[Any]] = {}
    for level in place.levels:
        found.setdefault(level.kind, []).append(level.value)
    return found


def test_the_classes_of_a_field_come_from_its_declaration() -> None:
    root = places(Operation.STREAM)
    percentage = levels(root, "content_state.percentage")
    assert (percentage[Kind.LOWEST], percentage[Kind.HIGHEST]) == ([0], [100])
    assert (percentage[Kind.BELOW], percentage[Kind.ABOVE]) == ([-5e-324], [100.00000000000001])
    steps = levels(root, "content_state.number_of_steps")
    assert (steps[Kind.LOWEST], steps[Kind.BELOW], steps[Kind.ABOVE]) == ([1], [0], [2**1024])
    assert steps[Kind.REFUSED] == [4.5]
    limit = levels(root, "content_state.upper_limit")
    assert (limit[Kind.LOWEST], limit[Kind.BELOW]) == ([5e-324], [0])
    tag = levels(root, "tags[0]")
    assert [len(*tag[kind]) for kind in (Kind.BELOW, Kind.LOWEST, Kind.HIGHEST, Kind.ABOVE)] == [0, 1, 64, 65]
    metrics = levels(root, "content_state.metrics")
    assert (metrics[Kind.BELOW], metrics[Kind.ABOVE]) == ([Content(0)], [Content(9)])
    assert levels(root, "metadata")[Kind.ABOVE] == [Content(51), Content(1, 16_385)]
    assert len(levels(root, "content_state.type")[Kind.GOOD]) == 7
    assert levels(root, "action.url")[Kind.GOOD][1:] == [
        "http://example.com",
        "x-safari-https://example.com",
        "shortcuts:example",
    ]
    for place in root.everything_inside():
        kinds = {level.kind for level in place.levels}
        assert Kind.GOOD in kinds, place.label
        assert place.is_key or {Kind.WRONG_TYPE, Kind.NULL} <= kinds, place.label
        assert not place.is_field or {Kind.ABSENT, Kind.MISPLACED, Kind.MISSPELT} <= kinds, place.label


def test_a_new_field_is_in_the_suite_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    @model()
    class NewRequest(StartRequest):
        operation = Operation.START
        urgency: int | None = field(Integer(minimum=0, maximum=5), default=None, doc="How urgent it is.", source="new")

    contract = evolve(CONTRACT, payloads={**REQUESTS, Operation.START: NewRequest})
    monkeypatch.setattr(covering_fields, "CONTRACT", contract)
    found = levels(places(Operation.START), "urgency")
    assert (found[Kind.LOWEST], found[Kind.HIGHEST], found[Kind.ABOVE]) == ([0], [5], [6])


def test_a_payload_has_what_its_classes_say() -> None:
    payloads = Payloads(Operation.UPDATE)
    at = {place.label: place for place in payloads.places}

    def state(**classes: tuple[str, Level]) -> dict[str, Any]:
        row = {at["content_state"]: Level(Kind.GOOD, Content())}
        row |= {at[label]: level for label, level in classes.values()}
        return payloads.payload(row)

    assert state(a=("content_state.icon", Level(Kind.GOOD, Content()))) == {
        "content_state": {"icon": {"symbol": "bolt.fill"}}
    }
    assert state(a=("content_state.badge", Level(Kind.MISPLACED))) == {
        "content_state": {},
        "badge": {"title": "Nightly backup"},
    }
    assert state(a=("content_state.subtitle", Level(Kind.MISSPELT)))["content_state"].keys() == {"subtitles"}
    metrics = state(a=("content_state.metrics", Level(Kind.HIGHEST, Content(8))))["content_state"]["metrics"]
    assert len({each["label"] for each in metrics}) > 1
    for size in (16_384, 16_385):
        metadata = payloads.payload({at["metadata"]: Level(Kind.HIGHEST, Content(1, size))})["metadata"]
        assert len(json.dumps(metadata, separators=(",", ":"))) == size


@pytest.fixture(scope="module", params=[Operation.START, Operation.END_STREAM])
def sparse(request: pytest.FixtureRequest) -> Suite:
    """Return the suite of one fault and of pairs of fields, of an operation with and of one without requirements."""
    return one_fault(Payloads(request.param), 2)


def is_about(problem: Problem, place: Place, level: Level) -> bool:
    """Return whether a problem is what a faulty class of a place should cause."""
    assert place.holder is not None
    if level.kind is Kind.ABSENT:
        return problem.path == place.holder.path and problem.rule in {"missing-field", "missing-type"}
    if level.kind is Kind.MISPLACED:
        host = place.host.path if place.host else ()
        return problem.path == (*host, place.name) and problem.rule in {"misplaced-field", "unknown-field"}
    if level.kind is Kind.MISSPELT:
        return problem.path == (*place.holder.path, place.misspelt) and problem.rule == "unknown-field"
    declared = tuple(step for step in place.path if step != "*")
    return problem.path[: len(declared)] == declared


@pytest.mark.slow
def test_the_only_fault_of_a_payload_is_reported_at_its_place(sparse: Suite) -> None:
    operation = sparse.structure.payloads.operation
    seen = set()
    for case in sparse.cases:
        payload = sparse.payload(case).payload
        if case.valid is not None:
            assert is_valid(payload, operation) == case.valid, payload
        if case.fault is not None and case.valid is not None:
            problems = check(payload, operation)
            assert any(is_about(each, *case.fault) for each in problems), (case.fault[0].label, case.fault[1], problems)
            seen.add(case.fault)
    kinds = {level.kind for _, level in seen}
    assert kinds >= set(Kind) - {Kind.GOOD, Kind.LOWEST, Kind.HIGHEST}
    for place in sparse.structure.payloads.places:
        assert any(its is place for its, _ in seen), place.label


@pytest.mark.slow
def test_sound_classes_are_put_together_and_with_each_fault(sparse: Suite) -> None:
    structure = sparse.structure
    sound = {number for case in sparse.cases if case.valid for number in case.numbers}
    together: dict[tuple[Place, Level], set[int]] = {}
    for case in sparse.cases:
        if case.fault is not None and case.fault[1].in_place:
            together.setdefault(case.fault, set()).update(case.numbers)
    outer = structure.payloads.root.inside
    for (place, level), numbers in together.items():
        for other in outer:
            # A field of the payload itself can stand beside any fault of another one.
            if place in outer and place is not other:
                assert sound.intersection(structure.ids[other]) <= numbers, (place, level, other)


def tiny(payloads: Payloads, strength: int) -> Suite:
    del strength
    return all_classes(payloads, 1)


@pytest.mark.slow
def test_the_judges_agree_and_the_payloads_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded: list[list[str]] = []
    monkeypatch.setattr(covering, "SUITES", (tiny,))
    monkeypatch.setattr(figures, "record", lambda name, lines: recorded.append([name, *lines]))
    arguments = ["--operation", "stream", "--operation", "end", "--write", str(tmp_path / "new"), "--record"]
    assert covering.main(arguments) == 0
    printed = capsys.readouterr().out
    ((name, about, _, *table),) = recorded
    *rows, _, said = printed.splitlines()
    assert (name, table) == ("covering", rows)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d: (.+)", about)[1] == said  # type: ignore[index] # it matches
    assert printed.count("| all classes |") == 2
    assert (
        "payloads with the combinations of 3 fields. Payloads about which a judge cannot say anything: con" in printed
    )
    lines = (tmp_path / "new" / "stream.jsonl").read_text("utf-8").splitlines()
    assert len(lines) > 20
    for line in lines:
        row = json.loads(line)
        problems = check(row["payload"], row["operation"])
        assert row["valid"] == is_valid(row["payload"], row["operation"])
        assert row["problems"] == [
            {"rule": each.rule, "pointer": each.pointer, "severity": each.severity} for each in problems
        ]


@pytest.mark.slow
def test_a_judge_that_is_wrong_is_found(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def lying(payload: Any, operation: Operation, _: Any) -> Opinion:
        return Opinion(is_valid(payload, operation) or "tags" in payload)

    monkeypatch.setattr(covering, "SUITES", (tiny,))
    monkeypatch.setitem(JUDGES, "predicate", lying)
    assert covering.main(["--operation", "update", "--strength", "2"]) == 1
    printed = capsys.readouterr().out
    assert "\n  predicate: valid\n  check: invalid (" in printed
    assert printed.count("\nupdate: {") == covering.SHOWN


def test_what_is_uncertain_must_not_decide() -> None:
    payload: Any = {"activity_id": "", "content_state": {"title": "x", "type": "progress", "percentage": 101}}
    case = Payload(payload, Operation.UPDATE, paths=[("content_state", "title")])
    judges = {"check": JUDGES["check"]}
    found = check(payload, "update")

    def heard(certain: Any, asked: Payload = case) -> list[str]:
        court = Court(judges, certain)
        return [line.partition(" at ")[0].partition(": error")[0] for _ in range(2) for line in court.hear(asked)]

    assert heard(check_partial) == []
    assert heard(lambda _, __: found[:1]) == ["without content_state.title: disappears: /content_state/percentage"]
    more = evolve(found[0], rule="too-long")
    assert heard(lambda _, __: [*found, more]) == ["without content_state.title: appears: /activity_id"]
    sound = attrs.evolve(
        case, payload=payload | {"activity_id": "a", "content_state": {"title": "x", "type": "alert", "message": "y"}}
    )
    assert heard(lambda _, __: found, sound) == [
        "without content_state.title: 2 errors are certain, although the payload is valid",
        "without content_state.title: appears: /activity_id",
        "without content_state.title: appears: /content_state/percentage",
    ]
    own = ("content_state", "percentage")
    assert unknown_differences(payload, own, found, [found[0], more], determined=True) == []
    wrong = attrs.evolve(case, valid=True, paths=[])
    assert Court(judges).hear(wrong) == [
        "check: invalid (empty-string at /activity_id, out-of-range at /content_state/percentage)",
        "the suite: valid",
    ]


def test_a_judge_may_be_unable_to_say_anything() -> None:
    court = Court({name: covering_judges.JUDGES[name] for name in ("check", "constructors", "jsonschema-rs", "oracle")})
    steps = {"title": "x", "type": "segmented_progress", "number_of_steps": 1, "current_step": 2}
    assert court.hear(Payload({"activity_id": "a", "content_state": steps}, Operation.UPDATE, valid=False)) == []
    assert court.hear(Payload({"activity_id": None, "content_state": steps}, Operation.UPDATE, valid=False)) == []
    assert court.silent == {"jsonschema-rs": 1, "constructors": 1}
