"""Texts as parts of XML and HTML, which they cannot leave whatever is in them."""

from __future__ import annotations

import re

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML allows in no document, such as control characters and lone surrogates, or advises against."""
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
REPLACEMENT: Final = "\ufffd"
"""What is drawn in place of a character that XML allows in no document."""


def legal(text: str) -> str:
    """Return a text with U+FFFD in place of what cannot stand in XML."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def escaped(text: str) -> str:
    """Return a text for the content of an element or for an attribute in double quotes.

    Args:
        text: Any text.

    Returns:
        The text with entities, and with U+FFFD in place of what cannot stand in XML.
    """
    return legal(text).translate(_ENTITIES)


def attributes(**values: object) -> str:
    """Return attributes with a space before each; ``_`` stands for ``-`` in their names, and None leaves one out.

    Args:
        values: The values by name. Numbers are written with at most two decimals.
    """
    return "".join(
        f' {name.strip("_").replace("_", "-")}="{_value(value)}"' for name, value in values.items() if value is not None
    )


def _value(value: object) -> str:
    return decimal(value) if isinstance(value, int | float) else escaped(str(value))


def decimal(value: float) -> str:
    """Return a number with at most two decimals, and without zeros at its end."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
