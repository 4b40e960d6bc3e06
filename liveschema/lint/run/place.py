"""The conversion of problems to findings: file, line, column and an excerpt of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Path, Problem, to_pointer
from liveschema.engine.record import Record
from liveschema.lint.findings import Finding, FindingFix
from liveschema.lint.inputs.document import ALL, Document
from liveschema.lint.inputs.likely_keys import secrets_in, without_keys
from liveschema.lint.results import FileResult
from liveschema.text.positions import Place

_WIDEST = 120
_BEFORE = 40
_LONGEST_SECRET = 400
_FARTHEST = 10_000
"""How far before an excerpt a secret may begin; they are looked up by their starts."""
_PIECE = r'"(?>(?:[^"\\\r\n]++|\\.)*)"?|[\w.+-]++|\S'


class UnplacedProblem(Record):
    """A problem without a position yet, so that the positions of a document can be found together.

    Args:
        document: The document with the problem.
        problem: The problem.
        base: The path in the document that the path of the problem is relative to.
        operation: The operation of the payload, if known.
        activity: The index of the first request of the activity, if known.
        fix: How it can be fixed, if that is known.
        step: The number of the request in the run, if requests are counted.
    """

    document: Document
    problem: Problem
    base: Path
    operation: Operation | None
    activity: int | None = None
    fix: FindingFix | None = None
    step: int | None = None

    @property
    def path(self) -> Path:
        """The full path of the problem in its document."""
        return self.base + self.problem.path


def add_findings(problems: Sequence[UnplacedProblem], document: Document, file: str, result: FileResult) -> None:
    """Add the problems of a document to a result as findings, except for those that a comment ignores.

    Args:
        problems: The problems, in the document or in texts in its strings.
        document: The document of the file.
        file: The name of the file, as given on the command line.
        result: The result to which findings and counts are added.
    """
    for_all: frozenset[str] = frozenset().union(*(document.ignores.get(line, ()) for line in document.heads))
    for finding in sorted(placed(problems, file), key=lambda each: (each.line, each.column)):
        ignored = for_all | document.ignores.get(finding.line - document.first_line + 1, frozenset())
        if finding.rule in ignored or ignored >= ALL:
            result.silenced += 1
        else:
            result.findings.append(finding)


def placed(problems: Sequence[UnplacedProblem], file: str) -> Iterator[Finding]:
    """Convert problems to findings, with one search for positions per document.

    Args:
        problems: The problems.
        file: The name of the file, as given on the command line.

    Yields:
        A finding for each problem, in the same order.
    """
    documents = {id(unplaced.document): unplaced.document for unplaced in problems}
    wanted: dict[int, set[Path]] = {each: set() for each in documents}
    for unplaced in problems:
        if unplaced.problem.line is None:
            wanted[id(unplaced.document)].update(unplaced.path[:length] for length in range(len(unplaced.path) + 1))
    places = {each: document.locator(wanted[each]) if wanted[each] else {} for each, document in documents.items()}
    known = {each: secrets_in(document.text) for each, document in documents.items()}
    for unplaced in problems:
        finding = _finding(unplaced, places[id(unplaced.document)], file)
        secrets = known[id(unplaced.document)]
        yield finding if secrets is None else secrets.hidden_in(finding)


def _finding(unplaced: UnplacedProblem, places: Mapping[Path, Place], file: str) -> Finding:
    document, problem = unplaced.document, unplaced.problem
    start, end = _stretch(document, problem, unplaced.path, places)
    line, column = document.lines.at(start)
    end_line, end_column = document.lines.at(end)
    excerpt, caret, width = excerpt_of(document, line, start, end)
    below = document.first_line - 1
    return Finding(
        path=file,
        line=line + below,
        column=column,
        end_line=end_line + below,
        end_column=end_column,
        rule=problem.rule,
        severity=problem.severity,
        pointer=to_pointer(document.base + unplaced.path),
        message=without_keys(problem.message),
        hint=problem.hint,
        operation=unplaced.operation,
        document=document.index,
        excerpt=excerpt,
        caret=caret,
        width=width,
        activity=unplaced.activity,
        fix=unplaced.fix,
        step=unplaced.step,
    )


def _stretch(document: Document, problem: Problem, path: Path, places: Mapping[Path, Place]) -> tuple[int, int]:
    """Return the start and end offsets of the text that a problem is about."""
    if problem.line is not None:
        start = document.lines.offset(problem.line, problem.column or 1)
        token = re.compile(_PIECE).match(document.text, start)
        return start, token.end() if token else start
    while path and path not in places:
        path = path[:-1]
    place = places.get(path)
    if place is None:
        return 0, 0
    span = place.key if problem.at_key and place.key is not None else place.value
    return span.start, span.end


def excerpt_of(document: Document, line: int, start: int, end: int) -> tuple[str, int, int]:
    """Return the excerpt of the source that shows a place.

    Args:
        document: The document.
        line: The line of the place in the text of the document.
        start: The start offset of the place.
        end: The offset after the place.

    Returns:
        The line, or a part of a long line; the offset in it at which the place
        begins; and the number of code points to underline, which is 1 for an
        object or a list and ends with the line for longer places.
    """
    text = document.text
    first, last = document.lines.line(line)
    end = min(end, last)
    if text[start : start + 1] in ("{", "["):
        end = start + 1
    if last - first > _WIDEST:
        cut = max(first, min(start - _BEFORE, last - _WIDEST))
        until = min(cut + _WIDEST, last)
        before, after = "…" if cut > first else "", "…" if until < last else ""
        excerpt = f"{before}{_without_secrets(document, cut, until)}{after}"
        return excerpt, start - cut + len(before), max(min(end, until) - start, 1)
    return _without_secrets(document, first, last), max(start - first, 0), max(end - start, 1)


def start_of(document: Document, path: Path) -> tuple[int, int]:
    """Return the line and the column in the file at which a value of a document begins."""
    place = document.locator([path]).get(path)
    line, column = (place.value.line, place.value.column) if place else (document.heads[0] if document.heads else 1, 1)
    return line + document.first_line - 1, column


def _without_secrets(document: Document, start: int, end: int) -> str:
    """Return a part of the text of a document, with a dot in place of each character of an API key."""
    before = max(start - _LONGEST_SECRET, 0)
    around = without_keys(document.text[before : end + _LONGEST_SECRET])
    shown = around[start - before : end - before]
    secrets = document.secrets
    for first, last in secrets[bisect_left(secrets, (start - _FARTHEST,)) : bisect_left(secrets, (end,))]:
        hidden_from, hidden_to = max(first - start, 0), min(last - start, len(shown))
        if hidden_from < hidden_to:
            shown = shown[:hidden_from] + "•" * (hidden_to - hidden_from) + shown[hidden_to:]
    return shown
