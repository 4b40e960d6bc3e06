"""Every field that the operation and the activity type require is present."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

MISSING_FIELD = rules.MISSING_FIELD.documented(
    title="Every field that the operation and the activity type require is present",
    reason="The card cannot be drawn without it. The OpenAPI document describes what each type requires only in prose.",
    source=API,
    bad=update({"title": "Nightly backup", "type": "progress"}, "/content_state"),
    good=update(PROGRESS),
)
