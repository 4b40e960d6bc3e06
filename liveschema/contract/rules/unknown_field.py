"""Every field is one that the API has."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

UNKNOWN_FIELD: Final = rules.UNKNOWN_FIELD.documented(
    title="Every field is one that the API has",
    reason="Every object is closed. A misspelt optional field would otherwise be lost without a word.",
    source=API,
    bad=update({**PROGRESS, "sub_title": "Disk 2 of 3"}, "/content_state/sub_title"),
    good=update({**PROGRESS, "subtitle": "Disk 2 of 3"}),
)
