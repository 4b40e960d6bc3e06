"""Docstrings of models, which describe the arguments of base classes, too."""

from __future__ import annotations

_HEAD = "Args:"


def describe(cls: type) -> None:
    """Add the arguments of the base classes of a model to its docstring, after its own.

    The docstring is in Google's style. There is none with ``python -OO``.

    Args:
        cls: The class.
    """
    if not cls.__doc__:
        return
    lines = _lines(cls.__doc__)
    own = _arguments(lines)
    inherited: dict[str, list[str]] = {}
    for base in cls.__mro__[1:]:
        inherited = {**_arguments(_lines(base.__doc__ or "")), **inherited}
    added = [line for name, text in inherited.items() if name not in own for line in text]
    if added and _HEAD not in lines:
        lines += ["", _HEAD]
    end = len(lines) if not own else lines.index(_HEAD) + 1 + sum(map(len, own.values()))
    cls.__doc__ = "\n".join([*lines[:end], *added, *lines[end:]])


def _lines(doc: str) -> list[str]:
    """Return the lines of a docstring without their common indentation, as `inspect.cleandoc`, whose import is slow."""
    first, *others = doc.strip().splitlines() or [""]
    indented = [len(line) - len(line.lstrip()) for line in others if line.strip()]
    return [first, *(line[min(indented) :] for line in others)]


def _arguments(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines that describe each argument."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines[lines.index(_HEAD) + 1 :] if _HEAD in lines else ():
        if not line.strip():
            break
        if not line.startswith(" " * 5):
            name = line.strip().partition(":")[0]
            found[name] = []
        found[name].append(line)
    return found
