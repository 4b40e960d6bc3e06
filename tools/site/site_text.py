"""How pages show values, tables and blocks of code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import yaml

_WIDTH: Final = 88
_LONGEST: Final = 120
_MOST: Final = 8
_SHOWN: Final = 3
_DEEPEST: Final = 12
ELLIPSIS: Final = "…"
"""What stands for a part of an example that is not shown."""


def as_json(value: object, indent: int = 0, used: int = 0) -> str:
    """Write a value as JSON in the way that people do: what is short stands on one line, but not the whole payload.

    Args:
        value: The value.
        indent: The spaces before a line.
        used: How much of its first line is taken by the key before it.

    Returns:
        The text.
    """
    short = json.dumps(value, ensure_ascii=not _encodable(value))
    is_short = indent + used + len(short) <= _WIDTH and "\n" not in short
    if not isinstance(value, dict | list) or not value or (indent and is_short and _is_shallow(value)):
        return short
    inner = indent + 2
    if isinstance(value, dict):
        keys = [json.dumps(key, ensure_ascii=not _encodable(key)) for key in value]
        lines = [f"{key}: {as_json(each, inner, len(key) + 3)}" for key, each in zip(keys, value.values(), strict=True)]
    else:
        lines = [as_json(each, inner) for each in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    between = ",\n" + " " * inner
    return f"{opening}\n{' ' * inner}{between.join(lines)}\n{' ' * indent}{closing}"


def _is_shallow(value: dict[str, Any] | list[Any]) -> bool:
    """Return whether no list or object in a value has another one."""
    inside = value.values() if isinstance(value, dict) else value
    return not any(
        isinstance(item, dict | list)
        for each in inside
        if isinstance(each, dict | list)
        for item in (each.values() if isinstance(each, dict) else each)
    )


def _encodable(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def as_yaml(value: object) -> str | None:
    """Write a value as YAML; None if it would not be read as the same value."""
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text if yaml.safe_load(text) == value else None


def shortened(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value of which long texts, long lists and deep nesting are left out, with a note on how much it is."""
    return _shortened(value, 0)


def _shortened(value: Any, depth: int) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else f"{value[:20]}{ELLIPSIS} ({len(value):,} characters)"
    if not isinstance(value, dict | list):
        return value
    if depth == _DEEPEST:
        return f"{ELLIPSIS} ({_levels(value)} more levels)"
    shown = len(value) if len(value) <= _MOST else _SHOWN
    more = f"{ELLIPSIS} ({len(value) - shown} more)"
    if isinstance(value, dict):
        short = {key: _shortened(each, depth + 1) for key, each in list(value.items())[:shown]}
        return short if shown == len(value) else {**short, ELLIPSIS: more}
    items = [_shortened(each, depth + 1) for each in value[:shown]]
    return items if shown == len(value) else [*items, more]


def _levels(value: object) -> int:
    """Return how deep a value nests lists and objects."""
    levels, inside = 0, [value]
    while nested := [each for each in inside if isinstance(each, dict | list)]:
        levels += 1
        inside = [item for each in nested for item in (each.values() if isinstance(each, dict) else each)]
    return levels


def block(language: str, text: str, title: str = "") -> str:
    """Return a fenced block of code, whose fence is longer than any in the text."""
    longest = max((len(found) for found in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    head = f'{language} title="{title}"' if title else language
    return f"{fence}{head}\n{text.rstrip()}\n{fence}\n"


def indented(text: str) -> str:
    """Return a text as the content of a tab or a note."""
    return "".join(f"    {line}".rstrip() + "\n" for line in text.splitlines())


def tabs(contents: Mapping[str, str]) -> str:
    """Return tabs by their labels; one alone needs none."""
    if len(contents) == 1:
        return next(iter(contents.values()))
    return "\n".join(f'=== "{label}"\n\n{indented(content)}' for label, content in contents.items())


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a column whose title ends in a colon has numbers."""
    lines = [head, ["---:" if each.endswith(":") else "---" for each in head], *rows]
    lines[0] = [each.removesuffix(":") for each in head]
    return "".join(f"| {' | '.join(_cell(each) for each in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def sentence(text: str) -> str:
    """Return a text with a capital letter at its beginning and a full stop at its end."""
    return ended(text[:1].upper() + text[1:])


def ended(text: str) -> str:
    """Return a text with a full stop at its end; it may begin with the name of a field."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def plain(text: str) -> str:
    """Return a text in which nothing is taken for Markdown; names of fields are set as code."""
    escaped = re.sub(r"([\\`*<>\[\]#])", r"\\\1", text)
    return re.sub(r"(?<![\w/`])(\w+_\w+(?:_\w+)*)(?![\w/`])", r"`\1`", escaped)
