"""A Python function while it is being written."""

from __future__ import annotations

import linecache
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from liveschema.constraints._plain import PLAIN

Function = Callable[..., Any]
K = TypeVar("K")

_BUILTINS: Final = frozenset({"type", "len", "str", "int", "float", "bool", "list", "dict"})
"""What generated code calls by its own name, so that no local takes it."""


def unsure(value: object, data: Mapping[object, object] | None = None) -> bool | None:
    """Answer for a predicate that met a value of another type than it asks for.

    Args:
        value: The value; None where it is missing.
        data: The object that must have it.

    Returns:
        False where the value is plain, so surely of the wrong type; None
        where it may turn out right once it has been made plain.
    """
    if value is None and data is not None:
        return misfit(data)
    return False if type(value) in PLAIN else None


def misfit(data: Mapping[object, object]) -> bool | None:
    """Answer for a predicate that met an object with a field too many or too few.

    Args:
        data: The object.

    Returns:
        False where all keys are plain; None where one of them may turn
        into the name of a field once it has been made plain.
    """
    return False if all(type(key) in PLAIN for key in data) else None


def _opposite(test: str) -> str:
    """Write the opposite of a test as one would by hand."""
    single = _SINGLE(test)
    if single is None:
        return f"not {test}" if test.isidentifier() else f"not ({test})"
    left, comparison, right = single.groups()
    return f"{left} {_OPPOSITES[comparison]} {right}"


_OPPOSITES: Final = {"is": "is not", "is not": "is", "==": "!=", "in": "not in", "not in": "in"}
_SINGLE: Final = re.compile(r"(\S+) (is not|is|==|not in|in) (\S+)").fullmatch


class Source:
    """Collects the lines of one generated function and the names it uses.

    Args:
        spotless: Whether a predicate also says no to what earns a warning.
    """

    def __init__(self, *, spotless: bool) -> None:
        self.spotless = spotless
        self.name = ""
        self.names: dict[str, object] = {"unsure": unsure, "misfit": misfit}
        self._lines: list[str] = []
        self._indent = 0
        self._taken: dict[str, int] = {}
        self._missing_from = ""

    def line(self, text: str) -> None:
        """Write one line at the present indentation."""
        self._lines.append("    " * self._indent + text)

    @contextmanager
    def function(self, name: str, *parameters: str) -> Iterator[tuple[str, ...]]:
        """Write the head of the function; what is written inside the context is its body."""
        self.name = name
        self._taken.clear()
        names = tuple(map(self.fresh, parameters))
        with self.block(f"def {name}({', '.join(names)}):"):
            yield names

    @contextmanager
    def block(self, header: str) -> Iterator[None]:
        """Write a header; what is written inside the context stands below it."""
        self.line(header)
        self._indent += 1
        before = len(self._lines)
        yield
        if len(self._lines) == before:
            self.line("pass")
        self._indent -= 1

    def fresh(self, name: str) -> str:
        """Reserve a local name, numbered from its second use on."""
        name = f"{name}_" if name in _BUILTINS else name
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return name if count == 1 else f"{name}_{count}"

    def bind(self, name: str, meant: object) -> None:
        """Make an object known to the function under a name.

        Raises:
            ValueError: If the name already means something else.
        """
        if self.names.setdefault(name, meant) != meant:
            msg = f"{name} means two things in one function"
            raise ValueError(msg)

    def bind_deferred(self, name: str, members: Mapping[Any, Callable[[], Function]]) -> None:
        """Make a table of functions known under a name, each made when it is first called.

        Two threads may both make one; they get equal functions, and either stays.

        Args:
            name: The name of the table; where it is known already, it stays.
            members: From the keys of the table to what makes the functions.
        """
        if name in self.names:
            return
        self.names[name] = deferred(members)

    def refuse(self, *tests: str) -> None:
        """Say no where one of the tests fails."""
        if tests:
            held = " and ".join(f"({test})" if " or " in test and len(tests) > 1 else test for test in tests)
            self.line(f"if {_opposite(held)}: return False")

    def refuse_type(self, test: str, value: str) -> None:
        """Say no, or that it cannot tell, where the test of a value's type fails."""
        self.line(f"if {_opposite(test)}: {self.doubt(value)}")

    def doubt(self, value: str) -> str:
        """Write the answer for a value of none of the types asked for."""
        data, self._missing_from = self._missing_from, ""
        return f"return unsure({value}, {data})" if data else f"return unsure({value})"

    def may_be_missing(self, data: str) -> None:
        """Note that the next value is None where an object lacks it."""
        self._missing_from = data

    def refuse_object(self, condition: str, data: str) -> None:
        """Say no, or that it cannot tell, where an object has a field too many or too few."""
        self.line(f"if {condition}: return misfit({data})")

    def require(self, call: str) -> None:
        """Give the answer of another predicate where that is not yes."""
        self.line(f"answer = {call}")
        self.line("if answer is not True: return answer")

    def text(self) -> str:
        """Give what has been written."""
        return "\n".join(self._lines) + "\n"

    def compile(self) -> Function:
        """Compile what has been written and register it with `linecache`.

        Returns:
            The function; tracebacks and debuggers show its lines.

        Raises:
            ValueError: If a local has the name of something else.
        """
        text = self.text()
        filename = f"<liveschema {self.name}{' spotless' if self.spotless else ''}>"
        scope: dict[str, Any] = dict(self.names)
        exec(compile(text, filename, "exec"), scope)  # noqa: S102 - the text is made from our declarations alone
        function: Function = scope[self.name]
        if clash := self.names.keys() & set(function.__code__.co_varnames):
            msg = f"{', '.join(sorted(clash))} means two things in one function"
            raise ValueError(msg)
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
        return function


def deferred(members: Mapping[K, Callable[[], Function]]) -> dict[K, Function]:
    """Make a table of functions, each made when it is first called.

    Args:
        members: From the keys of the table to what makes the functions.

    Returns:
        The table.
    """
    table: dict[K, Function] = {}

    def stand_in(key: K, make: Callable[[], Function]) -> Function:
        def first_call(*arguments: object) -> object:
            function = table[key] = make()
            return function(*arguments)

        return first_call

    for key, make in members.items():
        table[key] = stand_in(key, make)
    return table
