"""A file with a payload that a workflow or a script sends."""

from __future__ import annotations

from typing import Any

import attrs

from liveschema._generated.field_names import STATE
from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import has_unknown
from liveschema.lint.inputs.compose import under_key
from liveschema.lint.inputs.document import Document


@attrs.frozen(eq=False)
class SentFile:
    """What is known of the payload in a file by the request that names the file.

    Args:
        by: The file with this request, and its line.
        operation: The operation; None if it cannot be known, or if several requests name the file.
        members: The members that the request adds to the payload.
        is_state: Whether the file has only the content state.
    """

    by: str
    operation: Operation | None
    members: dict[Any, Any]
    is_state: bool = False

    def payload(self, document: Document) -> Document:
        """Return the document of the payload that is sent, from the document of the file."""
        if not document.readable:
            return attrs.evolve(document, is_sent=True)
        members = self.members
        if self.is_state:
            document = under_key(document, STATE)
            members = {key: value for key, value in members.items() if key != STATE}
        value = {**document.value, **members} if isinstance(document.value, dict) else document.value
        return attrs.evolve(
            document,
            value=value,
            operation=self.operation,
            named_by=f"the request in {self.by}",
            is_sent=True,
            is_partial=document.is_partial or has_unknown(value),
        )
