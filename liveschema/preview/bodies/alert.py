"""The body of an alert activity: its message, on up to three lines."""

from __future__ import annotations

from liveschema.preview.canvas import LEFT, RIGHT, ROOM, Canvas
from liveschema.preview.measure import Font, is_right_to_left, lines, one_line

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_MESSAGE: Final = Font(15)
_LINE: Final = 20.0
_MOST_LINES: Final = 3


def draw_alert(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the body; a message from right to left begins at the right end."""
    del color
    message = state.text("message") or ""
    broken = lines(message, ROOM, _MESSAGE, _MOST_LINES)
    if not broken:
        return
    x, anchor = (RIGHT, "end") if is_right_to_left(message) else (LEFT, "start")
    for index, line in enumerate(broken):
        canvas.text(line, x, canvas.y + 15 + index * _LINE, _MESSAGE, anchor=anchor, room=ROOM + 1)
    canvas.words.append(one_line(message))
    canvas.y += len(broken) * _LINE
