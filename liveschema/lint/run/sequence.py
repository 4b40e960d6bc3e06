"""The checker of ``liveschema timeline``, which applies the recorded requests of all files to one timeline."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final, NamedTuple

import attrs

from liveschema._generated.rule_index import ON_SEQUENCES
from liveschema.contract.rules.invalid_stream_key import INVALID_STREAM_KEY
from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.lifecycle import Timeline
from liveschema.lifecycle.activity import seconds
from liveschema.lint.findings import Finding
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.recorded import Request
from liveschema.lint.results import MOST_FINDINGS, FileResult
from liveschema.lint.rules.unknown_operation import UNKNOWN_OPERATION
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.place import UnplacedProblem, add_findings
from liveschema.lint.run.problems import note_on, recorded_problems
from liveschema.lint.run.recognise import documents_in_stream, recognise

_REPORTED_BEFORE: Final[tuple[str, Path]] = (INVALID_STREAM_KEY.id, ())
"""A problem of the path of a recorded request, which is reported at this path."""
_TEXT: Final = ("content", "text")


class _Origin(NamedTuple):
    """The origin of a request: its file and its position in the file."""

    context: FileContext
    outer: Document
    inner: Document
    base: Path
    at: str | float | None


@attrs.define(eq=False)
class InSequence:
    """The checker that checks the requests of all files as one sequence."""

    timeline: Timeline = attrs.field(factory=Timeline, init=False)
    counts: Counter[int] = attrs.field(factory=Counter, init=False)
    """The number of reported findings of each activity, by the index of its first request."""
    _results: dict[FileContext, FileResult] = attrs.field(factory=dict, init=False)
    _origins: dict[int, _Origin] = attrs.field(factory=dict, init=False)
    _ends: dict[int, _Origin] = attrs.field(factory=dict, init=False)

    def read(self, stream: BinaryIO, form: str, context: FileContext) -> Iterator[tuple[FileResult, int]]:
        """Check the requests of a file, and keep the findings until `finish` if there are not many.

        Args:
            stream: The stream to read the bytes from.
            form: The name of the file format.
            context: The context of the file.

        Yields:
            Unfinished results, the last one without findings.

        Raises:
            MissingPackageError: If the format needs a package that is not installed.
        """
        result = self._results[context] = FileResult()
        for document in documents_in_stream(stream, form, self.context_of(context), result):
            if self.takes(document):
                add_findings(self.problems_of(document, context, result), document, context.path, result)
            if len(result.findings) >= MOST_FINDINGS:
                result.finished = False
                yield result, 0
                result = self._results[context] = result.following()
        later = FileResult()
        later.finished = False  # an activity that is never ended is reported at its first request
        yield later, 0

    def context_of(self, context: FileContext) -> FileContext:
        """Return the context for the readers of a file: a recording has no expressions."""
        return context.without_templates()

    def takes(self, document: Document) -> bool:
        """Return whether a document is looked at; code that sends requests does not say in which order."""
        return not document.is_sent

    def finish(self) -> Iterator[tuple[FileContext, FileResult]]:
        """Report the activities that still run, at their first requests, and yield the result of each file."""
        left: dict[int, tuple[_Origin, list[UnplacedProblem]]] = {}
        for track, problem in self.timeline.finish():
            origin = self._origins[track.first]
            unplaced = UnplacedProblem(origin.inner, problem, origin.base, None, track.first)
            left.setdefault(id(origin.outer), (origin, []))[1].append(unplaced)
        for origin, problems in left.values():
            add_findings(problems, origin.outer, origin.context.path, self._results[origin.context])
        for context, result in self._results.items():
            result.findings.sort(key=lambda each: (each.line, each.column))
            yield context, result

    def reported(self, finding: Finding) -> None:
        """Count a reported finding for its activity."""
        if finding.activity is not None:
            self.counts[finding.activity] += 1

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Summarise each activity for the table.

        Yields:
            The name, type, start, number of requests, end and number of findings of an activity.
        """
        for track in self.timeline.tracks:
            state, first = track.state, self._origins[track.first]
            last = self._ends.get(track.first)
            ended = "no" if last is None or not state.ended else _moment_or(last.at, "yes")
            began = _moment_or(first.at, f"request {track.first + 1}")
            findings = str(self.counts[track.first])
            yield track.name, str(state.type or "?"), began, str(state.requests), ended, findings

    def problems_of(self, document: Document, context: FileContext, result: FileResult) -> list[UnplacedProblem]:
        """Apply the requests of a document to the timeline and return their problems.

        Args:
            document: The document.
            context: The context of its file.
            result: The result to which counts and notes are added.
        """
        found = recognise(document, context, result)
        problems = [*found.problems]
        for request in found.requests:
            if context.verbose and request.operation is not None:
                result.notes.append(note_on(document, context, request.operation, "its method and path"))
            problems += self.take(document, context, request)
        return problems

    def take(self, document: Document, context: FileContext, request: Request) -> list[UnplacedProblem]:
        """Apply the next request to the timeline and return its problems.

        Args:
            document: The document that contains the request.
            context: The context of its file.
            request: The request.
        """
        found = recorded_problems(request, document)
        inner = request.document
        if request.operation is None:
            if not request.recorded:
                message = "a request of a timeline must have a method and a path, got only a payload"
                found.append(UnplacedProblem(inner, UNKNOWN_OPERATION.at((), message), request.path, None))
            return found
        number = self.timeline.count  # of the request, by which its activity is known if it is the first one
        problems = self.timeline.apply(
            request.payload if inner.readable else {},
            request.operation,
            stream_key=request.stream_key,
            activity_id=_answered(request.recording or {}),
            at=moment(request.at),
            enable=context.enable,
        )
        found += [
            UnplacedProblem(inner, problem, request.path, request.operation)
            for problem in problems
            if (problem.rule, request.path + problem.path) not in inner.reported
            and (problem.rule, problem.path) != _REPORTED_BEFORE
            and (inner.readable or problem.rule in ON_SEQUENCES)
        ]
        track = self.timeline.latest
        if track is None:
            return found
        origin = _Origin(context, document, inner, request.path, request.at)
        if self.timeline.tracks[-1:] == [track] and track.first == number:
            self._origins[number] = origin
        if track.state.ended and track.first in self._origins:
            self._ends.setdefault(track.first, origin)
        # The requests of an activity that was never started are in no row of the table.
        return [evolve(each, activity=track.first) for each in found] if track.first in self._origins else found


def _answered(recording: dict[str, Any]) -> str | None:
    """Return the activity id that the service answered, from the recording or the body of its response."""
    answer: Any = recording.get("response")
    for key in _TEXT:
        answer = answer.get(key, answer) if isinstance(answer, dict) else answer
    if isinstance(answer, str):
        try:
            answer = json.loads(answer)
        except (ValueError, RecursionError):
            answer = None
    for each in (recording, answer):
        name = each.get("activity_id") if isinstance(each, dict) else None
        if isinstance(name, str) and name:
            return name
    return None


def moment(at: str | float | None) -> float | None:
    """Return the time of a request in seconds; None if it is not a valid time."""
    try:
        return seconds(datetime.fromisoformat(at) if isinstance(at, str) else at)
    except ValueError:
        return None


def _moment_or(at: str | float | None, otherwise: str) -> str:
    return otherwise if at is None else str(at)
