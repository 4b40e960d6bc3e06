"""What is wrong with a payload: one flat record per problem."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liveschema.engine.rule import Rule

Path = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a problem matters.

    An ``error`` is refused by the service or loses what the sender meant; a
    ``warning`` is accepted, and the sender likely did not mean it.

    .. versionadded:: 0.1.0
    """

    ERROR = "error"
    WARNING = "warning"


def to_pointer(path: Iterable[str | int]) -> str:
    """Write a path as a JSON Pointer (RFC 6901).

    Args:
        path: Keys and indexes, from the root inwards.

    Returns:
        The pointer; the empty string for the root.

    .. versionadded:: 0.1.0
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


@attrs.frozen
class Problem:
    """One thing that is wrong with a payload, and where.

    Args:
        rule: The kebab-case id of the rule, as ``liveschema rules`` lists it.
        severity: ``error`` or ``warning``.
        path: Keys and indexes from the root to the value. A missing field
            points at the object that lacks it; an unknown or misplaced one at
            the field itself.
        message: One line: what was expected, then what came.
        hint: What to change, where that is known.
        line: For a fault of the JSON text itself, its line, counted from 1.
        column: For a fault of the JSON text itself, its column, counted from 1
            in code points.
        at_key: Whether the last key of the path is at fault, rather than the
            value that stands there.

    .. versionadded:: 0.1.0
    """

    rule: str
    severity: Severity
    path: Path
    message: str
    hint: str | None = None
    line: int | None = None
    column: int | None = None
    at_key: bool = False

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        return to_pointer(self.path)

    def __str__(self) -> str:
        """Say place, message and rule on one line."""
        place = self.pointer or "(root)"
        if self.line is not None:
            place = f"{self.line}:{self.column}"
        return f"{place}: {self.message} [{self.rule}]"


class InvalidPayload(ValueError):  # noqa: N818 - named for what it holds, as the public names have it
    """A payload, or a model built in code, breaks at least one rule.

    Args:
        problems: All that is wrong, errors and warnings, in document order.

    .. versionadded:: 0.1.0
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """List the problems, one a line, with their hints."""
        lines: list[str] = []
        for problem in self.problems:
            lines.append(str(problem))
            if problem.hint:
                lines.append(f"    hint: {problem.hint}")
        return "\n".join(lines)


InvalidPayload.__module__ = "liveschema"  # where users import it from, and what a traceback shows


@attrs.define(eq=False, repr=False)
class ProblemCollector:
    """The problems found so far, each once.

    Args:
        problems: The problems, in the order they were found.
        errors: How many of them are errors.
    """

    problems: dict[Problem, None] = attrs.field(factory=dict)
    errors: int = 0

    def add(self, rule: Rule, path: Path, message: str, hint: str | None = None, *, at_key: bool = False) -> None:
        """Record a breach of a rule."""
        problem = rule.at(path, message, hint, at_key=at_key)
        if problem not in self.problems:
            self.problems[problem] = None
            self.errors += rule.severity is Severity.ERROR


def in_document_order(problems: list[Problem], payload: object) -> list[Problem]:
    """Sort problems by where they stand in a payload.

    Args:
        problems: The problems; two at the same place keep their order.
        payload: The payload, plain.

    Returns:
        A new list: an object's own problems come before those of its members.
    """
    if len(problems) < 2:  # noqa: PLR2004 - one problem is in order
        return problems
    ranks: dict[int, dict[object, int]] = {}

    def place(problem: Problem) -> tuple[int, ...]:
        at: object = payload
        found: list[int] = []
        for step in problem.path:
            if isinstance(at, dict):
                if id(at) not in ranks:
                    ranks[id(at)] = {key: index for index, key in enumerate(at)}
                # A fault of the text may point at a member that a later one of its name replaced.
                found.append(ranks[id(at)].get(step, len(at)))
                at = at.get(step)
            elif isinstance(at, list) and isinstance(step, int):
                found.append(step)
                at = at[step] if step < len(at) else None
        return tuple(found)

    return sorted(problems, key=place)
