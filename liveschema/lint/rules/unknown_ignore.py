"""A comment takes back rules that there are."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

UNKNOWN_IGNORE: Final = Rule(
    id="unknown-ignore",
    severity=Severity.WARNING,
    title="A comment takes back rules that there are",
    reason=(
        "A misspelt rule takes nothing back: the finding stays, or comes as a surprise when the comment is relied on."
    ),
    source=PROJECT,
    bad=text("tags: ['']  # liveschema: ignore[empty-sting]\n"),
    good=text("tags: ['']  # liveschema: ignore[empty-string]\n"),
)
