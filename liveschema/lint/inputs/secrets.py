"""API keys that stand in a file, which are reported and never repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

import attrs

from liveschema.engine.problems import Problem
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.rules.literal_api_key import LITERAL_API_KEY

VARIABLE: Final = "ACTIVITYSMITH_API_KEY"
"""The environment variable in which the tools of the service expect an API key."""
SHORTEST_KEY: Final = 8
"""The fewest characters of an API key."""
_LONGEST_QUOTED: Final = 40
"""How many characters of a text messages show."""
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
    problem = attrs.evolve(LITERAL_API_KEY.problem((), length=end - start), line=line, column=column)
    return problem, (fragment.start(start), fragment.end(end))


class SecretTexts:
    """The secrets of a file, which are found in other texts in a time that does not depend on how many there are."""

    def __init__(self) -> None:
        self._by_beginning: dict[int, dict[str, list[str]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_beginning)

    def add(self, text: str, ranges: Iterable[tuple[int, int]]) -> None:
        """Add the secrets that stand in ranges of a text."""
        for secret in {text[start:end] for start, end in ranges}:
            if len(secret) >= SHORTEST_KEY:
                beginning = secret[:_LONGEST_QUOTED]
                self._by_beginning.setdefault(len(beginning), {}).setdefault(beginning, []).append(secret)

    def are_in(self, text: str) -> bool:
        """Return whether a text has a secret, or the part of one that messages show."""
        return next(self._ranges_in(text), None) is not None

    def dotted(self, text: str) -> str:
        """Return a text with a dot in place of each character of a secret."""
        for start, end in self._ranges_in(text):
            text = text[:start] + "•" * (end - start) + text[end:]
        return text

    def _ranges_in(self, text: str) -> Iterator[tuple[int, int]]:
        for length, secrets in self._by_beginning.items():
            for start in range(len(text) - length + 1):
                for secret in secrets.get(text[start : start + length], ()):
                    pairs = zip(secret, text[start : start + len(secret)], strict=False)
                    yield start, start + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
