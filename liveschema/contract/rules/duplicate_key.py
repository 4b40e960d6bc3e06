"""No object has the same key twice."""

from __future__ import annotations

from liveschema.contract.example_payloads import GOOD_TEXT, text
from liveschema.contract.sources import RFC
from liveschema.engine import rules

DUPLICATE_KEY = rules.DUPLICATE_KEY.documented(
    title="No object has the same key twice",
    reason="Parsers keep the first, the last or both, so what is meant and what is read may differ.",
    source=f"{RFC}, section 4",
    bad=text(GOOD_TEXT.replace('"percentage": 42', '"percentage": 42, "percentage": 43'), "/content_state/percentage"),
    good=text(GOOD_TEXT),
)
