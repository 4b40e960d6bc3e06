"""Verdicts on a payload: whether it is valid, and every problem it has."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from liveschema._compile import SPOTLESS, VALID, judged
from liveschema.constraints import Context, plain, report_request, spec_of
from liveschema.constraints._describe import got
from liveschema.models import REQUESTS
from liveschema.problems import Problem
from liveschema.rules import INVALID_STREAM_KEY
from liveschema.vocabulary import ActivityType, Operation

LONGEST_KEY: Final = 255
KEY_LETTERS: Final = "[A-Za-z0-9_-]"
_STREAM_KEY: Final = re.compile(rf"{KEY_LETTERS}{{1,{LONGEST_KEY}}}\Z")


def is_valid(payload: object, operation: Operation | str, *, activity_type: ActivityType | str | None = None) -> bool:
    """Say whether a payload breaks no rule that is an error.

    Args:
        payload: What would be sent: any Mapping, of Mappings, Sequences,
            strings, numbers and booleans. It is never changed, and nothing
            that it holds makes this function raise.
        operation: What it is sent for.
        activity_type: The type that the existing activity is known to have.
            It decides; without it, a payload without a type is valid where
            some type takes it.

    Returns:
        True exactly where `check` gives no error.

    Raises:
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    if activity_type is None:
        try:
            answer = VALID[operation](payload, None)
        except Exception:  # noqa: BLE001 - an operation may be none, an object may raise when it is read
            answer = None
        if answer is not None:
            return answer is not False
    return judged(VALID, payload, operation, activity_type)[0] is not False


def check(
    payload: object,
    operation: Operation | str,
    *,
    activity_type: ActivityType | str | None = None,
    enable: Collection[str] = (),
) -> list[Problem]:
    """Find every problem of a payload, errors and warnings.

    Args:
        payload: As for `is_valid`. A request that is sent without a body, as
            an ``end_stream`` may be, is checked as ``{}``.
        operation: As for `is_valid`.
        activity_type: As for `is_valid`.
        enable: Ids of rules to apply although they are off by default, such
            as ``legacy-operation``.

    Returns:
        The problems in document order, each once: an object's own problems
        come before those of its members.

    Raises:
        ValueError: If there is no such operation or activity type.

    .. versionadded:: 0.1.0
    """
    if not enable:
        answer, payload = judged(SPOTLESS, payload, operation, activity_type)
        if answer is not False:
            return []
    return report(payload, operation, activity_type, enable)


def report(
    payload: object,
    operation: Operation | str,
    activity_type: ActivityType | str | None,
    enable: Collection[str] = (),
) -> list[Problem]:
    """Find every problem of a payload that is known to have one.

    Args:
        payload: As for `check`.
        operation: As for `check`.
        activity_type: As for `check`.
        enable: As for `check`.

    Returns:
        As `check` does, without asking the predicate first.
    """
    operation = Operation(operation)
    known = None if activity_type is None else ActivityType(activity_type)
    context = Context(operation=operation, known=known, enable=frozenset(enable))
    return report_request(spec_of(REQUESTS[operation]), plain(payload), context)


def check_stream_key(key: object) -> list[Problem]:
    """Find what is wrong with a stream key, which stands in the path of a request.

    Args:
        key: The key.

    Returns:
        One problem, at the root, or none.

    .. versionadded:: 0.1.0
    """
    if isinstance(key, str) and _STREAM_KEY.match(key):
        return []
    came = f"{len(key):,} characters" if isinstance(key, str) and len(key) > LONGEST_KEY else got(plain(key))
    message = f"a stream key must be 1 to {LONGEST_KEY} characters of A-Z a-z 0-9 _ -, got {came}"
    return [INVALID_STREAM_KEY.at((), message)]
