"""An ignore comment names only rules that exist."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

UNKNOWN_IGNORE: Final = Rule(
    id="unknown-ignore",
    severity=Severity.WARNING,
    title="An ignore comment names only rules that exist",
    reason=("A misspelt rule ignores nothing: the finding is still reported, now or later."),
    source=PROJECT,
    bad=text("tags: ['']  # liveschema: ignore[empty-sting]\n"),
    good=text("tags: ['']  # liveschema: ignore[empty-string]\n"),
)
