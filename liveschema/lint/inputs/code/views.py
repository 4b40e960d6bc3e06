"""The forms of expressions that all languages have in common, each a view of one node of a syntax tree.

The parts of a view are nodes again, which are looked at when they are needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tree_sitter import Node

from liveschema.lint.inputs.literals import Range


class Constant(NamedTuple):
    """A number, a boolean or null.

    Args:
        value: The JSON value.
    """

    value: float | bool | None


class Piece(NamedTuple):
    """A piece of a string.

    Args:
        content: The text, or the expression whose value is put in; None if it is not known.
        place: Where it stands.
    """

    content: str | Node | None
    place: Range


class Text(NamedTuple):
    """A string.

    Args:
        pieces: Its pieces in order.
    """

    pieces: Sequence[Piece]


def text_of(view: View) -> str | None:
    """Return the text of a string that has only known pieces; None for anything else."""
    if isinstance(view, Text) and all(isinstance(piece.content, str) for piece in view.pieces):
        return "".join(str(piece.content) for piece in view.pieces)
    return None


class Spread(NamedTuple):
    """The members or items of another value that are put in, or something that an example leaves out.

    Args:
        node: The value; None if it is left out.
        place: Where it stands.
    """

    node: Node | None
    place: Range


class Entry(NamedTuple):
    """A member of an object, or an argument with a name.

    Args:
        key: The key, or the expression that computes it.
        place: Where the key stands.
        value: The value.
    """

    key: str | Node
    place: Range
    value: Part


class Object(NamedTuple):
    """An object, map or hash.

    Args:
        entries: Its members in order.
        place: Where it stands.
    """

    entries: Sequence[Entry | Spread]
    place: Range


class Array(NamedTuple):
    """An array, slice or list.

    Args:
        items: Its items in order.
    """

    items: Sequence[Part | Spread]


class Name(NamedTuple):
    """A variable, constant, function or class that is named.

    Args:
        name: The name.
    """

    name: str


class Attribute(NamedTuple):
    """A named part of something.

    Args:
        owner: What it is a part of.
        name: Its name.
    """

    owner: Node
    name: str


class Index(NamedTuple):
    """A part of something that is looked up by its key or index.

    Args:
        owner: What it is a part of.
        key: The key; None if there is none, as in ``$list[]``.
    """

    owner: Node
    key: Node | None


class Call(NamedTuple):
    """A call of a function, method or constructor, or a struct that is written as a literal.

    Args:
        receiver: What the method belongs to; None for a function.
        name: The name of the function, method, class or struct; empty if it has none.
        positional: The arguments without names.
        place: Where it stands.
        named: The arguments with names.
        is_class: Whether the name is that of a class or struct that is created.
    """

    receiver: Node | None
    name: str
    positional: Sequence[Part | Spread]
    place: Range
    named: Sequence[Entry | Spread] = ()
    is_class: bool = False


class Binary(NamedTuple):
    """An operator with two operands.

    Args:
        operator: The operator; ``+`` where strings are joined, whatever the language writes, and ``add`` where that
            adds only numbers, or the members of the second object to those of the first.
        left: The left operand.
        right: The right operand.
    """

    operator: str
    left: Node
    right: Node


class Choice(NamedTuple):
    """A value that is one of two.

    Args:
        first: The first expression.
        second: The other one.
    """

    first: Node
    second: Node


class Opaque(NamedTuple):
    """A value that is not known.

    Args:
        types: The JSON types that it may have; empty for any.
    """

    types: tuple[str, ...] = ()


class Missing(NamedTuple):
    """A value that is no value, such as ``undefined``, so that a member that has it is left out."""


View = Constant | Text | Object | Array | Name | Attribute | Index | Call | Binary | Choice | Opaque | Missing
Part = Node | Object | Call
"""An expression: a node, or an object or struct that stands there without what usually marks it as one."""
