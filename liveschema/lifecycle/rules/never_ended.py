"""Every started activity is ended."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import END_STREAM, after

NEVER_ENDED: Final = Rule(
    id="never-ended",
    severity=Severity.WARNING,
    title="Every started activity is ended",
    reason="A card that is never ended stays on the lock screen, out of date, until iOS removes it hours later.",
    source=OURS,
    bad=stream(PROGRESS),
    good=after(END_STREAM, stream(PROGRESS)),
)
