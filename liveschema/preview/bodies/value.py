"""The body of a value activity: one large figure."""

from __future__ import annotations

from liveschema.preview.bodies.readings import is_numeric
from liveschema.preview.canvas import LEFT, ROOM, Canvas
from liveschema.preview.colors import ink
from liveschema.preview.figures import figure
from liveschema.preview.measure import ELLIPSIS, Font, one_line

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_FIGURE: Final = Font(36, 700, tabular=True)


def draw_value(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the body; a text keeps its form."""
    number = state.number("value")
    shown = figure(number) if number is not None else one_line(state.text("value") or "")
    if not shown and state.is_unknown("value"):
        shown = ELLIPSIS
    if not shown:
        return
    font = _FIGURE.fitting(shown, ROOM) if number is not None or is_numeric(shown) else _FIGURE
    canvas.text(shown, LEFT, canvas.y + 31, font, ink(color))
    canvas.words.append(shown)
    canvas.y += 38
