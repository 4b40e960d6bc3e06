"""No field is null; a field without a value is left out."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules
from liveschema.engine.rule import Remedy

NULL_VALUE = rules.NULL_VALUE.documented(
    title="No field is null; a field without a value is left out",
    reason="No field of the API is nullable. Only icon and badge may be null, as the official Go SDK sends them.",
    source=API,
    bad=update({**PROGRESS, "subtitle": None}, "/content_state/subtitle"),
    good=update(PROGRESS),
    remedy=Remedy("Leaves the field out, unless it is required."),
)
