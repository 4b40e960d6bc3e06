"""Offers the fixture under its name; the kit has a name of its own, so that other tests' kits do not hide it."""

from lint_kit import folder

__all__ = ["folder"]
