"""Payloads that were damaged in the ways that have a remedy, and files in every format that send them."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from liveschema._generated.field_names import STATE
from liveschema.contract.vocabulary import ENDPOINTS, Operation
from liveschema.testing import payloads

Damage = Callable[[st.DrawFn, dict[str, Any]], None]
API = "https://activitysmith.com/api"
_PLAIN = re.compile(r"[A-Za-z][\w ./:?=&-]*", re.ASCII)
_NULLABLE = ("subtitle", "icon", "badge", "color", "percentage", "metrics", "counts_down")


def objects_in(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [value] if isinstance(value, dict) and value else []
    return found + [each for item in inner for each in objects_in(item)]


def _misspell(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    place = draw(st.sampled_from(objects_in(payload)))
    name = draw(st.sampled_from(sorted(place)))
    at = draw(st.integers(0, len(name) - 1)) if name else 0
    words = name.split("_")
    changed = draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + "x" + name[at:],
                name.capitalize(),
                name.upper(),
                name.replace("_", "-"),
                words[0] + "".join(map(str.capitalize, words[1:])),
            ]
        )
    )
    if changed not in place and name != STATE:
        _rename(place, name, changed)


def _rename(place: dict[str, Any], name: str, changed: str) -> None:
    members = [(changed if each == name else each, value) for each, value in place.items()]
    place.clear()
    place.update(members)


def _quote(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    state = payload[STATE]
    numbers = [name for name, value in state.items() if type(value) in (int, float)]
    if numbers:
        name = draw(st.sampled_from(sorted(numbers)))
        state[name] = json.dumps(state[name])


def _change_case(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    names = ("type", "color", "method", "step_color")
    found = [(place, name) for place in objects_in(payload) for name in names if isinstance(place.get(name), str)]
    if found:
        place, name = found[draw(st.integers(0, len(found) - 1))]
        place[name] = draw(st.sampled_from([str.upper, str.title]))(place[name])


def _misplace(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    state = payload[STATE]
    source, target = draw(st.sampled_from([(state, payload), (payload, state)]))
    names = sorted(set(source) - set(target) - {STATE, "type"})
    if names:
        name = draw(st.sampled_from(names))
        target[name] = source.pop(name)


def _drop_type(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    places = [place for place in objects_in(payload) if "type" in place]
    if places:
        del places[draw(st.integers(0, len(places) - 1))]["type"]


def _add_null(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    place = draw(st.sampled_from([payload[STATE], payload]))
    place.setdefault(draw(st.sampled_from(_NULLABLE)), None)


def _add_default(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    payload[STATE].setdefault(draw(st.sampled_from(["counts_down", "is_running"])), True)


def _spoil_url(draw: st.DrawFn, payload: dict[str, Any]) -> None:
    places = [place for place in objects_in(payload) if isinstance(place.get("url"), str)]
    if places:
        place = places[draw(st.integers(0, len(places) - 1))]
        place["url"] = draw(st.sampled_from(["https://x.example/a b", "http://x.example/a"]))


DAMAGES: list[Damage] = [
    _misspell,
    _quote,
    _change_case,
    _misplace,
    _drop_type,
    _add_null,
    _add_default,
    _spoil_url,
]


@st.composite
def damaged(draw: st.DrawFn, *, plain: bool = False, most: int = 4) -> tuple[Operation, dict[str, Any]]:
    """Draw a payload with one or several damages that often have a remedy, and its operation.

    Args:
        draw: Draws from a strategy.
        plain: Whether texts have no signs that must be escaped in some language.
        most: The most damages.
    """
    operation = draw(st.sampled_from(Operation))
    payload = copy.deepcopy(draw(payloads(operation).filter(lambda each: bool(each.get(STATE)))))
    payload[STATE]["title"] = "Backup"  # a string without escapes, as whose value a new one is written
    if plain:
        payload = _made_plain(payload)
    for damage in draw(st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=most)):
        damage(draw, payload)
        if not payload.get(STATE):
            payload[STATE] = {"title": "Backup"}
    return operation, payload


def _made_plain(value: Any, name: str = "") -> Any:
    """Return a value whose texts and names can be written in every language without escapes."""
    if isinstance(value, dict):
        kept = {"host": "web"} if name in ("metadata", "body") else value
        return {key: _made_plain(each, key) for key, each in kept.items()} or {"title": "text"}
    if isinstance(value, list):
        return [_made_plain(each) for each in value] or ["text"]
    if isinstance(value, float):
        return 2.5
    return "text" if isinstance(value, str) and not _PLAIN.fullmatch(value) else value


@attrs.frozen
class Style:
    """How a language writes objects and lists.

    Args:
        member: A member, with the name and the value.
        braces: The braces of an object.
        brackets: The brackets of a list.
        words: What stands for true, false and null.
        quote: The quotes of a text.
        trailing: Whether a comma may follow the last member.
        comment: What a comment begins with; empty if there is none.
    """

    member: str
    braces: tuple[str, str]
    brackets: tuple[str, str]
    words: tuple[str, str, str]
    quote: str = '"'
    trailing: bool = True
    comment: str = ""

    def written(self, draw: st.DrawFn, value: Any, indentation: str | None = None) -> str:
        """Write a value in one line, or with a line to each member if an indentation is given."""
        if isinstance(value, dict):
            inner = None if indentation is None else indentation + "  "
            members = [
                self.member.format(name=name, value=self.written(draw, each, inner)) for name, each in value.items()
            ]
            return self._enclosed(draw, members, self.braces, indentation)
        if isinstance(value, list):
            return self._enclosed(draw, [self.written(draw, each) for each in value], self.brackets, None)
        if value is None or isinstance(value, bool):
            return self.words[2 if value is None else not value]
        return f"{self.quote}{value}{self.quote}" if isinstance(value, str) else repr(value)

    def _enclosed(self, draw: st.DrawFn, members: list[str], around: tuple[str, str], indentation: str | None) -> str:
        opening, closing = around
        if indentation is None or not members:
            return f"{opening}{', '.join(members)}{closing}"
        last = "," if self.trailing and draw(st.booleans()) else ""
        lines = []
        for index, each in enumerate(members):
            comma = last if index == len(members) - 1 else ","
            comment = f" {self.comment} c{draw(st.integers(0, 99))}" if self.comment and draw(_RARELY) else ""
            lines.append(f"{indentation}  {each}{comma}{comment}\n")
        return f"{opening}\n{''.join(lines)}{indentation}{closing}"


_RARELY = st.sampled_from([False, False, False, True])
_JSON = Style('"{name}": {value}', ("{", "}"), ("[", "]"), ("true", "false", "null"), trailing=False)
_STYLES = {
    "sh": _JSON,
    "py": Style('"{name}": {value}', ("{", "}"), ("[", "]"), ("True", "False", "None"), comment="#"),
    "js": Style("'{name}': {value}", ("{", "}"), ("[", "]"), ("true", "false", "null"), quote="'", comment="//"),
    "ts": Style('"{name}": {value}', ("{ ", " }"), ("[", "]"), ("true", "false", "null"), comment="//"),
    "go": Style('"{name}": {value}', ("map[string]any{", "}"), ("[]any{", "}"), ("true", "false", "nil"), comment="//"),
    "php": Style("'{name}' => {value}", ("[", "]"), ("[", "]"), ("true", "false", "null"), quote="'", comment="//"),
    "rb": Style("'{name}' => {value}", ("{", "}"), ("[", "]"), ("true", "false", "nil"), quote="'", comment="#"),
}
_SENDERS = {
    "sh": "curl {url} -X {method} \\\n  -d '{body}'\n",
    "py": "import requests\nrequests.request('{method}', '{url}', json={body})\n",
    "js": "fetch('{url}', {{method: '{method}', body: JSON.stringify({body})}});\n",
    "ts": "const r: R = await fetch('{url}', {{method: '{method}', body: JSON.stringify({body})}});\n",
    "go": "package main\n\nfunc main() {{\n\tbody, _ := json.Marshal({body})\n"
    '\treq, _ := http.NewRequest("{method}", "{url}", bytes.NewReader(body))\n}}\n',
    "php": "<?php\n$r = $client->request('{method}', '{url}', ['json' => {body}]);\n",
    "rb": "r = Faraday.{lower}('{url}', {body}.to_json)\n",
}
LANGUAGES = sorted(_SENDERS)


@st.composite
def programs(draw: st.DrawFn, language: str) -> tuple[str, str, Operation, Any]:
    """Draw a program that sends a damaged payload: the name of the file, its text, the operation and the payload."""
    operation, payload = draw(damaged(plain=True))
    method, path = ENDPOINTS[operation]
    body = _STYLES[language].written(draw, payload, draw(st.sampled_from([None, "", "    "])))
    url = API + path.replace("{stream_key}", "k")
    text = _SENDERS[language].format(url=url, method=method, lower=method.lower(), body=body)
    return f"send.{language}", text, operation, payload


@st.composite
def blocks(draw: st.DrawFn) -> tuple[str, str, Operation, Any]:
    """Draw a YAML file with a damaged payload, most of it in blocks, as `programs` does."""
    operation, payload = draw(damaged(plain=True))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = "".join(_lines_of(draw, payload, "")).replace("\n", end)
    return f"x.{operation}.yaml", lines if draw(st.booleans()) else lines.removesuffix(end), operation, payload


def _lines_of(draw: st.DrawFn, members: dict[str, Any], indentation: str) -> list[str]:
    lines = []
    for name, value in members.items():
        if draw(_RARELY):
            lines.append(draw(st.sampled_from(["\n", f"{indentation}# c{draw(st.integers(0, 99))}\n"])))
        comment = f"  # c{draw(st.integers(0, 99))}" if draw(_RARELY) else ""
        key = f"{indentation}{draw(st.sampled_from([name, json.dumps(name)]))}:"
        if isinstance(value, dict) and value and draw(st.booleans()):
            deeper = indentation + draw(st.sampled_from(["  ", "    "]))
            lines += [f"{key}{comment}\n", *_lines_of(draw, value, deeper)]
        elif isinstance(value, list) and value and draw(st.booleans()):
            lines += [f"{key}{comment}\n", *(line for each in value for line in _item(draw, each, indentation))]
        elif value is None and draw(st.booleans()):
            lines.append(f"{key}{comment}\n")
        else:
            lines.append(f"{key} {json.dumps(value)}{comment}\n")
    return lines


def _item(draw: st.DrawFn, value: Any, indentation: str) -> list[str]:
    if not isinstance(value, dict) or not value:
        return [f"{indentation}- {json.dumps(value)}\n"]
    first, *rest = (
        line.partition("  # c")[0].rstrip("\n") + "\n"
        for line in _lines_of(draw, value, f"{indentation}  ")
        if line.strip()[:1] not in ("", "#")
    )
    return [f"{indentation}- {first.lstrip()}", *rest]
