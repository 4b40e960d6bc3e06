"""The metrics of a payload, as far as they can be used."""

from __future__ import annotations

from collections.abc import Mapping

from liveschema.engine.record import Record
from liveschema.preview.fields import Fields
from liveschema.preview.figures import figure, with_unit
from liveschema.preview.measure import ELLIPSIS, one_line


class Reading(Record):
    """One metric.

    Args:
        label: What is measured.
        figure: The value with its unit, as it is shown.
        number: The value; None for one that is a text, or not known.
        color: The colour; None if it has none.
    """

    label: str
    figure: str
    number: float | None
    color: str | None

    @property
    def words(self) -> str:
        """The label and the figure."""
        return f"{self.label} {self.figure}".strip()


def readings_of(state: Fields) -> list[Reading]:
    """Return the metrics of a content state that have a label or a value."""
    readings = (_reading(Fields(item)) for item in state.items("metrics") if isinstance(item, Mapping))
    return [each for each in readings if each.words]


def _reading(metric: Fields) -> Reading:
    number = metric.number("value")
    shown = figure(number) if number is not None else one_line(metric.text("value") or "")
    if not shown and metric.is_unknown("value"):
        shown = ELLIPSIS
    shown = with_unit(shown, one_line(metric.text("unit") or "")) if shown else ""
    return Reading(one_line(metric.text("label") or ""), shown, number, metric.color("color"))
