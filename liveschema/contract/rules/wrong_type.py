"""A value has the JSON type that its field requires."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules
from liveschema.engine.rule import Remedy

WRONG_TYPE = rules.WRONG_TYPE.documented(
    title="A value has the JSON type that its field requires",
    reason="The service refuses a number sent as a string or a boolean sent as a number; nothing is converted.",
    source=API,
    bad=update({**PROGRESS, "percentage": "42"}, "/content_state/percentage"),
    good=update(PROGRESS),
    remedy=Remedy("Removes the quotes around a number."),
)
