"""The reader of Python source code, in which requests are sent by the official SDK, an HTTP client or this library.

The code is parsed, and never run or imported.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, Final

from liveschema.lint.inputs import FORMATS
from liveschema.lint.inputs.calls import Sent, document_of_request
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.literals import document_of_faults
from liveschema.lint.inputs.marks import may_have_sender
from liveschema.lint.inputs.python.changes import Changes
from liveschema.lint.inputs.python.http import HttpCalls
from liveschema.lint.inputs.python.keys import api_keys
from liveschema.lint.inputs.python.scopes import Use, uses
from liveschema.lint.inputs.python.sdk import SdkCalls, built, checked
from liveschema.lint.inputs.python.shapes import shaped_document
from liveschema.lint.inputs.python.source import Module, parse
from liveschema.lint.inputs.python.values import Values

READER: Final = "python"
_NAMES_SERVICE: Final = re.compile(
    r"^[ \t]*(?:from|import)[ \t]+[\w.]*(?:activitysmith|liveschema)"
    r"|/live-activity/|activitysmith\.com|ACTIVITYSMITH_",
    re.MULTILINE,
)
"""What a file has that deals with the service: an import, a path or an address, or the variable for a key."""
_NAMES_SDK: Final = re.compile(r"activitysmith", re.IGNORECASE)


def python_in(fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read Python source code.

    Args:
        fragment: The code: a file, or an excerpt in which something may be left out.
        about: Further fields of each `Document`.

    Yields:
        The requests in the order of the text, and before them the API keys; nothing if the code cannot be parsed.
    """
    if not may_have_sender(fragment.text.encode(errors="replace"), FORMATS[READER].words):
        return
    module = parse(fragment)
    if module is not None:
        yield from _Reader(module, {"reader": READER, **about}).documents()


class _Reader:
    """The reader of a module.

    Args:
        module: The module.
        about: Further fields of each `Document`.
    """

    def __init__(self, module: Module, about: dict[str, Any]) -> None:
        self._module = module
        self._uses = uses(module.tree)
        self._changes = Changes(self._uses)
        self._values = Values(module, self._changes)
        self._http = HttpCalls(module, self._values)
        self._about = about
        self._found: list[tuple[int, Document]] = []

    def documents(self) -> Iterator[Document]:
        """Yield the documents of the module."""
        text = self._module.fragment.text
        keys = api_keys(self._uses, self._module, self._values)
        if keys:
            self._about["secrets"] = [*self._about.get("secrets", ()), *(place for _, place in keys)]
            yield document_of_faults(self._module.fragment, [problem for problem, _ in keys], **self._about)
        self._values.seen.clear()  # a dict with a key may be a request, too
        calls = [use for use in self._uses if isinstance(use.node, ast.Call)]
        sdk = SdkCalls(self._uses, self._values, names_sdk=_NAMES_SDK.search(text) is not None)
        for use in calls:
            self._read_call(use, sdk)
        self._read_built(calls)
        if self._found or _NAMES_SERVICE.search(text):
            self._read_shapes()
        self._found.sort(key=lambda each: each[0])
        yield from (document for _, document in self._found)

    def _read_call(self, use: Use, sdk: SdkCalls) -> None:
        """Add the request that a call sends or checks."""
        call = use.node
        assert isinstance(call, ast.Call)  # noqa: S101 - for the type checker
        before = len(self._values.seen)
        sent = sdk.sent(call, use.scope) or checked(call, use.scope, self._values)
        if sent is not None:
            self._add_sent(use, sent)
            return
        document = self._http.document(use, {**self._about, "heads": self._heads(use)})
        if document is None:
            del self._values.seen[before:]
        else:
            self._add(use, document)

    def _read_built(self, calls: list[Use]) -> None:
        """Add the requests that are built as models and not a part of those that are sent."""
        seen = set(self._values.seen)
        for use in calls:
            assert isinstance(use.node, ast.Call)  # noqa: S101 - for the type checker
            if id(use.node) not in seen:
                sent = built(use.node, use.scope, self._values)
                if sent is not None:
                    self._add_sent(use, sent)

    def _read_shapes(self) -> None:
        """Add what has the shape of a state or a request and is not a part of what was found."""
        seen = set(self._values.seen)
        found: dict[int, tuple[Use, Document]] = {}
        for use in self._uses:
            if id(use.node) in seen or not isinstance(use.node, ast.Dict | ast.Call):
                continue
            before = len(self._values.seen)
            about = {**self._about, "heads": self._heads(use)}
            document = shaped_document(use, self._module, self._values, self._changes, about)
            if document is not None:
                seen.update(self._values.seen[before:])
                for inside in self._values.seen[before:]:
                    found.pop(inside, None)  # a variable that is a part of this one
                found[id(use.node)] = use, document
            del self._values.seen[before:]
        for use, document in found.values():
            self._add(use, document)

    def _add_sent(self, use: Use, sent: Sent) -> None:
        about = {"named_by": "the call", **self._about}
        self._add(use, document_of_request(self._module.fragment, sent, about, self._heads(use)))

    def _add(self, use: Use, document: Document) -> None:
        assert isinstance(use.node, ast.expr)  # noqa: S101 - for the type checker
        self._found.append((self._module.range(use.node).start, document))

    def _heads(self, use: Use) -> list[int]:
        """Return the lines of the file at which a node and its statement begin."""
        nodes = [each for each in (use.statement, use.node) if isinstance(each, ast.stmt | ast.expr)]
        return sorted({self._module.fragment.at(self._module.range(node).start)[0] for node in nodes})
