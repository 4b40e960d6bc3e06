"""The reporter for commands that write something else than findings."""

from __future__ import annotations

from liveschema.lint.findings import Finding
from liveschema.lint.results import Summary


class Silent:
    """The reporter that writes nothing."""

    shows_fixes: bool = False

    def begin(self) -> None:
        """Write nothing."""

    def finding(self, finding: Finding) -> None:
        """Write nothing."""

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write nothing."""
