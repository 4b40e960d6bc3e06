"""The forms of expressions in Ruby."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from weakref import WeakKeyDictionary

from tree_sitter import Node, Query, QueryCursor

from liveschema.lint.inputs.code.language import query_of
from liveschema.lint.inputs.code.scalars import number, unescaped
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import (
    Array,
    Attribute,
    Binary,
    Call,
    Choice,
    Constant,
    Entry,
    Index,
    Name,
    Object,
    Opaque,
    Part,
    Piece,
    Spread,
    Text,
    View,
    text_of,
)
from liveschema.lint.inputs.literals import Range

ELISIONS: Final = frozenset({"...", "…"})
SAME: Final = frozenset({"freeze", "itself"})
"""The methods that return what they belong to."""
_MOST_STEPS: Final = 20
_PASSED_OVER: Final = frozenset({"comment", "heredoc_body"})
_KEYS: Final = frozenset({"hash_key_symbol", "string", "simple_symbol", "delimited_symbol", "integer"})
_SENDING: Final = frozenset({"public_send", "send", "__send__"})
"""The methods that call the method that their first argument names."""
_LOOKING_UP: Final = frozenset({"fetch", "dig"})
_GENERATED: Final = "OpenapiClient"
"""The module of the SDK that has its generated classes."""
_SERVICE: Final = "ActivitySmith"
_ALTERNATIVES: Final = frozenset({"||", "or", "&&", "and"})
_COMPARING: Final = frozenset({"==", "!=", "<", ">", "<=", ">=", "===", "!~"})
_ESCAPED: Final = re.compile(r"\\(['\\])|[^\\]+|\\")
"""The pieces of a string in single quotes."""
_BYTE: Final = re.compile(r"\\(?:x[89a-fA-F][0-9a-fA-F]|[23][0-7]{2})\Z")
"""An escape that stands for one byte of a character."""
_BEGINNING: Final = re.compile(r"<<([~-]?)([\"'`]?)(.*?)\2\Z", re.DOTALL)
_INDENT: Final = re.compile(r"[ \t]*")
_HEREDOCS: Final = "[(heredoc_beginning) (heredoc_body)] @part"
_bodies: WeakKeyDictionary[Source, Mapping[int, Node]] = WeakKeyDictionary()


def text_in(node: Node | None) -> str:
    """Return the text of a node; empty for none."""
    return "" if node is None or node.text is None else node.text.decode(errors="replace")


def inner(node: Node) -> Node:
    """Return the expression inside parentheses, and what a method such as ``freeze`` belongs to."""
    for _ in range(_MOST_STEPS):
        if node.type == "parenthesized_statements":
            inside = [child for child in node.named_children if child.type not in _PASSED_OVER]
            found = inside[0] if len(inside) == 1 else None
        elif node.type == "call" and text_in(node.child_by_field_name("method")) in SAME:
            has_more = node.child_by_field_name("arguments") or node.child_by_field_name("block")
            found = None if has_more else node.child_by_field_name("receiver")
        else:
            found = None
        if found is None:
            break
        node = found
    return node


def view_of(node: Node, source: Source, methods: frozenset[str]) -> View:
    """Return the form of an expression.

    Args:
        node: The expression.
        source: The source code.
        methods: The methods that are no attributes, though they may have no arguments.
    """
    node = inner(node)
    if node.type == "call":
        return _call(node, source, methods)
    read = _VIEWS.get(node.type)
    return Opaque() if read is None else read(node, source)


def _text(node: Node, source: Source) -> View:
    return Text(list(_pieces(node, source)))


def _pieces(node: Node, source: Source) -> Iterator[Piece]:
    """Yield the pieces of a string or a symbol."""
    opening = "" if node.child_count == 0 else source.text(node.children[0])
    for child in node.children:
        place = source.range(child)
        if child.type == "escape_sequence":
            yield Piece(_unescaped(source.text(child)), place)
        elif child.type == "interpolation":
            yield Piece(_put_in(child), place)
        elif child.type == "string_content":
            yield from _content(source.text(child), place, opening)
        elif child.is_error or child.is_missing:
            yield Piece(None, place)


def _put_in(node: Node) -> Node | None:
    """Return the expression that is put into a string."""
    inside = [child for child in node.named_children if child.type != "comment"]
    return inside[0] if len(inside) == 1 else None


def _unescaped(escape: str) -> str | None:
    return None if _BYTE.match(escape) else unescaped(escape)


def _content(text: str, place: Range, opening: str) -> Iterator[Piece]:
    """Yield the pieces of a part of a string, which has escapes of its own if it is in single quotes."""
    if "\\" not in text:
        yield Piece(text, place)
    elif opening in ("'", ":'"):
        for found in _ESCAPED.finditer(text):
            yield Piece(found[1] or found[0], Range(place.start + found.start(), place.start + found.end()))
    else:
        yield Piece(None, place)  # such as in `%q(…)`, in which the delimiters can be escaped, too


def _chained(node: Node, source: Source) -> View:
    return Text([piece for child in node.named_children for piece in _pieces(child, source)])


def _symbol(node: Node, source: Source) -> View:
    start, end = source.range(node)
    return Text([Piece(source.text(node)[1:], Range(start + 1, end))])


def _character(node: Node, source: Source) -> View:
    view = _symbol(node, source)
    return view if len(source.text(node)) == len("?a") else Opaque(("string",))


def _heredoc(node: Node, source: Source) -> View:
    body = _bodies_of(source).get(node.start_byte)
    beginning = _BEGINNING.match(source.text(node))
    if body is None or beginning is None or text_in(body.children[-1]).strip() != beginning[3]:
        return Opaque(("string",))
    if beginning[2] == "`":
        return Opaque(("string",))
    pieces = list(_heredoc_pieces(body, source))
    return Text(pieces if beginning[1] != "~" else list(_dedented(pieces)))


def _bodies_of(source: Source) -> Mapping[int, Node]:
    """Return the bodies of the heredocs, which stand after the line of the beginning, by where that stands."""
    found = _bodies.get(source)
    if found is None:
        query: Query = query_of(source.grammar, _HEREDOCS)
        parts = QueryCursor(query).captures(source.root).get("part", [])
        parts.sort(key=lambda node: node.start_byte)
        beginnings: list[int] = []
        bodies: dict[int, Node] = {}
        first = 0
        for node in parts:
            if node.type == "heredoc_beginning":
                beginnings.append(node.start_byte)
            elif first < len(beginnings):
                bodies[beginnings[first]] = node
                first += 1
        found = _bodies[source] = bodies
    return found


def _heredoc_pieces(body: Node, source: Source) -> Iterator[Piece]:
    """Yield the pieces of a heredoc, each line as one of its own."""
    is_first = True
    for child in body.children:
        place = source.range(child)
        if child.type == "heredoc_content":
            lines = source.text(child).splitlines(keepends=True)
            start = place.start
            for line in lines:
                if not is_first:  # the end of the line that the heredoc begins in
                    yield Piece(line, Range(start, start + len(line)))
                is_first = False
                start += len(line)
        elif child.type == "escape_sequence":
            yield Piece(_unescaped(source.text(child)), place)
        elif child.type == "interpolation":
            yield Piece(_put_in(child), place)
        elif child.is_error:
            yield Piece(None, place)


def _dedented(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a heredoc without the indent that its lines have in common."""
    indents = [
        len(_indent(piece))
        for index, piece in enumerate(pieces)
        if _begins_line(pieces, index) and not _is_blank(pieces, index)
    ]
    least = min(indents, default=0)
    for index, piece in enumerate(pieces):
        content, place = piece
        if isinstance(content, str) and _begins_line(pieces, index):
            width = min(least, len(_indent(piece)))
            yield Piece(content[width:], Range(place.start + width, place.end))
        else:
            yield piece


def _begins_line(pieces: Sequence[Piece], index: int) -> bool:
    before = pieces[index - 1].content if index else "\n"
    return isinstance(before, str) and before.endswith("\n")


def _is_blank(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether a piece is a line of white space alone, or the indent before the end of the heredoc."""
    content = pieces[index].content
    is_blank = isinstance(content, str) and not content.strip()
    return is_blank and (index + 1 == len(pieces) or str(content).endswith("\n"))


def _indent(piece: Piece) -> str:
    found = _INDENT.match(piece.content if isinstance(piece.content, str) else "")
    return "" if found is None else found[0]


def _number(node: Node, source: Source) -> View:
    value = number(source.text(node))
    return Opaque(("number",)) if value is None else Constant(value)


def _hash(node: Node, source: Source) -> View:
    entries: list[Entry | Spread] = []
    for child in node.children:
        if child.is_error or child.is_missing or any(part.is_error or part.is_missing for part in _parts_of(child)):
            return Opaque(("object",))
        if child.is_named and child.type not in _PASSED_OVER:
            entries.append(_entry(child, source))
    return Object(entries, source.range(node))


def _parts_of(node: Node) -> Sequence[Node]:
    return node.children if node.type == "pair" else ()


def _entry(node: Node, source: Source) -> Entry | Spread:
    place = source.range(node)
    key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
    if node.type != "pair" or key is None:
        return _spread(node, source)
    written = source.text(key) if key.type in ("hash_key_symbol", "integer") else None
    if written is None and key.type in _KEYS:
        written = text_of(view_of(key, source, frozenset()))
    known: str | Node = key if written is None else written
    return Entry(known, source.range(key), key if value is None else value) if value or written else Spread(None, place)


def _spread(node: Node, source: Source) -> Spread:
    """Return what ``*`` or ``**`` puts in; what is left out is read as one of these."""
    is_elided = source.text(node) in ELISIONS or not node.named_children
    return Spread(None if is_elided else node.named_children[0], source.range(node))


def _items(children: Sequence[Node], source: Source) -> Iterator[Part | Spread]:
    """Yield the items of a list or the arguments of a call, the pairs without braces as one object at the end."""
    pairs: list[Entry | Spread] = []
    inside: list[Node] = []
    for child in children:
        is_elided = source.text(child) in ELISIONS
        if child.type in ("pair", "hash_splat_argument") and not is_elided:
            pairs.append(_entry(child, source))
            inside.append(child)
        elif is_elided or child.is_error or child.is_missing or child.type == "block_argument":
            yield Spread(None, source.range(child))
        elif child.type in ("splat_argument", "hash_splat_argument"):
            yield _spread(child, source)
        elif child.is_named and child.type not in _PASSED_OVER:
            yield child
    if inside:
        yield Object(pairs, Range(source.range(inside[0]).start, source.range(inside[-1]).end))


def _array(node: Node, source: Source) -> View:
    if any(child.is_error or child.is_missing for child in node.children):
        return Opaque(("array",))
    return Array(list(_items(node.children, source)))


def _name(node: Node, source: Source) -> View:
    name = source.text(node)
    return Name(_SERVICE if name == _GENERATED else name)


def _scoped(node: Node, source: Source) -> View:
    scope, name = node.child_by_field_name("scope"), node.child_by_field_name("name")
    if name is None:
        return Opaque()
    return Name(source.text(name)) if scope is None else Attribute(scope, source.text(name))


def _element(node: Node, source: Source) -> View:
    owner = node.child_by_field_name("object")
    keys = [child for child in node.named_children[1:] if child.type not in _PASSED_OVER]
    return Opaque() if owner is None else Index(owner, keys[0] if len(keys) == 1 else None)


def _call(node: Node, source: Source, methods: frozenset[str]) -> View:
    receiver, arguments = node.child_by_field_name("receiver"), node.child_by_field_name("arguments")
    name = text_in(node.child_by_field_name("method"))
    block = node.child_by_field_name("block")
    is_plain = arguments is None and block is None
    if is_plain and receiver is not None and name not in methods and not name.endswith("!"):
        return Attribute(receiver, name)
    positional = [] if arguments is None else list(_items(arguments.children, source))
    if receiver is not None and name == "new":
        return _created(node, receiver, positional, source)
    if receiver is not None and name in _LOOKING_UP and len(positional) == 1 and isinstance(positional[0], Node):
        is_text = text_in(receiver) == "ENV"
        return Opaque(("string",)) if is_text else Index(receiver, positional[0])
    if name in _SENDING and positional and isinstance(positional[0], Node):
        sent = text_of(view_of(positional[0], source, methods))
        name, positional = (name, positional) if sent is None else (sent, positional[1:])
    if block is not None:
        # What a block does is not known, such as with the conflicts of `merge`.
        positional.append(Spread(None, source.range(block)))
    return Call(receiver, name, positional, source.range(node))


def _created(node: Node, scope: Node, positional: Sequence[Part | Spread], source: Source) -> View:
    """Return the form of ``Name.new(…)``."""
    place = source.range(node)
    if scope.type == "constant":
        return Call(None, source.text(scope), positional, place, is_class=True)
    if scope.type == "scope_resolution":
        name = text_in(scope.child_by_field_name("name"))
        return Call(scope.child_by_field_name("scope"), name, positional, place, is_class=True)
    return Call(scope, "new", positional, place)


def _binary(node: Node, source: Source) -> View:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = text_in(node.child_by_field_name("operator"))
    if left is None or right is None:
        return Opaque()
    if sign in _ALTERNATIVES:
        return Choice(left, right)
    if sign == "%" and left.type in ("string", "chained_string", "heredoc_beginning"):
        return Opaque(("string",))
    return Opaque(("boolean",)) if sign in _COMPARING else Binary(sign, left, right)


def _conditional(node: Node, source: Source) -> View:
    first, second = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
    return Opaque() if first is None or second is None else Choice(first, second)


def _unary(node: Node, source: Source) -> View:
    operand, sign = node.child_by_field_name("operand"), text_in(node.child_by_field_name("operator"))
    if sign in ("!", "not"):
        return Opaque(("boolean",))
    if operand is None or sign not in ("-", "+") or operand.type not in ("integer", "float"):
        return Opaque()
    value = number(source.text(operand))
    if value is None:
        return Opaque(("number",))
    return Constant(-value if sign == "-" else value)


_VIEWS: Final = {
    "string": _text,
    "bare_string": _text,
    "bare_symbol": _text,
    "delimited_symbol": _text,
    "simple_symbol": _symbol,
    "character": _character,
    "chained_string": _chained,
    "heredoc_beginning": _heredoc,
    "subshell": lambda node, source: Opaque(("string",)),
    "integer": _number,
    "float": _number,
    "true": lambda node, source: Constant(value=True),
    "false": lambda node, source: Constant(value=False),
    "nil": lambda node, source: Constant(None),
    "hash": _hash,
    "array": _array,
    "string_array": _array,
    "symbol_array": _array,
    "right_assignment_list": _array,
    "identifier": _name,
    "constant": _name,
    "instance_variable": _name,
    "class_variable": _name,
    "global_variable": _name,
    "hash_key_symbol": _name,
    "self": _name,
    "scope_resolution": _scoped,
    "element_reference": _element,
    "binary": _binary,
    "conditional": _conditional,
    "unary": _unary,
}
