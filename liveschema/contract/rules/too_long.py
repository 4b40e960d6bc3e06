"""A string has at most as many characters as its field allows."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, update
from liveschema.contract.sources import API, SDK
from liveschema.engine import rules

TOO_LONG = rules.TOO_LONG.documented(
    title="A string has at most as many characters as its field allows",
    reason="Metric values and tags have up to 64 characters, metadata keys 100, metadata strings 4,000 (code points).",
    source=f"{API}; {SDK}",
    bad=update(PROGRESS, "/tags/0", tags=["n" * 65]),
    good=update(PROGRESS, tags=["n" * 64]),
)
