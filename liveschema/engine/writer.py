"""Writers for the source code of generated Python modules and functions."""

from __future__ import annotations

import re
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BUILTINS = frozenset({"type", "len", "str", "int", "float", "bool", "list", "dict", "set", "any"})
"""The built-in names that generated code uses; local variables get other names."""
_OPPOSITES = {"is": "is not", "is not": "is", "==": "!=", "in": "not in", "not in": "in"}
_SINGLE = re.compile(r"(\S+) (is not|is|==|not in|in) (\S+)").fullmatch


def opposite(test: str) -> str:
    """Return the negation of a test, without a needless ``not``."""
    single = _SINGLE(test)
    if single is None:
        return f"not {test}" if test.isidentifier() else f"not ({test})"
    left, comparison, right = single.groups()
    return f"{left} {_OPPOSITES[comparison]} {right}"


class ModuleWriter:
    """The source code of a generated module, collected part by part.

    Args:
        warnings: Whether its predicates also return False for values with warnings.
        tolerant: Whether its predicates accept fields of which only a value is tolerated.
    """

    def __init__(self, *, warnings: bool = False, tolerant: bool = True) -> None:
        self.warnings = warnings
        self.tolerant = tolerant
        self.annotated = False
        """Whether functions have annotations, which are then not evaluated."""
        self._imports: set[tuple[str, str]] = set()
        self._definitions: dict[str, str] = {}
        self._helpers: dict[str, str] = {}
        self._functions: dict[str, str] = {}
        self._tables: dict[str, str] = {}

    def use(self, module: str, name: str) -> None:
        """Add the import of a name from a module."""
        self._imports.add((module, name))

    def define(self, name: str, text: str) -> None:
        """Add the definition of a name before the functions.

        Args:
            name: The name.
            text: The whole statement that defines it.

        Raises:
            ValueError: If the name already has another definition.
        """
        self._set(self._definitions, name, text)

    def define_function(self, name: str, text: str) -> None:
        """Add the definition of a helper function after those of `define`; see there."""
        self._set(self._helpers, name, text)

    def _set(self, among: dict[str, str], name: str, text: str) -> None:
        if among.setdefault(name, text) != text:
            msg = f"{name} is defined twice in one module"
            raise ValueError(msg)

    def pattern(self, name: str, pattern: str, *, method: str = "match", flags: str = "") -> None:
        """Add a function that matches a pattern, and compiles it on the first call.

        Args:
            name: The name of the function.
            pattern: The regular expression.
            method: ``match``, ``fullmatch`` or ``search``.
            flags: The flags as source code, such as ``re.IGNORECASE``.
        """
        arguments = repr(pattern) + (f", {flags}" if flags else "")
        self.define_function(
            name,
            f"def {name}(value):\n"
            f"    global {name}\n"
            f"    import re  # importing it takes longer than most checks, so it is imported on first use\n"
            f"    {name} = re.compile({arguments}).{method}\n"
            f"    return {name}(value)",
        )

    def table(self, name: str, entries: dict[str, str]) -> None:
        """Add a dict after the functions.

        Args:
            name: The name of the dict.
            entries: The keys and values as source code.
        """
        self.define_last(name, _dict(entries))

    def table_by_class(self, name: str, entries: dict[str, str]) -> None:
        """Add a dict by model class after the functions, in which a derived class is found as its model.

        Args:
            name: The name of the dict.
            entries: The names of the classes, and the values as source code.
        """
        self.use("liveschema.engine.objects", "ByClass")
        self.define_last(name, f"ByClass({_dict(entries)})")

    def define_last(self, name: str, expression: str) -> None:
        """Add the definition of a name after the functions."""
        self._tables[name] = f"{name} = {expression}"

    def function(self, name: str, write: Callable[[FunctionWriter], None]) -> str:
        """Add a function, unless there is already one with that name.

        Args:
            name: The name of the function.
            write: Writes the head and the body of the function.

        Returns:
            The name.
        """
        if name not in self._functions:
            self._functions[name] = ""  # reserves its place in the order before the functions that it calls
            writer = FunctionWriter(self)
            write(writer)
            self._functions[name] = writer.text()
        return name

    def text(self, summary: str) -> str:
        """Return the source code of the whole module.

        Args:
            summary: The docstring of the module.

        Returns:
            The source code.

        Raises:
            ValueError: If a local variable of a function has the name of a definition.
        """
        by_module: dict[str, list[str]] = {}
        for module, name in sorted(self._imports):
            by_module.setdefault(module, []).append(name)
        imports = [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]
        future = ["from __future__ import annotations"] if self.annotated else []
        head = [f'"""{summary}"""', *future, *(["\n".join(imports)] if imports else [])]
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
        """Raise an error if a local variable hides something that the module defines."""
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
                msg = f"{', '.join(sorted(clash))} is defined twice in {code.co_name}"
                raise ValueError(msg)


def _dict(entries: dict[str, str]) -> str:
    """Return the source code of a dict with keys and values of source code."""
    lines = "".join(f"    {key}: {value},\n" for key, value in entries.items())
    return f"{{\n{lines}}}"


class FunctionWriter:
    """The source code of a generated function, collected line by line.

    Args:
        module: The module of the function.
    """

    def __init__(self, module: ModuleWriter) -> None:
        self.module = module
        self._lines: list[str] = []
        self._indent = 0
        self._taken: dict[str, int] = {}
        self._missing_from = ""
        self.size = ""
        """The local variable that counts the characters of the values that are being checked; empty to not count."""

    def line(self, text: str) -> None:
        """Write a line at the current indentation."""
        self._lines.append("    " * self._indent + text)

    @contextmanager
    def head(self, name: str, *parameters: str) -> Iterator[tuple[str, ...]]:
        """Write the head of the function, and yield its parameters; lines written inside the context are its body."""
        names = tuple(map(self.fresh, parameters))
        with self.block(f"def {name}({', '.join(names)}):"):
            yield names

    @contextmanager
    def block(self, header: str) -> Iterator[None]:
        """Write the header of a block; lines written inside the context are its body."""
        self.line(header)
        self._indent += 1
        before = len(self._lines)
        yield
        if len(self._lines) == before:
            self.line("pass")
        self._indent -= 1

    def fresh(self, name: str) -> str:
        """Return a new name for a local variable, with a number if the name is already used."""
        name = f"{name}_" if name in _BUILTINS else name
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return name if count == 1 else f"{name}_{count}"

    def counting(self, name: str) -> str:
        """Return the name of a predicate or its table; predicates that return a number of characters have their own."""
        return f"sized_{name}" if self.size else name

    def support(self, name: str) -> str:
        """Add the import of a function from `liveschema.engine.support`, and return its name."""
        self.module.use("liveschema.engine.support", name)
        return name

    def json_text(self, name: str) -> str:
        """Add the import of a name from `liveschema.engine.json_text`, and return it."""
        self.module.use("liveschema.engine.json_text", name)
        return name

    def refuse(self, *tests: str) -> None:
        """Write a return of False for values that fail one of the tests."""
        if tests:
            held = " and ".join(f"({test})" if " or " in test and len(tests) > 1 else test for test in tests)
            self.line(f"if {opposite(held)}: return False")

    def refuse_type(self, test: str, value: str) -> None:
        """Write a return of False or None for a value that fails the test of its type."""
        self.line(f"if {opposite(test)}: {self.doubt(value)}")

    def doubt(self, value: str) -> str:
        """Return the return statement for a value that has none of the required types."""
        data, self._missing_from = self._missing_from, ""
        unsure = self.support("unsure")
        return f"return {unsure}({value}, {data})" if data else f"return {unsure}({value})"

    def may_be_missing(self, data: str) -> None:
        """Note that the next value whose type is tested is None if an object lacks it."""
        self._missing_from = data

    def refuse_object(self, condition: str, data: str) -> None:
        """Write a return of False or None for an object with a missing or an unknown field."""
        self.line(f"if {condition}: return {self.support('misfit')}({data})")

    def require(self, call: str) -> None:
        """Write the call of another predicate, and a return of its result unless that is True, or a size to count."""
        self.line(f"answer = {call}")
        self.line(f"if {'not answer' if self.size else 'answer is not True'}: return answer")
        self.count("answer")

    def count(self, characters: str) -> None:
        """Write the addition of a number of characters, if they are counted."""
        if self.size:
            self.line(f"{self.size} += {characters}")

    def text(self) -> str:
        """Return the source code written so far."""
        return "\n".join(self._lines) + "\n"
