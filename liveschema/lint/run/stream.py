"""The check of JSON Lines in bounded memory, chunk by chunk, on several cores for long files."""

from __future__ import annotations

import gc
import json
import math
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import Any, BinaryIO, Final

from liveschema._generated.field_names import STATE
from liveschema.contract.endpoints import endpoint
from liveschema.contract.stream_key import check_stream_key
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.json_files import BLANK, json_lines_documents
from liveschema.lint.results import FileResult
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.judge import lint_document
from liveschema.lint.run.lines import CHUNK, Lines, numbers_of_lines
from liveschema.lint.run.recognise import may_have_candidates, pass_over_unmarked
from liveschema.lint.run.verdict import is_clean_payload
from liveschema.text.strict import refuse_constant

_ALONE: Final = 4
"""The number of chunks to check before other processes are started."""
_BLANK: Final = BLANK.decode()
_SAFE: Final = 1 << 63
_READ: Final = frozenset({"method", "path", "body"})


def _refuse_duplicate_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Create a dict, or raise ValueError if a key occurs twice: the ``object_pairs_hook`` of a strict decoder.

    For short lines, this is faster than counting the keys of the value.
    """
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


_scan: Final = json.JSONDecoder(object_pairs_hook=_refuse_duplicate_keys, parse_constant=refuse_constant).scan_once  # type: ignore[attr-defined]  # json.loads without its checks of white space


def lint_stream(
    stream: BinaryIO, context: FileContext, workers: int, chunk_size: int = CHUNK
) -> Iterator[tuple[FileResult, int]]:
    """Check a stream of JSON Lines in bounded memory.

    Args:
        stream: The stream to read the bytes from.
        context: The context of the file.
        workers: The most processes to use.
        chunk_size: The number of bytes to read at a time.

    Yields:
        The result of each chunk, in order, and its number of bytes.
    """
    in_gap = False
    for result, size in _results(stream, context, workers, chunk_size):
        if in_gap and result.starts_in_gap:
            del result.findings[0]  # the chunk before has reported the first of these lines
        if result.documents:
            in_gap = result.in_gap
        yield result, size


def _results(stream: BinaryIO, context: FileContext, workers: int, chunk_size: int) -> Iterator[tuple[FileResult, int]]:
    """Check the chunks of a stream, each by itself."""
    line = 1
    lines = Lines(stream, chunk_size)
    other = lines.in_other_format(context)
    if other is not None:
        result = FileResult()
        lint_document(other, context, result)
        yield result, len(lines.beginning)
        return
    rest = lines.chunks()
    for done, chunk in enumerate(rest, start=1):
        yield lint_lines(chunk, line, context), len(chunk)
        line += chunk.count(b"\n")
        if done == _ALONE and workers > 1:
            yield from _with_help(rest, line, context, workers)


def _with_help(
    rest: Iterator[bytes], line: int, context: FileContext, workers: int
) -> Iterator[tuple[FileResult, int]]:
    """Check the rest of a stream in other processes, reading only one chunk ahead for each of them."""
    first = next(rest, None)
    if first is None:
        return
    from liveschema.lint.run.workers import in_processes  # noqa: PLC0415 - needed only for long streams

    sizes: deque[int] = deque()

    def jobs() -> Iterator[tuple[bytes, int, FileContext]]:
        number = line
        for chunk in chain([first], rest):
            sizes.append(len(chunk))
            yield chunk, number, context
            number += chunk.count(b"\n")

    with closing(in_processes(lint_lines, jobs(), workers)) as results:
        for result in results:
            yield result, sizes.popleft()


def lint_lines(chunk: bytes, first_line: int, context: FileContext) -> FileResult:
    """Check lines that each contain a request.

    Args:
        chunk: The lines; blank ones are skipped.
        first_line: The number of the first line.
        context: The context of the file.

    Returns:
        The result.
    """
    result = FileResult()
    if not may_have_candidates(chunk, "jsonl", context):
        _pass_over(chunk, first_line, context, result)
        return result
    try:
        text = None if context.verbose or context.keep else chunk.decode()
    except UnicodeDecodeError:
        text = None
    if text is None:
        for document in json_lines_documents(chunk, first_line=first_line):
            lint_document(document, context, result)
        return result
    gc.disable()
    try:
        _lint_text(text.replace("\r\n", "\n") if "\r" in text else text, first_line, context, result)
    finally:
        gc.enable()
    return result


def _pass_over(chunk: bytes, first_line: int, context: FileContext, result: FileResult) -> None:
    """Count lines that nothing marks as requests, without parsing them, and name each if that was asked for."""
    numbers = numbers_of_lines(chunk, first_line)
    if context.verbose:
        for number in numbers:
            pass_over_unmarked(f"{context.path}:{number}", context, result)
    else:
        result.pass_over(sum(1 for _ in numbers))


def _lint_text(text: str, first_line: int, context: FileContext, result: FileResult) -> None:
    """Check lines with a fast test, and lint a line fully only if that test does not find it valid."""
    clean = 0
    for number, line in enumerate(text.split("\n"), start=first_line):
        if _is_clean(line, context):
            clean += 1
        elif line.strip(_BLANK):
            if clean:
                result.count(payloads=clean)
                clean = 0
            lint_document(json_document(line, first_line=number), context, result)
    if clean:
        result.count(payloads=clean)


def _is_clean(line: str, context: FileContext) -> bool:
    """Return whether a line certainly has a request without a problem; False if it needs the full check."""
    try:
        value, end = _scan(line, 0)
    except (StopIteration, ValueError, RecursionError):
        return False
    if end != len(line) or type(value) is not dict:
        return False
    if "method" in value:
        return _is_clean_envelope(value, context.enable)
    if STATE not in value:
        return False
    return is_clean_payload(value, context.configured or context.path_operation, context.enable)


def _is_clean_envelope(envelope: dict[str, Any], enable: frozenset[str]) -> bool:
    """Return whether a recorded request certainly has no problem; False if it needs the full check."""
    method, path, body = envelope["method"], envelope.get("path"), envelope.get("body")
    if type(method) is not str or type(path) is not str or type(body) is not dict:
        return False
    found = endpoint(method, path)
    if found.operation is None or (found.stream_key is not None and check_stream_key(found.stream_key)):
        return False
    if len(envelope) > len(_READ):
        for key, value in envelope.items():
            if key not in _READ and not (key.isascii() and _harmless(value)):
                return False
    return path.isascii() and is_clean_payload(body, found.operation, enable)


def _harmless(value: object) -> bool:
    """Return whether a value next to the body is too simple to have a problem of the text."""
    if isinstance(value, str):
        return value.isascii()
    if isinstance(value, int):
        return -_SAFE < value < _SAFE
    return value is None or (isinstance(value, float) and math.isfinite(value))
