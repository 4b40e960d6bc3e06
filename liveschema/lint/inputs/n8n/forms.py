"""What the official node for n8n makes of the value of a parameter before it sends it.

Each function returns the value that is sent, and None if the node leaves the field out. A value that the node cannot
use is returned as it is: the node fails, and the value is what is wrong.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Final

from liveschema.engine.unknown import MORE, PartialText, Unknown
from liveschema.lint.inputs.holes import items_in
from liveschema.lint.inputs.literals import Literal, Member, Members
from liveschema.lint.inputs.n8n.parameters import Form

_INTEGER: Final = re.compile(r"\s*([+-]?[0-9]+)")
_NUMBER: Final = re.compile(r"\s*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
"""The beginning of a text from which JavaScript reads a number, whatever follows."""
_MOST_DIGITS: Final = 300
"""The digits of a number from which on it is not read, since it may be too large for JavaScript."""
_SEPARATORS: Final = "\n,"
_METRIC: Final = "metric"
"""The name of the list of metrics in the collection."""

Make = Callable[[Literal], Literal | None]


def is_open(value: object) -> bool:
    """Return whether a value may be empty when the node is run."""
    return isinstance(value, Unknown) or (isinstance(value, PartialText) and not any(value.pieces))


def trimmed(literal: Literal) -> Literal:
    """Return a text without the white space around it."""
    value = literal.value
    if isinstance(value, str):
        return Literal(value.strip(), literal.place)
    if isinstance(value, PartialText):
        first, *others = value.pieces
        pieces = [first.lstrip(), *others]
        pieces[-1] = pieces[-1].rstrip()
        return Literal(PartialText(tuple(pieces)), literal.place)
    return literal


def text(literal: Literal) -> Literal | None:
    """Return a text that is left out if it is empty."""
    value = literal.value
    if value == "":
        return None
    if is_open(value):
        types = value.types if isinstance(value, Unknown) else {"string"}
        return Literal(Unknown(types, may_be_missing=True), literal.place)
    return literal


def integer(literal: Literal) -> Literal | None:
    """Return an integer that may be written as a text."""
    return _number(literal, _INTEGER, int)


def number(literal: Literal) -> Literal | None:
    """Return a number that may be written as a text."""
    return _number(literal, _NUMBER, _float)


def _number(literal: Literal, beginning: re.Pattern[str], read: Callable[[str], float]) -> Literal | None:
    value = literal.value
    if value == "":
        return None
    if isinstance(value, Unknown | PartialText):
        return Literal(Unknown({"number"}, may_be_missing=is_open(value)), literal.place)
    found = beginning.match(value) if isinstance(value, str) and len(value) < _MOST_DIGITS else None
    if found is None or not math.isfinite(read(found[1])):
        return literal
    return Literal(read(found[1]), literal.place)


def _float(digits: str) -> float:
    """Return a number, as an integer if it has no fraction, so that it is shown as JavaScript writes it."""
    found = float(digits)
    return int(found) if found.is_integer() else found


def strings(literal: Literal) -> Literal | None:
    """Return a list of texts that is written with commas or on several lines."""
    value, place = literal
    if isinstance(value, str | PartialText):
        items = [Literal(item, place) for item in items_in(value, _SEPARATORS)]
    elif isinstance(value, list):
        items = [trimmed(item) for item in value if item.types & {"string"}]
        items = [Literal(MORE, item.place) if is_open(item.value) else item for item in items if item.value != ""]
    else:
        return Literal(Unknown({"array"}, may_be_missing=True), place) if isinstance(value, Unknown) else literal
    if all(item.value is MORE for item in items):
        return Literal(Unknown({"array"}, may_be_missing=True), place) if items else None
    return Literal(items, place)


def metrics(literal: Literal) -> Literal | None:
    """Return the list of metrics in a collection, without the entries that are no objects."""
    entries, place = literal
    if isinstance(entries, dict):
        entries, place = entries[_METRIC].literal if _METRIC in entries else Literal([], place)
    if isinstance(entries, Unknown):
        return Literal.unknown(place, "array")
    items = [_metric(item) for item in entries if "object" in item.types] if isinstance(entries, list) else []
    return Literal(items, place) if items else None


def _metric(entry: Literal) -> Literal:
    """Return a metric with its defaults; an entry that is not known may be left out."""
    if not isinstance(entry.value, dict):
        return Literal(MORE, entry.place)
    members: Members = {}
    for field, (default, make) in _METRIC_FIELDS.items():
        given = entry.value.get(field)
        if given is None or given.literal.value is None:
            given = Member(Literal(default, entry.place))
        made = make(given.literal)
        if made is not None:
            members[field] = Member(made, given.key)
    return Literal(members, entry.place)


def _numeric(literal: Literal) -> Literal:
    """Return a value that the node sends only if it is a number."""
    return Literal.unknown(literal.place, "number") if isinstance(literal.value, Unknown) else literal


def trimmed_text(literal: Literal) -> Literal | None:
    """Return a text without the white space around it, which is left out if nothing remains."""
    return text(trimmed(literal))


def as_it_is(literal: Literal) -> Literal | None:
    """Return any value, which the node sends unchanged."""
    return literal


_METRIC_FIELDS: Final[Mapping[str, tuple[object, Make]]] = {
    "label": ("", trimmed),
    "unit": ("", trimmed_text),
    "value": (0, _numeric),
}
"""The fields of a metric, with their defaults and what the node makes of them."""
FORMS: Final[Mapping[Form, Callable[[Literal], Literal | None]]] = {
    Form.AS_IT_IS: as_it_is,
    Form.TEXT: text,
    Form.INTEGER: integer,
    Form.NUMBER: number,
    Form.LIST: strings,
    Form.METRICS: metrics,
}
"""The functions by the form of a parameter."""
