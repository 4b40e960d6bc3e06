"""The text does not begin with a byte order mark."""

from __future__ import annotations

from liveschema.contract.example_payloads import GOOD_TEXT, text
from liveschema.contract.sources import RFC
from liveschema.engine import rules

BYTE_ORDER_MARK = rules.BYTE_ORDER_MARK.documented(
    title="The text does not begin with a byte order mark",
    reason="Senders must not add one, and many parsers refuse it.",
    source=f"{RFC}, section 8.1",
    bad=text("\ufeff" + GOOD_TEXT),
    good=text(GOOD_TEXT),
)
