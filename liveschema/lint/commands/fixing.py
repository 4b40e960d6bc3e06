"""What ``check`` does about findings that can be fixed: nothing, fix them in the files, or show the difference."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.lint.commands.inputs import CLEAN, FINDINGS, TROUBLE
from liveschema.lint.errors import UsageError

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterable

    from liveschema.lint.config.selection import Source
    from liveschema.lint.output import Writable
    from liveschema.lint.reporters import ReportStyle
    from liveschema.lint.results import Summary
    from liveschema.lint.run.run import Run


class Fixing(Record, kw_only=True):
    """The options of ``check`` about fixes.

    Args:
        fix: Whether to fix findings in the files.
        diff: Whether to show the difference instead.
        unsafe: Whether to make fixes that may change what a payload means.
    """

    fix: bool
    diff: bool
    unsafe: bool

    def prepare(self, run: Run, sources: Iterable[Source], out: Writable, style: ReportStyle) -> None:
        """Let a run fix each file before it reports on it, if that was asked for.

        Args:
            run: The run.
            sources: The files.
            out: The stream for differences.
            style: The style of the report.

        Raises:
            UsageError: If the standard input would have to be written.
        """
        if self.diff:
            from liveschema.lint.fixes.fixer import DiffShower  # noqa: PLC0415 - most runs fix nothing
            from liveschema.lint.reporters.nothing import NoReport  # noqa: PLC0415 - as above

            run.reporter, run.fixes = NoReport(), False
            run.fixer = DiffShower(run.summary, unsafe=self.unsafe, out=out, color=style.color)
        elif self.fix:
            from liveschema.lint.fixes.fixer import Fixer  # noqa: PLC0415 - as above

            if any(source.is_stdin for source in sources):
                option = "--fix"
                raise UsageError(option, "the standard input cannot be changed; --diff shows the changes")
            run.fixer = Fixer(run.summary, unsafe=self.unsafe)

    def end(self, summary: Summary, *, quiet: bool, exit_zero: bool) -> int:
        """Write how much would be fixed, and return the exit code of ``--diff``."""
        from liveschema.lint.output import say  # noqa: PLC0415 - as in `prepare`
        from liveschema.lint.results import plural  # noqa: PLC0415 - as above

        if not quiet:
            problems = plural(summary.fixed, "problem") if summary.fixed else "no problem"
            say(f"{problems} would be fixed" + (f" in {plural(summary.fixed_files, 'file')}" if summary.fixed else ""))
        if summary.unreadable:
            return TROUBLE
        return FINDINGS if summary.fixed and not exit_zero else CLEAN
