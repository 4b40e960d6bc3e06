"""The reader of YAML texts that send requests: GitHub workflows and actions, GitLab CI, and snippets of them.

Requests are sent by steps of the service's GitHub Action, and by commands in shell scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from liveschema.engine.problems import Path
from liveschema.lint.inputs.ci.action import documents_of_step
from liveschema.lint.inputs.ci.action_step import inputs_of, is_step, read_step
from liveschema.lint.inputs.ci.scripts import documents_of_script, script_in, scripts_of, shell_below
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.secrets import VARIABLE, is_api_key, literal_api_key
from liveschema.lint.inputs.yaml.text import yaml_documents

_MARK: Final = re.compile("activitysmith|live[-_]activity", re.IGNORECASE)
"""What every text has that sends a request."""
_LONG: Final = 10_000
"""The length of a text from which on it is read only once."""


class _Object(NamedTuple):
    path: Path
    value: dict[Any, Any]
    shell: str | None


def workflow_in(fragment: Fragment, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Read the requests that a YAML text sends.

    Args:
        fragment: The YAML text: a file, or a part of one.
        about: Further fields of each `Document`.

    Yields:
        A document for each request, in the order of the text.
    """
    if _MARK.search(fragment.text):
        for document in yaml_documents(fragment.text):
            if document.readable:
                yield from requests_of(fragment.part_of(document), document, **about)


def requests_of(fragment: Fragment, document: Document, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - as above
    """Read the requests that one document of a YAML text sends.

    Args:
        fragment: The YAML text.
        document: The document that was read from it, with places in it.
        about: Further fields of each `Document`.

    Yields:
        A document for each request, in the order of the text.
    """
    first: dict[int, Path] = {}
    done: set[int] = set()
    for path, value, shell in _objects(document.value, first):
        if is_step(value, path):
            inputs = inputs_of(value)
            # Long texts are read once, since a few aliases could repeat them thousands of times.
            once = {id(each) for each in inputs.values() if isinstance(each, str) and len(each) > _LONG}
            once.add(id(inputs or value))
            if done.isdisjoint(once):
                yield from documents_of_step(read_step(fragment, document, value, path, first), **about)
            done |= once
            continue
        yield from _key_in_environment(fragment, document, (*path, VARIABLE), value.get(VARIABLE), **about)
        for key, script in scripts_of(value, shell):
            text = script_in(fragment, document, first.get(id(script), (*path, key)), script, done)
            if text.text:
                head = fragment.at(document.locator([path])[path].value.start)[0]
                yield from documents_of_script(text, head, **about)


def _key_in_environment(
    fragment: Fragment,
    document: Document,
    path: Path,
    value: object,
    **about: Any,  # noqa: ANN401 - as above
) -> Iterator[Document]:
    """Report an API key that an environment variable is set to."""
    if isinstance(value, str) and is_api_key(value):
        start, end = document.locator([path])[path].value.range
        quotes = int(fragment.text[start] in "\"'")
        problem, secret = literal_api_key(fragment, start + quotes, end - quotes)
        lines = fragment.lines
        yield Document(lines.text, NOTHING, [problem], lambda _: {}, lines=lines, secrets=[secret], **about)


def _objects(value: object, first: dict[int, Path]) -> Iterator[_Object]:
    """Yield the objects of a value in the order of the text, each of them once, however many aliases it has.

    Args:
        value: Any value that the YAML reader returns.
        first: The paths of the objects and lists so far, by their identity, to which more are added.
    """
    waiting: list[tuple[Path, object, str | None]] = [((), value, None)]
    while waiting:
        path, each, shell = waiting.pop()
        if not isinstance(each, dict | list) or id(each) in first:
            continue
        first[id(each)] = path
        if isinstance(each, dict):
            yield _Object(path, each, shell)
            shell = shell_below(each, shell)
        members = each.items() if isinstance(each, dict) else enumerate(each)
        waiting += reversed([((*path, step), member, shell) for step, member in members if isinstance(step, str | int)])
