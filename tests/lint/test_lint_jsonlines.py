"""JSON Lines: the fast and the full check agree, in one process and in several."""

from __future__ import annotations

import io
import json
from copy import copy
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lint_kit import BAD, GOOD, Folder

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs import reader_of
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.results import FileResult
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.judge import lint_document
from liveschema.lint.run.lines import Lines
from liveschema.lint.run.stream import lint_lines, lint_stream

UPDATE = FileContext("x.jsonl", configured=Operation.UPDATE)
OPEN = FileContext("x.jsonl")
NAMED = FileContext("x.jsonl", is_named=True)
TOLD = FileContext("x.jsonl", configured=Operation.UPDATE, has_requests=True)


def envelope(**fields: Any) -> str:
    body = {"content_state": {"title": "x", "type": "alert", "message": "m"}}
    return json.dumps({"method": "PUT", "path": "/live-activity/stream/k", "body": body, **fields})


LINES = [
    json.dumps(GOOD),
    json.dumps(BAD),
    json.dumps({**GOOD, "$schema": "update.schema.json"}),
    json.dumps({**GOOD, "$schema": "other.json"}),
    json.dumps(GOOD)[:-1] + ', "activity_id": "b"}',
    json.dumps(GOOD).replace("42", "NaN"),
    json.dumps(GOOD).replace("42", "1e400"),
    json.dumps(GOOD).replace("Backup", "\\ud800"),
    json.dumps(GOOD) + " ",
    "  " + json.dumps(GOOD),
    json.dumps(GOOD) + " x",
    json.dumps(GOOD) + json.dumps(GOOD),
    "[1]", "5", "null", "", "  \t", "{", "}", '"x', "[" * 1000, "\ufeff" + json.dumps(GOOD),
    envelope(),
    envelope(at=5, ok=True, note="x", took=0.5, none=None),
    envelope(at=float("inf")),
    envelope(note="\ud800"),
    envelope(note="ü"),
    envelope(big=10**400),
    envelope(headers={"a": "\udc00"}),
    envelope(path="/live-activity/stream/a b"),
    envelope(path="/live-activity/stream/ü"),
    envelope(path="/live-activity/pause"),
    envelope(path=5),
    envelope(method=5),
    envelope(method="DELETE", body={}),
    envelope(method="DELETE", body=None),
    envelope(body=5),
    envelope(body=json.dumps({"content_state": {"title": 5}})),
    envelope(body={"content_state": {"title": "x"}}),
    envelope(path="/elsewhere"),
    envelope(path="/elsewhere", body={}),
    "{}",
    json.dumps({"name": "x"}),
    json.dumps({"version": 1, "findings": []}),
    '{"contnt_state": {title: "x"}}',
]  # fmt: skip


@given(
    st.lists(st.sampled_from(LINES), max_size=6),
    st.sampled_from([UPDATE, OPEN, NAMED, TOLD]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_the_fast_check_finds_what_the_full_check_finds(
    lines: list[str],
    context: FileContext,
    end: str,
    legacy: bool,  # noqa: FBT001
) -> None:
    if legacy:
        context = copy(context)
        context.enable = frozenset({"legacy-operation"})
    full = FileResult()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            lint_document(json_document(line, first_line=number), context, full)
    result = lint_lines(end.join(lines).encode(), 1, context)
    assert result.findings == full.findings
    assert result.payloads == full.payloads
    assert (result.in_gap, result.starts_in_gap) == (full.in_gap, full.starts_in_gap)
    # A chunk in which nothing looks like a request is counted by its line ends, without reading its lines.
    if full.payloads:
        assert (result.skipped, result.documents) == (full.skipped, full.documents)


@given(st.lists(st.sampled_from(LINES), max_size=6), st.sampled_from([OPEN, NAMED, TOLD]), st.integers(1, 400))
@example([json.dumps(GOOD), '{"contnt_state": {title: "x"}}'], OPEN, 1)
def test_findings_do_not_depend_on_the_size_of_chunks(lines: list[str], context: FileContext, size: int) -> None:
    source = "\n".join(lines).encode()
    whole = lint_lines(source, 1, context) if source else FileResult()
    found = [each for result, _ in lint_stream(io.BytesIO(source), context, 1, size) for each in result.findings]
    assert found == whole.findings


BYTES = [
    *(line.encode("utf-8", "surrogatepass") for line in LINES),
    b"\0{}", b"{\0}", b"\xff\xfe{}", b"\xe9", json.dumps(GOOD).encode().replace(b"Backup", b"\xe9"), b"\xc2\xa0",
    json.dumps(BAD).encode("utf-16"), json.dumps(BAD).encode("utf-32-be"), b"\x0c", b"\r", b"{}\r\r",
]  # fmt: skip


@given(st.lists(st.sampled_from(BYTES), max_size=6), st.sampled_from([OPEN, NAMED, TOLD]), st.integers(1, 400))
def test_no_bytes_at_the_border_of_a_chunk_hide_or_add_a_finding(
    lines: list[bytes], context: FileContext, size: int
) -> None:
    source = b"\n".join(lines)
    in_chunks, at_once = (
        [each for result, _ in lint_stream(io.BytesIO(source), context, 1, size) for each in result.findings]
        for size in (size, 10_000)
    )
    assert in_chunks == at_once


def test_the_reader_of_whole_files_reads_each_line() -> None:
    assert [(each.value, each.first_line) for each in reader_of("jsonl")(b"{}\n\n5\r\n")] == [({}, 1), (5, 3)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (json.dumps([GOOD, GOOD], indent=1), "it looks like one JSON document"),
        ("{\n" + ' "a": 1,\n' * 40, "it looks like one JSON document"),
        ("{\n" + json.dumps(GOOD) + "\n" * 40, "expected a key"),
        ("a: 1\n" * 40, "it looks like YAML"),
    ],
)
def test_the_beginning_of_a_long_file_tells_another_format(
    text: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liveschema.lint.run.lines._BEGINNING", 150)
    (first, *_) = [
        each for result, _ in lint_stream(io.BytesIO(text.encode()), NAMED, 1, 50) for each in result.findings
    ]
    assert message in first.message


@pytest.mark.parametrize("size", [1, 20, 40, 1000])
def test_lines_in_a_row_that_are_no_requests_are_one_finding_in_chunks_of_any_size(size: int) -> None:
    source = b'{"name": "x"}\n\n\n{"name": "y"}\n' + b" \n" * 30 + b'{"name": "z"}\n{}\n' + json.dumps(GOOD).encode()
    source += b'\n{"name": "x"}\n[]'
    results = lint_stream(io.BytesIO(source), NAMED, 1, size)
    assert [(each.rule, each.line) for result, _ in results for each in result.findings] == [
        ("no-request", 1),
        ("no-request", 38),
    ]


@given(st.binary(max_size=60), st.integers(1, 20))
def test_chunks_are_whole_lines_and_complete(source: bytes, size: int) -> None:
    source = source.replace(b"a", b"\n")
    found = list(Lines(io.BytesIO(source), size).chunks())
    assert b"".join(found) == source
    assert all(chunk.endswith(b"\n") for chunk in found[:-1])
    assert all(found)


def test_invalid_utf_8_is_reported_at_its_line() -> None:
    source = (
        json.dumps(GOOD).encode()
        + b"\n"
        + json.dumps(GOOD).encode().replace(b"Backup", b"B\xe9")
        + b"\r\n\n"
        + json.dumps(BAD).encode()
    )
    result = lint_lines(source, 10, UPDATE)
    assert [(each.rule, each.line) for each in result.findings] == [("invalid-utf8", 11), ("out-of-range", 13)]
    assert result.payloads == 3
    other = lint_lines(json.dumps(GOOD).encode("utf-16"), 1, UPDATE)
    assert [each.rule for each in other.findings] == ["invalid-utf8"]


def test_other_keys_of_a_recorded_request_are_ignored() -> None:
    recorded = {"method": "POST", "path": "/live-activity/update", "body": GOOD, "at": 5, "note": "x", "ok": None}
    result = lint_lines(json.dumps(recorded).encode(), 1, OPEN)
    assert (result.findings, result.payloads) == ([], 1)


def stream(lines: int) -> bytes:
    return b"".join((json.dumps(BAD if number % 100 == 0 else GOOD) + "\n").encode() for number in range(1, lines + 1))


@pytest.mark.parametrize("workers", [1, 2])
def test_several_workers_find_what_one_finds(workers: int) -> None:
    source = stream(2000)
    results = list(lint_stream(io.BytesIO(source), UPDATE, workers, chunk_size=4096))
    assert len(results) > 20
    assert [finding.line for result, _ in results for finding in result.findings] == list(range(100, 2001, 100))
    assert sum(result.payloads for result, _ in results) == 2000
    assert sum(size for _, size in results) == len(source)


def test_a_short_stream_starts_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("liveschema.lint.run.workers.in_processes", refuse)
    source = stream(40)
    quarter = len(source) // 4 + 1
    assert sum(result.payloads for result, _ in lint_stream(io.BytesIO(source), UPDATE, 2, chunk_size=quarter)) == 40


class Watched(io.BytesIO):
    """A stream that counts how often it was read."""

    reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads += 1
        return super().read(size)


def test_a_stream_is_never_read_far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liveschema.lint.run.lines._BEGINNING", 4096)
    source = Watched(stream(400))
    ahead = []
    payloads = 0
    for done, (result, _) in enumerate(lint_stream(source, UPDATE, 2, chunk_size=4096), start=1):
        payloads += result.payloads
        ahead.append(source.reads - done)
    assert (payloads, max(ahead)) == (400, 2)


def test_verbose_notes_have_line_numbers(folder: Folder) -> None:
    folder.write("x.ndjson", f"{json.dumps(GOOD)}\n\n{json.dumps(BAD)}\n")
    result = folder.check("x.ndjson", "--operation", "update", "-v", "--jobs", "2")
    assert result.lines[0].startswith("x.ndjson:3:")
    assert [line.split(":")[2] for line in result.err.splitlines()] == ["1", "3"]


@given(st.lists(st.sampled_from(BYTES), max_size=6), st.sampled_from([OPEN, NAMED, TOLD]), st.integers(1, 400))
@example([envelope(path="/elsewhere", body={}).encode()], OPEN, 400)
def test_verbose_changes_nothing_but_the_notes(lines: list[bytes], context: FileContext, size: int) -> None:
    verbose = copy(context)
    verbose.verbose = True
    quiet, noted = (
        [
            (each.findings, each.payloads, each.skipped, each.documents, each.documents_passed_over)
            for each, _ in lint_stream(io.BytesIO(b"\n".join(lines)), context, 1, size)
        ]
        for context in (context, verbose)
    )
    assert quiet == noted


def test_verbose_names_each_line_that_nothing_marks(folder: Folder) -> None:
    folder.write("x.jsonl", json.dumps({"method": "GET", "path": "/api/users"}) + "\n \n5\n")
    result = folder.check("-v")
    assert result.lines == folder.check().lines == ["no Live Activity request in 1 file"]
    assert result.err.splitlines() == [
        "liveschema: x.jsonl:1: passed over, nothing marks it as a Live Activity request",
        "liveschema: x.jsonl:3: passed over, nothing marks it as a Live Activity request",
    ]


@pytest.mark.parametrize("text", ["", "\n", " \r\n\n"])
def test_empty_json_lines_are_no_error(folder: Folder, text: str) -> None:
    folder.write("empty.jsonl", text)
    result = folder.check("empty.jsonl")
    assert (result.code, result.lines, result.err) == (0, ["no Live Activity request in 1 file"], "")
