"""Payloads to be drawn, with dots in place of API keys."""

from __future__ import annotations

from typing import Any, Final

from liveschema.engine.unknown import PartialText
from liveschema.lint.inputs.likely_keys import without_keys
from liveschema.lint.inputs.secrets import SecretTexts

_LEVELS: Final = 5
"""How deep a payload has texts that are drawn: in a metric in the list of the state of the request."""


def blotted(value: Any, secrets: SecretTexts, levels: int = _LEVELS) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value with dots in place of API keys.

    Args:
        value: The value.
        secrets: The API keys that are known.
        levels: How far down texts are drawn.
    """
    if isinstance(value, str):
        return without_keys(secrets.dotted(value))
    if isinstance(value, PartialText):
        return PartialText(blotted(piece, secrets, 0) for piece in value.pieces)
    if not levels:
        return value
    if isinstance(value, dict):
        return {key: blotted(item, secrets, levels - 1) for key, item in value.items()}
    return [blotted(item, secrets, levels - 1) for item in value] if isinstance(value, list) else value
