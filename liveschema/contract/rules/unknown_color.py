"""A colour is one of the ten that the service names."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

UNKNOWN_COLOR: Final = Rule(
    id="unknown-color",
    severity=Severity.ERROR,
    title="A colour is one of the ten that the service names",
    reason="There are no hex codes and no shades; a colour is a name.",
    source=API,
    bad=update({**PROGRESS, "color": "grey"}, "/content_state/color"),
    good=update({**PROGRESS, "color": "gray"}),
)
