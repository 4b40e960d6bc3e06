"""What our readers of JSON and of YAML make of one text of a test suite."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, NamedTuple

import attrs
from corpora_suites import INVALID, UNDEFINED, VALID, Case

from liveschema.engine.problems import Path, Problem
from liveschema.engine.rules import INVALID_UTF8
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.inputs.yaml.scalars import scalar_in
from liveschema.lint.inputs.yaml.text import yaml_documents
from liveschema.text import UNREADABLE
from liveschema.text.lines import Lines
from liveschema.text.positions import Place
from liveschema.text.read import decode, locate, read_json
from liveschema.text.scan import Scan

READ, REPORTED, REFUSED = "read", "reported", "refused"
OTHER, UNSOUND, DIFFER, RAISED, HUNG = "other value", "unsound", "readers differ", "raised", "hung"
_NEVER: Final = (UNSOUND, DIFFER, RAISED, HUNG)
ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    VALID: (READ, REPORTED, REFUSED, OTHER, *_NEVER),
    INVALID: (REFUSED, REPORTED, READ, *_NEVER),
    UNDEFINED: (REFUSED, REPORTED, READ, *_NEVER),
}
"""The outcomes that a text of each kind may have, the best one first; the first three of an undefined text are as good.

"reported" is a text that is read, but something in it is reported, such as a duplicate key. "unsound" is a text that is
refused without a reason, or of which something is said to stand where it does not.
"""


class Verdict(NamedTuple):
    """What became of a text.

    Args:
        outcome: One of the outcomes in `ORDER`.
        detail: What is seen of it.
    """

    outcome: str
    detail: str = ""


@attrs.frozen
class Reading:
    """What a reader makes of one document.

    Args:
        text: The text that the positions refer to.
        value: The value, or `UNREADABLE`.
        faults: What is reported.
        places: The places of all values in it.
    """

    text: str = attrs.field(repr=False)
    value: Any
    faults: list[Problem]
    places: Mapping[Path, Place]


Reader = Callable[[bytes], list[Reading]]


def _with_all_places(source: bytes) -> list[Reading]:
    """Read as the library does, and find the places of all values at once."""
    value, faults = read_json(source)
    text = decode(source)[0] or ""
    return [Reading(text, value, faults, {} if value is UNREADABLE else locate(text))]


def _scanned(source: bytes) -> list[Reading]:
    """Read a faultless text, too, by the parser that finds all faults, and each value's place by itself."""
    text, faults = decode(source)
    if text is None:
        return [Reading("", UNREADABLE, faults, {})]
    scan = Scan(text, ())
    scan.run()
    found = sorted([*faults, *scan.faults], key=lambda fault: (fault.line or 0, fault.column or 0))
    value = scan.value if scan.whole else UNREADABLE
    return [Reading(text, value, found, {} if value is UNREADABLE else locate(text, every_path(value)))]


def _of_document(document: Document) -> Reading:
    places = document.locator(every_path(document.value)) if document.readable else {}
    return Reading(document.text, document.value, document.faults, places)


def _with_libyaml(source: bytes) -> list[Reading]:
    return [_of_document(document) for document in yaml_documents(source)]


def _without_libyaml(source: bytes) -> list[Reading]:
    fast, yaml_parser.FastParser = yaml_parser.FastParser, None
    try:
        return _with_libyaml(source)
    finally:
        yaml_parser.FastParser = fast


READERS: Final[Mapping[str, Mapping[str, Reader]]] = {
    "json": {
        "library": _with_all_places,
        "parser of faults": _scanned,
        "command": lambda source: [_of_document(json_document(source))],
    },
    "yaml": {
        **({} if yaml_parser.FastParser is None else {"PyYAML with libyaml": _with_libyaml}),
        "PyYAML in Python": _without_libyaml,
    },
}
"""The readers by suite; those of one suite must agree in everything."""


def every_path(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the paths of a value and of all in it."""
    yield path
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from every_path(item, (*path, key))


def judge(suite: str, case: Case, readers: Mapping[str, Reader] | None = None) -> Verdict:
    """Read a text with all readers, and say what became of it.

    Args:
        suite: The key of the suite.
        case: The text.
        readers: The readers by name; None for ours.

    Returns:
        The verdict.
    """
    readings: dict[str, list[Reading]] = {}
    for name, reader in (READERS[suite] if readers is None else readers).items():
        try:
            readings[name] = reader(case.source)
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            return Verdict(RAISED, f"{name}: {type(error).__name__}: {error}")
    for (one, first), (two, second) in pairwise(readings.items()):
        if repr(first) != repr(second):
            return Verdict(DIFFER, f"{one}: {first}; {two}: {second}")
    documents = next(iter(readings.values()))
    for document in documents:
        unsound = _unsound(document, _is_json_there if suite == "json" else _is_text_there)
        if unsound:
            return Verdict(UNSOUND, unsound)
    return _outcome(case, documents)


def _outcome(case: Case, documents: list[Reading]) -> Verdict:
    """Compare what all readers have read with what the suite says."""
    faults = [fault for document in documents for fault in document.faults]
    detail = "; ".join(f"{fault.rule} at {fault.line}:{fault.column}: {fault.message}" for fault in faults)
    values = [document.value for document in documents]
    if UNREADABLE in values or any(fault.rule == INVALID_UTF8.id for fault in faults):
        return Verdict(REFUSED, detail)
    if case.kind == VALID and not same(values, case.values):
        return Verdict(OTHER, f"{values!r} rather than {case.values!r}")
    return Verdict(REPORTED, detail) if faults else Verdict(READ, repr(values))


def same(one: object, two: object) -> bool:
    """Return whether two JSON values are the same, whatever the order of keys is; 1 and 1.0 are not."""
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(same(one[key], two[key]) for key in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(same(*pair) for pair in zip(one, two, strict=True))
    return one == two and type(one) is type(two)


def _unsound(document: Reading, is_there: Callable[[str, Place, Any], bool]) -> str:
    """Say what is wrong with the positions or the problems of a document; nothing if all is right."""
    lines = Lines(document.text)
    for fault in document.faults:
        line, column = fault.line or 0, fault.column or 0
        if not 0 < line <= len(lines.starts) or not 0 < column <= len(document.text[slice(*lines.line(line))]) + 1:
            return f"{fault.rule} is reported at {line}:{column}, where the text is not"
    if document.value is UNREADABLE:
        return "" if document.faults else "nothing is reported"
    for path in every_path(document.value):
        place = document.places.get(path)
        outer = document.places[path[:-1]].value.range if path else (0, len(document.text))
        if place is None or not _is_inside(place, outer):
            return f"{path} is placed at {place}, outside of {outer}"
        value = document.value
        for step in path:
            value = value[step]
        if not is_there(document.text, place, value):
            return f"{path} is placed at {document.text[slice(*place.value.range)]!r}, but is {value!r}"
    return ""


def _is_inside(place: Place, outer: tuple[int, int]) -> bool:
    """Return whether a value, and its key before it, stand in a range; all values of an alias stand at the alias."""
    if place.value.range == outer:
        return True
    key = place.key.range if place.key else (outer[0], outer[0])
    return outer[0] <= key[0] <= key[1] <= place.value.start <= place.value.end <= outer[1]


def _is_json_there(text: str, place: Place, value: object) -> bool:
    """Return whether the place of a value in a JSON text has this value."""
    try:
        return repr(json.loads(text[slice(*place.value.range)])) == repr(value)
    except ValueError:
        return False


def _is_text_there(text: str, place: Place, value: object) -> bool:
    """Return whether each letter of a string in a YAML text stands at its place, if no alias or escape is there."""
    start, end = place.value.range
    if not isinstance(value, str) or text.startswith("*", start):
        return True
    fragment = scalar_in(Fragment.whole(text), start, end, value)
    pieces = [text[fragment.start(at) : fragment.end(at + 1)] for at in range(len(value))]
    return fragment.text == value and all(
        piece == letter or piece.startswith("\\") or not letter.isalnum()
        for piece, letter in zip(pieces, value, strict=True)
    )
