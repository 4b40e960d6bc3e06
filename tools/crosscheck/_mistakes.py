"""The table of ``schemas/README.md``: which mistakes a compiler, or the decoder of generated code, refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import attrs
from _tools import HERE, FailedError

from liveschema import is_valid

FOLDER = HERE / "mistakes"
MARK = "// mistake: "
END = "// end"


@attrs.frozen
class Mistake:
    """An invalid payload of an update.

    Args:
        name: What is wrong, as the table says it.
        cls: The name of the class in the bundle that the payload is meant for.
        payload: The payload.
    """

    name: str
    cls: str
    payload: Any


MISTAKES = tuple(
    Mistake(name, each["class"], each["payload"])
    for name, each in json.loads((FOLDER / "payloads.json").read_bytes()).items()
)


def cells(compiled: Collection[str], decoded: Collection[str]) -> dict[str, str]:
    """Return a column of the table.

    Args:
        compiled: The names of the mistakes with which a program does not compile.
        decoded: The names of the mistakes that are refused when JSON is read.

    Returns:
        For each mistake ``compile``, ``decode``, ``both`` or ``no``.
    """
    words = {(True, True): "both", (True, False): "compile", (False, True): "decode", (False, False): "no"}
    right = [each.name for each in MISTAKES if is_valid(each.payload, "update")]
    if right:
        msg = f"not a mistake: {', '.join(right)}"
        raise FailedError(msg)
    return {each.name: words[each.name in compiled, each.name in decoded] for each in MISTAKES}


def typescript(names_from: str) -> str:
    """Return a TypeScript file with the payload of each mistake as a literal.

    Args:
        names_from: The module with the types.
    """
    names = ", ".join(sorted({each.cls for each in MISTAKES}))
    blocks = [
        f"{MARK}{each.name}\nexport const mistake{number}: {each.cls} = {json.dumps(each.payload, indent=2)};"
        for number, each in enumerate(MISTAKES)
    ]
    return "\n".join([f"import type {{ {names} }} from '{names_from}';", *blocks])


def refused_by_compiler(file: Path, source: str, compile_: Callable[[], object]) -> set[str]:
    """Compile a file of mistakes until no mistake that is left is refused.

    An error may hide others from the compiler, so the blocks in which it finds
    errors are emptied, and the rest is compiled again.

    Args:
        file: The file to write.
        source: Its text, with one mistake in each block; what is before the first and after the last has none.
        compile_: Compiles the file.

    Returns:
        The names of the mistakes in whose blocks the compiler found errors.

    Raises:
        FailedError: If an error is not in the block of a mistake.
    """
    lines = source.splitlines()
    owners = _owners(file.name, lines)
    refused: set[str] = set()
    while True:
        kept = ["" if owner in refused else line for line, owner in zip(lines, owners, strict=True)]
        file.write_text("\n".join(kept) + "\n", "utf-8")
        try:
            compile_()
        except FailedError as error:
            found = re.findall(rf"{re.escape(file.name)}[:(](\d+)(?!.*\bwarning\b)", error.output)
            seen = {owners[int(line) - 1] for line in found}
            if not seen or "" in seen or seen <= refused:
                raise
            refused |= seen
        else:
            return refused


def _owners(name: str, lines: list[str]) -> list[str]:
    """Return the name of the mistake to whose block each line belongs, empty outside of them."""
    owners, owner = [], ""
    for line in map(str.strip, lines):
        owner = line.removeprefix(MARK) if line.startswith(MARK) else "" if line == END else owner
        owners.append(owner)
    if {*owners} - {""} != {each.name for each in MISTAKES}:
        msg = f"{name} and mistakes/payloads.json have other mistakes"
        raise FailedError(msg)
    return owners
