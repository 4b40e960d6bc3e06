"""Streams send at most 60 requests per minute."""

from __future__ import annotations

from typing import Final

from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import streams

TOO_MANY_REQUESTS: Final = Rule(
    id="too-many-requests",
    severity=Severity.WARNING,
    title="Streams send at most 60 requests per minute",
    reason="The limit holds for the whole account; beyond it, the service answers 429.",
    source=API,
    bad=streams(61, every=0.5),
    good=streams(61, every=1.0),
)
