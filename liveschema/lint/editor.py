"""The check of a text that somebody types, such as in the playground: marks, fixes and pictures as plain data.

Offsets are counted in UTF-16 code units, as editors in a browser and the Language Server Protocol count them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape
from io import BytesIO
from itertools import chain
from typing import Any, Final

from liveschema.contract.vocabulary import Operation, OperationLike
from liveschema.engine.problems import Severity
from liveschema.lint.findings import FileEdit, Finding
from liveschema.lint.fixes.files import Checked, fixed
from liveschema.lint.inputs.likely_keys import secrets_in
from liveschema.lint.inputs.recorded import Request
from liveschema.lint.inputs.secrets import SecretTexts
from liveschema.lint.results import FileResult
from liveschema.lint.run.alone import EachAlone
from liveschema.lint.run.blotted import blotted
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.problems import judge
from liveschema.lint.run.recognise import documents_in, recognise
from liveschema.lint.run.verdict import without_schema
from liveschema.preview import THEMES, svg
from liveschema.text.lines import Lines
from liveschema.verdicts import is_valid

MOST_SHOWN: Final = 100
"""The most findings of a text that are shown; if there are more, no fixes are tried out, since each takes a check."""

_NAME: Final = "payload"
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_LONE_HALF: Final = re.compile("[\ud800-\udfff]")
_FLOW: Final = ("{", "[")
_TOLD: Final = re.compile(r"<(?:title|desc)\b[^>]*>([^<]+)<")
_THEMES: Final = tuple(theme for theme in THEMES if theme != "auto")


def form_of(text: str) -> str:
    """Return the format that a text likely has: ``json`` if it begins with a bracket, otherwise ``yaml``."""
    return "json" if text.lstrip("\ufeff \t\r\n").startswith(_FLOW) else "yaml"


def findings_in(text: str, form: str | None = None, operation: OperationLike | None = None) -> list[Finding]:
    """Check the payloads in a text as ``liveschema check`` checks those of a file.

    Args:
        text: The text. A lone surrogate counts as the character U+FFFD.
        form: The name of its format, ``json`` or ``yaml`` or another one of the command; None to tell it by the text.
        operation: The operation; None to infer it.

    Returns:
        The findings in the order of the text, with the edits that fix them.

    Raises:
        ValueError: If the operation does not exist.
    """
    text = _well_formed(text)
    return [*_check(text.encode(), form or form_of(text), _context(operation)).findings]


def text_report(text: str, form: str | None = None, operation: OperationLike | None = None) -> dict[str, Any]:
    """Check the payloads in a text, and return what an editor shows of it.

    Args:
        text: The text, as for `findings_in`. One with a lone surrogate has no fixes, since that would not stay.
        form: The name of its format; None to tell it by the text.
        operation: The operation; None to infer it.

    Returns:
        Plain data: ``form``, the format; ``payloads``, their number; ``operations``, those that the first payload was
        checked for or is valid for; ``errors`` and ``warnings``, their numbers; ``findings``, the first of them, with
        the offsets ``start`` and ``end`` and the edits of a fix, unless there are too many to try out fixes;
        ``fixed``, the text after all safe fixes, or None; and ``cards``, an SVG document of the first payload for
        each theme with what it shows in ``words``, or None if nothing can be drawn.

    Raises:
        ValueError: If the operation does not exist.
    """
    given, text = text, _well_formed(text)
    form = form or form_of(text)
    context = _context(operation)
    checked = _check(text.encode(), form, _context(operation, fixes=False))
    errors = sum(each.severity is Severity.ERROR for each in checked.findings)
    if text == given and 0 < len(checked.findings) <= MOST_SHOWN:
        checked = _check(text.encode(), form, context)
    request = _first_request(text, form, context)
    places = _Places(text)
    return {
        "form": form,
        "payloads": checked.payloads,
        "operations": [] if request is None else _operations(request, context),
        "errors": errors,
        "warnings": len(checked.findings) - errors,
        "findings": [_finding(each, places) for each in checked.findings[:MOST_SHOWN]],
        "fixed": _fixed(text, form, operation) if checked.fixes(unsafe=False) else None,
        "cards": None if request is None else _cards(request, context, text),
    }


class _Places:
    """The offsets in a text in UTF-16 code units.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.lines = Lines(text)
        self._wide = [each.start() for each in _ASTRAL.finditer(text)]

    def at(self, line: int, column: int) -> int:
        """Return the offset of a line and a column."""
        return self.after(self.lines.offset(line, column))

    def after(self, offset: int) -> int:
        """Return an offset that is given in code points."""
        return offset + bisect_left(self._wide, offset)


def _well_formed(text: str) -> str:
    """Return a text without lone surrogates, which no file has; its other characters stay where they are."""
    return _LONE_HALF.sub("\ufffd", text)


def _context(operation: OperationLike | None, *, fixes: bool = True, keep: bool = False) -> FileContext:
    configured = None if operation is None else Operation(operation)
    return FileContext(_NAME, configured, is_named=True, templates=True, fixes=fixes, keep=keep)


def _check(content: bytes, form: str, context: FileContext) -> Checked:
    """Return what is found in the bytes of a text."""
    results = [result for result, _ in EachAlone().read(BytesIO(content), form, context)]
    return Checked(
        [*chain.from_iterable(result.findings for result in results)],
        sum(result.payloads for result in results),
        requests=[*chain.from_iterable(result.kept for result in results)],
    )


def _fixed(text: str, form: str, operation: OperationLike | None) -> str | None:
    """Return a text after all safe fixes; None if they are not made, since something else would change with them."""

    def check(content: bytes, *, keep: bool) -> Checked:
        return _check(content, form, _context(operation, keep=keep))

    after = fixed(text.encode(), check, unsafe=False)
    return after.content.decode() if after.rules else None


def _first_request(text: str, form: str, context: FileContext) -> Request | None:
    """Return the first request in a text that can be read."""
    for document in documents_in(text.encode(), form, context, FileResult()):
        for request in recognise(document, context, FileResult()).requests:
            if request.document.readable:
                return request
    return None


def _operations(request: Request, context: FileContext) -> list[str]:
    """Return the operations that a request is checked for, or is valid for if several fit."""
    operation = judge(request, context)[0]
    if operation is not None:
        return [str(operation)]
    payload = without_schema(request.payload)
    return [str(each) for each in Operation if not request.document.is_partial and is_valid(payload, each)]


def _cards(request: Request, context: FileContext, text: str) -> dict[str, str] | None:
    """Return the picture of the card in each theme, without what looks like an API key in a text."""
    payload = without_schema(request.payload)
    if not isinstance(payload, dict):
        return None
    payload = blotted(payload, secrets_in(text) or SecretTexts())
    operation = judge(request, context)[0]
    drawn = {theme: svg(payload, operation, theme=theme) for theme in _THEMES}
    return {**drawn, "words": ": ".join(unescape(each) for each in _TOLD.findall(drawn[_THEMES[0]]))}


def _finding(finding: Finding, places: _Places) -> dict[str, Any]:
    start = places.lines.offset(finding.line, finding.column)
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
        "start": places.after(start),
        "end": places.after(min(start + finding.width, len(places.lines.text))),
        "fix": fix and {"title": fix.title, "safe": fix.safe, "edits": [_edit(each, places) for each in fix.edits]},
    }


def _edit(edit: FileEdit, places: _Places) -> dict[str, Any]:
    return {
        "start": places.at(edit.line, edit.column),
        "end": places.at(edit.end_line, edit.end_column),
        "text": edit.new,
    }
