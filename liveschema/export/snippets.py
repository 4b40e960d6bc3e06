"""Snippets of editors, which are made from example payloads."""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from liveschema.contract.parts import ACTIONS
from liveschema.contract.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liveschema.engine.constraint import Json

_TAGS: Final = frozenset(union.tag_field.name for union in (STATES, ACTIONS))
"""The names of the fields whose value the choice of a snippet decides."""


def snippet(label: str, value: object, description: str) -> Json:
    """Return a snippet.

    Args:
        label: The name by which an editor offers it.
        value: An example of what it inserts.
        description: What the editor says about it.

    Returns:
        A member of ``defaultSnippets``: in its body, each value of the example
        is a placeholder that is typed over, except for tags.
    """
    return {"label": label, "description": description, "body": _with_places(value, count(1))}


def _with_places(value: object, numbers: Iterator[int]) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {key: each if key in _TAGS else _with_places(each, numbers) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_places(each, numbers) for each in value]
    if isinstance(value, str):
        escaped = re.sub(r"[\\$}]", r"\\\g<0>", value)
        return f"${{{next(numbers)}:{escaped}}}"
    # An editor leaves out the quotes of a text that begins with a caret.
    return f"^${{{next(numbers)}:{json.dumps(value)}}}"
