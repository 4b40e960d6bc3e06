"""Strict reading of JSON: the value of a text, and all faults of the text itself."""

from __future__ import annotations

from liveschema.text import UNREADABLE
from liveschema.text.strict import strict_value

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from liveschema.engine.problems import Path, Problem
    from liveschema.text.positions import Place
    from liveschema.text.scan import Scan

_BINARY = (bytes, bytearray)


def read_json(source: str | bytes | bytearray, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Read JSON text, and find all faults of the text.

    Args:
        source: The text, or its UTF-8 bytes.
        first_line: The line of the file at which the text begins, for hints that name a line.

    Returns:
        The value and the faults. The faults are in the order of the text, each
        with its line and column. If no value can be read, the value is
        `UNREADABLE`. The last value of a duplicate key is used.

    .. versionadded:: 0.1.0
    """
    text, faults = decode(source)
    if text is None:
        return UNREADABLE, faults
    if not faults:
        try:
            value = strict_value(text)
        except (ValueError, RecursionError):
            pass
        else:
            return value, []
    scan = _scan(text, first_line=first_line)
    found = sorted([*faults, *scan.faults], key=lambda fault: (fault.line or 0, fault.column or 0))
    return scan.value if scan.whole else UNREADABLE, found


def locate(text: str, paths: Iterable[Path] | None = None) -> dict[Path, Place]:
    """Find the positions of values in a JSON text.

    Args:
        text: A text from which `read_json` can read a value.
        paths: The paths to find; None for all.

    Returns:
        The positions by path; paths that do not exist are left out.

    .. versionadded:: 0.1.0
    """
    return _scan(text, paths).places


def _scan(text: str, paths: Iterable[Path] | None = (), first_line: int = 1) -> Scan:
    """Scan a text for faults and positions."""
    from liveschema.text.scan import Scan  # noqa: PLC0415 - most texts need no scan

    scan = Scan(text, paths, first_line)
    scan.run()
    return scan


def decode(source: str | bytes | bytearray) -> tuple[str | None, list[Problem]]:
    """Decode bytes that should be UTF-8.

    Args:
        source: The bytes, or a text, which is returned unchanged.

    Returns:
        The text and the faults. Single invalid bytes are replaced with U+FFFD,
        and the first one is reported. For UTF-16 and UTF-32 the text is None.

    Raises:
        TypeError: If the source is neither text nor bytes.

    .. versionadded:: 0.1.0
    """
    if isinstance(source, str):
        return source, []
    if not isinstance(source, _BINARY):
        from liveschema.engine.wording import type_name  # noqa: PLC0415 - as in `_scan`

        msg = f"JSON text must be str, bytes or bytearray, got {type_name(source)}"
        raise TypeError(msg)
    text, faults = decode_part(source)
    other = _other_encoding(source) if faults or "\0" in text[:4] else None
    if other is None:
        return text, faults
    return None, [_not_utf8(f"the text must be UTF-8, got {other}", 1, 1)]


def decode_part(source: str | bytes | bytearray) -> tuple[str, list[Problem]]:
    """Decode a part of a text as `decode` does, but without a look at its first bytes for another encoding.

    Args:
        source: The bytes, or a text, which is returned unchanged.

    Returns:
        The text and the faults, which have their lines in the part.
    """
    if isinstance(source, str):
        return source, []
    try:
        return source.decode(), []
    except UnicodeDecodeError as error:
        from liveschema.text.lines import Lines  # noqa: PLC0415 - as in `_scan`

        prefix = source[: error.start].decode()
        line, column = Lines(prefix).at(len(prefix))
        message = f"the text must be UTF-8, got the invalid byte 0x{source[error.start]:02X}"
        return source.decode(errors="replace"), [_not_utf8(message, line, column)]


def _other_encoding(source: bytes | bytearray) -> str | None:
    import json  # noqa: PLC0415 - as in `_scan`

    guess = json.detect_encoding(bytes(source[:4])).upper()[: len("UTF-16")]
    return None if guess.startswith("UTF-8") else guess


def _not_utf8(message: str, line: int, column: int) -> Problem:
    from liveschema.engine.record import evolve  # noqa: PLC0415 - as in `_scan`
    from liveschema.engine.rules import INVALID_UTF8  # noqa: PLC0415

    made = INVALID_UTF8.at((), message, "save the file as UTF-8")
    return evolve(made, line=line, column=column)
