"""Hypothesis strategies for payloads, and an assertion that says what is wrong with one.

Needs ``liveschema[testing]``. Importing it tells hypothesis about the models,
so that ``hypothesis.strategies.from_type(UpdateRequest)`` works.
"""

from liveschema.testing._assert import assert_valid
from liveschema.testing._broken import broken_examples, broken_payloads
from liveschema.testing._lifecycles import lifecycles
from liveschema.testing._models import register, requests, states
from liveschema.testing._mutations import mutated
from liveschema.testing._payloads import payloads

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
