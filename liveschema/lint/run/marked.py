"""The test of the text of a file for the marks of a request, before it is parsed, since most files have none."""

from __future__ import annotations

from liveschema.lint.inputs import FORMATS
from liveschema.lint.inputs.marks import may_have_request, may_have_request_or_sender, may_have_sender
from liveschema.lint.paths import read_quickly

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

    from liveschema.lint.config.selection import Source

_SHORT: Final = 1_000_000
"""The most bytes of a file of data that is read as a whole before it is known to have a request."""
_WITH_SENDERS: Final = frozenset({"yaml", "markdown"})
"""The formats of data and text in which code may stand that sends requests."""


def is_marked(text: bytes, form: str) -> bool:
    """Return whether a text in a format may have a request that nothing but the text marks, without parsing it."""
    about = FORMATS[form]
    if about.is_code:
        return may_have_sender(text, about.words)
    if form in _WITH_SENDERS:
        return (form == "markdown" and _names_operation(text)) or may_have_request_or_sender(text, form, about.words)
    return may_have_request(text, form)


def is_unmarked(source: Source) -> bool:
    """Return whether it is known that nothing in the text of a file marks it; a short file is read for that.

    Raises:
        OSError: If the file cannot be read.
    """
    if not source.is_unmarked and (source.size <= _SHORT or FORMATS[source.format].is_code):
        text = read_quickly(source.path, source.size)
        source.is_unmarked = text is not None and not is_marked(text, source.format)
    return source.is_unmarked


def _names_operation(markdown: bytes) -> bool:
    from liveschema.lint.inputs.fences import names_operation  # noqa: PLC0415 - only for Markdown

    return names_operation(markdown)
