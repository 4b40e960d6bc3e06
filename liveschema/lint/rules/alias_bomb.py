"""The aliases of a YAML document do not blow it up."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import YAML

ALIAS_BOMB: Final = Rule(
    id="alias-bomb",
    severity=Severity.ERROR,
    title="The aliases of a YAML document do not blow it up",
    reason="A few lines of aliases of aliases stand for billions of values; whoever reads them all runs out of memory.",
    source=YAML,
    bad=text("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n…\n"),
    good=text("color: &color lime\nbadge: {title: Prod, color: *color}\n"),
)
