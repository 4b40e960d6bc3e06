"""The reader of source code in the languages of the official SDKs other than Python, which is parsed by tree-sitter.

Each language turns its syntax into the same few forms (`views`); all that is known of requests is written for these.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from liveschema.lint.inputs.code.language import Language

_LANGUAGES: Final = {
    "javascript": "javascript.language:JAVASCRIPT",
    "typescript": "javascript.language:TYPESCRIPT",
    "go": "go.language:GO",
    "ruby": "ruby.language:RUBY",
    "php": "php.language:PHP",
}


def language_named(name: str) -> Language:
    """Return a language, whose grammar is imported when it is first asked for.

    Args:
        name: The name of its format.

    Returns:
        The language.

    Raises:
        ImportError: If its grammar is not installed.
    """
    module, constant = _LANGUAGES[name].split(":")
    return cast("Language", getattr(import_module(f"{__name__}.{module}"), constant))
