"""The JSON Schema of the configuration, with which editors complete and check it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from liveschema._generated.rule_index import SEVERITIES
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.lint.config import settings
from liveschema.lint.inputs import FORMATS

_RULE: Final = {"enum": [*settings.GROUPS, *SEVERITIES]}
_RULES: Final = {"type": "array", "items": _RULE}
_FORMS: Final[dict[Callable[..., Any], dict[str, Any]]] = {
    settings.read_flag: {"type": "boolean"},
    settings.read_path: {"type": "string"},
    settings.read_patterns: {"type": "array", "items": {"type": "string"}},
    settings.read_rules: _RULES,
    settings.read_inputs: {"type": "array", "items": {"enum": list(FORMATS)}, "minItems": 1},
    settings.read_rules_by_pattern: {"type": "object", "additionalProperties": _RULES},
    settings.read_operations: {"type": "object", "additionalProperties": {"enum": list(map(str, Operation))}},
    settings.read_severities: {
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
        "properties": {name: {"description": key.doc, **_FORMS[key.read]} for name, key in settings.KEYS.items()},
        "additionalProperties": False,
    }
