"""Hypothesis strategies for payloads, and an assertion that reports the problems of a payload.

It needs the extra ``liveschema[testing]``. Importing it registers strategies
for the models, so that ``hypothesis.strategies.from_type(UpdateRequest)`` works.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401 - a clearer message than that of the first module that needs it
except ImportError:
    msg = "liveschema.testing needs hypothesis: pip install 'liveschema[testing]'"
    raise ImportError(msg) from None

from liveschema.contract.example_payloads import Example
from liveschema.testing.assertions import assert_valid
from liveschema.testing.lifecycles import lifecycles
from liveschema.testing.model_strategies import register, requests, states
from liveschema.testing.mutations import mutated
from liveschema.testing.payloads import payloads
from liveschema.testing.rule_breakers import broken_examples, broken_payloads

__all__ = [
    "Example",
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
