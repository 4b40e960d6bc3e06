"""The check of single payloads, from a document to its findings."""

from __future__ import annotations

from collections.abc import Sequence

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.lint.findings import FileResult
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.operations import operation_of_schema
from liveschema.lint.inputs.recorded import Request
from liveschema.lint.rules.unknown_operation import UNKNOWN_OPERATION
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.infer import judge_by_shape, judge_partial_by_shape, without_schema
from liveschema.lint.run.place import UnplacedProblem, add_findings
from liveschema.lint.run.recognise import recognise
from liveschema.verdicts import check


def lint_document(document: Document, context: FileContext, result: FileResult) -> None:
    """Check a document.

    Args:
        document: The document.
        context: The context of its file.
        result: The result to which findings and counts are added.
    """
    requests, problems = recognise(document, context, result)
    for request in requests:
        problems += _lint_request(request, document, context, result)
    add_findings(problems, document, context.path, result)


def recorded_problems(request: Request, document: Document) -> list[UnplacedProblem]:
    """Return the problems of a recorded request that concern its method, its path or the text of its body.

    Args:
        request: The request.
        document: The document that contains the request.

    Returns:
        The problems.
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
    return found + [
        UnplacedProblem(inner, problem, request.path, operation)
        for problem in problems
        if (problem.rule, request.path + problem.path) not in inner.reported
    ]


def note_on(document: Document, context: FileContext, operation: Operation | None, how: str) -> str:
    """Return the line that ``--verbose`` prints: the operation of a request and how it was inferred."""
    return f"{document.place_in(context.path)}: {operation or 'operation unknown'}, by {how}"


def judge(request: Request, context: FileContext) -> tuple[Operation | None, list[Problem], str]:
    """Infer the operation of a request and check its payload.

    Args:
        request: The request.
        context: The context of its file.

    Returns:
        The operation, the problems with their paths in the payload, and how
        the operation was inferred.
    """
    document = request.document
    payload = without_schema(request.payload)
    named = [
        (request.operation, "its method and path"),
        (document.operation, document.named_by),
        (context.configured, "--operation or the configuration"),
    ]
    if not document.is_sent:
        named += [
            (_named_by_schema(request.payload), "its $schema"),
            (context.path_operation, "the name of the file or folder"),
        ]
    for operation, how in named:
        if operation is not None:
            return operation, _examine(document, payload, operation, context), how
    judgement = (judge_partial_by_shape if document.is_partial else judge_by_shape)(payload, context.enable)
    if document.is_sent:
        # The code decides the operation when it runs, so that nothing is wrong if it is not known.
        clear = [problem for problem in judgement.problems if problem.rule != UNKNOWN_OPERATION.id]
        judgement = judgement._replace(problems=clear)
    return judgement.operation, judgement.problems, judgement.how


def _examine(document: Document, payload: object, operation: Operation, context: FileContext) -> list[Problem]:
    """Check a payload, of which parts may not be known, for an operation."""
    if not document.is_partial:
        return check(payload, operation, enable=context.enable)
    from liveschema.partial import check_partial  # noqa: PLC0415 - most payloads are whole

    return check_partial(payload, operation, enable=context.enable)


def _named_by_schema(payload: object) -> Operation | None:
    return operation_of_schema(payload.get("$schema")) if isinstance(payload, dict) else None
