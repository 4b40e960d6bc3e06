"""Readers, one per file format, which return documents whose values have positions."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, cast

from liveschema.lint.inputs.document import Document

Reader = Callable[..., Iterator[Document]]
"""A function from the bytes of a file to its documents; ``templates=True`` says that the text may be a template."""


class Format(NamedTuple):
    """A file format.

    Args:
        suffixes: The suffixes of the file names, in lower case.
        reader: The module and the function that reads the format, imported when first needed.
        package: The optional package that the module needs; None if it needs none.
        is_data: Whether a file as a whole is data, so that one that is named should have a request; False for a text
            in which a request may stand.
        is_code: Whether requests are sent by what stands in a file, so that it names the service or its path.
        interpreters: The programs by which the first line of a file without a suffix names the format.
        words: Further words, one of which a file with a request may have, besides the service's name and paths.
    """

    suffixes: tuple[str, ...]
    reader: str
    package: str | None = None
    is_data: bool = True
    is_code: bool = False
    interpreters: tuple[str, ...] = ()
    words: tuple[bytes, ...] = ()


_IN_PYTHON: Final = (b"live_activit", b"liveschema")
FORMATS: Final = {
    "json": Format((".json", ".har"), "liveschema.lint.inputs.json_files:json_documents"),
    "jsonl": Format((".jsonl", ".ndjson"), "liveschema.lint.inputs.json_files:json_lines_documents"),
    "yaml": Format((".yaml", ".yml"), "liveschema.lint.inputs.yaml_files:yaml_file_documents", package="PyYAML"),
    "markdown": Format(
        (".md", ".markdown", ".mdx"),
        "liveschema.lint.inputs.markdown:markdown_documents",
        is_data=False,
        words=_IN_PYTHON[:1],
    ),
    "shell": Format(
        (".sh", ".bash", ".zsh", ".ksh"),
        "liveschema.lint.inputs.scripts:shell_documents",
        is_data=False,
        is_code=True,
        interpreters=("sh", "bash", "zsh", "ksh", "dash", "ash"),
    ),
    "python": Format(
        (".py",),
        "liveschema.lint.inputs.scripts:python_documents",
        is_data=False,
        is_code=True,
        interpreters=("python",),
        words=_IN_PYTHON,
    ),
    "notebook": Format(
        (".ipynb",),
        "liveschema.lint.inputs.notebook:notebook_documents",
        is_data=False,
        is_code=True,
        words=_IN_PYTHON,
    ),
}
"""The file formats by name."""

BY_SUFFIX: Final = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
"""The names of the formats by suffix."""

BY_INTERPRETER: Final = {program: name for name, form in FORMATS.items() for program in form.interpreters}
"""The names of the formats of scripts by the program that their first line names."""


class MissingPackageError(Exception):
    """A file format that needs a package that is not installed.

    Args:
        name: The name of the format.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"{name.upper()} needs {FORMATS[name].package}: pip install 'liveschema[cli]'")


def reader_of(name: str) -> Reader:
    """Return the function that reads a format.

    Args:
        name: The name of the format, one of `FORMATS`.

    Returns:
        The function.

    Raises:
        MissingPackageError: If the format needs a package that is not installed.
    """
    form = FORMATS[name]
    module, function = form.reader.split(":")
    try:
        return cast("Reader", getattr(importlib.import_module(module), function))
    except ImportError:
        raise MissingPackageError(name) from None
