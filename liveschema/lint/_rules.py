"""Rules that only files can break: which operation they are for, and what YAML adds to JSON."""

from __future__ import annotations

from typing import Final

from liveschema.problems import Severity
from liveschema.rules import CATALOGUE, Example, Rule
from liveschema.rules.lifecycle import LIFECYCLES
from liveschema.vocabulary import Operation

_OURS: Final = "this project's own"
_STATE: Final = {"title": "Nightly backup", "type": "progress", "percentage": 42}
_YAML: Final = "YAML 1.2.2"


def _file(text: str) -> Example:
    return Example(Operation.UPDATE, text)


UNKNOWN_OPERATION: Final = Rule(
    "unknown-operation",
    Severity.ERROR,
    "It can be told which operation a payload is for",
    "Each operation has rules of its own; without it a verdict would be a guess.",
    _OURS,
    bad=Example(Operation.UPDATE, {"content_state": {**_STATE, "auto_dismiss_minutes": 3}, "target": {}}),
    good=Example(Operation.UPDATE, {"activity_id": "act_7", "content_state": _STATE}),
)
UNKNOWN_ENDPOINT: Final = Rule(
    "unknown-endpoint",
    Severity.ERROR,
    "A recorded request goes to one of the five endpoints, by its method",
    "Method and path decide the operation; anything else is answered with 404 or 405.",
    "API reference",
    bad=Example(Operation.UPDATE, {"method": "PATCH", "path": "/live-activity/update", "body": {}}),
    good=Example(
        Operation.UPDATE,
        {"method": "POST", "path": "/live-activity/update", "body": {"activity_id": "act_7", "content_state": _STATE}},
    ),
)
INVALID_YAML: Final = Rule(
    "invalid-yaml",
    Severity.ERROR,
    "The text is YAML that holds what JSON can hold",
    "A payload is sent as JSON: its keys are strings, and a tag of an application means nothing to the service.",
    _YAML,
    bad=_file("activity_id: act_7\ncontent_state: {title: Backup, percentage: 42\n"),
    good=_file("activity_id: act_7\ncontent_state: {title: Backup, percentage: 42}\n"),
)
ALIAS_BOMB: Final = Rule(
    "alias-bomb",
    Severity.ERROR,
    "The aliases of a YAML document do not blow it up",
    "A few lines of aliases of aliases stand for billions of values; whoever reads them all runs out of memory.",
    _YAML,
    bad=_file("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n…\n"),
    good=_file("color: &color lime\nbadge: {title: Prod, color: *color}\n"),
)
UNKNOWN_IGNORE: Final = Rule(
    "unknown-ignore",
    Severity.WARNING,
    "A comment takes back rules that there are",
    "A misspelt rule takes nothing back: the finding stays, or comes as a surprise when the comment is relied on.",
    _OURS,
    bad=_file("tags: ['']  # liveschema: ignore[empty-sting]\n"),
    good=_file("tags: ['']  # liveschema: ignore[empty-string]\n"),
)

RULES: Final[dict[str, Rule]] = {
    **CATALOGUE,
    **{rule.id: rule for rule in (UNKNOWN_OPERATION, UNKNOWN_ENDPOINT, INVALID_YAML, ALIAS_BOMB, UNKNOWN_IGNORE)},
    **LIFECYCLES,
}
"""Every rule that the command can report, by its id."""
