"""The payloads of an operation with given classes of fields, and which of these classes are sound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
from covering_fields import Content, Kind, Level, Path, Place, is_accepted, places

from liveschema import Operation, Severity
from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import MapOf
from liveschema.engine.support import compact_size
from liveschema.examples.samples import samples
from liveschema.testing.values import fill

Row = Mapping[Place, Level]
"""The class of each place. A place inside another one that holds nothing has none."""

ABSENT: Final = Level(Kind.ABSENT)


@attrs.frozen
class Payload:
    """A payload that the judges are asked about.

    Args:
        payload: The payload.
        operation: Its operation.
        valid: Whether it is valid, if that is known from how it was made.
        paths: The paths of its fields, of which one becomes unknown.
    """

    payload: Any
    operation: Operation
    valid: bool | None = None
    paths: Sequence[Path] = ()


class Payloads:
    """The payloads of an operation.

    Args:
        operation: The operation.
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.root = places(operation)
        self.places = list(self.root.everything_inside())
        self._sound_values: dict[tuple[Place, int], Any] = {}

    def is_sound(self, place: Place, tag: str, level: Level) -> bool:
        """Return whether a class has no error by itself.

        Args:
            place: The place.
            tag: The tag of the object that has the field; ``""`` for an object of one class, and for lists.
            level: The class.
        """
        if place.holder is None or not level.in_place:
            return level.kind is Kind.ABSENT
        if place.is_field and place.holder.specs[tag].tolerated.get(place.name):
            tolerated = place.holder.specs[tag].tolerated[place.name]
            if not isinstance(level.value, Content) and tolerated.tolerates(level.value):
                return True
        if place.is_field and not (tag in place.declared and place.declared[tag].allows(self.operation)):
            return False
        return _is_sound_value(place.constraints[tag], level.value)

    def payload(self, row: Row) -> dict[str, Any]:
        """Make the payload that has a class of values in each place.

        Args:
            row: The class of each place. A field without one is absent if another field of its object has one;
                otherwise the object has what a sound object needs.

        Returns:
            The payload.
        """
        made: dict[Place, Any] = {}
        payload = self._object(self.root, row, made)
        for place, level in row.items():
            if level.kind is Kind.MISPLACED and place.host in made:
                made[place.host][place.name] = self.sound_value(place)
        return payload

    def part(self, place: Place, row: Row) -> dict[str, Any]:
        """Make an object at a place, which has only the fields that have a class."""
        return self._object(place, row, {})

    def _object(self, place: Place, row: Row, made: dict[Place, Any]) -> dict[str, Any]:
        """Make an object with declared fields, and remember it."""
        data: dict[str, Any] = {}
        made[place] = data
        for each in place.inside:
            level = row.get(each, ABSENT)
            if level.in_place:
                data[each.name] = self._value(each, level, row, made)
            elif level.kind is Kind.MISSPELT:
                data[each.misspelt] = self.sound_value(each)
        return data

    def _value(self, place: Place, level: Level, row: Row, made: dict[Place, Any]) -> Any:  # noqa: ANN401 - JSON
        content = level.value
        if not isinstance(content, Content):
            return content
        if not any(each in row for each in place.inside):
            row = {**row, **self._sound_inside(place)}
        if content.count is None:
            return self._object(place, row, made)
        inside = [self._value(each, row[each], row, made) for each in place.inside if content.count]
        if not any(each.is_key for each in place.inside):
            return inside + [self.sound_value(place.inside[0], index) for index in range(1, content.count)]
        entries = dict([inside] if inside else []) | {f"entry {index}": index for index in range(1, content.count)}
        if content.size is not None:
            (constraint,) = place.constraints.values()
            assert isinstance(constraint, MapOf)  # noqa: S101 - no other constraint limits the size
            entries |= fill(constraint, content.size - compact_size(entries) + 1)
        return entries

    def sound_value(self, place: Place, index: int = 0) -> Any:  # noqa: ANN401 - JSON
        """Return a sound value of a place; a different one for each index, if there are examples of several."""
        if (place, index) not in self._sound_values:
            self._sound_values[place, index] = self._make_sound_value(place, index)
        return self._sound_values[place, index]

    def _make_sound_value(self, place: Place, index: int) -> Any:  # noqa: ANN401 - JSON
        good = next(level for level in place.levels if level.kind is Kind.GOOD)
        if isinstance(good.value, Content):
            inside = self._sound_inside(place)
            if index:
                inside = {
                    each: level if each.specs else Level(Kind.GOOD, self.sound_value(each, index))
                    for each, level in inside.items()
                }
            return self._value(place, good, inside, {})
        found = samples(place.name, next(iter(place.constraints.values()))) or [good.value]
        return found[index % len(found)] if index else good.value

    def _sound_inside(self, place: Place) -> dict[Place, Level]:
        """Return the classes inside an object or a list that has what it needs, and nothing else."""
        tag, spec = next(iter(place.specs.items()), ("", None))
        groups = spec.required(self.operation) if spec else ()
        needed = {name for each in groups for name in each.groups[0]}
        row = {}
        for each in place.inside:
            if each.name in needed or each.is_tag or not each.is_field:
                row[each] = next(
                    level for level in each.levels if level.kind is Kind.GOOD and self.is_sound(each, tag, level)
                )
                row |= self._sound_inside(each)
        return row


def _is_sound_value(constraint: Constraint, value: object) -> bool:
    if not isinstance(value, Content):
        return is_accepted(constraint, value)
    if value.count is None:
        return bool(constraint.specs)
    if isinstance(constraint, MapOf) and value.size is not None and value.size > constraint.max_bytes:
        return False
    errors = (check.test for check in constraint.checks if check.rule.severity is Severity.ERROR)
    return all(test.holds(range(value.count)) for test in errors)
