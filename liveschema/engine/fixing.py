"""The choice of fixes: those that mend a payload without making another problem."""

from __future__ import annotations

from typing import Final

from liveschema.engine.fixes import AddMember
from liveschema.engine.report import Key, problem_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from liveschema.engine.fixes import Fix
    from liveschema.engine.problems import Problem

    Report = Callable[[object], list[Problem]]
    """A function that returns the problems of a payload."""

_MOST_FIXES: Final = 100
"""The most fixes of a payload that are tried, since each asks for a new check of all of it."""
_MOST_STEPS: Final = 50
"""The most fixes that one fix may need after it."""


class Mending:
    """A payload that is mended step by step.

    Args:
        payload: The payload, made of plain values and placeholders.
        problems: Its problems.
        report: The function that finds them.
    """

    def __init__(self, payload: object, problems: Iterable[Problem], report: Report) -> None:
        self.payload: object = payload
        self.report = report
        self.known: list[Problem] = [*problems]
        with_fix = [each for each in self.known if each.fix is not None]
        # What is missing may be there under another name.
        self.waiting: list[Problem] = sorted(with_fix, key=lambda each: isinstance(each.fix, AddMember))[:_MOST_FIXES]

    def choose(self, *, unsafe: bool) -> Iterator[Problem]:
        """Choose the problems whose fixes can be made one after the other, each after those before it.

        A fix is chosen if its problem is gone after it, no other one is new,
        or all new ones can be fixed in the same way, and none loses its fix.

        Args:
            unsafe: Whether fixes are allowed that may change what the payload means.

        Yields:
            The problems with a fix to make.
        """
        left = []
        for problem in self.waiting:
            after = self._after(problem, unsafe=unsafe)
            if after is None:
                left.append(problem)
            else:
                self.payload, self.known = after
                yield problem
        self.waiting = left

    def _after(self, problem: Problem, *, unsafe: bool) -> tuple[object, list[Problem]] | None:
        """Return the payload after a fix, and its problems; None if the fix cannot be made."""
        fix = problem.fix
        if fix is None or not (fix.safe or unsafe):
            return None
        step = self._step(self.payload, fix, problem, set(map(problem_key, self.known)))
        if step is None or self._has_lost_fix(fix, step[1]):
            return None
        payload, found, old = step
        after = payload, found
        for _ in range(_MOST_STEPS):
            new = [each for each in found if problem_key(each) not in old]
            if not new:
                return after
            following = (
                made
                for each in new
                if each.fix is not None and (each.fix.safe or unsafe)
                if (made := self._step(payload, each.fix, each, old)) is not None
            )
            step = next(following, None)
            if step is None:
                return None
            payload, found, old = step
        return None

    def _has_lost_fix(self, fix: Fix, found: Iterable[Problem]) -> bool:
        """Return whether a fix leaves a problem without the fix that it had before, so that the order would matter."""
        fixable = {_moved(problem_key(each), fix) for each in self.known if each.fix is not None}
        return any(each.fix is None and problem_key(each) in fixable for each in found)

    def _step(
        self, payload: object, fix: Fix, problem: Problem, old: set[Key]
    ) -> tuple[object, list[Problem], set[Key]] | None:
        """Make one fix; return the payload, its problems, and the keys of those that were there in the beginning."""
        try:
            changed = fix.apply(payload)
        except LookupError:
            return None
        found = self.report(changed)
        if _moved(problem_key(problem), fix) in map(problem_key, found):
            return None
        return changed, found, {_moved(key, fix) for key in old}


def _moved(key: Key, fix: Fix) -> Key:
    rule, path, message = key
    return rule, fix.moved(path), message
