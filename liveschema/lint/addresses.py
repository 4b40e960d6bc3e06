"""The addresses of the project and of the pages of its rules."""

from __future__ import annotations

from typing import Final

HOME: Final = "https://example.com/liveschema"


def help_address(rule: str) -> str:
    """Return the address of the page of a rule."""
    return f"{HOME}/rules/{rule}"
