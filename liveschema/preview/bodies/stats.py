"""The body of a stats activity: a tile for each metric."""

from __future__ import annotations

from liveschema.preview.bodies.readings import readings_of
from liveschema.preview.canvas import LEFT, ROOM, Canvas
from liveschema.preview.colors import ink
from liveschema.preview.measure import Font

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_LABEL: Final = Font(12)
_FIGURE: Final = Font(17, 600, tabular=True)
_GAP: Final = 8.0
_HEIGHT: Final = 52.0
_MOST: Final = 8
"""The most tiles for which the card has room."""


def draw_stats(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the body; only the colours of the metrics have an effect."""
    del color
    readings = readings_of(state)[:_MOST]
    if not readings:
        return
    columns = _columns(len(readings))
    width = (ROOM - _GAP * (columns - 1)) / columns
    for index, reading in enumerate(readings):
        row, column = divmod(index, columns)
        x, top = LEFT + column * (width + _GAP), canvas.y + row * (_HEIGHT + _GAP)
        canvas.box(x, top, width, _HEIGHT, "tile", radius=12)
        paint = ink(reading.color) if reading.color else "text"
        figure, font = reading.fitted(width - 20, _FIGURE)
        canvas.text(figure, x + 10, top + 23, font, paint, room=width - 20)
        canvas.text(reading.label, x + 10, top + 41, _LABEL, "second", room=width - 20)
        canvas.words.append(reading.words)
    rows = -(-len(readings) // columns)
    canvas.y += rows * _HEIGHT + (rows - 1) * _GAP


def _columns(count: int) -> int:
    """Return the number of columns: one row of up to three tiles, else two rows."""
    return count if count <= 3 else (count + 1) // 2  # noqa: PLR2004 - so that there is room for the figures
