"""The context of generated values, and helpers that combine strategies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule

Strategy = st.SearchStrategy[Any]

_ONE_IN: Final = 16
_TRIES: Final = 5


@attrs.frozen
class GenerationContext:
    """The context of generated values.

    Args:
        operation: The operation of the payload; None for a part on its own.
        activity_type: The activity type; None for any.
        no_warnings: Whether the values cause no warnings either.
        typed: Whether the state always names its type, even if it may leave it out.
    """

    operation: Operation | None = None
    activity_type: ActivityType | None = None
    no_warnings: bool = False
    typed: bool = False

    @property
    def of_report(self) -> Context:
        """The context for the check of the values."""
        return Context(mode=self.operation, tag=self.activity_type, known=self.activity_type)

    def keeps(self, rule: Rule) -> bool:
        """Return whether the values must conform to a rule."""
        return self.no_warnings or rule.severity is Severity.ERROR


def sifted(strategy: Strategy, sift: Callable[[Any], Any], name: str) -> Strategy:
    """Map the values of a strategy by a function, and reject those that it maps to None.

    Unlike ``filter``, it does not compute the representation of the whole
    strategy for each rejected value.

    Args:
        strategy: The strategy.
        sift: The function; returns None to reject a value.
        name: The name of the new strategy in the output of hypothesis.

    Returns:
        The new strategy.
    """

    def drawn(draw: st.DrawFn) -> Any:  # noqa: ANN401 - what the function returns
        for _ in range(_TRIES):
            found = sift(draw(strategy))
            if found is not None:
                return found
        return reject()

    drawn.__name__ = drawn.__qualname__ = name
    return st.composite(drawn)()


def seldom(common: Strategy, rare: Strategy) -> Strategy:
    """Combine a strategy with another that is slower and is drawn from rarely, one time in 16.

    Args:
        common: The usual strategy, which values shrink to.
        rare: The rare strategy.

    Returns:
        The new strategy.
    """
    return st.sampled_from([common] * (_ONE_IN - 1) + [rare]).flatmap(_itself)


def _itself(strategy: Strategy) -> Strategy:
    return strategy
