"""The colours of the cards, in light and in dark."""

from __future__ import annotations

from liveschema.contract.vocabulary import Color

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

THEMES: Final = ("auto", "light", "dark")
"""The themes: ``auto`` follows the settings of the reader, and is light where nothing says what they are."""

TINTS: Final = {
    Color.LIME: ("#9ccc1e", "#b4e33d", "#557300"),
    Color.GREEN: ("#34c759", "#30d158", "#1c7a34"),
    Color.CYAN: ("#32ade6", "#64d2ff", "#0b6f9c"),
    Color.BLUE: ("#0a7aff", "#0a84ff", "#0058d0"),
    Color.PURPLE: ("#af52de", "#bf5af2", "#8a2fbd"),
    Color.MAGENTA: ("#ff2d95", "#ff4fa8", "#c4106a"),
    Color.RED: ("#ff3b30", "#ff453a", "#c9170d"),
    Color.ORANGE: ("#ff9500", "#ff9f0a", "#a85400"),
    Color.YELLOW: ("#ffcc00", "#ffd60a", "#806600"),
    Color.GRAY: ("#8e8e93", "#98989d", "#5f5f64"),
}
"""By colour of the service: the tint in light and in dark, and the ink in light, which can be read on white."""
DEFAULT: Final = Color.BLUE
"""The colour that is drawn if the payload has none."""

_CARD: Final = ("#ffffff", "#1c1c1e")
_SOFT: Final = 0.16
"""How much of its tint the ground behind a symbol, a badge or a button has."""
_SURFACES: Final = {
    "card": _CARD,
    "edge": ("#d8d8dd", "#3a3a3c"),
    "tile": ("#f2f2f7", "#2c2c2e"),
    "track": ("#e3e3e8", "#3a3a3c"),
    "text": ("#0b0b0c", "#ffffff"),
    "second": ("#6a6a70", "#a1a1a8"),
    "note": ("#77777d", "#8e8e93"),
}


def _mixed(tint: str, ground: str, share: float) -> str:
    """Return the colour that a tint has on a ground if it covers a share of it."""
    pairs = zip(bytes.fromhex(tint[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + bytes(round(over * share + under * (1 - share)) for over, under in pairs).hex()


def soft(color: str) -> str:
    """Return the name of the ground behind a symbol, a badge or a button of a colour."""
    return f"{color}-soft"


def ink(color: str) -> str:
    """Return the name of a colour for texts."""
    return f"{color}-ink"


PAINTS: Final[dict[str, tuple[str, str]]] = {
    **_SURFACES,
    **{str(color): (light, dark) for color, (light, dark, _) in TINTS.items()},
    **{
        soft(color): (_mixed(light, _CARD[0], _SOFT), _mixed(dark, _CARD[1], _SOFT + 0.06))
        for color, (light, dark, _) in TINTS.items()
    },
    **{ink(color): (in_light, dark) for color, (_, dark, in_light) in TINTS.items()},
}
"""By name: the paint in light and in dark."""
