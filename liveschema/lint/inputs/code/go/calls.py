"""Calls in Go, in the forms that all languages have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tree_sitter import Node

from liveschema.lint.inputs.code.go import sdk
from liveschema.lint.inputs.code.go.literals import composite
from liveschema.lint.inputs.code.go.syntax import inner, known_name, text_of_node
from liveschema.lint.inputs.code.go.text import formatted, joined_path
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Call, Choice, Entry, Opaque, Spread, View
from liveschema.lint.inputs.literals import Range

_CONTEXT: Final = re.compile(r"(?:\w+\.)*(?:ctx|\w+Ctx|[cC]ontext)(?:\(\))?\Z|context\.(?:Background|TODO)\(\)\Z")
_LONGEST: Final = 60
_OPERATIONS: Final = re.compile(r"(?:Start|Update|End|Stream|EndStream)\Z")
_BUILDERS: Final = re.compile(r"(?:(?:Start|Update|End)LiveActivity|(?:Reconcile|End)LiveActivityStream)\Z")
"""The methods of the generated client that name the operation; another one after it takes the request."""
_BUILDING: Final = re.compile(r"LiveActivity(?:Start|Update|End|Stream|StreamDelete)Request\Z")
_BODY: Final = "SetBody"
"""The method that sets the body before the URL is given."""
_MOST_STEPS: Final = 20
_TWO: Final = 2


class Method(NamedTuple):
    """A call of a method, or of a function of a package.

    Args:
        receiver: What the method belongs to.
        name: Its name.
        arguments: The arguments.
        place: Where the call stands.
        field: The node of the name.
    """

    receiver: Node
    name: str
    arguments: Sequence[Node | Spread]
    place: Range
    field: Node

    @property
    def package(self) -> str:
        """The package of a function; empty if the method certainly belongs to something else."""
        return text_of_node(self.receiver) if self.receiver.type == "identifier" else ""

    @property
    def nodes(self) -> list[Node]:
        """The arguments, if all of them are seen."""
        nodes = [each for each in self.arguments if isinstance(each, Node)]
        return nodes if len(nodes) == len(self.arguments) else []


def call(node: Node, source: Source) -> View:
    """Return a call; some return another form than that of a call."""
    function, arguments = node.child_by_field_name("function"), _arguments(node, source)
    function = None if function is None else inner(function)
    place = source.range(node)
    if function is not None and function.type == "identifier":
        name = source.text(function)
        # A function that reads the environment, which each package names as it likes.
        name = name.lower() if name.lower() == "getenv" else name
        return Call(None, known_name(name, source), arguments, place)
    method = _method(node, source)
    if method is None:
        return Call(None, "", arguments, place)
    for names, read in _SPECIAL:
        found = read(method, source) if names.match(method.name) else None
        if found is not None:
            return found
    return Call(method.receiver, method.name, arguments, place)


def _method(node: Node, source: Source) -> Method | None:
    """Return a call of a method; None if an expression is another one."""
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    function = None if function is None else inner(function)
    receiver = None if function is None else function.child_by_field_name("operand")
    field = None if function is None else function.child_by_field_name("field")
    if receiver is None or field is None:
        return None
    return Method(receiver, source.text(field), _arguments(node, source), source.range(node), field)


def _arguments(node: Node, source: Source) -> list[Node | Spread]:
    found: list[Node | Spread] = []
    arguments = node.child_by_field_name("arguments")
    for child in () if arguments is None else arguments.children:
        if child.type in ("ERROR", "variadic_argument"):
            found.append(Spread(None, source.range(child)))
        elif child.is_named and child.type != "comment":
            found.append(child)
    while found and isinstance(found[-1], Node) and found[-1].type == "nil":
        del found[-1]  # nothing is given, such as no body
    return found


def _library(method: Method, source: Source) -> View | None:
    """Return what a function of the standard library returns."""
    name = f"{method.package}.{method.name}"
    if name == "fmt.Sprintf":
        return formatted(method.arguments, source)
    nodes = method.nodes
    if name == "cmp.Or" and len(nodes) == _TWO:
        return Choice(nodes[0], nodes[1])
    if method.name == "JoinPath" and nodes:
        return joined_path(nodes if method.package == "url" else [method.receiver, *nodes], source)
    if name == "context.WithValue" and len(nodes) > _TWO and text_of_node(nodes[1]).endswith(".ContextAccessToken"):
        # The generated client takes the key in a context, which is its configuration.
        return Call(nodes[1].child_by_field_name("operand"), "Configuration", nodes[2:], method.place)
    return None


def _setter(method: Method, source: Source) -> View | None:
    """Return a struct literal with a method that sets one more field as a struct with this field."""
    if len(method.nodes) != 1:
        return None
    node: Node | None = method.receiver
    for _ in range(_MOST_STEPS):
        node = None if node is None else inner(node)
        if node is None or node.type != "call_expression":
            break
        function = node.child_by_field_name("function")
        node = None if function is None else function.child_by_field_name("operand")
    if node is not None and node.type == "call_expression":
        return Opaque()  # no struct has so many fields
    struct = composite(node, source) if node is not None and node.type == "composite_literal" else None
    if not isinstance(struct, Call):
        return None
    entry = Entry(sdk.key_of(method.name), source.range(method.field), method.nodes[0])
    named: list[Entry | Spread] = [Spread(method.receiver, method.place), entry]
    return Call(struct.receiver, struct.name, [], method.place, named, is_class=True)


def _constructor(method: Method, source: Source) -> View | None:
    """Return a function that creates a struct of the SDK as a literal of it."""
    found = sdk.constructed(method.name)
    if found is None:
        return None
    struct, versions, takes_options = found
    count = len(versions[0]) if takes_options else len(method.arguments)
    names = next((each for each in versions if len(each) == count), None)
    named: list[Entry | Spread] = []
    if names is None or any(isinstance(each, Spread) for each in method.arguments[:count]):
        named = [Spread(None, method.place)]
    else:
        pairs = zip(names, method.arguments, strict=False)
        named = [Entry(name, source.range(each), each) for name, each in pairs if isinstance(each, Node)]
        options = method.arguments[count:]
        named += [each if isinstance(each, Spread) else Spread(each, source.range(each)) for each in options]
    return Call(method.receiver, struct, [], method.place, named, is_class=True)


def _operation(method: Method, source: Source) -> View | None:
    """Return a call that sends a request without its context, and the two calls of a builder as one."""
    name, arguments = method.name, method.arguments
    builder = _method(method.receiver, source) if _BUILDING.match(name) else None
    if builder is not None and _BUILDERS.match(builder.name):
        given = [*_without_context(builder.arguments), *arguments]
        return Call(builder.receiver, builder.name, given, method.place)
    rest = _without_context(arguments)
    if len(rest) == len(arguments):
        return None
    if _BUILDERS.match(name) and len(rest) < _TWO:
        return Call(method.receiver, "", rest, method.place)  # the method after it is given the request
    return Call(method.receiver, name, rest, method.place) if rest and _OPERATIONS.match(name) else None


def _without_context(arguments: Sequence[Node | Spread]) -> Sequence[Node | Spread]:
    first = arguments[0] if arguments else None
    return arguments[1:] if isinstance(first, Node) and _CONTEXT.match(text_of_node(first)[:_LONGEST]) else arguments


def _request(method: Method, source: Source) -> View | None:
    """Return a call that is given a URL, with the body that a method before it was given."""
    is_chain = method.receiver.type == "call_expression"
    if not is_chain and len(method.arguments) != 1:
        return None
    body: Node | Spread = Spread(None, method.place)
    before = _method(method.receiver, source)
    for _ in range(_MOST_STEPS):
        if before is None:
            break
        if before.name == _BODY and len(before.nodes) == 1:
            body = before.nodes[0]
            break
        before = _method(before.receiver, source)
    return Call(method.receiver, method.name, [*method.arguments, body], method.place)


_SPECIAL: Final = (
    (re.compile(r"(?:Sprintf|Or|JoinPath|WithValue)\Z"), _library),
    (re.compile(r"With[A-Z]"), _setter),
    (re.compile(r"New[A-Z]|Metric\Z"), _constructor),
    (re.compile(rf"{_OPERATIONS.pattern}|{_BUILDERS.pattern}|{_BUILDING.pattern}"), _operation),
    (re.compile(r"(?:Post|Put|Patch|Delete|Execute)\Z"), _request),
)
"""The methods that are looked at more closely."""
