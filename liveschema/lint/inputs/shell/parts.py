"""The parts of a shell script: commands, words, and the pieces of a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import attrs

_ASSIGNMENT: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(\[[^]]*\])?(\+?)=")


class Hole(NamedTuple):
    """What a piece of a word stands for, if the shell replaces it.

    Args:
        name: The variable whose value is put there; empty for anything else.
        commands: The commands whose output is put there; None for anything else.
        is_list: Whether it can become several words even in quotes, as ``"$@"`` does.
    """

    name: str = ""
    commands: Sequence[Command] | None = None
    is_list: bool = False


class Piece(NamedTuple):
    """A piece of a word.

    Args:
        start: The offset in the script at which it begins.
        end: The offset after it.
        text: The text that it stands for; None if it stands for itself.
        hole: What it stands for if the shell replaces it.
    """

    start: int
    end: int
    text: str | None = None
    hole: Hole | None = None


class Word(NamedTuple):
    """A word of a command.

    Args:
        start: The offset in the script at which it begins, with its quotes.
        end: The offset after it.
        pieces: Its pieces in order, without quotes.
        plain: The word as it is written, if it has no quotes, escapes and expansions; else empty.
        is_quoted: Whether a part of it is in quotes.
        is_whole: Whether its quotes and brackets are closed.
        items: The items of an array that is assigned.
    """

    start: int
    end: int
    pieces: Sequence[Piece]
    plain: str = ""
    is_quoted: bool = False
    is_whole: bool = True
    items: Sequence[Word] | None = None

    @property
    def may_be_many(self) -> bool:
        """Whether the shell can make several words of it, or none."""
        if any(piece.hole is not None and piece.hole.is_list for piece in self.pieces):
            return True
        return not self.is_quoted and len(self.pieces) == 1 and self.pieces[0].hole is not None


@attrs.define(eq=False)
class HereDocument:
    """A here-document: the lines after a command that are its input.

    Args:
        delimiter: The line that ends it.
        is_literal: Whether nothing is replaced in it.
        strips_tabs: Whether tabs at the beginning of its lines are removed.
        pieces: Its text, once it has been read.
    """

    delimiter: str
    is_literal: bool
    strips_tabs: bool
    pieces: list[Piece] = attrs.field(factory=list)


class FileInput(NamedTuple):
    """A file that is the input of a command."""

    word: Word


Input = HereDocument | FileInput | Word
"""What the input of a command is redirected from; a `Word` is a here-string."""


@attrs.frozen(eq=False)
class Block:
    """A part of a script that may be skipped or run in another shell, such as the body of a loop.

    Args:
        parent: The block around it; None for the script itself.
        depth: The number of blocks around it.
    """

    parent: Block | None = None
    depth: int = 0

    def inner(self) -> Block:
        """Return a new block inside this one."""
        return Block(self, self.depth + 1)

    def contains(self, other: Block | None) -> bool:
        """Return whether another block is this one, or inside of it; False also if it is very deep inside."""
        for _ in range(100):
            if other is None or other.depth <= self.depth:
                break
            other = other.parent
        return other is self


class Assignment(NamedTuple):
    """The assignment of a variable.

    Args:
        name: The variable.
        word: The value.
        is_whole: Whether the variable has this value then, rather than that something is added to it.
    """

    name: str
    word: Word
    is_whole: bool


@attrs.define(eq=False)
class Command:
    """A simple command.

    Args:
        start: The offset in the script at which it begins.
        block: The block in which it is.
        is_conditional: Whether it runs only if the command before it succeeds or fails.
        is_piped: Whether its input is the output of what is before it.
        before: The command whose output is its input, if that is a simple one.
        words: Its words.
        assignments: The assignments before them.
        inputs: What its input is redirected from; the last one counts.
    """

    start: int
    block: Block
    is_conditional: bool = False
    is_piped: bool = False
    before: Command | None = None
    words: list[Word] = attrs.field(factory=list)
    assignments: list[Assignment] = attrs.field(factory=list)
    inputs: list[Input] = attrs.field(factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all its quotes and brackets are closed."""
        return all(word.is_whole for word in self.words) and all(each.word.is_whole for each in self.assignments)


def assignment_in(word: Word, text: str) -> Assignment | None:
    """Return the assignment that a word has the form of; None if it has another form.

    Args:
        word: The word.
        text: The script.
    """
    if not word.pieces or word.pieces[0].text is not None or word.pieces[0].hole is not None:
        return None
    first = word.pieces[0]
    found = _ASSIGNMENT.match(text, first.start, first.end)
    if found is None or first.start != word.start:
        return None
    rest = [Piece(found.end(), first.end)] if found.end() < first.end else []
    value = word._replace(start=found.end(), pieces=[*rest, *word.pieces[1:]], plain="")
    return Assignment(found[1], value, is_whole=not found[2] and not found[3])
