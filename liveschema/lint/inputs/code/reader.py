"""The reader of source code: the requests that it sends, and the states and requests that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from tree_sitter import Node

from liveschema._generated.field_names import REQUIRED_IN_STATE, STATE
from liveschema.lint.inputs import FORMATS
from liveschema.lint.inputs.calls import document_of_request
from liveschema.lint.inputs.code.changes import Changes
from liveschema.lint.inputs.code.http import HttpCalls
from liveschema.lint.inputs.code.keys import api_keys
from liveschema.lint.inputs.code.language import Language
from liveschema.lint.inputs.code.objects import value_of_call
from liveschema.lint.inputs.code.origins import Origins
from liveschema.lint.inputs.code.prepared import prepared_requests
from liveschema.lint.inputs.code.scopes import Names, Use
from liveschema.lint.inputs.code.sdk import SdkCalls
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.values import Values
from liveschema.lint.inputs.code.views import Call, Entry, Object
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.literals import document_of_faults, document_of_literal, opened
from liveschema.lint.inputs.marks import may_have_sender
from liveschema.lint.inputs.scripts import documents_of
from liveschema.lint.inputs.shapes import shaped_payload

_NAMES_SERVICE: Final = re.compile(
    r"(?:from|import|require\w*|use)\b[^\n]*activitysmith|[\"'/\\]activitysmith"
    r"|/live-activity/|activitysmith\.com|ACTIVITYSMITH_|\.live_?activities\b|LiveActivities\b",
    re.IGNORECASE,
)
"""What a file has that deals with the service: an import, a path or an address, or the variable for a key."""
_TELLING: Final = REQUIRED_IN_STATE | {STATE}
"""The keys of which a state or a request has at least one."""
_NAMES_SDK: Final = re.compile(r"activitysmith", re.IGNORECASE)


def code_in(language: Language, fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read source code.

    Args:
        language: Its language.
        fragment: The code: a file, or an excerpt in which something may be left out.
        about: Further fields of each `Document`.

    Yields:
        The requests in the order of the text, and before them the API keys. What cannot be parsed is passed over.
    """
    if may_have_sender(fragment.text.encode(errors="replace"), FORMATS[language.name].words):
        source = Source(fragment, language.grammar(fragment.text), language.readable(fragment.text))
        yield from _Reader(language, source, {"reader": language.name, **about}).documents()


class _Reader:
    """The reader of source code.

    Args:
        language: The language.
        source: The source code.
        about: Further fields of each `Document`.
    """

    def __init__(self, language: Language, source: Source, about: dict[str, Any]) -> None:
        self._source = source
        self._names = Names(language, source)
        self._changes = Changes(language, source, self._names)
        self._values = Values(language, source, self._changes, Origins(language, source), value_of_call)
        self._about = about
        self._found: list[tuple[int, Document]] = []

    def documents(self) -> Iterator[Document]:
        """Yield the documents of the code."""
        fragment = self._source.fragment
        keys = api_keys(self._names, self._values)
        if keys:
            self._about["secrets"] = [*self._about.get("secrets", ()), *(place for _, place in keys)]
            yield document_of_faults(fragment, [problem for problem, _ in keys], **self._about)
        self._values.seen.clear()  # an object with a key may be a request, too
        calls = [use for use in self._names.uses if use.kind == "call"]
        self._read_calls(calls)
        if self._found or _NAMES_SERVICE.search(fragment.text):
            self._read_shapes()
        self._found.sort(key=lambda each: each[0])
        yield from (document for _, document in self._found)

    def _read_calls(self, calls: Sequence[Use]) -> None:
        """Add the requests that calls send, and those that are built and not a part of them."""
        names_sdk = _NAMES_SDK.search(self._source.fragment.text) is not None
        sdk = SdkCalls(self._names, self._values, names_sdk=names_sdk)
        http = HttpCalls(self._values)
        prepared = self._read_prepared(http)
        calls = [use for use in calls if use.node.id not in prepared]
        sent: set[int] = set()
        views = [(use, view) for use in calls if isinstance(view := self._values.view(use.node), Call)]
        for use, view in views:
            before = len(self._values.seen)
            about = {**self._about, "heads": self._heads(use)}
            request = sdk.sent(view, use.scope)
            if request is not None:
                sent.add(use.node.id)
                about = {"named_by": "the call", **about}
                self._add(use, document_of_request(self._source.fragment, request, about, about["heads"]))
                continue
            document = http.document(use, view, about)
            if document is None:
                del self._values.seen[before:]
            else:
                self._add(use, document)
        self._read_built(views, sent, sdk)

    def _read_built(self, views: Sequence[tuple[Use, Call]], sent: set[int], sdk: SdkCalls) -> None:
        """Add the requests that are built, and are no part of one that is sent.

        Args:
            views: The calls in the order of the text.
            sent: The ids of the calls that send a request.
            sdk: The calls of the SDK.
        """
        seen = set(self._values.seen)
        until = 0
        for use, view in views:
            if use.node.id in sent:
                until = max(until, use.node.end_byte)
            if use.node.start_byte < until or use.node.id in seen:
                continue  # something else may be made of it before it is sent
            before = len(self._values.seen)
            name = self._names.assigned.get(use.node.id)
            changes = () if name is None else self._changes.of(use.scope, name)
            built = sdk.built(view, use.scope, changes)
            if built is not None:
                self._values.seen.append(use.node.id)
                seen.update(self._values.seen[before:])
                heads = self._heads(use)
                about = {"named_by": "its class", **self._about}
                self._add(use, document_of_request(self._source.fragment, built, about, heads))

    def _read_prepared(self, http: HttpCalls) -> set[int]:
        """Add the requests that several statements put together, and return the ids of the calls that send them."""
        sent: set[int] = set()
        for each in prepared_requests(self._names, self._values, http):
            before = len(self._values.seen)
            heads = sorted({line for use in each.uses for line in self._heads(use)})
            document = http.of_parts(each.parts, each.use, {**self._about, "heads": heads})
            if document is None:
                del self._values.seen[before:]
            else:
                sent.update(each.calls)
                self._add(each.use, document)
        return sent

    def _read_shapes(self) -> None:
        """Add what has the shape of a state or a request and is not a part of what was found."""
        seen = set(self._values.seen)
        found: dict[int, tuple[Use, Document]] = {}
        for use in self._names.uses:
            node = self._values.language.inner(use.node)
            if use.kind not in ("object", "call") or node.id in seen:
                continue
            before = len(self._values.seen)
            document = self._shaped(use)
            if document is not None:
                seen.update(self._values.seen[before:])
                for inside in self._values.seen[before:]:
                    found.pop(inside, None)  # a variable that is a part of this one
                found[node.id] = use, document
            del self._values.seen[before:]
        for node_id, (use, document) in found.items():
            if node_id not in self._values.parts:
                self._add(use, document)

    def _shaped(self, use: Use) -> Document | None:
        """Return the document of an object that is a state or a request by its shape."""
        view = self._values.view(use.node)
        if not isinstance(view, Object | Call) or not _may_have_shape(view):
            return None
        literal = self._values.of(use.node, use.scope)
        name = self._names.assigned.get(use.node.id)
        if name is not None:
            literal = opened(literal, self._changes.of(use.scope, name))
        payload = shaped_payload(literal)
        if payload is None:
            return None
        about = {"is_sent": True, "named_by": "its shape", **self._about, "heads": self._heads(use)}
        return document_of_literal(self._source.fragment, payload, **about)

    def _add(self, use: Use, document: Document) -> None:
        self._found.append((use.node.start_byte, document))

    def _heads(self, use: Use) -> list[int]:
        """Return the lines of the file at which a node and its statement begin."""
        nodes: list[Node] = [use.node] if use.statement is None else [use.node, use.statement]
        return sorted({self._source.fragment.at(self._source.range(node).start)[0] for node in nodes})


def _may_have_shape(view: Object | Call) -> bool:
    """Return whether an object may be a state or a request, without looking at its values."""
    if isinstance(view, Call):
        return True
    keys = [entry.key if isinstance(entry, Entry) else None for entry in view.entries]
    return any(not isinstance(key, str) or key in _TELLING for key in keys)


def code_documents(language: Language, source: bytes) -> Iterator[Document]:
    """Read a source file.

    Args:
        language: Its language.
        source: The bytes of the file.

    Yields:
        The documents as `code_in` does, and the problems of ignore comments.
    """
    return documents_of(source, partial(code_in, language), language.comments)
