"""The record of one rule: what it asks, why, and an example each way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from liveschema.problems import Problem, Severity
from liveschema.vocabulary import ActivityType, Operation

if TYPE_CHECKING:
    from liveschema.problems import Path


@attrs.frozen
class Example:
    """A payload that shows a rule, from the good or the bad side.

    Args:
        operation: What the payload is sent for.
        payload: The payload itself, or the raw text where the fault is in it.
        activity_type: The type the existing activity is known to have, where
            the rule needs to know.
        pointer: For a bad example, where the problem is reported.
        before: The requests that came before it, where the rule is on a
            sequence of them.
        activity_id: What a start was answered with.
        stream_key: The key of the stream.
        at: When it was sent, in seconds.
    """

    operation: Operation
    payload: Any
    pointer: str = ""
    activity_type: ActivityType | None = None
    before: tuple[Example, ...] = ()
    activity_id: str | None = None
    stream_key: str = "prod-web-1"
    at: float | None = None


@attrs.frozen(eq=False, repr=False)
class Rule:
    """One rule of the catalogue.

    Args:
        id: Kebab-case, stable over releases.
        severity: What breaking it means.
        title: One line that states the rule.
        why: Why it exists.
        source: Where the rule is documented, or that it is this project's
            reading of a silence.
        bad: A payload that breaks this rule and no other.
        good: The same payload, mended.
        default: Whether it is reported without being asked for.
        at_key: Whether it is on keys rather than on what stands there.

    .. versionadded:: 0.1.0
    """

    id: str
    severity: Severity
    title: str
    why: str
    source: str
    bad: Example
    good: Example
    default: bool = True
    at_key: bool = False

    def __repr__(self) -> str:
        return f"Rule({self.id!r})"

    def at(self, path: Path, message: str, hint: str | None = None, *, at_key: bool = False) -> Problem:
        """Make the problem that reports a breach of this rule.

        Args:
            path: Where, from the root of the payload.
            message: What was expected, then what came.
            hint: What to change, where that is known.
            at_key: Whether the last key of the path is at fault, for a rule
                that is on values too.

        Returns:
            The problem.
        """
        return Problem(self.id, self.severity, path, message, hint, at_key=self.at_key or at_key)
