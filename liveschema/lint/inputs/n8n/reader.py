"""The reader of n8n workflows: JSON texts with nodes, some of which send requests.

Requests are sent by the service's own node, and by HTTP nodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from liveschema.contract.endpoints import PATH_OF_REQUESTS
from liveschema.engine.problems import Path, Problem
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.marks import N8N_PACKAGE
from liveschema.lint.inputs.n8n.http import document_of_http_node
from liveschema.lint.inputs.n8n.node import PARAMETERS, Node, values_in
from liveschema.lint.inputs.n8n.parameters import Version, version_of
from liveschema.lint.inputs.n8n.request import document_of_node

_READER: Final = "n8n"
_NODES: Final = "nodes"
_DEEPEST: Final = 3
"""How deep a workflow may be in other objects and lists, such as an export of several."""
_OURS: Final = frozenset({f"{N8N_PACKAGE}.activitySmith", f"{N8N_PACKAGE}.activitySmithTool"})
_HTTP: Final = frozenset({"n8n-nodes-base.httpRequest", "n8n-nodes-base.httpRequestTool"})


class _Sender(NamedTuple):
    """A node that may send a request.

    Args:
        path: The path of the node in the file.
        value: The node.
        version: The version of the service's node; None for an HTTP node.
    """

    path: Path
    value: Mapping[str, Any]
    version: Version | None


def n8n_documents(document: Document) -> Iterator[Document]:
    """Read the requests that n8n workflows send.

    Args:
        document: The document of a JSON text, with places in it.

    Yields:
        A document for each request, in the order of the nodes; nothing if the text is no workflow, or sends none.
    """
    senders = [sender for path, nodes in _workflows(document.value) for sender in _senders(path, nodes)]
    if not senders:
        return
    fragment = Fragment.whole(document.text, document.lines)
    places = document.locator([path for sender in senders for path in _paths(sender)])
    general = [fault for fault in document.faults if not fault.path]
    inside = _faults_inside(senders, document.faults)
    for path, value, version in senders:
        node = Node(fragment, places, path, value)
        about: dict[str, Any] = {"reader": _READER, "faults": [*general, *inside.get(path, ())]}
        read = document_of_http_node(node, **about) if version is None else document_of_node(node, version, **about)
        if read is not None:
            yield read
            general = []


def _faults_inside(senders: list[_Sender], faults: list[Problem]) -> dict[Path, list[Problem]]:
    """Return the problems of a text by the path of the node that they are in."""
    paths = {sender.path for sender in senders}
    inside: dict[Path, list[Problem]] = {}
    for fault in faults:
        for length in range(1, len(fault.path) + 1):
            if fault.path[:length] in paths:
                inside.setdefault(fault.path[:length], []).append(fault)
    return inside


def _workflows(value: object) -> Iterator[tuple[Path, list[Any]]]:
    """Yield the nodes of each workflow in a value, with their path."""
    level: list[tuple[Path, object]] = [((), value)]
    for _ in range(_DEEPEST):
        below: list[tuple[Path, object]] = []
        for path, each in level:
            if isinstance(each, dict) and isinstance(each.get(_NODES), list):
                yield (*path, _NODES), each[_NODES]
            elif isinstance(each, dict):
                below += [((*path, key), item) for key, item in each.items() if isinstance(item, dict | list)]
            elif isinstance(each, list):
                below += [((*path, index), item) for index, item in enumerate(each) if isinstance(item, dict | list)]
        level = below


def _senders(path: Path, nodes: list[Any]) -> Iterator[_Sender]:
    """Yield the nodes of a workflow that may send a request."""
    found = [
        (index, node)
        for index, node in enumerate(nodes)
        if isinstance(node, dict) and isinstance(node.get(PARAMETERS), dict)
    ]
    ours = [node[PARAMETERS] for _, node in found if _is_one_of(node, _OURS)]
    version = version_of(name for parameters in ours for name in parameters)
    for index, node in found:
        if _is_one_of(node, _OURS):
            yield _Sender((*path, index), node, version)
        elif _is_one_of(node, _HTTP) and PATH_OF_REQUESTS in str(node[PARAMETERS].get("url")):
            yield _Sender((*path, index), node, None)


def _is_one_of(node: Mapping[str, Any], types: frozenset[str]) -> bool:
    kind = node.get("type")
    return isinstance(kind, str) and kind in types


def _paths(sender: _Sender) -> Iterator[Path]:
    """Yield the paths in a node whose places are needed."""
    yield sender.path
    parameters = (*sender.path, PARAMETERS)
    yield from (path for path, _ in values_in(sender.value[PARAMETERS], parameters))
