"""The judges of a payload, which must agree: each says whether it is valid, and some list its problems."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

import attrs
from covering_payloads import Payload

import liveschema
from liveschema import ActivityType, InvalidPayload, Operation, Problem, Severity
from liveschema.contract.requests import CONTRACT
from liveschema.engine.partial.report import report_partial
from liveschema.engine.plain import plain
from liveschema.export import BEYOND_SCHEMA
from liveschema.partial import UNKNOWN, check_partial
from liveschema.reports import report

_TESTS: Final = Path(__file__).resolve().parents[1] / "tests"
sys.path += [str(_TESTS), str(_TESTS / "export")]

from by_hand import CannotBeWrittenError, build  # noqa: E402 - found by the path above
from oracle import valid as valid_by_oracle  # noqa: E402
from oracle_kit import oracle_knows  # noqa: E402
from partial_kit import is_determined, reads  # noqa: E402
from validators import by_rust, fast  # noqa: E402

_BEYOND: Final = {rule.id for rule in BEYOND_SCHEMA}
_TAGS: Final = frozenset(map(str, ActivityType))


@attrs.frozen
class Opinion:
    """What a judge says about a payload.

    Args:
        valid: Whether it is valid.
        problems: All problems, in order; None from a judge that lists none.
    """

    valid: bool
    problems: tuple[Problem, ...] | None = None

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Opinion:
        """Return the opinion of a judge that lists problems."""
        return cls(not errors_in(problems), tuple(problems))


Judge = Callable[[Any, Operation, Sequence[Problem]], Opinion | None]
"""A function of a payload, its operation, and the problems that `liveschema.check` finds; None if it cannot say."""


def errors_in(problems: Sequence[Problem]) -> list[Problem]:
    """Return the errors among some problems."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _predicate(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion:  # noqa: ANN401 - JSON
    del found
    return Opinion(liveschema.is_valid(payload, operation))


def _check(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion:  # noqa: ANN401 - JSON
    del payload, operation
    return Opinion.of(found)


def _report(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion:  # noqa: ANN401 - JSON
    del found
    return Opinion.of(report(payload, operation, None, copy=plain(payload)))


def _partial_report(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion | None:  # noqa: ANN401 - JSON
    del found
    if isinstance(payload, str):
        return None  # to text, others say in a hint that it may be JSON
    return Opinion.of(report_partial(CONTRACT, plain(payload), operation))


def _load(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion:  # noqa: ANN401 - JSON
    del found
    try:
        liveschema.load(payload, operation)
    except InvalidPayload as error:
        return Opinion.of(error.problems)
    return Opinion(valid=True)


def _constructors(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion | None:  # noqa: ANN401 - JSON
    del found
    try:
        build(payload, operation)
    except InvalidPayload:
        return Opinion(valid=False)
    except CannotBeWrittenError:
        return None
    return Opinion(valid=True)


def _oracle(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion | None:  # noqa: ANN401 - JSON
    del found
    return Opinion(valid_by_oracle(payload, operation)) if oracle_knows(payload, None) else None


def _jsonschema_rs(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion | None:  # noqa: ANN401 - JSON
    return None if _is_beyond(found) else Opinion(bool(by_rust(operation, "validation").is_valid(payload)))


def _fastjsonschema(payload: Any, operation: Operation, found: Sequence[Problem]) -> Opinion | None:  # noqa: ANN401 - JSON
    return None if _is_beyond(found) else Opinion(fast(payload, operation, "validation"))


def _is_beyond(found: Sequence[Problem]) -> bool:
    """Return whether no schema can say what is wrong with a payload."""
    rules = {problem.rule for problem in errors_in(found)}
    return bool(rules) and rules <= _BEYOND


JUDGES: Final[Mapping[str, Judge]] = {
    "predicate": _predicate,
    "check": _check,
    "report": _report,
    "partial report": _partial_report,
    "load": _load,
    "constructors": _constructors,
    "oracle": _oracle,
    "jsonschema-rs": _jsonschema_rs,
    "fastjsonschema": _fastjsonschema,
}


class Court:
    """The judges together, and how often each of them could not say anything.

    Args:
        judges: The judges by name.
        partial: The judge of partial payloads.
        seed: The seed for the choice of the field that becomes unknown.
    """

    def __init__(
        self,
        judges: Mapping[str, Judge] = JUDGES,
        partial: Callable[[Any, Operation], Sequence[Problem]] = check_partial,
        seed: int = 0,
    ) -> None:
        self.judges, self.partial = judges, partial
        self.silent: Counter[str] = Counter()
        self.heard = 0
        self.found_valid = False
        """Whether `liveschema.check` finds no error in the last payload."""
        self._chance = Random(seed)  # noqa: S311 - not for secrets

    def hear(self, case: Payload) -> list[str]:
        """Ask all judges about a payload.

        Args:
            case: The payload, with what is known about it.

        Returns:
            The verdicts as lines of text, if they differ; otherwise nothing.
        """
        self.heard += 1
        found = liveschema.check(case.payload, case.operation)
        self.found_valid = not errors_in(found)
        whole = self.heard % 2 == 0 or not case.paths
        asked = {name: judge for name, judge in self.judges.items() if whole or name != "partial report"}
        opinions = {name: judge(case.payload, case.operation, found) for name, judge in asked.items()}
        self.silent.update(name for name, opinion in opinions.items() if opinion is None)
        given = {name: opinion for name, opinion in opinions.items() if opinion is not None}
        if case.valid is not None:
            given["the suite"] = Opinion(case.valid)
        verdicts = {opinion.valid for opinion in given.values()}
        lists = {opinion.problems for opinion in given.values() if opinion.problems is not None}
        if len(verdicts) > 1 or len(lists) > 1:
            return [_line(name, opinion) for name, opinion in given.items()]
        if whole:
            return []
        place = self._chance.choice(case.paths)
        blurred = _replaced(case.payload, place)
        certain = self.partial(blurred, case.operation)
        return unknown_differences(case.payload, place, found, certain, determined=is_determined(blurred, None))


def _replaced(value: Any, path: Sequence[str | int]) -> Any:  # noqa: ANN401 - JSON
    """Return a copy of a value in which the one at a path is unknown."""
    if not path:
        return UNKNOWN
    changed = value.copy()
    changed[path[0]] = _replaced(value[path[0]], path[1:])
    return changed


def unknown_differences(
    payload: Any,  # noqa: ANN401 - JSON
    place: tuple[str | int, ...],
    found: Sequence[Problem],
    certain: Sequence[Problem],
    *,
    determined: bool,
) -> list[str]:
    """Compare the problems of a payload with those that are certain while one value is unknown.

    Args:
        payload: The whole payload.
        place: The path of the value.
        found: The problems of the whole payload.
        certain: The problems that are certain without the value.
        determined: Whether the type of the activity does not depend on the value.

    Returns:
        The differences that break a promise of `liveschema.check_partial`, as lines of text.
    """
    lines = []
    errors = errors_in(found)
    if errors_in(certain) and not errors:
        lines.append(f"{len(errors_in(certain))} errors are certain, although the payload is valid")
    own = any(problem.path[: len(place)] == place for problem in errors)
    deep = any(problem.rule == "too-deep" for problem in errors)
    if determined and not own and not deep:
        known = {(problem.rule, problem.path) for problem in found}
        added = [each for each in certain if (each.rule, each.path) not in known and each.rule != "no-matching-type"]
        lines += [f"appears: {problem}" for problem in added]
    state = payload.get("content_state") if isinstance(payload, dict) else None
    if isinstance(state, dict) and state.get("type") in _TAGS:
        known = {(problem.rule, problem.path) for problem in certain}
        lost = [each for each in found if (each.rule, each.path) not in known and not reads(each, place)]
        lines += [f"disappears: {problem}" for problem in lost]
    return [f"without {'.'.join(map(str, place))}: {line}" for line in lines]


def _line(name: str, opinion: Opinion) -> str:
    verdict = "valid" if opinion.valid else "invalid"
    problems = ", ".join(f"{each.rule} at {each.pointer or '(root)'}" for each in opinion.problems or ())
    return f"{name}: {verdict}{f' ({problems})' if problems else ''}"
