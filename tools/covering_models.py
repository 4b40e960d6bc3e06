"""Which classes of fields can stand in one payload, and in one without any error, as models for covering arrays."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from covering_array import Model, levels_in
from covering_fields import Kind, Level, Place
from covering_payloads import Payloads

from liveschema import Severity
from liveschema.engine.constraint import Context
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.unions import InferredUnion


class Structure:
    """The classes that can stand in one payload. Each place is a factor of the model, and each class a level.

    A place inside another one has a further level, idle, for payloads without that other place; it is not counted.

    Args:
        payloads: The payloads of the operation.
        sound: Whether only sound classes are counted.
    """

    def __init__(self, payloads: Payloads, *, sound: bool = False) -> None:
        self.payloads = payloads
        self.model = Model()
        self.ids: dict[Place, range] = {}
        for place in payloads.places:
            counted = [not sound or self._may_be_sound(place, level) for level in place.levels]
            inside = [False] if place.holder is not payloads.root else []
            self.ids[place] = self.model.add(len(counted + inside), counted + inside)
            self.model.usual |= sum(1 << number for number in self.levels(place, lambda level: level.kind is Kind.GOOD))
        for place in payloads.places:
            self._exclude_inside(place)
            self._exclude_elsewhere(place)

    def _may_be_sound(self, place: Place, level: Level) -> bool:
        return any(self.payloads.is_sound(place, tag, level) for tag in (place.holder and place.holder.specs) or [""])

    def levels(self, place: Place, test: Callable[[Level], bool]) -> list[int]:
        """Return the numbers of the classes of a place that pass a test."""
        return [number for number, level in zip(self.ids[place], place.levels, strict=False) if test(level)]

    def closed(self, place: Place) -> list[int]:
        """Return the numbers of the levels with which there is nothing inside of a place."""
        return [*self.levels(place, lambda level: not level.opens), *self.idle(place)]

    def idle(self, place: Place) -> range:
        """Return the number of the idle level of a place, if it has one."""
        return self.ids[place][len(place.levels) :]

    def exclude(self, some: Iterable[int], others: Iterable[int]) -> None:
        """Exclude each level of some from each of others."""
        for one, other in itertools.product(some, list(others)):
            self.model.exclude(one, other)

    def _exclude_inside(self, place: Place) -> None:
        """Exclude the classes of a place without the place that contains it."""
        holder = place.holder
        if holder is not None and holder is not self.payloads.root:
            self.exclude(self.idle(place), self.levels(holder, lambda level: level.opens))
            self.exclude(self.ids[place][: len(place.levels)], self.closed(holder))

    def _exclude_elsewhere(self, place: Place) -> None:
        """Exclude a misplaced field without the object that has it, and two of the same name in one object."""
        misplaced = self.levels(place, lambda level: level.kind is Kind.MISPLACED)
        if misplaced and place.host is not self.payloads.root and place.host is not None:
            self.exclude(misplaced, self.closed(place.host))
        for other in self.ids:
            if other is not place and misplaced and (other.name, other.host) == (place.name, place.host):
                self.exclude(misplaced, self.levels(other, lambda level: level.kind is Kind.MISPLACED))

    def row(self, numbers: Sequence[int]) -> dict[Place, Level]:
        """Return the class of each place in a row of an array."""
        found = zip(self.ids.items(), numbers, strict=False)
        return {
            place: place.levels[number - ids.start]
            for (place, ids), number in found
            if number - ids.start < len(place.levels)
        }


class Soundness(Structure):
    """The classes that can stand in one payload without any error.

    Further factors, which are not counted, hold the class of each object of a union, and the combinations of the
    fields that a requirement or a rule is about.

    Args:
        payloads: The payloads of the operation.
    """

    def __init__(self, payloads: Payloads) -> None:
        super().__init__(payloads, sound=True)
        self.among = -1
        """The levels that may stand in a sound payload."""
        self.tags: dict[Place, dict[str, int]] = {}
        """For each place with an object of a union: by tag, the level of the factor that holds its class."""
        self.conflicts: list[tuple[Place, str, dict[Place, Level]]] = []
        """Sound classes that a requirement or rule refuses together: the place and the tag of the object, and them."""
        for place in payloads.places:
            if len(place.specs) > 1:
                self._add_tags(place)
        holders = (payloads.root, *payloads.places)
        objects = [(holder, tag) for holder in holders for tag in holder.specs]
        lists = [(holder, "") for holder in holders if not holder.specs]
        for holder, tag in (*objects, *lists):
            for place in holder.inside:
                self.refuse(holder, tag, self.levels(place, partial(self._is_refused, place, tag)))
        for place in payloads.root.inside:
            self._add_beside(place)
        for holder, tag in objects:
            self._require_single(holder, tag)
        for holder, tag in objects:
            self._add_tables(holder, tag)

    def _require_single(self, holder: Place, tag: str) -> None:
        """Refuse an object of a class without the fields that it always needs."""
        spec, mode = holder.specs[tag], self.payloads.operation
        if spec.needs_tag(mode) and spec.tag_field is not None:
            self._require(holder, tag, spec.tag_field.name)
        for required in spec.required(mode):
            if required.single:
                self._require(holder, tag, required.groups[0][0])

    def _is_refused(self, place: Place, tag: str, level: Level) -> bool:
        return not self.payloads.is_sound(place, tag, level)

    def _add_tags(self, place: Place) -> None:
        closed, opening = self.closed(place), self.levels(place, lambda level: level.opens)
        added = self.model.add(len(place.specs) + 1, [False] * (len(place.specs) + 1))
        self.tags[place] = dict(zip(place.specs, added, strict=False))
        self.exclude(added[-1:], opening)
        self.exclude(added[:-1], closed)

    def refuse(self, holder: Place, tag: str, levels: Iterable[int]) -> None:
        """Say that an object of a class cannot have some levels of its fields."""
        if holder in self.tags:
            self.exclude([self.tags[holder][tag]], levels)
        else:
            self.among &= ~sum(1 << level for level in levels)

    def _require(self, holder: Place, tag: str, name: str) -> None:
        place = next(each for each in holder.inside if each.name == name)
        self.refuse(holder, tag, self.levels(place, lambda level: level.kind is Kind.ABSENT))

    def holding(self, holder: Place, *tags: int | None) -> int:
        """Return the levels that may stand in a sound payload with an object in a place.

        Args:
            holder: The place.
            tags: The levels of its classes, if it has only one of these.
        """
        among = self.among
        if holder is not self.payloads.root:
            among &= ~sum(1 << level for level in self.closed(holder))
        if any(tag is not None for tag in tags):
            others = [level for level in self.tags[holder].values() if level not in tags]
            among &= ~sum(1 << level for level in others)
        return among

    def _add_beside(self, place: Place) -> None:
        """Exclude a field of the payload from the types of activities that do not have it."""
        for state, tags in self.tags.items():
            if any(isinstance(each, InferredUnion) for each in state.constraints.values()):
                for tag, number in tags.items():
                    if not place.declared[""].fits(Context(mode=self.payloads.operation, tag=tag)):
                        self.exclude([number], self.levels(place, lambda level: level.in_place))
                        self.conflicts += [(state, tag, {place: level}) for level in place.levels if level.opens]

    def _add_tables(self, holder: Place, tag: str) -> None:
        """Add what the requirements and the rules on several fields of an object allow."""
        spec, mode = holder.specs[tag], self.payloads.operation
        for required in spec.required(mode):
            if not required.single:
                self._add_table(holder, tag, required.names, partial(_lacks, required))
        for rule, group in spec.active_rules(mode):
            if rule.severity is Severity.ERROR:
                self._add_table(holder, tag, (*rule.test.fields, *rule.test.without), partial(_breaks, rule, group))

    def _add_table(
        self, holder: Place, tag: str, names: Sequence[str], refused: Callable[[dict[str, object]], bool]
    ) -> None:
        """Add a factor whose levels are the combinations of some fields that a requirement or a rule allows."""
        fields = [place for place in holder.inside if place.name in names]
        scope = [each for place in fields for each in (place, *place.everything_inside())]
        allowed = []
        for numbers in self._combinations(scope, holder, tag):
            row = {
                place: place.levels[number - self.ids[place].start]
                for place, number in zip(scope, numbers, strict=True)
                if number not in self.idle(place)
            }
            data = self.payloads.part(holder, row)
            if refused(data):
                self.conflicts.append((holder, tag, row))
            else:
                allowed.append(numbers)
        others = [] if holder is self.payloads.root else [()]
        added = self.model.add(len(allowed) + len(others), [False] * (len(allowed) + len(others)))
        for number, numbers in zip(added, allowed, strict=False):
            for place, its in zip(scope, numbers, strict=True):
                self.exclude([number], [each for each in self.ids[place] if each != its])
        if others:
            here = [self.tags[holder][tag]] if holder in self.tags else self.levels(holder, lambda level: level.opens)
            elsewhere = [each for each in self._objects(holder) if each not in here]
            self.exclude(added[-1:], here)
            self.exclude(added[:-1], elsewhere)

    def _objects(self, holder: Place) -> list[int]:
        """Return all levels of the factor that says which object a place holds."""
        if holder in self.tags:
            last = max(self.tags[holder].values())
            return [*self.tags[holder].values(), last + 1]
        return list(self.ids[holder])

    def _combinations(self, scope: list[Place], holder: Place, tag: str) -> Iterator[tuple[int, ...]]:
        """Yield the combinations of sound classes of some fields of an object, and of what is inside them."""
        domain = self.model.possible(self.holding(holder, self.tags.get(holder, {}).get(tag)))
        sets = [list(levels_in(domain & sum(1 << number for number in self.ids[place]))) for place in scope]
        for numbers in itertools.product(*sets):
            if all(self.model.fits[one] >> other & 1 for one, other in itertools.combinations(numbers, 2)):
                yield numbers


def _lacks(required: RequiredGroups, data: dict[str, object]) -> bool:
    halves = [{name in data for name in pair} for pair in required.pairs]
    return required.missing(data) or any(len(each) > 1 for each in halves)


def _breaks(rule: CrossFieldRule, group: tuple[str, ...], data: dict[str, object]) -> bool:
    return rule.test.applies_to(group, data, data) and any(True for _ in rule.test.breaches(group, data))
