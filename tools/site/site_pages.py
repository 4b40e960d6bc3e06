"""All pages of the site that are not files of `docs/`, and the navigation."""

from __future__ import annotations

from typing import Any, Final

import site_command
import site_fields
import site_library
import site_links
import site_rules

MADE: Final = (site_fields, site_library, site_rules)
"""The modules that make pages: each has a folder, pages and a navigation."""


def generated() -> dict[str, str]:
    """Return the Markdown of the pages that are made when the site is built, by path."""
    found = {**site_links.brought(), **site_command.pages()}
    for module in MADE:
        found |= module.pages()
    return found


def completed(navigation: Any) -> Any:  # noqa: ANN401 - lists and dicts of any depth
    """Return a navigation in which the pages of a folder stand in place of its name."""
    entries = {module.FOLDER: module.navigation for module in MADE}
    if isinstance(navigation, list):
        return [completed(each) for each in navigation]
    if isinstance(navigation, dict):
        return {title: completed(each) for title, each in navigation.items()}
    return entries[navigation]() if navigation in entries else navigation
