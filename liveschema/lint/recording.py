"""Recorded requests in the order of their files, folded into one timeline."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

import attrs

from liveschema._generated.rule_index import ON_SEQUENCES
from liveschema.contract.rules.invalid_stream_key import INVALID_STREAM_KEY
from liveschema.engine.problems import Path
from liveschema.lifecycle import Timeline, Track
from liveschema.lifecycle.activity import seconds
from liveschema.lint.documents import Document, json_document
from liveschema.lint.findings import Finding
from liveschema.lint.lint import Report, placed
from liveschema.lint.requests import Request, har_entries, is_envelope, requests_in
from liveschema.lint.rules.unknown_operation import UNKNOWN_OPERATION

_TEXT: Final = ("content", "text")


class _Origin(NamedTuple):
    """Where a request came from."""

    file: str
    document: Document
    base: Path
    at: str | float | None


@attrs.define
class Recording:
    """Takes files one after the other, and finds what is wrong with their requests.

    Args:
        reported: The ids of the rules to report.
        enable: Those of them that are off by default.
    """

    reported: Collection[str]
    enable: Collection[str] = ()
    timeline: Timeline = attrs.field(factory=Timeline, init=False)
    files: dict[str, list[Finding]] = attrs.field(factory=dict, init=False)
    """By file, what was found in it."""
    payloads: Counter[str] = attrs.field(factory=Counter, init=False)
    """By file, how many requests it holds."""
    skipped: int = attrs.field(default=0, init=False)
    """How many requests are of other services."""
    counts: Counter[int] = attrs.field(factory=Counter, init=False)
    """By the first request of an activity, how many findings its requests have."""
    _origins: dict[int, _Origin] = attrs.field(factory=dict, init=False)
    _ends: dict[int, _Origin] = attrs.field(factory=dict, init=False)

    def read(self, file: str, source: bytes, *, by_line: bool) -> None:
        """Take a file.

        Args:
            file: How it is named in reports.
            source: What it holds.
            by_line: Whether each line is a document.
        """
        self.files.setdefault(file, [])
        for document in _documents(source, by_line=by_line):
            self._report(file, [Report(document, fault, (), None) for fault in document.faults], None)
            if not document.readable:
                self.payloads[file] += 1
                continue
            for request, holder in zip(requests_in(document), _holders(document.value), strict=True):
                if request is None:
                    self.skipped += 1
                    continue
                self.payloads[file] += 1
                self._take(file, document, request, holder)

    def finish(self) -> None:
        """Report the activities that are left running, where they began."""
        for track, problem in self.timeline.finish():
            origin = self._origins[track.first]
            self._report(origin.file, [Report(origin.document, problem, origin.base, None)], track)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Sum each activity up.

        Yields:
            Its name, type, begin, number of requests, end, and number of findings.
        """
        for track in self.timeline.tracks:
            state, first = track.state, self._origins[track.first]
            last = self._ends.get(track.first)
            ended = "no" if last is None or not state.ended else _said(last.at, "yes")
            began = _said(first.at, f"request {track.first + 1}")
            findings = str(self.counts[track.first])
            yield track.name, str(state.type or "?"), began, str(state.requests), ended, findings

    def _take(self, file: str, document: Document, request: Request, holder: dict[str, Any]) -> None:
        reports = [Report(document, problem, (), request.operation) for problem in request.problems]
        inner = request.document
        if inner is not document:
            reports += [Report(inner, fault, (), request.operation) for fault in inner.faults]
        if request.operation is None:
            if not request.recorded:
                message = "a request of a timeline must have a method and a path, got a bare payload"
                reports.append(Report(inner, UNKNOWN_OPERATION.at((), message), request.path, None))
            self._report(file, reports, None)
            return
        number = self.timeline.count
        problems = self.timeline.apply(
            request.payload if inner.readable else {},
            request.operation,
            stream_key=request.stream_key,
            activity_id=_answered(holder),
            at=_moment(request.at),
            enable=self.enable,
        )
        told = {(fault.rule, fault.path) for fault in inner.faults} | {(INVALID_STREAM_KEY.id, ())}
        reports += [
            Report(inner, problem, request.path, request.operation)
            for problem in problems
            if (problem.rule, problem.path) not in told and (inner.readable or problem.rule in ON_SEQUENCES)
        ]
        track = self.timeline.latest
        origin = _Origin(file, inner, request.path, request.at)
        if track is not None and track.first == number:
            self._origins[number] = origin
        if track is not None and track.state.ended:
            self._ends.setdefault(track.first, origin)
        self._report(file, reports, track)

    def _report(self, file: str, reports: list[Report], track: Track | None) -> None:
        for finding in placed([report for report in reports if report.problem.rule in self.reported], file):
            self.files[file].append(finding)
            if track is not None:
                self.counts[track.first] += 1


def _documents(source: bytes, *, by_line: bool) -> Iterator[Document]:
    if not by_line:
        yield json_document(source)
        return
    for number, raw in enumerate(source.split(b"\n"), start=1):
        if raw.strip():
            yield json_document(raw.removesuffix(b"\r"), first_line=number)


def _holders(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    """Give what each request of a document was recorded in, by which its answer stands."""
    entries = har_entries(value)
    if entries is not None:
        return entries
    return value if isinstance(value, list) and value and all(map(is_envelope, value)) else [value]


def _answered(holder: dict[str, Any]) -> str | None:
    """Find the id in the answer to a recorded request: beside it, or in the body of its response."""
    answer: Any = holder.get("response")
    for key in _TEXT:
        answer = answer.get(key, answer) if isinstance(answer, dict) else answer
    if isinstance(answer, str):
        try:
            answer = json.loads(answer)
        except (ValueError, RecursionError):
            answer = None
    for each in (holder, answer):
        name = each.get("activity_id") if isinstance(each, dict) else None
        if isinstance(name, str) and name:
            return name
    return None


def _moment(at: str | float | None) -> float | None:
    """Give when a request was sent, in seconds; None for what is no moment."""
    try:
        return seconds(datetime.fromisoformat(at) if isinstance(at, str) else at)
    except ValueError:
        return None


def _said(at: str | float | None, otherwise: str) -> str:
    return otherwise if at is None else str(at)
