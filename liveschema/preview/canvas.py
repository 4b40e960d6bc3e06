"""The canvas of a card, on which shapes and texts are drawn from top to bottom."""

from __future__ import annotations

from liveschema.preview.colors import PAINTS
from liveschema.preview.markup import attributes, escaped
from liveschema.preview.measure import Font, cut, is_right_to_left

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

WIDTH: Final = 364.0
"""The width of a card in points."""
MARGIN: Final = 2.0
"""The space around the card."""
PADDING: Final = 18.0
LEFT: Final = MARGIN + PADDING
RIGHT: Final = WIDTH - MARGIN - PADDING
ROOM: Final = RIGHT - LEFT
"""The width of what is on the card."""

_ANCHORS: Final = {("start", True): "end", ("end", True): "start"}
"""The anchors of a text from right to left, which begins at its right end."""


class Canvas:
    """The canvas of a card.

    Args:
        theme: The theme, one of `colors.THEMES`.

    Attributes:
        y: Where the next part of the card begins.
        words: What the card says, for those who cannot see it.
    """

    def __init__(self, theme: str) -> None:
        self.y: float = MARGIN + PADDING
        self.words: list[str] = []
        self._theme = theme
        self._parts: list[str] = []
        self._rules: dict[str, str] = {}

    def text(  # noqa: PLR0913 - where and how
        self,
        text: str,
        x: float,
        baseline: float,
        font: Font,
        paint: str = "text",
        *,
        room: float = ROOM,
        anchor: str = "start",
    ) -> None:
        """Draw a text on one line, cut to its room, with its beginning, middle or end at ``x``."""
        shown = cut(text, room, font)
        if not shown:
            return
        backwards = is_right_to_left(shown)
        anchor = _ANCHORS.get((anchor, backwards), anchor)
        look = attributes(
            font_size=font.size,
            font_weight=None if font.weight == 400 else font.weight,  # noqa: PLR2004 - the default
            style="font-variant-numeric:tabular-nums" if font.tabular else None,
            text_anchor=None if anchor == "start" else anchor,
            direction="rtl" if backwards else None,
        )
        where = attributes(x=x, y=baseline)
        self._parts.append(f"<text{where}{look}{self._paint(fill=paint)}>{escaped(shown)}</text>")

    def box(  # noqa: PLR0913 - where and how
        self, x: float, y: float, width: float, height: float, paint: str, *, radius: float = 0, edge: str | None = None
    ) -> None:
        """Draw a box with rounded corners."""
        where = attributes(x=x, y=y, width=width, height=height, rx=radius or None)
        paints = self._paint(fill=paint) if edge is None else self._paint(fill=paint, stroke=edge)
        self._parts.append(f"<rect{where}{paints}/>")

    def shape(  # noqa: PLR0913 - where and how
        self, path: str, x: float, y: float, scale: float, *, fill: str | None = None, stroke: str | None = None
    ) -> None:
        """Draw a path that is made for a square of 24 points, as an area or, with ``stroke``, as a line."""
        place = attributes(transform=f"translate({x:g} {y:g}) scale({scale:g})", d=path)
        if stroke is None:
            paints = self._paint(fill=fill or "text")
        else:
            pen = attributes(stroke_width=2, stroke_linecap="round", stroke_linejoin="round")
            paints = f'{self._paint(stroke=stroke)}{pen} fill="none"'
        self._parts.append(f"<path{place}{paints}/>")

    def bar(self, x: float, y: float, width: float, share: float, paint: str, *, height: float = 8) -> None:  # noqa: PLR0913 - where and how
        """Draw a bar of which a share, from 0 to 1, is full."""
        self.box(x, y, width, height, "track", radius=height / 2)
        if share > 0:
            self.box(x, y, max(width * share, height), height, paint, radius=height / 2)

    def svg(self, height: float, title: str, ids: str) -> str:
        """Return what is drawn as a document of its own.

        Args:
            height: The height of the picture.
            title: What it is a picture of.
            ids: The beginning of the ids in the document.
        """
        size = attributes(viewBox=f"0 0 {WIDTH:g} {height:g}", width=WIDTH, height=height)
        names = attributes(role="img", aria_labelledby=f"{ids}-title {ids}-desc", font_family=_FONTS)
        style = "".join(f".{name}{{{rule}}}" for name, rule in self._rules.items())
        return "".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg"{size}{names}>\n',
                f"<title{attributes(id=f'{ids}-title')}>{escaped(title)}</title>\n",
                f"<desc{attributes(id=f'{ids}-desc')}>{escaped('; '.join(self.words))}</desc>\n",
                f"<style>@media (prefers-color-scheme:dark){{{style}}}</style>\n" if style else "",
                *(f"{part}\n" for part in self._parts),
                "</svg>\n",
            ]
        )

    def beneath(self, height: float) -> None:
        """Draw the ground of the card beneath what is there, from its top to a height."""
        parts, self._parts = self._parts, []
        ground = (MARGIN, MARGIN, WIDTH - 2 * MARGIN, height - MARGIN)
        self.box(*ground, "card", radius=24, edge="edge")
        self._parts += parts

    def _paint(self, **paints: str) -> str:
        """Return the attributes for the paints of an element, by ``fill`` and ``stroke``."""
        if self._theme == "auto":
            names = {role: f"ls-{role}-{name}" for role, name in paints.items()}
            self._rules |= {names[role]: f"{role}:{PAINTS[name][1]}" for role, name in paints.items()}
            return attributes(
                class_=" ".join(names.values()), **{role: PAINTS[name][0] for role, name in paints.items()}
            )
        index = 1 if self._theme == "dark" else 0
        return attributes(**{role: PAINTS[name][index] for role, name in paints.items()})


_FONTS: Final = (
    "-apple-system, BlinkMacSystemFont, 'SF Pro Text', 'Helvetica Neue', 'Segoe UI', Roboto, Arial, 'Noto Sans', "
    "sans-serif, 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji'"
)
