"""What is known of the words and the input of a command, by the assignments and commands before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from liveschema.engine.unknown import UNKNOWN, Unknown
from liveschema.lint.inputs.document import BodyFile
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.shell.commands import commands_in
from liveschema.lint.inputs.shell.output import printed
from liveschema.lint.inputs.shell.parts import (
    Assignment,
    Command,
    FileInput,
    HereDocument,
    Hole,
    Piece,
    Word,
    assignment_in,
)

_DECLARING: Final = frozenset({"export", "readonly", "local", "declare", "typeset"})
_SETTING: Final = frozenset({"read", "unset", "printf", "mapfile", "readarray", "getopts", "let", "for", "select"})
_RUNNING: Final = frozenset({"source", ".", "eval"})
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_DEEPEST: Final = 8
"""The most variables and substitutions inside each other that are replaced."""


class Text:
    """The text of a word, as far as it is known.

    Args:
        script: The script.
        pieces: The pieces of the text; only those that are not known are holes.
        start: The offset in the script at which the word begins.
        end: The offset after it.
    """

    def __init__(self, script: Fragment, pieces: Sequence[Piece], start: int, end: int) -> None:
        self.script = script
        self.pieces = pieces
        self.start = start
        self.end = end

    @cached_property
    def fragment(self) -> Fragment:
        """The text with its places in the file."""
        writer = FragmentWriter(self.script)
        for piece in self.pieces:
            if piece.hole is not None:
                writer.put(HOLE, piece.start, piece.end)
            elif piece.text is None:
                writer.copy(piece.start, piece.end)
            else:
                writer.put(piece.text, piece.start, piece.end)
        return writer.finish()

    @property
    def text(self) -> str:
        """The text, with holes for what is not known."""
        return self.fragment.text

    def after(self, length: int) -> Text:
        """Return the text without a number of characters at its beginning."""
        rest: list[Piece] = []
        start = self.end
        for piece in self.pieces:
            size = 1 if piece.hole is not None else piece.end - piece.start if piece.text is None else len(piece.text)
            dropped = min(length, size)
            length -= dropped
            if dropped < size:
                kept = piece._replace(text=piece.text[dropped:]) if piece.text is not None else piece
                kept = kept._replace(start=piece.start + dropped) if piece.text is None and dropped else kept
                start = kept.start if not rest else start
                rest.append(kept)
        return Text(self.script, rest, start, self.end)


Content = Text | BodyFile | Unknown
"""What is known of the body of a request or of the input of a command: its text, the file that has it, or nothing."""


_ARITHMETIC: Final = re.compile(r"\(\((?:[^()]|\([^()]*\)){0,500}?\)\)|\blet[ \t][^\n;]*")
_COMPUTED: Final = re.compile(
    r"(?:\+\+|--)[ \t]*([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]*(?:\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))"
)
"""What sets a variable in an arithmetic expression."""


class Script:
    """A shell script.

    Args:
        fragment: The script as it stands in a file.
    """

    def __init__(self, fragment: Fragment) -> None:
        self.fragment = fragment
        self.commands: list[Command] = commands_in(fragment.text)
        self._assigned: dict[str, list[tuple[Command, Assignment | None]]] = defaultdict(list)
        self._running: list[int] = []
        self.budget: int = 2 * len(fragment.text) + 100_000
        """How many characters may still be put in place of variables, so that variables in variables cost little."""
        for command in self.commands:
            self._note(command)
        self._computed = {
            name
            for expression in _ARITHMETIC.finditer(fragment.text)
            for names in _COMPUTED.findall(expression[0])
            for name in names
        }

    def _note(self, command: Command) -> None:
        """Note which variables a command sets."""
        first = command.words[0].plain if command.words else ""
        if not command.words or first in _DECLARING:
            declared = [assignment_in(word, self.fragment.text) for word in command.words[1:]]
            for assignment in (*command.assignments, *declared):
                if assignment is not None:
                    self._assigned[assignment.name].append((command, assignment if assignment.is_whole else None))
        if first == "read" and len(command.inputs) == 1 and isinstance(command.inputs[0], HereDocument):
            self._note_read(command, command.inputs[0])
        elif first in _SETTING or first in _DECLARING - {"export", "readonly"}:
            for word in command.words[1:]:
                if _NAME.match(word.plain):
                    self._assigned[word.plain].append((command, None))
        elif first in _RUNNING:
            self._running.append(command.start)

    def _note_read(self, command: Command, document: HereDocument) -> None:
        """Note the variables that ``read`` sets, of which the last one gets all of a here-document with ``-d ''``."""
        names = [word.plain for word in command.words[1:] if _NAME.match(word.plain)]
        takes_all = any(word.plain.startswith("-") and word.plain.endswith("d") for word in command.words)
        for name in names:
            word = Word(command.start, command.start, document.pieces)
            assignment = Assignment(name, word, is_whole=True) if takes_all and len(names) == 1 else None
            self._assigned[name].append((command, assignment))

    def assignment(self, name: str, user: Command) -> tuple[Command, Assignment] | None:
        """Return the assignment whose value a variable certainly has in a command, with its own command.

        Args:
            name: The variable.
            user: The command.

        Returns:
            The only assignment in the script, if it certainly comes before the command; else None.
        """
        assigned = self._assigned.get(name, ())
        if len(assigned) != 1 or name in self._computed:
            return None
        command, assignment = assigned[0]
        is_certain = not command.is_conditional and not command.is_piped and command.block.contains(user.block)
        if assignment is None or not is_certain or command.start >= user.start:
            return None
        between = bisect_left(self._running, user.start) - bisect_right(self._running, command.start)
        return None if between else (command, assignment)


def _without_line_ends(pieces: list[Piece], script: str) -> list[Piece]:
    """Remove the line ends at the end of pieces, as the shell does with what a command prints."""
    while pieces and pieces[-1].hole is None:
        last = pieces.pop()
        written = script[last.start : last.end] if last.text is None else last.text
        kept = written.rstrip("\r\n")
        if kept:
            is_copy = last.text is None
            pieces.append(last._replace(end=last.start + len(kept)) if is_copy else last._replace(text=kept))
            break
    return pieces


class Values:
    """What is known of the words and the input of one command.

    Args:
        script: The script.
        command: The command.

    Attributes:
        heads: The offsets at which the command begins, and those of the assignments that it uses.
    """

    def __init__(self, script: Script, command: Command) -> None:
        self.script = script
        self.command = command
        self.heads: list[int] = [command.start]

    def words(self) -> Iterator[Word]:
        """Yield the words of the command, with the items of arrays that are known."""
        for word in self.command.words:
            hole = word.pieces[0].hole if len(word.pieces) == 1 else None
            found = self.script.assignment(hole.name, self.command) if hole and hole.is_list else None
            if found is None or found[1].word.items is None:
                yield word
            else:
                self.heads.append(found[0].start)
                yield from self._within_budget(found[1].word.items)

    def _within_budget(self, items: Sequence[Word]) -> Sequence[Word]:
        self.script.budget -= 10 * len(items)
        return items if self.script.budget > 0 else []

    def text(self, word: Word) -> Text:
        """Return what is known of the text of a word."""
        return Text(self.script.fragment, list(self._expanded(word.pieces, self.command, 0)), word.start, word.end)

    def content(self, word: Word) -> Content:
        """Return what is known of the text of a word, which may be the output of a command that prints a file."""
        hole = word.pieces[0].hole if len(word.pieces) == 1 else None
        if hole is not None and hole.commands is not None and len(hole.commands) == 1:
            found = self._output(hole.commands[0], 1)
            return UNKNOWN if found is None else self._content(found, word.start, word.end)
        return self.text(word)

    def input(self) -> Content:
        """Return what is known of the input of the command."""
        found = self._input(self.command, 0)
        return UNKNOWN if found is None else self._content(found, self.command.start, self.command.start)

    def _content(self, found: Sequence[Piece] | BodyFile, start: int, end: int) -> Content:
        return found if isinstance(found, BodyFile) else Text(self.script.fragment, found, start, end)

    def _expanded(self, pieces: Sequence[Piece], user: Command, depth: int) -> Iterator[Piece]:
        """Replace the variables and substitutions in pieces that are known."""
        for piece in pieces:
            known = self._known(piece.hole, user, depth) if piece.hole is not None else None
            if known is not None:
                yield from known
            else:
                yield piece

    def _known(self, hole: Hole, user: Command, depth: int) -> Sequence[Piece] | None:
        if depth == _DEEPEST or self.script.budget <= 0:
            return None
        if hole.commands is not None:
            found = self._output(hole.commands[0], depth + 1) if len(hole.commands) == 1 else None
            return _without_line_ends(found, self.script.fragment.text) if isinstance(found, list) else None
        assigned = None if hole.is_list else self.script.assignment(hole.name, user)
        if assigned is None or assigned[1].word.items is not None or not assigned[0].is_whole:
            return None
        self.heads.append(assigned[0].start)
        pieces = list(self._expanded(assigned[1].word.pieces, assigned[0], depth + 1))
        self.script.budget -= 10 + sum(len(piece.text or "") + piece.end - piece.start for piece in pieces)
        return pieces

    def _input(self, command: Command, depth: int) -> list[Piece] | BodyFile | None:
        if not command.inputs:
            return self._output(command.before, depth + 1) if command.before is not None else None
        given = command.inputs[-1]
        if isinstance(given, FileInput):
            return self._file(given.word, command, depth)
        return list(self._expanded(given.pieces, command, depth + 1))

    def _file(self, word: Word, user: Command, depth: int) -> BodyFile | None:
        text = Text(self.script.fragment, list(self._expanded(word.pieces, user, depth + 1)), 0, 0).text
        return BodyFile(text) if text and HOLE not in text else None

    def _output(self, command: Command, depth: int) -> list[Piece] | BodyFile | None:
        """Return what a command prints, if it is one that prints its words, its input or a file."""
        if depth >= _DEEPEST or not command.is_whole:
            return None
        if not command.words:
            has_file = len(command.inputs) == 1 and isinstance(command.inputs[0], FileInput)
            return self._input(command, depth) if has_file and not command.assignments else None
        name, *words = command.words
        if name.plain == "cat":
            if not words or [word.plain for word in words] == ["-"]:
                return self._input(command, depth)
            is_option = words[0].plain.startswith("-")
            return self._file(words[0], command, depth) if len(words) == 1 and not is_option else None
        expanded = [list(self._expanded(word.pieces, command, depth + 1)) for word in words]
        return printed(name.plain, expanded, self.script.fragment.text)
