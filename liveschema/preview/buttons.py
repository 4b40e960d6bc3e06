"""The lower part of a card: its buttons."""

from __future__ import annotations

from liveschema.contract.states import BUTTONED
from liveschema.preview.canvas import LEFT, ROOM, Canvas
from liveschema.preview.colors import ink, soft
from liveschema.preview.measure import Font

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_LABEL: Final = Font(15, 600)
_HEIGHT: Final = 36.0
_GAP: Final = 10.0


def draw_buttons(canvas: Canvas, request: Fields, activity_type: str | None, color: str) -> None:
    """Draw the buttons of a card, the second one only on the types that have it.

    Args:
        canvas: The canvas.
        request: The request.
        activity_type: The activity type; None if it is not known.
        color: The colour of the activity.
    """
    names = ["action"]
    if activity_type is None or activity_type in BUTTONED:
        names.append("secondary_action")
    actions = [request.object(name) for name in names]
    titles = [title for each in actions if each is not None and (title := each.text("title"))]
    if not titles:
        return
    width = (ROOM - _GAP * (len(titles) - 1)) / len(titles)
    for index, title in enumerate(titles):
        x = LEFT + index * (width + _GAP)
        paint, on_it = (soft(color), ink(color)) if index == 0 else ("tile", "text")
        canvas.box(x, canvas.y, width, _HEIGHT, paint, radius=_HEIGHT / 2)
        canvas.text(title, x + width / 2, canvas.y + 23.3, _LABEL, on_it, room=width - 24, anchor="middle")
        canvas.words.append(f"button {title}")
    canvas.y += _HEIGHT
