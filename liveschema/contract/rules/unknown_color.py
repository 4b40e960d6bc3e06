"""A colour is one of the colour names that the service accepts."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Remedy, Rule, Safety

UNKNOWN_COLOR = Rule(
    id="unknown-color",
    severity=Severity.ERROR,
    title="A colour is one of the colour names that the service accepts",
    reason="There are no hex codes and no shades, only names.",
    source=API,
    bad=update({**PROGRESS, "color": "grey"}, "/content_state/color"),
    good=update({**PROGRESS, "color": "gray"}),
    remedy=Remedy(
        "Writes the only similar colour. "
        "Safe if one letter, or only case, hyphens or underscores are wrong; else unsafe.",
        Safety.MIXED,
    ),
)
