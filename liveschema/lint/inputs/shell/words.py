"""The words of a shell script, with quotes and expansions as bash reads them.

There is no library for this: bashlex is under the GPL and not maintained, and others give no positions, or are not
written in Python. This reader needs no grammar, only where words and commands begin and end.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.shell.parts import Command, Hole, Piece, Word

_PLAIN: Final = re.compile(r"[^ \t\r\n;&|<>()'\"\\$`{},]+")
_ENDS_WORD: Final = frozenset(" \t\n;&|<>()")
_IN_DOUBLE: Final = re.compile(r"[^\"\\$`]+")
_IN_HERE: Final = re.compile(r"[^\\$`]+")
_IN_BRACES: Final = re.compile(r"[^}'\"\\$`]+")
_ESCAPED_IN_HERE: Final = frozenset("$`\\")
_ESCAPED_IN_DOUBLE: Final = _ESCAPED_IN_HERE | {'"'}
LINE_END: Final = re.compile(r"\r?\n")
_BACKTICK: Final = re.compile(r"(?:[^`\\]|\\.)*", re.DOTALL)
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[@*#?$!0-9-]")
_IN_BRACES_ONLY: Final = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*|[@*])(\[[@*]\])?\}")
_ARRAY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\+?=")
_PARENTHESIS: Final = re.compile(r"[()]")
_ANSI: Final = re.compile(
    r"(?P<plain>[^'\\]+)|(?P<bytes>(?:\\x[89A-Fa-f][0-9A-Fa-f])+)|\\x(?P<x>[0-9A-Fa-f]{1,2})|\\u(?P<u>[0-9A-Fa-f]{1,4})"
    r"|\\U(?P<U>[0-9A-Fa-f]{1,8})|\\(?P<octal>[0-7]{1,3})|\\c(?P<control>.)|\\(?P<one>.)",
    re.DOTALL,
)
_NAMED: Final = dict(zip("abefnrtvE", "\a\b\x1b\f\n\r\t\v\x1b", strict=True))
_FIRST_BEYOND_ASCII: Final = 0x80
_CHARACTERS: Final = range(1, 0xD800)
_CHARACTERS_BEYOND: Final = range(0xE000, 0x110000)
PLACEHOLDER: Final = re.compile(r"<[A-Za-z][^<>\n]{0,60}>(?=[ \t]{0,20}(?:\\?\r?\n|\Z|-))")
"""What stands for a value in documentation. No redirection is followed by an option or a line end."""
_DEEPEST: Final = 40


class TooDeepError(Exception):
    """The signal that the rest of a script cannot be read, since substitutions are nested too deeply."""


class WordReader:
    """A reader of the words of a script.

    Args:
        text: The script.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos: int = 0
        self.end: int = len(text)
        self.depth: int = 0
        self.gap: re.Pattern[str] | None = None
        """What is left out at the beginning of a line, such as a prompt."""
        self._is_whole = True
        self._no_arithmetic = 0

    @abstractmethod
    def nested(self) -> Sequence[Command]:
        """Read commands to the closing parenthesis, which is not read, or to the end."""

    def word(self, *, may_be_array: bool = False) -> Word:
        """Read a word; it is empty if there is none at the position."""
        start, outer, self._is_whole = self.pos, self._is_whole, True
        pieces: list[Piece] = []
        items = None
        is_quoted = False
        braces, is_expanded = 0, False
        while self.pos < self.end:
            plain = _PLAIN.match(self.text, self.pos, self.end)
            char = self.text[self.pos]
            if plain:
                self.copy(pieces, *plain.span())
                is_expanded |= braces > 0 and ".." in plain[0]
            elif char == "<" and (placeholder := PLACEHOLDER.match(self.text, self.pos, self.end)):
                pieces.append(Piece(*placeholder.span(), hole=Hole()))
                self.pos = placeholder.end()
            elif char == "(" and may_be_array and _ARRAY.fullmatch(self.text, start, self.pos):
                items = self._items()
            elif char in _ENDS_WORD or (char == "\r" and self.text.startswith("\n", self.pos + 1)):
                break
            elif char in "{},\r":
                braces += (char == "{") - (char == "}")
                is_expanded |= char == "," and braces > 0
                self.copy(pieces, self.pos, self.pos + 1)
            else:
                is_quoted |= char in "'\""
                self._special(pieces, char)
        if is_expanded:
            pieces = [Piece(start, self.pos, hole=Hole(is_list=True))]
        whole, self._is_whole = self._is_whole, self._is_whole and outer
        copied = sum(piece.end - piece.start for piece in pieces if piece.text is None and piece.hole is None)
        plain_text = self.text[start : self.pos] if copied == self.pos - start else ""
        return Word(start, self.pos, pieces, plain_text, is_quoted, whole, items)

    def _special(self, pieces: list[Piece], char: str) -> None:
        """Read what has a meaning of its own outside of quotes."""
        if char == "'":
            close = self.text.find("'", self.pos + 1, self.end)
            self._is_whole &= close >= 0
            close = close if close >= 0 else self.end
            self.copy(pieces, self.pos + 1, close)
            self.pos = min(close + 1, self.end)
        elif char == '"':
            self.pos += 1
            self.expanding(pieces, '"')
        elif char == "$":
            self._dollar(pieces, in_quotes=False)
        elif char == "`":
            self._backticks(pieces)
        elif line_end := LINE_END.match(self.text, self.pos + 1, self.end):
            self.pos = line_end.end()
            self.skip_gap()
        else:
            pieces.append(Piece(self.pos, min(self.pos + 2, self.end), self.text[self.pos + 1 : self.pos + 2] or "\\"))
            self.pos = min(self.pos + 2, self.end)

    def skip_gap(self) -> None:
        """Skip what is left out at the beginning of a line."""
        if self.gap is not None and (found := self.gap.match(self.text, self.pos, self.end)):
            self.pos = found.end()

    def copy(self, pieces: list[Piece], start: int, end: int) -> None:
        """Add a range of the script that stands for itself to pieces, without gaps, and go to its end."""
        self.pos = end
        for gap in self.gap.finditer(self.text, start, end) if self.gap is not None else ():
            pieces.append(Piece(start, gap.start()))
            start = gap.end()
        if start < end:
            pieces.append(Piece(start, end))

    def expanding(self, pieces: list[Piece], closer: str) -> None:
        """Read a text in which variables and commands are replaced.

        Args:
            pieces: The pieces of the text are added to this list.
            closer: The quote that ends the text; empty for a here-document.
        """
        plain, escaped = (_IN_DOUBLE, _ESCAPED_IN_DOUBLE) if closer else (_IN_HERE, _ESCAPED_IN_HERE)
        while self.pos < self.end:
            char = self.text[self.pos]
            if found := plain.match(self.text, self.pos, self.end):
                self.copy(pieces, *found.span())
            elif char == closer:
                self.pos += 1
                return
            elif char == "$":
                self._dollar(pieces, in_quotes=True)
            elif char == "`":
                self._backticks(pieces)
            elif line_end := LINE_END.match(self.text, self.pos + 1, self.end):
                self.pos = line_end.end()
                self.skip_gap()
            elif self.text[self.pos + 1 : self.pos + 2] in escaped and self.pos + 1 < self.end:
                pieces.append(Piece(self.pos, self.pos + 2, self.text[self.pos + 1]))
                self.pos += 2
            else:
                self.copy(pieces, self.pos, min(self.pos + 2, self.end))
        self._is_whole &= not closer

    def _dollar(self, pieces: list[Piece], *, in_quotes: bool) -> None:
        """Read what a dollar sign begins."""
        start = self.pos
        after = self.text[start + 1 : start + 2] if start + 1 < self.end else ""
        if after == "(":
            with self.deeper():
                pieces.append(self._substitution())
        elif after == "{":
            with self.deeper():
                pieces.append(self._braces(in_quotes=in_quotes))
        elif after == "'" and not in_quotes:
            self._ansi(pieces)
        elif after == '"' and not in_quotes:
            self.pos += 2
            self.expanding(pieces, '"')
        elif name := _VARIABLE.match(self.text, start + 1, self.end):
            self.pos = name.end()
            pieces.append(Piece(start, self.pos, hole=Hole(name[0], is_list=name[0] in "@*")))
        else:
            self.copy(pieces, start, start + 1)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Go one level deeper into substitutions, and back."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooDeepError
        yield
        self.depth -= 1

    def _substitution(self) -> Piece:
        """Read the commands in ``$( … )``, or skip the calculation in ``$(( … ))``."""
        start = self.pos
        end = self.arithmetic_end(start + 1)
        if end is not None:
            self.pos = end
            return Piece(start, end, hole=Hole())
        self.pos += 2
        commands = self.nested()
        self._is_whole &= self.pos < self.end
        self.pos = min(self.pos + 1, self.end)
        return Piece(start, self.pos, hole=Hole(commands=commands))

    def arithmetic_end(self, start: int) -> int | None:
        """Return the offset after a calculation in two parentheses that begins at an offset; None if there is none.

        It ends on the same line. What was searched without success is not searched again.
        """
        if not self.text.startswith("((", start) or start < self._no_arithmetic:
            return None
        line_end = self.text.find("\n", start, self.end)
        opened, last = 0, line_end if line_end >= 0 else self.end
        for found in _PARENTHESIS.finditer(self.text, start, last):
            opened += 1 if found[0] == "(" else -1
            if opened == 0:
                last = found.end()
                if self.text[last - 2] == ")":
                    return last
                break
        self._no_arithmetic = last
        return None

    def _braces(self, *, in_quotes: bool) -> Piece:
        """Read a variable in braces; only its name is understood, and none of its operators."""
        start = self.pos
        if simple := _IN_BRACES_ONLY.match(self.text, start + 1, self.end):
            self.pos = simple.end()
            return Piece(start, self.pos, hole=Hole(simple[1], is_list=bool(simple[2]) or simple[1] in "@*"))
        self.pos += 2
        inside: list[Piece] = []
        while self.pos < self.end and self.text[self.pos] != "}":
            if plain := _IN_BRACES.match(self.text, self.pos, self.end):
                self.pos = plain.end()
            elif self.text[self.pos] == "'" and in_quotes:
                self.pos += 1
            else:
                self._special(inside, self.text[self.pos])
        self._is_whole &= self.pos < self.end
        self.pos = min(self.pos + 1, self.end)
        return Piece(start, self.pos, hole=Hole())

    def _backticks(self, pieces: list[Piece]) -> None:
        """Read the commands in backticks."""
        start, outer_end = self.pos, self.end
        found = _BACKTICK.match(self.text, start + 1, outer_end)
        close = found.end() if found and self.text.startswith("`", found.end()) else outer_end
        self._is_whole &= close < outer_end
        self.pos, self.end = start + 1, close
        with self.deeper():
            commands = self.nested()
        self.pos, self.end = min(close + 1, outer_end), outer_end
        pieces.append(Piece(start, self.pos, hole=Hole(commands=commands)))

    def _ansi(self, pieces: list[Piece]) -> None:
        """Read a text in ``$' … '``."""
        self.pos += 2
        while found := _ANSI.match(self.text, self.pos, self.end):
            if found["plain"]:
                self.copy(pieces, *found.span())
            else:
                pieces.append(Piece(*found.span(), _unescaped(found)))
                self.pos = found.end()
        self._is_whole &= self.text.startswith("'", self.pos) and self.pos < self.end
        self.pos = min(self.pos + 1, self.end)

    def _items(self) -> list[Word]:
        """Read the items of an array, and its closing parenthesis."""
        self.pos += 1
        items = []
        while self.pos < self.end and self.text[self.pos] != ")":
            if self.text[self.pos] == "#":
                line_end = self.text.find("\n", self.pos, self.end)
                self.pos = line_end if line_end >= 0 else self.end
            word = self.word()
            if word.end > word.start:
                items.append(word)
            else:
                self.pos += self.pos < self.end
        self._is_whole &= self.pos < self.end
        self.pos = min(self.pos + 1, self.end)
        return items


def _unescaped(found: re.Match[str]) -> str:
    """Return the text of an escape in ``$' … '``; a hole if it is no character."""
    if found["bytes"]:
        try:
            return bytes.fromhex(found["bytes"].replace("\\x", "")).decode()
        except ValueError:
            return HOLE
    if found["control"]:
        return chr(ord(found["control"]) & 0x1F) if found["control"].isascii() else HOLE
    if found["one"]:
        return _NAMED.get(found["one"], found["one"] if found["one"] in "\\'\"?" else "\\" + found["one"])
    code = int(found["x"] or found["u"] or found["U"] or found["octal"], 8 if found["octal"] else 16)
    if found["octal"] and code >= _FIRST_BEYOND_ASCII:
        return HOLE
    return chr(code) if code in _CHARACTERS or code in _CHARACTERS_BEYOND else HOLE
