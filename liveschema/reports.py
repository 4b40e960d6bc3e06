"""The report on a payload that is known to have problems."""

from __future__ import annotations

from collections.abc import Collection

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine import report as engine_report
from liveschema.engine.plain import plain
from liveschema.engine.problems import Problem


def report(
    payload: object,
    operation: Operation | str,
    activity_type: ActivityType | str | None,
    enable: Collection[str] = (),
) -> list[Problem]:
    """Find every problem of a payload, without a quick test of whether it has any.

    Args:
        payload: As for `liveschema.check`.
        operation: As for `liveschema.check`.
        activity_type: As for `liveschema.check`.
        enable: As for `liveschema.check`.

    Returns:
        The problems, as for `liveschema.check`.
    """
    operation = Operation(operation)
    known = None if activity_type is None else ActivityType(activity_type)
    return engine_report.report(CONTRACT, plain(payload), operation, known, enable)
