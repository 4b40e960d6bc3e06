"""Metadata is at most 16,384 bytes as compact UTF-8 JSON."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import SDK
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

METADATA_TOO_LARGE = Rule(
    id="metadata-too-large",
    severity=Severity.ERROR,
    title="Metadata is at most 16,384 bytes as compact UTF-8 JSON",
    reason="The service refuses more than 16 KB, even in few entries.",
    source=SDK,
    bad=update(PROGRESS, "/metadata", metadata={f"log{n}": "x" * 4000 for n in range(5)}),
    good=update(PROGRESS, metadata={f"log{n}": "x" * 4000 for n in range(4)}),
)
