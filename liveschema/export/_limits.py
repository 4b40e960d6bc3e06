"""What no schema can say: the one list that documents, docstrings and tests go by."""

from __future__ import annotations

from typing import Final

from liveschema.rules import (
    CHANNELS_DIFFER,
    LONE_SURROGATE,
    METADATA_TOO_LARGE,
    NON_FINITE_NUMBER,
    NOT_JSON,
    STEP_PAST_END,
    TOO_DEEP,
    TYPE_MISMATCH,
    Rule,
)

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
