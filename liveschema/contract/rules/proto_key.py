"""No key of metadata is __proto__."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import ValueRule
from liveschema.engine.value_tests import NotEqual

_NAME = "__proto__"

PROTO_KEY = ValueRule(
    id="proto-key",
    severity=Severity.WARNING,
    title="No key of metadata is __proto__",
    reason="Programs in JavaScript may lose the entry, since the name is special there; the official tools refuse it.",
    source=OURS,
    bad=update(PROGRESS, f"/metadata/{_NAME}", metadata={_NAME: "web-1"}),
    good=update(PROGRESS, metadata={"proto": "web-1"}),
    test=NotEqual(_NAME),
    message="{name} should have another name, got one that is special in JavaScript",
    breakers=(_NAME,),
)
