"""Metadata has at most 50 entries."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import SDK
from liveschema.engine import rules

TOO_MANY_ENTRIES = rules.TOO_MANY_ENTRIES.documented(
    title="Metadata has at most 50 entries",
    reason="The service refuses more.",
    source=SDK,
    bad=update(PROGRESS, "/metadata", metadata={f"k{n}": n for n in range(51)}),
    good=update(PROGRESS, metadata={f"k{n}": n for n in range(50)}),
)
