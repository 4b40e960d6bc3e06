"""Simple shapes that stand for common symbols. They are our own, and not those of Apple."""

from __future__ import annotations

import math

from liveschema.engine.record import Record

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final


def _circle(x: float, y: float, radius: float) -> str:
    arc = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{arc} {2 * radius:g} 0{arc} {-2 * radius:g} 0z"


def _star(points: int, outer: float, inner: float) -> str:
    corners = []
    for index in range(2 * points):
        radius, angle = (inner if index % 2 else outer), math.pi * index / points
        corners.append(f"{12 + radius * math.sin(angle):.2f} {12.5 - radius * math.cos(angle):.2f}")
    return f"M{'L'.join(corners)}z"


class Shape(Record):
    """A shape in a square of 24 points.

    Args:
        body: The path of an area, which is filled for a name with ``fill`` and else drawn as a line.
        lines: The path of what is always drawn as lines.
    """

    body: str = ""
    lines: str = ""


_RING: Final = _circle(12, 12, 9)
_HANDS: Final = "M12 7v5l3 2"

NEUTRAL: Final = Shape("M12 3.5l8.5 8.5l-8.5 8.5l-8.5 -8.5z")
"""The shape for a symbol that we have none for."""

SHAPES: Final = {
    "bolt": Shape("M13.5 2.5L5 13.5h6l-1 8l9 -11.5h-6.5z"),
    "checkmark": Shape(lines="M5.5 12.5l4.5 4.5l8.5 -10"),
    "xmark": Shape(lines="M6.5 6.5l11 11M17.5 6.5l-11 11"),
    "exclamationmark": Shape(lines="M12 6v7.5M12 17.4v.2"),
    "info": Shape(lines="M12 11v6M12 6.9v.2"),
    "questionmark": Shape(lines="M9 9.2a3 3 0 1 1 4.6 2.5q-1.6 1 -1.6 2.4M12 17.4v.2"),
    "plus": Shape(lines="M12 6v12M6 12h12"),
    "minus": Shape(lines="M6 12h12"),
    "clock": Shape(lines=_RING + _HANDS),
    "timer": Shape(lines=f"{_circle(12, 13.5, 7.5)}M12 9.5v4M10 3h4M12 3v3"),
    "stopwatch": Shape(lines=f"{_circle(12, 13.5, 7.5)}M12 9.5v4M10 3h4M12 3v3M18 6.5l1.2 1.2"),
    "hourglass": Shape("M7 4h10v3l-4 5l4 5v3h-10v-3l4 -5l-4 -5z"),
    "calendar": Shape(lines="M4 6.5h16v13.5h-16zM4 10.5h16M8 4v4M16 4v4"),
    "bell": Shape("M5.5 17q2 -2 2 -6a4.5 4.5 0 0 1 9 0q0 4 2 6z", "M10.5 20.5h3"),
    "cloud": Shape("M7 18.5a4 4 0 0 1 -.3 -8a5.5 5.5 0 0 1 10.6 -.9a4.5 4.5 0 0 1 .2 8.9z"),
    "server": Shape("M4 4.5h16v6h-16zM4 13.5h16v6h-16z"),
    "cpu": Shape("M7.5 7.5h9v9h-9z", "M10 4v3M14 4v3M10 17v3M14 17v3M4 10h3M4 14h3M17 10h3M17 14h3"),
    "memorychip": Shape("M4 8.5h16v7h-16z", "M7 18v2M10.3 18v2M13.7 18v2M17 18v2"),
    "internaldrive": Shape("M4 13h16v6h-16z", "M4 13l3 -7.5h10l3 7.5"),
    "cylinder": Shape("M5 6.5q7 -4.5 14 0v11q-7 4.5 -14 0z", "M5 6.5q7 4.5 14 0"),
    "network": Shape(lines=f"{_RING}M3 12h18M12 3q-8 9 0 18M12 3q8 9 0 18"),
    "wifi": Shape(lines="M4 10q8 -7.5 16 0M7.3 13.6q4.7 -4.4 9.4 0M12 18v.2"),
    "antenna": Shape(lines="M12 13v7M8.5 15.5a5 5 0 1 1 7 0M6 18a8.5 8.5 0 1 1 12 0"),
    "terminal": Shape(lines="M3.5 5h17v14h-17zM7 9.5l3 2.5l-3 2.5M12 15h4.5"),
    "chevron": Shape(lines="M9 6l6 6l-6 6"),
    "hammer": Shape("M4 8.5l4.5 -4.5h6l-2.5 2.5v2l-4 4z", "M11 10.5l8 8.5"),
    "wrench": Shape(lines="M19.5 7a4.8 4.8 0 0 1 -6.3 5.3L7 18.5l-2 -2l6.2 -6.2A4.8 4.8 0 0 1 16.5 4l-2.5 3l2 2z"),
    "gear": Shape(_star(8, 9.5, 7), _circle(12, 12.5, 2.6)),
    "shippingbox": Shape("M4 8l8 -4l8 4v8.5l-8 4l-8 -4z", "M4 8l8 4l8 -4M12 12v8.5"),
    "person": Shape(f"{_circle(12, 8, 4)}M4.5 20a7.5 7 0 0 1 15 0z"),
    "house": Shape("M3.5 12L12 4l8.5 8H18v8H6v-8z"),
    "building": Shape("M6 3.5h12v17h-12z", "M9.5 8h.2M14.3 8h.2M9.5 12h.2M14.3 12h.2"),
    "car": Shape(f"M3 16v-4l2 -5h14l2 5v4z{_circle(7, 17, 2)}{_circle(17, 17, 2)}"),
    "charger": Shape("M5 4h9v16.5h-9z", "M14 11h2.5v6a1.7 1.7 0 0 0 3.4 0v-7l-3 -3.5M3 20.5h13"),
    "fuelpump": Shape("M5 4h9v16.5h-9z", "M14 11h2.5v6a1.7 1.7 0 0 0 3.4 0v-7l-3 -3.5M3 20.5h13"),
    "airplane": Shape(
        "M12 2.5q1.5 0 1.5 3v4l7 4.5v2l-7 -2v4l2.5 2v1.5l-4 -1l-4 1v-1.5l2.5 -2v-4l-7 2v-2l7 -4.5v-4q0 -3 1.5 -3z"
    ),
    "cart": Shape(f"M6.5 7h14l-2 8h-10.5z{_circle(9.5, 19, 1.5)}{_circle(17, 19, 1.5)}", "M3 4h2.5l1 3"),
    "bag": Shape("M5 8h14l1 12.5h-16z", "M8.5 10.5v-3a3.5 3.5 0 0 1 7 0v3"),
    "creditcard": Shape(lines="M3 5.5h18v13h-18zM3 10h18M6.5 15h3"),
    "banknote": Shape(lines=f"M3 6.5h18v11h-18z{_circle(12, 12, 2.5)}"),
    "dollarsign": Shape(lines="M16 8q-1 -2.5 -4 -2.5q-4 0 -4 3t4 3.5t4 3.5t-4 3q-3.5 0 -4 -2.5M12 3v18"),
    "flame": Shape("M12.5 2.5q1 4 4 7t1.5 7.5a6.3 6.3 0 0 1 -12 -.5q-.5 -3.5 2.5 -6q.5 2.5 2 3q-.5 -6 2 -11z"),
    "drop": Shape("M12 3q6.5 7.5 6.5 11.5a6.5 6.5 0 0 1 -13 0q0 -4 6.5 -11.5z"),
    "leaf": Shape("M4.5 19q-2 -13 15.5 -15q.5 15 -11 14.5z"),
    "heart": Shape("M12 20.5q-9 -6 -9 -11.5a4.6 4.6 0 0 1 9 -1.5a4.6 4.6 0 0 1 9 1.5q0 5.5 -9 11.5z"),
    "star": Shape(_star(5, 9.5, 4)),
    "sun": Shape(
        _circle(12, 12, 4.2),
        "M12 3v1.5M12 19.5v1.5M3 12h1.5M19.5 12h1.5M5.6 5.6l1 1M17.4 17.4l1 1M18.4 5.6l-1 1M6.6 17.4l-1 1",
    ),
    "moon": Shape("M19.5 14.5a8.5 8.5 0 1 1 -10 -10.5a7 7 0 0 0 10 10.5z"),
    "play": Shape("M7.5 5l11.5 7l-11.5 7z"),
    "pause": Shape("M7 5.5h3.5v13h-3.5zM13.5 5.5h3.5v13h-3.5z"),
    "stop": Shape("M6.5 6.5h11v11h-11z"),
    "chart": Shape("M4.5 12.5h4v7.5h-4zM10 7h4v13h-4zM15.5 3.5h4v16.5h-4z"),
    "gauge": Shape(lines="M5 18.5a9 9 0 1 1 14 0M12 14l4 -4.5"),
    "speedometer": Shape(lines="M5 18.5a9 9 0 1 1 14 0M12 14l4 -4.5"),
    "doc": Shape("M6 3h8l4.5 4.5v13.5h-12.5z"),
    "folder": Shape("M3 6h6.5l2 2.5h9.5v11h-18z"),
    "tray": Shape("M4 13h5l1 2.5h4l1 -2.5h5v7h-16z", "M4 13l3 -8h10l3 8"),
    "archivebox": Shape("M3 4.5h18v4.5h-18zM4.5 10.5h15v9.5h-15z"),
    "printer": Shape("M4 9h16v7.5h-16z", "M7.5 9v-5h9v5M7.5 14h9v6.5h-9z"),
    "lock": Shape("M5.5 10.5h13v10h-13z", "M8.5 10.5v-3a3.5 3.5 0 0 1 7 0v3"),
    "key": Shape(lines=f"{_circle(8, 15.5, 4)}M11 12.5l8.5 -8.5M16 7.5l3 3"),
    "shield": Shape("M12 3l8 3q.5 11 -8 15q-8.5 -4 -8 -15z"),
    "battery": Shape("M3 8h15.5v8h-15.5z", "M21 10.7v2.6"),
    "envelope": Shape(lines="M3 6h18v12.5h-18zM3.5 6.5l8.5 7l8.5 -7"),
    "paperplane": Shape("M3 11.5l18 -8l-6 17.5l-4 -6.5z"),
    "message": Shape("M4 4.5h16v12h-9l-4.5 4v-4h-2.5z"),
    "bubble": Shape("M4 4.5h16v12h-9l-4.5 4v-4h-2.5z"),
    "phone": Shape("M7 3l3 5l-2 2.5q1.5 3.5 5.5 5.5l2.5 -2l5 3q-1 4 -4.5 4q-11.5 -2 -13.5 -13.5q0 -3.5 4 -4.5z"),
    "cup": Shape("M5 7h12v9.5q0 3.5 -3.5 3.5h-5q-3.5 0 -3.5 -3.5z", "M17 9.5h3.5v5h-3.5"),
    "fork": Shape(lines="M6 3.5v5.5q0 2 2 2t2 -2v-5.5M8 11v9.5M17.5 20.5v-17q-4 3.5 -3.5 9.5h3.5"),
    "testtube": Shape("M9 3.5h6v14a3 3 0 0 1 -6 0z"),
    "flag": Shape("M6 4.5q3.5 -2 7 0t6 0v8.5q-3 2 -6 0t-7 0z", "M6 4v16.5"),
    "tag": Shape("M4 4h8l8.5 8.5l-8 8l-8.5 -8.5z"),
    "location": Shape("M20.5 3.5l-7 17l-2.5 -7.5l-7.5 -2.5z"),
    "mappin": Shape("M12 21.5q-7 -8 -7 -12a7 7 0 0 1 14 0q0 4 -7 12z"),
    "eye": Shape(lines=f"M2.5 12q9.5 -11 19 0q-9.5 11 -19 0z{_circle(12, 12, 2.5)}"),
    "magnifyingglass": Shape(lines=f"{_circle(10.5, 10.5, 6)}M15 15l5.5 5.5"),
    "music": Shape(f"{_circle(7.5, 17.5, 2.5)}{_circle(17, 15.5, 2.5)}", "M10 17.5v-11.5l9.5 -2v11.5"),
    "trash": Shape("M6 8h12l-1 12.5h-10z", "M4 6h16M9.5 5.5v-2h5v2"),
    "circle": Shape(_RING),
}  # fmt: skip
"""By a part of the name of a symbol: its shape."""

HEADS: Final = {
    "up": "M7 9l5 -5l5 5M12 4v16",
    "down": "M7 15l5 5l5 -5M12 20v-16",
    "left": "M9 7l-5 5l5 5M4 12h16",
    "right": "M15 7l5 5l-5 5M20 12h-16",
    "clockwise": "M19 12a7 7 0 1 1 -2.5 -5.4M17.5 2.5v4.5h-4.5",
    "counterclockwise": "M5 12a7 7 0 1 0 2.5 -5.4M6.5 2.5v4.5h4.5",
    "triangle": "M5 10.5a7.2 7.2 0 0 1 13.5 -1M19 4.5v5h-5M19 13.5a7.2 7.2 0 0 1 -13.5 1M5 19.5v-5h5",
    "branch": "M7 20v-16M7 14q10 0 10 -6.5M13.5 10.5l3.5 -3.5l3.5 3.5",
}
"""The arrows by the word after ``arrow``; one of other words points to the right."""
AROUND: Final = {
    "circle": _RING,
    "square": "M6.5 3.5h11a3 3 0 0 1 3 3v11a3 3 0 0 1 -3 3h-11a3 3 0 0 1 -3 -3v-11a3 3 0 0 1 3 -3z",
    "triangle": "M12 3l10 17.5h-20z",
    "seal": _star(10, 10, 8.4),
    "octagon": "M8.3 3h7.4l5.3 5.3v7.4l-5.3 5.3h-7.4l-5.3 -5.3v-7.4z",
}
"""What a line drawing stands in, by the word for it in the name of a symbol."""
SLASH: Final = "M4 3.5l16 17"
