"""The body of a progress activity: a bar, its percentage, and the value out of its limit."""

from __future__ import annotations

from liveschema.preview.canvas import LEFT, RIGHT, ROOM, Canvas
from liveschema.preview.figures import figure
from liveschema.preview.measure import ELLIPSIS, Font

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_FIGURE: Final = Font(15, 600, tabular=True)
_SMALL: Final = Font(13, tabular=True)
_ROOM_FOR_FIGURE: Final = 54.0


def draw_progress(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the body; ``percentage`` takes precedence, as in the service."""
    share = _share(state)
    if share is None and not any(state.is_unknown(name) for name in ("percentage", "value", "upper_limit")):
        return
    shown = ELLIPSIS if share is None else f"{round(share * 100)}%"
    canvas.bar(LEFT, canvas.y + 4, ROOM - _ROOM_FOR_FIGURE, share or 0, color)
    canvas.text(shown, RIGHT, canvas.y + 13.3, _FIGURE, anchor="end", room=_ROOM_FOR_FIGURE)
    canvas.words.append(f"progress {shown}")
    canvas.y += 16
    value, limit = state.number("value"), state.number("upper_limit")
    if value is not None and limit is not None and state.number("percentage") is None:
        amount = f"{figure(value)} of {figure(limit)}"
        canvas.text(amount, LEFT, canvas.y + 14, _SMALL, "second")
        canvas.words.append(amount)
        canvas.y += 18


def _share(state: Fields) -> float | None:
    """Return how much of the bar is full, from 0 to 1; None if it is not known."""
    percentage, value, limit = (state.number(name) for name in ("percentage", "value", "upper_limit"))
    if percentage is not None:
        return _bounded(percentage / 100)
    if "percentage" in state or value is None or limit is None or limit <= 0:
        return None
    return _bounded(value / limit)


def _bounded(share: float) -> float:
    return min(max(share, 0.0), 1.0)
