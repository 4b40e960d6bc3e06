"""The quick verdict on a request, which most requests pass: that it certainly has no problem."""

from __future__ import annotations

from liveschema._generated.requests import NO_WARNINGS
from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.operations import operation_of_schema
from liveschema.verdicts import ask

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any

    from liveschema.lint.inputs.recorded import Request
    from liveschema.lint.run.context import FileContext


def is_clean(request: Request, context: FileContext) -> bool:
    """Return whether a request certainly has no problem; False if it needs the full check.

    Args:
        request: The request.
        context: The context of its file.
    """
    if request.problems or request.document.faults:
        return False
    operation, _ = named_operation(request, context)
    return is_clean_payload(without_schema(request.payload), operation, context.enable)


def is_clean_payload(payload: object, operation: Operation | None, enable: frozenset[str] = frozenset()) -> bool:
    """Return whether a payload certainly has no problem.

    If the operation is not known, one for which it has no problem is enough: of several that fit, only the problems
    are reported that it has for all of them.

    Args:
        payload: The payload. The predicates cannot decide on one that is not fully known.
        operation: The operation; None if only its shape tells.
        enable: The ids of rules to apply that are off by default, of which the predicates know nothing.
    """
    operations = Operation if operation is None else (operation,)
    return not enable and any(ask(NO_WARNINGS, payload, each, None) for each in operations)


def named_operation(request: Request, context: FileContext) -> tuple[Operation | None, str]:
    """Return the operation that something names for a request, and what does; None if only its shape tells.

    Args:
        request: The request.
        context: The context of its file.
    """
    document = request.document
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
    return next(((operation, how) for operation, how in named if operation is not None), (None, ""))


def _named_by_schema(payload: object) -> Operation | None:
    return operation_of_schema(payload.get("$schema")) if isinstance(payload, dict) else None


def without_schema(payload: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Remove a ``$schema`` that names one of our schemas, which is meant for the editor and not for the service.

    Args:
        payload: Any value.

    Returns:
        The payload, or a copy without that key.
    """
    if not isinstance(payload, dict) or operation_of_schema(payload.get("$schema")) is None:
        return payload
    return {key: value for key, value in payload.items() if key != "$schema"}
