"""The payloads that schemas show as examples instead of minimal ones."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import (
    ALERT,
    CPU,
    PROGRESS,
    STEPS,
    TIMER,
    Example,
    metrics,
    start,
    stream,
    update,
)
from liveschema.contract.vocabulary import Operation

SHOWCASE: Final = (
    update(PROGRESS),
    update(metrics(CPU)),
    start(PROGRESS),
    update({**STEPS, "current_step": 4}),
    update({**TIMER, "counts_down": True}),
    update(
        ALERT,
        action={"title": "Retry", "type": "webhook", "url": "https://ci.example.com", "body": {"when": [1, 2]}},
    ),
    update({"title": "Balance", "type": "value", "value": 1.5}),
    update(metrics({**CPU, "color": "blue"}, kind="stats")),
    stream(PROGRESS, channels=["ops", "sales"], target={"channels": ["sales", "ops"]}),
    Example(Operation.END_STREAM, {"content_state": {**PROGRESS, "auto_dismiss_seconds": 30}}),
)
"""At most one payload for each operation and activity type, valid and without warnings."""
