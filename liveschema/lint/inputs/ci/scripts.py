"""The shell scripts in a YAML text: steps of workflows, jobs of GitLab CI, commands of containers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.engine.unknown import PartialText
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.templates import GITHUB, with_holes
from liveschema.lint.inputs.yaml.scalars import write_scalar

_RUN: Final = "run"
_SHELL: Final = "shell"
_KEYS: Final = (_RUN, "script", "before_script", "after_script", "command", "cmd", _SHELL)
"""The keys whose value may be a script, or a list of commands."""
_MAY_SEND: Final = re.compile("live-activity|activitysmith", re.IGNORECASE)
"""What a script has that sends a request: a part of its URL, or the name of the service's tool."""
_IS_SHELL: Final = re.compile(r"(?:\S*/)?(?:ba|da|k|z|a)?sh(?:\s|\Z)")
_WINDOWS: Final = "windows"
_NO_SHELL: Final = "pwsh"


def scripts_of(value: Mapping[Any, Any], shell: str | None) -> Iterator[tuple[str, object]]:
    """Yield the scripts of an object that may send a request.

    Args:
        value: The object.
        shell: The shell of its steps that name none; None for the usual one.

    Yields:
        The key and the value of each script: a text, or a list of commands.
    """
    for key in _KEYS:
        if key == _SHELL and isinstance(value.get(_RUN), str):
            continue
        if key == _RUN and not _IS_SHELL.match(_text(value.get(_SHELL)) or shell or "sh"):
            continue
        script = value.get(key)
        if any(_MAY_SEND.search(_known_text(text)) for _, text in _texts(script, ())):
            yield key, script


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str | PartialText]]:
    """Yield a text, or the texts of a list and of the lists in it, which are not nested deeply."""
    if isinstance(value, str | PartialText):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def _known_text(text: str | PartialText) -> str:
    return text if isinstance(text, str) else HOLE.join(text.pieces)


def shell_below(value: Mapping[Any, Any], shell: str | None) -> str | None:
    """Return the shell of the steps inside an object that name none, as a workflow and a job set it.

    Args:
        value: The object.
        shell: The shell that is set outside of it; None for the usual one.
    """
    defaults = value.get("defaults")
    run = defaults.get(_RUN) if isinstance(defaults, dict) else None
    named = _text(run.get(_SHELL)) if isinstance(run, dict) else None
    if named or shell:
        return named or shell
    machines = value.get("runs-on")
    names = machines if isinstance(machines, list) else [machines]
    return _NO_SHELL if any(isinstance(name, str) and _WINDOWS in name.lower() for name in names) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def script_in(fragment: Fragment, document: Document, path: Path, script: object, done: set[int]) -> Fragment:
    """Return a script as one text, with holes in place of the expressions of workflows.

    Args:
        fragment: The YAML text.
        document: The document that was read from it, with places in it.
        path: The path at which the script is written.
        script: The script: a text, or a list of commands, each of which gets a line.
        done: The identities of the texts that were read before; those that aliases repeat are left out.
    """
    texts = {at: text for at, text in _texts(script, path) if id(text) not in done}
    done.update(map(id, texts.values()))
    places = document.locator(texts)
    writer = FragmentWriter(fragment)
    for at, text in texts.items():
        span = places[at].value
        write_scalar(writer, span.start, span.end, text)
        writer.put("\n", span.end, span.end)
    return with_holes(writer.finish(), GITHUB)


def documents_of_script(script: Fragment, head: int, **about: Any) -> Iterator[Document]:  # noqa: ANN401 - the fields of a Document
    """Yield the documents of the requests that a script sends.

    Args:
        script: The script.
        head: A further line of the file at which an ignore comment applies to each request.
        about: Further fields of each `Document`.
    """
    from liveschema.lint.inputs.shell.reader import shell_in  # noqa: PLC0415 - most YAML texts have no script that sends one

    for found in shell_in(script, **about):
        yield evolve(found, heads=[*found.heads, head])
