"""A file with a payload that a workflow or a script sends."""

from __future__ import annotations

from typing import Any

from liveschema._generated.field_names import STATE
from liveschema.contract.vocabulary import Operation
from liveschema.engine.record import Record, evolve
from liveschema.engine.unknown import has_unknown
from liveschema.lint.inputs.compose import under_key
from liveschema.lint.inputs.document import Document


class SentFile(Record, eq=False):
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
            return evolve(document, is_sent=True)
        document = self._state(document) if self.is_state else document
        members = {key: value for key, value in self.members.items() if not (self.is_state and key == STATE)}
        value = {**document.value, **members} if isinstance(document.value, dict) else document.value
        return evolve(
            document,
            value=value,
            operation=self.operation,
            named_by=f"the request in {self.by}",
            is_sent=True,
            is_partial=document.is_partial or has_unknown(value),
        )

    def _state(self, document: Document) -> Document:
        """Return the document of a payload whose content state is in the file, and in options beside it."""
        from liveschema.lint.inputs.shell.cli import in_snake_case  # noqa: PLC0415 - only the command line tool has such

        state = in_snake_case(document)
        beside = self.members.get(STATE)
        if isinstance(state.value, dict) and isinstance(beside, dict):
            given = {key: value for key, value in beside.items() if isinstance(key, str)}
            state = evolve(state, value={**state.value, **given})
        return under_key(state, STATE)
