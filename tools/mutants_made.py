"""All mutants of the code that decides a verdict, and a sample of them.

The mutations are those of cosmic-ray: an operator, a comparison, a number, a
condition, a loop or a decorator is replaced or removed.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import attrs
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT: Final = Path(__file__).resolve().parents[1]
MUTATED: Final = {
    "engine": ("liveschema/engine/*.py",),
    "engine/partial": ("liveschema/engine/partial/*.py", "liveschema/partial.py"),
    "contract": ("liveschema/contract/**/*.py",),
    "text": ("liveschema/text/*.py",),
    "lifecycle": ("liveschema/lifecycle/**/*.py",),
    "export": ("liveschema/export/*.py",),
    "verdicts, reports, models, convert": tuple(
        f"liveschema/{name}.py" for name in ("verdicts", "reports", "models", "convert")
    ),
    "tools/emit.py": ("tools/emit.py",),
}
"""The parts of the table, and their files."""

EXAMPLES: Final = {"bad", "good"}
"""The arguments of a rule that give examples, in which other values are as good."""
IDENTITY: Final = {"Is", "IsNot"}
COMPARISON: Final = "ReplaceComparisonOperator"
BINARY: Final = "ReplaceBinaryOperator"
OPPOSITES: Final = {
    *(("Add", "Sub"), ("Sub", "Add"), ("Mul", "Div"), ("Div", "Mul"), ("FloorDiv", "Mul"), ("Mod", "FloorDiv")),
    *(("BitOr", "BitAnd"), ("BitAnd", "BitOr"), ("BitXor", "BitAnd"), ("LShift", "RShift"), ("RShift", "LShift")),
    ("Pow", "Mul"),
}
"""What replaces an operator. Most other replacements fail at once, whatever the tests are."""


@attrs.frozen
class Site:
    """A place in a file that an operator of cosmic-ray can change.

    Args:
        file: The path from the root of the project, with slashes.
        line: The number of the line, from 1.
        column: The column in this line, from 0.
        text: The line without indentation.
        operator: The name of the operator.
        occurrence: Which of its changes of the file this is, from 0.
        nth: How many earlier sites of the file have the same text and operator.
    """

    file: str
    line: int
    column: int
    text: str
    operator: str
    occurrence: int
    nth: int

    def rank(self, seed: int) -> str:
        """Return where this site stands in the order of a seed, in which changes of other lines move nothing."""
        return hashlib.sha256(f"{seed} {self.file} {self.text} {self.operator} {self.nth}".encode()).hexdigest()

    def place(self) -> tuple[str, int, int, str]:
        """Return what is the same for sites of which a sample takes only one: a number is raised or lowered there."""
        return self.file, self.line, self.column, self.operator


@attrs.frozen
class Mutant:
    """One change of one file.

    Args:
        site: What is changed.
        line: The number of the first changed line, from 1.
        before: The changed lines without indentation.
        after: What stands there instead.
        code: The changed text of the file.
    """

    site: Site
    line: int
    before: str
    after: str
    code: str = attrs.field(repr=False)

    def __str__(self) -> str:
        lines = [f"{self.site.file}:{self.line}"]
        for sign, text in (("-", self.before), ("+", self.after)):
            lines += [f"  {sign} {line}" for line in text.splitlines()]
        return "\n".join(lines)


def part_of(file: str) -> str:
    """Return the part of the table to which a file belongs."""
    return next(part for part, files in files_by_part().items() if file in files)


def sites(files: Iterable[str] = ()) -> list[Site]:
    """Return all sites.

    Args:
        files: Only those of these files; of all files by default.

    Returns:
        The sites, in the order of files and operators.
    """
    wanted = set(files)
    every = [file for part in files_by_part().values() for file in part]
    return [site for file in every if not wanted or file in wanted for site in _sites_of(file)]


def sample(every: Iterable[Site], number: int, seed: int) -> list[Mutant]:
    """Make some mutants, at most one of an operator and place.

    Args:
        every: The sites to choose from.
        number: How many mutants to make; all if there are fewer.
        seed: Chooses the sample.

    Returns:
        The mutants, in an order that depends on the seed.
    """
    chosen: list[Mutant] = []
    seen: set[tuple[str, int, int, str]] = set()
    for site in sorted(every, key=lambda each: each.rank(seed)):
        if len(chosen) == number:
            break
        if site.place() not in seen and (mutant := made(site)) is not None:
            seen.add(site.place())
            chosen.append(mutant)
    return chosen


def made(site: Site) -> Mutant | None:
    """Return the mutant of a site, or None if Python cannot compile it, or its code is the same."""
    source = (ROOT / site.file).read_text("utf-8")
    code = mutate_code(source, _operator(site.operator), site.occurrence)
    if code is None or not _changes(source, code):
        return None
    return Mutant(site, *_difference(source, code), code)


def _sites_of(file: str) -> Iterator[Site]:
    source = (ROOT / file).read_text("utf-8")
    lines, unread = source.splitlines(), _annotations(source)
    seen: Counter[tuple[str, str]] = Counter()
    for operator, occurrence, (line, column) in _mutations(source):
        if not any(start <= (line, column) < end for start, end in unread):
            text = lines[line - 1].strip()
            yield Site(file, line, column, text, operator, occurrence, seen[text, operator])
            seen[text, operator] += 1


@cache
def files_by_part() -> dict[str, tuple[str, ...]]:
    """Return the files of each part of the table."""
    return {
        part: tuple(
            sorted(
                path.relative_to(ROOT).as_posix()
                for each in patterns
                for path in ROOT.glob(each)
                if not path.name.startswith("example_")
            )
        )
        for part, patterns in MUTATED.items()
    }


@cache
def _operator(name: str) -> object:
    return get_operator(name)()


@cache
def _operators() -> tuple[str, ...]:
    """Return the operators that need no arguments."""
    return tuple(name for name in operator_names() if not get_operator(name).arguments() and _is_wanted(name))


def _is_wanted(name: str) -> bool:
    replaced = tuple(name.split("_")[1:])
    if BINARY in name:
        return replaced in OPPOSITES
    # `is` in place of `==` changes nothing for most values, and an order of what is compared by `is` fails at once.
    return COMPARISON not in name or IDENTITY.isdisjoint(replaced) or IDENTITY.issuperset(replaced)


def _mutations(source: str) -> Iterator[tuple[str, int, tuple[int, int]]]:
    nodes = list(ast_nodes(get_ast(source)))
    for name in _operators():
        found = ((node, start) for node in nodes for start, _ in _operator(name).mutation_positions(node))  # type: ignore[attr-defined]
        for occurrence, (node, start) in enumerate(found):
            # In a signature, `*` and `/` are no operators.
            if node.parent is None or node.parent.type != "parameters":
                yield name, occurrence, start


def _annotations(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the ranges of annotations and of others that only a type checker reads, and of examples."""
    unread: list[ast.AST] = []
    for node in ast.walk(ast.parse(source)):
        unread += [getattr(node, name) for name in ("annotation", "returns") if getattr(node, name, None) is not None]
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            unread.append(node)
        if isinstance(node, ast.keyword) and node.arg in EXAMPLES:
            unread.append(node)
        if isinstance(node, ast.Assign) and ast.unparse(node) == "TYPE_CHECKING = False":
            unread.append(node)
        if isinstance(node, ast.FunctionDef) and "overload" in map(ast.unparse, node.decorator_list):
            unread += [*node.decorator_list, node]
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            unread += [each for each in node.decorator_list if ast.unparse(each).startswith("dataclass_transform(")]
    # A decorator begins with the sign before it.
    return [
        ((node.lineno, node.col_offset - 1), (node.end_lineno, node.end_col_offset))  # type: ignore[attr-defined]
        for node in unread
    ]


def _changes(source: str, code: str) -> bool:
    try:
        # The code is compiled, too, since `ast` accepts some of what Python does not.
        compile(code, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return ast.dump(ast.parse(code)) != ast.dump(ast.parse(source))


def _difference(source: str, code: str) -> tuple[int, str, str]:
    """Return the number of the first changed line, the lines that are replaced, and those that replace them."""
    old, new = source.splitlines(), code.splitlines()
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [each for each in codes if each[0] != "equal"]
    (_, start, _, to_start, _), (_, _, end, _, to_end) = changed[0], changed[-1]
    # With a decorator, the empty lines before it go.
    start = next((index for index in range(start, end) if old[index].strip()), start)
    return start + 1, _bare(old[start:end]), _bare(new[to_start:to_end])


def _bare(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines)
