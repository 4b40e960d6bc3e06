"""Helpers for the tests of pictures: payloads, and what a picture has in it."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from liveschema.preview.canvas import Canvas
from liveschema.preview.fields import Fields

SVG = "{http://www.w3.org/2000/svg}"

OPEN: dict[str, Any] = {"title": "Open", "type": "open_url", "url": "https://ci.example.com/run/7"}
RERUN: dict[str, Any] = {"title": "Run again", "type": "webhook", "url": "https://ci.example.com/run"}
STATES: dict[str, dict[str, Any]] = {
    "segmented_progress": {
        "title": "Release 2.4",
        "subtitle": "Run the migrations",
        "number_of_steps": 4,
        "current_step": 3,
        "color": "green",
        "step_color": "orange",
        "icon": {"symbol": "hammer.fill", "color": "orange"},
        "badge": {"title": "LIVE", "color": "red"},
    },
    "progress": {
        "title": "EV charging",
        "subtitle": "Garage, 11 kW",
        "value": 32.5,
        "upper_limit": 60,
        "color": "green",
        "icon": {"symbol": "bolt.fill"},
    },
    "metrics": {
        "title": "web-1",
        "subtitle": "eu-central",
        "icon": {"symbol": "server.rack"},
        "metrics": [
            {"label": "CPU", "value": 27, "unit": "%", "color": "cyan"},
            {"label": "Memory", "value": 61, "unit": "%", "color": "purple"},
        ],
    },
    "stats": {
        "title": "Sales of the hour",
        "icon": {"symbol": "cart.fill", "color": "magenta"},
        "metrics": [
            {"label": "Orders", "value": 128},
            {"label": "Revenue", "value": "$4,210", "color": "green"},
            {"label": "Returns", "value": 3, "color": "red"},
            {"label": "Visitors", "value": 18211},
            {"label": "Wait", "value": 4, "unit": "min"},
        ],
    },
    "alert": {
        "title": "Deploy",
        "subtitle": "web",
        "message": "Waiting for approval",
        "color": "yellow",
        "icon": {"symbol": "exclamationmark.triangle.fill"},
        "badge": {"title": "Action needed"},
    },
    "timer": {"title": "Pasta", "duration_seconds": 660, "color": "orange", "icon": {"symbol": "timer"}},
    "value": {
        "title": "Visitors now",
        "subtitle": "shop.example.com",
        "value": "12,480",
        "color": "purple",
        "icon": {"symbol": "person.2.fill"},
        "badge": {"title": "+12%", "color": "green"},
    },
}
"""A content state of each type, without the type."""
BUTTONED = {"segmented_progress", "alert", "progress", "value"}


def payload(kind: str, **fields: Any) -> dict[str, Any]:
    """Return a stream request of a type."""
    buttons = {"action": OPEN, **({"secondary_action": RERUN} if kind in BUTTONED else {})}
    return {"content_state": {**STATES[kind], "type": kind, **fields}, **buttons}


def texts(svg: str) -> list[str]:
    """Return the texts that a picture shows."""
    return ["".join(each.itertext()) for each in parsed(svg).iter(f"{SVG}text")]


def described(svg: str) -> tuple[str, str]:
    """Return the title and the description of a picture."""
    title, desc = (parsed(svg).findtext(f"{SVG}{name}") or "" for name in ("title", "desc"))
    return title, desc


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own picture


class Drawn:
    """What a part of a card draws.

    Args:
        draw: The function of the part.
        state: The content state.
        more: Further arguments of the function.
    """

    def __init__(self, draw: Any, state: dict[str, Any], *more: Any) -> None:
        self.canvas = Canvas("light")
        self.top = self.canvas.y
        draw(self.canvas, Fields(state), *more)
        self.svg = self.canvas.svg(100, "x", "x")

    @property
    def height(self) -> float:
        return self.canvas.y - self.top

    @property
    def texts(self) -> list[str]:
        return texts(self.svg)

    @property
    def words(self) -> list[str]:
        return self.canvas.words

    @property
    def boxes(self) -> list[tuple[float, str]]:
        """The width and the paint of each box."""
        return [(float(each.attrib["width"]), each.attrib["fill"]) for each in parsed(self.svg).iter(f"{SVG}rect")]
