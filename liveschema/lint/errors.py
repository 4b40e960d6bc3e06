"""The mistakes of a caller, which end a run with exit code 2."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from pathlib import Path


class UsageError(Exception):
    """An invalid command line or configuration.

    Args:
        where: The option, key or file with the mistake.
        what: The mistake, as a phrase that follows ``where`` and a colon.
    """

    def __init__(self, where: str | Path, what: str) -> None:
        super().__init__(f"{where}: {what}")


class UnreadableConfigurationError(UsageError):
    """A configuration file that cannot be read, or of which it is not known whether there is one."""
