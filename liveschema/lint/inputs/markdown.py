"""The reader of the code blocks in Markdown and MDX files, each of which is read as its language is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.lint.inputs import FORMATS, MissingPackageError, is_extra
from liveschema.lint.inputs.comments import CommentForm, ignored_before, ignores_in
from liveschema.lint.inputs.document import NOTHING, Document, sharing_secrets
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import json_in
from liveschema.lint.inputs.marks import may_have_request_or_sender, may_have_sender
from liveschema.lint.inputs.operations import operation_named
from liveschema.lint.inputs.templates import is_conditional, with_holes
from liveschema.text import UNREADABLE
from liveschema.text.lines import Lines
from liveschema.text.read import decode

_YAML: Final = "yaml"
_CODE_WORDS: Final = {
    "javascript": ("js", "javascript", "jsx", "mjs", "cjs", "node"),
    "typescript": ("ts", "typescript", "tsx", "mts", "cts"),
    "go": ("go", "golang"),
    "ruby": ("ruby", "rb"),
    "php": ("php",),
}
"""The words after a fence by the language that they name."""
_COMMENTS: Final = {
    **{word: CommentForm.SLASHES for name in ("javascript", "typescript", "go") for word in _CODE_WORDS[name]},
    **dict.fromkeys(_CODE_WORDS["php"], CommentForm.ANY),
}
"""How the languages write comments that do not do so as YAML does."""
_FENCE: Final = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)[ \t]*([^`\r\n]*)")
_ELISION: Final = re.compile(r"\.\.\.|…|(?<!:)//|/\*|<\w|\$\w|\$?\{\{|\$\{|^[A-Z]+ /", re.MULTILINE)
"""What stands for something else in an example, so that it is not meant to be read as it is."""


class _Block(NamedTuple):
    """A code block.

    Args:
        language: The word after the fence, in lower case.
        operation: The operation that a word after the language names.
        start: The offset of the content.
        end: The offset after the content.
        first_line: The line of the file at which the content begins.
        margin: The indentation of the fence, which is removed from each line.
        ignored: The rules that a comment before the block ignores.
    """

    language: str
    operation: Operation | None
    start: int
    end: int
    first_line: int
    margin: int
    ignored: frozenset[str]


def markdown_documents(source: str | bytes, *, templates: bool = False) -> Iterator[Document]:
    """Read the code blocks of a Markdown text.

    A word after the language can name the operation: ```` ```json update ````.

    Args:
        source: The text, or its bytes.
        templates: Whether expressions such as ``${NAME}`` stand for something that is not known.

    Yields:
        The documents of each block, with their places in the file.
    """
    text, faults = decode(source)
    if text is None or faults:
        text = text or ""
        yield Document(text, UNREADABLE, faults, lambda _: {}, Lines(text))
        return
    yield from sharing_secrets(_documents(text, templates=templates))


def _documents(text: str, *, templates: bool) -> Iterator[Document]:
    """Yield the documents of the blocks of a text."""
    faults: list[Problem] = []
    lines = Lines(text)
    whole = Fragment.whole(text, lines)
    missing: set[str] = set()
    for block in _blocks(text, lines, faults):
        read = _READERS.get(block.language)
        if read is None:
            continue
        content = _content(whole, block)
        try:
            yield from read(content, templates, _about(content, block, faults))
        except MissingPackageError as error:
            if not is_extra(error.name):
                raise
            if error.name not in missing:  # once is enough
                missing.add(error.name)
                yield Document(
                    text, NOTHING, [], lambda _: {}, lines, heads=(block.first_line,), passed_over=str(error)
                )
    if faults:
        yield Document(text, NOTHING, faults, lambda _: {}, lines)


def _about(content: Fragment, block: _Block, faults: list[Problem]) -> dict[str, Any]:
    """Return what all documents of a block have in common."""
    own = ignores_in(content.text, _COMMENTS.get(block.language, CommentForm.HASH))
    below = block.first_line - 1
    faults += [evolve(fault, line=(fault.line or 1) + below) for fault in own.faults]
    ignores = {line + below: rules for line, rules in own.by_line.items()}
    if block.ignored:
        for line in range(block.first_line, block.first_line + len(Lines(content.text).starts)):
            ignores[line] = ignores.get(line, frozenset()) | block.ignored
    return {"ignores": ignores, "heads": (block.first_line,), "operation": block.operation}


def _content(whole: Fragment, block: _Block) -> Fragment:
    """Return the content of a block without the indentation of its fence."""
    if not block.margin:
        return whole.part(block.start, block.end)
    writer = FragmentWriter(whole)
    writer.copy(block.start, block.start)
    at = block.start
    while at < block.end:
        until = (whole.text.find("\n", at, block.end) + 1) or block.end
        line = whole.text[at:until]
        margin = min(len(line) - len(line.lstrip(" \t")), block.margin)
        writer.copy(at + margin, until)
        at = until
    return writer.finish()


def _json(content: Fragment, templates: bool, about: dict[str, Any]) -> Iterator[Document]:  # noqa: FBT001 - as all readers
    """Read a block of JSON, unless it is one with something left out."""
    read = with_holes(content) if templates and not is_conditional(content.text) else content
    document = json_in(read, **about)
    if document.readable or document.operation is not None or not _ELISION.search(content.text):
        yield document


def _yaml(content: Fragment, templates: bool, about: dict[str, Any]) -> Iterator[Document]:  # noqa: FBT001 - as above
    """Read a block of YAML, unless it is one with something left out."""
    source = content.text.encode(errors="replace")
    if about["operation"] is None and not may_have_request_or_sender(source):
        return
    try:
        from liveschema.lint.inputs.yaml_files import yaml_requests_in  # noqa: PLC0415 - it needs PyYAML
    except ImportError:
        raise MissingPackageError(_YAML) from None
    for document in yaml_requests_in(content, templates=templates, **about):
        if document.readable or document.operation is not None or not _ELISION.search(content.text):
            yield document


def _shell(content: Fragment, templates: bool, about: dict[str, Any]) -> Iterator[Document]:  # noqa: FBT001 - as above
    """Read a block of shell commands."""
    del templates
    if may_have_sender(content.text.encode(errors="replace")):
        from liveschema.lint.inputs.shell.reader import shell_in  # noqa: PLC0415 - most blocks send no request

        del about["operation"], about["heads"]
        yield from shell_in(content, elision=_ELISION, **about)


def _python(content: Fragment, templates: bool, about: dict[str, Any]) -> Iterator[Document]:  # noqa: FBT001 - as above
    """Read a block of Python code."""
    del templates, about["operation"], about["heads"]
    from liveschema.lint.inputs.python.reader import python_in  # noqa: PLC0415 - most files have no such block

    yield from python_in(content, **about)


def _code(language: str, content: Fragment, templates: bool, about: dict[str, Any]) -> Iterator[Document]:  # noqa: FBT001 - as above
    """Read a block of source code."""
    del templates, about["operation"], about["heads"]
    if not may_have_sender(content.text.encode(errors="replace"), FORMATS[language].words):
        return
    try:
        from liveschema.lint.inputs.code import language_named  # noqa: PLC0415 - it needs tree-sitter
        from liveschema.lint.inputs.code.reader import code_in  # noqa: PLC0415 - as above

        read = language_named(language)
    except ImportError:
        raise MissingPackageError(language) from None
    yield from code_in(read, content, **about)


_READERS: Final[dict[str, Callable[[Fragment, bool, dict[str, Any]], Iterator[Document]]]] = {
    "json": _json,
    **dict.fromkeys((_YAML, "yml"), _yaml),
    **dict.fromkeys(("bash", "sh", "shell", "zsh", "console", "shell-session", "shellsession", "curl"), _shell),
    **dict.fromkeys(("python", "python3", "py", "pycon"), _python),
    **{word: partial(_code, language) for language, words in _CODE_WORDS.items() for word in words},
}
"""The readers of blocks, by the name of the language."""


def _blocks(text: str, lines: Lines, faults: list[Problem]) -> Iterator[_Block]:
    """Find the fenced blocks; a block without a closing fence extends to the end of the text, as in CommonMark."""
    opened: tuple[str, _Block] | None = None
    ignored: frozenset[str] = frozenset()
    pending: list[Problem] = []
    for number in range(1, len(lines.starts) + 1):
        start, end = lines.line(number)
        line = text[start:end]
        if opened is not None:
            fence, block = opened
            bare = line.strip()
            if bare.startswith(fence) and not bare.strip(fence[0]):
                yield block._replace(end=start)
                opened, ignored, pending = None, frozenset(), []
        elif found := _FENCE.match(line):
            words = [word for word in map(operation_named, found[3].split()) if word is not None]
            following = lines.starts[number] if number < len(lines.starts) else len(text)
            first = min(number + 1, len(lines.starts))  # there may be no line after the fence
            language = found[2].lower()
            named = words[0] if words else None
            faults += pending
            opened = found[1], _Block(language, named, following, len(text), first, found.start(1), ignored)
        elif line.strip():
            pending = []
            ignored = ignored_before(line, number, pending)
    if opened is not None:
        yield opened[1]
