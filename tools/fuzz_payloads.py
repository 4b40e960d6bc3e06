"""The fuzz targets of the library: what `loads`, `check` and `check_partial` promise about any payload."""

from __future__ import annotations

import json
import random
from typing import Any, NamedTuple
from zlib import crc32

from fuzz_kits import TYPES, blurred, valid
from fuzz_promise import promise, same

from liveschema._generated.rule_index import OFF_BY_DEFAULT
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.convert import dump, dumps, load, loads
from liveschema.engine.problems import InvalidPayload, Problem, Severity
from liveschema.engine.rules import INVALID_UTF8
from liveschema.models import Request
from liveschema.partial import check_partial
from liveschema.text.lines import Lines
from liveschema.text.read import decode, read_json
from liveschema.verdicts import check, is_valid

KNOWN: tuple[ActivityType | None, ...] = (None, *ActivityType)
BLURS = 3
"""The partial payloads that are made of each payload."""
_ORACLE_KNOWS_ALL = set(ActivityType) <= set(TYPES)


class Outcome(NamedTuple):
    """What came of reading a text.

    Args:
        request: The model; None if the text is refused.
        problems: The problems for which it is refused.
    """

    request: Request | None
    problems: tuple[Problem, ...] = ()


def check_loads(source: bytes, operation: Operation) -> None:
    """Test `loads` with a text: bytes, text, plain data and models get one verdict."""
    value, faults = read_json(source)
    known = _known(source)
    found = _outcome(source, operation, known)
    _check_problems(found.problems)
    _check_positions(found.problems, source)
    try:
        text = source.decode()
    except UnicodeDecodeError:
        promise(faults, "bytes that are not UTF-8 are a fault")
    else:
        in_utf8 = all(fault.rule != INVALID_UTF8.id for fault in faults)  # UTF-16 may be decoded as UTF-8
        same("bytes and text get one result", found, _outcome(text, operation, known) if in_utf8 else found)
    if faults:
        promise(found.request is None, "a text with a fault is refused", faults)
    else:
        _check_data(value, operation, known, found)


def _known(source: bytes) -> ActivityType | None:
    """Return the type of the existing activity for an input: always the same one for the same input."""
    return KNOWN[crc32(source[::-1]) % len(KNOWN)]


def _outcome(text: str | bytes, operation: Operation, known: ActivityType | None) -> Outcome:
    try:
        return Outcome(loads(text, operation, activity_type=known))
    except InvalidPayload as invalid:
        return Outcome(None, invalid.problems)


def _check_data(value: object, operation: Operation, known: ActivityType | None, found: Outcome) -> None:
    """Test that the value of a text gets the result of the text, also after it was dumped."""
    problems = check(value, operation, activity_type=known)
    same("loads and is_valid agree", found.request is not None, is_valid(value, operation, activity_type=known))
    if found.request is None:
        same("loads and check find the same problems", found.problems, tuple(problems))
        return
    promise(not _errors(problems), "check finds no error in what loads accepts", problems)
    dumped = dump(found.request)
    same("a dumped payload loads as the same model", found.request, load(dumped, operation, activity_type=known))
    same("dump and dumps agree", found.request, loads(dumps(found.request), operation, activity_type=known))


def _check_positions(problems: tuple[Problem, ...], source: bytes) -> None:
    text, _ = decode(source)
    lines = Lines(text or "")
    for problem in problems:
        if problem.line is not None:
            promise(1 <= problem.line <= len(lines.starts), "a fault is in a line of the text", problem)
            place = lines.offset(problem.line, problem.column or 0)
            promise(0 <= place <= len(lines.text), "a fault is in the text", problem)


def check_value(source: bytes, operation: Operation) -> None:
    """Test `check` with the value of a JSON text: all judges give one verdict, and nothing is changed."""
    value = _value(source)
    if value is Ellipsis:
        return
    before = repr(value)
    known = _known(source)
    problems = check(value, operation, activity_type=known)
    verdict = is_valid(value, operation, activity_type=known)
    _check_problems(problems)
    _check_paths(value, problems)
    same("check and is_valid agree", verdict, not _errors(problems))
    same("a second check finds the same", problems, check(value, operation, activity_type=known))
    same("load and is_valid agree", verdict, _loads(value, operation, known))
    if _ORACLE_KNOWS_ALL:
        same("the oracle and is_valid agree", valid(value, operation, known), verdict)
    more = check(value, operation, activity_type=known, enable=OFF_BY_DEFAULT)
    promise(all(each in more for each in problems), "more rules find no less", problems, more)
    same("a payload is not changed", before, repr(value))


def _loads(value: object, operation: Operation, known: ActivityType | None) -> bool:
    try:
        load(value, operation, activity_type=known)
    except InvalidPayload:
        return False
    return True


def check_blurred(source: bytes, operation: Operation) -> None:
    """Test `check_partial` with the value of a JSON text, parts of which are made unknown."""
    value = _value(source)
    if value is Ellipsis:
        return
    chance = random.Random(crc32(source))  # noqa: S311 - the same choices for the same input
    known = _known(source)
    problems = check(value, operation, activity_type=known)
    same("a whole payload gets one report", problems, check_partial(value, operation, activity_type=known))
    for _ in range(BLURS):
        partial = blurred(value, chance).partial
        certain = check_partial(partial, operation, activity_type=known)
        _check_problems(certain)
        again = check_partial(partial, operation, activity_type=known)
        same("a second check of a partial payload finds the same", certain, again)
        promise(_errors(problems) or not _errors(certain), "what is certain is an error", partial, certain)


def _value(source: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text as Python reads it; an ellipsis if there is none."""
    try:
        return json.loads(source)
    except (ValueError, RecursionError):
        return ...


def _errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _check_problems(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Test that each problem is one printable line, and that none is there twice."""
    for problem in problems:
        promise(str(problem).isprintable(), "a problem is one printable line", problem)
    promise(len(set(problems)) == len(problems), "no problem is reported twice", problems)


def _check_paths(value: Any, problems: list[Problem]) -> None:  # noqa: ANN401 - any JSON value
    for problem in problems:
        inside = value
        for step in problem.path:
            is_there = step in inside if isinstance(inside, dict) else step in range(len(inside))
            promise(is_there, "the path of a problem leads to a value", problem)
            inside = inside[step]
