"""The version of the installed package, which ``pyproject.toml`` alone states."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from typing import Final


def version() -> str:
    """Return the version of the installed package; ``0`` if it runs from its sources without being installed."""
    try:
        return installed("liveschema")
    except PackageNotFoundError:
        return "0"


__version__: Final = version()
