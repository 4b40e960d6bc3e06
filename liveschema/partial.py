"""The check of payloads of which some parts are not known yet, as in a template, a workflow or a program.

A partial payload is an ordinary payload with placeholders in it. It stands for
all whole payloads that it may become, and only what is wrong with each of them
is reported.
"""

from __future__ import annotations

from collections.abc import Collection

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityTypeLike, OperationLike
from liveschema.engine.partial.placeholders import restored
from liveschema.engine.partial.report import report_partial
from liveschema.engine.plain import is_plain, plain
from liveschema.engine.problems import Problem
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown, has_unknown
from liveschema.reports import require_known_names
from liveschema.verdicts import check, known_rules

__all__ = ["MORE", "UNKNOWN", "PartialText", "Unknown", "check_partial", "has_unknown"]


def check_partial(
    payload: object,
    operation: OperationLike,
    *,
    activity_type: ActivityTypeLike | None = None,
    enable: Collection[str] = (),
) -> list[Problem]:
    """Find every problem that a payload certainly has, whatever its unknown parts turn out to be.

    A payload without placeholders has the problems that `liveschema.check`
    finds. Otherwise:

    - If an error is reported, every payload that this one may become has an error.
    - If the activity type is known, each problem is reported by `check`, too,
      with the same rule at the same place, for every payload that this one may
      become and whose unknown parts have no errors. An object or a list with
      `MORE` counts as such a part, where its own members or items are too
      few or too many; what makes free content too deep counts, too. If the
      type of an action is not known, and each type has other errors,
      ``no-matching-type`` is reported at the action instead.
    - If the activity type is not known, the payload is checked by the rules of
      each type that it may have. If some of them find no error, only the
      warnings that these share are reported.

    A member with an unknown value is there; one that `may_be_missing` is
    neither there nor missing. An index in the path of a problem counts all
    items of the list as it is given, `MORE` included.

    Args:
        payload: The payload, as for `liveschema.check`, with any of these in
            it: `UNKNOWN` or `Unknown` instead of a value, `PartialText`
            instead of a string, `MORE` as a key of an object or as an item of a list.
        operation: The operation of the payload, an `Operation` or its value.
        activity_type: The type of the existing activity, an `ActivityType` or
            its value; None if it is not known.
        enable: Ids of rules to apply that are off by default, such as
            ``legacy-operation``.

    Returns:
        The problems in document order, without duplicates. Messages show an
        unknown piece of a string as ``…``. An empty list if nothing is certainly wrong.

    Raises:
        ValueError: If the operation, the activity type or a rule to enable does not exist.

    .. versionadded:: 0.1.0
    """
    enable = known_rules(enable)
    if is_plain(payload):
        return check(payload, operation, activity_type=activity_type, enable=enable)
    converted = restored(plain(payload))
    if not has_unknown(converted):
        # As `check`, which recognises bytes as JSON text.
        whole = payload if issubclass(type(payload), bytes | bytearray) else converted
        return check(whole, operation, activity_type=activity_type, enable=enable)
    mode, known = require_known_names(operation, activity_type)
    return report_partial(CONTRACT, converted, mode, known, enable)
