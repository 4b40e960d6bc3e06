"""JSON text that breaks one rule on the text, made from payloads that break none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from liveschema.rules import BYTE_ORDER_MARK, DUPLICATE_KEY, INVALID_JSON, INVALID_UTF8, Rule
from liveschema.testing._values import Strategy

_TITLE: Final = b'"title": "'


def _written(payload: object) -> str:
    return json.dumps(payload, ensure_ascii=False)


def _no_json(payload: object) -> Strategy:
    text = _written(payload)
    return st.sampled_from(
        [
            f"{text[:-1]},}}",
            text[:-1],
            f"{text} {{}}",
            f"// sent by cron\n{text}",
            text.replace('"', "'", 2),
            text.replace(":", "=", 1),
            text.replace('": ', '": \x0b', 1),
        ]
    ) | st.integers(0, len(text) - 1).map(lambda end: text[:end])


def _marked(payload: object) -> Strategy:
    text = "\ufeff" + _written(payload)
    return st.sampled_from([text, text.encode()])


def _not_utf8(payload: object) -> Strategy:
    text = _written(payload).encode()
    at = text.find(_TITLE) + len(_TITLE)
    strays = st.sampled_from([b"\xff", b"\xe9", b"\xed\xa0\xbd", b"\xc0\x80", b"\xf8"])
    return strays.map(lambda stray: text[:at] + stray + text[at:]) if at >= len(_TITLE) else st.nothing()


def _said_twice(payload: dict[str, Any]) -> Strategy:
    """Repeat a member of the request or of its state."""
    state = payload.get("content_state")
    choices = [("", name) for name in payload]
    choices += [("content_state", name) for name in state or ()]

    def repeat(choice: tuple[str, str]) -> str:
        inside, name = choice
        holder = state if inside else payload
        again = f"{json.dumps(name)}: {_written((holder or {})[name])}"
        outer = {key: value for key, value in payload.items() if key != inside}
        if not inside:
            return f"{{{again}, {_written(payload)[1:]}"
        inner = f'"{inside}": {{{again}, {_written(state)[1:]}'
        return f"{{{inner}, {_written(outer)[1:]}" if outer else f"{{{inner}}}"

    return st.sampled_from(choices).map(repeat) if choices else st.nothing()


TEXT_RULES: Final[dict[Rule, Callable[[dict[str, Any]], Strategy]]] = {
    BYTE_ORDER_MARK: _marked,
    DUPLICATE_KEY: _said_twice,
    INVALID_JSON: _no_json,
    INVALID_UTF8: _not_utf8,
}
"""How to break each rule on the text of a payload."""
