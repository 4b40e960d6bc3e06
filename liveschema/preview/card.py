"""The picture of the card that a payload would show."""

from __future__ import annotations

from collections.abc import Mapping

from liveschema.contract.requests import CONTRACT
from liveschema.contract.requests import Request as SentRequest
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, ActivityTypeLike, Operation, OperationLike
from liveschema.engine.plain import argument
from liveschema.engine.record import Record
from liveschema.engine.wording import one_of, type_name
from liveschema.preview.bodies.bodies import BODIES
from liveschema.preview.bodies.timer import draw_timer
from liveschema.preview.buttons import draw_buttons
from liveschema.preview.canvas import LEFT, MARGIN, PADDING, ROOM, Canvas
from liveschema.preview.colors import DEFAULT, THEMES
from liveschema.preview.fields import Fields, activity_type_of
from liveschema.preview.header import draw_header, title_of
from liveschema.preview.measure import Font
from liveschema.preview.notes import notes_of

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any, Final

    from liveschema.models import Request
else:
    Any = object  # for those who evaluate the annotations

_STATE: Final = "content_state"
_GAP: Final = 14.0
_NOTE: Final = Font(12)
_NOTE_LINE: Final = 18.0


def svg(  # noqa: PLR0913 - one argument for each thing that the payload does not say
    request: Request | Mapping[str, Any],
    operation: OperationLike | None = None,
    *,
    theme: str = "auto",
    activity_type: ActivityTypeLike | None = None,
    elapsed: float = 0.0,
    ids: str = "card",
) -> str:
    """Draw an approximation of the card that a payload would show on the lock screen.

    It is drawn without Apple's fonts, symbols and layout, so the card on a
    phone looks different: it is for reading what a payload says. Of an invalid
    payload, what can be used is drawn and the rest is left out.

    Args:
        request: The payload, as a mapping of plain data or as a request model.
            It may have placeholders (see `liveschema.partial`), which are drawn as ``…``.
        operation: The operation, for the line under the card that says how an
            activity ends; that of a model by default.
        theme: ``light``, ``dark``, or ``auto`` to follow the settings of the
            reader, which is light where nothing says what they are.
        activity_type: The type of the existing activity, for a payload that
            names none. If neither says it, the fields of the state tell it.
        elapsed: The seconds that a timer has run, without pauses.
        ids: The beginning of the ids in the document, which must differ
            between pictures that stand in one page.

    Returns:
        The text of an SVG document of its own, which names no other file and has no script.

    Raises:
        TypeError: If the request is neither a mapping nor a model.
        ValueError: If the operation, the theme or the activity type does not exist.

    .. versionadded:: 0.1.0
    """
    if theme not in THEMES:
        msg = f"{argument(theme)} is not a valid theme: use {one_of(THEMES)}"
        raise ValueError(msg)
    payload, operation = _plain(request, operation)
    known = None if activity_type is None else ActivityType(activity_type)
    content = payload.get(_STATE)
    shown = activity_type_of(content, known)
    spec = STATES.shared if shown is None else STATES.specs[shown]
    fields = Fields(payload, None if operation is None else CONTRACT.root(operation), operation)
    return _Card(fields, Fields(content, spec, operation), shown, operation).drawn(Canvas(theme), elapsed, ids)


def _plain(
    request: Request | Mapping[str, Any], operation: OperationLike | None
) -> tuple[Mapping[str, Any], Operation | None]:
    """Return the payload as plain data, and the operation."""
    operation = None if operation is None else Operation(operation)
    if isinstance(request, Mapping):
        return request, operation
    if not isinstance(request, SentRequest):
        msg = f"svg needs a payload or a request, got {type_name(request)}"
        raise TypeError(msg)
    from liveschema.convert import dump  # noqa: PLC0415 - a payload does not need it

    return dump(request), operation or request.operation


class _Card(Record):
    """A card that is to be drawn.

    Args:
        request: The request.
        state: Its content state.
        activity_type: The activity type; None if it is not known.
        operation: The operation; None if it is not known.
    """

    request: Fields
    state: Fields
    activity_type: ActivityType | None
    operation: Operation | None

    def drawn(self, canvas: Canvas, elapsed: float, ids: str) -> str:
        """Draw the card from top to bottom, and return the document."""
        color = self.state.color("color") or str(DEFAULT)
        draw_header(canvas, self.state, color)
        for draw in (self._draw_body, self._draw_buttons):
            top = canvas.y
            canvas.y += _GAP
            draw(canvas, color, elapsed)
            if canvas.y == top + _GAP:
                canvas.y = top  # there was nothing to draw
        bottom = canvas.y + PADDING
        canvas.beneath(bottom)
        canvas.y = bottom + MARGIN
        for note in notes_of(self.request, self.state, self.operation):
            canvas.text(note, LEFT, canvas.y + 14, _NOTE, "note", room=ROOM)
            canvas.words.append(note)
            canvas.y += _NOTE_LINE
        return canvas.svg(canvas.y + MARGIN, title_of(self.state), ids)

    def _draw_body(self, canvas: Canvas, color: str, elapsed: float) -> None:
        if self.activity_type is ActivityType.TIMER:
            draw_timer(canvas, self.state, color, elapsed)
        elif self.activity_type is not None:
            BODIES[self.activity_type](canvas, self.state, color)

    def _draw_buttons(self, canvas: Canvas, color: str, _: float) -> None:
        draw_buttons(canvas, self.request, self.activity_type, color)
