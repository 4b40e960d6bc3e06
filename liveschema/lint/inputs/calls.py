"""Calls of the official SDKs in any language, from the name of the method and its arguments to the request."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from liveschema._generated.field_names import IDENTIFIERS, REQUEST_FIELDS, STATE, STATE_FIELDS
from liveschema.contract.endpoints import OPERATION_IDS
from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import MANAGED, Operation
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.helpers import HELPERS
from liveschema.lint.inputs.literals import (
    Literal,
    Member,
    Members,
    Range,
    add_members,
    add_unknown,
    document_of_literal,
    without_null,
    without_nulls,
)

_LONG: Final = "liveactivity"
"""What the older names of the methods have in them, and the names of the parameters for the request."""
_VARIANT: Final = re.compile(r"(?:raw|async|withhttpinfo|withoutpreloadcontent|withrequestbuilder)+\Z")
"""The endings of methods that send the same request and return something else."""
_BODY: Final = re.compile(rf"(?:{_LONG}\w*)?request\Z|payload\Z|body\Z")
_KEY: Final = "streamkey"
_CHANNELS, _TARGET = "channels", "target"
_MOVES_CHANNELS: Final = frozenset({Operation.START, Operation.STREAM})

_SHORT_NAMES: Final = {operation.replace("_", ""): operation for operation in Operation}
RECEIVER: Final = "liveactivities"
"""The name of the object that has the methods, in lower case and without underscores."""


def simplified(name: str) -> str:
    """Return a name in lower case without underscores, as it is the same in all languages."""
    return name.replace("_", "").lower()


_LONG_NAMES: Final = {simplified(name): operation for operation, name in OPERATION_IDS.items()}

_OF_REQUESTS: Final = frozenset(map(simplified, REQUEST_FIELDS))
"""The fields of requests, simplified."""
_OF_STATES: Final = frozenset(map(simplified, STATE_FIELDS))
"""The fields of states, simplified."""


_KEEPING: Final = frozenset(
    (
        *("log", "info", "debug", "warn", "warning", "error", "trace", "exception", "print", "println", "printf"),
        *("puts", "p", "pp", "pprint", "inspect", "expect", "equal", "assertequal", "len", "keys", "values", "entries"),
        *("isarray", "isinstance", "sorted", "str", "repr", "dict", "list", "dumps", "copy", "deepcopy", "fetch"),
        *("get", "post", "put", "patch", "delete", "request", "axios", "got", "ky", "newrequest", "setbody", "send"),
        *("newrequestwithcontext", "sendrequest", "encode", "write", "marshal", "check", "checkpartial", "isvalid"),
        *("load", *map(simplified, HELPERS)),
    )
)
"""The functions that leave what they are given as it is, simplified."""


class Method(NamedTuple):
    """A method of an SDK that sends a request.

    Args:
        operation: The operation.
        is_telling: Whether the name alone tells that it is such a method, whatever object it belongs to.
    """

    operation: Operation
    is_telling: bool


def method_named(name: str) -> Method | None:
    """Return the method of an SDK that has a name, such as ``endStream``; None if there is none."""
    plain = simplified(name)
    if plain in _SHORT_NAMES:
        return Method(_SHORT_NAMES[plain], is_telling=False)
    operation = _LONG_NAMES.get(_VARIANT.sub("", plain))
    return None if operation is None else Method(operation, is_telling=True)


def is_receiver(name: str) -> bool:
    """Return whether an object has the methods that send requests, by its name or that of its class."""
    plain = simplified(name).strip("$@")
    return plain.startswith(RECEIVER) and plain[len(RECEIVER) :] in {"", "api", "resource", "service", "client"}


def keeps_arguments(name: str) -> bool:
    """Return whether a function leaves the objects that it is given as they are, by its name.

    These are the methods of the SDKs, its helpers, and the functions that print, compare, encode or send.
    """
    return method_named(name) is not None or simplified(name) in _KEEPING


class Arguments(NamedTuple):
    """The arguments of a call.

    Args:
        positional: Those without a name.
        named: Those with a name; with `MORE` if there may be others.
        place: Where the call stands.
    """

    positional: Sequence[Literal]
    named: Members
    place: Range


def is_request_of(method: Method, arguments: Arguments, *, is_receiver: bool, names_sdk: bool) -> bool:
    """Return whether a call of a method sends a request.

    Args:
        method: The method.
        arguments: The arguments of the call.
        is_receiver: Whether the method belongs to the object of the SDK that sends requests, by its name. An object of
            another kind may have the same name, such as the records in a database.
        names_sdk: Whether the code names the SDK.
    """
    if names_sdk and (is_receiver or method.is_telling):
        return True
    members = [each.value for each in arguments.positional if isinstance(each.value, dict)]
    keys = {str(key) for each in [*members, arguments.named] for key in each if key is not MORE}
    if is_receiver and (method.is_telling or method.operation in MANAGED):
        return True
    if is_receiver:
        known = _OF_REQUESTS | _OF_STATES if method.operation is Operation.START else _OF_REQUESTS
        return not keys or any(simplified(key) in known or _BODY.match(simplified(key)) for key in keys)
    # ``update`` is also a method of maps, so that more is needed there.
    is_map = method.operation is Operation.UPDATE and IDENTIFIERS.isdisjoint(keys)
    return names_sdk and STATE in keys and not is_map


class Sent(NamedTuple):
    """A request that a call sends.

    Args:
        operation: The operation; None if it is not known.
        body: The payload.
        stream_key: The stream key; None if there is none.
    """

    operation: Operation | None
    body: Literal
    stream_key: Literal | None = None


def request_of(operation: Operation, arguments: Arguments, *, drops_null: bool = True) -> Sent:
    """Return the request that a call of an SDK sends.

    The key of a stream is the first argument, and the payload the next one. Either may have a name, and so may the
    fields of the payload and of the state.

    Args:
        operation: The operation of the method.
        arguments: The arguments of the call.
        drops_null: Whether the SDK leaves out what is null.
    """
    positional = list(arguments.positional)
    named = dict(arguments.named)
    if len(positional) == 1 and isinstance(positional[0].value, dict) and _has(positional[0].value, _KEY):
        named |= positional.pop().value  # such as `{streamKey: …, liveActivityStreamRequest: {…}}`
    key = _named(named, _KEY)
    if operation in MANAGED and key is None:
        key = positional.pop(0) if positional else Literal(UNKNOWN, arguments.place)
    request = positional[0] if positional else _taken(named, _BODY)
    named = {name: member for name, member in named.items() if name is MORE or not str(name).startswith("_")}
    if request is not None and isinstance(request.value, dict):
        inner = dict(request.value)
        unwrapped = _taken(inner, _BODY)  # such as `{liveActivityStartRequest: {…}}`
        if unwrapped is not None:
            request = unwrapped
    body = merged(request, named, arguments.place)
    if drops_null:
        body = without_nulls(body)
    if operation in _MOVES_CHANNELS:
        body = with_target(body)
    return Sent(operation, body, key if operation in MANAGED else None)


def _has(members: Members, name: str) -> bool:
    return any(key is not MORE and simplified(str(key)) == name for key in members)


def _named(members: Members, name: str) -> Literal | None:
    """Take out the argument whose simplified name is given."""
    found = next((key for key in members if key is not MORE and simplified(str(key)) == name), None)
    return None if found is None else members.pop(found).literal


def _taken(members: Members, pattern: re.Pattern[str]) -> Literal | None:
    """Take out the argument whose simplified name matches."""
    found = next((key for key in members if key is not MORE and pattern.match(simplified(str(key)))), None)
    return None if found is None else members.pop(found).literal


def merged(request: Literal | None, named: Members, place: Range) -> Literal:
    """Return a request with the fields that are arguments of their own, as the SDKs put them together.

    Args:
        request: The request; None if all of it is in the arguments.
        named: The arguments by the names of the fields, those of the state among them.
        place: Where the call stands.
    """
    named = without_null(named)
    if not named:
        return request if request is not None and request.value is not None else Literal({}, place)
    members: Members = {}
    if request is not None and isinstance(request.value, dict):
        members = dict(request.value)
        place = request.place
    elif request is not None and request.value is not None:
        add_unknown(members, request.place)
    others = {name: member for name, member in named.items() if name != STATE and name not in STATE_FIELDS}
    fields: Members = {name: member for name, member in named.items() if name in STATE_FIELDS}
    if MORE in named:
        add_unknown(members, named[MORE].literal.place)
        fields = {MORE: named[MORE], **fields}
    if STATE in named:
        _merge_state(members, named[STATE])
    if fields and (STATE in named or fields.keys() != {MORE}):
        first = next(iter(fields.values()))
        _merge_state(members, Member(Literal(fields, first.literal.place), first.key))
    members.update(others)
    return Literal(members, place)


def _merge_state(members: Members, added: Member) -> None:
    """Add fields to the state of a request, which may have one."""
    before = members.get(STATE)
    if before is None or before.literal.value is None:
        members[STATE] = added
        return
    merged: Members = dict(before.literal.value) if isinstance(before.literal.value, dict) else {}
    if not isinstance(before.literal.value, dict):
        add_unknown(merged, before.literal.place)
    if isinstance(added.literal.value, dict):
        add_members(merged, added.literal.value)
    else:
        add_unknown(merged, added.literal.place)
    members[STATE] = Member(Literal(merged, added.literal.place), added.key)


def with_target(body: Literal) -> Literal:
    """Return a payload whose channels are in its target, as the SDKs send them."""
    members = body.value
    if not isinstance(members, dict) or _CHANNELS not in members or _TARGET in members:
        return body
    channels, key = members[_CHANNELS]
    if channels.value == []:
        return Literal({name: member for name, member in members.items() if name != _CHANNELS}, body.place)
    if isinstance(channels.value, str):
        parts = [part.strip() for part in channels.value.split(",")]
        channels = Literal([Literal(part, channels.place) for part in parts if part], channels.place)
    elif not isinstance(channels.value, list):
        may_be_missing = isinstance(channels.value, Unknown) and channels.value.may_be_missing
        target = Literal(Unknown({"object"}, may_be_missing), channels.place)
        return _replaced(body, Member(target, key))
    return _replaced(body, Member(Literal({_CHANNELS: Member(channels, key)}, channels.place), key))


def _replaced(body: Literal, target: Member) -> Literal:
    members = {(_TARGET if key == _CHANNELS else key): member for key, member in body.value.items()}
    return Literal({**members, _TARGET: target}, body.place)


def document_of_request(fragment: Fragment, sent: Sent, about: Mapping[str, Any], heads: Sequence[int]) -> Document:
    """Return the document of a request that is written in source code.

    Args:
        fragment: The source code.
        sent: The request.
        about: Further fields of the `Document`.
        heads: The lines at which an ignore comment applies to the whole request.
    """
    key = None if sent.stream_key is None else sent.stream_key.value
    is_text = key is None or isinstance(key, str | PartialText)
    more = {
        "operation": sent.operation,
        "stream_key": key if is_text else UNKNOWN,
        "is_sent": True,
        "heads": heads,
        **about,
        "faults": [*about.get("faults", ()), *_problems_of_key(fragment, sent.stream_key)],
    }
    return document_of_literal(fragment, sent.body, **more)


def _problems_of_key(fragment: Fragment, key: Literal | None) -> list[Problem]:
    if key is None or not isinstance(key.value, str):
        return []
    line, column = fragment.at(key.place.start)
    return [evolve(problem, line=line, column=column) for problem in check_stream_key(key.value)]
