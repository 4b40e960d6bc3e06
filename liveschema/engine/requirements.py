"""What an object asks for: groups of fields of which one must be there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

import attrs

from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.rule import Rule
from liveschema.engine.wording import got


@attrs.frozen(slots=False)
class RequiredGroups:
    """At least one of several groups of fields; each group whole or not at all.

    Args:
        groups: The groups.
        unless: A field and the value of it that lifts the requirement.
        modes: The modes that ask for it.
    """

    groups: tuple[tuple[str, ...], ...]
    unless: tuple[str, object] | None = None
    modes: Modes = attrs.field(default=EVERY_MODE, eq=False)

    @property
    def single(self) -> bool:
        """Whether it asks for one field, whatever the others are."""
        return self.unless is None and len(self.groups) == len(self.groups[0]) == 1

    @property
    def names(self) -> tuple[str, ...]:
        """All fields that it looks at."""
        return (*(name for group in self.groups for name in group), *(self.unless or ())[:1])

    @property
    def expected(self) -> str:
        """What is asked for, as a message names it."""
        whole = ", or ".join(" with ".join(group) for group in self.groups)
        if self.unless is None:
            return whole
        return f"{whole} (unless {self.unless[0]} is {got(self.unless[1])})"

    def missing(self, data: Mapping[str, object]) -> bool:
        """Say whether nothing of any group is there, though something should be."""
        if self.unless is not None and data.get(self.unless[0]) is self.unless[1]:
            return False
        for group in self.groups:
            for name in group:
                if name in data:
                    return False
        return True

    def missing_written(self, local: Callable[[str], str]) -> str:
        """Write `missing` as a Python expression.

        Args:
            local: From a field to the local that holds its value, or None.

        Returns:
            The expression.
        """
        tests = [f"{local(name)} is None" for group in self.groups for name in group]
        if self.unless is not None:
            tests.append(f"{local(self.unless[0])} is not {self.unless[1]!r}")
        return " and ".join(tests)

    @cached_property
    def pairs(self) -> tuple[tuple[str, ...], ...]:
        """The groups of more than one field."""
        return tuple(group for group in self.groups if len(group) > 1)


@attrs.frozen(eq=False)
class AlsoNeeds:
    """In one mode an object should also hold what another mode needs.

    Args:
        mode: The mode.
        like: The mode whose needs it should fulfil too.
        rule: The rule that is broken where it does not; its templates have the
            slots ``{name}`` and ``{lacking}``.
    """

    mode: str
    like: str
    rule: Rule
