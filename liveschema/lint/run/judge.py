"""Each payload by itself: from a document to its findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.lint.findings import FileResult
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.recorded import Request, requests_in
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.place import UnplacedProblem, add_findings
from liveschema.lint.run.recognise import judge_by_shape, named_by_schema, without_schema
from liveschema.verdicts import check


def lint_all(documents: Iterable[Document], context: FileContext) -> FileResult:
    """Lint the documents of a file.

    Args:
        documents: The documents in order.
        context: What is known of the file.

    Returns:
        What came out.
    """
    result = FileResult()
    for document in documents:
        lint_document(document, context, result)
    return result


def lint_document(document: Document, context: FileContext, result: FileResult) -> None:
    """Find all that is wrong with a document.

    Args:
        document: The document.
        context: What is known of its file.
        result: Where findings and counts go.
    """
    problems = faults_of(document)
    if not document.readable:
        result.payloads += 1
    elif document.value is not NOTHING:
        for request in requests_in(document):
            if request is None:
                result.skipped += 1
                continue
            result.payloads += 1
            problems += _lint_request(request, document, context, result)
    add_findings(problems, document, context.path, result)


def faults_of(document: Document) -> list[UnplacedProblem]:
    """Give what is wrong with the text of a document."""
    return [UnplacedProblem(document, fault, (), None) for fault in document.faults]


def recorded_problems(request: Request, document: Document) -> list[UnplacedProblem]:
    """Give what is wrong with the method, the path and the text of the body of a recorded request.

    Args:
        request: The request.
        document: The document that it stands in.
    """
    problems = [UnplacedProblem(document, problem, (), request.operation) for problem in request.problems]
    if request.document is not document:
        problems += [
            UnplacedProblem(request.document, fault, (), request.operation) for fault in request.document.faults
        ]
    return problems


def _lint_request(
    request: Request, document: Document, context: FileContext, result: FileResult
) -> Sequence[UnplacedProblem]:
    inner = request.document
    found = recorded_problems(request, document)
    if not inner.readable or (request.recorded and request.operation is None):
        return found
    operation, problems, how = judge(request, context)
    if context.verbose:
        result.notes.append(note_on(document, context, operation, how))
    told = {(fault.rule, fault.path) for fault in inner.faults}
    return found + [
        UnplacedProblem(inner, problem, request.path, operation)
        for problem in problems
        if (problem.rule, request.path + problem.path) not in told
    ]


def note_on(document: Document, context: FileContext, operation: Operation | None, how: str) -> str:
    """Say, for ``--verbose``, which operation a request is for, and how that was told."""
    place = f"{context.path}:{document.first_line}" if document.index is None else f"{context.path} ({document.index})"
    return f"{place}: {operation or 'operation left open'}, by {how}"


def judge(request: Request, context: FileContext) -> tuple[Operation | None, list[Problem], str]:
    """Decide which operation a request is for, and what is wrong with it.

    Args:
        request: The request.
        context: What is known of its file.

    Returns:
        The operation, the problems by paths of the payload, and how the
        operation was told.
    """
    payload = without_schema(request.payload)
    for operation, how in (
        (request.operation, "its method and path"),
        (request.document.operation, "the word beside the block"),
        (context.told, "--operation or the configuration"),
        (named_by_schema(request.payload), "its $schema"),
        (context.named, "the name of the file or folder"),
    ):
        if operation is not None:
            return operation, check(payload, operation, enable=context.enable), how
    judgement = judge_by_shape(payload, context.enable)
    return judgement.operation, judgement.problems, judgement.how
