"""The rules that the engine itself applies; a contract adds documentation and examples to each."""

from __future__ import annotations

from typing import Final

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule


def _error(name: str, *, at_key: bool = False) -> Rule:
    return Rule(id=name, severity=Severity.ERROR, at_key=at_key)


WRONG_TYPE: Final = _error("wrong-type")
NULL_VALUE: Final = _error("null-value")
MISSING_FIELD: Final = _error("missing-field")
UNKNOWN_FIELD: Final = _error("unknown-field", at_key=True)
MISPLACED_FIELD: Final = _error("misplaced-field", at_key=True)
INCOMPLETE_PAIR: Final = _error("incomplete-pair")
INERT_FIELD: Final = Rule(id="inert-field", severity=Severity.WARNING, at_key=True, default=False)

MISSING_TYPE: Final = _error("missing-type")
UNKNOWN_TYPE: Final = _error("unknown-type")
TYPE_MISMATCH: Final = _error("type-mismatch")
NO_MATCHING_TYPE: Final = _error("no-matching-type")

EMPTY_STRING: Final = _error("empty-string")
TOO_LONG: Final = _error("too-long")
LONE_SURROGATE: Final = _error("lone-surrogate")
INVALID_URL: Final = _error("invalid-url")
OUT_OF_RANGE: Final = _error("out-of-range")
NOT_AN_INTEGER: Final = _error("not-an-integer")
NON_FINITE_NUMBER: Final = _error("non-finite-number")

EMPTY_LIST: Final = _error("empty-list")
TOO_MANY_ITEMS: Final = _error("too-many-items")
TOO_MANY_ENTRIES: Final = _error("too-many-entries")
NOT_JSON: Final = _error("not-json")
TOO_DEEP: Final = _error("too-deep")

INVALID_JSON: Final = _error("invalid-json")
DUPLICATE_KEY: Final = _error("duplicate-key", at_key=True)
BYTE_ORDER_MARK: Final = _error("byte-order-mark")
INVALID_UTF8: Final = _error("invalid-utf8")
