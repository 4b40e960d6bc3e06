"""The addresses of the project, of its documentation and of the pages of its rules."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

HOME: Final = "https://example.com/liveschema"
"""The address of the repository."""
SITE: Final = "https://docs.example.com/liveschema"
"""The address of the documentation, which `nox -s site` builds; there is none beside this one."""


def help_address(rule: str) -> str:
    """Return the address of the page of a rule; it stays as it is, like the id of the rule."""
    return f"{SITE}/rules/{rule}/"
