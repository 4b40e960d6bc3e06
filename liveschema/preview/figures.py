"""Numbers and durations as a card shows them."""

from __future__ import annotations

from liveschema.preview.markup import decimal

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_SIGNS: Final = "%‰°/"
_HUGE: Final = 1e12
_MINUTE: Final = 60
_HOUR: Final = 3600
_LONGEST: Final = 1000 * _HOUR
"""The shortest duration for which a clock has no room."""


def figure(value: float) -> str:
    """Return a number with at most two decimals, or as a power of ten if it is huge.

    Args:
        value: A finite number.
    """
    return f"{value:.3g}" if abs(value) >= _HUGE else decimal(value)


def with_unit(text: str, unit: str | None) -> str:
    """Return a figure with its unit, which stands directly behind it only if it is a sign such as ``%`` or ``/s``."""
    if not unit:
        return text
    return f"{text}{unit}" if unit[0] in _SIGNS else f"{text} {unit}"


def clock(seconds: float) -> str:
    """Return a duration as a timer shows it: ``4:05`` or ``1:30:00``, and ``999:59:59+`` for all that is longer.

    Args:
        seconds: The duration, 0 or more.
    """
    if seconds >= _LONGEST:
        return f"{clock(_LONGEST - 1)}+"
    minutes, left = divmod(int(seconds), _MINUTE)
    if seconds < _HOUR:
        return f"{minutes}:{left:02}"
    return f"{minutes // _MINUTE}:{minutes % _MINUTE:02}:{left:02}"


def spoken(amount: float, unit: str) -> str:
    """Return an amount with its unit: ``1 minute``, ``3 minutes``."""
    return f"{figure(amount)} {unit}{'' if amount == 1 else 's'}"
