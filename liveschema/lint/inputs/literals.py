"""Values that are written in source code, as far as they are known, with the place of each part of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, NamedTuple, Self

from liveschema.engine.problems import Path, Problem
from liveschema.engine.unknown import MORE, UNKNOWN, More, PartialText, Unknown, has_unknown
from liveschema.lint.inputs.changes import MOST_CHANGES, Change
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.text.positions import Place

_NULL: Final = "null"
_MOST_MEMBERS: Final = 300
_TYPES: Final[dict[type, str]] = {
    bool: "boolean",
    int: "number",
    float: "number",
    str: "string",
    PartialText: "string",
    dict: "object",
    list: "array",
    type(None): _NULL,
}


class Range(NamedTuple):
    """A range of the text of a fragment.

    Args:
        start: The offset of its first character.
        end: The offset after its last character.
    """

    start: int
    end: int


class Literal(NamedTuple):
    """A value, or what is known of it.

    Args:
        value: A JSON scalar, `Unknown`, `PartialText`, a dict from keys to `Member`, or a list of `Literal`; `MORE` is
            a key of the dict, and the value of an item of the list.
        place: Where it stands.
    """

    value: Any
    place: Range

    @classmethod
    def unknown(cls, place: Range, *types: str) -> Self:
        """Return a value of which only the JSON types are known, or not even these."""
        return cls(Unknown(types) if types else UNKNOWN, place)

    @property
    def types(self) -> frozenset[str]:
        """The JSON types that the value may have."""
        if isinstance(self.value, Unknown):
            return self.value.types
        return frozenset({_TYPES[type(self.value)]})

    def plain(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return the value with everything inside it, without places; it must not be nested deeply."""
        if isinstance(self.value, dict):
            return {key: member.literal.plain() for key, member in self.value.items()}
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return self.value


class Member(NamedTuple):
    """A member of an object.

    Args:
        literal: Its value.
        key: Where its key stands; None if it stands nowhere.
    """

    literal: Literal
    key: Range | None = None


Members = dict[str | More, Member]


def add_unknown(members: Members, place: Range) -> None:
    """Add members that are not known to an object, which may replace all that it has so far.

    Of an object with very many members, these are not known any more, since this may be done for each of them.
    """
    if len(members) > _MOST_MEMBERS:
        members.clear()
    for key, member in members.items():
        members[key] = Member(Literal(UNKNOWN, member.literal.place), member.key)
    members[MORE] = Member(Literal(UNKNOWN, place))


def add_members(members: Members, others: Members) -> None:
    """Add the members of another object, which replace those of the same keys.

    Args:
        members: The members to change.
        others: The members to add, some of which may not be known, or be missing.
    """
    if MORE in others:
        add_unknown(members, others[MORE].literal.place)
    for key, member in others.items():
        value = member.literal.value
        if isinstance(value, Unknown) and value.may_be_missing and key in members:
            # The one before stays if this one is missing, so either may be sent.
            place = member.literal.place
            types = value.types | members[key].literal.types
            members[key] = Member(Literal(Unknown(types, _may_be_missing(members[key])), place), member.key)
        else:
            members[key] = member


def _may_be_missing(member: Member) -> bool:
    return isinstance(member.literal.value, Unknown) and member.literal.value.may_be_missing


def without_null(members: Members) -> Members:
    """Return the members of an object without those that are null; one that may be null may be missing."""
    kept: Members = {}
    for key, member in members.items():
        value, place = member.literal
        if value is None:
            continue
        if isinstance(value, Unknown) and _NULL in value.types and key is not MORE:
            value = Unknown(value.types - {_NULL}, may_be_missing=True)
        kept[key] = Member(Literal(value, place), member.key)
    return kept


def without_nulls(literal: Literal) -> Literal:
    """Return a value in which no object has a member that is null, or may be."""
    if isinstance(literal.value, list):
        return Literal([without_nulls(item) for item in literal.value], literal.place)
    if isinstance(literal.value, dict):
        kept = without_null(literal.value)
        return Literal(
            {key: Member(without_nulls(member.literal), member.key) for key, member in kept.items()}, literal.place
        )
    return literal


def opened(literal: Literal, changes: Collection[Change]) -> Literal:
    """Return what is known of the value of a variable that is changed after it was assigned."""
    if not changes:
        return literal
    if any(change.is_given for change in changes):
        literal = _completed(literal)
        changes = [change for change in changes if not change.is_given]
    is_any = len(changes) > MOST_CHANGES or any(change.key is None for change in changes)
    if not isinstance(literal.value, dict) or is_any:
        return Literal(UNKNOWN, literal.place)
    members: Members = dict(literal.value)
    for change in changes:
        before = members.get(str(change.key))
        value = Unknown(may_be_missing=not (change.is_deep and before is not None))
        place, key = (literal.place, None) if before is None else (before.literal.place, before.key)
        members[str(change.key)] = Member(Literal(value, place), key)
    return Literal(members, literal.place)


def _completed(literal: Literal) -> Literal:
    """Return a value to which a function may add members and items, and in which it may replace what is null."""
    more = Literal(UNKNOWN, literal.place)
    if isinstance(literal.value, list):
        items = [_completed(item) for item in literal.value]
        return Literal([*items, Literal(MORE, literal.place)], literal.place)
    if isinstance(literal.value, dict):
        members: Members = {}
        for key, member in literal.value.items():
            value = Unknown(may_be_missing=True) if member.literal.value is None else None
            filled = _completed(member.literal) if value is None else member.literal._replace(value=value)
            members[key] = Member(filled, member.key)
        return Literal({**members, MORE: Member(more)}, literal.place)
    return literal


def either(first: Literal, second: Literal, place: Range) -> Literal:
    """Return what is known of a value that is one of two."""
    scalars = not isinstance(first.value, dict | list)
    if scalars and type(first.value) is type(second.value) and first.value == second.value:
        return Literal(first.value, place)
    return Literal.unknown(place, *(first.types | second.types))


def document_of_literal(fragment: Fragment, literal: Literal, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Return the document of a value that is written in source code.

    Args:
        fragment: The source code.
        literal: The value.
        about: Further fields of the `Document`.
    """
    value = literal.plain()

    def locator(paths: Iterable[Path]) -> dict[Path, Place]:
        found = {path: _place(fragment, literal, path) for path in paths}
        return {path: place for path, place in found.items() if place is not None}

    made = {"faults": [], "lines": fragment.lines, "is_partial": has_unknown(value), **about}
    return Document(fragment.lines.text, value, locator=locator, **made)


def document_of_faults(fragment: Fragment, faults: Sequence[Problem], **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Return the document of something in source code that is no payload and has problems."""
    made = {**about, "faults": list(faults), "lines": fragment.lines}
    return Document(fragment.lines.text, NOTHING, locator=lambda _: {}, **made)


def _place(fragment: Fragment, literal: Literal, path: Path) -> Place | None:
    key: Range | None = None
    for step in path:
        inside = literal.value
        if isinstance(inside, dict) and step in inside:
            literal, key = inside[step]
        elif isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
            literal, key = inside[step], None
        else:
            return None
    return Place(fragment.span(*literal.place), None if key is None else fragment.span(*key))
