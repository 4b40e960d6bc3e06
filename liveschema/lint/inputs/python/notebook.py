"""The reader of Jupyter notebooks, whose cells of Python code are read as one module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.lint.inputs.comments import Ignores, ignores_in
from liveschema.lint.inputs.document import NOTHING, Document, sharing_secrets
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.json.strings import write_string
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.python.reader import python_in
from liveschema.lint.inputs.python.source import parse
from liveschema.text.lines import Lines

_READER: Final = "notebook"
_LANGUAGE: Final = "python"
_MAGIC: Final = re.compile(r"^[ \t]*[%!?][^\n]*|^[^\n#'\"]*\?[ \t]*$|(?<==)[ \t]*[%!][^\n]*", re.MULTILINE)
"""A line that the notebook reads by itself, such as a command of the shell or a question."""
_OTHER_LANGUAGE: Final = re.compile(r"\s*%%(?!(?:time|timeit|capture|prun)\b)")
"""The beginning of a cell in another language."""


def notebook_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the code of a Jupyter notebook.

    Args:
        source: The bytes of the notebook, a JSON text.
        templates: Ignored: a notebook with expressions of a template is none.

    Yields:
        The requests in the order of the cells, and before them the API keys; nothing if the text is no notebook, or
        one of another language.
    """
    del templates
    notebook = json_document(source)
    cells = _code_cells(notebook.value)
    if not cells:
        return
    whole = Fragment.whole(notebook.text, notebook.lines)
    places = notebook.locator([path for cell in cells for path, _ in cell])
    writer = FragmentWriter(whole)
    for cell in cells:
        if not _can_be_parsed(whole, cell):
            continue
        end = 0
        for path, text in cell:
            start, end = places[path].value.range
            write_string(writer, start + 1, end - 1, text)
        writer.put("\n", end, end)  # after the last line of a cell
    code = _without_magic(writer.finish())
    ignores = _ignores(code)
    yield from sharing_secrets(python_in(code, reader=_READER, ignores=ignores.by_line))
    if ignores.faults:
        yield Document(notebook.text, NOTHING, ignores.faults, lambda _: {}, lines=notebook.lines)


def _ignores(code: Fragment) -> Ignores:
    """Return what the comments in the cells ignore, by line of the notebook: each line of a cell has one of its own."""
    found, lines = ignores_in(code.text), Lines(code.text)

    def in_file(line: int | None, column: int | None = 1) -> tuple[int, int]:
        return code.at(lines.offset(line or 1, column or 1))

    faults = []
    for fault in found.faults:
        line, column = in_file(fault.line, fault.column)
        faults.append(evolve(fault, line=line, column=column))
    # In a notebook without line ends, a comment would be about all cells.
    has_lines = len(code.lines.starts) >= len(lines.starts)
    by_line = {in_file(line)[0]: rules for line, rules in found.by_line.items()} if has_lines else {}
    return Ignores(by_line, faults)


def _can_be_parsed(whole: Fragment, cell: list[tuple[Path, str]]) -> bool:
    """Return whether a cell is Python code, so that it does not keep the others from being read."""
    text = "".join(line for _, line in cell)
    code = FragmentWriter(whole)
    code.put(text, 0, 0)
    return parse(_without_magic(code.finish())) is not None


def _code_cells(notebook: Any) -> list[list[tuple[Path, str]]]:  # noqa: ANN401 - any JSON value
    """Return the cells of Python code of a notebook: the path and the text of each string of a cell."""
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list) or not _is_python(notebook):
        return []
    found = []
    for index, cell in enumerate(notebook["cells"]):
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        path: Path = ("cells", index, "source")
        source = cell.get("source")
        lines = [(path, source)] if isinstance(source, str) else []
        if isinstance(source, list):
            lines = [((*path, number), line) for number, line in enumerate(source) if isinstance(line, str)]
        if lines and not _OTHER_LANGUAGE.match(lines[0][1]):
            found.append(lines)
    return found


def _is_python(notebook: dict[str, Any]) -> bool:
    """Return whether the kernel of a notebook is one of Python, as it is if none is named."""
    metadata = notebook.get("metadata")
    for name, key in (("kernelspec", "language"), ("language_info", "name")):
        about = metadata.get(name) if isinstance(metadata, dict) else None
        language = about.get(key) if isinstance(about, dict) else None
        if isinstance(language, str):
            return language.lower().startswith(_LANGUAGE)
    return True


def _without_magic(fragment: Fragment) -> Fragment:
    """Return code in which lines that only a notebook understands do nothing."""
    writer, done = FragmentWriter(fragment), 0
    for found in _MAGIC.finditer(fragment.text):
        writer.copy(done, found.start())
        indentation = found[0][: len(found[0]) - len(found[0].lstrip(" \t"))]
        is_value = fragment.text[found.start() - 1 : found.start()] == "="
        writer.put(" None" if is_value else f"{indentation}pass", *found.span())
        done = found.end()
    writer.copy(done, len(fragment.text))
    return writer.finish()
