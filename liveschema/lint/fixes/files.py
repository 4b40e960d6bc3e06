"""Files with the fixes of their findings: made in rounds until nothing is left to fix, then written or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from liveschema.lint.findings import FileEdit, Finding, FindingFix
from liveschema.lint.fixes.edits import Edit
from liveschema.lint.fixes.found import Mendable
from liveschema.lint.inputs.secrets import SecretTexts
from liveschema.text.lines import Lines

_MOST_ROUNDS: Final = 100
_OTHERS_COME: Final = "not fixed, since other problems would take the place of those that are fixed"
_TOO_MUCH: Final = "not all is fixed, since more than the problems would be changed"


class Checked(NamedTuple):
    """What a check of the bytes of a file found.

    Args:
        findings: The findings to report.
        payloads: The number of payloads.
        secrets: The secrets in the file, if there are any.
        requests: The requests, if they were to be kept.
    """

    findings: Sequence[Finding]
    payloads: int
    secrets: SecretTexts | None = None
    requests: Sequence[Mendable] = ()

    def fixes(self, *, unsafe: bool) -> list[FindingFix]:
        """Return the fixes of the findings.

        Args:
            unsafe: Whether to return those as well that may change what a payload means.
        """
        return [each.fix for each in self.findings if each.fix is not None and (each.fix.safe or unsafe)]

    @property
    def rules(self) -> Counter[str]:
        """How many findings there are, by rule."""
        return Counter(each.rule for each in self.findings)


class Check(Protocol):
    """The interface of the function that checks the bytes of a file."""

    def __call__(self, content: bytes, *, keep: bool) -> Checked:
        """Check bytes as those of the file, and find out how findings can be fixed.

        Args:
            content: The bytes.
            keep: Whether to keep the requests, even those without a finding.
        """


class Fixed(NamedTuple):
    """A file after its fixes.

    Args:
        content: Its bytes.
        rules: For each rule, how many findings are gone.
        left: Why fixes were given up; empty if none was.
        secrets: The secrets in the file, if there are any.
    """

    content: bytes
    rules: Counter[str]
    left: str = ""
    secrets: SecretTexts | None = None


def fixed(content: bytes, check: Check, *, unsafe: bool) -> Fixed:
    """Fix the findings of a file.

    Args:
        content: The bytes of the file.
        check: The function that checks them.
        unsafe: Whether to make fixes that may change what a payload means.

    Returns:
        The file; unchanged if it is not UTF-8, or if its fixes would not leave
        a file with fewer findings and the same number of payloads.
    """
    same = Fixed(content, Counter())
    if not check(content, keep=False).fixes(unsafe=unsafe):
        return same
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return same
    first = checked = check(content, keep=True)
    for _ in range(_MOST_ROUNDS):
        round_ = _Round(text, checked, check)
        if not round_.most(checked.fixes(unsafe=unsafe), []):
            break
        text, checked = round_.text, round_.checked
    gone, new = first.rules - checked.rules, checked.rules - first.rules
    if new:
        return Fixed(content, Counter(), _OTHERS_COME)
    left = _TOO_MUCH if checked.fixes(unsafe=unsafe) else ""
    return Fixed(text.encode(), gone, left, first.secrets)


class _Round:
    """Fixes of a text that are made at once.

    Args:
        before: The text.
        found: What a check of it found.
        check: The function that checks a text.

    Attributes:
        text: The text with the fixes that were found to be sound so far.
        checked: What a check of it found.
    """

    def __init__(self, before: str, found: Checked, check: Check) -> None:
        self.before = before
        self.found = found
        self.check = check
        self.text = before
        self.checked = found

    def most(self, fixes: list[FindingFix], others: list[FindingFix]) -> list[FindingFix]:
        """Make fixes after others, except for those with which something else than the fixed problems changes.

        Such a change is that of a text that several requests share, or one in which a sign has a special meaning.

        Args:
            fixes: The fixes.
            others: The other fixes, which are sound.

        Returns:
            The fixes that are sound.
        """
        fixes = compatible(self.before, fixes, others)
        if not fixes or self._is_sound([*others, *fixes]):
            return fixes
        if len(fixes) == 1:
            return []
        middle = len(fixes) // 2
        sound = self.most(fixes[:middle], others)
        return sound + self.most(fixes[middle:], others + sound)

    def _is_sound(self, fixes: list[FindingFix]) -> bool:
        """Return whether the payloads are those that fixes should make, and keep the text if they are."""
        text = edited_text(self.before, fixes)
        checked = self.check(text.encode(), keep=True)
        made = {edit for fix in fixes for edit in fix.edits}
        try:
            expected = [each.after(made) for each in self.found.requests]
        except LookupError:
            return False
        if [each.payload for each in checked.requests] != expected or checked.payloads != self.found.payloads:
            return False
        self.text, self.checked = text, checked
        return True


def compatible(text: str, fixes: Iterable[FindingFix], others: Iterable[FindingFix] = ()) -> list[FindingFix]:
    """Return the fixes that fit a text and do not touch what those before them, or others, change."""
    lines = Lines(text)
    made = [_edit_of(edit, lines) for fix in others for edit in fix.edits]
    found = []
    for fix in fixes:
        edits = [_edit_of(each, lines) for each in fix.edits]
        fits = all(text[edit.start : edit.end] == each.old for edit, each in zip(edits, fix.edits, strict=True))
        if fits and not any(_touch(edit, other) for edit in edits for other in made):
            made += edits
            found.append(fix)
    return found


def edited_text(text: str, fixes: Iterable[FindingFix]) -> str:
    """Return a text with compatible fixes."""
    lines = Lines(text)
    pieces: list[str] = []
    done = 0
    for edit in sorted((_edit_of(edit, lines) for fix in fixes for edit in fix.edits), key=lambda each: each[:2]):
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
