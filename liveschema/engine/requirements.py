"""Requirements of objects: groups of fields, one of which must be present."""

from __future__ import annotations

from functools import cached_property

from liveschema.engine.modes import EVERY_MODE, Modes
from liveschema.engine.record import Record
from liveschema.engine.wording import got

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liveschema.engine.rule import Rule


class RequiredGroups(Record):
    """The requirement of at least one of several groups of fields; no group may be present in part.

    Args:
        groups: The groups of names of fields.
        unless: The name of a field, and the value with which it lifts the requirement.
        modes: The modes that have the requirement.
        variants: The name and the description of each form of an object that
            meets it: one for each group, or for the first group and for
            objects that lift it.
    """

    groups: tuple[tuple[str, ...], ...]
    unless: tuple[str, object] | None = None
    modes: Modes = EVERY_MODE
    variants: tuple[tuple[str, str], ...] = ()

    # The same requirement in other modes is equal.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, RequiredGroups) and (other.groups, other.unless) == (self.groups, self.unless)

    def __hash__(self) -> int:
        return hash((self.groups, self.unless))

    @property
    def single(self) -> bool:
        """Whether it requires one field unconditionally."""
        return self.unless is None and len(self.groups) == len(self.groups[0]) == 1

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields that it depends on."""
        return (*(name for group in self.groups for name in group), *(self.unless or ())[:1])

    @property
    def expected(self) -> str:
        """The required fields, as text for a message."""
        whole = ", or ".join(" with ".join(group) for group in self.groups)
        if self.unless is None:
            return whole
        return f"{whole} (unless {self.unless[0]} is {got(self.unless[1])})"

    def missing(self, data: Mapping[str, object]) -> bool:
        """Return whether an object has no field of any group, although the requirement is not lifted."""
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
            local: Returns, for the name of a field, the name of the local
                variable that holds its value or None.

        Returns:
            The expression.
        """
        tests = [f"{local(name)} is None" for group in self.groups for name in group]
        if self.unless is not None:
            tests.append(f"{local(self.unless[0])} is not {self.unless[1]!r}")
        return " and ".join(tests)

    @cached_property
    def pairs(self) -> tuple[tuple[str, ...], ...]:
        """The groups with more than one field."""
        return tuple(group for group in self.groups if len(group) > 1)


class AlsoNeeds(Record, eq=False):
    """The recommendation that in one mode an object has everything that another mode requires.

    Args:
        mode: The mode that has the recommendation.
        like: The mode whose requirements should be met too.
        rule: The rule that an object breaks if it does not meet them; its
            templates have the slots ``{name}`` and ``{lacking}``.
    """

    mode: str
    like: str
    rule: Rule
