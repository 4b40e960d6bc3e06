"""The body of a timer activity: what is left of it, or how long it has run."""

from __future__ import annotations

from liveschema.preview.canvas import LEFT, RIGHT, ROOM, Canvas
from liveschema.preview.colors import ink
from liveschema.preview.figures import clock
from liveschema.preview.measure import Font

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_FIGURE: Final = Font(34, 500, tabular=True)
_STATUS: Final = Font(13)
_STATUS_ROOM: Final = 120.0
_UNKNOWN: Final = "--:--"


def draw_timer(canvas: Canvas, state: Fields, color: str, elapsed: float = 0) -> None:
    """Draw the body.

    Args:
        canvas: The canvas.
        state: The content state.
        color: The colour of the activity.
        elapsed: The seconds since the timer began, pauses left out.
    """
    counts_down, runs = state.flag("counts_down"), state.flag("is_running")
    duration = state.number("duration_seconds")
    duration = duration if duration is not None and duration > 0 else None
    elapsed = max(elapsed, 0) if duration is None else min(max(elapsed, 0), duration)
    if duration is None and counts_down:
        shown = _UNKNOWN  # the window that is there keeps running
    else:
        shown = clock(duration - elapsed if counts_down and duration is not None else elapsed)
    status = ("counts down" if counts_down else "counts up") if runs else "paused"
    canvas.text(shown, LEFT, canvas.y + 30, _FIGURE, ink(color) if runs else "second", room=ROOM - _STATUS_ROOM)
    canvas.text(status, RIGHT, canvas.y + 30, _STATUS, "second", anchor="end", room=_STATUS_ROOM)
    canvas.words.append(f"timer {shown}, {status}")
    canvas.y += 40
    if duration is not None:
        share = elapsed / duration
        canvas.bar(LEFT, canvas.y + 2, ROOM, 1 - share if counts_down else share, color if runs else "second", height=5)
        canvas.y += 8
