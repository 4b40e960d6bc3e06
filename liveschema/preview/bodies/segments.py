"""The body of a segmented progress activity: a bar of segments, and how many of them are complete."""

from __future__ import annotations

from liveschema.preview.canvas import LEFT, RIGHT, ROOM, Canvas
from liveschema.preview.fields import Fields, color_of
from liveschema.preview.figures import figure
from liveschema.preview.measure import ELLIPSIS, Font

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_FIGURE: Final = Font(15, 600, tabular=True)
_HEIGHT: Final = 10.0
_GAP: Final = 5.0
_MOST: Final = 30
"""The most segments that can be told apart; more are drawn as one bar."""
_LEAST_ROOM_FOR_FIGURE: Final = 58.0
_MOST_ROOM_FOR_FIGURE: Final = ROOM / 2
_BESIDE: Final = 6.0
"""The least room between the bar and the figure."""


def draw_segments(canvas: Canvas, state: Fields, color: str) -> None:
    """Draw the body; a bar is drawn only if the number of steps is known."""
    step, number = state.count("current_step"), state.count("number_of_steps")
    shown = " / ".join(_figure(state, name) for name in ("current_step", "number_of_steps") if name in state)
    if not shown:
        return
    font = _FIGURE.fitting(shown, _MOST_ROOM_FOR_FIGURE)
    room_for_figure = max(font.width(shown) + _BESIDE, _LEAST_ROOM_FOR_FIGURE)
    top, room = canvas.y, ROOM - room_for_figure
    if not number:
        canvas.box(LEFT, top + 3, room, _HEIGHT, "track", radius=_HEIGHT / 2)
    elif number > _MOST:
        canvas.bar(LEFT, top + 3, room, min((step or 0) / number, 1), color, height=_HEIGHT)
    else:
        _draw_each(canvas, top + 3, (room - _GAP * (number - 1)) / number, _paints(state, step or 0, number, color))
    canvas.text(shown, RIGHT, top + 13.3, font, anchor="end", room=room_for_figure)
    canvas.words.append(f"step {shown.replace('/', 'of')}")
    canvas.y += 16


def _figure(state: Fields, name: str) -> str:
    number = state.count(name)
    return ELLIPSIS if number is None else figure(number)


def _draw_each(canvas: Canvas, top: float, width: float, paints: list[str]) -> None:
    for index, paint in enumerate(paints):
        x = LEFT + index * (width + _GAP)
        canvas.box(x, top, width, _HEIGHT, paint, radius=min(_HEIGHT, width) / 2)


def _paints(state: Fields, step: int, number: int, color: str) -> list[str]:
    """Return the paint of each segment: of a complete one its own colour, that of the current step, or that of all."""
    own = [color_of(each) for each in state.items("step_colors")[:number]]
    paints = []
    for index in range(number):
        current = state.color("step_color") if index == step - 1 else None
        given = own[index] if index < len(own) else None
        paints.append((given or current or color) if index < step else "track")
    return paints
