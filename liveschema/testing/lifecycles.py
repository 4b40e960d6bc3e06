"""Strategies of whole lifecycles: valid sequences of requests to one activity."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from liveschema.contract.requests import CONTRACT
from liveschema.contract.states import STATES
from liveschema.contract.stream_key import LETTERS
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, Operation
from liveschema.engine.cross_field_tests import Compare
from liveschema.engine.problems import Severity
from liveschema.lifecycle import Step
from liveschema.testing.context import GenerationContext
from liveschema.testing.payloads import valid_payloads

_MOST: Final = 2
"""The most requests between the first and the last; few, so that lifecycles are fast to generate."""
_DAY: Final = 86_400
_MANAGED: Final = (Operation.STREAM, Operation.STREAM, Operation.END_STREAM)
_MANUAL: Final = (Operation.START, Operation.UPDATE, Operation.END)


def lifecycles(
    type: ActivityTypeLike | None = None,  # noqa: A002 - the name of the field in the payload
    *,
    managed: bool | None = None,
) -> st.SearchStrategy[list[Step]]:
    """Return a strategy of whole lifecycles of one activity, from the first request to the last.

    Args:
        type: The activity type; None for any.
        managed: True for ``stream`` and ``end_stream`` requests, False for
            ``start``, ``update`` and ``end`` requests; None for either.

    Returns:
        A strategy of lists of two to four `liveschema.lifecycle.Step`. If they
        are passed to `liveschema.lifecycle.Lifecycle.apply` in order, none has
        an error, and the last one ends the activity. Later payloads may leave
        out fields that earlier ones contain. Times are in seconds from 0 and
        never decrease; steps are at most one day apart.

    Raises:
        ValueError: If the activity type is unknown.

    .. versionadded:: 0.1.0
    """
    types = list(ActivityType) if type is None else [ActivityType(type)]
    return _lives(types, [False, True] if managed is None else [managed])


@st.composite
def _lives(draw: st.DrawFn, types: list[ActivityType], ways: list[bool]) -> list[Step]:
    activity_type, managed = draw(st.sampled_from(types)), draw(st.sampled_from(ways))
    first, more, last = _MANAGED if managed else _MANUAL
    key = draw(st.from_regex(rf"{LETTERS}{{1,12}}", fullmatch=True))
    operations = [first, *[more] * draw(st.integers(0, _MOST)), last]
    steps: list[Step] = []
    kept: dict[str, Any] = {}
    at = 0
    for index, operation in enumerate(operations):
        # The first stream request must have all that a start needs, as those without warnings do.
        context = GenerationContext(operation, activity_type, no_warnings=managed and not index)
        payload: dict[str, Any] = draw(valid_payloads(context))
        _follow(payload.get(CONTRACT.inferred_fields[operation].name, {}), activity_type, kept)
        if "activity_id" in payload:
            payload["activity_id"] = key
        answered = key if operation is Operation.START else None
        steps.append(Step(payload, operation, key if managed else None, answered, float(at)))
        at += draw(st.integers(0, _DAY))
    return steps


def _follow(state: dict[str, Any], activity_type: ActivityType, kept: dict[str, Any]) -> None:
    """Adapt a state to the fields that the activity keeps from earlier requests, and record those of this one."""
    for rule in STATES.specs[activity_type].rules:
        test = rule.test
        if rule.severity is Severity.ERROR and isinstance(test, Compare):
            (group,) = test.groups
            kept.update({name: state[name] for name in group if name in state})
            if test.first in state and test.second in kept and any(True for _ in test.breaches(group, kept)):
                kept[test.first] = state[test.first] = kept[test.second]
