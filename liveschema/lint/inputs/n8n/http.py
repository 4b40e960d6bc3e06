"""The requests that HTTP nodes of n8n send to the service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from liveschema.engine.problems import Problem
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.endpoints import target_of
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.literals import document_of_faults, document_of_literal
from liveschema.lint.inputs.n8n.http_body import body_of, method_of
from liveschema.lint.inputs.n8n.node import Node
from liveschema.lint.inputs.secrets import is_api_key, literal_api_key

_HEADER: Final = "authorization"
_KEY: Final = re.compile(r"\s*(?:bearer\s+)?(\S+)\s*\Z", re.IGNORECASE)
_KEY_IN_JSON: Final = re.compile(r'"authorization"\s*:\s*"(?:bearer\s+)?([^"\\\s]+)"', re.IGNORECASE)
_HEADER_LISTS: Final = (("headerParameters", "parameters"), ("headerParametersUi", "parameter"))
_HEADER_TEXTS: Final = ("jsonHeaders", "headerParametersJson")


def document_of_http_node(node: Node, **about: Any) -> Document | None:  # noqa: ANN401 - the fields of a Document
    """Return the document of the request that an HTTP node sends; None if it sends none to the service.

    Args:
        node: The node.
        about: Further fields of the `Document`.
    """
    url = node.text("url")
    if url is None:
        return None
    start = len(url.text) - len(url.text.lstrip())
    target = target_of(method_of(node), url.text.strip(), lambda offset: url.at(start + offset))
    if target is None:
        return None
    keys, secrets = _api_keys(node)
    faults = [*about.pop("faults", ()), *target.faults, *keys]
    about |= {"secrets": secrets, "named_by": "its method and path", "heads": node.heads()}
    if not target.exists:
        return document_of_faults(node.fragment, faults, **about)
    body, mistakes = body_of(node)
    about |= {"operation": target.operation, "stream_key": target.stream_key, "is_sent": True}
    return document_of_literal(node.fragment, body, faults=[*faults, *mistakes], **about)


def _api_keys(node: Node) -> tuple[list[Problem], list[tuple[int, int]]]:
    """Return the problems of the API keys in the headers, and their ranges."""
    found = [literal_api_key(text, *span) for text, span in _keys(node) if is_api_key(text.text[slice(*span)])]
    return [problem for problem, _ in found], [secret for _, secret in found]


def _keys(node: Node) -> Iterator[tuple[Fragment, tuple[int, int]]]:
    """Yield the texts in which an API key is expected, and its range in each."""
    for steps in _HEADER_LISTS:
        headers = node.raw(*steps)
        for index in range(len(headers) if isinstance(headers, list) else 0):
            name, value = node.raw(*steps, index, "name"), node.text(*steps, index, "value")
            found = _KEY.match(value.text) if value is not None else None
            if value is not None and found and isinstance(name, str) and name.strip().lower() == _HEADER:
                yield value, found.span(1)
    for each in _HEADER_TEXTS:
        text = node.text(each)
        if text is not None:
            yield from ((text, found.span(1)) for found in _KEY_IN_JSON.finditer(text.text))
