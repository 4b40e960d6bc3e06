"""Metrics and channels name at least one."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import CPU, metrics, update
from liveschema.contract.sources import API
from liveschema.engine import rules

EMPTY_LIST: Final = rules.EMPTY_LIST.documented(
    title="Metrics and channels name at least one",
    reason="A card of metrics without a metric has nothing to show; an empty list of channels reaches nobody.",
    source=API,
    bad=update(metrics(), "/content_state/metrics"),
    good=update(metrics(CPU)),
)
