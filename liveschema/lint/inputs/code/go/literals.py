"""Composite literals of Go, which are structs, maps and slices, in the forms that all languages have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.go import sdk
from liveschema.lint.inputs.code.go.syntax import known_name
from liveschema.lint.inputs.code.go.text import text_of_string
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Array, Call, Entry, Object, Opaque, Part, Spread, View

_ELISIONS: Final = ("...", "…")


def composite(node: Node, source: Source) -> View:
    """Return a literal that gives its type."""
    kind, body = node.child_by_field_name("type"), node.child_by_field_name("body")
    return Opaque() if kind is None or body is None else _literal(kind, body, node, source)


def untyped(node: Node, source: Source) -> View:
    """Return an element of a literal that has the type that the literal gives to all of them."""
    kind = source.types.get(node.id)
    return Opaque() if kind is None else _literal(kind, node, node, source)


def _literal(kind: Node, body: Node, node: Node, source: Source) -> View:
    """Return the value that stands in braces.

    Args:
        kind: Its type.
        body: The braces.
        node: The expression.
        source: The source code.
    """
    if kind.type == "pointer_type" and kind.named_child_count:
        kind = kind.named_children[0]
    if kind.type in ("slice_type", "array_type", "implicit_length_array_type"):
        return _array(kind.child_by_field_name("element"), body, source)
    if kind.type == "map_type":
        return _object(body, node, source, kind.child_by_field_name("value")) or Opaque(("object",))
    if kind.type == "struct_type":
        return _anonymous(kind, body, node, source)
    if kind.type in ("qualified_type", "type_identifier"):
        return _struct(kind, body, node, source)
    return Opaque()


def _elements(body: Node, source: Source) -> Iterator[Node | Spread | None]:
    """Yield what stands in braces, with None for what cannot be read."""
    for child in body.children:
        kind = child.type
        if kind in ("keyed_element", "literal_element"):
            is_broken = child.has_error and any(each.type == "ERROR" for each in child.children)
            yield None if is_broken else child
        elif kind == "comment":
            if source.text(child).strip("/* \t\r\n").startswith(_ELISIONS):
                yield Spread(None, source.range(child))
        elif kind == "ERROR":
            yield Spread(None, source.range(child)) if source.is_one_of(child, _ELISIONS) else None
        elif child.is_missing:
            yield None


def _value(element: Node | None, kind: Node | None, source: Source) -> Node | None:
    """Return the expression in an element, and note the type that it has if it gives none."""
    found = None if element is None else element.named_child(0)
    if found is not None and found.type == "literal_value" and kind is not None:
        source.types[found.id] = kind
    return found


def _array(kind: Node | None, body: Node, source: Source) -> View:
    items: list[Part | Spread] = []
    for element in _elements(body, source):
        if isinstance(element, Spread):
            items.append(element)
            continue
        value = _value(element, kind, source) if element is not None and element.type == "literal_element" else None
        if value is None:
            return Opaque(("array",))
        items.append(value)
    return Array(items)


def _pairs(body: Node, source: Source, kind: Node | None = None) -> list[tuple[Node, Node] | Spread] | None:
    """Return the keys and values in braces; None if something else is there."""
    found: list[tuple[Node, Node] | Spread] = []
    for element in _elements(body, source):
        if isinstance(element, Spread):
            found.append(element)
            continue
        key = None if element is None else _value(element.child_by_field_name("key"), None, source)
        value = None if element is None else _value(element.child_by_field_name("value"), kind, source)
        if key is None or value is None:
            return None
        found.append((key, value))
    return found


def _object(body: Node, node: Node, source: Source, kind: Node | None = None) -> Object | None:
    """Return a map; None if it cannot be read."""
    pairs = _pairs(body, source, kind)
    if pairs is None:
        return None
    entries: list[Entry | Spread] = []
    for pair in pairs:
        if isinstance(pair, Spread):
            entries.append(pair)
            continue
        key, value = pair
        text = text_of_string(key, source)
        entries.append(Entry(key if text is None else text, source.range(key), value))
    return Object(entries, source.range(node))


def _struct(kind: Node, body: Node, node: Node, source: Source) -> View:
    pairs = _pairs(body, source)
    place = source.range(node)
    if pairs is None:
        return Opaque(("object",))
    keys = [pair[0] for pair in pairs if not isinstance(pair, Spread)]
    if keys and all(text_of_string(key, source) is not None for key in keys):
        return _object(body, node, source) or Opaque()  # a map that has a name, such as `gin.H`
    named = [pair if isinstance(pair, Spread) else _field(*pair, source) for pair in pairs]
    package, name = kind.child_by_field_name("package"), kind.child_by_field_name("name") or kind
    written = source.text(name) if package is not None else known_name(source.text(name), source)
    return Call(package, written, [], place, named, is_class=True)


def _field(key: Node, value: Node, source: Source) -> Entry:
    return Entry(sdk.key_of(source.text(key)), source.range(key), value)


def _anonymous(kind: Node, body: Node, node: Node, source: Source) -> View:
    """Return a struct whose type stands there, with the keys that the tags of its fields give."""
    tags = _tags(kind, source)
    pairs = _pairs(body, source)
    if tags is None or pairs is None:
        return Opaque(("object",))
    entries: list[Entry | Spread] = []
    for pair in pairs:
        name = "" if isinstance(pair, Spread) else source.text(pair[0])
        if isinstance(pair, Spread) or name not in tags:
            return Opaque(("object",))
        key, is_sent = tags.pop(name)
        place = source.range(pair[0])
        # What is left out if it is zero may be there or not.
        entries.append(Entry(key, place, pair[1]) if is_sent else Spread(None, place))
    entries += [Spread(None, source.range(kind))] if tags else []  # the others are zero
    return Object(entries, source.range(node))


def _tags(kind: Node, source: Source) -> dict[str, tuple[str, bool]] | None:
    """Return the key of each field of a struct, and whether it is always sent; None if that is not known."""
    found: dict[str, tuple[str, bool]] = {}
    for fields in kind.named_children:
        for field in fields.named_children:
            name, tag = field.child_by_field_name("name"), field.child_by_field_name("tag")
            if field.type == "comment":
                continue
            written = re.search(r'\bjson:"([^",]*)((?:,\w+)*)"', "" if tag is None else source.text(tag))
            if name is None or written is None or written[1] in ("", "-"):
                return None
            found[source.text(name)] = written[1], not written[2]
    return found
