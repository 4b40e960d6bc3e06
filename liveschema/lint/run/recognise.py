"""The reading of files that may have a request, and the recognition of the requests among all that they hold."""

from __future__ import annotations

from liveschema._generated.field_names import IDENTIFIERS, STATE
from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import Record
from liveschema.lint.inputs import reader_of
from liveschema.lint.inputs.document import NOTHING
from liveschema.lint.inputs.marks import (
    is_for_ports,
    is_likely_request,
    is_own_value,
    is_request,
    is_schema,
    may_have_request,
    resembles_request,
)
from liveschema.lint.inputs.recorded import Request, requests_in
from liveschema.lint.run.marked import is_marked

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO, Final

    from liveschema.engine.problems import Path, Problem
    from liveschema.lint.inputs.document import Document
    from liveschema.lint.inputs.long_file import LongFile
    from liveschema.lint.results import FileResult
    from liveschema.lint.run.context import FileContext
    from liveschema.lint.run.place import UnplacedProblem

_UNMARKED: Final = "nothing marks it as a Live Activity request"
_UNKNOWN: Final = "what is known of it is not enough to tell whether it is a Live Activity request"
_OWN_OUTPUT: Final = "it is a report or a baseline of liveschema"
_FOR_PORTS: Final = "it is one of the files of liveschema for ports to other languages"
_SCHEMA: Final = "it is a JSON Schema"
_ANY_OPERATION: Final = "an empty body is valid only for end_stream; if it is one, use --operation end_stream"
_ANOTHER_FILE: Final = f"a request has {STATE}; if the file is something else, leave it out"


class Recognised(Record):
    """What is to be checked in a document, and what is already known to be wrong.

    Args:
        requests: The requests to check.
        problems: The problems of the text, if there is something to check in it, and of values that should be a
            request and are none.
    """

    requests: list[Request]
    problems: list[UnplacedProblem]


def documents_in_stream(stream: BinaryIO, form: str, context: FileContext, result: FileResult) -> Iterator[Document]:
    """Read the documents of a file as `documents_in` does, those of JSON Lines and YAML without keeping the file.

    Args:
        stream: The stream to read the bytes from.
        form: The name of the format.
        context: The context of the file.
        result: The result to which a file that is passed over is added.

    Yields:
        The documents in order.

    Raises:
        MissingPackageError: If the format needs a package that is not installed.
    """
    if form == "jsonl":
        from liveschema.lint.run.lines import documents_of_lines  # noqa: PLC0415 - only for JSON Lines

        yield from documents_of_lines(stream, context)
    elif form == "yaml":
        from liveschema.lint.inputs.long_file import read_or_open  # noqa: PLC0415 - only for YAML

        yield from documents_in(read_or_open(stream), form, context, result)
    else:
        # No name for the bytes here, since they would be kept as long as the documents are read.
        yield from documents_in(stream.read(), form, context, result)


def documents_in(source: bytes | LongFile, form: str, context: FileContext, result: FileResult) -> Iterator[Document]:
    """Read the documents of a file, or pass over the file if its text certainly has no request.

    Args:
        source: The bytes of the file, or a long YAML file.
        form: The name of the format.
        context: The context of the file.
        result: The result to which a file that is passed over is added.

    Yields:
        The documents in order.

    Raises:
        MissingPackageError: If the format needs a package that is not installed.
    """

    def test(text: bytes) -> bool:
        return may_have_candidates(text, form, context)

    if test(source) if isinstance(source, bytes) else source.any_block(test):
        documents = reader_of(form)(source, templates=context.templates)
        del source  # a large file takes several times its size in memory
        yield from documents if context.sent is None else map(context.sent.payload, documents)
    else:
        pass_over_unmarked(context.path, context, result)


def may_have_candidates(source: bytes, form: str, context: FileContext) -> bool:
    """Return whether a text in a format may have a request to check, without parsing it."""
    return context.is_marked or is_marked(source, form)


def pass_over_unmarked(place: str, context: FileContext, result: FileResult) -> None:
    """Count a document that nothing marks as a request, and name it if that was asked for.

    Args:
        place: The place of the document.
        context: The context of its file.
        result: The result to which it is added.
    """
    _pass_over(place, context, result, _UNMARKED)


def recognise(document: Document, context: FileContext, result: FileResult) -> Recognised:
    """Find the requests of a document that are to be checked, and count them and the rest.

    Args:
        document: The document.
        context: The context of its file.
        result: The result to which counts and notes are added.

    Returns:
        The requests, and the problems to report beside theirs.
    """
    faults = [_unplaced(document, fault) for fault in document.faults]
    if document.passed_over:
        _pass_over(document.place_in(context.path), context, result, document.passed_over, always_noted=True)
    if document.value is NOTHING or document.body_file is not None:
        return Recognised([], faults)
    if document.is_sent:
        result.count(payloads=1)
        return Recognised([Request(document, document.value)] if document.readable else [], faults)
    if not document.readable:
        if context.expects_request or document.operation is not None or _may_be_request(document):
            result.count(payloads=1)
            return Recognised([], faults)
        pass_over_unmarked(document.place_in(context.path), context, result)
        return Recognised([], [])
    return _recognise_value(document, faults, context, result)


def _recognise_value(
    document: Document, faults: list[UnplacedProblem], context: FileContext, result: FileResult
) -> Recognised:
    """Find the requests in the value of a document, which need not be one."""
    reason = None if document.base else _never_checked(document.value, context.path)
    if reason is not None:
        _pass_over(document.place_in(context.path), context, result, reason, always_noted=context.is_named)
        return Recognised([], [])
    checked: list[Request] = []
    gaps: list[UnplacedProblem] = []
    for request in requests_in(document):
        if request is not None and _is_to_be_checked(request, context):
            result.count(payloads=1)
            checked.append(request)
        elif request is None or request.is_foreign:
            result.count(skipped=1)
        elif not context.expects_request:
            pass_over_unmarked(document.place_in(context.path), context, result)
        elif document.is_partial and _may_become_object(request.payload):
            _pass_over(document.place_in(context.path), context, result, _UNKNOWN, always_noted=True)
        elif result.open_gap():
            gaps.append(_unplaced(document, _no_request(request.payload), request.path))
    return Recognised(checked, [*(faults if checked else []), *gaps])


def _may_be_request(document: Document) -> bool:
    """Return whether the text of a document that cannot be read looks like a request."""
    text = document.text if document.own_text is None else document.own_text
    from liveschema.engine.rules import INVALID_UTF8  # noqa: PLC0415 - most documents can be read

    # The text of a file in another encoding is not kept. The bytes of the file were tested before.
    return (not text and document.faults[0].rule == INVALID_UTF8.id) or may_have_request(text.encode(errors="replace"))


def _is_to_be_checked(request: Request, context: FileContext) -> bool:
    """Return whether a request, or a value that may be none, is to be checked."""
    payload = request.payload
    if request.is_foreign:
        return context.expects_request or is_request(request.recording)
    if request.recorded:
        # A line of a log has no body; a recording without one is a mistake if the operation needs it.
        return context.expects_request or request.has_body or request.operation is Operation.END_STREAM
    if request.document.operation is not None or is_request(payload):
        return True
    operation = context.configured or context.path_operation
    if context.expects_request:
        return resembles_request(payload) or (payload == {} and operation is not None)
    if context.path_operation is not None:
        return is_likely_request(payload) or (payload == {} and operation is Operation.END_STREAM)
    return False


def _may_become_object(value: object) -> bool:
    """Return whether a value is not known, or is an object that may have more members than are known."""
    from liveschema.engine.unknown import MORE, Unknown  # noqa: PLC0415 - few documents are templates

    return "object" in value.types if isinstance(value, Unknown) else isinstance(value, dict) and MORE in value


def _never_checked(value: Any, path: str) -> str | None:  # noqa: ANN401 - any JSON value
    """Return why a value is never checked, even in a file that is named; None if it may be checked."""
    if is_own_value(value):
        return _OWN_OUTPUT
    if is_for_ports(value):
        return _FOR_PORTS
    if not isinstance(value, dict):
        return None
    return _SCHEMA if is_schema(value) and (path.endswith(".schema.json") or not is_request(value)) else None


def _pass_over(
    place: str, context: FileContext, result: FileResult, reason: str, *, always_noted: bool = False
) -> None:
    """Count a document that is not checked, and say why if that was asked for."""
    result.pass_over()
    if context.verbose or always_noted:
        result.notes.append(f"{place}: passed over, {reason}")


def _unplaced(document: Document, problem: Problem, path: Path = ()) -> UnplacedProblem:
    from liveschema.lint.run.place import UnplacedProblem  # noqa: PLC0415 - most documents have no problem

    return UnplacedProblem(document, problem, path, None)


def _no_request(value: Any) -> Problem:  # noqa: ANN401 - any JSON value
    """Return the problem that a named file has something else than a request."""
    from liveschema.engine.wording import did_you_mean, got, some  # noqa: PLC0415 - a mistake
    from liveschema.lint.rules.no_request import NO_REQUEST  # noqa: PLC0415 - as above

    if not isinstance(value, dict):
        from liveschema.engine.partial.placeholders import as_opaque  # noqa: PLC0415 - as above
        from liveschema.engine.unknown import PartialText, Unknown  # noqa: PLC0415 - as above

        shown = as_opaque(value) if isinstance(value, PartialText | Unknown) else value
        return NO_REQUEST.at((), f"expected a Live Activity request, got {got(shown)}", _ANOTHER_FILE)
    if not value:
        return NO_REQUEST.at((), "expected a Live Activity request, got an empty object", _ANY_OPERATION)
    nearest = next(filter(None, (did_you_mean(name, (STATE, *IDENTIFIERS)) for name in value)), None)
    keys = f"the {'key' if len(value) == 1 else 'keys'} {some(value)}"
    return NO_REQUEST.at((), f"expected a Live Activity request, got an object with {keys}", nearest or _ANOTHER_FILE)
