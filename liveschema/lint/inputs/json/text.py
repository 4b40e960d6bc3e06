"""The reader of JSON texts."""

from __future__ import annotations

from liveschema.lint.inputs.document import Document
from liveschema.text.lines import Lines
from liveschema.text.strict import strict_value

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from liveschema.engine.problems import Path, Problem
    from liveschema.text.positions import Place


def json_document(text: str | bytes, first_line: int = 1, **about: Any) -> Document:  # noqa: ANN401 - the fields of a Document
    """Read a JSON text as a document.

    Args:
        text: The text, or its bytes.
        first_line: The line of the file at which the text begins.
        about: Further fields of the `Document`.

    Returns:
        The document.
    """
    faults: list[Problem] = []
    try:
        whole = text if isinstance(text, str) else text.decode()
        value = strict_value(whole)
    except (ValueError, RecursionError):
        from liveschema.text.read import read_json  # noqa: PLC0415 - most texts have no fault

        value, faults = read_json(text, first_line)
        whole = text if isinstance(text, str) else text.decode(errors="replace")

    def locator(paths: Iterable[Path]) -> Mapping[Path, Place]:
        from liveschema.text.read import locate  # noqa: PLC0415 - as above

        return locate(whole, paths)

    return Document(whole, value, faults, locator, Lines(whole), first_line, **about)
