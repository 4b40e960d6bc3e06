"""The aliases of a YAML document do not expand to a huge document."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import YAML

ALIAS_BOMB: Final = Rule(
    id="alias-bomb",
    severity=Severity.ERROR,
    title="The aliases of a YAML document do not expand to a huge document",
    reason="A few lines of aliases of aliases can expand to billions of values, more than memory can hold.",
    source=YAML,
    bad=text("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n…\n"),
    good=text("color: &color lime\nbadge: {title: Prod, color: *color}\n"),
)
