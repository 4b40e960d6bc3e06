"""The reporter for runs whose result is something else than findings."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from liveschema.lint.findings import Finding
    from liveschema.lint.results import Summary


class NoReport:
    """A reporter that writes nothing."""

    shows_fixes: bool = False

    def begin(self) -> None:
        """Do nothing."""

    def finding(self, finding: Finding) -> None:
        """Do nothing."""

    def file(self, path: str, payloads: int) -> None:
        """Do nothing."""

    def end(self, summary: Summary) -> None:
        """Do nothing."""
