"""Rules on the JSON text itself."""

from __future__ import annotations

from typing import Final

from liveschema.problems import Severity
from liveschema.rules._examples import text
from liveschema.rules._rule import Rule

_GOOD: Final = '{"activity_id": "act_7", "content_state": {"title": "Backup", "percentage": 42}}'
_RFC: Final = "RFC 8259"

INVALID_JSON: Final = Rule(
    "invalid-json",
    Severity.ERROR,
    "The text is JSON",
    "Comments, trailing commas and single quotes are read by some parsers and refused by the service.",
    _RFC,
    bad=text(_GOOD.replace("}}", ",}}")),
    good=text(_GOOD),
)
DUPLICATE_KEY: Final = Rule(
    "duplicate-key",
    Severity.ERROR,
    "No object has the same key twice",
    "Parsers keep the first, the last or both, so what is meant and what is read may differ.",
    f"{_RFC}, section 4",
    bad=text(_GOOD.replace('"percentage": 42', '"percentage": 42, "percentage": 43'), "/content_state/percentage"),
    good=text(_GOOD),
    at_key=True,
)
BYTE_ORDER_MARK: Final = Rule(
    "byte-order-mark",
    Severity.ERROR,
    "The text begins without a byte order mark",
    "A sender must not add one, and many parsers refuse it.",
    f"{_RFC}, section 8.1",
    bad=text("\ufeff" + _GOOD),
    good=text(_GOOD),
)
INVALID_UTF8: Final = Rule(
    "invalid-utf8",
    Severity.ERROR,
    "The text is UTF-8",
    "JSON between systems is UTF-8; bytes of another encoding are garbled or refused.",
    f"{_RFC}, section 8.1",
    bad=text(_GOOD.replace("Backup", "Küche").encode("latin-1")),
    good=text(_GOOD.replace("Backup", "Küche").encode()),
)
