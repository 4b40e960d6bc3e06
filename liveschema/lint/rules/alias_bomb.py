"""The aliases of a YAML document do not expand to a huge document."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import YAML

_UPDATE: Final = "activity_id: act_7\ncontent_state: {title: Backup, percentage: 42}\n"
_MORE: Final = "".join(
    f"- &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdef", "bcdefg", strict=True)
)

ALIAS_BOMB: Final = Rule(
    id="alias-bomb",
    severity=Severity.ERROR,
    title="The aliases of a YAML document do not expand to a huge document",
    reason="A few lines of aliases of aliases can expand to billions of values, more than memory can hold.",
    source=YAML,
    bad=text(f"{_UPDATE}tags:\n- &a [x, x, x, x, x, x, x, x, x]\n{_MORE}"),
    good=text("activity_id: act_7\ncontent_state: {title: &name Backup, subtitle: *name, percentage: 42}\n"),
)
