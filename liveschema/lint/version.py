"""The version of this package, as it is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """Give the version; 0 where the package runs from its sources without being installed."""
    try:
        return installed("liveschema")
    except PackageNotFoundError:
        return "0"
