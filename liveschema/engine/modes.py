"""Sets of modes. A mode is one of the kinds of payload that a contract has; declarations refer to them by name."""

from __future__ import annotations

from collections.abc import Collection


class _EveryMode(Collection[str | None]):
    """The set of all modes and of None, that is, no mode."""

    def __contains__(self, mode: object) -> bool:
        return True

    def __iter__(self) -> object:  # type: ignore[override] # the modes are not known here
        msg = "every mode cannot be listed; ask the contract for its modes"
        raise TypeError(msg)

    def __len__(self) -> int:
        msg = "every mode cannot be counted; ask the contract for its modes"
        raise TypeError(msg)

    def __repr__(self) -> str:
        return "EVERY_MODE"


Modes = Collection[str | None]
"""A set of modes; None stands for an object that is checked on its own, outside any payload."""

EVERY_MODE: Modes = _EveryMode()
"""All modes, including None."""
