"""What no schema can say: the one list that documents, docstrings and tests go by."""

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
"""Rules that compare values, measure encoded text, or speak of what JSON text cannot hold.

A payload that breaks one of these and no other is taken by the schema and
refused by the model; there is no other difference between them.
"""

COMMENT: Final = "A schema cannot say, and liveschema checks beside it: " + "; ".join(
    f"{rule.title[0].lower()}{rule.title[1:]} ({rule.id})" for rule in BEYOND_SCHEMA
)
