"""A string can be encoded as UTF-8."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import OURS
from liveschema.engine import rules

LONE_SURROGATE = rules.LONE_SURROGATE.documented(
    title="A string can be encoded as UTF-8",
    reason="Half of a surrogate pair is not a character; encoders raise an error or replace it.",
    source=OURS,
    bad=update({**PROGRESS, "title": "Backup \ud83d"}, "/content_state/title"),
    good=update({**PROGRESS, "title": "Backup \U0001f4be"}),
)
