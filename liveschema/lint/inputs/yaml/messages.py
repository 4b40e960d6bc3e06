"""The messages of PyYAML's parser, in the words of our messages."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from yaml.error import MarkedYAMLError


class Explanation(NamedTuple):
    """What is wrong with a text, and what to change.

    Args:
        message: What was expected, then what was found.
        hint: What to change; None if that is not known.
    """

    message: str
    hint: str | None = None


_SPACES: Final = "a tab can separate values, but not indent them"
_KNOWN: Final = {
    "mapping values are not allowed here": Explanation(
        "a colon and a space must follow a key, got them inside a value", "quote a text that contains them"
    ),
    "mapping keys are not allowed here": Explanation(
        "a question mark and a space must begin a key, got them inside a value", "quote a text that contains them"
    ),
    "sequence entries are not allowed here": Explanation("a list item must begin a line, got it after a value"),
    "found character '\\t' that cannot start any token": Explanation(
        "a line must be indented with spaces, got a tab", _SPACES
    ),
    "found a tab where a line must be indented with spaces": Explanation(
        "a line must be indented with spaces, got a tab", _SPACES
    ),
    "found a question mark without a space after it": Explanation(
        "a question mark must have a space after it, got none", "quote a text that begins with a question mark"
    ),
    "found an anchor or an alias without a space after its name": Explanation(
        "the name of an anchor or an alias must have a space after it, got none",
        "quote a text that begins with & or *",
    ),
    "found a comment without a space before it": Explanation("a comment must have a space before it, got none"),
    "found the end of the text in a line of a block scalar": Explanation(
        "the last line of a block scalar must have a line end, got spaces without one", "remove the spaces"
    ),
    "found a text that is indented less than the empty lines before it": Explanation(
        "the empty lines before a text must not be indented more than it, got more spaces", "remove the spaces"
    ),
    "found a directive without the end of a document before it": Explanation(
        "a directive must follow a line with ..., got none"
    ),
    "found an escape of half a surrogate pair": Explanation(
        "an escape must be that of a character, got half of a surrogate pair", "write the character itself"
    ),
    "found a directive other than %YAML 1.2 and %TAG": Explanation(
        "a directive must be %YAML 1.2 or %TAG, got something else", "leave the directive out"
    ),
}
_EXPECTED: Final = re.compile(r"(?:expected|could not find expected) (.*?)(?:, but (?:found|got) (.*))?")
_WORDS: Final = {
    "the node content": "a value",
    "'<document start>'": "the end of the text",
    "<block end>": "a key or an item at this indentation",
    "'<scalar>'": "a value",
    "'<anchor>'": "an anchor",
    "'<alias>'": "an alias",
    "'<tag>'": "a tag",
    "'<block mapping start>'": "a key",
    "'<block sequence start>'": "a list item",
    "'<block end>'": "less indentation",
    "'<document end>'": "the end of the document",
    "'<stream end>'": "the end of the text",
    "'\\x00'": "the end of the text",
    "'\\n'": "the end of the line",
    "'\\r'": "the end of the line",
}
"""What PyYAML calls the things that it expects and finds."""


def explain(error: MarkedYAMLError) -> Explanation:
    """Convert an error of the parser.

    Args:
        error: The error.

    Returns:
        The message and the hint.
    """
    problem = error.problem or ""
    if problem in _KNOWN:
        return _KNOWN[problem]
    if expected := _EXPECTED.fullmatch(problem):
        what, found = (_WORDS.get(each, each) for each in (expected[1], expected[2] or "something else"))
        return Explanation(f"expected {what}, got {found}")
    if problem.startswith("found "):
        return Explanation(f"the text must be YAML, got {problem.removeprefix('found ')}")
    return Explanation(f"the text must be YAML: {problem}")
