"""The builder of the value of a YAML document, which follows the core schema of YAML 1.2.

It builds values from parser events instead of composed nodes, so that nesting
and aliases are limited before large values are built, and so that each value
keeps its position.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any, Final

import yaml

from liveschema.engine.limits import DEPTH_READ, MAX_DEPTH
from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.engine.rule import Rule
from liveschema.engine.rules import DUPLICATE_KEY, NON_FINITE_NUMBER, TOO_DEEP
from liveschema.engine.unknown import MORE
from liveschema.engine.wording import got, number, quoted, subject
from liveschema.lint.inputs.holes import HOLE, MEMBERS, text_in_yaml, unquoted
from liveschema.lint.rules.alias_bomb import ALIAS_BOMB
from liveschema.lint.rules.invalid_yaml import INVALID_YAML
from liveschema.text.first_given import first_given
from liveschema.text.lines import Lines
from liveschema.text.positions import Place

_FIRST: Final = frozenset("~nNtTfF+-.0123456789")
"""The first characters of all scalars that are no strings."""
_NULL: Final = re.compile(r"(?:~|null|Null|NULL)?\Z")
_BOOL: Final = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INT: Final = re.compile(r"[-+]?[0-9]+\Z")
_BASED: Final = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)\Z")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_INFINITE: Final = re.compile(r"([-+]?)\.(?:inf|Inf|INF)\Z")
_NAN: Final = re.compile(r"\.(?:nan|NaN|NAN)\Z")
_TAG: Final = "tag:yaml.org,2002:"
_TEXT_TAGS: Final = {"!", f"{_TAG}str"}
_RESOLVED_TAGS: Final = {f"{_TAG}{kind}" for kind in ("null", "bool", "int", "float")}
_MOST_VALUES: Final = 100_000
"""The most values that aliases may add to a document: far more than any payload has, but small in memory."""
_DIGITS: Final = 308
_BITS: Final = 40
_OFFSET: Final = (1 << _BITS) - 1
"""The highest offset, since a number has 40 bits for one."""


class RefusedError(Exception):
    """The signal that the rest of a document cannot be read."""


class _Frame:
    __slots__ = ("anchor", "container", "count", "expects_key", "key", "key_span", "ranges", "seen", "start")

    def __init__(self, container: Any, start: int, anchor: str | None) -> None:  # noqa: ANN401 - list or dict
        self.container = container
        self.ranges = _Ranges()
        self.start = start
        self.anchor = anchor
        self.count = 1
        self.expects_key = isinstance(container, dict)
        self.key: Any = ""
        self.key_span = (start, start)
        self.seen: dict[str, int] = {}

    @property
    def step(self) -> Any:  # noqa: ANN401 - a key, the placeholder for further members, or an index
        return self.key if isinstance(self.container, dict) else len(self.container)


class _Ranges:
    """The ranges of the values in a list or an object, and of the keys.

    Most of the memory of a long document would be its ranges, so the four numbers of a value are kept as one.

    Attributes:
        own: The numbers by key or index.
        inner: The ranges in the lists and objects among the values.
    """

    __slots__ = ("inner", "own")

    def __init__(self) -> None:
        self.own: dict[Any, int] = {}
        self.inner: dict[Any, _Ranges] = {}

    def add(self, step: Any, value: tuple[int, int], key: tuple[int, int] | None) -> None:  # noqa: ANN401 - a key or an index
        packed = 0
        for offset in (*value, *(key or (0, 0))):
            packed = packed << _BITS | offset
        self.own[step] = packed

    def of(self, step: Any) -> tuple[tuple[int, int], tuple[int, int] | None]:  # noqa: ANN401 - as above
        """Return the range of a value, and that of its key, if any."""
        packed = self.own[step]
        start, end, key_start, key_end = (packed >> _BITS * place & _OFFSET for place in (3, 2, 1, 0))
        return (start, end), (key_start, key_end) if key_end else None


class Builder:
    """A builder of one document from the events of the parser.

    Args:
        text: The text.
        lines: Its lines.
        first_line: The line of the file at which the text begins, for hints that name a line.
        begins: The offset at which the document before this one ends; 0 for the first one.

    Attributes:
        ends: The offset at which the document ends, once it is complete.
        value: The value, once it is complete.
        faults: The problems of the document.
        whole: Whether the document is complete.
        doubtful: Whether libyaml and the parser in Python may give it different positions.
        partial: Whether parts of the value are not known.
    """

    def __init__(self, text: str, lines: Lines, first_line: int = 1, begins: int = 0) -> None:
        self.text = text
        self.lines = lines
        self.first_line = first_line
        self.begins = begins
        self.ends = begins
        self.value: Any = None
        self.faults: list[Problem] = []
        self.ranges: _Ranges = _Ranges()
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.added: int = 0
        self.whole = False
        self.doubtful: bool = False
        self.partial: bool = False

    def fault(self, rule: Rule, path: Path, offset: int, message: str, hint: str | None = None) -> None:
        """Add a problem at an offset."""
        made = rule.at(path, message, hint)
        line, column = self.lines.at(offset)
        self.faults.append(evolve(made, line=line, column=column))

    def _path(self) -> Path:
        return tuple(frame.step for frame in self.stack)

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 - PyYAML's events are not typed
        """Process one event of a document."""
        kind = type(event)  # several times as fast as `isinstance`
        if kind is yaml.ScalarEvent:
            # The parsers give different positions for a value that is not there, and differ in empty block scalars.
            self.doubtful |= not event.value.strip()
            value = self._scalar(event, start)
            if event.anchor:
                self.anchors[event.anchor] = (value, 1)
            self._put(value, start, end, 1)
        elif kind is yaml.AliasEvent:
            self._alias(event.anchor, start, end)
        elif kind is yaml.MappingStartEvent:
            self._open({}, event, start)
        elif kind is yaml.SequenceStartEvent:
            self._open([], event, start)
        else:
            frame = self.stack.pop()
            above = self.stack[-1] if self.stack else None
            if above is None:
                self.ranges.inner[None] = frame.ranges
            elif frame.ranges.own:
                above.ranges.inner[above.step] = frame.ranges
            if frame.anchor:
                self.anchors[frame.anchor] = (frame.container, frame.count)
            self._put(frame.container, frame.start, end, frame.count)

    def _open(self, container: Any, event: Any, start: int) -> None:  # noqa: ANN401 - list or dict, and an event
        if event.tag is not None and event.tag not in (f"{_TAG}map", f"{_TAG}seq", "!"):
            self._wrong_tag(event.tag, start)
        if self.stack and self.stack[-1].expects_key:
            self.fault(INVALID_YAML, self._path()[:-1], start, "a key must be a string, got a list or an object")
            raise RefusedError
        if len(self.stack) == DEPTH_READ:
            self._too_deep(start)
            raise RefusedError
        self.stack.append(_Frame(container, start, event.anchor))

    def _too_deep(self, offset: int) -> None:
        path = self._path()
        self.fault(TOO_DEEP, path, offset, f"{subject(path)} must be at most {MAX_DEPTH} levels deep, got more")

    def _alias(self, anchor: str | None, start: int, end: int) -> None:
        if anchor is None or anchor not in self.anchors:
            self.fault(INVALID_YAML, self._path(), start, f"an alias must name an anchor before it, got *{anchor}")
            raise RefusedError
        value, count = self.anchors[anchor]
        self.added += count
        if self.added > _MOST_VALUES:
            message = f"aliases must add at most {_MOST_VALUES:,} values to a document, got more"
            self.fault(ALIAS_BOMB, self._path(), start, message, "write the values out")
            raise RefusedError
        self._put(value, start, end, count)

    def _put(self, value: Any, start: int, end: int, count: int) -> None:  # noqa: ANN401 - any JSON value
        """Add a complete value to the innermost container, as a key, as a member or as an item."""
        if not self.stack:
            self.value = value
            self.ranges.add(None, (start, end), None)
            return
        frame = self.stack[-1]
        frame.count += count
        if frame.expects_key:
            self._name(frame, value, start, end)
            return
        in_object = isinstance(frame.container, dict)
        frame.ranges.add(frame.step, (start, end), frame.key_span if in_object else None)
        if in_object:
            frame.container[frame.key] = value
            frame.expects_key = True
        else:
            frame.container.append(value)

    def _name(self, frame: _Frame, value: Any, start: int, end: int) -> None:  # noqa: ANN401 - any JSON value
        written = self.text[start:end]
        if HOLE in written or MEMBERS in written:
            frame.key, frame.key_span, frame.expects_key = MORE, (start, end), False
            return
        frame.key = value if isinstance(value, str) else written
        if not isinstance(value, str):
            message = f"a key must be a string, got {got(value)}"
            self.fault(INVALID_YAML, self._path(), start, message, f"quote it: {quoted(written)}")
        frame.key_span = (start, end)
        frame.expects_key = False
        first = frame.seen.setdefault(frame.key, start)
        if first != start:
            path = self._path()
            line = self.lines.at(first)[0] + self.first_line - 1
            message = f"{subject(path)} must be given only once, got it again"
            self.fault(DUPLICATE_KEY, path, start, message, first_given(line))

    def _scalar(self, event: Any, start: int) -> Any:  # noqa: ANN401 - a scalar of JSON
        text: str = event.value
        tag = event.tag
        if HOLE in text or MEMBERS in text:
            self.partial = True
            return unquoted(text) if tag is None and event.implicit[0] else text_in_yaml(text)
        if tag is None:
            if not event.implicit[0]:
                return text
        elif tag not in _RESOLVED_TAGS:
            if tag not in _TEXT_TAGS:
                self._wrong_tag(tag, start)
            return text
        value = _resolve(text)
        if isinstance(value, float) and not math.isfinite(value):
            path = self._path()
            shown = number(value) if _INFINITE.match(text) or _NAN.match(text) else quoted(text)[1:-1]
            self.fault(NON_FINITE_NUMBER, path, start, f"{subject(path)} must be a finite number, got {shown}")
        return value

    def _wrong_tag(self, tag: str, start: int) -> None:
        message = f"a value must be one that JSON has, got the tag {quoted(tag)[1:-1]}"
        self.fault(INVALID_YAML, self._path(), start, message, "leave the tag out")

    def _place(self, path: Path) -> Place:
        """Return the place of a value, or of the alias that it is in."""
        ranges: _Ranges | None = self.ranges
        for step in (None, *path):
            if ranges is None or step not in ranges.own:
                break  # the values inside an alias have the position of the alias
            (start, end), key = ranges.of(step)
            ranges = ranges.inner.get(step)
        return Place(self.lines.span(start, end), None if key is None else self.lines.span(*key))

    def places(self, paths: Iterable[Path]) -> dict[Path, Place]:
        """Return the places of values by their paths; none if the document has no value."""
        return {path: self._place(path) for path in paths} if self.ranges.own else {}


def _resolve(text: str) -> Any:  # noqa: ANN401 - a scalar of JSON
    """Return the value of a plain scalar in the core schema of YAML 1.2, where `no`, `12:30` and dates are strings."""
    if text and text[0] not in _FIRST:
        return text
    if _NULL.match(text):
        return None
    if _BOOL.match(text):
        return text[0] in "tT"
    if _INT.match(text):
        return int(text) if len(text) <= _DIGITS else _long_integer(text)
    if _BASED.match(text):
        value = int(text, 0)
        return value if value.bit_length() < 1024 else math.inf  # noqa: PLR2004 - the exponent of a double
    if _FLOAT.match(text):
        return float(text)
    infinite = _INFINITE.match(text)
    if infinite:
        return -math.inf if infinite[1] == "-" else math.inf
    return math.nan if _NAN.match(text) else text


def _long_integer(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        return value
    digits = int(text.lstrip("+-0") or "0")  # Python refuses to read thousands of digits, also if they are zeros
    return -digits if text[0] == "-" else digits
