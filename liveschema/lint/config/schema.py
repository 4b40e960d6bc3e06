"""The JSON Schema of the configuration, with which editors complete and check it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from liveschema._generated.rule_index import SEVERITIES
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.lint.config import keys
from liveschema.lint.config.settings import GROUPS
from liveschema.lint.inputs import FORMATS

_RULE: Final = {"enum": [*GROUPS, *SEVERITIES]}
_RULES: Final = {"type": "array", "items": _RULE}
_FORMS: Final[dict[Callable[..., Any], dict[str, Any]]] = {
    keys.read_flag: {"type": "boolean"},
    keys.read_path: {"type": "string"},
    keys.read_patterns: {"type": "array", "items": {"type": "string"}},
    keys.read_rules: _RULES,
    keys.read_inputs: {"type": "array", "items": {"enum": list(FORMATS)}, "minItems": 1},
    keys.read_rules_by_pattern: {"type": "object", "additionalProperties": _RULES},
    keys.read_operations: {"type": "object", "additionalProperties": {"enum": list(map(str, Operation))}},
    keys.read_severities: {
        "type": "object",
        "propertyNames": _RULE,
        "additionalProperties": {"enum": list(map(str, Severity))},
    },
}
"""The forms of values, by the function that reads them."""


def configuration_schema() -> dict[str, Any]:
    """Return the JSON Schema of liveschema.toml, and of the table ``[tool.liveschema]`` in pyproject.toml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The configuration of liveschema",
        "type": "object",
        "properties": {name: {"description": key.doc, **_FORMS[key.read]} for name, key in keys.KEYS.items()},
        "additionalProperties": False,
    }
