"""Problems of a payload, and the exception that carries them."""

from __future__ import annotations

from enum import StrEnum

from liveschema.engine.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from liveschema.engine.fixes import Fix
    from liveschema.engine.rule import Rule

Path = tuple[str | int, ...]


class Severity(StrEnum):
    """The severity of a problem.

    With an ``error``, the service refuses the payload or loses a part of it.
    With a ``warning``, it accepts the payload, but the sender probably meant
    something else.

    .. versionadded:: 0.1.0
    """

    ERROR = "error"
    WARNING = "warning"


def to_pointer(path: Iterable[str | int]) -> str:
    """Convert a path to a JSON Pointer (RFC 6901).

    Args:
        path: The keys and indexes that lead from the root to a value.

    Returns:
        The pointer; the empty string for the root.

    .. versionadded:: 0.1.0
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


class Problem(Record):
    """A breach of one rule at one place of a payload.

    Args:
        rule: The kebab-case id of the rule, as ``liveschema rules`` lists it.
        severity: ``error`` or ``warning``.
        path: The keys and indexes that lead from the root to the value. The
            path of a missing field is that of the object that lacks it; the
            path of an unknown or misplaced field is that of the field itself.
        message: What was expected, then what was found, on one line.
        hint: What to change, if that is known.
        line: The line of a problem of the JSON text itself, counted from 1;
            None for a problem of a value.
        column: The column of a problem of the JSON text itself, counted from 1
            in code points; None for a problem of a value.
        at_key: Whether the problem is about the last key of the path, rather
            than about its value.
        fix: The change that mends it, if that is mechanical. It may not be
            possible in this payload, and may uncover other problems.

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
    fix: Fix | None = None

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901); the empty string for the root."""
        return to_pointer(self.path)

    @property
    def is_error(self) -> bool:
        """Whether it is an error, rather than a warning."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        """Return the place, the severity, the rule, the message and the hint on one line."""
        place = self.pointer or "(root)"
        if not place.isprintable():  # a key may hold a line break
            place = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in place)
        if self.line is not None:
            place = f"{self.line}:{self.column}"
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.severity}[{self.rule}] {self.message}{hint}"


class InvalidPayload(ValueError):  # noqa: N818 - the established public name
    """The exception for a payload, or a model built in code, that breaks at least one rule.

    Args:
        problems: All problems, errors and warnings, in document order. They
            are kept as a tuple in the attribute of the same name.

    .. versionadded:: 0.1.0
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return the problems, one per line."""
        return "\n".join(map(str, self.problems))


InvalidPayload.__module__ = "liveschema"  # tracebacks show the module from which users import it


class ProblemCollector:
    """A collector of problems, without duplicates.

    Args:
        enable: Ids of rules to apply that are off by default.

    Attributes:
        errors: The number of errors among the problems.
    """

    __slots__ = ("_found", "enable", "errors")

    def __init__(self, enable: Collection[str] = ()) -> None:
        self.enable: Collection[str] = enable
        self.errors: int = 0
        self._found: dict[tuple[object, ...], Problem] = {}

    @property
    def problems(self) -> list[Problem]:
        """The problems, in the order in which they were found."""
        return list(self._found.values())

    def reports(self, rule: Rule) -> bool:
        """Return whether a rule is on."""
        return rule.default or rule.id in self.enable

    def add(  # noqa: PLR0913 - the parts of a problem
        self,
        rule: Rule,
        path: Path,
        message: str,
        hint: str | None = None,
        *,
        at_key: bool = False,
        fix: Fix | None = None,
    ) -> None:
        """Add the problem for a breach of a rule, unless it is already there or the rule is off."""
        key = (rule.id, path, message, hint, at_key)
        # The tuple is compared faster than a problem, and a problem that is already there need not be made.
        if self.reports(rule) and key not in self._found:
            self._found[key] = rule.at(path, message, hint, at_key=at_key, fix=fix)
            self.errors += rule.severity is Severity.ERROR


def in_document_order(problems: list[Problem], payload: object) -> list[Problem]:
    """Sort problems by their place in a payload.

    Args:
        problems: The problems; those at the same place keep their order.
        payload: The payload, made of plain values.

    Returns:
        The sorted list: the problems of an object come before those of its members.
    """
    if len(problems) < 2:  # noqa: PLR2004 - nothing to sort
        return problems
    ranks: dict[int, dict[object, int]] = {}

    def place(problem: Problem) -> tuple[int, ...]:
        at: object = payload
        found: list[int] = []
        for step in problem.path:
            if isinstance(at, dict):
                if id(at) not in ranks:
                    ranks[id(at)] = {key: index for index, key in enumerate(at)}
                # The path of a problem of the text can lead into a member that a later duplicate key replaced.
                found.append(ranks[id(at)].get(step, len(at)))
                at = at.get(step)
            elif isinstance(at, list) and isinstance(step, int):
                found.append(step)
                at = at[step] if step < len(at) else None
        return tuple(found)

    return sorted(problems, key=place)
