"""At most four activities run at once."""

from __future__ import annotations

from typing import Final

from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import opened

TOO_MANY_ACTIVITIES: Final = Rule(
    id="too-many-activities",
    severity=Severity.WARNING,
    title="At most four activities run at once",
    reason="The service allows four per account; a fifth has to wait or is refused.",
    source=API,
    bad=opened(5),
    good=opened(4),
)
