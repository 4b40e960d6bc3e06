"""The symbol of a card: the shape for its name, on a ground of its colour."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.preview.colors import soft
from liveschema.preview.shapes import AROUND, HEADS, NEUTRAL, SHAPES, SLASH, Shape

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.canvas import Canvas

SIZE: Final = 40.0
"""The width and the height of a symbol with its ground."""
_ROUND: Final = 11.0
_INSET: Final = 8.0
_ARROW: Final = "arrow"
_MOST_PARTS: Final = 12
"""The most parts of a name that are looked at."""


def _parts(symbol: str) -> list[str]:
    return symbol.split(".", _MOST_PARTS)


def shape_of(symbol: str) -> Shape:
    """Return the shape for a symbol, by the first part of its name that has one.

    Args:
        symbol: The name of a symbol, such as ``bolt.fill``.
    """
    parts = _parts(symbol)
    if _ARROW in parts:
        return Shape(lines=next((HEADS[part] for part in reversed(parts) if part in HEADS), HEADS["right"]))
    return next((SHAPES[part] for part in parts if part in SHAPES), NEUTRAL)


def draw_symbol(canvas: Canvas, symbol: str, color: str, x: float, y: float) -> None:
    """Draw a symbol on its ground.

    Args:
        canvas: The canvas.
        symbol: The name of the symbol.
        color: Its colour.
        x: The left end.
        y: The upper end.
    """
    canvas.box(x, y, SIZE, SIZE, soft(color), radius=_ROUND)
    parts, shape = _parts(symbol), shape_of(symbol)
    filled = "fill" in parts
    around = next((AROUND[part] for part in parts if part in AROUND and not (_ARROW in parts and part in HEADS)), None)
    pen = _Pen(canvas, color, x + _INSET, y + _INSET)
    if around is not None and shape.lines and not shape.body:
        pen.draw(around, filled=filled)
        low = 2.5 if "triangle" in parts else 0.0  # which has more room below
        canvas.shape(shape.lines, pen.x + 4.2, pen.y + 4.2 + low, 0.65, stroke="card" if filled else color)
    else:
        pen.draw(shape.body, filled=filled)
        pen.draw(shape.lines)
    if "slash" in parts:
        pen.draw(SLASH)


class _Pen(Record):
    """What draws the paths of one symbol.

    Args:
        canvas: The canvas.
        color: The colour.
        x: The left end of the paths.
        y: Their upper end.
    """

    canvas: Canvas
    color: str
    x: float
    y: float

    def draw(self, path: str, *, filled: bool = False) -> None:
        """Draw a path as an area or as a line, or nothing if it is empty."""
        if path:
            paints = (self.color, None) if filled else (None, self.color)
            self.canvas.shape(path, self.x, self.y, 1, fill=paints[0], stroke=paints[1])
