"""The fuzz targets of the file formats: what the command promises about a file, whatever is in it."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Iterator
from reprlib import Repr
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import attrs
from fuzz_promise import promise, same
from fuzz_reports import check_harmless, check_notes, check_report

from liveschema._generated.rule_index import SEVERITIES
from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.engine.unknown import More
from liveschema.lint.config.selection import Source
from liveschema.lint.config.settings import Settings, select
from liveschema.lint.findings import Finding
from liveschema.lint.fixes.files import Checked, fixed
from liveschema.lint.inputs import reader_of
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.long_file import LongFile
from liveschema.lint.inputs.secrets import SHORTEST_KEY
from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.reporters import FORMATS, ReportStyle, make_reporter
from liveschema.lint.reporters.nothing import NoReport
from liveschema.lint.reporters.text import table
from liveschema.lint.results import FileResult, Summary
from liveschema.lint.rules.literal_api_key import LITERAL_API_KEY
from liveschema.lint.run.alone import EachAlone
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.extract import Extraction
from liveschema.lint.run.lines import CHUNK
from liveschema.lint.run.marked import is_marked
from liveschema.lint.run.recognise import recognise
from liveschema.lint.run.run import Run
from liveschema.lint.run.sequence import InSequence
from liveschema.lint.run.stream import lint_stream
from liveschema.lint.terminal import Progress
from liveschema.text.lines import Lines
from liveschema.text.read import decode

if TYPE_CHECKING:
    from liveschema.lint.run.run import Judge

MOST_PATHS = 200
"""The most values of a document whose positions are looked up."""
REPORTS = tuple(FORMATS)
_SETTINGS = Settings(".", select(["all"]))
_COLUMNS = 6
_SHORT_CHUNK = 100
_KEYS = {"path", "line", "column", "operation", "stream_key", "payload", "unknown", "reader"}
_REPR = Repr()
_REPR.maxlevel = 8
_REPR.maxdict = _REPR.maxlist = _REPR.maxtuple = _REPR.maxset = _REPR.maxfrozenset = 30
_REPR.maxstring = _REPR.maxlong = _REPR.maxother = 300


class _Kept:
    """A reporter that also keeps the findings.

    Args:
        inner: The reporter that writes them.
    """

    def __init__(self, form: str) -> None:
        self.out = io.StringIO()
        self.findings: list[Finding] = []
        self._inner = make_reporter(form, self.out, ReportStyle())
        self.shows_fixes: bool = self._inner.shows_fixes
        self.begin, self.file, self.end = self._inner.begin, self._inner.file, self._inner.end

    def finding(self, finding: Finding) -> None:
        self.findings.append(finding)
        self._inner.finding(finding)


class Result(NamedTuple):
    """What a run of the command found in a file, and what it wrote."""

    findings: list[Finding]
    report: str
    notes: str
    summary: Summary

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """The counts that do not depend on how the file was read."""
        return self.summary.payloads, self.summary.skipped, self.summary.silenced, self.summary.unreadable


@attrs.frozen
class FileTarget:
    """The target of a file format.

    Args:
        form: The name of the format.
        name: The name of a file that should have requests.
        other: The name of a file in a folder, which may have requests.
        in_sequence: Whether the requests are also checked in their order.
    """

    form: str
    name: str
    other: str
    in_sequence: bool = False

    @property
    def checks(self) -> list[Callable[[bytes], None]]:
        """All tests of a file, each of which reads it a few times."""
        found: list[Callable[[bytes], None]] = [self.check_documents, self.check_named, self.check_other]
        found.append(self.check_fixes)
        found += [self.check_extract, *([self.check_sequence] if self.in_sequence else [])]
        if self.form == "yaml":
            found += [self.check_parsers, self.check_long]
        return [*found, self.check_chunks] if self.form == "jsonl" else found

    def check_documents(self, source: bytes) -> None:
        """Test that documents have positions in the file and are always the same, and that the marks tell of them."""
        documents = self._documents(source)
        for document in documents:
            _check_places(document)
        same("a file is read twice in the same way", _shown(documents), _shown(self._documents(source)))
        if not is_marked(source, self.form):
            self._check_unmarked(documents)

    def check_named(self, source: bytes) -> None:
        """Test the findings and the report of a file that the command line names."""
        self._check(source, self.name, is_named=True)

    def check_other(self, source: bytes) -> None:
        """Test the findings and the report of a file in a folder."""
        self._check(source, self.other)

    def check_fixes(self, source: bytes) -> None:
        """Test that fixes leave nothing to fix, bring no other problem, and lose no payload."""
        run = Run(EachAlone(), NoReport(), Progress(io.StringIO(), 0, shown=False))
        file = Source(self.name, self.name, self.form, _SETTINGS, is_stdin=True, is_named=True)

        def check(content: bytes, *, keep: bool) -> Checked:
            return run._check(content, file, keep=keep)  # noqa: SLF001 - what the command calls to fix a file

        for unsafe in (False, True):
            before = check(source, keep=False)
            result = fixed(source, check, unsafe=unsafe)
            after = check(result.content, keep=False)
            promise(not after.rules - before.rules, "fixes bring no other problem", result.content)
            same("fixes are counted by rule", before.rules - after.rules, result.rules)
            same("fixes keep the payloads", before.payloads, after.payloads)
            same("what is left is told", bool(after.fixes(unsafe=unsafe)), result.left)
            again = fixed(result.content, check, unsafe=unsafe)
            same("what is fixed stays as it is", result.content, again.content)

    def check_sequence(self, source: bytes) -> None:
        """Test the report and the table of `liveschema timeline`."""
        judge = InSequence()
        result = self._run(judge, source, self.name, is_named=True)
        self._check_result(result, source, self.name)
        check_harmless(table([("activity",) * _COLUMNS, *judge.rows()]))

    def check_parsers(self, source: bytes) -> None:
        """Test that YAML is read in the same way if PyYAML is built without libyaml."""
        documents = _shown(self._documents(source))
        fast = yaml_parser.FastParser
        yaml_parser.FastParser = None
        try:
            same("both YAML parsers read the same", documents, _shown(self._documents(source)))
        finally:
            yaml_parser.FastParser = fast

    def check_long(self, source: bytes) -> None:
        """Test that a YAML file is read in blocks, as a long one is, as it is read at once."""
        whole = reader_of(self.form)(source, templates=True)
        blocks = reader_of(self.form)(LongFile(io.BytesIO(source)), templates=True)
        same("a long YAML file is read as a short one", [*map(_placed, whole)], [*map(_placed, blocks)])

    def check_chunks(self, source: bytes) -> None:
        """Test that JSON Lines are checked chunk by chunk as they are checked at once."""
        found = []
        for size in (CHUNK, _SHORT_CHUNK):
            results = [result for result, _ in lint_stream(io.BytesIO(source), FileContext(self.name), 1, size)]
            findings = [finding for result in results for finding in result.findings]
            found.append((findings, sum(result.payloads for result in results)))
        same("chunks of JSON Lines are checked as the whole", *found)

    def check_extract(self, source: bytes) -> None:
        """Test the rows of `liveschema extract`."""
        out = io.StringIO()
        self._run(Extraction(out), source, self.other)
        text = out.getvalue()
        check_harmless(text)
        lines = Lines(decode(source)[0] or "")
        secrets = _secrets(self._documents(source)) if text else ()
        for line in text.split("\n")[:-1]:
            row = json.loads(line)
            same("a row of extract has all keys", row.keys(), _KEYS)
            promise(1 <= row["line"] <= len(lines.starts), "a row of extract names a line of the file", row)
            for pointer in row["unknown"]:
                promise(_is_unknown(row["payload"], pointer), "an unknown value of extract is null", pointer, row)
            shown = [*_texts([row["payload"], row["stream_key"]])]
            promise(not any(secret in each for secret in secrets for each in shown), "extract shows no API key", row)

    def _documents(self, source: bytes) -> list[Document]:
        return list(reader_of(self.form)(source, templates=True))

    def _check(self, source: bytes, name: str, *, is_named: bool = False) -> None:
        """Check a file as the command does, and once more with notes, which takes no short cuts."""
        result = self._run(EachAlone(), source, name, is_named=is_named)
        self._check_result(result, source, name)
        if any(each.rule == LITERAL_API_KEY.id for each in result.findings):
            _check_secrets(result, _secrets(self._documents(source)))
        verbose = self._run(EachAlone(), source, name, is_named=is_named, verbose=True)
        check_notes(verbose.notes)
        same("--verbose finds the same", result.findings, verbose.findings)
        same("--verbose counts the same", result.counts, verbose.counts)

    def _check_result(self, result: Result, source: bytes, name: str) -> None:
        check_notes(result.notes)
        check_harmless(result.summary.sentence())
        promise(not result.summary.unreadable, "every file can be read", result.notes)
        _check_findings(result.findings, source)
        report = _report_of(source)
        if result.summary.files or report != "junit":
            check_report(report, name, result.report, result.findings)

    def _run(self, judge: Judge, source: bytes, name: str, *, is_named: bool = False, verbose: bool = False) -> Result:
        """Run the command on a file, as it does after it has read its arguments."""
        kept = _Kept("concise" if verbose else _report_of(source))
        with contextlib.redirect_stderr(io.StringIO()) as notes:
            run = Run(judge, kept, Progress(notes, len(source), shown=False), verbose=verbose)
            kept.begin()
            file = Source(name, name, self.form, _SETTINGS, is_stdin=True, is_named=is_named)
            run.files([file], lambda: io.BytesIO(source))
            kept.end(run.summary)
        return Result(kept.findings, kept.out.getvalue(), notes.getvalue(), run.summary)

    def _check_unmarked(self, documents: list[Document]) -> None:
        """Test that no request is in a text that nothing marks."""
        context, result = FileContext(self.other, templates=True), FileResult()
        for document in documents:
            promise(not document.is_sent, "a text that sends a request is marked", document.value)
            if document.readable and document.value is not NOTHING:
                found = recognise(document, context, result).requests
                promise(not found, "a text with a request is marked", document.value)


def _report_of(source: bytes) -> str:
    """Return the format of the report on a file: always the same one for the same file."""
    return REPORTS[crc32(source[::-1]) % len(REPORTS)]


def _texts(value: object) -> Iterator[str]:
    """Yield all texts in a value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _texts(each)


def _is_unknown(payload: Any, pointer: str) -> bool:  # noqa: ANN401 - any JSON value
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(payload, dict) and key not in payload:
            return False
        payload = payload[int(key) if isinstance(payload, list) else key]
    return payload is None or isinstance(payload, dict | list)


def _shown(documents: list[Document]) -> list[object]:
    """Return all that a report could show of documents."""
    return [
        (
            _REPR.repr(each.value), each.faults, each.first_line, each.index, each.base, each.heads, each.operation,
            each.named_by, repr(each.stream_key), each.is_sent, each.is_partial, each.body_file, each.reader,
            each.secrets, each.passed_over, each.ignores,
        )
        for each in documents
    ]  # fmt: skip


def _placed(document: Document) -> object:
    """Return what a report could show of a document, with places in the file."""
    below = document.first_line - 1
    faults = [evolve(fault, line=None if fault.line is None else fault.line + below) for fault in document.faults]
    return _REPR.repr(document.value), faults, document.index, document.operation, document.is_sent


def _paths(value: object) -> Iterator[Path]:
    """Yield the paths of a value and of what is in it, level by level, as an alias may repeat much of it."""
    waiting: list[tuple[Path, object]] = [((), value)]
    for path, each in waiting:
        yield path
        members = each.items() if isinstance(each, dict) else enumerate(each) if isinstance(each, list) else ()
        if len(waiting) < MOST_PATHS:
            waiting += [((*path, key), item) for key, item in members if not isinstance(key, More)]


def _check_places(document: Document) -> None:
    """Test that all positions of a document are inside its text."""
    most = len(document.text)
    for path, place in document.locator(list(_paths(document.value))).items():
        for span in (place.value, *([place.key] if place.key else [])):
            promise(0 <= span.start <= span.end <= most, "a value is in the text", path, span)
            same("a value has the line of its offset", document.lines.at(span.start), (span.line, span.column))
    for fault in document.faults:
        if fault.line is not None:
            promise(1 <= fault.line <= len(document.lines.starts), "a fault is in a line of the text", fault)
            offset = document.lines.offset(fault.line, fault.column or 0)
            promise(0 <= offset <= most, "a fault is in the text", fault)
    promise(all(1 <= head <= len(document.lines.starts) for head in document.heads), "a head is a line", document.heads)
    secrets = [*document.secrets]
    promise(all(0 <= start < end <= most for start, end in secrets), "a secret is in the text", secrets)


def _check_findings(findings: list[Finding], source: bytes) -> None:
    """Test that each finding names a rule and a place in the file."""
    text, _ = decode(source)
    lines = Lines(source.decode(errors="replace") if text is None else text)  # UTF-16 and others are not decoded
    for each in findings:
        promise(each.rule in SEVERITIES, "a finding names a rule", each)
        start, end = (each.line, each.column), (each.end_line, each.end_column)
        promise((1, 1) <= start <= end, "a finding ends after its start", each)
        promise(each.end_line <= len(lines.starts), "a finding is in a line of the file", each)
        for line, column in (start, end):
            promise(lines.offset(line, column) <= len(lines.text) + 1, "a finding is in the file", each)
        promise(0 <= each.caret <= len(each.excerpt) and each.width >= 1, "a caret is below the excerpt", each)


def _secrets(documents: list[Document]) -> set[str]:
    found = {each.text[start:end] for each in documents for start, end in each.secrets}
    return {secret for secret in found if len(secret) >= SHORTEST_KEY}


def _check_secrets(result: Result, secrets: set[str]) -> None:
    """Test that no finding shows an API key of the file."""
    for secret in secrets:
        for each in result.findings:
            shown = (each.message, each.hint or "", each.pointer, each.excerpt)
            promise(not any(secret in text for text in shown), "no finding shows an API key", secret, each)
