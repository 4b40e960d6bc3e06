"""The covering suites of an operation: one over all classes of all fields, and one with a single fault in a payload."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from covering_array import Array, combinations, covering_array
from covering_fields import ANY_KEY, Kind, Level, Place
from covering_models import Soundness, Structure
from covering_payloads import Payload, Payloads

Numbers = tuple[int, ...]
"""The level of each factor of a model, of which the first are the places."""


@attrs.frozen
class Case:
    """A payload of a suite.

    Args:
        numbers: The class of each place.
        fault: The place and the class that are the only fault; None if there is none, or if there are many.
        valid: Whether it is valid; None if the classes alone do not tell.
    """

    numbers: Numbers
    fault: tuple[Place, Level] | None = None
    valid: bool | None = None


@attrs.frozen
class Suite:
    """A suite of payloads of an operation.

    Args:
        name: Its name.
        structure: The model that its rows belong to.
        classes: The number of classes of all places that occur in it.
        covered: The number of combinations that occur.
        excluded: The number of combinations that no payload of the suite can have.
        cases: The payloads.
    """

    name: str
    structure: Structure
    classes: int
    covered: int
    excluded: int
    cases: list[Case] = attrs.field(repr=False)

    def payload(self, case: Case) -> Payload:
        """Make the payload of a case."""
        payloads, row = self.structure.payloads, self.structure.row(case.numbers)
        paths = [place.path for place, level in row.items() if level.in_place and ANY_KEY not in place.path]
        return Payload(payloads.payload(row), payloads.operation, case.valid, paths)


def all_classes(payloads: Payloads, strength: int) -> Suite:
    """Make the suite in which each combination of classes of some fields occurs, whatever the others are.

    Args:
        payloads: The payloads of the operation.
        strength: The number of fields in a combination, 1 to 3.

    Returns:
        The suite.
    """
    structure = Structure(payloads)
    array = covering_array(structure.model, strength)
    classes = structure.model.counted.bit_count()
    return Suite("all classes", structure, classes, array.covered, array.excluded, list(map(Case, array.rows)))


def one_fault(payloads: Payloads, strength: int) -> Suite:
    """Make the suite in which each combination with at most one faulty class occurs, while all others are sound.

    It has an array of sound classes of full strength. Then each faulty class
    is put into each row of an array of sound classes that is weaker by one,
    and in which the field can stand; and so are sound classes that a
    requirement or a rule refuses together.

    Args:
        payloads: The payloads of the operation.
        strength: The number of fields in a combination, 2 or 3.

    Returns:
        The suite.
    """
    sound = Soundness(payloads)
    maker = _Maker(sound, strength)
    whole = maker.array(sound.among, strength)
    covered, excluded, faults = whole.covered, whole.excluded, 0
    cases = {maker.key(numbers): Case(numbers, valid=True) for numbers in whole.rows}
    for place, number, level in maker.faults():
        rows = list(maker.with_fault(place, number, level))
        found = maker.covered(place, rows)
        covered += found
        excluded += maker.possible(place) - found
        faults += 1
        for numbers in rows:
            case = Case(numbers, (place, level), maker.verdict(numbers, place))
            cases.setdefault(maker.key(numbers), case)
    for holder, tag, classes in sound.conflicts:
        for numbers in maker.with_conflict(holder, tag, classes):
            cases.setdefault(maker.key(numbers), Case(numbers, None, maker.verdict(numbers, next(iter(classes)))))
    classes_found = (sound.model.counted & maker.start).bit_count() + faults
    return Suite("one fault", sound, classes_found, covered, excluded, list(cases.values()))


class _Maker:
    """The maker of the cases with a single fault.

    Args:
        sound: The model of sound payloads.
        strength: The number of fields in a combination.
    """

    def __init__(self, sound: Soundness, strength: int) -> None:
        self.sound, self.strength = sound, strength
        self.start = sound.model.possible(sound.among)
        self.parts = {place: sum(1 << number for number in ids) for place, ids in sound.ids.items()}
        self.at = {place: index for index, place in enumerate(sound.ids)}
        self.arrays: dict[tuple[int, int], Array] = {}

    def array(self, among: int, strength: int) -> Array:
        """Make an array of sound classes, or return it if it is already made."""
        key = among & self.sound.model.everything, strength
        if key not in self.arrays:
            self.arrays[key] = covering_array(self.sound.model, strength, among=among)
        return self.arrays[key]

    def key(self, numbers: Numbers) -> Numbers:
        """Return the part of a row that decides about the payload."""
        return numbers[: len(self.at)]

    def faults(self) -> Iterator[tuple[Place, int, Level]]:
        """Yield each class that has an error by itself in some object that may have the field."""
        for place, ids in self.sound.ids.items():
            for number, level in zip(ids, place.levels, strict=False):
                if not (place.is_tag and level.kind is Kind.GOOD) and self._refusing(place, number):
                    yield place, number, level

    def _refusing(self, place: Place, number: int) -> Sequence[Sequence[int | None]]:
        """Return the classes of the object with a field that refuse a level, as levels of their factor.

        The classes that have the field come in a first list, and the others in a second one.
        """
        tags = self.sound.tags.get(place.holder) if place.holder else None
        if tags is None:
            return [] if self.sound.among >> number & 1 else [[None]]
        refusing = {tag: level for tag, level in tags.items() if not self.sound.model.fits[level] >> number & 1}
        having = [level for tag, level in refusing.items() if tag in place.declared]
        return [each for each in (having, [level for level in refusing.values() if level not in having]) if each]

    def with_fault(self, place: Place, number: int, level: Level) -> Iterator[Numbers]:
        """Yield the rows of sound classes with one faulty class in the place of a sound one."""
        for refusing in self._refusing(place, number):
            among = self.sound.holding(place.holder or self.sound.payloads.root, *refusing)
            if level.kind is Kind.MISPLACED and place.host is not None:
                among &= self.sound.holding(place.host)
            if level.opens and self._leaves(among, opened := self._open(place)):
                among &= opened
            for row in self.array(among, self.strength - 1).rows:
                yield self._replaced(row, place, number, level)

    def _leaves(self, among: int, restriction: int) -> bool:
        model = self.sound.model
        return model.possible(among & restriction) != 0

    def _open(self, place: Place) -> int:
        """Return all levels except those of a place with which it has nothing inside."""
        return ~sum(1 << level for level in self.sound.closed(place))

    def _replaced(self, row: Numbers, place: Place, number: int, level: Level) -> Numbers:
        """Return a row with another class of a place; what was inside is gone if it has nothing inside any more."""
        changed = list(row)
        changed[self.at[place]] = number
        if not level.opens:
            for each in place.everything_inside():
                changed[self.at[each]] = self.sound.idle(each)[0]
        return tuple(changed)

    def with_conflict(self, holder: Place, tag: str, classes: dict[Place, Level]) -> Iterator[Numbers]:
        """Yield rows of sound classes with some that a requirement or a rule refuses together."""
        scope = [each for place in classes for each in (place, *place.everything_inside())]
        for row in self.array(self.sound.holding(holder, self.sound.tags.get(holder, {}).get(tag)), 1).rows:
            changed = list(row)
            for each in scope:
                ids = self.sound.ids[each]
                level = classes.get(each)
                changed[self.at[each]] = ids[-1] if level is None else ids[each.levels.index(level)]
            yield tuple(changed)

    def covered(self, place: Place, rows: list[Numbers]) -> int:
        """Return how many combinations of sound classes of other places occur in some rows."""
        counted = self.sound.model.counted & self.start & ~self.parts[place]
        found: dict[int, int] = {}
        for numbers in map(self.key, rows):
            levels = sum(1 << number for number in numbers) & counted
            for number in numbers:
                if levels >> number & 1:
                    found[number] = found.get(number, 0) | levels ^ (1 << number)
        if self.strength - 1 == 1:
            return len(found)
        return sum(each.bit_count() for each in found.values()) // 2

    def possible(self, place: Place) -> int:
        """Return how many combinations of sound classes of other places there are."""
        return combinations(self.sound.model, self.strength - 1, self.start & ~self.parts[place])

    def verdict(self, numbers: Numbers, place: Place) -> bool | None:
        """Return False for a payload with a fault in a place; None if that may depend on the type of the activity.

        Without a type, the fault of one type may be right for another one.
        """
        for state in self.sound.tags:
            tag = next(each for each in state.inside if each.is_tag)
            kind = self.sound.row(numbers).get(tag)
            inferred = not state.specs[next(iter(state.specs))].tag_needed
            if inferred and kind is not None and kind.kind is Kind.ABSENT and place is not tag:
                return None
        return False


SUITES: Final = (all_classes, one_fault)
"""The functions that make the suites."""
