"""The checker of ``liveschema preview``, which draws the card of each request beside checking it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

import attrs

from liveschema._generated.field_names import STATE
from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import evolve
from liveschema.lifecycle import Track
from liveschema.lint.escaping import line_start, printable
from liveschema.lint.findings import Finding
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.likely_keys import likely_keys
from liveschema.lint.inputs.recorded import Request
from liveschema.lint.inputs.secrets import SecretTexts
from liveschema.lint.results import FileResult
from liveschema.lint.run.blotted import blotted
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.place import UnplacedProblem, start_of
from liveschema.lint.run.problems import judge, note_on, problems_of
from liveschema.lint.run.recognise import recognise
from liveschema.lint.run.sequence import InSequence, moment
from liveschema.lint.run.verdict import named_operation
from liveschema.preview import svg
from liveschema.preview.storyboard import Note, Step

MOST: Final = 1000
"""The most requests that are drawn, so that a page can be opened."""

_REFUSED: Final = "The service refuses this request; the picture shows what it asks for."
_UNREADABLE: Final = "The payload cannot be read."
_KEPT: Final = "The card keeps what it shows."
_UNKNOWN: Final = "operation unknown"


@attrs.define(eq=False)
class Pictures(InSequence):
    """The checker that draws each request: a recorded one on top of those before it, any other one alone.

    Args:
        theme: The theme of the pictures.
    """

    theme: str = "auto"
    others: list[Note] = attrs.field(factory=list, init=False)
    """What is wrong beside the requests."""
    left_out: int = attrs.field(default=0, init=False)
    """The number of requests that are not drawn, since there are too many."""
    _secrets: SecretTexts = attrs.field(factory=SecretTexts, init=False)
    _known: object = attrs.field(default=(), init=False)
    """The secrets that were added last; all documents of a file have the same."""
    _searched: str = attrs.field(default="", init=False)
    """The text that was last searched for what looks like a secret; most documents of a file have the same."""
    _drawn: list[Step] = attrs.field(factory=list, init=False)
    """The steps, without what is wrong with them."""
    _notes: defaultdict[int, dict[Note, None]] = attrs.field(factory=lambda: defaultdict(dict), init=False)
    """By the number of the step: what is wrong with it, once, since code may send a payload several times."""
    _sent: dict[tuple[str | None, ...], int] = attrs.field(factory=dict, init=False)
    """By their looks: the numbers of the steps that code sends."""
    _steps_in_timeline: dict[int | None, int] = attrs.field(factory=dict, init=False)
    """By the index of a request in the timeline: the number of its step."""
    _cards: dict[int, Mapping[str, Any]] = attrs.field(factory=dict, init=False)
    """By the index of the first request of an activity: the content state that its card shows."""

    @property
    def steps(self) -> list[Step]:
        """The requests in their order, with what was reported of each."""
        return [evolve(step, notes=tuple(self._notes.get(index, ()))) for index, step in enumerate(self._drawn)]

    def context_of(self, context: FileContext) -> FileContext:
        """Return the context unchanged, since what is not known can be drawn."""
        return context

    def takes(self, document: Document) -> bool:
        """Return true; what code sends is drawn alone."""
        del document
        return True

    def problems_of(self, document: Document, context: FileContext, result: FileResult) -> list[UnplacedProblem]:
        """Draw the requests of a document, and return their problems.

        Args:
            document: The document.
            context: The context of its file.
            result: The result to which counts and notes are added.
        """
        if document.secrets is not self._known:
            self._known = document.secrets
            self._secrets.add(document.text, document.secrets)
        if document.text is not self._searched:
            self._searched = document.text
            self._secrets.add(document.text, likely_keys(document.text))
        found = recognise(document, context, result)
        problems = [*found.problems]
        for request in found.requests:
            problems += self._draw(request, document, context, result)
        return problems

    def reported(self, finding: Finding) -> None:
        """Add a reported finding to the step that it is about."""
        hint = None if finding.hint is None else self._printable(finding.hint)
        place = f"{line_start(finding.path)}:{finding.line}:{finding.column}"
        note = Note(str(finding.severity), finding.rule, place, self._printable(finding.message), hint)
        index = self._steps_in_timeline.get(finding.activity) if finding.step is None else finding.step
        if index is None:
            self.others.append(note)
        elif index < len(self._drawn):
            self._notes[index][note] = None

    @property
    def _next_ids(self) -> str:
        """The beginning of the ids in the next picture."""
        return f"card-{len(self._drawn) + 1}"

    def _printable(self, text: str) -> str:
        return printable(self._secrets.dotted(text))

    def _draw(
        self, request: Request, document: Document, context: FileContext, result: FileResult
    ) -> list[UnplacedProblem]:
        """Draw a request, and return its problems with the number of its step."""
        operation = request.operation
        if request.recorded and request.operation is not None and not request.document.is_partial:
            if context.verbose:
                result.notes.append(note_on(document, context, request.operation, "its method and path"))
            self._steps_in_timeline[self.timeline.count] = len(self._drawn)
            problems = self.take(document, context, request)
            track = self.timeline.latest
        else:
            problems = [*problems_of(request, document, context, result)]
            track, operation = None, named_operation(request, context)[0] or judge(request, context)[0]
        if len(self._drawn) >= MOST:
            self.left_out += 1
            return [evolve(each, step=MOST) for each in problems]
        step = self._step(request, operation, track, context, refused=any(each.problem.is_error for each in problems))
        number = len(self._drawn)
        if document.is_sent:
            looks = step.card and step.card.replace(self._next_ids, "")
            number = self._sent.setdefault((step.name, step.place, looks), number)
        if number == len(self._drawn):
            self._drawn.append(step)
        return [evolve(each, step=number) for each in problems]

    def _step(
        self, request: Request, operation: Operation | None, track: Track | None, context: FileContext, *, refused: bool
    ) -> Step:
        """Return the step of a request, without what is wrong with it."""
        name, remark, card = str(operation or _UNKNOWN), _REFUSED if refused else "", None
        place = f"{line_start(context.path)}:{start_of(request.document, request.path)[0]}"
        payload = request.payload
        if request.document.readable and isinstance(payload, dict | None):
            payload = blotted(payload or {}, self._secrets)
            shown, elapsed = payload, 0.0
            if track is not None:
                shown, elapsed = self._on_top(payload, track, moment(request.at), refused=refused)
                remark = remark or ("" if STATE in payload else _KEPT)
            card = svg(shown, operation, theme=self.theme, elapsed=elapsed, ids=self._next_ids)
        else:
            remark = _UNREADABLE
        facts = [] if track is None else [f"activity {self._printable(track.name)}"]
        facts += [] if request.at is None else [self._printable(str(request.at))]
        return Step(name, place, card, tuple(facts), remark)

    def _on_top(
        self, payload: dict[Any, Any], track: Track, at: float | None, *, refused: bool
    ) -> tuple[dict[Any, Any], float]:
        """Return a payload with what its card keeps of earlier requests, and the seconds that its timer has run."""
        state = payload.get(STATE)
        before = self._cards.get(track.first, {})
        shown = track.state.shown(state) if isinstance(state, dict) else before
        if not refused:
            self._cards[track.first] = shown
        timer = track.state.timer
        elapsed = None if timer is None else timer.elapsed(at)
        return {**payload, STATE: shown}, elapsed or 0.0
