"""The recognition of the requests to check among all that a file may hold."""

from __future__ import annotations

from typing import Any, Final

from liveschema._generated.field_names import IDENTIFIERS, STATE
from liveschema.engine.problems import Problem
from liveschema.engine.rules import INVALID_UTF8
from liveschema.engine.wording import did_you_mean, got, some
from liveschema.lint.findings import FileResult
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.marks import is_request, is_schema, may_have_request, resembles_request
from liveschema.lint.inputs.recorded import Request, requests_in
from liveschema.lint.rules.no_request import NO_REQUEST
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.place import UnplacedProblem, add_findings

_UNMARKED: Final = "nothing marks it as a Live Activity request"
_OWN_OUTPUT: Final = "it is a report or a baseline of liveschema"
_SCHEMA: Final = "it is a JSON Schema"
_ANY_OPERATION: Final = "an empty body is valid only for end_stream; if it is one, use --operation end_stream"
_ANOTHER_FILE: Final = f"a request has {STATE}; if the file has something else, do not name it"


def requests_to_check(document: Document, context: FileContext, result: FileResult) -> list[Request] | None:
    """Find the requests of a document that are to be checked, and count them and the rest.

    Args:
        document: The document.
        context: The context of its file.
        result: The result to which counts, notes and a finding for a named file without a request are added.

    Returns:
        The requests; None if the document is passed over, so that problems of its text are not reported either.
    """
    if document.value is NOTHING:
        return []
    if not document.readable:
        if context.reads_all or document.operation is not None or _may_be_request(document):
            result.count(payloads=1)
            return []
        _pass_over(document, context, result, _UNMARKED)
        return None
    reason = _never_checked(document.value, context.path)
    if reason is not None:
        _pass_over(document, context, result, reason)
        return None
    checked: list[Request] = []
    for request in requests_in(document):
        if request is not None and _is_to_be_checked(request, context):
            result.count(payloads=1)
            checked.append(request)
        elif request is None or request.is_foreign:
            result.count(skipped=1)
        else:
            _pass_over(document, context, result, _UNMARKED, request)
    return checked or None


def _may_be_request(document: Document) -> bool:
    """Return whether the text of a document that cannot be read looks like a request."""
    # The text of a file in another encoding is not kept. The bytes of the file were tested before.
    return (not document.text and document.faults[0].rule == INVALID_UTF8.id) or may_have_request(
        document.text.encode()
    )


def may_have_candidates(source: bytes, form: str, context: FileContext) -> bool:
    """Return whether a text in a format may have a request to check, without parsing it."""
    quoted = form != "yaml"
    return context.reads_all or context.named is not None or may_have_request(source, quoted=quoted)


def pass_over_unread(context: FileContext, documents: int = 1) -> FileResult:
    """Return the result of a text in which nothing can be marked as a request, so that it is not parsed."""
    result = FileResult()
    result.pass_over(documents)
    if context.verbose:
        result.notes.append(f"{context.path}: passed over, {_UNMARKED}")
    return result


def _is_to_be_checked(request: Request, context: FileContext) -> bool:
    """Return whether a request, or a value that may be none, is to be checked."""
    payload = request.payload
    says_so = context.is_named or context.named is not None
    if request.is_foreign:
        return says_so or context.told or is_request(request.recording)
    if request.recorded or context.told or request.document.operation is not None or is_request(payload):
        return True
    is_expected_empty = payload == {} and (context.configured or context.named)
    return says_so and (bool(is_expected_empty) or resembles_request(payload))


def _never_checked(value: Any, path: str) -> str | None:  # noqa: ANN401 - any JSON value
    """Return why a value is never checked, even in a file that is named; None if it may be checked."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return None
    if isinstance(value, list):
        return _OWN_OUTPUT if {"check_name", "fingerprint", "location"} <= first.keys() else None
    findings, runs = value.get("findings"), value.get("runs")
    if isinstance(findings, list) and value.get("version") == 1 and all(map(_is_finding, findings)):
        return _OWN_OUTPUT
    if isinstance(runs, list) and runs and _tool_of(runs[0]) == "liveschema":
        return _OWN_OUTPUT
    return _SCHEMA if path.endswith(".schema.json") and is_schema(value) else None


def _is_finding(value: object) -> bool:
    return isinstance(value, dict) and {"rule", "pointer"} <= value.keys()


def _tool_of(run: object) -> object:
    """Return the name of the tool of a run in a SARIF log."""
    for key in ("tool", "driver", "name"):
        run = run.get(key) if isinstance(run, dict) else None
    return run


def _pass_over(
    document: Document, context: FileContext, result: FileResult, reason: str, request: Request | None = None
) -> None:
    """Count a value that is not checked; in a file that is named, report the first of several in a row."""
    is_unmarked = reason is _UNMARKED
    if context.verbose or (context.is_named and not is_unmarked):
        result.notes.append(f"{document.place_in(context.path)}: passed over, {reason}")
    if not (context.is_named and is_unmarked):
        result.pass_over()
    elif result.open_gap():
        value, path = (document.value, ()) if request is None else (request.payload, request.path)
        add_findings([UnplacedProblem(document, _no_request(value), path, None)], document, context.path, result)


def _no_request(value: Any) -> Problem:  # noqa: ANN401 - any JSON value
    """Return the problem that a named file has something else than a request."""
    if not isinstance(value, dict):
        return NO_REQUEST.at((), f"expected a Live Activity request, got {got(value)}", _ANOTHER_FILE)
    if not value:
        return NO_REQUEST.at((), "expected a Live Activity request, got an empty object", _ANY_OPERATION)
    nearest = next(filter(None, (did_you_mean(name, (STATE, *IDENTIFIERS)) for name in value)), None)
    keys = f"the {'key' if len(value) == 1 else 'keys'} {some(value)}"
    return NO_REQUEST.at((), f"expected a Live Activity request, got an object with {keys}", nearest or _ANOTHER_FILE)
