"""The fixes of problems of payloads: what each one does, and which can be made without another problem."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from amount import examples
from fixture_files import fixtures
from hypothesis import given
from hypothesis import strategies as st

import liveschema
from liveschema import Operation, OperationLike, Problem, check
from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.fixes import ReplaceValue
from liveschema.engine.fixing import Mending
from liveschema.engine.record import evolve
from liveschema.engine.report import problem_key
from liveschema.engine.rule import Safety
from liveschema.partial import UNKNOWN, PartialText, check_partial
from liveschema.testing import mutated, payloads

PROGRESS = {"title": "Backup", "type": "progress", "percentage": 42}
HOOK = {"title": "Retry", "type": "webhook", "url": "https://x.example/retry"}


def update(state: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"activity_id": "act_7", "content_state": state, **more}


def mending(payload: dict[str, Any], operation: OperationLike = "update") -> Mending:
    def report(changed: object) -> list[Problem]:
        return check(changed, operation)

    return Mending(payload, report(payload), report)


def mended(payload: dict[str, Any], operation: OperationLike = "update", *, unsafe: bool = False) -> Any:
    """Return a payload with all fixes that can be made, in as many rounds as it takes."""
    while True:
        step = mending(payload, operation)
        if not list(step.choose(unsafe=unsafe)):
            return payload
        payload = step.payload  # type: ignore[assignment] # an object stays an object


@pytest.mark.parametrize(
    ("payload", "title", "safe"),
    [
        (update({**PROGRESS, "subtitel": "Disk 2"}), "rename subtitel to subtitle", True),
        (update({"title": "Backup", "percentge": 42}), "rename percentge to percentage", True),
        (update(PROGRESS, tag=["nightly"]), "rename tag to tags", False),
        (update({**PROGRESS, "percentage": "42"}), "write 42 for percentage", True),
        (update({**PROGRESS, "percentage": "42.5"}), "write 42.5 for percentage", True),
        (update({**PROGRESS, "color": "Blue"}), 'write "blue" for color', True),
        (update({**PROGRESS, "color": "grey"}), 'write "gray" for color', True),
        (update({**PROGRESS, "type": "Progress"}), 'write "progress" for type', True),
        (update(PROGRESS, action={**HOOK, "method": "post"}), 'write "POST" for method', True),
        (update({**PROGRESS, "subtitle": None}), "leave subtitle out", True),
        (update(PROGRESS, icon={"symbol": "bolt"}), "move icon into content_state", True),
        (update({**PROGRESS, "tags": ["nightly"]}), "move tags into the request", True),
        (update({**PROGRESS, "duration_seconds": 60}), "leave duration_seconds out", False),
        (update({**PROGRESS, "counts_down": False}), "leave counts_down out", False),
        (update({**PROGRESS, "number_of_steps": None}), "leave number_of_steps out", True),
        (update(PROGRESS, channels=["ops"]), "leave channels out", False),
        (
            update(PROGRESS, action={"title": "Retry", "url": "https://x.example", "method": "GET"}),
            'add "type": "webhook"',
            True,
        ),
        (
            update(PROGRESS, action={**HOOK, "url": "http://x.example/retry"}),
            'write "https://x.example/retry" for url',
            False,
        ),
        (
            update(PROGRESS, action={**HOOK, "url": "https://x.example/a b"}),
            'write "https://x.example/a%20b" for url',
            True,
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_mechanical_mistake_has_a_fix(payload: dict[str, Any], title: str, safe: bool) -> None:  # noqa: FBT001 - a parameter of a test
    (problem,) = check(payload, "update")
    assert problem.fix is not None
    assert (problem.fix.title, problem.fix.safe) == (title, safe)
    assert liveschema.is_valid(problem.fix.apply(payload), "update")


def test_what_every_type_accepts_does_not_tell_the_type() -> None:
    action = {"title": "Open", "url": "https://x.example", "method": "POST"}  # the official SDK adds it to all
    (problem,) = check(update(PROGRESS, action=action), "update")
    assert (problem.rule, problem.fix) == ("missing-type", None)


@pytest.mark.parametrize("known", [{}, {"job": UNKNOWN}])
def test_an_entry_of_metadata_is_not_left_out(known: dict[str, Any]) -> None:
    payload = update(PROGRESS, metadata={"run": None, **known})  # an empty object would clear the metadata
    assert [(each.rule, each.fix) for each in check_partial(payload, "update")] == [("null-value", None)]
    if not known:
        assert mended(payload, unsafe=True) is payload


def test_a_fix_that_takes_the_fix_of_another_problem_away_is_not_made() -> None:
    state = {"title": "Backup", "percentage": 5, "alert": {"title": "Done"}}
    payload = {"content_state": state, "title": "Nightly", "message": "All done"}
    step = mending(payload, "start")
    assert [each.fix and each.fix.title for each in step.choose(unsafe=False)] == [
        "move alert into the request",
        'add "type": "progress"',
    ]


def test_a_missing_type_is_added_if_the_fields_leave_only_one() -> None:
    (problem,) = check({"content_state": {"title": "Backup", "percentage": 42}}, "start")
    assert problem.fix is not None
    assert problem.fix.title == 'add "type": "progress"'
    open_to_several = {**PROGRESS}, {"title": "Open", "url": "https://x.example"}
    (problem,) = check(update(open_to_several[0], action=open_to_several[1]), "update")
    assert problem.fix is None


@pytest.mark.parametrize(
    "payload",
    [
        update({**PROGRESS, "weather": "fine"}),
        update({**PROGRESS, "percentage": "42 %"}),
        update({**PROGRESS, "percentage": True}),
        update({**PROGRESS, "percentage": 142}),
        update({**PROGRESS, "color": "#ff0000"}),
        update({**PROGRESS, "title": None}),
        update({"title": "Servers", "type": "metrics"}),
        update({"title": "Servers", "type": "metrics", "metrics": [None]}),
        update(PROGRESS, stream_key="prod"),
        update(PROGRESS, action={**HOOK, "url": "https://"}),
    ],
    ids=repr,
)
def test_what_only_a_person_can_decide_has_no_fix(payload: dict[str, Any]) -> None:
    (problem,) = check(payload, "update")
    assert problem.fix is None


def test_a_fix_that_uncovers_a_mistake_without_one_is_not_made() -> None:
    payload = update({"title": "Backup", "percentge": 142})
    assert [each.fix is not None for each in check(payload, "update")] == [True]
    assert mended(payload, unsafe=True) is payload


def test_a_fix_that_uncovers_mistakes_with_fixes_is_made_and_then_these() -> None:
    state = {"title": "Deploy", "currentStep": "1", "numberOfSteps": "4", "Color": "Blue"}
    payload = {"activityId": "act_7", "contentState": state, "Tags": ["ops"]}
    assert mended(payload) == {
        "activity_id": "act_7",
        "content_state": {"title": "Deploy", "current_step": 1, "number_of_steps": 4, "color": "blue"},
        "tags": ["ops"],
    }


def test_a_fix_is_not_safe_if_what_it_uncovers_is_not() -> None:
    action = {**HOOK, "URL": "http://x.example"}
    del action["url"]
    payload = update(PROGRESS, action=action)
    assert mended(payload) is payload
    assert mended(payload, unsafe=True)["action"] == {**HOOK, "url": "https://x.example"}


def test_of_two_fields_that_would_have_the_same_name_one_is_renamed() -> None:
    payload = update({"titel": "Backup", "tilte": "Nightly", "type": "progress", "percentage": 42})
    step = mending(payload)
    assert [each.path for each in step.choose(unsafe=True)] == [("content_state", "titel")]
    assert list(step.choose(unsafe=True)) == []


def test_of_very_many_fixes_the_first_hundred_are_tried_in_a_round() -> None:
    metrics = [{"lable": f"CPU {number}", "value": number} for number in range(130)]
    payload = update({"title": "Servers", "type": "metrics", "metrics": metrics})
    assert len(list(mending(payload).choose(unsafe=False))) == 100
    assert [each.rule for each in check(mended(payload), "update")] == ["too-many-items"]


def test_fixes_that_are_not_safe_follow_those_that_are() -> None:
    payload = update({**PROGRESS, "color": "Blue", "duration_seconds": 60})
    step = mending(payload)
    assert [each.rule for each in step.choose(unsafe=False)] == ["unknown-color"]
    assert [each.rule for each in step.choose(unsafe=True)] == ["misplaced-field"]
    assert step.payload == update({**PROGRESS, "color": "blue"})


def test_a_fix_after_which_its_problem_is_still_there_is_not_made() -> None:
    problems = check(update({**PROGRESS, "color": "Blue"}), "update")
    step = Mending(update({**PROGRESS, "color": "Blue"}), problems, lambda _: problems)
    assert list(step.choose(unsafe=True)) == []


def test_a_fix_that_another_one_always_has_to_follow_is_not_made() -> None:
    def report(payload: Any) -> list[Problem]:
        path = ("content_state", f"{payload['content_state']['n']}")
        fix = ReplaceValue(path=("content_state", "n"), safe=True, value=payload["content_state"]["n"] + 1)
        return [evolve(problem, path=path, fix=fix)]

    (problem,) = check(update({**PROGRESS, "color": "Blue"}), "update")
    payload = {"content_state": {"n": 1}}
    assert list(Mending(payload, report(payload), report).choose(unsafe=True)) == []


def test_what_is_only_partly_known_has_no_fix_of_its_value_but_one_of_its_name() -> None:
    state = {"title": "Backup", "color": PartialText(["Blu", ""]), "percentge": UNKNOWN}
    found = check_partial(update(state), "update")
    assert [(each.rule, each.fix and each.fix.title) for each in found] == [
        ("unknown-color", None),
        ("unknown-field", "rename percentge to percentage"),
    ]


def test_the_catalogue_says_which_rules_have_fixes_and_whether_these_are_safe() -> None:
    safeties: dict[str, set[bool]] = defaultdict(set)
    for fixture in fixtures("warnings", "invalid"):
        for problem in fixture.check(fixture.payload):
            if problem.fix is not None:
                safeties[problem.rule].add(problem.fix.safe)
    said = {rule.id: rule.remedy.safety for rule in CATALOGUE.values() if rule.remedy is not None}
    meant = {Safety.SAFE: {True}, Safety.UNSAFE: {False}, Safety.MIXED: {True, False}}
    assert said.keys() >= safeties.keys()
    for rule, safety in said.items():
        assert safeties[rule] <= meant[safety], rule


@given(st.data(), st.sampled_from(Operation), st.booleans())
@examples(150)
def test_after_every_fix_its_problem_is_gone_and_none_is_new(
    data: st.DataObject,
    operation: Operation,
    unsafe: bool,  # noqa: FBT001 - drawn
) -> None:
    damaged = payloads(operation, valid=False)
    payload = data.draw(mutated(damaged, operation) | damaged)
    before = check(payload, operation)
    after = mended(payload, operation, unsafe=unsafe)
    left = check(after, operation)
    assert after is payload or len(left) < len(before)
    assert {each.rule for each in left} <= {each.rule for each in before}
    assert mended(after, operation, unsafe=unsafe) is after
    for problem in before:
        if problem.fix is not None and problem_key(problem) not in map(problem_key, left):
            assert unsafe or problem.fix.safe or problem.rule == "missing-field"
