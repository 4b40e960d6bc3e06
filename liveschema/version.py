"""The version of the installed package, which ``pyproject.toml`` alone states."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_NAME: Final = "liveschema"
_INFO: Final = ".dist-info"
_SITE: Final = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - `Path` is slow to import


def version(site: str = _SITE) -> str:
    """Return the version of the installed package; ``0`` if it runs from its sources without being installed.

    Args:
        site: The folder that the package is in.
    """
    return _beside_package(site) or _looked_up()


def _beside_package(site: str) -> str | None:
    """Return the version in the name of the folder that installers put beside a package; None if there is no one such.

    Importing `importlib.metadata` takes longer than all else that a command without files does.
    """
    try:
        names = os.listdir(site)  # noqa: PTH208 - as above
    except OSError:  # the package is in an archive
        return None
    found = [name for name in names if name.startswith(f"{_NAME}-") and name.endswith(_INFO)]
    return found[0][len(f"{_NAME}-") : -len(_INFO)] if len(found) == 1 else None


def _looked_up() -> str:
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - see above
    from importlib.metadata import version as installed  # noqa: PLC0415 - see above

    try:
        return installed(_NAME)
    except PackageNotFoundError:
        return "0"


__version__: Final = version()
"""The version of the installed package."""
