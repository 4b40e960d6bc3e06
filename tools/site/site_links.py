"""Links between files of the repository, as links between pages of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from liveschema.lint.addresses import HOME, SITE

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = "docs"
PLAYGROUND: Final = f"{DOCS}/playground"
"""What is no page, but built and copied into the site."""
BROUGHT: Final = {
    "ARCHITECTURE.md": "project/architecture.md",
    "CHANGELOG.md": "project/changelog.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "SECURITY.md": "project/security.md",
    "examples/README.md": "examples.md",
    "packages/npm/README.md": "npm.md",
    "schemas/README.md": "schemas.md",
}
"""Pages outside of `docs/` that are brought into the site: the file in the repository, and the page."""

_FENCE: Final = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)`*[ ]*$", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"(\]\()([^)\s]+)(\))")


def page_of(file: str) -> str | None:
    """Return the page of a file of the repository; None if the site does not have it."""
    if file.startswith(f"{DOCS}/") and (ROOT / file).is_file():
        return file.removeprefix(f"{DOCS}/")
    return BROUGHT.get(file)


def relinked(text: str, file: str, page: str) -> str:
    """Return a page whose links lead to pages of the site, or to the repository for what the site does not have.

    Args:
        text: The Markdown of a file.
        file: Its path in the repository.
        page: The path of its page.
    """
    return outside_of_blocks(text, lambda part: _LINK.sub(lambda found: _link(found, file, page), part))


def _link(found: re.Match[str], file: str, page: str) -> str:
    opening, target, closing = found.groups()
    path, hash_, fragment = target.partition("#")
    if not path or "://" in target or target.startswith("mailto:"):
        return found[0]
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if whole.startswith(f"{PLAYGROUND}/"):
        return f"{opening}{SITE}/{whole.removeprefix(f'{DOCS}/')}{hash_}{fragment}{closing}"
    goal = page_of(whole)
    if goal is not None:
        return f"{opening}{posixpath.relpath(goal, posixpath.dirname(page) or '.')}{hash_}{fragment}{closing}"
    if not (ROOT / whole).exists():
        return found[0]  # a dead link stays one, so that the build reports it
    folder = "tree" if (ROOT / whole).is_dir() else "blob"
    return f"{opening}{HOME}/{folder}/main/{whole}{hash_}{fragment}{closing}"


def outside_of_blocks(text: str, change: Callable[[str], str]) -> str:
    """Return a text of which everything that is no block of code is changed."""
    done, end = [], 0
    for block in _FENCE.finditer(text):
        done += [change(text[end : block.start()]), block[0]]
        end = block.end()
    return "".join([*done, change(text[end:])])


def brought(files: Mapping[str, str] = BROUGHT) -> dict[str, str]:
    """Return the pages that are made from files outside of `docs/`, by path."""
    return {page: relinked((ROOT / file).read_text("utf-8"), file, page) for file, page in files.items()}
