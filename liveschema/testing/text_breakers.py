"""Strategies of JSON texts that break one rule on the text, from payloads that break no rule."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Final

from hypothesis import strategies as st

from liveschema.contract.states import STATES
from liveschema.engine.rule import Rule
from liveschema.engine.rules import BYTE_ORDER_MARK, DUPLICATE_KEY, INVALID_JSON, INVALID_UTF8
from liveschema.engine.scalars import Text
from liveschema.testing.context import Strategy

_TITLE: Final = next(name for name, field in STATES.shared.fields.items() if isinstance(field.constraint, Text))
"""A field that accepts any string, so that an invalid byte in it breaks no other rule."""


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _not_json(payload: object) -> Strategy:
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
    before, title, after = _written(payload).encode().partition(f'"{_TITLE}": "'.encode())
    strays = st.sampled_from([b"\xff", b"\xe9", b"\xed\xa0\xbd", b"\xc0\x80", b"\xf8"])
    return strays.map(lambda stray: before + title + stray + after) if title else st.nothing()


def _with_duplicate_key(payload: dict[str, Any]) -> Strategy:
    """Return a strategy of texts that repeat a member of the payload or of an object in it."""
    choices: list[tuple[str | None, str]] = [(None, name) for name in payload]
    choices += [(inside, name) for inside, value in payload.items() if isinstance(value, dict) for name in value]

    def repeat(choice: tuple[str | None, str]) -> str:
        inside, name = choice
        holder = payload if inside is None else payload[inside]
        twice = _object((each, _written(holder[each])) for each in (name, *holder))
        if inside is None:
            return twice
        return _object((each, twice if each == inside else _written(value)) for each, value in payload.items())

    return st.sampled_from(choices).map(repeat) if choices else st.nothing()


def _object(members: Iterable[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{_written(name)}: {text}' for name, text in members)}}}"


TEXT_RULES: Final[dict[Rule, Callable[[dict[str, Any]], Strategy]]] = {
    BYTE_ORDER_MARK: _marked,
    DUPLICATE_KEY: _with_duplicate_key,
    INVALID_JSON: _not_json,
    INVALID_UTF8: _not_utf8,
}
"""By rule on JSON text: a function from a payload to a strategy of texts that break the rule."""
