"""The lines under a card: what happens with it, which the card itself does not show."""

from __future__ import annotations

from liveschema.contract.vocabulary import Operation
from liveschema.preview.figures import spoken
from liveschema.preview.measure import one_line

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.preview.fields import Fields

_ENDING: Final = frozenset({Operation.END, Operation.END_STREAM})


def notes_of(request: Fields, state: Fields, operation: Operation | None) -> list[str]:
    """Return the lines under a card.

    Args:
        request: The request.
        state: The content state.
        operation: The operation; None if it is not known.
    """
    notes = []
    alert = request.object("alert")
    if alert:
        texts = [one_line(alert.text(name) or "") for name in ("title", "body")]
        notes.append(f"Push alert: {': '.join(filter(None, texts)) or 'without text'}")
    if operation in _ENDING:
        stay = _stay(state)
        notes.append(f"The activity ends; {stay}." if stay else "The activity ends.")
    return notes


def _stay(state: Fields) -> str | None:
    """Return how long a card stays after the end; None if nothing says so."""
    for name, unit in (("auto_dismiss_seconds", "second"), ("auto_dismiss_minutes", "minute")):
        amount = state.count(name)
        if amount is not None:
            return f"the card stays for {spoken(amount, unit)}" if amount else "the card leaves at once"
    return None
