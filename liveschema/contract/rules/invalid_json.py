"""The text is JSON."""

from __future__ import annotations

from liveschema.contract.example_payloads import GOOD_TEXT, text
from liveschema.contract.sources import RFC
from liveschema.engine import rules

INVALID_JSON = rules.INVALID_JSON.documented(
    title="The text is JSON",
    reason="Some parsers accept comments, trailing commas and single quotes; the service refuses them.",
    source=RFC,
    bad=text(GOOD_TEXT.replace("}}", ",}}")),
    good=text(GOOD_TEXT),
)
