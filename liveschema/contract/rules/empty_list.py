"""Lists of metrics and channels have at least one item."""

from __future__ import annotations

from liveschema.contract.example_payloads import CPU, metrics, update
from liveschema.contract.sources import API
from liveschema.engine import rules

EMPTY_LIST = rules.EMPTY_LIST.documented(
    title="Lists of metrics and channels have at least one item",
    reason="A metrics card without a metric shows nothing; an empty list of channels reaches nobody.",
    source=API,
    bad=update(metrics(), "/content_state/metrics"),
    good=update(metrics(CPU)),
)
