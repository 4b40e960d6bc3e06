"""The rules that the engine itself applies; a contract adds documentation and examples to each."""

from __future__ import annotations

from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule


def _error(name: str, *, at_key: bool = False) -> Rule:
    return Rule(id=name, severity=Severity.ERROR, at_key=at_key)


WRONG_TYPE = _error("wrong-type")
NULL_VALUE = _error("null-value")
MISSING_FIELD = _error("missing-field")
UNKNOWN_FIELD = _error("unknown-field", at_key=True)
MISPLACED_FIELD = _error("misplaced-field", at_key=True)
INCOMPLETE_PAIR = _error("incomplete-pair")
INERT_FIELD = Rule(id="inert-field", severity=Severity.WARNING, at_key=True, default=False)

MISSING_TYPE = _error("missing-type")
UNKNOWN_TYPE = _error("unknown-type")
TYPE_MISMATCH = _error("type-mismatch")
NO_MATCHING_TYPE = _error("no-matching-type")

EMPTY_STRING = _error("empty-string")
TOO_LONG = _error("too-long")
LONE_SURROGATE = _error("lone-surrogate")
INVALID_URL = _error("invalid-url")
OUT_OF_RANGE = _error("out-of-range")
NOT_AN_INTEGER = _error("not-an-integer")
NON_FINITE_NUMBER = _error("non-finite-number")

EMPTY_LIST = _error("empty-list")
TOO_MANY_ITEMS = _error("too-many-items")
TOO_MANY_ENTRIES = _error("too-many-entries")
NOT_JSON = _error("not-json")
TOO_DEEP = _error("too-deep")

INVALID_JSON = _error("invalid-json")
DUPLICATE_KEY = _error("duplicate-key", at_key=True)
BYTE_ORDER_MARK = _error("byte-order-mark")
INVALID_UTF8 = _error("invalid-utf8")
