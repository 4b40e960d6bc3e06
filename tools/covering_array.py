"""Covering arrays: rows of levels of factors, in which each possible combination of a few factors occurs.

A row has one level of each factor. Some pairs of levels exclude each other.
An array is made row by row: each begins with a combination that no row has yet,
and takes for each further factor the level that adds most new combinations.
Sets of levels are integers with one bit for each level, which makes this fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from math import factorial
from random import Random

import attrs

STRONGEST = 3


class Model:
    """The factors, and the pairs of levels that exclude each other. A level is a number, different for each factor."""

    def __init__(self) -> None:
        self.factor_of: list[int] = []
        """The factor of each level."""
        self.parts: list[int] = []
        """The levels of each factor."""
        self.counted = 0
        """The levels whose combinations are to be covered."""
        self.usual = 0
        """The levels that are taken if no level adds a combination."""
        self.fits: list[int] = []
        """The levels with which each level can stand in a row, with itself."""

    def add(self, levels: int, counted: Iterable[bool] | None = None) -> range:
        """Add a factor.

        Args:
            levels: The number of its levels.
            counted: For each level, whether its combinations are to be covered; None for all.

        Returns:
            The numbers of its levels.
        """
        added = range(len(self.factor_of), len(self.factor_of) + levels)
        part = sum(1 << level for level in added)
        self.fits = [each | part for each in self.fits]
        self.parts.append(part)
        for level, counts in zip(added, [True] * levels if counted is None else counted, strict=True):
            self.factor_of.append(len(self.parts) - 1)
            self.counted |= counts << level
        self.fits += [self.everything ^ part | 1 << level for level in added]
        return added

    @property
    def everything(self) -> int:
        """The set of all levels."""
        return (1 << len(self.factor_of)) - 1

    def exclude(self, one: int, other: int) -> None:
        """Say that two levels cannot stand in the same row."""
        self.fits[one] &= ~(1 << other)
        self.fits[other] &= ~(1 << one)

    def possible(self, among: int = -1) -> int:
        """Return the levels of a set that some level of each other factor fits to."""
        domain = self.everything & among
        return self.narrowed(domain ^ self.everything, domain)

    def taken(self, domain: int, level: int) -> int:
        """Return what is left of a set of levels if one of them is taken.

        Args:
            domain: The levels that are left of each factor.
            level: The level, one of them.

        Returns:
            The levels that are left then: of each factor, those that fit to
            some level that is left of each other factor. Nothing if a factor has none.
        """
        return self.narrowed(domain, domain & self.fits[level])

    def narrowed(self, before: int, domain: int) -> int:
        """Remove the levels that nothing supports any more, after a change of the set of levels that are left."""
        changed = before ^ domain
        while changed:
            part = self.parts[self.factor_of[(changed & -changed).bit_length() - 1]]
            changed &= ~part
            support = 0
            for level in levels_in(domain & part):
                support |= self.fits[level]
                if support & domain == domain:
                    break
            else:
                changed |= domain & ~support
                domain &= support
                if not domain:
                    return 0
        return domain


def levels_in(levels: int) -> Iterator[int]:
    """Yield the levels of a set, the lowest first."""
    while levels:
        lowest = levels & -levels
        yield lowest.bit_length() - 1
        levels ^= lowest


@attrs.frozen
class Array:
    """A covering array.

    Args:
        rows: The rows; each has the level of each factor.
        covered: The number of combinations that occur.
        excluded: The number of combinations that no row can have.
    """

    rows: list[tuple[int, ...]]
    covered: int
    excluded: int


class _Gaps:
    """The combinations that no row has yet.

    For each level, there is a list of sets: by the second level of the
    combination, the levels that complete it. Weaker arrays have one set for each level.
    """

    def __init__(self, model: Model, strength: int, domain: int) -> None:
        self.strength = strength
        self.end = 1 << len(model.factor_of)
        alone = {level: model.taken(domain, level) & model.counted for level in levels_in(domain & model.counted)}
        self.sets: list[list[int]] = [[] for _ in model.factor_of]
        for level, rest in alone.items():
            rest &= ~(1 << level)  # noqa: PLW2901 - a set without the level itself
            if strength == STRONGEST:
                others = dict.fromkeys(levels_in(rest))
                self.sets[level] = [
                    rest & alone[other] & ~(1 << other) if other in others else 0
                    for other in range(len(model.factor_of))
                ]
            else:
                self.sets[level] = [rest if strength > 1 else self.end]
        self.at = 0

    def gain(self, level: int, row: list[int], levels: int) -> int:
        """Return how many combinations a level adds to the counted levels of a row."""
        if not self.sets[level]:
            return 0
        sets = self.sets[level]
        seconds = row if self.strength == STRONGEST else (0,)
        return sum([(sets[second] & levels).bit_count() for second in seconds])

    def close(self, row: list[int], levels: int) -> int:
        """Remove the combinations of a row, and return how many of them were left."""
        closed, found = levels | self.end, 0
        for level in row:
            sets = self.sets[level]
            for second in row if self.strength == STRONGEST else (0,):
                found += (sets[second] & closed).bit_count()
                sets[second] &= ~closed
        return found // factorial(self.strength)

    def remove(self, combination: tuple[int, ...]) -> None:
        """Remove one combination."""
        for first, *others in permutations(combination):
            second = others.pop(0) if self.strength == STRONGEST else 0
            self.sets[first][second] &= ~(1 << others[0] if others else self.end)

    def first(self) -> tuple[int, ...] | None:
        """Return a combination that is left."""
        while self.at < len(self.sets):
            for second, rest in enumerate(self.sets[self.at]):
                if rest:
                    third = (rest & -rest).bit_length() - 1
                    return (self.at, second, third)[:: 1 if self.strength == STRONGEST else 2][: self.strength]
            self.at += 1
        return None


def covering_array(model: Model, strength: int, *, among: int = -1, seed: int = 0) -> Array:
    """Make an array in which each possible combination of levels of some factors occurs.

    Args:
        model: The factors.
        strength: The number of factors in a combination, 1 to 3.
        among: The levels that may be used; all by default.
        seed: The seed of the order in which factors are tried.

    Returns:
        The array. Combinations that cannot stand in a row are counted as excluded.
    """
    chance = Random(seed)  # noqa: S311 - not for secrets
    start = model.possible(among)
    gaps = _Gaps(model, strength, start)
    covered, rows = 0, []
    while (target := gaps.first()) is not None:
        domain = start
        for level in target:
            domain = model.taken(domain, level) if domain >> level & 1 else 0
        row = domain and (_row(model, gaps, domain, target, chance) or _any_row(model, domain))
        if not row:
            gaps.remove(target)
            continue
        counted = row & model.counted
        covered += gaps.close(list(levels_in(counted)), counted)
        rows.append(tuple(levels_in(row)))
    return Array(rows, covered, combinations(model, strength, start) - covered)


def _row(model: Model, gaps: _Gaps, domain: int, target: tuple[int, ...], chance: Random) -> int:
    """Return the levels of a row that has a combination and many new ones; nothing if its choices lead nowhere."""
    row = [level for level in target if model.counted >> level & 1]
    levels = sum(1 << level for level in row) | gaps.end
    factors = [part for part in model.parts if not any(part >> level & 1 for level in target)]
    chance.shuffle(factors)
    for part in factors:
        options = list(levels_in(domain & part))
        if len(options) > 1:
            chance.shuffle(options)
            gains = {level: gaps.gain(level, row, levels) or (model.usual >> level & 1) - 1 for level in options}
            options.sort(key=gains.__getitem__, reverse=True)
        domain, level = next(((left, each) for each in options if (left := model.taken(domain, each))), (0, 0))
        if not domain:
            return 0
        if model.counted >> level & 1:
            row.append(level)
            levels |= 1 << level
    return domain


def _any_row(model: Model, domain: int) -> int:
    """Search for the levels of any row among those that are left; nothing if there is none."""
    open_parts = [domain & part for part in model.parts if (domain & part).bit_count() > 1]
    if not open_parts:
        return domain
    for level in levels_in(open_parts[0]):
        left = model.taken(domain, level)
        if left and (row := _any_row(model, left)):
            return row
    return 0


def combinations(model: Model, strength: int, among: int = -1) -> int:
    """Return the number of combinations of counted levels of different factors, possible or not."""
    numbers = [1] + [0] * strength
    for part in model.parts:
        size = (part & model.counted & among).bit_count()
        numbers = [1] + [numbers[each] + numbers[each - 1] * size for each in range(1, strength + 1)]
    return numbers[strength]
