"""A Python function while it is being written."""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Source:
    """Collects the lines of one generated predicate and the names it uses.

    Args:
        spotless: Whether the predicate also says no to what earns a warning.
    """

    def __init__(self, *, spotless: bool) -> None:
        self.spotless = spotless
        self.names: dict[str, object] = {}
        self._lines: list[str] = []
        self._indent = 0
        self._taken: dict[str, int] = {}

    def line(self, text: str) -> None:
        """Write one line at the present indentation."""
        self._lines.append("    " * self._indent + text)

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
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return name if count == 1 else f"{name}_{count}"

    def bind(self, name: str, meant: object) -> None:
        """Make an object known to the function under a name.

        Raises:
            ValueError: If the name already means something else.
        """
        if self.names.setdefault(name, meant) != meant:
            msg = f"{name} means two things in one predicate"
            raise ValueError(msg)

    def refuse(self, condition: str) -> None:
        """Say no where the condition holds."""
        self.line(f"if {condition}: return False")

    def refuse_type(self, condition: str, value: str) -> None:
        """Say no, or that it cannot tell, where a value is not of the plain type."""
        self.line(f"if {condition}: return unsure({value})")

    def text(self) -> str:
        """Give what has been written."""
        return "\n".join(self._lines) + "\n"

    def compile(self, name: str) -> Callable[..., Any]:
        """Compile what has been written and register it with `linecache`.

        Args:
            name: The name of the function that was written.

        Returns:
            The function; tracebacks and debuggers show its lines.
        """
        text = self.text()
        filename = f"<liveschema {name}{' spotless' if self.spotless else ''}>"
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
        scope: dict[str, Any] = dict(self.names)
        exec(compile(text, filename, "exec"), scope)  # noqa: S102 - the text is made from our declarations alone
        function: Callable[..., Any] = scope[name]
        return function
