"""Makes the fixture of `lint_kit` available to the tests in this folder."""

from lint_kit import folder

__all__ = ["folder"]
