"""A parser of JSON text that finds all faults and positions in one pass.

It runs only if a text has a fault or positions are needed; otherwise the
parser of the standard library is used, which is faster. That one also reads the
parts in which there is no fault and no position that is needed. This parser has
its own stack, so deep nesting does not exhaust the call stack. Its run time is
linear in the length of the text.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out

from liveschema.engine.limits import DEPTH_READ, MAX_DEPTH, encodable
from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.engine.rule import Rule
from liveschema.engine.rules import (
    BYTE_ORDER_MARK,
    DUPLICATE_KEY,
    INVALID_JSON,
    LONE_SURROGATE,
    NON_FINITE_NUMBER,
    TOO_DEEP,
)
from liveschema.engine.wording import number, quoted, subject
from liveschema.text.first_given import first_given
from liveschema.text.lines import BOM, Lines
from liveschema.text.positions import Place
from liveschema.text.strict import read_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    Wanted = dict[Any, Any]

_TOKEN = re.compile(
    r"""[ \t\n\r]*+(?:
        (?P<open>[\[{])
      | (?P<close>[\]}])
      | (?P<comma>,)
      | (?P<colon>:)
      | (?P<string>")
      | (?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\w.+-]))
      | (?P<word>true|false|null|NaN|-?Infinity)(?![\w.+-])
    )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\n\r]*+")
_CHARACTERS = re.compile(r'[^"\\\x00-\x1f]*+')
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_WORD = re.compile(r"[\w.+-]+")
_WORDS = {
    "true": True,
    "false": False,
    "null": None,
    "NaN": math.nan,
    "Infinity": math.inf,
    "-Infinity": -math.inf,
}
_CLOSES = {"{": "}", "[": "]"}

_VALUE = "a value"
_ITEM_OR_END = "a value or ]"
_KEY = "a key in double quotes"
_KEY_OR_END = "a key in double quotes or }"
_COLON = "a colon"
_MORE = {"{": "a comma or }", "[": "a comma or ]"}
_NOTHING = "nothing more"

_QUICKLY_READ = 8
"""The levels at which a part is first read quickly; it is read once more for each level above a fault."""
_ITSELF = frozenset({None})

"""A tree of paths: for each key or index, the tree of the next steps."""


class _SyntaxFaultError(Exception):
    def __init__(self, offset: int, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


class _Frame:
    """An object or a list that the scan has entered and not left yet."""

    __slots__ = ("bracket", "container", "index", "key", "key_span", "seen", "start", "wanted")

    def __init__(self, bracket: str, start: int, wanted: Wanted | None) -> None:
        self.bracket = bracket
        self.container: Any = {} if bracket == "{" else []
        self.start = start
        self.wanted = wanted
        self.index = 0
        self.key = ""
        self.key_span = (0, 0)
        self.seen: dict[str, int] = {}

    @property
    def step(self) -> str | int:
        return self.key if self.bracket == "{" else self.index


_DEEP = {bracket: _Frame(bracket, 0, None) for bracket in _CLOSES}
"""The frames of all objects and lists that are too deep; nothing is kept of them."""


class Scan:
    """A scan of a text. Call `run`, then read the attributes.

    Args:
        text: The text.
        wanted: The paths whose positions to record; None for all, an empty
            iterable for none. The value is kept only if no positions are recorded.
        first_line: The line of the file at which the text begins, which hints name.
    """

    def __init__(self, text: str, wanted: Iterable[Path] | None = (), first_line: int = 1) -> None:
        self.text = text
        self.lines: Lines = Lines(text)
        self.first_line = first_line
        self.value: object = None
        self.whole: bool = False
        self.faults: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self._all = wanted is None
        self._stack: list[_Frame] = []
        self._too_deep = False
        self._expected = _VALUE
        self._root_wanted = None if wanted is None else _tree(wanted)
        self._keeps_values = not (self._all or self._root_wanted)

    def run(self) -> None:
        """Scan the text to its end or to its first syntax error.

        Afterwards, `faults` has the faults, `places` the positions of the
        wanted values, `whole` whether a value could be read, and `value` this
        value.
        """
        offset = 0
        if self.text.startswith(BOM):
            offset = 1
            message = "the text must not begin with a byte order mark, got one"
            self._fault(BYTE_ORDER_MARK, (), 0, message, "save the file as UTF-8 without a byte order mark")
        handlers = {
            "open": self._open,
            "close": self._close,
            "comma": self._comma,
            "colon": self._colon,
            "string": self._string,
            "number": self._number,
            "word": self._word,
        }
        match = _TOKEN.match
        try:
            while found := match(self.text, offset):
                handle, index = handlers[found.lastgroup or ""], found.lastindex or 0
                offset = handle(found[index], found.start(index)) or found.end()
            self._finish(offset)
        except _SyntaxFaultError as fault:
            self._fault(INVALID_JSON, (), fault.offset, fault.message, fault.hint)
        else:
            self.whole = not self._too_deep

    def _finish(self, offset: int) -> None:
        """Handle the place where no token matches; raise `_SyntaxFaultError` unless it is the end of a whole text."""
        offset = _SPACE.match(self.text, offset).end()  # type: ignore[union-attr]  # it also matches nothing
        if offset == len(self.text):
            if self._expected != _NOTHING:
                hint = "the text is empty" if not self.text.strip(" \t\r\n" + BOM) else None
                raise _SyntaxFaultError(offset, f"expected {self._expected}, got the end of the text", hint)
            return
        raise self._unexpected(offset)

    def _refuse_string(self, start: int) -> NoReturn:
        """Raise `_SyntaxFaultError` for an invalid string."""
        stop = _end_of_characters(self.text, start)
        if stop == len(self.text) or self.text[stop] in "\r\n":
            raise _SyntaxFaultError(start, "a string must end with a double quote, got none")
        if self.text[stop] == "\\":
            escape = json.dumps(self.text[stop : stop + 2])[2:-1].replace("\\\\", "\\")
            hint = 'JSON has \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits'
            raise _SyntaxFaultError(stop, f"expected an escape that JSON has, got {_shown(escape)}", hint)
        message = f"a control character must be escaped, got U+{ord(self.text[stop]):04X}"
        raise _SyntaxFaultError(stop, message, f"write {json.dumps(self.text[stop])[1:-1]}")

    def _unexpected(self, offset: int) -> _SyntaxFaultError:
        """Create the error for a token, or other text, that is not allowed at its place."""
        char = self.text[offset]
        word = _WORD.match(self.text, offset)
        got = word[0] if word else char
        if char == '"':
            got = self.text[offset : _end_of_characters(self.text, offset)] + '"'
        hint = None
        if char in "'\u201c\u201d\u2018\u2019":
            hint = "JSON strings use double quotes"
        elif char == "#" or self.text.startswith(("//", "/*"), offset):
            got, hint = "a comment", "JSON has no comments"
        elif char in "]}" and self._expected in (_KEY, _VALUE) and self.text[:offset].rstrip(" \t\r\n").endswith(","):
            hint = "remove the comma before it"
        elif got.lower() in _WORDS and got not in _WORDS:
            hint = f"did you mean {got.lower()}?"
        elif got == "None":
            hint = "did you mean null?"
        elif re.fullmatch(r"-?0[0-9]+", got):
            hint = "a number has no leading zeros"
        elif self._expected == _NOTHING and char in "{[":
            hint = "one document holds one value; JSON Lines go into a .jsonl file"
        message = f"expected {self._expected}, got {got if got == 'a comment' else _shown(got)}"
        return _SyntaxFaultError(offset, message, hint)

    def _fault(self, rule: Rule, path: Path, offset: int, message: str, hint: str | None = None) -> None:
        line, column = self.lines.at(offset)
        made = rule.at(path, message, hint)
        self.faults.append(evolve(made, line=line, column=column))

    def _path(self) -> Path:
        return tuple(frame.step for frame in self._stack)

    def _sound(self) -> bool:
        """Return whether faults are reported at the current depth: not below the level that is too deep."""
        return len(self._stack) <= DEPTH_READ

    def _open(self, token: str, start: int) -> int | None:
        """Enter an object or a list; return the offset after it if it is read as a whole."""
        self._take(start)
        depth, wanted = len(self._stack), self._wanted()
        if 0 < depth < _QUICKLY_READ and not self._all and _ITSELF.issuperset(wanted or ()):
            part = read_part(self.text, start, DEPTH_READ - depth)
            if part is not None:
                self._keep(part[0], start, part[1])
                return part[1]
        if depth == DEPTH_READ and not self._too_deep:
            path = self._path()
            self._fault(TOO_DEEP, path, start, f"{subject(path)} must be at most {MAX_DEPTH} levels deep, got more")
            self._too_deep = True
        self._stack.append(_Frame(token, start, wanted) if depth < DEPTH_READ else _DEEP[token])
        self._expected = _KEY_OR_END if token == "{" else _ITEM_OR_END  # noqa: S105 - a token of the text
        return None

    def _close(self, token: str, start: int) -> None:
        if not self._stack:
            raise self._unexpected(start)
        frame = self._stack[-1]
        if token != _CLOSES[frame.bracket] or self._expected not in (_KEY_OR_END, _ITEM_OR_END, _MORE[frame.bracket]):
            raise self._unexpected(start)
        self._stack.pop()
        self._keep(frame.container, frame.start, start + 1)

    def _comma(self, _: str, start: int) -> None:
        if not self._stack or self._expected != _MORE[self._stack[-1].bracket]:
            raise self._unexpected(start)
        self._expected = _KEY if self._stack[-1].bracket == "{" else _VALUE

    def _colon(self, _: str, start: int) -> None:
        if self._expected != _COLON:
            raise self._unexpected(start)
        self._expected = _VALUE

    def _string(self, _: str, start: int) -> int:
        text: str
        end: int
        try:
            text, end = scanstring(self.text, start + 1, True)  # noqa: FBT003 - whether to refuse control characters
        except ValueError:
            self._refuse_string(start)
        if self._expected in (_KEY, _KEY_OR_END):
            self._name(text, start, end)
        else:
            self._take(start)
        if not (text.isascii() or encodable(text)) and self._sound():
            path = self._path()
            message = f"{subject(path)} must be text that UTF-8 can encode, got a lone surrogate in {quoted(text)}"
            hint = "write the character itself, or both halves of its surrogate pair"
            self._fault(LONE_SURROGATE, path, start, message, hint)
        if self._expected != _COLON:
            self._keep(text, start, end)
        return end

    def _name(self, key: str, start: int, end: int) -> None:
        """Handle a key, and report a duplicate."""
        self._expected = _COLON
        if not self._sound():
            return
        frame = self._stack[-1]
        frame.key = key
        frame.key_span = (start, end)
        first = frame.seen.setdefault(key, start)
        if first != start:
            path = self._path()
            message = f"{subject(path)} must be given only once, got it again"
            line = self.lines.at(first)[0] + self.first_line - 1
            self._fault(DUPLICATE_KEY, path, start, message, first_given(line))

    def _number(self, token: str, start: int) -> None:
        self._take(start)
        value: float = float(token)
        if math.isinf(value):
            digits = token.lstrip("-")
            shown = f"an integer of {len(digits)} digits" if digits.isdigit() else _shown(token)
            self._not_finite(start, shown)
        elif token.lstrip("-").isdigit():
            value = int(token)
        self._keep(value, start, start + len(token))

    def _word(self, token: str, start: int) -> None:
        self._take(start)
        value = _WORDS[token]
        if isinstance(value, float):
            self._not_finite(start, number(value))
        self._keep(value, start, start + len(token))

    def _not_finite(self, start: int, shown: str) -> None:
        if self._sound():
            path = self._path()
            self._fault(NON_FINITE_NUMBER, path, start, f"{subject(path)} must be a finite number, got {shown}")

    def _take(self, start: int) -> None:
        """Raise `_SyntaxFaultError` unless a value is allowed here."""
        if self._expected not in (_VALUE, _ITEM_OR_END):
            raise self._unexpected(start)

    def _wanted(self) -> Wanted | None:
        """Return the tree of wanted paths inside the current value."""
        if not self._stack:
            return self._root_wanted
        frame = self._stack[-1]
        return None if frame.wanted is None else frame.wanted.get(frame.step)

    def _keep(self, value: object, start: int, end: int) -> None:
        """Add a complete value to its container, and record its position if it is wanted."""
        if not self._sound():
            self._expected = _MORE[self._stack[-1].bracket]
            return
        wanted = self._wanted()
        if self._all or (wanted is not None and None in wanted):
            key = self.lines.span(*self._stack[-1].key_span) if self._stack and self._stack[-1].bracket == "{" else None
            self.places[self._path()] = Place(self.lines.span(start, end), key)
        if not self._stack:
            self.value = value
            self._expected = _NOTHING
            return
        frame = self._stack[-1]
        self._expected = _MORE[frame.bracket]
        frame.index += 1
        if self._keeps_values and frame.bracket == "{":
            frame.container[frame.key] = value
        elif self._keeps_values:
            frame.container.append(value)


_SHOWN = 40


def _end_of_characters(text: str, start: int) -> int:
    """Return the offset of the first character of a string that is not allowed in it, or of the quote that ends it.

    One escape after the other: Python before 3.11.5 gives wrong ends for a group that a possessive quantifier repeats,
    and any other quantifier needs memory for each escape.
    """
    end = start + 1
    while True:
        end = _CHARACTERS.match(text, end).end()  # type: ignore[union-attr]  # it also matches nothing
        escape = _ESCAPE.match(text, end)
        if escape is None:
            return end
        end = escape.end()


def _shown(text: str) -> str:
    """Return a part of the text for a message: cut, and as a JSON string only if it is not readable otherwise."""
    cut = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return cut if cut.isprintable() and cut.strip() else json.dumps(cut)


def _tree(paths: Iterable[Path]) -> Wanted:
    """Convert paths to a tree; the key None marks the end of a path."""
    root: Wanted = {}
    for path in paths:
        at = root
        for step in path:
            at = at.setdefault(step, {})
        at[None] = True
    return root
