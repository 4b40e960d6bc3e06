"""A node of an n8n workflow: its parameters as far as they are known, with their places in the file.

A text that begins with ``=`` is an expression, in which n8n replaces what stands in double braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from liveschema.engine.problems import Path, Problem
from liveschema.engine.unknown import MORE
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE, json_in, text_of
from liveschema.lint.inputs.json.strings import string_in
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.literals import Literal, Member, Range
from liveschema.lint.inputs.templates import with_holes
from liveschema.text.lines import Lines
from liveschema.text.positions import Place

PARAMETERS: Final = "parameters"
"""The member of a node that has its parameters."""
_MARK: Final = "="
_EXPRESSION: Final = re.compile(r"\\?\{\{.*?(?:(?<!\\)\}\}|\Z)", re.DOTALL)
"""What n8n replaces, up to the first closing braces; without such it extends to the end of the text."""

Places = Mapping[Path, Place]


@attrs.frozen(eq=False)
class Node:
    """A node of a workflow.

    Args:
        fragment: The file.
        places: The places of the node and of everything in it, by their paths in the file.
        path: The path of the node.
        value: The node.
    """

    fragment: Fragment
    places: Places
    path: Path
    value: Mapping[str, Any]

    @property
    def place(self) -> Range:
        """Where the node begins to say what it sends, which is the place of what its parameters lack."""
        return _key_of(self.places[*self.path, PARAMETERS]) or Range(0, 0)

    def heads(self) -> list[int]:
        """Return the lines at which the node and its parameters begin."""
        return [self.fragment.at(offset)[0] for offset in (self.places[self.path].value.start, self.place.start)]

    def raw(self, *steps: str | int) -> Any:  # noqa: ANN401 - any JSON value
        """Return a parameter, or a value in one, as it is written; None if there is none."""
        found: Any = self.value[PARAMETERS]
        for step in steps:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    def member(self, *steps: str | int) -> Member | None:
        """Return what is known of a parameter, or of a value in one; None if there is none."""
        value, path = self.raw(*steps), (*self.path, PARAMETERS, *steps)
        if value is None:
            return None
        literal = _without_expressions(_literal(value, path, self.places, self.place))
        return Member(literal, _key_of(self.places[path]))

    def text(self, *steps: str | int) -> Fragment | None:
        """Return the text of a parameter, with holes for expressions; None if it is not a text."""
        found = self.raw(*steps)
        if not isinstance(found, str):
            return None
        text = string_in(self.fragment, *self.places[*self.path, PARAMETERS, *steps].value.range, found)
        return with_holes(text.part(1, len(text.text)), _EXPRESSION) if found.startswith(_MARK) else text


def json_of(text: Fragment) -> tuple[Literal | None, list[Problem]]:
    """Read a JSON text with holes.

    Args:
        text: The text.

    Returns:
        The value, and the problems of the text; no value if it cannot be read, or if all of it is one expression.
    """
    if text.text.strip() == HOLE:
        return None, []
    document = json_in(text)
    if document.readable:
        places = document.locator([path for path, _ in values_in(document.value)])
        whole = places[()].value
        return _literal(document.value, (), places, Range(*whole.range)), document.faults
    return None, _certain(document, text)


def _certain(document: Document, text: Fragment) -> list[Problem]:
    """Return the problems of a text that cannot be read, except for those that an expression may mend."""
    hole = text.text.find(HOLE)
    if hole < 0:
        return document.faults
    # What is wrong before the first expression is so whether or not the expression ends a string.
    beginning = text.part(0, hole)
    begun, ended = (json_document(beginning.text + more).faults for more in ("", '"'))
    certain = {(fault.rule, fault.line, fault.column) for fault in ended}
    lines = Lines(beginning.text)
    faults = [
        fault
        for fault in begun
        if (fault.rule, fault.line, fault.column) in certain
        and lines.offset(fault.line or 1, fault.column or 1) < len(beginning.text.rstrip())
    ]
    return beginning.document(Document(beginning.text, None, faults, lambda _: {}, beginning.own_lines)).faults


def values_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - any JSON value
    """Yield a value and all values in it with their paths, level by level.

    Args:
        value: The value.
        path: Its path.
    """
    waiting: list[tuple[Path, Any]] = [(path, value)]
    for at, each in waiting:
        yield at, each
        if isinstance(each, dict):
            waiting += [((*at, key), item) for key, item in each.items() if key is not MORE]
        elif isinstance(each, list):
            waiting += [((*at, index), item) for index, item in enumerate(each)]


def _literal(value: Any, path: Path, places: Places, whole: Range) -> Literal:  # noqa: ANN401 - any JSON value
    """Return a value with the places of everything in it; what has no place of its own has that of the whole."""
    place = Range(*places[path].value.range) if path in places else whole
    if isinstance(value, dict):
        items = [(key, item, (*path, key)) for key, item in value.items()]
        members = {key: Member(_literal(item, at, places, whole), _key_of(places.get(at))) for key, item, at in items}
        return Literal(members, place)
    if isinstance(value, list):
        return Literal([_literal(item, (*path, at), places, whole) for at, item in enumerate(value)], place)
    return Literal(value, place)


def _key_of(place: Place | None) -> Range | None:
    return None if place is None or place.key is None else Range(*place.key.range)


def _without_expressions(literal: Literal) -> Literal:
    """Return a value with what is known of each text that is an expression."""
    value, place = literal
    if isinstance(value, dict):
        members = value.items()
        return Literal({key: Member(_without_expressions(each), at) for key, (each, at) in members}, place)
    if isinstance(value, list):
        return Literal([_without_expressions(item) for item in value], place)
    if not isinstance(value, str) or not value.startswith(_MARK):
        return literal
    text = _EXPRESSION.sub(HOLE, value[1:])
    return Literal.unknown(place) if text.strip() == HOLE else Literal(text_of(text), place)
