"""The payload of a step of the service's GitHub Action, read as the action reads it."""

from __future__ import annotations

from typing import Any, Final

from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.rules import INVALID_JSON
from liveschema.engine.unknown import UNKNOWN
from liveschema.lint.inputs.compose import document_of
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE, MEMBERS, json_in
from liveschema.lint.inputs.templates import GITHUB, with_holes_in_yaml
from liveschema.lint.inputs.yaml.text import yaml_in
from liveschema.lint.rules.invalid_yaml import INVALID_YAML
from liveschema.text import UNREADABLE

_SINGLE: Final = "a payload must be a single YAML document, got another one"


def read_payload(text: Fragment, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Read the payload of a step.

    The action replaces expressions in the text and reads it as YAML; if that
    fails, it reads the text as JSON, between braces if it has none.

    Args:
        text: The text, not empty, without white space around it.
        about: Further fields of the `Document`.

    Returns:
        The document. If the text has expressions, a mistake that they may mend is left out, and the value is unknown.
    """
    holed = with_holes_in_yaml(text, GITHUB)
    documents = list(yaml_in(holed, **about))
    first = documents[0]
    if text.text.rfind("${{") > text.text.rfind("}}"):
        return document_of(evolve(first, faults=[]), UNKNOWN, {})  # an expression that is not closed
    if len(documents) == 1 and first.readable:
        return evolve(first, faults=_without_keys(first))
    in_braces = _in_braces(holed, about)
    if in_braces is not None:
        return in_braces
    faults = [fault for document in documents for fault in document.faults]
    if first.readable and len(documents) > 1:
        second = documents[1]
        line, column = second.locator([()])[()].value.position if second.readable else holed.at(0)
        faults = [evolve(INVALID_YAML.at((), _SINGLE), line=line, column=column)]
    return _unreadable(first, holed, faults)


def _without_keys(document: Document) -> list[Problem]:
    """Return the problems of a document except for those of keys that are no texts, of which the action makes texts."""
    doubtful = [fault.path for fault in document.faults if fault.rule == INVALID_YAML.id]
    keys = {path: place.key for path, place in document.locator(doubtful).items()} if doubtful else {}

    def is_about_key(fault: Problem) -> bool:
        key = keys.get(fault.path)
        return fault.rule == INVALID_YAML.id and key is not None and (fault.line, fault.column) == key.position

    return [fault for fault in document.faults if not is_about_key(fault)]


def _in_braces(holed: Fragment, about: dict[str, Any]) -> Document | None:
    """Read a text that has no braces as JSON between braces; return None if it is no JSON then."""
    text = holed.text
    if text.startswith("{") or text.endswith("}"):
        return None
    end = len(text) - text.endswith(",")
    writer = FragmentWriter(holed)
    writer.put("{", 0, 1)
    writer.copy(0, end)
    writer.put("}", end - 1, end)
    document = json_in(writer.finish(), **about)
    return document if all(fault.rule != INVALID_JSON.id for fault in document.faults) else None


def _unreadable(document: Document, holed: Fragment, faults: list[Problem]) -> Document:
    """Return the document for a text that cannot be read, with the mistakes that no expression can mend."""
    holes = [at for at in (holed.text.find(HOLE), holed.text.find(MEMBERS)) if at >= 0]
    if holes:
        first = holed.at(min(holes))
        faults = [fault for fault in faults if ((fault.line or 1), (fault.column or 1)) < first]
        if not faults:
            place = evolve(document, faults=[])
            return document_of(place, UNKNOWN, {})
    return evolve(document, value=UNREADABLE, faults=faults, index=None)
