"""An icon has the name of an SF Symbol."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import ValueRule
from liveschema.engine.value_tests import Matches

_LETTERS = "a-z0-9"

SYMBOL_SHAPE = ValueRule(
    id="symbol-shape",
    severity=Severity.WARNING,
    title="An icon has the name of an SF Symbol",
    reason="A symbol that the phone does not know is not drawn; names are lower case, joined by dots.",
    source=OURS,
    bad=update({**PROGRESS, "icon": {"symbol": "Bolt Fill"}}, "/content_state/icon/symbol"),
    good=update({**PROGRESS, "icon": {"symbol": "bolt.fill"}}),
    test=Matches("is_symbol_name", rf"[{_LETTERS}]++(?:\.[{_LETTERS}]++)*\Z", unfit=f"[^{_LETTERS}.]"),
    message="{name} should be the name of an SF Symbol, got {got}",
    hint="symbol names are lower case, with dots between their parts: bolt.fill",
    breakers=("Bolt Fill", "bolt..fill", ".bolt", "bolt-fill", "⚡", "BOLT"),
)
