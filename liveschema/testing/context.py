"""What values are made for, and ways to draw from a strategy."""

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
    """What values are made for.

    Args:
        operation: The operation they are sent for; None for a part on its own.
        activity_type: The activity type whose rules they keep.
        no_warnings: Whether they earn no warning either.
        typed: Whether the state names its type even where it may leave it out.
    """

    operation: Operation | None = None
    activity_type: ActivityType | None = None
    no_warnings: bool = False
    typed: bool = False

    @property
    def of_report(self) -> Context:
        """What a report on the values goes by."""
        return Context(mode=self.operation, tag=self.activity_type, known=self.activity_type)

    def keeps(self, rule: Rule) -> bool:
        """Say whether the values must keep a rule."""
        return self.no_warnings or rule.severity is Severity.ERROR


def sifted(strategy: Strategy, sift: Callable[[Any], Any], name: str) -> Strategy:
    """Keep of what a strategy gives what a function makes something of.

    Unlike ``filter`` it does not write out the whole strategy for each value
    that is turned down.

    Args:
        strategy: The strategy.
        sift: From a value to what is kept of it; None turns it down.
        name: What the strategy is called where hypothesis shows it.

    Returns:
        The new strategy.
    """

    def drawn(draw: st.DrawFn) -> Any:  # noqa: ANN401 - as the function gives
        for _ in range(_TRIES):
            found = sift(draw(strategy))
            if found is not None:
                return found
        return reject()

    drawn.__name__ = drawn.__qualname__ = name
    return st.composite(drawn)()


def seldom(common: Strategy, rare: Strategy) -> Strategy:
    """Draw from one strategy, and once in a while from another that costs more.

    Args:
        common: The strategy that is drawn from as a rule, and that values shrink to.
        rare: The other one.

    Returns:
        The new strategy.
    """
    return st.sampled_from([common] * (_ONE_IN - 1) + [rare]).flatmap(_itself)


def _itself(strategy: Strategy) -> Strategy:
    return strategy
