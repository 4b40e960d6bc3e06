"""API keys that stand in a file, which are reported and never repeated."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.rules.literal_api_key import LITERAL_API_KEY

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from liveschema.lint.findings import Finding

VARIABLE: Final = "ACTIVITYSMITH_API_KEY"
"""The environment variable in which the tools of the service expect an API key."""
SHORTEST_KEY: Final = 8
"""The fewest characters of an API key."""
_LONGEST_QUOTED: Final = 40
"""How many characters of a text messages show."""
_SHORTEST_PART: Final = 4
"""How many characters of the beginning of a secret are hidden where a message cuts a text that has it."""
_STANDS_FOR_KEY: Final = re.compile(
    r"[<\[{(].*|[xX*.…_-]+|.*(?:your|my|example|secret|token|dummy|test|api.?key).*", re.IGNORECASE
)
"""A text that a reader is to replace, such as ``YOUR-API-KEY`` or ``<key>``, and one that tests send."""


_NAME: Final = re.compile(r"api_?key|access_?token|authorization", re.IGNORECASE)


def is_key_name(name: str) -> bool:
    """Return whether the value of a member or parameter of this name may be an API key."""
    return _NAME.fullmatch(name) is not None


def is_api_key(text: str) -> bool:
    """Return whether a text at a place where an API key is expected is one, rather than something that stands for it.

    Args:
        text: The text, without quotes; a part that is not known is a hole.
    """
    return (
        len(text) >= SHORTEST_KEY
        and HOLE not in text
        and not re.search(r"[\s$]", text)
        and not _STANDS_FOR_KEY.match(text)
    )


def literal_api_key(fragment: Fragment, start: int, end: int) -> tuple[Problem, tuple[int, int]]:
    """Return the problem for an API key in a fragment, and its range in the file, which is never shown.

    Args:
        fragment: The text.
        start: The offset of the key in the text.
        end: The offset after it.
    """
    line, column = fragment.at(start)
    problem = evolve(LITERAL_API_KEY.problem((), length=end - start), line=line, column=column)
    return problem, (fragment.start(start), fragment.end(end))


class SecretTexts:
    """The secrets of a file, which are found in other texts in a time that does not depend on how many there are."""

    def __init__(self) -> None:
        self._by_beginning: dict[int, dict[str, list[str]]] = {}
        self._beginnings: list[str] = []
        self._longest = 0

    def __bool__(self) -> bool:
        return bool(self._by_beginning)

    def add(self, text: str, ranges: Iterable[tuple[int, int]]) -> None:
        """Add the secrets that stand in ranges of a text."""
        for secret in {text[start:end] for start, end in ranges}:
            if len(secret) >= SHORTEST_KEY:
                beginning = secret[:_LONGEST_QUOTED]
                alike = self._by_beginning.setdefault(len(beginning), {}).setdefault(beginning, [])
                if not alike:
                    insort(self._beginnings, beginning)
                index = bisect_left(alike, secret)
                if alike[index : index + 1] != [secret]:
                    alike.insert(index, secret)
                self._longest = max(self._longest, len(secret))

    def are_in(self, text: str) -> bool:
        """Return whether a text has a secret, or the part of one that messages show."""
        return next(self._ranges_in(text), None) is not None

    def dotted(self, text: str) -> str:
        """Return a text with a dot in place of each character of a secret."""
        pieces: list[str] = []
        done = 0
        for start, end in sorted(self._ranges_in(text)):
            if end > done:
                start = max(start, done)  # noqa: PLW2901 - what overlaps is already dotted
                pieces += text[done:start], "•" * (end - start)
                done = end
        return "".join([*pieces, text[done:]])

    def hidden_in(self, finding: Finding) -> Finding:
        """Return a finding that does not repeat a secret that also stands where it does not belong.

        A fix is left out if a secret would have to be written, although it is there already.
        """
        fix = finding.fix
        if fix is not None:
            is_known = any(self.are_in(edit.new) for edit in fix.edits)
            fix = None if is_known else evolve(fix, title=self.dotted(fix.title))
        return evolve(
            finding,
            message=self.dotted(finding.message),
            hint=None if finding.hint is None else self.dotted(finding.hint),
            pointer=self.dotted(finding.pointer),
            excerpt=self.dotted(finding.excerpt),
            fix=fix,
        )

    def _ranges_in(self, text: str) -> Iterator[tuple[int, int]]:
        for length, secrets in self._by_beginning.items():
            for start in range(len(text) - length + 1):
                alike = secrets.get(text[start : start + length])
                if alike is not None:
                    yield start, start + _longest_shared(text[start : start + self._longest], alike)
        for cut in re.finditer("…", text) if self._beginnings else ():
            end = cut.start()
            for start in range(max(end - _LONGEST_QUOTED, 0), end - _SHORTEST_PART + 1):
                if self._have_beginning(text[start:end]):
                    yield start, end

    def _have_beginning(self, piece: str) -> bool:
        index = bisect_left(self._beginnings, piece)
        return any(each.startswith(piece) for each in self._beginnings[index : index + 1])


def _longest_shared(text: str, secrets: Sequence[str]) -> int:
    """Return how many characters the beginning of a text shares with the secret that has most of them.

    Args:
        text: The text.
        secrets: The secrets in order, so that it is one of the two between which the text would stand.
    """
    index = bisect_left(secrets, text)
    around = secrets[max(index - 1, 0) : index + 1]
    return max(sum(1 for _ in takewhile(_is_same, zip(text, secret, strict=False))) for secret in around)


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
