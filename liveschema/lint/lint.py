"""From a document to its findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Path, Problem, to_pointer
from liveschema.lint.documents import ALL, NOTHING, Document
from liveschema.lint.findings import Batch, Finding
from liveschema.lint.operations import judge_by_shape, named_by_schema, without_schema
from liveschema.lint.requests import Request, requests_in
from liveschema.text.positions import Place
from liveschema.verdicts import check

_WIDEST: Final = 120
_BEFORE: Final = 40
_PIECE: Final = r'"(?:[^"\\\r\n]++|\\.)*+"?|[\w.+-]++|\S'


class Job(NamedTuple):
    """What is known of a file before it is read.

    Args:
        path: The file, as it was named to the command.
        told: The operation that the command line or the configuration names.
        named: The operation that the path names.
        enable: Rules to apply although they are off by default.
        verbose: Whether to note what was inferred.
    """

    path: str
    told: Operation | None = None
    named: Operation | None = None
    enable: frozenset[str] = frozenset()
    verbose: bool = False


def lint_document(document: Document, job: Job, batch: Batch) -> None:
    """Find all that is wrong with a document.

    Args:
        document: The document.
        job: What is known of its file.
        batch: Where findings and counts go.
    """
    reports = [Report(document, fault, (), None) for fault in document.faults]
    if not document.readable:
        batch.payloads += 1
    elif document.value is not NOTHING:
        for request in requests_in(document):
            if request is None:
                batch.skipped += 1
                continue
            batch.payloads += 1
            reports += _lint_request(request, document, job, batch)
    for finding in sorted(placed(reports, job.path), key=lambda each: (each.line, each.column)):
        taken_back = document.ignores.get(finding.line - document.first_line + 1, frozenset())
        if finding.rule in taken_back or taken_back >= ALL:
            batch.silenced += 1
        else:
            batch.findings.append(finding)


class Report(NamedTuple):
    """A problem that waits for its place, so that the places of a document are looked up together.

    Args:
        document: Where it was found.
        problem: The problem.
        base: What its path begins from in the document.
        operation: What the payload is sent for, where that is known.
    """

    document: Document
    problem: Problem
    base: Path
    operation: Operation | None

    @property
    def path(self) -> Path:
        """The whole path of the problem in its document."""
        return self.base + self.problem.path


def _lint_request(request: Request, document: Document, job: Job, batch: Batch) -> list[Report]:
    inner = request.document
    told_by = request.operation
    reports = [Report(document, problem, (), told_by) for problem in request.problems]
    if inner is not document:
        reports += [Report(inner, fault, (), told_by) for fault in inner.faults]
        if not inner.readable:
            return reports
    if request.recorded and told_by is None:
        return reports
    operation, problems, how = judge(request, job)
    told = {(fault.rule, fault.path) for fault in inner.faults}
    if job.verbose:
        place = f"{job.path}:{document.first_line}" if document.index is None else f"{job.path} ({document.index})"
        batch.notes.append(f"{place}: {operation or 'operation left open'}, by {how}")
    return reports + [
        Report(inner, problem, request.path, operation)
        for problem in problems
        if (problem.rule, request.path + problem.path) not in told
    ]


def judge(request: Request, job: Job) -> tuple[Operation | None, list[Problem], str]:
    """Decide which operation a request is for, and what is wrong with it.

    Args:
        request: The request.
        job: What is known of its file.

    Returns:
        The operation, the problems by paths of the payload, and how the
        operation was told.
    """
    payload = without_schema(request.payload)
    for operation, how in (
        (request.operation, "its method and path"),
        (request.document.operation, "the word beside the block"),
        (job.told, "--operation or the configuration"),
        (named_by_schema(request.payload), "its $schema"),
        (job.named, "the name of the file or folder"),
    ):
        if operation is not None:
            return operation, check(payload, operation, enable=job.enable), how
    judgement = judge_by_shape(payload, job.enable)
    return judgement.operation, judgement.problems, judgement.how


def placed(reports: list[Report], file: str) -> Iterator[Finding]:
    """Give problems their places, with one look-up for each document.

    Args:
        reports: The problems.
        file: The file, as it was named to the command.

    Yields:
        A finding for each, in the same order.
    """
    documents = {id(report.document): report.document for report in reports}
    wanted: dict[int, set[Path]] = {each: set() for each in documents}
    for report in reports:
        if report.problem.line is None:
            wanted[id(report.document)].update(report.path[:length] for length in range(len(report.path) + 1))
    places = {each: document.locator(wanted[each]) if wanted[each] else {} for each, document in documents.items()}
    for report in reports:
        yield _finding(report, places[id(report.document)], file)


def _finding(report: Report, places: Mapping[Path, Place], file: str) -> Finding:
    document, problem = report.document, report.problem
    start, end = _stretch(document, problem, report.path, places)
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
        pointer=to_pointer(document.base + report.path),
        message=problem.message,
        hint=problem.hint,
        operation=report.operation,
        document=document.index,
        excerpt=excerpt,
        caret=caret,
        width=width,
    )


def _stretch(document: Document, problem: Problem, path: Path, places: Mapping[Path, Place]) -> tuple[int, int]:
    """Find the stretch of the text that a problem is about."""
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
    """Cut the source line of a place out of a text.

    Args:
        document: The document.
        line: The line of the place in its text.
        start: The offset of the place.
        end: The offset past it.

    Returns:
        The line, or a stretch of a long one; where the place begins in it; how
        many code points of it belong to the place: of an object or a list only
        the bracket, of what goes over several lines only the first.
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
        excerpt = f"{before}{text[cut:until]}{after}"
        return excerpt, start - cut + len(before), max(min(end, until) - start, 1)
    return text[first:last], max(start - first, 0), max(end - start, 1)


def lint_all(documents: Iterable[Document], job: Job) -> Batch:
    """Lint the documents of a file.

    Args:
        documents: The documents in order.
        job: What is known of the file.

    Returns:
        What came out.
    """
    batch = Batch()
    for document in documents:
        lint_document(document, job, batch)
    return batch
