"""Hypothesis strategies for payloads, and an assertion that says what is wrong with one.

Needs ``liveschema[testing]``.
"""

from liveschema.testing._mutations import mutated
from liveschema.testing._payloads import payloads

__all__ = ["mutated", "payloads"]
