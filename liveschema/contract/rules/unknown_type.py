"""A type exists in the API."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules
from liveschema.engine.rule import Remedy, Safety

UNKNOWN_TYPE = rules.UNKNOWN_TYPE.documented(
    title="A type exists in the API",
    reason="The type decides which other rules apply.",
    source=API,
    bad=update({**PROGRESS, "type": "progres"}, "/content_state/type"),
    good=update(PROGRESS),
    remedy=Remedy(
        "Writes the only similar type. "
        "Safe if one letter, or only case, hyphens or underscores are wrong; else unsafe.",
        Safety.MIXED,
    ),
)
