"""The catalogue of the rules on sequences of requests, collected from the modules of `liveschema.lifecycle.rules`."""

from __future__ import annotations

from typing import Final

from liveschema.contract.catalogue import rules_in
from liveschema.lifecycle import rules

LIFECYCLES: Final = rules_in(rules)
"""The rules on sequences of requests by id; the rules on single requests also apply to each request."""
