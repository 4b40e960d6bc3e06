"""A payload is nested at most 200 levels deep."""

from __future__ import annotations

from liveschema.contract.example_payloads import ALERT, RERUN, nested, update
from liveschema.contract.sources import OURS
from liveschema.engine import rules

TOO_DEEP = rules.TOO_DEEP.documented(
    title="A payload is nested at most 200 levels deep",
    reason="Parsers stop at deep nesting, each at a different depth; no card needs it.",
    source=OURS,
    bad=update(ALERT, "/action/body", action={**RERUN, "body": {"log": nested(200)}}),
    good=update(ALERT, action={**RERUN, "body": {"log": nested(199)}}),
)
