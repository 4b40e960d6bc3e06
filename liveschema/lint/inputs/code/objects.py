"""What calls in source code return, as far as it is known: objects of the SDK, copies, and values of a known type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from liveschema.engine.unknown import MORE, UNKNOWN, Unknown
from liveschema.lint.inputs.calls import Arguments, simplified
from liveschema.lint.inputs.code.language import Language
from liveschema.lint.inputs.code.origins import Reference
from liveschema.lint.inputs.code.scopes import Scope
from liveschema.lint.inputs.code.values import Values, united
from liveschema.lint.inputs.code.views import Call, Part, Spread
from liveschema.lint.inputs.helpers import HELPERS, MODEL, request_class
from liveschema.lint.inputs.literals import Literal, Member, Members, add_members, add_unknown, without_null

_CLEANING: Final = frozenset(
    (
        *("arrayfilter", "arraymap", "filter", "reject", "select", "omit", "omitby", "pick", "pickby", "except"),
        *("only", "compact", "compactblank", "deleteif", "keepif", "slice", "transformvalues", "fromentries"),
        *("entries", "defaults", "setdefaults", "wpparseargs", "shortcodeatts", "applyfilters", "reversemerge"),
    )
)
"""The functions that leave out or replace members of what they are given, simplified."""
_PARAMETERS: Final = {simplified(name): parameters for name, parameters in HELPERS.items()}
_NULL: Final = "null"


def value_of_call(values: Values, call: Call, scope: Scope) -> Literal:
    """Return what is known of the value of a call."""
    language = values.language
    if language.encoded(call) is not None:
        return Literal.unknown(call.place, "string")
    same = language.same(call)
    if same is not None:
        return values.of(same, scope)
    compacted = language.compacted(call)
    if compacted is not None:
        return _compacted(values.of(compacted, scope))
    union = language.union(call)
    if union is not None:
        return _union(values, union, call, scope)
    made = object_of(values, call, scope)
    if made is not None:
        return made
    if simplified(call.name) in _CLEANING:
        _leave_out(values, call, scope)
    returned = language.returned(call)
    return Literal(UNKNOWN, call.place) if returned is None else Literal.unknown(call.place, returned)


def _compacted(literal: Literal) -> Literal:
    """Return an object or a list without what is null in it."""
    if isinstance(literal.value, dict):
        return literal._replace(value=without_null(literal.value))
    if isinstance(literal.value, list):
        return literal._replace(value=[_kept(item) for item in literal.value if item.value is not None])
    return literal


def _kept(item: Literal) -> Literal:
    """Return an item of a list without null, which may not be there if it may be null."""
    may_be_null = isinstance(item.value, Unknown) and _NULL in item.value.types
    return item._replace(value=MORE) if may_be_null else item


def _leave_out(values: Values, call: Call, scope: Scope) -> None:
    """Note that what a call is given is no payload, since the call leaves out or replaces some of it."""
    before = len(values.seen)
    for part in [*([] if call.receiver is None else [call.receiver]), *call.positional]:
        if not isinstance(part, Spread):
            values.of(part, scope)
    values.parts.update(values.seen[before:])
    del values.seen[before:]


def _union(values: Values, parts: Sequence[Part | Spread], call: Call, scope: Scope) -> Literal:
    before = len(values.seen)
    found = [Literal(UNKNOWN, call.place) if isinstance(part, Spread) else values.of(part, scope) for part in parts]
    values.parts.update(values.seen[before:])
    is_object = any(isinstance(each.value, dict) for each in found)
    if values.language.lists_are_objects and not is_object:
        return Literal.unknown(call.place, "array", "object")
    if not values.language.unions_are_objects and not all(isinstance(each.value, dict) for each in found):
        return Literal(UNKNOWN, call.place)
    return united(found, call.place)


def object_of(values: Values, call: Call, scope: Scope) -> Literal | None:
    """Return the object that a call of the SDK creates; None if it is none of the SDK."""
    found = values.origins.of_call(call, scope)
    if not found.is_from_sdk or (call.receiver is None and not values.language.has_bare_names):
        return None
    parameters = _parameters(found, values.language, is_class=call.is_class)
    if parameters is None:
        return None
    return _made(values.language, call, values.arguments(call, scope), parameters)


def _parameters(found: Reference, language: Language, *, is_class: bool) -> tuple[str, ...] | None:
    """Return the names of the parameters that need none in a call; None if it creates no object of the SDK."""
    name = simplified(found.last)
    known = language.parameters.get(name, _PARAMETERS.get(name) if language.shares_helpers else None)
    if known is not None or not is_class:
        return known
    return () if name.startswith(MODEL) or request_class(found.last) else None


def _made(language: Language, call: Call, arguments: Arguments, parameters: tuple[str, ...]) -> Literal:
    """Return an object with the arguments as members."""
    members: Members = {}
    positional = list(arguments.positional)
    for index, value in enumerate(positional):
        is_options = index == 0 or (language.takes_options and index == len(positional) - 1)
        if isinstance(value.value, dict) and is_options:
            add_members(members, value.value)  # the options after the other arguments
        elif index < len(parameters):
            members[parameters[index]] = Member(value)
        else:
            add_unknown(members, arguments.place)
    members.update(arguments.named)
    return Literal(language.made(call, members), arguments.place)
