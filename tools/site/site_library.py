"""The pages of the library, whose text mkdocstrings takes from the docstrings of each public name."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from site_links import DOCS, ROOT
from site_text import table

from liveschema import Request, State
from liveschema.engine.declare import Model

FOLDER: Final = "reference/python"
TITLES: Final = {
    "liveschema": "Load, check, build and dump payloads",
    "liveschema.partial": "Check payloads of which some parts are not known yet",
    "liveschema.lifecycle": "Check sequences of requests",
    "liveschema.preview": "Pictures of cards",
    "liveschema.senders": "Guards for HTTP clients and the official SDK",
    "liveschema.export": "JSON Schema and OpenAPI",
    "liveschema.testing": "Strategies of hypothesis, and an assertion",
    "liveschema.pytest_plugin": "A fixture of pytest",
    "liveschema.batch": "Requests in tables",
}
"""What the public modules are for, in the order of the pages."""
GUARDED: Final = ("httpx", "requests", "aiohttp", "activitysmith")
"""The modules of `liveschema.senders`, each with a guard for a client."""
FIXTURES: Final = ("live_activities", "recorded", "Sent")
"""What is public in `liveschema.pytest_plugin`, which has no `__all__`."""


def public_names(module: str) -> list[str]:
    """Return the public names of a module, as docs/stability.md lists them, with the path of each."""
    if module == "liveschema.pytest_plugin":
        return [f"{module}.{name}" for name in FIXTURES]
    names = [f"{module}.{name}" for name in import_module(module).__all__]
    guards = [f"{module}.{client}.guard" for client in GUARDED] if module == "liveschema.senders" else []
    return [*names, *guards]


def promised() -> list[str]:
    """Return the modules of which docs/stability.md says that their public names are kept."""
    text = (ROOT / DOCS / "stability.md").read_text("utf-8").partition("**Python.**")[2].partition("**Rules.**")[0]
    public = text.partition("Everything else")[0]
    return sorted(set(re.findall(r"`(liveschema(?:\.\w+)*)`", public)))


KINDS: Final = ("Functions", "Requests", "States", "Parts of a payload", "Classes", "Types and constants")


def kind_of(value: Any) -> str:  # noqa: ANN401 - any public value
    """Return the heading below which a page has a public value."""
    if inspect.isclass(value):
        groups = {Request: "Requests", State: "States", Model: "Parts of a payload"}
        return next((kind for base, kind in groups.items() if issubclass(value, base)), "Classes")
    return "Functions" if callable(value) and hasattr(value, "__name__") else "Types and constants"


def value_of(path: str) -> Any:  # noqa: ANN401 - any public value
    """Return the value of a public name."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


def source_of(module: str) -> str:
    """Return the path of the page of a module."""
    return f"{FOLDER}/{module.removeprefix('liveschema.')}.md"


def pages() -> dict[str, str]:
    """Return the Markdown of all pages of the library by path."""
    return {f"{FOLDER}/index.md": index(), **{source_of(module): page(module) for module in TITLES}}


def navigation() -> list[dict[str, str] | str]:
    """Return the entries of the library for the navigation."""
    return [f"{FOLDER}/index.md", *({module: source_of(module)} for module in TITLES)]


def index() -> str:
    """Return the page that lists the public modules."""
    rows = [
        (f"[`{module}`]({module.removeprefix('liveschema.')}.md)", what, _links(module))
        for module, what in TITLES.items()
    ]
    return (
        "# The Python library\n\n"
        "Every public name, with its signature and its documentation. [The guide](../../library.md) shows how they "
        "work together, and [what you can rely on](../../stability.md) says which of them are kept.\n\n"
        f"{table(['module', 'what it is for', 'names'], rows)}"
    )


def _links(module: str) -> str:
    file = module.removeprefix("liveschema.")
    names = [path.removeprefix(f"{module}.") for path in public_names(module)]
    return ", ".join(f"[`{name}`]({file}.md#{module}.{name})" for name in names)


def page(module: str) -> str:
    """Return the page of a module: a heading for each kind of names, and below it what mkdocstrings fills in."""
    return f"# `{module}`\n\n{TITLES[module]}.\n\n" + "\n".join(_sections(module))


def _sections(module: str) -> Iterator[str]:
    paths = public_names(module)
    for kind in KINDS:
        found = [path for path in paths if kind_of(value_of(path)) == kind]
        if found:
            yield f"## {kind}\n"
            yield from (_entry(path) for path in found)


def _entry(path: str) -> str:
    value = value_of(path)
    if inspect.isclass(value) and not issubclass(value, Model):
        return f"::: {path}\n    options:\n      members: null\n      filters: ['!^_']\n"
    return f"::: {path}\n"
