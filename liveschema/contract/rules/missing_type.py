"""The state of a start, and every action, has a type."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, start
from liveschema.contract.sources import API
from liveschema.engine import rules
from liveschema.engine.rule import Remedy

MISSING_TYPE = rules.MISSING_TYPE.documented(
    title="The state of a start, and every action, has a type",
    reason="The type of a start determines the card; the type of an action determines what its button does.",
    source=API,
    bad=start({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=start(PROGRESS),
    remedy=Remedy("Adds the type if the other fields leave only one."),
)
