"""A Python module while it is being written: its functions, and what they call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import attrs

_BUILTINS: Final = frozenset({"type", "len", "str", "int", "float", "bool", "list", "dict", "set", "any"})
"""What generated code calls by its own name, so that no local takes it."""
_OPPOSITES: Final = {"is": "is not", "is not": "is", "==": "!=", "in": "not in", "not in": "in"}
_SINGLE: Final = re.compile(r"(\S+) (is not|is|==|not in|in) (\S+)").fullmatch


def opposite(test: str) -> str:
    """Write the opposite of a test as one would by hand."""
    single = _SINGLE(test)
    if single is None:
        return f"not {test}" if test.isidentifier() else f"not ({test})"
    left, comparison, right = single.groups()
    return f"{left} {_OPPOSITES[comparison]} {right}"


@attrs.define(eq=False)
class ModuleWriter:
    """Collects the definitions and the functions of one generated module.

    Args:
        warnings: Whether its predicates also say no to what earns a warning.
    """

    warnings: bool = False
    _imports: set[tuple[str, str]] = attrs.field(factory=set, init=False)
    _definitions: dict[str, str] = attrs.field(factory=dict, init=False)
    _helpers: dict[str, str] = attrs.field(factory=dict, init=False)
    _functions: dict[str, str] = attrs.field(factory=dict, init=False)
    _tables: dict[str, str] = attrs.field(factory=dict, init=False)

    def use(self, module: str, name: str) -> None:
        """Import a name from a module."""
        self._imports.add((module, name))

    def define(self, name: str, text: str) -> None:
        """Define a name before the functions.

        Args:
            name: The name.
            text: The whole statement that defines it.

        Raises:
            ValueError: If the name already means something else.
        """
        self._set(self._definitions, name, text)

    def help_with(self, name: str, text: str) -> None:
        """Define a function that others call; see `define`."""
        self._set(self._helpers, name, text)

    def _set(self, among: dict[str, str], name: str, text: str) -> None:
        if among.setdefault(name, text) != text:
            msg = f"{name} means two things in one module"
            raise ValueError(msg)

    def pattern(self, name: str, pattern: str, *, method: str = "match", flags: str = "") -> None:
        """Define a function that matches a pattern, which is compiled when it is first called.

        Args:
            name: The name of the function.
            pattern: The regular expression.
            method: ``match``, ``fullmatch`` or ``search``.
            flags: Such as ``re.IGNORECASE``.
        """
        arguments = repr(pattern) + (f", {flags}" if flags else "")
        self.help_with(
            name,
            f"def {name}(value):\n"
            f"    global {name}\n"
            f"    import re  # dearer than the rest of a verdict, so not before it is needed\n"
            f"    {name} = re.compile({arguments}).{method}\n"
            f"    return {name}(value)",
        )

    def table(self, name: str, entries: dict[str, str]) -> None:
        """Define a dict after the functions, from source text to source text."""
        lines = "".join(f"    {key}: {value},\n" for key, value in entries.items())
        self.define_last(name, f"{{\n{lines}}}")

    def define_last(self, name: str, expression: str) -> None:
        """Define a name after the functions."""
        self._tables[name] = f"{name} = {expression}"

    def function(self, name: str, write: Callable[[FunctionWriter], None]) -> str:
        """Add a function, unless there is one of that name.

        Args:
            name: The name of the function.
            write: Writes it, head and body.

        Returns:
            The name.
        """
        if name not in self._functions:
            self._functions[name] = ""  # keeps its place while what it calls is written
            writer = FunctionWriter(self)
            write(writer)
            self._functions[name] = writer.text()
        return name

    def text(self, summary: str) -> str:
        """Give the whole module.

        Args:
            summary: What its docstring says.

        Returns:
            Its source.

        Raises:
            ValueError: If a local of a function has the name of a definition.
        """
        by_module: dict[str, list[str]] = {}
        for module, name in sorted(self._imports):
            by_module.setdefault(module, []).append(name)
        imports = [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]
        head = [f'"""{summary}"""', *(["\n".join(imports)] if imports else [])]
        parts = ["\n\n".join([*head, *(["\n".join(self._definitions.values())] if self._definitions else [])])]
        parts += [
            *self._helpers.values(),
            *(text.rstrip("\n") for text in self._functions.values()),
            *self._tables.values(),
        ]
        whole = "\n\n\n".join(parts) + "\n"
        self._refuse_clashes(whole)
        return whole

    def _refuse_clashes(self, text: str) -> None:
        """Refuse a local that has the name of something the module defines: it would hide that."""
        taken = {
            *self._definitions,
            *self._helpers,
            *self._functions,
            *self._tables,
            *(name for _, name in self._imports),
        }
        for code in compile(text, "<generated>", "exec").co_consts:
            clash = taken.intersection(getattr(code, "co_varnames", ()))
            if clash:
                msg = f"{', '.join(sorted(clash))} means two things in {code.co_name}"
                raise ValueError(msg)


class FunctionWriter:
    """Collects the lines of one generated function.

    Args:
        module: The module it stands in.
    """

    def __init__(self, module: ModuleWriter) -> None:
        self.module = module
        self._lines: list[str] = []
        self._indent = 0
        self._taken: dict[str, int] = {}
        self._missing_from = ""

    def line(self, text: str) -> None:
        """Write one line at the present indentation."""
        self._lines.append("    " * self._indent + text)

    @contextmanager
    def head(self, name: str, *parameters: str) -> Iterator[tuple[str, ...]]:
        """Write the head of the function; what is written inside the context is its body."""
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

    def support(self, name: str) -> str:
        """Import a function of `liveschema.engine.support` into the module.

        Returns:
            Its name.
        """
        self.module.use("liveschema.engine.support", name)
        return name

    def refuse(self, *tests: str) -> None:
        """Say no where one of the tests fails."""
        if tests:
            held = " and ".join(f"({test})" if " or " in test and len(tests) > 1 else test for test in tests)
            self.line(f"if {opposite(held)}: return False")

    def refuse_type(self, test: str, value: str) -> None:
        """Say no, or that it cannot tell, where the test of a value's type fails."""
        self.line(f"if {opposite(test)}: {self.doubt(value)}")

    def doubt(self, value: str) -> str:
        """Write the answer for a value of none of the types asked for."""
        data, self._missing_from = self._missing_from, ""
        unsure = self.support("unsure")
        return f"return {unsure}({value}, {data})" if data else f"return {unsure}({value})"

    def may_be_missing(self, data: str) -> None:
        """Note that the next value is None where an object lacks it."""
        self._missing_from = data

    def refuse_object(self, condition: str, data: str) -> None:
        """Say no, or that it cannot tell, where an object has a field too many or too few."""
        self.line(f"if {condition}: return {self.support('misfit')}({data})")

    def require(self, call: str) -> None:
        """Give the answer of another predicate where that is not yes."""
        self.line(f"answer = {call}")
        self.line("if answer is not True: return answer")

    def text(self) -> str:
        """Give what has been written."""
        return "\n".join(self._lines) + "\n"
