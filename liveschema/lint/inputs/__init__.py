"""Readers: one a format of files, each giving documents whose values know where they stand."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, cast

from liveschema.lint.inputs.document import Document

Reader = Callable[[bytes], Iterator[Document]]


class Format(NamedTuple):
    """A format of files.

    Args:
        suffixes: The ends of the names of its files, in lower case.
        reader: The module and the function that reads it; imported when it is asked for.
        package: The package that the module needs, where that may be missing.
        on_request: Whether such files in folders are read only where that is asked for.
    """

    suffixes: tuple[str, ...]
    reader: str
    package: str | None = None
    on_request: bool = False


FORMATS: Final = {
    "json": Format((".json", ".har"), "liveschema.lint.inputs.json:json_documents"),
    "jsonl": Format((".jsonl", ".ndjson"), "liveschema.lint.inputs.json:json_lines_documents"),
    "yaml": Format((".yaml", ".yml"), "liveschema.lint.inputs.yaml:yaml_documents", package="PyYAML"),
    "markdown": Format((".md", ".markdown"), "liveschema.lint.inputs.markdown:markdown_documents", on_request=True),
}
"""The formats by name."""

BY_SUFFIX: Final = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
"""The names of the formats by the ends of file names."""


class MissingPackageError(Exception):
    """A format needs a package that is not installed."""


def reader_of(name: str) -> Reader:
    """Give the function that reads a format.

    Args:
        name: One of `FORMATS`.

    Returns:
        The function: from the bytes of a file to its documents.

    Raises:
        MissingPackageError: If a package is not installed that it needs.
    """
    form = FORMATS[name]
    module, function = form.reader.split(":")
    try:
        return cast("Reader", getattr(importlib.import_module(module), function))
    except ImportError:
        msg = f"{name.upper()} needs {form.package}: pip install 'liveschema[cli]'"
        raise MissingPackageError(msg) from None
