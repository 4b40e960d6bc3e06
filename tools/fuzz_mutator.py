"""The mutation of JSON texts as values, since a change of bytes seldom leaves a text that can be parsed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

Mutate = Callable[[bytes, int], bytes]
Place = tuple[Any, Any]
"""An object or a list, and a key or an index in it."""

SCALARS: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    0.5,
    1e308,
    2**53,
    10**400,
    float("inf"),
    "",
    " ",
    "x" * 300,
    "\0",
    "é\u2028",
    [],
    {},
)
_BYTES = 0.25
"""How often a text is mutated as bytes."""
_MOST_PLACES = 400
_INSERTIONS = (3, 4)
"""The kinds of changes that may be made to the whole value; the others would replace it."""


class JsonMutator:
    """A mutator of JSON texts, or of lines of JSON.

    Args:
        mutate: Mutates bytes.
        words: The words to use as keys and texts.
        lines: Whether each line is a text.
    """

    def __init__(self, mutate: Mutate, words: Sequence[str], *, lines: bool = False) -> None:
        self._mutate = mutate
        self._words = words
        self._lines = lines

    def __call__(self, source: bytes, most: int, seed: int) -> bytes:
        """Return a mutation of a text, at most so many bytes long."""
        chance = random.Random(seed)  # noqa: S311 - reproducible by the seed
        made = None
        if chance.random() >= _BYTES:
            made = self._mutated_lines(source, chance) if self._lines else self._mutated(source, chance)
        return bytes(self._mutate(source, most)) if made is None or len(made) > most else made

    def _mutated_lines(self, source: bytes, chance: random.Random) -> bytes | None:
        lines = source.split(b"\n")
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                lines.insert(at, chance.choice(lines))
            case 1:
                del lines[at]
            case 2:
                chance.shuffle(lines)
            case _:
                made = self._mutated(lines[at], chance)
                if made is None:
                    return None
                lines[at] = made
        return b"\n".join(lines)

    def _mutated(self, source: bytes, chance: random.Random) -> bytes | None:
        try:
            holder = [json.loads(source)]
            for _ in range(chance.choice((1, 1, 2, 4))):
                self._change(holder, chance)
            return json.dumps(holder[0], ensure_ascii=chance.choice((True, False))).encode(errors="surrogatepass")
        except (ValueError, RecursionError):
            return None

    def _change(self, holder: list[Any], chance: random.Random) -> None:
        """Change a value at one place."""
        kind = chance.randrange(8)
        places = _places(holder)
        inside, key = chance.choice(places if kind in _INSERTIONS else places[1:] or places)
        match kind:
            case 0 if inside is not holder:
                del inside[key]
            case 1 if isinstance(inside, dict):
                inside[chance.choice(self._words)] = inside.pop(key)
            case 2:
                other, at = chance.choice(places)
                inside[key] = _copy(other[at])
            case 3 if isinstance(inside[key], dict):
                inside[key][chance.choice(self._words)] = self._value(chance)
            case 4 if isinstance(inside[key], list):
                inside[key].insert(chance.randint(0, len(inside[key])), self._value(chance))
            case 5 | 6 if isinstance(inside[key], str):
                raw = self._mutate(inside[key].encode(errors="surrogatepass"), len(inside[key]) + 20)
                inside[key] = bytes(raw).decode(errors="replace")
            case 7 if isinstance(inside[key], int | float) and not isinstance(inside[key], bool):
                inside[key] = chance.choice([inside[key] + 1, -inside[key], 10**15, str(inside[key])])
            case _:
                inside[key] = self._value(chance)

    def _value(self, chance: random.Random) -> object:
        return _copy(chance.choice([*SCALARS, *chance.choices(self._words, k=len(SCALARS))]))


def _places(holder: list[Any]) -> list[Place]:
    found: list[Place] = [(holder, 0)]
    for inside, key in found:
        value = inside[key]
        if isinstance(value, dict | list) and len(found) < _MOST_PLACES:
            found += [(value, each) for each in (value if isinstance(value, dict) else range(len(value)))]
    return found


def _copy(value: object) -> object:
    return json.loads(json.dumps(value))
