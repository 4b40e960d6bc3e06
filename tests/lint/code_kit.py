"""What the tests of the reader of source code share."""

from __future__ import annotations

from typing import Any

import attrs
from python_kit import at, key_at, line_and_column

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.code.language import Language
from liveschema.lint.inputs.code.reader import code_in
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment

__all__ = ["Code", "at", "key_at", "line_and_column"]


@attrs.frozen
class Code:
    """The reader of a language.

    Args:
        language: The language.
        sending: How the language sends a request of which one value is an expression, which stands in ``{0}``, with
            further statements before it in ``{1}``.
        mark: What is added to each text, such as a comment that names the service.
    """

    language: Language
    sending: str
    mark: str = ""

    def documents(self, source: str, **about: Any) -> list[Document]:
        return list(code_in(self.language, Fragment.whole(source + self.mark), **about))

    def requests(self, source: str) -> list[tuple[Operation | None, Any]]:
        return [(each.operation, each.value) for each in self.documents(source) if each.value is not NOTHING]

    def request(self, source: str) -> tuple[Operation | None, Any]:
        (found,) = self.requests(source)
        return found

    def payload(self, source: str) -> Any:
        return self.request(source)[1]

    def keys(self, source: str) -> list[str]:
        """Return the texts of the API keys that are found."""
        return [each.text[slice(*place)] for each in self.documents(source)[:1] for place in each.secrets]

    def faults(self, source: str) -> list[tuple[str, int | None, int | None]]:
        return [(fault.rule, fault.line, fault.column) for each in self.documents(source) for fault in each.faults]

    def value(self, expression: str, before: str = "") -> Any:
        """Return what is known of an expression."""
        return next(
            found["value"] for _, found in self.requests(self.sending.format(expression, before)) if "value" in found
        )
