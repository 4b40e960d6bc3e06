"""The values of the options of the service's command line tool, as it converts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.lint.inputs.compose import document_of
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.holes import HOLE, json_in, text_of
from liveschema.lint.inputs.shell.values import Text
from liveschema.text import UNREADABLE
from liveschema.text.positions import Place

_DECIMAL: Final = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")
_BASED: Final = re.compile(r"0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)\Z")
_BOOLEANS: Final = {"true": True, "false": False}
_LARGEST: Final = 1e21
"""From here on, the tool writes numbers with an exponent."""
_JSON: Final = frozenset({"object", "array"})


@cache
def types_of(field: str, tag: str | None = None) -> frozenset[str]:
    """Return the JSON types that a field of a state or a request may have.

    Args:
        field: The field.
        tag: The activity type, if it is known and the field is one of a state.
    """
    from liveschema.contract.requests import REQUESTS  # noqa: PLC0415 - slow, and needed only for this tool
    from liveschema.contract.states import STATES  # noqa: PLC0415
    from liveschema.engine.objects import spec_of  # noqa: PLC0415

    specs = [*STATES.specs.values(), *(spec_of(cls) for cls in REQUESTS.values())]
    having = [spec for spec in specs if field in spec.fields]
    tagged = [spec for spec in having if tag is not None and spec.tag == tag]
    constraints = [spec.fields[field].constraint for spec in tagged or having]
    return frozenset(branch.type_test.name for constraint in constraints for branch in constraint.branches)


def flag_document(types: frozenset[str], text: Text, base: Document) -> Document:
    """Return the document of the value of an option.

    Args:
        types: The JSON types that its field may have.
        text: The text of the option.
        base: A document of the same file.
    """
    if types & _JSON and not types - _JSON:
        document = json_document(text, base)
        if document.value is UNREADABLE:
            return document_of(document, UNKNOWN, {(): place_of(text)})
        return document
    return document_of(base, _converted(types, text.text), {(): place_of(text)})


def place_of(text: Text) -> Place:
    """Return the place of a text; that of its quotes if it is empty."""
    if text.pieces:
        return Place(text.fragment.span(0, len(text.text)))
    return Place(text.script.span(text.start, max(text.end, text.start)))


def json_document(text: Text, base: Document) -> Document:
    """Return the document of an option whose text is JSON.

    Args:
        text: The text of the option.
        base: A document of the same file.
    """
    read = json_in(text.fragment)
    return evolve(base, value=read.value, faults=read.faults, locator=read.locator, is_partial=read.is_partial)


def _converted(types: frozenset[str], text: str) -> Any:  # noqa: ANN401 - a scalar of JSON, or what is known of it
    """Return the value of a scalar; a text that the tool refuses stays as it is."""
    is_number = "number" in types
    if is_number and "string" in types:
        return Unknown({"number", "string"}) if HOLE in text or number_of(text) is not None else text
    if HOLE in text and (is_number or "boolean" in types):
        return Unknown({"number"} if is_number else {"boolean"})
    if is_number:
        number = number_of(text)
        return text if number is None else number
    if "boolean" in types:
        return _BOOLEANS.get(text.strip().lower(), text)
    return text_of(text)


def number_of(text: str) -> int | float | None:
    """Return the number that JavaScript makes of a text; None if it makes none, or an infinite one."""
    text = text.strip()
    if not text:
        return 0
    if _BASED.match(text):
        return int(text, 0)
    number = float(text) if _DECIMAL.match(text) else float("inf")
    if abs(number) == float("inf"):
        return None
    return int(number) if number.is_integer() and abs(number) < _LARGEST else number


def list_document(texts: Sequence[Text], base: Document) -> Document:
    """Return the document of a list whose items are separated by commas; an option that is repeated adds to it."""
    items: list[Any] = []
    places: dict[Path, Place] = {(): place_of(texts[0])}
    for text in texts:
        for found in re.finditer("[^,]+", text.text):
            item = found[0].strip()
            if item:
                start = found.start() + found[0].index(item)
                places[len(items),] = Place(text.fragment.span(start, start + len(item)))
                items.append(MORE if HOLE in item else item)
    return document_of(base, items, places)
