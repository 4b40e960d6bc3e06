"""The text of a YAML scalar, such as a payload in a block, with the position of each character in the file.

The parsers give the value of a scalar and the range of the file in which it is written. Here the value is found in that
range again, style by style: what is copied, and what stands for something else, such as an escape or a folded line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from liveschema.engine.unknown import PartialText
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE

_BREAK: Final = r"(?:\r\n?|\n)"
_FOLD: Final = rf"(?P<fold>[ \t]*+{_BREAK}(?>(?:[ \t]*+{_BREAK})*)[ \t]*+)"
"""The end of a line, with the white space around it and the empty lines after it."""
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*+(?>(?:\s++|(?<=\s)#[^\r\n]*+)*)){0,2}")
"""The anchor and the tag before a scalar, and comments between them."""
_PLAIN: Final = re.compile(rf"{_FOLD}|(?P<copy>[ \t]+|[^ \t\r\n]+)")
_SINGLE: Final = re.compile(rf"{_FOLD}|(?P<escape>'')|(?P<copy>[ \t]+|[^' \t\r\n]+|')")
_DOUBLE: Final = re.compile(
    rf"{_FOLD}|\\(?P<joined>{_BREAK}(?>(?:[ \t]*+{_BREAK})*)[ \t]*+)"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n]))|(?P<copy>[ \t]+|[^\\ \t\r\n]+|\\)"
)
_LETTERS: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""The characters that a letter after a backslash stands for, if not for itself."""
_LINE: Final = re.compile(rf"([^\r\n]*)({_BREAK}|\Z)")
_MOST_BLANKS: Final = re.compile(r"[ \t\r\n]*")
_FIRST_OF_TEXT: Final = re.compile(r"[^ \r\n]")
_NEWLINE: Final = re.compile(_BREAK)


class _Piece(NamedTuple):
    """A piece of a scalar.

    Args:
        text: The text that it stands for.
        start: The offset at which it is written.
        end: The offset after it.
        is_copy: Whether the text is written as it is.
    """

    text: str
    start: int
    end: int
    is_copy: bool


def scalar_in(fragment: Fragment, start: int, end: int, value: Any) -> Fragment:  # noqa: ANN401 - a scalar of YAML
    """Return the text of a scalar as a fragment.

    Args:
        fragment: The YAML text.
        start: The offset at which the scalar is written, with its quotes, its block header, its anchor and its tag.
        end: The offset after it, without white space.
        value: The value that the parser has read there; what is known of it if the text has holes.

    Returns:
        The text of the scalar; of a number and the like, as it is written.
    """
    writer = FragmentWriter(fragment)
    write_scalar(writer, start, end, value)
    return writer.finish()


def write_scalar(writer: FragmentWriter, start: int, end: int, value: Any) -> None:  # noqa: ANN401 - a scalar of YAML
    """Add the text of a scalar to a fragment of the YAML text; the arguments are those of `scalar_in`."""
    expected = _known_text(value)
    if expected is None and writer.outer.text.startswith("*", start):
        expected = json.dumps(value)
    pieces = list(_pieces(writer.outer.text, start, end, expected))
    if expected is None or "".join(piece.text for piece in pieces) == expected:
        for piece in pieces:
            if piece.is_copy:
                writer.copy(piece.start, piece.end)
            else:
                writer.put(piece.text, piece.start, piece.end)
    else:
        # An alias, whose text is written elsewhere.
        writer.put(expected, start, end)


def _known_text(value: Any) -> str | None:  # noqa: ANN401 - a scalar of YAML
    """Return the text of a string, with its holes; None for another value."""
    if isinstance(value, PartialText):
        return HOLE.join(value.pieces)
    return value if isinstance(value, str) else None


def _pieces(text: str, start: int, end: int, value: str | None) -> Iterator[_Piece]:
    """Yield the pieces of a scalar by its style."""
    properties = _PROPERTIES.match(text, start, end)
    begins = properties.end() if properties else start
    style = text[begins : min(begins + 1, end)]
    if style in ("|", ">") and value is not None:
        yield from _block(text, begins, end, value, folds=style == ">")
    elif style == '"':
        yield from _flow(_DOUBLE, text, begins + 1, end - 1)
    elif style == "'":
        yield from _flow(_SINGLE, text, begins + 1, end - 1)
    else:
        yield from _flow(_PLAIN, text, begins, end)


def _flow(style: re.Pattern[str], text: str, start: int, end: int) -> Iterator[_Piece]:
    """Yield the pieces of a scalar that is plain or in quotes."""
    for found in style.finditer(text, start, end):
        if found.lastgroup == "copy":
            yield _Piece(found[0], *found.span(), is_copy=True)
        elif found.lastgroup == "escape":
            yield _Piece(_unescaped(found[0]), *found.span(), is_copy=False)
        else:
            breaks = len(_NEWLINE.findall(found[0])) - 1
            yield _Piece("\n" * breaks or ("" if found.lastgroup == "joined" else " "), *found.span(), is_copy=False)


def _unescaped(escape: str) -> str:
    """Return the character that an escape stands for, which the parser has accepted."""
    digits = escape[2:]
    if len(digits) > 1:
        return chr(int(digits, 16))
    return _LETTERS.get(escape[1], escape[1])


def _block(text: str, start: int, end: int, value: str, *, folds: bool) -> Iterator[_Piece]:
    """Yield the pieces of a block scalar, whose value says how far its lines are indented and how it ends."""
    first = _LINE.match(text, start)
    content = first.end() if first else start
    indentation = _column(_FIRST_OF_TEXT, text, content, end) - _column(_FIRST_OF_TEXT, value, 0, len(value))
    done = content
    given = 0
    breaks = 0
    folds_before = False
    has_text = False
    for found in _LINE.finditer(text, content, end):
        begins = found.start()
        while begins < found.end(1) and begins - found.start() < indentation and text[begins] == " ":
            begins += 1
        if begins < found.end(1):
            folds_here = folds and text[begins] not in " \t"
            if not has_text:
                between = "\n" * breaks
            elif folds_here and folds_before:
                between = "\n" * (breaks - 1) or " "
            else:
                between = "\n" * breaks
            yield _Piece(between, done, begins, is_copy=False)
            yield _Piece(text[begins : found.end(1)], begins, found.end(1), is_copy=True)
            given += len(between) + found.end(1) - begins
            done, breaks, folds_before, has_text = found.end(1), 0, folds_here, True
        breaks += 1
    # The range ends before the white space at the end, of which some may belong to the text.
    blanks = _MOST_BLANKS.match(text, done)
    yield _Piece(value[given:], done, blanks.end() if blanks else done, is_copy=False)


def _column(wanted: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return how far a character is from the start of its line; the first one that is found."""
    found = wanted.search(text, start, end)
    at = found.start() if found else end
    return at - max(text.rfind("\n", start, at), text.rfind("\r", start, at), start - 1) - 1
