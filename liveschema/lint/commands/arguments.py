"""Arguments that several subcommands share."""

from __future__ import annotations


def split_names(values: list[str]) -> list[str]:
    """Split the values of a repeated option at commas.

    Args:
        values: The values, such as ``["a, b", "c"]``.

    Returns:
        The names without spaces around them, such as ``["a", "b", "c"]``; empty ones are left out.
    """
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
