"""Every field exists in the API."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules
from liveschema.engine.rule import Remedy, Safety

UNKNOWN_FIELD = rules.UNKNOWN_FIELD.documented(
    title="Every field exists in the API",
    reason="The service refuses unknown fields. Otherwise a misspelt optional field would be lost silently.",
    source=API,
    bad=update({**PROGRESS, "sub_title": "Disk 2 of 3"}, "/content_state/sub_title"),
    good=update({**PROGRESS, "subtitle": "Disk 2 of 3"}),
    remedy=Remedy(
        "Renames the field to the only similar one. "
        "Safe if one letter, or only case, hyphens or underscores are wrong; else unsafe.",
        Safety.MIXED,
    ),
)
