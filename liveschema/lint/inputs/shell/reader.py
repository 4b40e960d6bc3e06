"""The reader of shell scripts: requests that curl, wget, HTTPie or the service's command line tool send."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import UNKNOWN
from liveschema.lint.inputs.compose import document_of
from liveschema.lint.inputs.document import NOTHING, BodyFile, Document
from liveschema.lint.inputs.endpoints import target_of
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import json_in
from liveschema.lint.inputs.secrets import VARIABLE, is_api_key, literal_api_key
from liveschema.lint.inputs.shell.cli import PROGRAM, cli_call, cli_document
from liveschema.lint.inputs.shell.http import CALLS, HttpCall
from liveschema.lint.inputs.shell.items import document_of_items
from liveschema.lint.inputs.shell.parts import Command, Word, assignment_in
from liveschema.lint.inputs.shell.values import Script, Text, Values
from liveschema.text import UNREADABLE
from liveschema.text.positions import Place

_MARK: Final = re.compile("live-activity|activitysmith|ACTIVITYSMITH_API_KEY")
"""What a script without requests and keys does not have, whatever else stands in it."""
_WRAPPER: Final = re.compile(
    r"(?:bunx?|command|docker|doas|doppler|dotenv|env|exec|kubectl|nice|nohup|npm|p?npx|op|pnpm|podman|retry|ssh|sudo"
    r"|time|g?timeout|watch|yarn)\Z"
)
"""Commands that run the command in their words; not those that put other words into it, such as xargs."""
_SHELLS: Final = frozenset({"ash", "bash", "dash", "ksh", "sh", "zsh"})
_MOST_WRAPPING: Final = 40
_DEEPEST: Final = 3
_READER: Final = "shell"


def shell_in(fragment: Fragment, *, elision: re.Pattern[str] | None = None, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read the requests of a shell script.

    Args:
        fragment: The script.
        elision: What stands for something else in documentation. A payload that has it and cannot be read is passed
            over. None if everything is meant as it is written.
        about: Further fields of each `Document`.

    Yields:
        A document for each request, and for each API key that stands in the script.
    """
    if not _MARK.search(fragment.text):
        return
    reader = _Reader(elision, {"reader": _READER, **about})
    documents = list(reader.script(fragment, 0))
    secrets = [*about.get("secrets", ()), *reader.secrets]
    for document in documents:
        yield evolve(document, secrets=secrets)


def _base_name(text: str) -> str:
    return text.rpartition("/")[2].removesuffix(".exe")


class _Reader:
    """A reader of one file.

    Args:
        elision: As in `shell_in`.
        about: The fields of each document.
    """

    def __init__(self, elision: re.Pattern[str] | None, about: dict[str, Any]) -> None:
        self.elision = elision
        self.about = about
        self.secrets: dict[tuple[int, int], None] = {}

    def script(self, fragment: Fragment, depth: int) -> Iterator[Document]:
        script = Script(fragment)
        for command in script.commands:
            yield from self.assigned_keys(script, command)
            if command.is_whole:
                yield from self.command(Values(script, command), depth)

    def assigned_keys(self, script: Script, command: Command) -> Iterator[Document]:
        """Report API keys that are assigned to the variable in which the service's tools look for it."""
        written = script.fragment.text
        assigned = [*command.assignments, *(assignment_in(word, written) for word in command.words)]
        for assignment in assigned:
            if assignment is not None and assignment.name == VARIABLE and assignment.word.is_whole:
                text = Text(script.fragment, assignment.word.pieces, assignment.word.start, assignment.word.end)
                faults = self.keys([text.fragment])
                if faults:
                    yield self.base(script.fragment, [command.start], value=NOTHING, faults=faults)

    def keys(self, texts: Iterable[Fragment]) -> list[Problem]:
        """Return the problems of the texts that are API keys; a key that was reported before is left out."""
        faults = []
        for text in texts:
            if is_api_key(text.text):
                fault, secret = literal_api_key(text, 0, len(text.text))
                if secret not in self.secrets:
                    self.secrets[secret] = None
                    faults.append(fault)
        return faults

    def base(self, fragment: Fragment, heads: Iterable[int], **more: Any) -> Document:  # noqa: ANN401 - the fields of a Document
        """Return a document without places, for a request whose command and assignments begin at offsets."""
        lines = fragment.lines
        about = {"faults": [], "value": UNKNOWN, "heads": sorted({fragment.at(head)[0] for head in heads})}
        return Document(text=lines.text, locator=lambda _: {}, lines=lines, **{**about, **self.about, **more})

    def command(self, values: Values, depth: int) -> Iterator[Document]:
        """Read the requests that a command sends."""
        words = values.words()
        for index, word in enumerate(islice(words, _MOST_WRAPPING)):
            name = _base_name(word.plain or values.text(word).text)
            if name in CALLS:
                for call in CALLS[name](values, words):
                    yield from self.http(values, call)
                return
            if PROGRAM.match(name):
                yield from self.tool(values, word, words)
                return
            if name in _SHELLS:
                yield from self.inner(values, words, depth)
                return
            if index == 0 and not _WRAPPER.match(name):
                return

    def inner(self, values: Values, words: Iterator[Word], depth: int) -> Iterator[Document]:
        """Read the script in a word, as in ``bash -c '…'``."""
        for word in words:
            if not word.plain.startswith("-"):
                return
            if word.plain.endswith("c"):
                break
        script = next(words, None)
        if script is not None and depth < _DEEPEST:
            text = values.text(script)
            if _MARK.search(text.text):
                yield from self.script(text.fragment, depth + 1)

    def tool(self, values: Values, program: Word, words: Iterator[Word]) -> Iterator[Document]:
        """Read the request that the service's tool sends."""
        call = cli_call(values, program, words)
        faults = self.keys(call.api_keys)
        base = self.base(values.script.fragment, values.heads)
        if call.operation is None:
            if faults:
                yield evolve(base, value=NOTHING, faults=faults)
            return
        named_by = "the operation in the command"
        document = cli_document(call, evolve(base, operation=call.operation, named_by=named_by, is_sent=True))
        if self._is_elided(document, *[text for texts in call.options.values() for text in texts]):
            return
        yield evolve(document, faults=[*document.faults, *faults])

    def http(self, values: Values, call: HttpCall) -> Iterator[Document]:
        """Read the requests that a command sends to the service."""
        for url in call.urls:
            target = target_of(call.method, url.fragment.text, url.fragment.at) if url.pieces else None
            if target is None:
                continue
            faults = [*target.faults, *self.keys(call.keys)]
            about = {
                "operation": target.operation,
                "stream_key": target.stream_key,
                "named_by": "its method and path",
                "is_sent": True,
            }
            if not target.exists:
                yield self.base(values.script.fragment, values.heads, value=NOTHING, faults=faults)
                continue
            document = self.body(values, call, url, about)
            if not self._is_elided(document, *[call.body] if isinstance(call.body, Text) else ()):
                yield evolve(document, faults=[*document.faults, *faults])

    def body(self, values: Values, call: HttpCall, url: Text, about: dict[str, Any]) -> Document:
        """Return the document of the body of a request."""
        base = self.base(values.script.fragment, values.heads, **about)
        place = Place(url.fragment.span(0, len(url.text)))
        if call.items is not None:
            return document_of_items(base, call.items, place)
        if isinstance(call.body, BodyFile):
            return evolve(base, body_file=call.body, is_partial=True)
        if isinstance(call.body, Text) and call.body.text.strip():
            return _on(base, json_in(call.body.fragment))
        is_known = call.body is None or isinstance(call.body, Text)
        return document_of(base, {} if is_known else UNKNOWN, {(): place})

    def _is_elided(self, document: Document, *texts: Text) -> bool:
        """Return whether a payload of documentation cannot be read because something in it is left out."""
        if self.elision is None or document.value is not UNREADABLE:
            return False
        return any(self.elision.search(text.text) for text in texts)


def _on(base: Document, document: Document) -> Document:
    """Return a document with the value of another one."""
    return evolve(
        base, value=document.value, faults=document.faults, locator=document.locator, is_partial=document.is_partial
    )
