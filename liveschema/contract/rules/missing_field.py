"""Every field that the operation and the activity type ask for is there."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

MISSING_FIELD: Final = rules.MISSING_FIELD.documented(
    title="Every field that the operation and the activity type ask for is there",
    reason="A card cannot be drawn without it. The OpenAPI document leaves the needs of each type to prose.",
    source=API,
    bad=update({"title": "Nightly backup", "type": "progress"}, "/content_state"),
    good=update(PROGRESS),
)
