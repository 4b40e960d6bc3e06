"""The catalogue of the rules on a sequence of requests; it lists itself."""

from __future__ import annotations

from typing import Final

from liveschema.contract.catalogue import rules_in
from liveschema.lifecycle import rules

LIFECYCLES: Final = rules_in(rules)
"""Every rule on a sequence of requests by its id; those on single requests apply to each of them too."""
