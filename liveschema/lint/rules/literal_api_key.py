"""An API key does not stand in a file."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import text
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lint.sources import PROJECT

LITERAL_API_KEY: Final = Rule(
    id="literal-api-key",
    severity=Severity.WARNING,
    title="An API key does not stand in a file",
    reason="Everybody who can read the file can send requests with the key. It is never repeated in a report.",
    source=PROJECT,
    message="an API key must not stand in a file, got one of {length} characters",
    hint="keep it in a secret or an environment variable, and replace the key, since others may have read it",
    bad=text('activitysmith activity end-stream prod-web-1 --api-key "4f1c0e9b7d2a"\n'),
    good=text('activitysmith activity end-stream prod-web-1 --api-key "$ACTIVITYSMITH_API_KEY"\n'),
)
