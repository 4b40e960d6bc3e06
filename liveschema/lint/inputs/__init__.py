"""Readers, one per file format, which return documents whose values have positions."""

from __future__ import annotations

import importlib

from liveschema.engine.record import Record

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final

    from liveschema.lint.inputs.document import Document

    Reader = Callable[..., Iterator[Document]]
    """A function from the bytes of a file to its documents; ``templates=True`` says that the text may be a template."""


class Format(Record):
    """A file format.

    Args:
        suffixes: The suffixes of the file names, in lower case.
        reader: The module and the function that reads the format, imported when first needed.
        package: The optional package that the module needs; None if it needs none.
        extra: The extra of this project that installs the package.
        title: Its name as its authors write it; empty if that is the name of the format in capitals.
        is_data: Whether a file as a whole is data, so that one that is named should have a request; False for a text
            in which a request may stand.
        is_code: Whether requests are sent by what stands in a file, so that it names the service or its path.
        interpreters: The programs by which the first line of a file without a suffix names the format.
        names: The names of files without a suffix that are in the format.
        words: Further words, one of which a file with a request may have, besides the service's name and paths.
    """

    suffixes: tuple[str, ...]
    reader: str
    package: str | None = None
    extra: str = "cli"
    title: str = ""
    is_data: bool = True
    is_code: bool = False
    interpreters: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[bytes, ...] = ()


_TREE_SITTER: Final = "tree-sitter"
_CODE: Final = "code"
_IN_CAMEL_CASE: Final = (b"iveActivit", b"ActivitySmith")
_IN_SNAKE_CASE: Final = b"live_activit"
_IN_PYTHON: Final = (_IN_SNAKE_CASE, b"liveschema", *_IN_CAMEL_CASE)
FORMATS: Final = {
    "json": Format((".json", ".har"), "liveschema.lint.inputs.json_files:json_documents"),
    "jsonl": Format((".jsonl", ".ndjson"), "liveschema.lint.inputs.json_files:json_lines_documents"),
    "yaml": Format((".yaml", ".yml"), "liveschema.lint.inputs.yaml_files:yaml_file_documents", package="PyYAML"),
    "markdown": Format(
        (".md", ".markdown", ".mdx"),
        "liveschema.lint.inputs.markdown:markdown_documents",
        is_data=False,
        words=_IN_PYTHON,  # which are those of all languages
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
        "liveschema.lint.inputs.python.notebook:notebook_documents",
        is_data=False,
        is_code=True,
        words=_IN_PYTHON,
    ),
    "javascript": Format(
        (".js", ".mjs", ".cjs", ".jsx"),
        "liveschema.lint.inputs.code.javascript.language:javascript_documents",
        package=f"{_TREE_SITTER}-javascript",
        extra=_CODE,
        title="JavaScript",
        is_data=False,
        is_code=True,
        interpreters=("node", "deno", "bun"),
        words=_IN_CAMEL_CASE,
    ),
    "typescript": Format(
        (".ts", ".mts", ".cts", ".tsx"),
        "liveschema.lint.inputs.code.javascript.language:typescript_documents",
        package=f"{_TREE_SITTER}-typescript",
        extra=_CODE,
        title="TypeScript",
        is_data=False,
        is_code=True,
        interpreters=("tsx", "ts-node"),
        words=_IN_CAMEL_CASE,
    ),
    "go": Format(
        (".go",),
        "liveschema.lint.inputs.code.go.language:go_documents",
        package=f"{_TREE_SITTER}-go",
        extra=_CODE,
        title="Go",
        is_data=False,
        is_code=True,
        words=_IN_CAMEL_CASE,
    ),
    "ruby": Format(
        (".rb", ".rake", ".ru"),
        "liveschema.lint.inputs.code.ruby.language:ruby_documents",
        package=f"{_TREE_SITTER}-ruby",
        extra=_CODE,
        title="Ruby",
        is_data=False,
        is_code=True,
        interpreters=("ruby",),
        names=("Rakefile", "Fastfile", "Capfile", "Guardfile"),
        words=(_IN_SNAKE_CASE, *_IN_CAMEL_CASE),
    ),
    "php": Format(
        (".php", ".phtml"),
        "liveschema.lint.inputs.code.php.language:php_documents",
        package=f"{_TREE_SITTER}-php",
        extra=_CODE,
        is_data=False,
        is_code=True,
        interpreters=("php",),
        words=_IN_CAMEL_CASE,
    ),
}
"""The file formats by name."""

BY_SUFFIX: Final = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
"""The names of the formats by suffix."""

BY_NAME: Final = {file: name for name, form in FORMATS.items() for file in form.names}
"""The names of the formats of files without a suffix, by the names of the files."""

BY_INTERPRETER: Final = {program: name for name, form in FORMATS.items() for program in form.interpreters}
"""The names of the formats of scripts by the program that their first line names."""


NAMING_FILES: Final = frozenset({"yaml", "shell"})
"""The names of the formats in which requests are sent whose payloads are in other files."""


class MissingPackageError(Exception):
    """A file format that needs a package that is not installed.

    Args:
        name: The name of the format.

    Attributes:
        name: The name of the format.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        form = FORMATS[name]
        super().__init__(f"{form.title or name.upper()} needs {form.package}: pip install 'liveschema[{form.extra}]'")


def is_extra(name: str) -> bool:
    """Return whether a format needs a package that the extra of the command does not install."""
    return FORMATS[name].extra != "cli"


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
        reader: Reader = getattr(importlib.import_module(module), function)
    except ImportError:
        raise MissingPackageError(name) from None
    return reader
