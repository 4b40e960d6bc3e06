"""The modes of a contract: what a payload is sent for, as a declaration names them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final


class _EveryMode(Collection[str | None]):
    """All modes that there are, and no mode at all: an object judged by itself."""

    def __contains__(self, mode: object) -> bool:
        return True

    def __iter__(self) -> object:  # type: ignore[override] # nobody can list modes that are not known here
        msg = "every mode cannot be listed; ask the contract for its modes"
        raise TypeError(msg)

    def __len__(self) -> int:
        msg = "every mode cannot be counted; ask the contract for its modes"
        raise TypeError(msg)

    def __repr__(self) -> str:
        return "EVERY_MODE"


Modes = Collection[str | None]
"""Some of the modes; None stands for an object that is judged by itself, outside any payload."""

EVERY_MODE: Final[Modes] = _EveryMode()
"""What holds whatever the payload is sent for."""
