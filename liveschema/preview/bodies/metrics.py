"""The body of a metrics activity: two columns, each with a label, a figure and a bar."""

from __future__ import annotations

from liveschema.contract.rules.metrics_not_shown import METRICS_NOT_SHOWN
from liveschema.engine.cross_field_tests import MaxItems
from liveschema.preview.bodies.readings import Reading, readings_of
from liveschema.preview.canvas import LEFT, ROOM, Canvas
from liveschema.preview.measure import Font

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_LABEL: Final = Font(13)
_FIGURE: Final = Font(22, 600, tabular=True)
_GAP: Final = 20.0
_FULL: Final = 100.0
"""The value at which a bar is drawn full."""


def shown_metrics() -> int:
    """Return how many metrics a card shows as bars, as the rule ``metrics-not-shown`` says."""
    test = METRICS_NOT_SHOWN.test
    assert isinstance(test, MaxItems)  # noqa: S101 - an error in a declaration
    return test.most


def draw_metrics(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the body: the metrics for which the card has room."""
    readings = readings_of(state)[: shown_metrics()]
    if not readings:
        return
    width = (ROOM - _GAP * (len(readings) - 1)) / len(readings)
    for index, reading in enumerate(readings):
        _draw_column(canvas, reading, LEFT + index * (width + _GAP), width, reading.color or color)
        canvas.words.append(reading.words)
    canvas.y += 60


def _draw_column(canvas: Canvas, reading: Reading, x: float, width: float, color: str) -> None:
    canvas.text(reading.label, x, canvas.y + 11, _LABEL, "second", room=width)
    figure, font = reading.fitted(width, _FIGURE)
    canvas.text(figure, x, canvas.y + 37, font, room=width)
    share = 0 if reading.number is None else min(max(reading.number / _FULL, 0), 1)
    canvas.bar(x, canvas.y + 50, width, share, color)
