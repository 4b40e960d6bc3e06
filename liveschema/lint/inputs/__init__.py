"""Readers, one per file format, which return documents whose values have positions."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, cast

from liveschema.lint.inputs.document import Document

Reader = Callable[[bytes], Iterator[Document]]


class Format(NamedTuple):
    """A file format.

    Args:
        suffixes: The suffixes of the file names, in lower case.
        reader: The module and the function that reads the format, imported when first needed.
        package: The optional package that the module needs; None if it needs none.
        is_data: Whether a file as a whole is data, so that one that is named should have a request; False for a text
            in which a request may stand.
    """

    suffixes: tuple[str, ...]
    reader: str
    package: str | None = None
    is_data: bool = True


FORMATS: Final = {
    "json": Format((".json", ".har"), "liveschema.lint.inputs.json:json_documents"),
    "jsonl": Format((".jsonl", ".ndjson"), "liveschema.lint.inputs.json:json_lines_documents"),
    "yaml": Format((".yaml", ".yml"), "liveschema.lint.inputs.yaml:yaml_documents", package="PyYAML"),
    "markdown": Format((".md", ".markdown"), "liveschema.lint.inputs.markdown:markdown_documents", is_data=False),
}
"""The file formats by name."""

BY_SUFFIX: Final = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
"""The names of the formats by suffix."""


class MissingPackageError(Exception):
    """A file format that needs a package that is not installed."""


def reader_of(name: str) -> Reader:
    """Return the function that reads a format.

    Args:
        name: The name of the format, one of `FORMATS`.

    Returns:
        A function from the bytes of a file to its documents.

    Raises:
        MissingPackageError: If the format needs a package that is not installed.
    """
    form = FORMATS[name]
    module, function = form.reader.split(":")
    try:
        return cast("Reader", getattr(importlib.import_module(module), function))
    except ImportError:
        msg = f"{name.upper()} needs {form.package}: pip install 'liveschema[cli]'"
        raise MissingPackageError(msg) from None
