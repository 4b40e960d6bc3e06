"""Escapes, without which a text from a file, a name or an argument could forge a line or control a terminal."""

from __future__ import annotations

import codecs
import re

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

ESCAPE: Final = "liveschema.escape"
"""The error handler of streams, which writes JSON escapes for characters that the encoding lacks."""
_REPLACEMENT: Final = "\ufffd"
_BYTES: Final = "[\udc80-\udcff]+"
"""Bytes of a file name that the system could not decode."""
_MARKER: Final = r"(?<=#)#(?=\w*\[)"
"""What marks a command to a CI service anywhere in a line: ``##[``, ``##vso[`` or ``##teamcity[``."""
_COMMAND: Final = "::"
"""What marks a command to GitHub's runner at the start of a line."""


def shown(text: str) -> str:
    """Replace what could control a terminal or a CI service in an excerpt.

    Args:
        text: Any text.

    Returns:
        A text of the same length, with U+FFFD for each code point that is neither printable nor a tab, and for the
        second character of ``##[``, ``##vso[`` and the like.
    """
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char == "\t" else _REPLACEMENT for char in text)
    return re.sub(_MARKER, _REPLACEMENT, text) if "##" in text else text


def shown_line(text: str) -> str:
    """Replace what could control a terminal or a CI service in a text that stands at the start of a line.

    Args:
        text: Any text.

    Returns:
        A text of the same length: that of `shown`, with U+FFFD for the second colon of ``::`` where that comes first.
    """
    text = shown(text)
    rest = text.lstrip()
    if not rest.startswith(_COMMAND):
        return text
    return text[: -len(rest)] + rest[0] + _REPLACEMENT + rest[len(_COMMAND) :]


def printable(text: str) -> str:
    r"""Write a text as one printable line.

    Args:
        text: Any text. A name that the system decoded as ASCII is read as UTF-8.

    Returns:
        The text with escapes such as ``\n`` and ``\x1b`` for what is not printable. Markers of commands are replaced
        as in `shown`.
    """
    if not text.isprintable():
        text = re.sub(_BYTES, lambda found: _as_bytes(found[0]).decode(errors="backslashreplace"), text)
        text = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    return shown(text)


def line_start(name: str) -> str:
    """Write the name of a file as the start of a line, so that it begins no command."""
    name = printable(name)
    return f"./{name}" if name.lstrip().startswith(_COMMAND) else name


def utf8_name(name: str) -> str:
    """Return the name of a file as in a locale with UTF-8; bytes that are not UTF-8 stay lone surrogates."""
    if name.isprintable():
        return name
    return re.sub(_BYTES, lambda found: _as_bytes(found[0]).decode(errors="surrogateescape"), name)


def json_text(value: object, indent: int | None = None, *, ascii_only: bool = False) -> str:
    """Write a value as JSON in which all is printable, and nothing is a command to a CI service.

    Args:
        value: A value of JSON.
        indent: The indentation; None for a single line.
        ascii_only: Whether to write escapes for all other characters.

    Returns:
        The text.
    """
    import json  # noqa: PLC0415 - few commands write JSON

    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char == "\n" else _json_escape(char) for char in text)
    return re.sub(_MARKER, lambda _: _json_escape("#"), text) if "##" in text else text


def ascii_markup(text: str) -> str:
    """Write XML or HTML in ASCII, so that it is right in the encoding of any stream, without commands to CI services.

    Args:
        text: The text of a document, in which characters beyond ASCII stand only in contents and values.

    Returns:
        The text with character references for these.
    """
    if "##" in text:
        text = re.sub(_MARKER, "&#35;", text)
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _as_bytes(text: str) -> bytes:
    return text.encode(errors="surrogateescape")


def _json_escape(text: str) -> str:
    return "".join(f"\\u{unit:04x}" for unit in memoryview(text.encode("utf-16", "surrogatepass")).cast("H")[1:])


def _escape_unencodable(error: UnicodeError) -> tuple[str, int]:
    """Return the escapes for the characters that a stream cannot encode, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - only streams that are written use it
    return _json_escape(error.object[error.start : error.end]), error.end


codecs.register_error(ESCAPE, _escape_unencodable)
