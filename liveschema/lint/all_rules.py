"""All rules that the linter can report: on payloads, on files and on sequences of requests."""

from __future__ import annotations

from typing import Final

from liveschema.contract.catalogue import CATALOGUE, rules_in
from liveschema.lifecycle.catalogue import LIFECYCLES
from liveschema.lint import rules

RULES: Final = {**CATALOGUE, **rules_in(rules), **LIFECYCLES}
"""The rules by id."""
