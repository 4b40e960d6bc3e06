"""Holes: single characters that stand in a fragment for a text that is not known, such as an expression in braces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.engine.rules import DUPLICATE_KEY
from liveschema.engine.unknown import MORE, UNKNOWN, More, PartialText, Unknown
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.json.text import json_document
from liveschema.text.positions import Place

# Unicode reserves these characters for use inside a program, so no text has them.
HOLE: Final = "\ufdd0"
"""A text that is not known, in a fragment."""
_VALUE: Final = "\ufdd1"
"""A JSON string of this character stands for a value that is not known."""
_NUMBER: Final = "\ufdd2"
"""A JSON string of this character stands for a number that is not known."""
MEMBERS: Final = "\ufdd3"
"""A key or an item of this character stands for further members or items."""
MEMBERS_IN_YAML: Final = f"{MEMBERS}: 0"
"""What stands in YAML for further members."""
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}:,]|[^\s"\[\]{}:,]+')
_BEGINS_NUMBER: Final = frozenset("-0123456789")
_PART_OF_NUMBER: Final = re.compile(rf"[-+.0-9eE{HOLE}]+\Z")


def text_of(text: str) -> str | PartialText:
    """Return what is known of a string of a fragment."""
    return PartialText(tuple(text.split(HOLE))) if HOLE in text else text


def items_in(text: str | PartialText, separators: str) -> list[str | More]:
    """Return the items of a list that is written as a text, without white space and without empty ones.

    Args:
        text: The text, or what is known of it.
        separators: The characters between two items.

    Returns:
        The items, with `MORE` in place of one that is not fully known, since an unknown piece may be several items.
    """
    items: list[str | More] = []
    for index, piece in enumerate(text.pieces if isinstance(text, PartialText) else (text,)):
        words = re.split(f"[{separators}]", piece)
        if index:
            # What is unknown stands between these pieces. It may be several items, or a part of one.
            items[-1:], words = [MORE], words[1:]
        items += [word.strip() for word in words]
    return [item for item in items if item]


def text_in_yaml(text: str) -> str | PartialText:
    """Return what is known of a string in YAML, in which a line may have been taken for further members."""
    return text_of(text.replace(MEMBERS_IN_YAML, HOLE))


def unquoted(text: str) -> str | PartialText | Unknown:
    """Return what is known of a scalar that is written in YAML without quotes, and has a hole."""
    if not text.strip(HOLE):
        return UNKNOWN
    return Unknown({"number", "string"}) if _PART_OF_NUMBER.match(text) else text_in_yaml(text)


def json_in(fragment: Fragment, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Read a JSON text that may have holes.

    Args:
        fragment: The text.
        about: Further fields of the `Document`.

    Returns:
        The document, with its places in the file.
    """
    if HOLE not in fragment.text and MEMBERS not in fragment.text:
        return fragment.document(json_document(fragment.text), **about)
    filled = _with_strings(_without_members_in_yaml(fragment))
    document = json_document(filled.text)
    faults = [fault for fault in document.faults if not (fault.rule == DUPLICATE_KEY.id and _ends_in_hole(fault.path))]
    document = evolve(document, faults=faults, value=_with_unknown(document.value))
    placed = filled.document(document, **{"is_partial": True, **about})
    return evolve(placed, locator=_by_unknown_keys(placed))


def _ends_in_hole(path: Path) -> bool:
    """Return whether a path ends in a key that is not fully known, so that it may be another one each time."""
    return bool(path) and not {HOLE, MEMBERS}.isdisjoint(str(path[-1]))


def _by_unknown_keys(document: Document) -> Any:  # noqa: ANN401 - a locator
    """Return a locator for paths without the placeholder for further members, which has no place."""

    def locator(paths: Iterable[Path]) -> dict[Path, Place]:
        return dict(document.locator([path for path in paths if all(isinstance(step, str | int) for step in path)]))

    return locator


def _with_unknown(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Replace the strings that stand for something unknown in a value, which is not nested deeply."""
    if isinstance(value, str):
        if value in _STANDING_FOR:
            return _STANDING_FOR[value]
        return text_of(value)
    if isinstance(value, list):
        return [_with_unknown(item) for item in value]
    if isinstance(value, dict):
        return {MORE if MEMBERS in key or HOLE in key else key: _with_unknown(item) for key, item in value.items()}
    return value


_STANDING_FOR: Final[dict[str, object]] = {_VALUE: UNKNOWN, _NUMBER: Unknown({"number"}), MEMBERS: MORE}


def _with_strings(fragment: Fragment) -> Fragment:
    """Write JSON strings in place of the holes that are outside of strings, so that the text can be read as JSON."""
    text, writer = fragment.text, FragmentWriter(fragment)
    tokens = list(_TOKEN.finditer(text))
    done = 0
    opened: list[str] = []
    before = ""
    for index, token in enumerate(tokens):
        word = token[0]
        if HOLE in word and word[0] != '"':
            writer.copy(done, token.start())
            after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
            writer.put(_standing_for(word, before, after, opened[-1] if opened else ""), *token.span())
            done = token.end()
        if word in "{[":
            opened.append(word)
        elif word in "}]" and opened:
            opened.pop()
        before = word
    writer.copy(done, len(text))
    return writer.finish()


def _without_members_in_yaml(fragment: Fragment) -> Fragment:
    """Write a hole in place of what stands in YAML for further members, for a text that turns out to be JSON."""
    writer, done = FragmentWriter(fragment), 0
    for found in re.finditer(MEMBERS_IN_YAML, fragment.text):
        writer.copy(done, found.start())
        writer.put(HOLE, *found.span())
        done = found.end()
    writer.copy(done, len(fragment.text))
    return writer.finish()


def _standing_for(word: str, before: str, after: str, opened: str) -> str:
    """Return the JSON text in place of a word with a hole, by the tokens around it and the bracket that is open."""
    if opened == "{" and before != ":":
        if after == ":":
            return f'"{HOLE}"'
        comma_before = "" if before in ("{", ",") else ","
        comma_after = "" if after in ("}", ",", "") else ","
        return f'{comma_before}"{MEMBERS}":0{comma_after}'
    if opened == "[" and not word.strip(HOLE):
        comma_before = "" if before in ("[", ",") else ","
        comma_after = "" if after in ("]", ",", "") else ","
        return f'{comma_before}"{MEMBERS}"{comma_after}'
    return f'"{_NUMBER if word[0] in _BEGINS_NUMBER else _VALUE}"'
