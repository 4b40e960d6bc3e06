"""The reader of YAML files, which follows the core schema of YAML 1.2.

It builds values from parser events instead of composed nodes, so that nesting
and aliases are limited before large values are built, and so that each value
keeps its position.
"""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Final

import attrs
import yaml

from liveschema.engine.plain import DEPTH_READ, MAX_DEPTH
from liveschema.engine.problems import Path, Problem
from liveschema.engine.rule import Rule
from liveschema.engine.rules import BYTE_ORDER_MARK, DUPLICATE_KEY, INVALID_JSON, NON_FINITE_NUMBER, TOO_DEEP
from liveschema.engine.unknown import MORE
from liveschema.engine.wording import got, number, quoted, subject
from liveschema.lint.inputs.comments import Ignores, ignores_in
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE, MEMBERS, json_in, text_in_yaml, unquoted
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.templates import is_conditional, is_template, with_holes_in_yaml
from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.inputs.yaml.messages import explain
from liveschema.lint.inputs.yaml.parser import DOUBTFUL, FORBIDDEN, StrictParser
from liveschema.lint.rules.alias_bomb import ALIAS_BOMB
from liveschema.lint.rules.invalid_yaml import INVALID_YAML
from liveschema.text.positions import BOM, Lines, Place
from liveschema.text.read import UNREADABLE, decode

_END: Final = re.compile(r"^(?:\.\.\.[ ]*\r?\n)?---(?=\s|\Z)|\s*\Z", re.MULTILINE)
"""Where a document certainly ends, so that another parser can go on: before the marker of the next, or of the text."""
_FIRST_OF_JSON: Final = re.compile(rf"{BOM}?[ \t\r\n]*[\[{{\"0-9tfnNI-]")
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
_NO_CHARACTER: Final = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text needs, in contrast to those that YAML wants to be escaped."""


class _RefusedError(Exception):
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


class _Builder:
    """A builder of one document from the events of the parser."""

    def __init__(self, text: str, lines: Lines, begins: int = 0) -> None:
        self.text = text
        self.lines = lines
        self.begins = begins
        self.ends = len(text)
        self.value: Any = None
        self.faults: list[Problem] = []
        self.ranges = _Ranges()
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.added = 0
        self.whole = False
        self.doubtful = False
        self.partial = False

    def fault(self, rule: Rule, path: Path, offset: int, message: str, hint: str | None = None) -> None:
        made = rule.at(path, message, hint)
        line, column = self.lines.at(offset)
        self.faults.append(attrs.evolve(made, line=line, column=column))

    def path(self) -> Path:
        return tuple(frame.step for frame in self.stack)

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 - PyYAML's events are not typed
        """Process one event of a document."""
        if isinstance(event, yaml.ScalarEvent):
            # The parsers give different positions for a value that is not there, and differ in empty block scalars.
            self.doubtful |= not event.value.strip()
            value = self.scalar(event, start)
            if event.anchor:
                self.anchors[event.anchor] = (value, 1)
            self.put(value, start, end, 1)
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event.anchor, start, end)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.open({} if isinstance(event, yaml.MappingStartEvent) else [], event, start)
        else:
            frame = self.stack.pop()
            above = self.stack[-1] if self.stack else None
            if above is None:
                self.ranges.inner[None] = frame.ranges
            elif frame.ranges.own:
                above.ranges.inner[above.step] = frame.ranges
            if frame.anchor:
                self.anchors[frame.anchor] = (frame.container, frame.count)
            self.put(frame.container, frame.start, end, frame.count)

    def open(self, container: Any, event: Any, start: int) -> None:  # noqa: ANN401 - list or dict, and an event
        if event.tag is not None and event.tag not in (f"{_TAG}map", f"{_TAG}seq", "!"):
            self.wrong_tag(event.tag, start)
        if self.stack and self.stack[-1].expects_key:
            self.fault(INVALID_YAML, self.path()[:-1], start, "a key must be a string, got a list or an object")
            raise _RefusedError
        if len(self.stack) == DEPTH_READ:
            self.too_deep(start)
            raise _RefusedError
        self.stack.append(_Frame(container, start, event.anchor))

    def too_deep(self, offset: int) -> None:
        path = self.path()
        self.fault(TOO_DEEP, path, offset, f"{subject(path)} must be at most {MAX_DEPTH} levels deep, got more")

    def alias(self, anchor: str | None, start: int, end: int) -> None:
        if anchor is None or anchor not in self.anchors:
            self.fault(INVALID_YAML, self.path(), start, f"an alias must name an anchor before it, got *{anchor}")
            raise _RefusedError
        value, count = self.anchors[anchor]
        self.added += count
        if self.added > _MOST_VALUES:
            message = f"aliases must add at most {_MOST_VALUES:,} values to a document, got more"
            self.fault(ALIAS_BOMB, self.path(), start, message, "write the values out")
            raise _RefusedError
        self.put(value, start, end, count)

    def put(self, value: Any, start: int, end: int, count: int) -> None:  # noqa: ANN401 - any JSON value
        """Add a complete value to the innermost container, as a key, as a member or as an item."""
        if not self.stack:
            self.value = value
            self.ranges.add(None, (start, end), None)
            return
        frame = self.stack[-1]
        frame.count += count
        if frame.expects_key:
            self.name(frame, value, start, end)
            return
        in_object = isinstance(frame.container, dict)
        frame.ranges.add(frame.step, (start, end), frame.key_span if in_object else None)
        if in_object:
            frame.container[frame.key] = value
            frame.expects_key = True
        else:
            frame.container.append(value)

    def name(self, frame: _Frame, value: Any, start: int, end: int) -> None:  # noqa: ANN401 - any JSON value
        written = self.text[start:end]
        if HOLE in written or MEMBERS in written:
            frame.key, frame.key_span, frame.expects_key = MORE, (start, end), False
            return
        frame.key = value if isinstance(value, str) else written
        path = self.path()
        if not isinstance(value, str):
            message = f"a key must be a string, got {got(value)}"
            self.fault(INVALID_YAML, path, start, message, f"quote it: {quoted(written)}")
        frame.key_span = (start, end)
        frame.expects_key = False
        first = frame.seen.setdefault(frame.key, start)
        if first != start:
            message = f"{subject(path)} must be given only once, got it again"
            self.fault(DUPLICATE_KEY, path, start, message, f"it is first given on line {self.lines.at(first)[0]}")

    def scalar(self, event: Any, start: int) -> Any:  # noqa: ANN401 - a scalar of JSON
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
                self.wrong_tag(tag, start)
            return text
        value = _resolve(text)
        if isinstance(value, float) and not math.isfinite(value):
            path = self.path()
            shown = number(value) if _INFINITE.match(text) or _NAN.match(text) else quoted(text)[1:-1]
            self.fault(NON_FINITE_NUMBER, path, start, f"{subject(path)} must be a finite number, got {shown}")
        return value

    def wrong_tag(self, tag: str, start: int) -> None:
        message = f"a value must be one that JSON has, got the tag {quoted(tag)[1:-1]}"
        self.fault(INVALID_YAML, self.path(), start, message, "leave the tag out")

    def place(self, path: Path) -> Place:
        ranges: _Ranges | None = self.ranges
        for step in (None, *path):
            if ranges is None or step not in ranges.own:
                break  # the values inside an alias have the position of the alias
            (start, end), key = ranges.of(step)
            ranges = ranges.inner.get(step)
        return Place(self.lines.span(start, end), None if key is None else self.lines.span(*key))

    def places(self, paths: Iterable[Path]) -> dict[Path, Place]:
        return {path: self.place(path) for path in paths} if self.ranges.own else {}


def _resolve(text: str) -> Any:  # noqa: ANN401 - a scalar of JSON
    """Return the value of a plain scalar in the core schema of YAML 1.2, where `no`, `12:30` and dates are strings."""
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


def yaml_documents(source: str | bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the documents of a YAML text.

    A text that is JSON is read as JSON, of which YAML and its parsers do not
    read everything, such as escapes of surrogate pairs and long keys.

    Args:
        source: The text, or its bytes.
        templates: Whether the text may be a template, whose expressions are not known.

    Yields:
        The documents in order; none after the first syntax error.
    """
    text, faults = decode(source)
    if text is None:
        yield Document("", UNREADABLE, faults, lambda _: {})
        return
    if templates and not faults and is_template(text):
        yield from _template(text)
        return
    if _FIRST_OF_JSON.match(text):
        document = json_document(source) if HOLE not in text and MEMBERS not in text else json_in(Fragment.whole(text))
        if all(fault.rule != INVALID_JSON.id for fault in document.faults):
            yield document
            return
    margin = int(text.startswith(BOM))
    ignores = ignores_in(text)
    builders = _with_faults_of_text(_built(text, margin), faults, ignores.faults)
    first = next(builders)
    second = next(builders, None)
    if second is None:
        yield _document(text, first, ignores)
        return
    for index, builder in enumerate(chain((first, second), builders), start=1):
        yield _document(text, builder, ignores, index)


def _document(text: str, builder: _Builder, ignores: Ignores, index: int | None = None) -> Document:
    return Document(
        text,
        builder.value if builder.whole else UNREADABLE,
        builder.faults,
        builder.places,
        index=index,
        ignores=ignores.by_line,
        is_partial=builder.partial,
        lines=builder.lines,
    )


def _with_faults_of_text(
    builders: Iterator[_Builder], faults: list[Problem], of_comments: list[Problem]
) -> Iterator[_Builder]:
    """Add the problems of a text to the documents that it has.

    Args:
        builders: The documents in order.
        faults: The problems of the whole text, which are those of its first document.
        of_comments: The problems of ignore comments in order, each of which is one of the document that it stands in.
    """
    waiting = deque(of_comments)
    builder = next(builders)
    if builder.text.startswith(BOM):
        message = "the text must not begin with a byte order mark, got one"
        builder.fault(BYTE_ORDER_MARK, (), 0, message, "save the file as UTF-8 without a byte order mark")
    builder.faults += faults
    while True:
        following = next(builders, None)
        end = len(builder.text) + 1 if following is None else following.begins
        while waiting and builder.lines.offset(waiting[0].line or 1, waiting[0].column or 1) < end:
            builder.faults.append(waiting.popleft())
        yield builder
        if following is None:
            return
        builder = following


def _template(text: str) -> Iterator[Document]:
    """Read the documents of a YAML text that has expressions."""
    if not is_conditional(text):
        yield from yaml_in(with_holes_in_yaml(Fragment.whole(text)), ignores=ignores_in(text).by_line)
        return
    documents = list(yaml_documents(text))
    if all(document.readable for document in documents):
        yield from documents
    else:
        yield Document(text, NOTHING, [], lambda _: {})


def yaml_in(fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read the documents of a YAML text that stands in a file in another form, and may have holes.

    Args:
        fragment: The text.
        about: Further fields of each `Document`.

    Yields:
        The documents, with their places in the file; none after the first syntax error.
    """
    for document in yaml_documents(fragment.text):
        yield fragment.document(document, **about)


def _built(text: str, margin: int) -> Iterator[_Builder]:
    """Build the documents of a text; the last one is incomplete after a syntax error.

    Args:
        text: The text.
        margin: The offset of its first code point after a byte order mark.
    """
    forbidden = FORBIDDEN.search(text, margin)
    if forbidden:
        builder = _Builder(text, Lines(text))
        shown = f"{ord(forbidden[0]):04X}"
        if _NO_CHARACTER.match(forbidden[0]):
            message, hint = f"a character must be one that YAML allows, got U+{shown}", None
        else:
            message, hint = f"a character must be escaped, got U+{shown}", f'write "\\u{shown}", in double quotes'
        builder.fault(INVALID_YAML, (), forbidden.start(), message, hint)
        yield builder
        return
    lines = Lines(text)
    begins = margin
    if yaml_parser.FastParser is not None and not DOUBTFUL.search(text, margin):
        for builder in _parsed(yaml_parser.FastParser, text, margin, lines):
            if builder.faults or builder.doubtful or not _END.match(text, builder.ends):
                break
            begins = builder.ends
            yield builder
        else:
            return
    # The parser in Python decides about a document that has a fault, and reads all after it.
    yield from _parsed(StrictParser, text, begins, lines)


def _parsed(parser_type: Callable[[str], Any], text: str, begins: int, lines: Lines) -> Iterator[_Builder]:
    """Build the documents of the text from an offset on."""
    builder = _Builder(text, lines, begins)
    count = 0
    try:
        parser = parser_type(text[begins:])
        while parser.check_event():
            event = parser.get_event()
            if isinstance(event, yaml.DocumentEndEvent):
                builder.whole = True
                builder.ends = _span(text, event, begins)[0]
                yield builder
                count += 1
                builder = _Builder(text, lines, builder.ends)
            elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                builder.take(event, *_span(text, event, begins))
    except _RefusedError:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index + begins, len(text)) if mark is not None else 0
        builder.fault(INVALID_YAML, (), offset, *explain(error))
    else:
        if count:
            return
        message = "expected a document, got the end of the text"
        builder.fault(INVALID_YAML, (), len(text), message, None if text.strip() else "the text is empty")
    yield builder


def _span(text: str, event: Any, margin: int) -> tuple[int, int]:  # noqa: ANN401 - PyYAML's events are not typed
    """Return the start and end offsets of an event, without trailing white space."""
    start = event.start_mark.index + margin
    end = max(event.end_mark.index + margin, start)
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
