"""The check of single payloads, from a document to its findings."""

from __future__ import annotations

from liveschema.lint.run.recognise import recognise
from liveschema.lint.run.verdict import is_clean

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from liveschema.lint.inputs.document import Document
    from liveschema.lint.results import FileResult
    from liveschema.lint.run.context import FileContext


def lint_document(document: Document, context: FileContext, result: FileResult) -> None:
    """Check a document.

    Args:
        document: The document.
        context: The context of its file.
        result: The result to which findings and counts are added.
    """
    found = recognise(document, context, result)
    requests = [each for each in found.requests if context.verbose or context.keep or not is_clean(each, context)]
    if requests or found.problems:
        from liveschema.lint.run.place import add_findings  # noqa: PLC0415 - as above
        from liveschema.lint.run.problems import problems_of  # noqa: PLC0415 - most documents have no problem

        problems = [*found.problems]
        for request in requests:
            problems += problems_of(request, document, context, result)
        add_findings(problems, document, context.path, result)
