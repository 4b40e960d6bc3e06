"""The readers of files in which requests are sent by code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from liveschema.lint.inputs.comments import CommentForm, ignores_in
from liveschema.lint.inputs.document import NOTHING, Document, sharing_secrets
from liveschema.lint.inputs.fragments import Fragment
from liveschema.text.lines import Lines
from liveschema.text.read import decode


def shell_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the requests that a shell script sends.

    Args:
        source: The bytes of the file.
        templates: Ignored: what a shell replaces is always known to be unknown.

    Yields:
        A document for each request.
    """
    del templates
    from liveschema.lint.inputs.shell.reader import shell_in  # noqa: PLC0415 - each format is imported when it is needed

    yield from documents_of(source, shell_in)


def python_documents(source: bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the requests that Python code sends.

    Args:
        source: The bytes of the file.
        templates: Ignored: a file with expressions of a template is no Python.

    Yields:
        A document for each request.
    """
    del templates
    from liveschema.lint.inputs.python.reader import python_in  # noqa: PLC0415 - as above

    yield from documents_of(source, python_in)


def documents_of(
    source: bytes, read: Callable[..., Iterator[Document]], comments: CommentForm = CommentForm.HASH
) -> Iterator[Document]:
    """Read a source file; invalid bytes in it are no concern of ours, since they are not what is sent.

    Args:
        source: The bytes of the file.
        read: The reader of the text.
        comments: How the language writes comments.

    Yields:
        The documents of the text, and the problems of the ignore comments.
    """
    text, _ = decode(source)
    if text is None:
        return
    ignores = ignores_in(text, comments)
    yield from sharing_secrets(read(Fragment.whole(text), ignores=ignores.by_line))
    if ignores.faults:
        yield Document(text, NOTHING, ignores.faults, lambda _: {}, Lines(text))
