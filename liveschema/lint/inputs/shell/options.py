"""The options of a command, in the forms that most commands understand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.shell.parts import Word
from liveschema.lint.inputs.shell.values import Content, Text, Values

POSITIONAL: Final = ""
"""The name of what is no option."""
MORE_WORDS: Final = "…"
"""The name of a word that stands for others, which may be options."""
_ELISIONS: Final = frozenset({"...", "…"})


class Option(NamedTuple):
    """An option of a command, or another word.

    Args:
        name: Its name without hyphens, or `POSITIONAL` or `MORE_WORDS`.
        text: Its value, or the word; empty for an option without a value.
        content: The same; a file if the word is the output of a command that prints one.
    """

    name: str
    text: Text
    content: Content


class Grammar(NamedTuple):
    """What options a command has.

    Args:
        letters: The names of the short options with a value, by letter.
        names: The names of the long options with a value.
        flags: The names of the long options without one; all others have one, if any are named here.
    """

    letters: Mapping[str, str]
    names: Collection[str]
    flags: Collection[str] = ()


def options_in(values: Values, words: Iterator[Word], grammar: Grammar) -> Iterator[Option]:
    """Yield the options and other words of a command, in order.

    Args:
        values: What is known of the command.
        words: The words after its name.
        grammar: The options that it has.
    """
    for word in words:
        text = values.text(word)
        written = text.text
        if written == "--":
            yield from (Option(POSITIONAL, values.text(each), values.content(each)) for each in words)
        elif _is_more(word, written):
            yield Option(MORE_WORDS, text, text)
        elif written.startswith("--"):
            yield _long(values, word, words, grammar)
        elif written.startswith("-") and len(written) > 1:
            yield from _short(values, text, words, grammar)
        else:
            yield Option(POSITIONAL, text, values.content(word))


def _is_more(word: Word, written: str) -> bool:
    """Return whether a word may stand for several others, or for none."""
    if written in _ELISIONS or (written.startswith("[") and written.endswith("]")):
        return True
    if written.strip(HOLE):
        return word.may_be_many and any(character.isspace() for character in written)
    return bool(written) and (word.may_be_many or not word.is_quoted)


def _long(values: Values, word: Word, words: Iterator[Word], grammar: Grammar) -> Option:
    text = values.text(word)
    name, equals, _ = text.text[2:].partition("=")
    if equals:
        value = text.after(len(name) + 3)
        is_output = len(word.pieces) == 2 and word.pieces[1].hole is not None  # noqa: PLR2004 - the name and the value
        return Option(name, value, values.content(word._replace(pieces=word.pieces[1:])) if is_output else value)
    if name in grammar.names or (grammar.flags and name not in grammar.flags):
        return _with_next(values, name, text, words)
    return Option(name, *_nothing(text))


def _nothing(text: Text) -> tuple[Text, Text]:
    """Return the value and content of an option without a value."""
    empty = Text(text.script, (), text.end, text.end)
    return empty, empty


def _with_next(values: Values, name: str, text: Text, words: Iterator[Word]) -> Option:
    """Return an option whose value is the next word; it is empty if there is none."""
    word = next(words, None)
    return Option(name, *_nothing(text)) if word is None else Option(name, values.text(word), values.content(word))


def _short(values: Values, text: Text, words: Iterator[Word], grammar: Grammar) -> Iterator[Option]:
    """Yield the options of a word such as ``-sSXPOST``."""
    written = text.text
    for at, letter in enumerate(written[1:], start=2):
        name = grammar.letters.get(letter)
        if name is None:
            yield Option(letter, *_nothing(text))
        elif at < len(written):
            value = text.after(at)
            yield Option(name, value, value)
            return
        else:
            yield _with_next(values, name, text, words)
            return
