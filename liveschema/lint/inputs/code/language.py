"""What a language is to the reader of source code: its grammar, and how its nodes are looked at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar, Final, NamedTuple

from tree_sitter import Language as Grammar
from tree_sitter import Node, Query, QueryCursor

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.views import Call, Part, Spread, View
from liveschema.lint.inputs.comments import CommentForm
from liveschema.lint.inputs.literals import Literal, Members, without_null

CAPTURES: Final = ("statement", "branch", "definition", "class", "function", "block", "call", "object", "string")
"""The names that the query of a language gives to nodes: those that hold others for a comment, that may be left out
when the code runs, that bind names, open a scope, may be a request, or may hold an API key."""


_DEEPEST: Final = 2_000
"""How deep the nodes are that are looked for; tree-sitter goes up from each node to all those around it,
and is lost in a tree that is deeper than 65,535."""


class Definition(NamedTuple):
    """A place at which a language binds a name, or changes a part of what a name is bound to.

    Args:
        target: The name, attribute or index.
        value: What is assigned; None if it is not an expression of its own.
        declares: Whether the name belongs to the scope around it, rather than to one further out that has it.
        is_assigned: Whether there is a value, whether or not it is known.
        in_function: Whether the name belongs to the function around it, rather than to the block.
        in_class: Whether the name belongs to the class around it, wherever in it it is used.
        origin: The module that is imported, or the name of the part that is taken out of something else.
        part_of: What the target may be, or be a part of, such as the list that a loop goes through.
    """

    target: Node
    value: Node | None = None
    declares: bool = True
    is_assigned: bool = True
    in_function: bool = False
    in_class: bool = False
    origin: str = ""
    part_of: Node | None = None


class Setting(NamedTuple):
    """What a statement sets of a request that is held in a variable.

    Args:
        variable: The variable.
        is_new: Whether the statement creates the request.
        url: The URL; None if it is not set.
        method: The method, or the expression of it; None if it is not set.
        implied: The method that the request has from here on if none is set; None if it stays as it was.
        body: The body; None if it is not set.
        is_open: Whether it may set the body to something that is not known.
        call: The call that sends the request as well; None if there is none.
    """

    variable: Node
    is_new: bool = False
    url: Part | None = None
    method: str | Part | None = None
    implied: str | None = None
    body: Part | None = None
    is_open: bool = False
    call: Node | None = None


class Language(ABC):
    """A language.

    Attributes:
        name: Its name, which is that of the reader.
        comments: How it writes comments.
        query: A query of tree-sitter for the nodes to look at; see `CAPTURES`.
        drops_null: Whether the SDK leaves out members that are null.
        leaves_out_missing: Whether a member is left out whose value turns out to be none, such as ``undefined``.
        changing: The methods that change what they belong to.
        changing_argument: The functions that change their first argument.
        sees_outside: Whether a function sees the variables around it; see `sees`.
        has_bare_names: Whether what is used of the SDK may be a name alone, since an import brought it in.
        lists_are_objects: Whether lists and objects are of the same type, so that their union may be either.
        shares_helpers: Whether the SDK has the functions that create parts of a payload in the other languages.
        takes_options: Whether the last argument of a function of the SDK may be an object with the others.
        gives_references: Whether a function that is given an object has the same one, rather than a copy.
        functions: The JSON types of what functions of the language return.
        methods: The JSON types of what methods return.
        addresses: The attributes of a URL that are its text or its path, and its methods that return these.
        parameters: The parameters of functions and classes of the SDK, by simplified names, that need no names in a
            call and are other ones than in other languages.
        unions_are_objects: Whether what `union` finds is an object for sure, though not all of its parts are known.
    """

    name: ClassVar[str]
    query: ClassVar[str]
    comments: ClassVar[CommentForm] = CommentForm.SLASHES
    drops_null: ClassVar[bool] = False
    leaves_out_missing: ClassVar[bool] = False
    changing: ClassVar[frozenset[str]] = frozenset()
    changing_argument: ClassVar[frozenset[str]] = frozenset()
    sees_outside: ClassVar[bool] = True
    has_bare_names: ClassVar[bool] = True
    lists_are_objects: ClassVar[bool] = False
    shares_helpers: ClassVar[bool] = True
    takes_options: ClassVar[bool] = True
    gives_references: ClassVar[bool] = True
    functions: ClassVar[Mapping[str, str]] = {}
    methods: ClassVar[Mapping[str, str]] = {}
    addresses: ClassVar[frozenset[str]] = frozenset()
    parameters: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    unions_are_objects: ClassVar[bool] = True

    @abstractmethod
    def grammar(self, text: str) -> Grammar:
        """Return the grammar for a text."""

    @abstractmethod
    def view(self, node: Node, source: Source) -> View:
        """Return the form of an expression."""

    @abstractmethod
    def definitions(self, node: Node, source: Source) -> Iterator[Definition]:
        """Yield what a node binds that was captured as ``definition``."""

    def settings(self, node: Node, source: Source) -> Iterator[Setting]:
        """Yield what a node that was captured as ``call`` or ``definition`` sets of a request in a variable.

        Such as ``request.body = "…"`` in Ruby, or ``curl_setopt($curl, CURLOPT_POSTFIELDS, "…")`` in PHP.
        """
        del node, source
        yield from ()

    def readable(self, text: str) -> str:
        """Return a text as the grammar can read it, with each byte at its place, such as one without elisions."""
        return text

    def sees(self, name: str) -> bool:
        """Return whether a function or class sees a variable or constant around it."""
        del name
        return self.sees_outside

    def seen_by(self, function: Node) -> Callable[[str], bool]:
        """Return which names a function or class sees of those around it, if that differs from one to the other."""
        return self.sees

    def changes(self, name: str) -> bool:
        """Return whether a method changes what it belongs to."""
        return name in self.changing

    @abstractmethod
    def inner(self, node: Node) -> Node:
        """Return the expression inside parentheses and the like, which is the same value."""

    def original(self, origin: str, name: str) -> str:
        """Return the name that something has in the module that it is imported from, by the name in the code."""
        return name

    @abstractmethod
    def encoded(self, call: Call) -> Part | None:
        """Return what a call turns into a text, JSON or bytes, such as the argument of ``JSON.stringify``."""

    @abstractmethod
    def same(self, call: Call) -> Part | None:
        """Return what a call returns as it is, or as a copy, such as the receiver of ``.freeze``."""

    def compacted(self, call: Call) -> Part | None:
        """Return the object or list that a call returns without null, such as the receiver of ``.compact``."""
        return None

    @abstractmethod
    def union(self, call: Call) -> Sequence[Part | Spread] | None:
        """Return the objects whose members a call puts together, such as the arguments of ``array_merge``."""

    def changed(self, call: Call) -> Iterator[Node]:
        """Yield what a call changes of what it belongs to, or is given."""
        if call.receiver is not None and self.changes(call.name):
            yield call.receiver
        if call.name in self.changing_argument:
            yield from (argument for argument in call.positional[:1] if isinstance(argument, Node))

    def is_reference(self, value: Node) -> bool:
        """Return whether a variable with a value shares it with others that are assigned the variable."""
        return True

    def is_dynamic(self, text: str) -> bool:
        """Return whether code may assign variables whose names it does not show, so that no value is known."""
        return False

    def is_completed(self, name: str) -> bool:
        """Return whether other code than the one that is read may complete the value of a variable."""
        return False

    def returned(self, call: Call) -> str | None:
        """Return the JSON type of what a function or method of the language returns; None if it is not known."""
        types = self.functions if call.receiver is None else self.methods
        return types.get(call.name)

    def made(self, call: Call, members: Members) -> Members:
        """Return the members of an object of the SDK that is created from named arguments."""
        return without_null(members)

    def request(self, operation: Operation, body: Literal) -> Literal:
        """Return a request as the SDK sends it, such as with fields of the state moved into it."""
        del operation
        return body

    def key_of(self, name: str) -> str | None:
        """Return the key of a payload that an attribute has, such as ``content_state`` for ``ContentState``.

        None if it may be any, as for a method that returns a part.
        """
        return name


@cache
def query_of(grammar: Grammar, text: str) -> Query:
    """Return the query of a language, which is compiled once for each grammar."""
    return Query(grammar, text)


def captures_of(language: Language, source: Source) -> Mapping[str, list[Node]]:
    """Return the nodes of source code that matter, by the name that the query gives them."""
    cursor = QueryCursor(query_of(source.grammar, language.query))
    cursor.set_max_start_depth(_DEEPEST)
    return cursor.captures(source.root)
