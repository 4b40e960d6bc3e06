"""The reporters for people: one line per finding, or the source line with carets below it."""

from __future__ import annotations

from liveschema.lint.escaping import line_start, printable, shown

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

    from liveschema.lint.findings import Finding
    from liveschema.lint.output import Writable
    from liveschema.lint.reporters import ReportStyle
    from liveschema.lint.results import Summary

_BOLD: Final = "1"
_BLUE: Final = "34"
_CYAN: Final = "36"
_LINK: Final = "\033]8;;{address}\033\\{text}\033]8;;\033\\"
"""The escape sequence OSC 8, which makes a text a hyperlink."""
_COLORS: Final = {"error": "1;31", "warning": "1;33"}


def width(text: str) -> int:
    """Return the width of a text on a terminal.

    Args:
        text: A text without line ends.

    Returns:
        The number of columns: two for a wide character, none for a combining one, else one.
    """
    if text.isascii():
        return len(text)
    import unicodedata  # noqa: PLC0415 - most texts have ASCII characters only

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


class _Text:
    shows_fixes: bool = False

    def __init__(self, out: Writable, style: ReportStyle) -> None:
        self.out = out
        self.color: bool = style.color
        self.unsafe: bool = style.unsafe
        self.links: bool = style.links

    def paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.color else text

    def begin(self) -> None:
        """Write nothing."""

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write nothing; the command itself writes the summary."""


class Concise(_Text):
    """The reporter that writes one line per finding."""

    def finding(self, finding: Finding) -> None:
        """Write a finding."""
        place = f"{self.paint(line_start(finding.path), _BOLD)}:{finding.line}:{finding.column}:"
        kind = self.paint(finding.kind, _COLORS[finding.severity])
        self.out.write(f"{place} {kind} {printable(finding.message_with_hint)}\n")


class Full(_Text):
    """The reporter that writes each finding with its source line, carets below it, and the hint.

    Attributes:
        shows_fixes: True; what can be fixed has a mark.
    """

    shows_fixes: bool = True

    def linked(self, finding: Finding) -> str:
        """Return the severity and the rule of a finding; on a terminal with links, the rule leads to its page."""
        if not self.links:
            return finding.kind
        from liveschema.lint.addresses import help_address  # noqa: PLC0415 - only on some terminals

        link = _LINK.format(address=help_address(finding.rule), text=finding.rule)
        return finding.kind.replace(finding.rule, link)

    def finding(self, finding: Finding) -> None:
        """Write a finding."""
        place = f"{self.paint(line_start(finding.path), _BOLD)}:{finding.line}:{finding.column}"
        kind = self.paint(self.linked(finding), _COLORS[finding.severity])
        gutter = " " * len(str(finding.line))
        bar = self.paint("|", _BLUE)
        before = shown(finding.excerpt[: finding.caret])
        marked = shown(finding.excerpt[finding.caret : finding.caret + finding.width])
        margin = "".join("\t" if char == "\t" else " " * width(char) for char in before)
        carets = self.paint("^" * max(width(marked.replace("\t", " ")), 1), _COLORS[finding.severity])
        lines = [
            f"{place}: {kind} {self._mark(finding)}{printable(finding.message)}",
            f"{gutter} {bar}",
            f"{self.paint(str(finding.line), _BLUE)} {bar} {shown(finding.excerpt)}".rstrip(),
            f"{gutter} {bar} {margin}{carets}",
        ]
        if finding.hint:
            lines.append(f"{gutter} {self.paint('=', _BLUE)} {self.paint('hint:', _CYAN)} {printable(finding.hint)}")
        self.out.write("\n".join(lines) + "\n\n")

    def _mark(self, finding: Finding) -> str:
        """Return the mark of a finding that can be fixed."""
        fixable = finding.fix is not None and (finding.fix.safe or self.unsafe)
        return f"[{self.paint('*', _CYAN)}] " if fixable else ""


def statistics(rows: list[tuple[str, int, str]]) -> str:
    """Return counts as a table, sorted from the highest.

    Args:
        rows: The rows: name, count and description.

    Returns:
        The lines of the table.
    """
    ordered = sorted(rows, key=lambda row: (-row[1], row[0]))
    digits = max((len(str(count)) for _, count, _ in ordered), default=1)
    names = max((len(name) for name, _, _ in ordered), default=1)
    return "".join(f"{count:>{digits}}  {name:<{names}}  {what}".rstrip() + "\n" for name, count, what in ordered)


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as a table with aligned columns.

    Args:
        rows: The rows, beginning with the header; the cells may have any text.

    Returns:
        The lines of the table; empty if there is only the header.
    """
    cells = [[_cell(cell) for cell in row] for row in rows]
    if len(cells) == 1:
        return ""
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return "".join(
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in cells
    )


def _cell(text: str) -> str:
    """Return a printable cell, in quotes if it could begin a workflow command."""
    from liveschema.engine.wording import quoted  # noqa: PLC0415 - only for tables

    return quoted(text) if text.lstrip().startswith("::") else printable(text)
