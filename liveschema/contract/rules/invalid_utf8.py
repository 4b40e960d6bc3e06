"""The text is UTF-8."""

from __future__ import annotations

from liveschema.contract.example_payloads import GOOD_TEXT, text
from liveschema.contract.sources import RFC
from liveschema.engine import rules

INVALID_UTF8 = rules.INVALID_UTF8.documented(
    title="The text is UTF-8",
    reason="JSON between systems is UTF-8; other encodings are garbled or refused.",
    source=f"{RFC}, section 8.1",
    bad=text(GOOD_TEXT.replace("Backup", "Küche").encode("latin-1")),
    good=text(GOOD_TEXT.replace("Backup", "Küche").encode()),
)
