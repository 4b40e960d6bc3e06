"""The forms of expressions in Ruby."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tree_sitter import Node

from liveschema.lint.inputs.code.ruby.texts import chained_string, character, field, heredoc, string, symbol, text_in
from liveschema.lint.inputs.code.scalars import number
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
    Spread,
    View,
    text_of,
)
from liveschema.lint.inputs.literals import Range

ELISIONS: Final = frozenset({"...", "…"})
SAME: Final = frozenset({"freeze", "itself"})
"""The methods that return what they belong to."""
_MOST_STEPS: Final = 20
_PASSED_OVER: Final = frozenset({"comment", "heredoc_body"})
_MENDING: Final = frozenset({"hash", "array", "argument_list", "string", "block", "do_block"})
"""The nodes that are looked at on their own for what cannot be read inside them."""
_KEYS: Final = frozenset({"hash_key_symbol", "string", "simple_symbol", "delimited_symbol", "integer"})
_SENDING: Final = frozenset({"public_send", "send", "__send__"})
"""The methods that call the method that their first argument names."""
_LOOKING_UP: Final = frozenset({"fetch", "dig"})
_GENERATED: Final = "OpenapiClient"
"""The module of the SDK that has its generated classes."""
_SERVICE: Final = "ActivitySmith"
_ALTERNATIVES: Final = frozenset({"||", "or", "&&", "and"})
_COMPARING: Final = frozenset({"==", "!=", "<", ">", "<=", ">=", "===", "!~"})


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
    return Opaque() if read is None or _is_damaged(node) else read(node, source)


def _is_damaged(node: Node) -> bool:
    """Return whether an expression has something that cannot be read, other than in an object or a list inside it."""
    if not node.has_error or node.type in _MENDING:
        return False
    waiting = [node]
    for _ in range(_MOST_STEPS):
        if not waiting:
            return False
        for child in waiting.pop().children:
            if child.is_error or child.is_missing:
                return True
            if child.has_error and child.type not in _MENDING:
                waiting.append(child)
    return True


def _number(node: Node, source: Source) -> View:
    value = number(source.text(node))
    return Opaque(("number",)) if value is None else Constant(value)


def _hash(node: Node, source: Source) -> View:
    if node.has_error and any(map(_breaks, node.children)):
        return Opaque(("object",))
    entries = [_entry(child, source) for child in node.named_children if child.type not in _PASSED_OVER]
    return Object(entries, source.range(node))


def _breaks(node: Node) -> bool:
    """Return whether an object or a list is not known that has a node inside."""
    return node.is_error or node.is_missing or _is_damaged(node)


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
    blocks: list[Spread] = []
    for child in children:
        is_elided = source.text(child) in ELISIONS
        if child.type in ("pair", "hash_splat_argument") and (pairs or not is_elided):
            pairs.append(_entry(child, source))
            inside.append(child)
        elif child.type == "block_argument":
            blocks.append(Spread(None, source.range(child)))
        elif is_elided or child.is_error or child.is_missing:
            yield Spread(None, source.range(child))
        elif child.type == "splat_argument":
            yield _spread(child, source)
        elif child.is_named and child.type not in _PASSED_OVER:
            yield child
    if inside:
        yield Object(pairs, Range(source.range(inside[0]).start, source.range(inside[-1]).end))
    yield from blocks


def _array(node: Node, source: Source) -> View:
    if node.has_error and any(map(_breaks, node.children)):
        return Opaque(("array",))
    return Array(list(_items(node.children, source)))


def _name(node: Node, source: Source) -> View:
    name = source.text(node)
    return Name(_SERVICE if name == _GENERATED else name)


def _scoped(node: Node, source: Source) -> View:
    scope, name = node.child_by_field_name("scope"), source.text(field(node, "name"))
    return Name(name) if scope is None else Attribute(scope, name)


def _element(node: Node, source: Source) -> View:
    keys = [child for child in node.named_children[1:] if child.type not in _PASSED_OVER]
    return Index(field(node, "object"), keys[0] if len(keys) == 1 else None)


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
    left, right, sign = field(node, "left"), field(node, "right"), text_in(field(node, "operator"))
    if sign in _ALTERNATIVES:
        return Choice(left, right)
    if sign == "%" and left.type in ("string", "chained_string", "heredoc_beginning"):
        return Opaque(("string",))
    return Opaque(("boolean",)) if sign in _COMPARING else Binary(sign, left, right)


def _conditional(node: Node, source: Source) -> View:
    return Choice(field(node, "consequence"), field(node, "alternative"))


def _unary(node: Node, source: Source) -> View:
    operand, sign = field(node, "operand"), text_in(field(node, "operator"))
    if sign in ("!", "not"):
        return Opaque(("boolean",))
    if sign not in ("-", "+") or operand.type not in ("integer", "float"):
        return Opaque()
    value = number(source.text(operand))
    if value is None:
        return Opaque(("number",))
    return Constant(-value if sign == "-" else value)


_VIEWS: Final = {
    "string": string,
    "bare_string": string,
    "bare_symbol": string,
    "delimited_symbol": string,
    "simple_symbol": symbol,
    "character": character,
    "chained_string": chained_string,
    "heredoc_beginning": heredoc,
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
