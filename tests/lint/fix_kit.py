"""Helpers for tests of fixes: the fixing of one file in memory, as the command does it."""

from __future__ import annotations

import io

from liveschema.lint.config.selection import Source
from liveschema.lint.config.settings import Settings, select
from liveschema.lint.findings import Finding
from liveschema.lint.fixes.files import Checked, Fixed, fixed
from liveschema.lint.inputs import BY_SUFFIX
from liveschema.lint.reporters.silent import Silent
from liveschema.lint.run.alone import EachAlone
from liveschema.lint.run.run import Run
from liveschema.lint.terminal import Progress

SETTINGS = Settings(".", select(["all"]))


def checked(name: str, content: bytes, *, keep: bool = False) -> Checked:
    """Check the bytes of a file, whose name tells the format, with all rules."""
    run = Run(EachAlone(1), Silent(), Progress(io.StringIO(), 0, shown=False))
    source = Source(name, name, BY_SUFFIX["." + name.rpartition(".")[2]], SETTINGS, is_stdin=True, is_named=True)
    return run._check(content, source, keep=keep)  # noqa: SLF001 - what the command calls to fix a file


def fix(name: str, content: bytes, *, unsafe: bool = True) -> Fixed:
    """Fix the bytes of a file."""
    return fixed(content, lambda content, keep: checked(name, content, keep=keep), unsafe=unsafe)


def fixed_text(name: str, text: str, *, unsafe: bool = True) -> str:
    """Fix the text of a file."""
    return fix(name, text.encode(), unsafe=unsafe).content.decode()


def findings(name: str, text: str) -> list[Finding]:
    return [*checked(name, text.encode()).findings]


def rules(name: str, text: str) -> list[str]:
    """Return the rules of the findings in a file, in order."""
    return [each.rule for each in findings(name, text)]
