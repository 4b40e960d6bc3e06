"""Strict reading of JSON text: its value, its faults, and the position of each value."""


class _Unreadable:
    """The type of `UNREADABLE`."""

    def __repr__(self) -> str:
        return "UNREADABLE"


UNREADABLE = _Unreadable()
"""The result of reading a text from which no value can be read."""
