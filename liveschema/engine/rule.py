"""What a rule is: its id, how much it matters, its documentation, and its test where that is data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

import attrs

from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.problems import Path, Problem, Severity

if TYPE_CHECKING:
    from liveschema.engine.cross_field_tests import CrossFieldTest
    from liveschema.engine.value_tests import ValueTest


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Rule:
    """One rule: what is reported when it is broken, and what is told about it.

    Args:
        id: Kebab-case, stable over releases.
        severity: What breaking it means.
        title: One line that states the rule.
        reason: Why it exists.
        source: Where the rule is documented, or that it is this project's
            reading of a silence.
        bad: A payload that breaks this rule and no other.
        good: The same payload, mended.
        default: Whether it is reported without being asked for.
        at_key: Whether it is on keys rather than on what stands there.
        message: The message as a template: what was expected, then what came.
            The slots are those of the test, or of whoever reports it.
        hint: What to change, as a template.

    .. versionadded:: 0.1.0
    """

    id: str
    severity: Severity
    title: str = ""
    reason: str = ""
    source: str = ""
    bad: Any = None
    good: Any = None
    default: bool = True
    at_key: bool = False
    message: str = ""
    hint: str | None = None

    def __repr__(self) -> str:
        return f"Rule({self.id!r})"

    # Two objects that say the same id are one rule: the engine's own, and that one with its documentation.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

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

    def told(self, path: Path, **slots: object) -> Problem:
        """Make the problem with the rule's own message and hint.

        Args:
            path: Where, from the root of the payload.
            slots: What fills the slots of the two templates.

        Returns:
            The problem.
        """
        return self.at(path, self.message.format_map(slots), self.hint and self.hint.format_map(slots))

    def documented(self, *, title: str, reason: str, source: str, bad: object, good: object) -> Self:
        """Give this rule with its documentation, as the contract whose payloads break it tells of it."""
        return attrs.evolve(self, title=title, reason=reason, source=source, bad=bad, good=good)


@attrs.frozen(eq=False, repr=False, kw_only=True)
class ValueRule(Rule):
    """A rule on a single value, which a constraint takes beside its own.

    Args:
        test: What a value must pass. The template of the message has the slots
            ``{name}``, ``{got}`` and ``{length}``.
        breakers: Values that do not pass, as a sender would write them.
    """

    test: ValueTest
    breakers: tuple[object, ...] = ()


@attrs.frozen(eq=False, repr=False, kw_only=True)
class CrossFieldRule(Rule):
    """A rule on the values of several fields, or on their standing together.

    Args:
        test: What the fields must pass, or how they may not stand together.
            The template of the message has a slot for each field.
        modes: The modes it applies in.
    """

    test: CrossFieldTest
    modes: Modes = EVERY_MODE

    def broken_by(self, data: Mapping[str, object]) -> bool:
        """Say whether an object, whose fields are sound one by one, breaks the rule."""
        return any(
            True
            for group in self.test.groups
            if self.test.applies_to(group, data, data)
            for _ in self.test.breaches(group, data)
        )


@attrs.frozen(eq=False)
class ModeRule:
    """A rule that some modes break as such, whatever the payload holds.

    Args:
        rule: The rule; its templates have the slot ``{mode}``.
        modes: The modes that break it.
    """

    rule: Rule
    modes: frozenset[str]
