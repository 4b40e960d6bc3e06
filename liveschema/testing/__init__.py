"""Hypothesis strategies for payloads, and an assertion that says what is wrong with one.

Needs ``liveschema[testing]``. Importing it tells hypothesis about the models,
so that ``hypothesis.strategies.from_type(UpdateRequest)`` works.
"""

from liveschema.testing.assertions import assert_valid
from liveschema.testing.lifecycles import lifecycles
from liveschema.testing.model_strategies import register, requests, states
from liveschema.testing.mutations import mutated
from liveschema.testing.payloads import payloads
from liveschema.testing.rule_breakers import broken_examples, broken_payloads

__all__ = [
    "assert_valid",
    "broken_examples",
    "broken_payloads",
    "lifecycles",
    "mutated",
    "payloads",
    "requests",
    "states",
]

register()
