"""Files with the fixes of their findings: made in rounds until nothing is left to fix, then written or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from liveschema.lint.findings import FileEdit, Finding, FindingFix
from liveschema.lint.fixes.edits import Edit
from liveschema.lint.inputs.secrets import SecretTexts
from liveschema.text.lines import Lines

_MOST_ROUNDS: Final = 100


class Checked(NamedTuple):
    """What a check of the bytes of a file found.

    Args:
        findings: The findings to report.
        payloads: The number of payloads.
        secrets: The secrets in the file, if there are any.
    """

    findings: Sequence[Finding]
    payloads: int
    secrets: SecretTexts | None = None


class Fixed(NamedTuple):
    """A file after its fixes.

    Args:
        content: Its bytes.
        rules: For each rule, how many findings are gone.
        left: Whether fixes were given up, since other findings would have come instead.
        secrets: The secrets in the file, if there are any.
    """

    content: bytes
    rules: Counter[str]
    left: bool = False
    secrets: SecretTexts | None = None


def fixed(content: bytes, check: Callable[[bytes], Checked], *, unsafe: bool) -> Fixed:
    """Fix the findings of a file.

    Args:
        content: The bytes of the file.
        check: The function that checks them, and finds out how findings can be fixed.
        unsafe: Whether to make fixes that may change what a payload means.

    Returns:
        The file; unchanged if it is not UTF-8, or if its fixes would not leave
        a file with fewer findings and the same number of payloads.
    """
    first = checked = check(content)
    text = _text_of(content)
    for _ in range(_MOST_ROUNDS):
        fixes = [each.fix for each in checked.findings if each.fix is not None and (each.fix.safe or unsafe)]
        edited = None if text is None else edited_text(text, fixes)
        if edited is None:
            break
        text = edited
        checked = check(text.encode())
    gone = Counter(each.rule for each in first.findings)
    left = Counter(each.rule for each in checked.findings)
    if checked is first or text is None:
        return Fixed(content, Counter())
    if left - gone or checked.payloads != first.payloads or left == gone:
        return Fixed(content, Counter(), left=True)
    return Fixed(text.encode(), gone - left, secrets=first.secrets)


def _text_of(content: bytes) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def edited_text(text: str, fixes: Iterable[FindingFix]) -> str | None:
    """Return a text with some fixes; those that touch what another one changes are left for the next round.

    Args:
        text: The text.
        fixes: The fixes.

    Returns:
        The text; None if there is no fix that can be made.
    """
    lines = Lines(text)
    made: list[Edit] = []
    for fix in fixes:
        edits = [_edit_of(each, lines) for each in fix.edits]
        fits = all(text[edit.start : edit.end] == each.old for edit, each in zip(edits, fix.edits, strict=True))
        if fits and not any(_touch(edit, other) for edit in edits for other in made):
            made += edits
    if not made:
        return None
    pieces: list[str] = []
    done = 0
    for edit in sorted(made, key=lambda each: (each.start, each.end)):
        pieces += text[done : edit.start], edit.text
        done = edit.end
    return "".join([*pieces, text[done:]])


def _edit_of(edit: FileEdit, lines: Lines) -> Edit:
    return Edit(lines.offset(edit.line, edit.column), lines.offset(edit.end_line, edit.end_column), edit.new)


def _touch(one: Edit, other: Edit) -> bool:
    """Return whether two edits overlap, or one of them inserts text where the other one begins or ends."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
