"""Rules: an id, a severity, documentation, and for most rules a test that is plain data."""

from __future__ import annotations

from enum import StrEnum

from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.problems import Path, Problem, Severity
from liveschema.engine.record import Record, evolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Self

    from liveschema.engine.cross_field_tests import CrossFieldTest
    from liveschema.engine.fixes import Fix
    from liveschema.engine.value_tests import ValueTest


class Safety(StrEnum):
    """Whether a fix keeps what a payload means: always, never, or if the problem is of a certain form."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MIXED = "mixed"


class Remedy(Record):
    """How breaches of a rule can be fixed mechanically, for its documentation.

    Args:
        text: What a fix does, in one or several sentences, which also say when it is not safe.
        safety: Whether the payload means what it meant.
    """

    text: str
    safety: Safety = Safety.SAFE


class Rule(Record, kw_only=True):
    """A rule: its documentation, and the message that reports a breach of it.

    Args:
        id: The id in kebab-case, which does not change between releases.
        severity: The severity of a breach.
        title: One line that states the rule.
        reason: Why the rule exists.
        source: Where the service documents the rule, or a note that this
            project decided it because the documentation does not.
        bad: An example payload that breaks this rule and no other.
        good: The same example, corrected.
        default: Whether the rule applies without being enabled explicitly.
        at_key: Whether problems are about the key of a member, rather than
            about its value.
        message: The template of the message: what was expected, then what was
            found. Its slots are filled by the test of the rule, or by the
            code that reports it.
        hint: The template of the hint: what to change.
        remedy: How it can be fixed mechanically; None if it cannot.

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
    remedy: Remedy | None = None

    def __repr__(self) -> str:
        return f"Rule({self.id!r})"

    # Rules with the same id are equal: the engine has a rule without documentation, the contract the documented one.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    def at(
        self, path: Path, message: str, hint: str | None = None, *, at_key: bool = False, fix: Fix | None = None
    ) -> Problem:
        """Create a problem that reports a breach of this rule.

        Args:
            path: The place, as a path from the root of the payload.
            message: What was expected, then what was found.
            hint: What to change, if that is known.
            at_key: Whether the problem is about the last key of the path, for
                a rule that applies to both keys and values.
            fix: The change that mends it, if that is mechanical.

        Returns:
            The problem.
        """
        return Problem(self.id, self.severity, path, message, hint, None, None, self.at_key or at_key, fix)

    def problem(self, path: Path, **slots: object) -> Problem:
        """Create a problem with the message and the hint of this rule.

        Args:
            path: The place, as a path from the root of the payload.
            slots: The values for the slots of both templates.

        Returns:
            The problem.
        """
        return self.at(path, self.message.format_map(slots), self.hint and self.hint.format_map(slots))

    def documented(  # noqa: PLR0913 - the parts of the documentation
        self, *, title: str, reason: str, source: str, bad: object, good: object, remedy: Remedy | None = None
    ) -> Self:
        """Return a copy of this rule with the documentation that a contract has for it."""
        return evolve(self, title=title, reason=reason, source=source, bad=bad, good=good, remedy=remedy)


class ValueRule(Rule, kw_only=True):
    """A rule on a single value, which a constraint applies in addition to its own checks.

    Args:
        test: The test that a value must pass. The template of the message has
            the slots ``{name}``, ``{got}`` and ``{length}``.
        breakers: Realistic values that fail the test.
    """

    test: ValueTest
    breakers: tuple[object, ...] = ()


class CrossFieldRule(Rule, kw_only=True):
    """A rule on the values of several fields of an object, or on which of them are present together.

    Args:
        test: The test that the fields must pass. The template of the message
            has a slot for each field.
        modes: The modes in which the rule applies.
    """

    test: CrossFieldTest
    modes: Modes = EVERY_MODE

    def broken_by(self, data: Mapping[str, object]) -> bool:
        """Return whether an object breaks the rule; each of its fields must be valid by itself."""
        return any(
            True
            for group in self.test.groups
            if self.test.applies_to(group, data, data)
            for _ in self.test.breaches(group, data)
        )


class ModeRule(Record, eq=False):
    """A rule that every payload of some modes breaks.

    Args:
        rule: The rule; its templates have the slot ``{mode}``.
        modes: The modes whose payloads break it.
    """

    rule: Rule
    modes: frozenset[str]
