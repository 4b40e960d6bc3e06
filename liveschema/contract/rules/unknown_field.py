"""Every field exists in the API."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

UNKNOWN_FIELD = rules.UNKNOWN_FIELD.documented(
    title="Every field exists in the API",
    reason="The service refuses unknown fields. Otherwise a misspelt optional field would be lost silently.",
    source=API,
    bad=update({**PROGRESS, "sub_title": "Disk 2 of 3"}, "/content_state/sub_title"),
    good=update({**PROGRESS, "subtitle": "Disk 2 of 3"}),
)
