"""The metrics of a payload, as far as they can be used."""

from __future__ import annotations

from collections.abc import Mapping

from liveschema.engine.record import Record
from liveschema.preview.fields import Fields
from liveschema.preview.figures import figure, with_unit
from liveschema.preview.measure import ELLIPSIS, Font, one_line

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_SMALLEST: Final = 0.7
"""How much smaller a figure may be, so that its unit stays."""
_IN_NUMBERS: Final = "0123456789.,:+-% "
_LONGEST_NUMBER: Final = 16


class Reading(Record):
    """One metric.

    Args:
        label: What is measured.
        amount: The value, as it is shown.
        figure: The value with its unit.
        number: The value; None for one that is a text, or not known.
        color: The colour; None if it has none.
    """

    label: str
    amount: str
    figure: str
    number: float | None
    color: str | None

    @property
    def words(self) -> str:
        """The label and the figure."""
        return f"{self.label} {self.figure}".strip()

    def fitted(self, room: float, font: Font) -> tuple[str, Font]:
        """Return what is shown of the figure where there is little room, and its font; a number is never cut.

        Args:
            room: The width that there is.
            font: The font, if there is room.
        """
        if not (self.number is not None or is_numeric(self.amount)):
            return self.figure, font
        smaller = font.fitting(self.figure, room)
        if smaller.size >= font.size * _SMALLEST:
            return self.figure, smaller
        return self.amount, font.fitting(self.amount, room)


def is_numeric(text: str) -> bool:
    """Return whether a text is a number that is short enough to be read."""
    return len(text) <= _LONGEST_NUMBER and not text.strip(_IN_NUMBERS)


def readings_of(state: Fields) -> list[Reading]:
    """Return the metrics of a content state that have a label or a value."""
    readings = (_reading(Fields(item)) for item in state.items("metrics") if isinstance(item, Mapping))
    return [each for each in readings if each.words]


def _reading(metric: Fields) -> Reading:
    number = metric.number("value")
    shown = figure(number) if number is not None else one_line(metric.text("value") or "")
    if not shown and metric.is_unknown("value"):
        shown = ELLIPSIS
    whole = with_unit(shown, one_line(metric.text("unit") or "")) if shown else ""
    return Reading(one_line(metric.text("label") or ""), shown, whole, number, metric.color("color"))
