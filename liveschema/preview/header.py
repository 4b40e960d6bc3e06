"""The upper part of a card: the symbol, the title, the subtitle and the badge."""

from __future__ import annotations

from liveschema.preview.canvas import LEFT, RIGHT, Canvas
from liveschema.preview.colors import ink, soft
from liveschema.preview.icons import SIZE, draw_symbol
from liveschema.preview.measure import Font, cut, is_right_to_left, one_line

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_TITLE: Final = Font(17, 600)
_SUBTITLE: Final = Font(14)
_BADGE: Final = Font(12, 600)

_UNTITLED: Final = "Without a title"
_GAP: Final = 12.0
_WIDEST_BADGE: Final = 110.0


def draw_header(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the header of a card; a text from right to left begins at the right end of its room.

    Args:
        canvas: The canvas.
        state: The content state.
        color: The colour of the activity.
    """
    top, x = canvas.y, LEFT
    title, subtitle = (one_line(state.text(name) or "") for name in ("title", "subtitle"))
    icon = state.object("icon")
    symbol = icon.text("symbol") if icon else None
    if icon and symbol:
        draw_symbol(canvas, symbol, icon.color("color") or color, x, top)
        x += SIZE + _GAP
    room = RIGHT - x - _draw_badge(canvas, state, color, RIGHT, top)
    if title and subtitle:
        _draw_text(canvas, title, x, top + 16, _TITLE, "text", room)
        _draw_text(canvas, subtitle, x, top + 35, _SUBTITLE, "second", RIGHT - x)  # below the badge
        canvas.words.append(subtitle)
    else:
        paint = "text" if title else "second"
        _draw_text(canvas, title or subtitle or _UNTITLED, x, top + (26 if symbol else 17), _TITLE, paint, room)
    canvas.y = top + (SIZE if symbol or (title and subtitle) else 22)


def _draw_text(canvas: Canvas, text: str, x: float, baseline: float, font: Font, paint: str, room: float) -> None:  # noqa: PLR0913, PLR0917 - where and how
    if is_right_to_left(text):
        canvas.text(text, x + room, baseline, font, paint, room=room, anchor="end")
    else:
        canvas.text(text, x, baseline, font, paint, room=room)


def _draw_badge(canvas: Canvas, state: Fields, color: str, end: float, top: float) -> float:
    """Draw the badge at the right end, and return the width that it takes."""
    badge = state.object("badge")
    title = cut((badge.text("title") if badge else None) or "", _WIDEST_BADGE, _BADGE)
    if badge is None or not title:
        return 0.0
    paint = badge.color("color") or color
    width = _BADGE.width(title) + 18
    canvas.box(end - width, top, width, 22, soft(paint), radius=11)
    canvas.text(title, end - width / 2, top + 15.3, _BADGE, ink(paint), anchor="middle")
    canvas.words.append(f"badge {title}")
    return width + _GAP


def title_of(state: Fields) -> str:
    """Return the title of the picture."""
    title = one_line(state.text("title") or "")
    return f"Live Activity: {title}" if title else "Live Activity without a title"
