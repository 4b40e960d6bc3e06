"""Partial payloads for tests: making places of a payload unknown, and filling them in again."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import attrs

from liveschema import ActivityType
from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.problems import Problem
from liveschema.engine.rule import CrossFieldRule
from liveschema.partial import MORE, UNKNOWN, PartialText, Unknown, has_unknown
from liveschema.testing.context import Strategy
from liveschema.testing.mutations import FIELDS, fitting_value
from liveschema.testing.values import JSON

Path = tuple[str | int, ...]
SIMPLE: dict[str, Any] = {"object": {}, "array": [], "string": "x", "boolean": True, "number": 1, "null": None}
"""A value of each JSON type."""
TYPES: dict[type, str] = {**{type(value): name for name, value in SIMPLE.items()}, float: "number"}


def json_type(value: Any) -> str:
    """Return the name of the JSON type of a value; the empty string if it has none."""
    return TYPES.get(type(value), "")


def places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Find everything in a value, with its path; outer values first."""
    yield path, value
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(item, (*path, key))


@attrs.frozen
class Blurred:
    """A partial payload, made from a whole one.

    Args:
        partial: The partial payload.
        hidden: The values that it hides, by their path in it.
    """

    partial: Any
    hidden: dict[Path, Any]


def blurred(payload: Any, chance: Random) -> Blurred:
    """Make a few places of a payload unknown."""
    found = [path for path, value in places(payload) if json_type(value)] or [()]
    weights = [(0.02, 0.4, 1)[min(len(path), 2)] * (0.3 if path[-1:] == ("type",) else 1) for path in found]
    chosen = set(chance.choices(found, weights, k=chance.choice([1, 1, 2, 3, 6])))
    hidden: dict[Path, Any] = {}
    return Blurred(_Blurrer(chosen, hidden, chance).blur(payload, (), ()), hidden)


@attrs.frozen
class _Blurrer:
    chosen: set[Path]
    hidden: dict[Path, Any]
    chance: Random

    def blur(self, value: Any, path: Path, real: Path) -> Any:
        """Return a copy of a value in which the chosen paths are unknown; `real` is its path in the copy."""
        if len(path) > MAX_DEPTH:
            return value  # nothing that is so deep is read
        chosen = path in self.chosen
        if chosen and json_type(value) and (self.chance.random() < 0.5 or not isinstance(value, str | list | dict)):
            self.hidden[real] = value
            return self.unknown(json_type(value), may_be_missing=bool(path) and self.chance.random() < 0.2)
        if isinstance(value, str) and chosen:
            self.hidden[real] = value
            return self.cut(value)
        if isinstance(value, list):
            return self.blur_list(value, path, real)
        return self.blur_dict(value, path, real) if isinstance(value, dict) else value

    def unknown(self, name: str, *, may_be_missing: bool) -> Unknown:
        more = {each for each in SIMPLE if self.chance.random() < self.chance.choice([0, 0.2, 1])}
        return Unknown(more | {name}, may_be_missing=may_be_missing)

    def cut(self, text: str) -> PartialText:
        cuts = sorted(self.chance.randint(0, len(text)) for _ in range(2 * self.chance.randint(1, 2)))
        return PartialText([text[a:b] for a, b in zip([0, *cuts[1::2]], [*cuts[::2], len(text)], strict=True)])

    def blur_list(self, value: list[Any], path: Path, real: Path) -> list[Any]:
        kept = list(enumerate(value))
        if path in self.chosen:
            at, gone = self.chance.randint(0, len(kept)), self.chance.choice([0, 0, 1, 9])
            self.hidden[(*real, at)] = value[at : at + gone]
            kept[at : at + gone] = [(-1, MORE)]
        return [
            MORE if old < 0 else self.blur(item, (*path, old), (*real, new)) for new, (old, item) in enumerate(kept)
        ]

    def blur_dict(self, value: dict[Any, Any], path: Path, real: Path) -> dict[Any, Any]:
        if path not in self.chosen:
            return {key: self.blur(item, (*path, key), (*real, key)) for key, item in value.items()}
        gone = self.hidden[(*real, "MORE")] = {key: value[key] for key in value if self.chance.random() < 0.2}
        kept = {key: self.blur(value[key], (*path, key), (*real, key)) for key in value if key not in gone}
        return {**kept, MORE: None}


@attrs.frozen
class Filling:
    """A whole payload that a partial one may become.

    Args:
        payload: The payload.
        paths: For the path of each value of the partial payload: its path here.
        unknown: The paths of the places that were unknown.
        containers: The paths of objects and lists that may have more.
    """

    payload: Any
    paths: dict[Path, Path]
    unknown: set[Path]
    containers: set[Path]

    def in_order(self, errors: list[Path]) -> bool:
        """Return whether the places that were unknown have no errors by themselves."""
        return not any(
            path in self.containers or any(path[: len(place)] == place for place in self.unknown) for path in errors
        )


def filled(draw: Callable[[Strategy], Any], blur: Blurred, chance: Random) -> Filling:
    """Return one of the fillings of a partial payload; it has some of the hidden values."""
    filling = Filling(None, {}, set(), set())
    payload = _Filler(draw, chance, filling, blur.hidden).fill(blur.partial, (), (), "")
    return attrs.evolve(filling, payload=payload)


@attrs.frozen
class _Filler:
    draw: Callable[[Strategy], Any]
    chance: Random
    filling: Filling
    hidden: dict[Path, Any]

    def fill(self, value: Any, path: Path, real: Path, name: str) -> Any:
        self.filling.paths[path] = real
        if isinstance(value, PartialText | Unknown):
            self.filling.unknown.add(real)
            if self.chance.random() < 0.6:
                return copy.deepcopy(self.hidden[path])
        if isinstance(value, PartialText):
            first, *others = value.pieces
            return first + "".join(self.chance.choice(["", "a", "1", " ", ".", "é"]) + piece for piece in others)
        if isinstance(value, Unknown):
            return self.any_of(value.types, name)
        if isinstance(value, list):
            return self.fill_list(value, path, real, name)
        return self.fill_dict(value, path, real) if isinstance(value, dict) else value

    def any_of(self, types: frozenset[str], name: str) -> Any:
        """Return a value of one of some types; if possible one that fits."""
        if name in FIELDS and self.chance.random() < 0.8:
            value = self.draw(fitting_value(name))
            if json_type(value) in types:
                return copy.deepcopy(value)
        value = self.draw(JSON)
        return value if json_type(value) in types else copy.copy(SIMPLE[self.chance.choice(sorted(types))])

    def is_left_out(self, value: Any) -> bool:
        return isinstance(value, Unknown) and value.may_be_missing and self.chance.random() < 0.5

    def fill_list(self, value: list[Any], path: Path, real: Path, name: str) -> list[Any]:
        made: list[Any] = []
        for index, item in enumerate(value):
            if item is MORE:
                self.filling.containers.add(real)
                for each in self.further(self.hidden[(*path, index)], name):
                    self.filling.unknown.add((*real, len(made)))
                    made.append(each)
            elif not self.is_left_out(item):
                made.append(self.fill(item, (*path, index), (*real, len(made)), ""))
        return made

    def further(self, hidden: list[Any], name: str) -> list[Any]:
        """Return further items of a list."""
        if self.chance.random() < 0.5:
            return copy.deepcopy(hidden)
        items = self.draw(fitting_value(name)) if name in FIELDS else []
        return copy.deepcopy(items) if isinstance(items, list) and self.chance.random() < 0.7 else [self.draw(JSON)] * 9

    def fill_dict(self, value: dict[Any, Any], path: Path, real: Path) -> dict[Any, Any]:
        made = {}
        for key, item in value.items():
            if key is MORE:
                self.filling.containers.add(real)
                names = self.chance.sample(sorted(FIELDS), self.chance.choice([0, 0, 1, 1, 2, 3, 9]))
                hidden = self.hidden[(*path, "MORE")]
                further = (
                    hidden if self.chance.random() < 0.5 else {each: self.draw(fitting_value(each)) for each in names}
                )
                for name, each in further.items():
                    if name not in value:
                        self.filling.unknown.add((*real, name))
                        made[name] = copy.deepcopy(each)
            elif not self.is_left_out(item):
                made[key] = self.fill(item, (*path, key), (*real, key), key)
        return made


def is_determined(partial: Any, known: str | None) -> bool:
    """Return whether the activity type of a partial payload does not depend on what is unknown."""
    if known is not None or not isinstance(partial, dict):
        return not isinstance(partial, Unknown)
    state = partial.get("content_state")
    if MORE in partial or isinstance(state, Unknown):
        return False
    if not isinstance(state, dict) or state.get("type") in list(ActivityType):
        return True
    direct = [*state.values(), *partial.values()]
    return MORE not in state and not any(
        isinstance(each, Unknown | PartialText) or has_unknown(each) for each in direct
    )


def reads(problem: Problem, place: Path) -> bool:
    """Return whether the rule of a problem may read what is at a place of the payload."""
    rule, path = CATALOGUE[problem.rule], problem.path
    if place[-1:] == ("type",) or place in {path[: len(place)], ("content_state",)}:
        return place != path or problem.rule != "unknown-field"
    if isinstance(rule, CrossFieldRule):
        names = {*rule.test.fields, *rule.test.without, *rule.test.measured}
        holders = [at for at in range(len(path) + 1) if path[:at] == place[:at] and len(place) > at]
        return any(place[at] in names for at in holders)
    unless = "counts_down"  # the field that lifts a requirement
    return (
        place[-1] == unless if problem.rule in {"missing-field", "stream-cannot-start"} else place[: len(path)] == path
    )


def make_unknown(payload: Any, path: Path) -> None:
    """Make a place of a payload unknown, unless one above it already is."""
    for step in path[:-1]:
        payload = payload[step]
        if isinstance(payload, Unknown):
            return
    payload[path[-1]] = UNKNOWN
