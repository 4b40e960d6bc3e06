"""What is done with files that have fixes: they are written, or the difference is shown."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from liveschema.lint.config.selection import Source
from liveschema.lint.fixes.diff import diff
from liveschema.lint.fixes.files import Check, Fixed, fixed
from liveschema.lint.inputs import MissingPackageError
from liveschema.lint.inputs.likely_keys import secrets_in, without_keys
from liveschema.lint.output import say
from liveschema.lint.paths import read_file
from liveschema.lint.results import Summary
from liveschema.lint.whole_files import whole_file

if TYPE_CHECKING:
    from liveschema.lint.output import Writable


class Fixer:
    """The fixing of files one after the other, before their other findings are reported.

    Args:
        summary: The counts of the run.
        unsafe: Whether to make fixes that may change what a payload means.
    """

    def __init__(self, summary: Summary, *, unsafe: bool) -> None:
        self.summary = summary
        self.unsafe = unsafe

    def stream(self, stream: BinaryIO, source: Source, check: Check) -> BinaryIO:
        """Fix a file.

        Args:
            stream: The bytes of the file.
            source: The file.
            check: The function that checks bytes as those of the file.

        Returns:
            The bytes whose findings are to be reported.

        Raises:
            OSError: If the file cannot be read or written; it is then as it was.
        """
        content = stream.read()
        try:
            after = fixed(content, check, unsafe=self.unsafe)
        except MissingPackageError:  # it is reported when the file is read for the report
            return io.BytesIO(content)
        if after.left:
            say(f"{source.name}: not all is fixed, since other problems would come or something else change")
        if not after.rules:
            return io.BytesIO(content)
        self.summary.fixed_files += 1
        self.summary.fixed += after.rules.total()
        return io.BytesIO(self.put(source, content, after))

    def put(self, source: Source, before: bytes, after: Fixed) -> bytes:
        """Write a file, and return the bytes that it has now.

        Raises:
            OSError: If it cannot be written, or has changed since it was read.
        """
        file = Path(source.path)
        if read_file(file) != before:
            msg = "not fixed, since it was changed meanwhile"
            raise OSError(msg)
        if not os.access(file, os.W_OK):  # a file that takes its place would need no right to write it
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with whole_file(file) as stream:
            stream.write(after.content)
        return after.content


class DiffShower(Fixer):
    """The fixing of files of which only the difference is written.

    Args:
        summary: The counts of the run.
        unsafe: Whether to make fixes that may change what a payload means.
        out: The stream for the differences.
        color: Whether it is a terminal with colours.
    """

    def __init__(self, summary: Summary, *, unsafe: bool, out: Writable, color: bool) -> None:
        super().__init__(summary, unsafe=unsafe)
        self.out = out
        self.color = color

    def put(self, source: Source, before: bytes, after: Fixed) -> bytes:
        """Write the difference, and return the bytes of the file, which stays as it is."""
        text = before.decode()
        known = [each for each in (after.secrets, secrets_in(text)) if each is not None]

        def hide(line: str) -> str:
            line = without_keys(line)
            for secrets in known:
                line = secrets.dotted(line)
            return line

        lines = diff(source.name, text, after.content.decode(), color=self.color, hide=hide)
        self.out.write("".join(lines))
        return before
