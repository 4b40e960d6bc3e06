"""A type is one of those that the API has."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API
from liveschema.engine import rules

UNKNOWN_TYPE: Final = rules.UNKNOWN_TYPE.documented(
    title="A type is one of those that the API has",
    reason="The type decides all other rules. There are seven for activities and two for actions.",
    source=API,
    bad=update({**PROGRESS, "type": "progres"}, "/content_state/type"),
    good=update(PROGRESS),
)
