"""The problems of single requests: of their methods and paths, of the texts of their bodies, and of their payloads."""

from __future__ import annotations

from collections.abc import Sequence

from liveschema.contract.vocabulary import Operation
from liveschema.engine.fixes import Fix
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.lint.findings import FindingFix
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.recorded import Request
from liveschema.lint.results import FileResult
from liveschema.lint.rules.unknown_operation import UNKNOWN_OPERATION
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.infer import judge_by_shape, judge_partial_by_shape
from liveschema.lint.run.place import UnplacedProblem
from liveschema.lint.run.verdict import named_operation, without_schema
from liveschema.verdicts import check


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


def problems_of(
    request: Request, document: Document, context: FileContext, result: FileResult
) -> Sequence[UnplacedProblem]:
    """Return the problems of a request, and note how its operation was inferred if that was asked for.

    Args:
        request: The request.
        document: The document that contains the request.
        context: The context of its file.
        result: The result to which the note is added.
    """
    inner = request.document
    found = recorded_problems(request, document)
    if not inner.readable or (request.recorded and request.operation is None):
        return found
    operation, problems, how = judge(request, context)
    if context.verbose:
        result.notes.append(note_on(document, context, operation, how))
    fixes = fixes_in(request, problems, context) if context.fixes else []
    if context.keep:
        from liveschema.lint.fixes.found import Mendable  # noqa: PLC0415 - only to fix files

        result.kept.append(Mendable(request.payload, [(fix, how) for _, fix, how in fixes]))
    by_problem = {id(each): how for each, _, how in fixes}
    return found + [
        UnplacedProblem(inner, problem, request.path, operation, fix=by_problem.get(id(problem)))
        for problem in problems
        if (problem.rule, request.path + problem.path) not in inner.reported
    ]


def fixes_in(request: Request, problems: list[Problem], context: FileContext) -> list[tuple[Problem, Fix, FindingFix]]:
    """Return the problems of a request that can be fixed, and how in the payload and in the file."""
    if all(each.fix is None for each in problems):
        return []
    from liveschema.lint.fixes.found import fixes_of  # noqa: PLC0415 - only if there is something to fix

    def judge_again(payload: object) -> list[Problem]:
        return judge(evolve(request, payload=payload), context)[1]

    return list(fixes_of(request, problems, judge_again))


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
    operation, how = named_operation(request, context)
    if operation is not None:
        return operation, _examine(document, payload, operation, context), how
    judgement = (judge_partial_by_shape if document.is_partial else judge_by_shape)(payload, context.enable)
    if document.is_sent:
        # The code decides the operation when it runs, so that nothing is wrong if it is not known.
        clear = [problem for problem in judgement.problems if problem.rule != UNKNOWN_OPERATION.id]
        judgement = evolve(judgement, problems=clear)
    return judgement.operation, judgement.problems, judgement.how


def _examine(document: Document, payload: object, operation: Operation, context: FileContext) -> list[Problem]:
    """Check a payload, of which parts may not be known, for an operation."""
    if not document.is_partial:
        return check(payload, operation, enable=context.enable)
    from liveschema.partial import check_partial  # noqa: PLC0415 - most payloads are whole

    return check_partial(payload, operation, enable=context.enable)
