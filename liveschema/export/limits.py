"""The rules that JSON Schema cannot state, for documents and tests."""

from __future__ import annotations

from typing import Final

from liveschema.contract.rules.channels_differ import CHANNELS_DIFFER
from liveschema.contract.rules.lone_surrogate import LONE_SURROGATE
from liveschema.contract.rules.metadata_too_large import METADATA_TOO_LARGE
from liveschema.contract.rules.non_finite_number import NON_FINITE_NUMBER
from liveschema.contract.rules.not_json import NOT_JSON
from liveschema.contract.rules.step_past_end import STEP_PAST_END
from liveschema.contract.rules.too_deep import TOO_DEEP
from liveschema.contract.rules.type_mismatch import TYPE_MISMATCH
from liveschema.engine.rule import Rule

BEYOND_SCHEMA: Final[tuple[Rule, ...]] = (
    STEP_PAST_END,
    CHANNELS_DIFFER,
    METADATA_TOO_LARGE,
    NON_FINITE_NUMBER,
    LONE_SURROGATE,
    TOO_DEEP,
    NOT_JSON,
    TYPE_MISMATCH,
)
"""Rules that compare values, measure encoded text, or are about values that JSON text cannot contain.

A payload that breaks only these rules is valid by the schema and refused by
the models. There is no other difference between the models and the validation
form. The other documents do not accept values that are only tolerated.
"""

COMMENT: Final = "liveschema also checks what a schema cannot state: " + "; ".join(
    f"{rule.title[0].lower()}{rule.title[1:]} ({rule.id})" for rule in BEYOND_SCHEMA
)
