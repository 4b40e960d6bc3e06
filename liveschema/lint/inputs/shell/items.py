"""The JSON object that HTTPie makes of words such as ``content_state[title]=Deploy``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN
from liveschema.lint.inputs.compose import document_of
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.holes import HOLE, json_in, text_of
from liveschema.lint.inputs.shell.http import item_separator
from liveschema.lint.inputs.shell.values import Text
from liveschema.text import UNREADABLE
from liveschema.text.positions import Place

_STEP: Final = re.compile(r"\[([^\[\]]*)\]")
_NAME: Final = re.compile(r"([^\[\]]*)((?:\[[^\[\]]*\])*)\Z")
_INDEX: Final = re.compile("[0-9]{1,4}\\Z")
_MOST_STEPS: Final = 20
_MOST_ITEMS: Final = 1000
"""The highest depth and index that are followed; no payload has more."""


class _Object:
    """An object that grows word by word."""

    def __init__(self) -> None:
        self.value: Any = {}
        self.places: dict[Path, Place] = {}
        self.faults: list[Problem] = []

    def add(self, item: Text) -> None:
        text = item.text
        separator = item_separator(text)
        name = text[: text.find(separator)] if separator else text
        found = _NAME.match(name)
        if not separator or HOLE in name or found is None or "\\" in name or not found[1]:
            self.value[MORE] = UNKNOWN
            return
        steps = [found[1], *_STEP.findall(found[2])]
        start = len(name) + len(separator)
        key = item.fragment.span(0, len(name))
        value = item.after(start)
        span = value.fragment.span(0, len(value.text)) if value.pieces else item.fragment.span(0, len(text))
        path = self._put(steps, Place(span, key))
        if path is not None:
            self._set(path, self._read(separator, value, path))
        else:
            self.value[found[1]] = UNKNOWN

    def _read(self, separator: str, value: Text, path: Path) -> Any:  # noqa: ANN401 - any JSON value
        """Return the value of a word; the places and problems of JSON in it are noted."""
        if separator == "=":
            return text_of(value.text)
        if separator != ":=" or not value.pieces:
            return UNKNOWN
        document = json_in(value.fragment)
        self.faults += [evolve(fault, path=(*path, *fault.path)) for fault in document.faults]
        if document.value is UNREADABLE:
            return UNKNOWN
        inside = document.locator(_paths(document.value))
        self.places |= {(*path, *below): place for below, place in inside.items() if below}
        return document.value

    def _put(self, steps: Sequence[str], place: Place) -> Path | None:
        """Return the path of a name such as ``a[b][0]``, and make the objects and lists around it."""
        if len(steps) > _MOST_STEPS:
            return None
        path: list[Any] = []
        here: Any = self.value
        for index, step in enumerate(steps):
            key: Any = step
            if isinstance(here, list):
                key = len(here) if step == "" else int(step) if _INDEX.match(step) else -1
                if not 0 <= key <= min(len(here), _MOST_ITEMS):
                    return None
            path.append(key)
            self.places.setdefault(tuple(path), place)
            if index + 1 < len(steps):
                is_list = steps[index + 1] == "" or _INDEX.match(steps[index + 1]) is not None
                here = _inner(here, key, [] if is_list else {})
                if not isinstance(here, list if is_list else dict):
                    return None
        self.places[tuple(path)] = place
        return tuple(path)

    def _set(self, path: Path, value: Any) -> None:  # noqa: ANN401 - any JSON value
        here = self.value
        for step in path[:-1]:
            here = here[step]
        if isinstance(here, list) and path[-1] == len(here):
            here.append(value)
        else:
            here[path[-1]] = value


def _inner(here: Any, key: Any, new: Any) -> Any:  # noqa: ANN401 - a list or an object, its key, and a value
    if isinstance(here, list):
        if key == len(here):
            here.append(new)
        return here[key]
    return here.setdefault(key, new)


def _paths(value: Any) -> list[Path]:  # noqa: ANN401 - any JSON value
    """Return the paths of all that is inside a value."""
    paths: list[Path] = []
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, here = waiting.pop()
        paths.append(path)
        if isinstance(here, dict):
            waiting += [((*path, key), inner) for key, inner in here.items() if isinstance(key, str)]
        elif isinstance(here, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(here)]
    return paths


def document_of_items(base: Document, items: Sequence[Text], place: Place, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Return the document of the object that HTTPie makes of words.

    Args:
        base: A document of the same file.
        items: The words.
        place: The place of the object.
        about: Further fields of the `Document`.
    """
    made = _Object()
    for item in items:
        made.add(item)
    return document_of(base, made.value, {(): place, **made.places}, faults=made.faults, **about)
