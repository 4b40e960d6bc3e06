"""The method and the body of the request that an HTTP node of n8n sends, in each version of the node."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from liveschema.engine.problems import Problem
from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.lint.inputs.literals import Literal, Member, Members, add_unknown
from liveschema.lint.inputs.n8n.node import Node, json_of

_FIRST_WITH_METHOD: Final = 3
"""The version of the node from which on it has the parameters that it has today."""
_FIRST_WITH_PATHS: Final = 4
"""The version from which on the name of a field of the body is a path, such as ``content_state.title``."""
_OLD: Final = ("requestMethod", "jsonParameters", "bodyParametersJson", "bodyParametersUi")
"""The parameters that only older versions have."""
_DEFAULTS: Final[Mapping[str, object]] = {
    "method": "GET",
    "requestMethod": "GET",
    "sendBody": False,
    "contentType": "json",
    "specifyBody": "keypair",
    "jsonParameters": False,
    "sendBinaryData": False,
    "bodyContentType": "json",
}
_NAME: Final = "name"
_VALUE: Final = "value"
_NAMES: Final = re.compile(r"[^.\[\]]+(?:\.[^.\[\]]+)*\Z")
"""A path of names, without the index of a list."""
_SEPARATOR: Final = re.compile(r"[.\[\]]")
_INDEX: Final = re.compile(r"(?:^|\.)[0-9]+(?:\.|\Z)")


def method_of(node: Node) -> str | None:
    """Return the method of a request; None if it is not known."""
    method = _choice(node, "requestMethod" if _is_old(node) else "method")
    return method.upper() if isinstance(method, str) else None


def body_of(node: Node) -> tuple[Literal, list[Problem]]:
    """Return what is known of the body of a request, and the problems of its text; no body is an empty object."""
    if _is_old(node):
        return _old_body(node)
    sends = _choice(node, "sendBody")
    kind, how = _choice(node, "contentType"), _choice(node, "specifyBody")
    if sends is False:
        return Literal({}, node.place), []
    if sends is True and kind == "raw":
        return _json(node, "body")
    if sends is True and kind == how == "json":
        return _json(node, "jsonBody")
    if sends is True and (kind, how) == ("json", "keypair"):
        return _fields(node, "bodyParameters", "parameters"), []
    return Literal(UNKNOWN, node.place), []


def _old_body(node: Node) -> tuple[Literal, list[Problem]]:
    """Return the body that an older version of the node sends."""
    is_json = _choice(node, "jsonParameters")
    kind = _choice(node, "options", "bodyContentType")
    if is_json is True and kind in {"json", "raw"} and _choice(node, "sendBinaryData") is False:
        return _json(node, "bodyParametersJson")
    if is_json is False and kind == "json":
        return _fields(node, "bodyParametersUi", "parameter"), []
    return Literal(UNKNOWN, node.place), []


def _version(node: Node) -> float | None:
    version = node.value.get("typeVersion")
    return version if isinstance(version, int | float) else None


def _is_old(node: Node) -> bool:
    """Return whether a node has the parameters of the older versions."""
    version = _version(node)
    if version is not None:
        return version < _FIRST_WITH_METHOD
    return any(node.raw(name) is not None for name in _OLD)


def _choice(node: Node, *steps: str) -> object:
    """Return the value of a parameter with a default; None if it is not known."""
    given = node.member(*steps)
    if given is None:
        return _DEFAULTS[steps[-1]]
    return given.literal.value if isinstance(given.literal.value, str | bool) else None


def _json(node: Node, name: str) -> tuple[Literal, list[Problem]]:
    """Return the body in a parameter with a JSON text."""
    given, text = node.member(name), node.text(name)
    if given is None:
        return Literal({}, node.place), []
    if text is None:
        return given.literal, []
    literal, faults = json_of(text)
    if literal is None or isinstance(literal.value, str):
        literal = Literal(UNKNOWN, given.literal.place)  # a text in a JSON text is what an expression has written
    return literal, faults


def _fields(node: Node, *steps: str) -> Literal:
    """Return the body in a list of fields, each with a name and a value."""
    given = node.member(*steps)
    if given is None:
        return Literal({}, node.place)
    if not isinstance(given.literal.value, list):
        return Literal(UNKNOWN, given.literal.place)
    members: Members = {}
    for entry in given.literal.value:
        fields = entry.value if isinstance(entry.value, dict) else {}
        name = fields.get(_NAME, Member(Literal("", entry.place))).literal
        value = fields.get(_VALUE, Member(Literal("", entry.place))).literal
        path = _path(name.value, _version(node))
        if path is None:
            add_unknown(members, entry.place)
        else:
            _put(members, path, Member(value, name.place))
    return Literal(members, given.literal.place)


def _path(name: object, version: float | None) -> list[str] | None:
    """Return the path that the name of a field is; None if it is not known, or goes into a list."""
    if not isinstance(name, str) or not name:
        return None
    if not _SEPARATOR.search(name) or (version is not None and version < _FIRST_WITH_PATHS):
        return [name]
    return name.split(".") if version is not None and _NAMES.match(name) and not _INDEX.search(name) else None


def _put(members: Members, path: list[str], member: Member) -> None:
    """Put a member into an object, in objects below it if the path has several names."""
    for name in path[:-1]:
        before = members.get(name)
        if before is None or not isinstance(before.literal.value, dict):
            is_open = before is not None and isinstance(before.literal.value, Unknown | list)
            inside: Members = {MORE: Member(Literal(UNKNOWN, member.literal.place))} if is_open else {}
            before = members[name] = Member(Literal(inside, member.literal.place), member.key)
        members = before.literal.value
    members[path[-1]] = member
