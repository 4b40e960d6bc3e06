"""The width of texts, estimated without a font, and texts that are cut or broken into lines to fit."""

from __future__ import annotations

import unicodedata
from itertools import chain

from liveschema.engine.record import Record, evolve
from liveschema.preview.clusters import clusters
from liveschema.preview.markup import REPLACEMENT, legal

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

ELLIPSIS: Final = "…"
_ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_EMOJI, _WIDE, _CAPITAL, _OTHER, _JOINED = 1.3, 1.0, 0.72, 0.6, 0.48
"""The widths of other characters; those from right to left are narrow, and joined in Arabic."""
_BOLD: Final = 1.06
"""How much wider a bold text is."""
_CHARS_BY_WIDTH: Final = {
    0.26: "ijl|'",
    0.31: " !,./:;I[\\]ft",
    0.36: '"()*-`r{}',
    0.52: "Jckszvxy^",
    0.58: "#$+0123456789<=>?L_abdeghnopqu~FT",
    0.69: "&ABEKPSVXYZ",
    0.76: "CDHNRUGOQw",
    0.88: "%Mm",
    1.0: "@W",
}
"""The widths of the characters in ASCII, in parts of the size of the font, rounded up from common fonts."""
_WIDTHS: Final = {char: width for width, chars in _CHARS_BY_WIDTH.items() for char in chars} | {
    ELLIPSIS: 1.0,
    REPLACEMENT: 1.0,
}


class Font(Record):
    """The font of a text.

    Args:
        size: The size in points.
        weight: The weight, from 100 to 900.
        tabular: Whether all digits have the same width.
    """

    size: float
    weight: int = 400
    tabular: bool = False

    def width(self, text: str) -> float:
        """Return the estimated width of a text in points."""
        return sum(map(self.width_of, clusters(text)))

    def width_of(self, cluster: str) -> float:
        """Return the estimated width of one character, as `clusters` has it."""
        return _width(cluster) * self.size * (_BOLD if self.weight >= 600 else 1)  # noqa: PLR2004 - semibold

    def fitting(self, text: str, room: float) -> Font:
        """Return the font, made smaller if a text has no room otherwise."""
        width = self.width(text)
        return self if width <= room else evolve(self, size=int(self.size * room / width * 10) / 10)


def _width(cluster: str) -> float:
    """Return the width of a character in parts of the size of the font."""
    known = _WIDTHS.get(cluster)
    if known is not None:
        return known
    char = cluster[0]
    category = unicodedata.category(char)
    if category in _ZERO_WIDTH:
        return 0.0
    if char >= "\U0001f000" or "\ufe0f" in cluster:
        return _EMOJI
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    if unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
        return _JOINED
    return _CAPITAL if category == "Lu" else _WIDTHS.get(char, _OTHER)


def one_line(text: str) -> str:
    """Return a text that XML can hold, with one space in place of each run of white space, and none at its ends."""
    return legal(" ".join(text.split()))


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text belongs to a script that is written from right to left."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False


def cut(text: str, room: float, font: Font) -> str:
    """Return a text on one line, with an ellipsis in place of what has no room.

    Args:
        text: The text.
        room: The width that there is.
        font: The font.
    """
    line, rest = _first_line(clusters(one_line(text)), room, font)
    return _with_ellipsis(line, room, font) if rest else "".join(line)


def lines(text: str, room: float, font: Font, most: int) -> list[str]:
    """Break a text into lines, between words if possible.

    Args:
        text: The text. Its own line ends are kept.
        room: The width that there is.
        font: The font.
        most: The most lines; the last one has an ellipsis if there are more.

    Returns:
        The lines, without those that are empty.
    """
    broken: list[str] = []
    for paragraph in text.splitlines():
        pieces = clusters(one_line(paragraph))
        held: list[str] = []
        is_more = True
        while is_more:
            line, held = _first_line(chain(held, pieces), room, font)
            is_more = bool(held)
            if is_more:
                line, held = _at_break(line, held)
            if "".join(line).strip():
                broken.append("".join(line).strip())
            if len(broken) > most:
                last = [*clusters(broken[most - 1])]
                return [*broken[: most - 1], _with_ellipsis(last, room, font)]
    return broken


def _first_line(pieces: Iterator[str], room: float, font: Font) -> tuple[list[str], list[str]]:
    """Return the characters that have room, at least one, and the first one that has none."""
    line: list[str] = []
    used = 0.0
    for cluster in pieces:
        used += font.width_of(cluster)
        if used > room and line:
            return line, [cluster]
        line.append(cluster)
    return line, []


def _at_break(line: list[str], held: list[str]) -> tuple[list[str], list[str]]:
    """Move the beginning of a word that has no room to the next line, unless the word is as long as the line."""
    if held == [" "]:
        return line, held
    for index in range(len(line), 0, -1):
        if line[index - 1] == " " or _is_ideograph(line[index - 1]):
            return line[:index], [*line[index:], *held]
    return line, held


def _is_ideograph(cluster: str) -> bool:
    return unicodedata.east_asian_width(cluster[0]) in "WF"


def _with_ellipsis(line: list[str], room: float, font: Font) -> str:
    """Return characters with an ellipsis at their end, without those that leave no room for it."""
    used = sum(map(font.width_of, line)) + font.width_of(ELLIPSIS)
    kept = [*line]
    while kept and (used > room or kept[-1] == " "):
        used -= font.width_of(kept.pop())
    return "".join([*kept, ELLIPSIS])
