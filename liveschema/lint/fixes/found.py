"""The fixes of the problems of a request, with the edits of the file that make them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from liveschema.engine.fixes import Fix
from liveschema.engine.fixing import Mending
from liveschema.engine.problems import Problem
from liveschema.lint.findings import FileEdit, FindingFix
from liveschema.lint.fixes.edits import Edit, edits_of
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.recorded import Request


class Mendable(NamedTuple):
    """A request of a file, with the fixes of its problems.

    Args:
        payload: The payload.
        fixes: The fixes in the order in which they can be made, each with how it is made in the file.
    """

    payload: object
    fixes: list[tuple[Fix, FindingFix]]

    def after(self, made: set[FileEdit]) -> object:
        """Return the payload as it should be after some edits of the file.

        Raises:
            LookupError: If one of its fixes needs another one, which was not made.
        """
        payload = self.payload
        for fix, in_file in self.fixes:
            if made.issuperset(in_file.edits):
                payload = fix.apply(payload)
        return payload


def fixes_of(
    request: Request, problems: list[Problem], judge: Callable[[object], list[Problem]]
) -> Iterator[tuple[Problem, Fix, FindingFix]]:
    """Find the problems of a request that can be fixed in its file.

    Args:
        request: The request.
        problems: Its problems, with paths in its payload.
        judge: The function that finds them.

    Yields:
        The problems with their fixes, in the payload and in the file, those
        that are safe first. They can be made together, with or without those
        that are not safe.
    """
    mending = Mending(request.payload, problems, judge)
    for unsafe in (False, True):
        for problem in mending.choose(unsafe=unsafe):
            fix = problem.fix
            edits = None if fix is None else edits_of(fix, request.document, request.path)
            if fix is not None and edits is not None:
                made = tuple(_in_file(edit, request.document) for edit in edits)
                yield problem, fix, FindingFix(fix.title, safe=not unsafe, edits=made)


def _in_file(edit: Edit, document: Document) -> FileEdit:
    below = document.first_line - 1
    (line, column), (end_line, end_column) = (document.lines.at(offset) for offset in (edit.start, edit.end))
    old = document.text[edit.start : edit.end]
    return FileEdit(line + below, column, end_line + below, end_column, old, edit.text)
