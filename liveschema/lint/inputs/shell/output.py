"""What ``echo`` and ``printf`` print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from liveschema.lint.inputs.shell.parts import Hole, Piece

_OPTION_OF_ECHO: Final = re.compile(r"-[neE]+\Z")
_OF_FORMAT: Final = re.compile(r"%(?P<conversion>[sd]|%)|%(?P<other>[^%]?)|\\(?P<escape>.?)|[^%\\]+", re.DOTALL)
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "'": "'", "/": "\\/"}
_INTEGER: Final = re.compile(r"-?[0-9]+\Z")


def printed(name: str, words: Sequence[Sequence[Piece]], script: str) -> list[Piece] | None:
    """Return what a command prints.

    Args:
        name: The name of the command.
        words: The pieces of each of its other words.
        script: The script.

    Returns:
        The pieces of its output; None if they are not known.
    """
    if name == "echo":
        return _echoed(words, script)
    if name == "printf" and words and not _text(words[0], script).startswith("-"):
        return _formatted(words[0], iter(words[1:]), script)
    return None


def _text(pieces: Sequence[Piece], script: str) -> str:
    """Return the text of pieces without holes; of pieces with holes, only those before the first one."""
    text = ""
    for piece in pieces:
        if piece.hole is not None:
            break
        text += script[piece.start : piece.end] if piece.text is None else piece.text
    return text


def _echoed(words: Sequence[Sequence[Piece]], script: str) -> list[Piece] | None:
    """Return what ``echo`` prints; without ``-e``, it prints backslashes as they are, as in bash."""
    options = ""
    while words and _OPTION_OF_ECHO.match(_text(words[0], script)) and all(not piece.hole for piece in words[0]):
        options += _text(words[0], script)
        words = words[1:]
    pieces: list[Piece] = []
    for word in words:
        if pieces and word:
            pieces.append(Piece(word[0].start, word[0].start, " "))
        pieces += word
    has_escapes = any("\\" in _text([piece], script) for piece in pieces)
    return None if has_escapes and "e" in options else pieces


def _formatted(form: Sequence[Piece], words: Iterator[Sequence[Piece]], script: str) -> list[Piece] | None:
    """Return what ``printf`` prints; it repeats its format for further words, which is not followed."""
    pieces: list[Piece] = []
    for piece in form:
        if piece.hole is not None:
            return None
        for found in _OF_FORMAT.finditer(_text([piece], script)):
            at = piece if piece.text is not None else Piece(piece.start + found.start(), piece.start + found.end())
            conversion = found["conversion"]
            if conversion in {"s", "d"}:
                word = next(words, [])
                is_known = conversion == "s" or _INTEGER.match(_text(word, script))
                pieces += word if is_known else [at._replace(text=None, hole=Hole())]
            elif conversion == "%":
                pieces.append(at._replace(text="%"))
            elif found["other"] is not None:
                return None
            elif found["escape"] is not None:
                known = _ESCAPED.get(found["escape"])
                pieces.append(at._replace(text=known) if known else at._replace(text=None, hole=Hole()))
            else:
                pieces.append(at if piece.text is None else at._replace(text=found[0]))
    return None if next(words, None) is not None else pieces
