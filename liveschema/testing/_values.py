"""From a constraint to a strategy of the values it takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, singledispatch
from typing import Any, Final

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from liveschema._samples import samples
from liveschema.constraints import (
    MAX_DEPTH,
    Boolean,
    Choice,
    Constraint,
    Context,
    Either,
    Entries,
    FreeObject,
    Integer,
    ListOf,
    Number,
    Tag,
    Text,
    Url,
    compact_size,
)
from liveschema.constraints._scalars import LARGEST
from liveschema.vocabulary import ActivityType, Operation

Strategy = st.SearchStrategy[Any]

_SHORT: Final = 10
_FAR: Final = 10**6
_ONE_IN: Final = 16
_TRIES: Final = 5
_WIDE: Final = ("a", "é", "🚗")
"""A character of one, two and four bytes of UTF-8."""


@attrs.frozen
class Aim:
    """What values are made for.

    Args:
        operation: The operation they are sent for.
        kind: The activity type whose rules they keep.
        spotless: Whether they earn no warning either.
        typed: Whether the state names its type even where it may leave it out.
    """

    operation: Operation | None = None
    kind: ActivityType | None = None
    spotless: bool = False
    typed: bool = False

    @property
    def context(self) -> Context:
        """What a report on the values goes by."""
        return Context(operation=self.operation, kind=self.kind, known=self.kind)


@cache
def values(constraint: Constraint, aim: Aim, name: str = "") -> Strategy:
    """Make a strategy of the values that a constraint takes.

    Args:
        constraint: The constraint.
        aim: What the values are made for.
        name: The name of the field, for values that read well.

    Returns:
        The strategy; what fails shrinks to a value of the rules' own examples.
    """
    made = make_values(constraint, aim, name)
    fit = samples(name, constraint, aim.kind)
    return st.sampled_from(fit) | made if fit else made


@singledispatch
def make_values(constraint: Constraint, aim: Aim, name: str) -> Strategy:
    """Make a strategy of the values that a constraint takes, by the class of the constraint."""
    del aim, name
    msg = f"no strategy for {constraint!r}"
    raise TypeError(msg)


def sifted(strategy: Strategy, sift: Callable[[Any], Any], name: str) -> Strategy:
    """Keep of what a strategy gives what a function makes something of.

    Unlike ``filter`` it does not write out the whole strategy for each value
    that is turned down.

    Args:
        strategy: The strategy.
        sift: From a value to what is kept of it; None turns it down.
        name: What the strategy is called where hypothesis shows it.

    Returns:
        The new strategy.
    """

    def drawn(draw: st.DrawFn) -> Any:  # noqa: ANN401 - as the function gives
        for _ in range(_TRIES):
            found = sift(draw(strategy))
            if found is not None:
                return found
        return reject()

    drawn.__name__ = drawn.__qualname__ = name
    return st.composite(drawn)()


def seldom(common: Strategy, rare: Strategy) -> Strategy:
    """Draw from one strategy, and once in a while from another that costs more."""
    return st.sampled_from([common] * (_ONE_IN - 1) + [rare]).flatmap(_itself)


def _itself(strategy: Strategy) -> Strategy:
    return strategy


@make_values.register
def _(constraint: Text, aim: Aim, name: str) -> Strategy:
    del name
    shown = aim.spotless and constraint.warn_blank
    if constraint.symbol and aim.spotless:
        return st.from_regex(r"[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){0,3}", fullmatch=True)
    least = max(constraint.minimum, int(shown))
    common: Strategy = st.text(min_size=least, max_size=_SHORT)
    if shown:
        common = common.filter(_says_something)
    if constraint.maximum is None:
        return common
    edges = [letter * constraint.maximum for letter in _WIDE]
    return seldom(common, st.sampled_from(edges))


def _says_something(text: str) -> bool:
    return not text.isspace()


def _bounds(constraint: Number) -> tuple[float | None, float | None, bool]:
    open_below = constraint.above is not None
    return (constraint.above if open_below else constraint.minimum), constraint.maximum, open_below


@make_values.register
def _(constraint: Number, aim: Aim, name: str) -> Strategy:
    del aim, name
    least, most, open_below = _bounds(constraint)
    edges = [edge for edge in (None if open_below else least, most) if edge is not None]
    edges += [LARGEST, int(LARGEST)] if most is None else []
    edges += [-LARGEST, int(-LARGEST)] if least is None else []
    low = -LARGEST if least is None else float(least)
    high = LARGEST if most is None else float(most)
    fractions = st.floats(low, high, exclude_min=open_below, allow_nan=False, allow_infinity=False)
    return whole_numbers(constraint) | st.sampled_from(edges) | fractions


def whole_numbers(constraint: Number) -> Strategy:
    """Make a strategy of the whole numbers, as ``int``, that a constraint takes."""
    least, most, open_below = _bounds(constraint)
    low = -_FAR if least is None else int(least) + open_below
    high = _FAR if most is None else int(most)
    if low <= 0:
        return st.integers(low, min(high, _SHORT)) | st.integers(low, high)
    return st.integers(low, low + _SHORT) | st.integers(low, high)


@make_values.register
def _(constraint: Integer, aim: Aim, name: str) -> Strategy:
    del aim, name
    whole = whole_numbers(constraint)
    return seldom(whole, whole.map(float) | st.just(int(LARGEST)))


@make_values.register
def _(constraint: Boolean, aim: Aim, name: str) -> Strategy:
    del constraint, aim, name
    return st.booleans()


@make_values.register
def _(constraint: Choice, aim: Aim, name: str) -> Strategy:
    del aim, name
    return st.sampled_from(list(constraint.by_value))


@make_values.register
def _(constraint: Tag, aim: Aim, name: str) -> Strategy:
    del aim, name
    return st.just(str(constraint.value))


@make_values.register
def _(constraint: Url, aim: Aim, name: str) -> Strategy:
    del name
    hosts = st.from_regex(r"[a-z0-9]{1,8}(\.[a-z]{2,5}){0,2}(:[1-9][0-9]{0,3})?", fullmatch=True)
    rest = st.text(st.characters(codec="utf-8", exclude_characters=[*map(chr, range(0x21)), "\x7f"]), max_size=_SHORT)
    made = []
    for scheme in constraint.schemes:
        written = st.sampled_from([scheme, scheme.upper(), scheme.title()])
        if scheme != "shortcuts":
            made.append(st.builds("{}://{}/{}".format, written, hosts, rest))
            continue
        made.append(st.builds("{}://run-shortcut?name=x{}".format, written, rest))
        if not aim.spotless:
            made.append(st.builds("{}:{}".format, written, rest))
    return st.one_of(made)


@make_values.register
def _(constraint: ListOf, aim: Aim, name: str) -> Strategy:
    items = values(constraint.item, aim, name)
    most = constraint.maximum
    if most is None and constraint.advised is not None:
        most = constraint.advised + (0 if aim.spotless else 2)
    if most is None:
        return st.lists(items, min_size=constraint.minimum, max_size=_SHORT)
    few = st.lists(items, min_size=constraint.minimum, max_size=min(most, 4))
    return seldom(
        few, st.lists(items, min_size=min(most, 4), max_size=most) | st.lists(items, min_size=most, max_size=most)
    )


@make_values.register
def _(constraint: Either, aim: Aim, name: str) -> Strategy:
    return st.one_of([values(option, aim, name) for option in constraint.options])


@make_values.register
def _(constraint: Entries, aim: Aim, name: str) -> Strategy:
    keys, items = values(constraint.key, aim, name), values(constraint.value, aim)
    few = st.dictionaries(keys, items, max_size=3).filter(lambda each: compact_size(each) <= constraint.maximum_size)
    return seldom(few, st.sampled_from([_most_entries, _most_bytes]).map(lambda make: make(constraint)))


def _most_entries(constraint: Entries) -> dict[str, object]:
    return {f"k{index}": index for index in range(constraint.maximum)}


def _most_bytes(constraint: Entries) -> dict[str, object]:
    """Fill an object to the last byte it may take."""
    return fill(constraint, constraint.maximum_size)


def fill(constraint: Entries, size: int) -> dict[str, object]:
    """Make an object that takes so many bytes.

    Args:
        constraint: What its entries may be.
        size: The bytes, as compact UTF-8 JSON.

    Returns:
        The object: a few strings as long as they may be, and one to fill up.
    """
    longest = max(option.maximum or 0 for option in _texts(constraint.value))
    entries: dict[str, object] = {}
    while True:
        key = f"k{len(entries)}"
        left = size - compact_size({**entries, key: ""})
        entries[key] = "x" * min(left, longest)
        if left <= longest:
            return entries


def _texts(constraint: Constraint) -> list[Text]:
    options = constraint.options if isinstance(constraint, Either) else (constraint,)
    return [option for option in options if isinstance(option, Text)]


SCALARS: Final[Strategy] = (
    st.integers(-_FAR, _FAR)
    | st.booleans()
    | st.none()
    | st.text(max_size=4)
    | st.floats(allow_nan=False, allow_infinity=False)
)
JSON: Final[Strategy] = (
    SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.text(max_size=3), SCALARS, max_size=3)
)
"""A small value of any type that JSON has."""


def nested(levels: int) -> dict[str, object]:
    """Make an object of so many levels."""
    value: object = 1
    for _ in range(levels - 1):
        value = [value]
    return {"log": value}


@make_values.register
def _(constraint: FreeObject, aim: Aim, name: str) -> Strategy:
    del constraint, aim, name
    few = st.dictionaries(st.sampled_from(["ref", "run", "who"]) | st.text(max_size=4), JSON, max_size=3)
    return seldom(few, st.builds(nested, st.just(MAX_DEPTH)))
