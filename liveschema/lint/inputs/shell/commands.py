"""The commands of a shell script, wherever they stand: in loops, functions, subshells, substitutions and pipes."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

import attrs

from liveschema.lint.inputs.shell.parts import Block, Command, FileInput, HereDocument, Hole, Piece, Word, assignment_in
from liveschema.lint.inputs.shell.words import LINE_END, PLACEHOLDER, TooDeepError, WordReader

_BLANK: Final = re.compile(r"(?:[ \t]|\r(?=\n|\Z))+|\\\r?\n")
_REDIRECT: Final = re.compile(r"([0-9]*|&|\{[A-Za-z_][A-Za-z0-9_]*\})(<<<|<<-?|<>|<&|<(?!\()|>>|>&|>\||>(?!\())")
_PROMPT: Final = re.compile(r"(?:[A-Za-z0-9_.-]+@[^$]*)?[$%]")
_BEFORE_PROMPT: Final = re.compile(r"(?:[^\n]*\n)*[ \t]*\Z")
_PROMPT_OF_NEXT_LINE: Final = re.compile(r"(?<=\n)>(?: |(?=\r?\n))")
_TABS: Final = re.compile(r"(?<=\n)\t+")
_OPENING: Final = frozenset({"if", "while", "until", "for", "select", "case", "{"})
_BETWEEN: Final = frozenset({"then", "else", "elif", "do"})
_CLOSING: Final = frozenset({"fi", "done", "esac", "}"})
_WITH_WORDS: Final = frozenset({"for", "select", "case"})
_SKIPPED: Final = frozenset({"!", "time", "coproc"})


@attrs.define(eq=False)
class _State:
    """What is known at a position of a script, or of a substitution in it.

    Args:
        block: The innermost block.
        commands: The commands that are complete.
        command: The command that is being read; None before its first word.
        opened: The words and parentheses that are open, from the outside.
        parentheses: How many of them a closing parenthesis can belong to.
        waiting: The here-documents that follow the line.
        is_conditional: As in the next command.
        is_piped: As in the next command.
        before: As in the next command.
        in_test: Whether the position is inside of ``[[ … ]]``.
    """

    block: Block
    commands: list[Command] = attrs.field(factory=list)
    command: Command | None = None
    opened: list[str] = attrs.field(factory=list)
    parentheses: int = 0
    waiting: list[HereDocument] = attrs.field(factory=list)
    is_conditional: bool = False
    is_piped: bool = False
    before: Command | None = None
    in_test: bool = False


def commands_in(text: str) -> list[Command]:
    """Return the commands of a script, in order; also those in substitutions, but not those in strings.

    A part that cannot be understood is left out; nothing is an error.

    Args:
        text: The script.
    """
    reader = _CommandReader(text)
    with suppress(TooDeepError):
        reader.read()
    return sorted(reader.found, key=lambda command: command.start)


class _CommandReader(WordReader):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.found: list[Command] = []
        self.state = _State(Block())

    def nested(self) -> list[Command]:
        outer = self.state
        self.state = _State(outer.block.inner())
        self.read()
        inner, self.state = self.state, outer
        outer.waiting += inner.waiting
        return inner.commands

    def read(self) -> None:
        """Read to the end, or to a closing parenthesis that nothing here has opened, which is not read."""
        while self.pos < self.end:
            if blank := _BLANK.match(self.text, self.pos, self.end):
                self.pos = blank.end()
                self.skip_gap()
            elif self.text[self.pos] == ")" and not self.state.in_test:
                if not self._close() and self.depth:
                    break
            else:
                self._token(self.text[self.pos])
        self._end_command()

    def _token(self, char: str) -> None:
        """Read what begins with a character that is not blank."""
        if char == "#":
            line_end = self.text.find("\n", self.pos, self.end)
            self.pos = line_end if line_end >= 0 else self.end
        elif char == "\n":
            self._newline()
        elif self.state.in_test and char in "<>()|&":
            self.pos += 1
        elif char == "(":
            self._open()
        elif PLACEHOLDER.match(self.text, self.pos, self.end):
            self._word()
        elif redirect := _REDIRECT.match(self.text, self.pos, self.end):
            self._redirect(redirect)
        elif char in ";&|":
            self._operator(char)
        else:
            self._word()

    def _end_command(self) -> Command | None:
        """Take what has been read as a command, if anything."""
        command, self.state.command = self.state.command, None
        self.state.in_test = False
        if command is not None:
            self.state.commands.append(command)
            self.found.append(command)
        return command

    def _command(self, start: int) -> Command:
        """Return the command that is being read; a new one begins at an offset."""
        state = self.state
        if state.command is None:
            state.command = Command(start, state.block, state.is_conditional, state.is_piped, state.before)
            state.is_conditional, state.is_piped, state.before = False, False, None
        return state.command

    def _operator(self, char: str) -> None:
        """Read what ends a command and says how the next one runs."""
        command, state = self._end_command(), self.state
        is_double = self.text.startswith(char * 2, self.pos)
        state.is_conditional = is_double and char != ";"
        state.is_piped = char == "|" and not is_double
        state.before = command if state.is_piped else None
        self.pos += 1 + (is_double or self.text.startswith("|&", self.pos))

    def _newline(self) -> None:
        """End a command at the end of its line, unless its first word is still to come, and read here-documents."""
        state = self.state
        if self._end_command() is not None:
            state.is_conditional, state.is_piped, state.before = False, False, None
        self.pos += 1
        waiting, state.waiting = state.waiting, []
        for document in waiting:
            self._here_document(document)
        self.skip_gap()

    def _open(self) -> None:
        end = self.arithmetic_end(self.pos) if self.state.command is None else None
        if end is not None:
            self.pos = end
            return
        self._end_command()
        self._push("(")
        self.pos += 1

    def _push(self, opened: str) -> None:
        self.state.opened.append(opened)
        self.state.parentheses += opened in {"(", "case"}
        self.state.block = self.state.block.inner()

    def _pop(self) -> str:
        opened = self.state.opened.pop()
        self.state.parentheses -= opened in {"(", "case"}
        self.state.block = self.state.block.parent or self.state.block
        return opened

    def _close(self) -> bool:
        """Read a closing parenthesis: of a subshell, or after a pattern of ``case``; return whether it is one."""
        self._end_command()
        if not self.state.parentheses:
            self.pos += not self.depth
            return False
        while self.state.opened[-1] not in {"(", "case"}:
            self._pop()
        if self.state.opened[-1] == "(":
            self._pop()
        self.pos += 1
        return True

    def _word(self) -> None:
        start, state = self.pos, self.state
        if self.text.startswith(("<(", ">("), start):
            self.pos += 2
            with self.deeper():
                commands = self.nested()
            self.pos = min(self.pos + 1, self.end)
            word = Word(start, self.pos, [Piece(start, self.pos, hole=Hole(commands=commands))], is_quoted=True)
        else:
            word = self.word(may_be_array=True)
        self.pos = max(self.pos, start + 1)  # whatever it is, it is not read again
        if state.command is None and self._is_keyword(word):
            self._keyword(word)
        elif state.command is not None or not self._is_prompt(word):
            self._add(self._command(start), word)

    def _add(self, command: Command, word: Word) -> None:
        assignment = None if command.words else assignment_in(word, self.text)
        if assignment is not None:
            command.assignments.append(assignment)
            return
        command.words.append(word)
        if word.plain == "[[" and len(command.words) == 1:
            self.state.in_test = True
        elif word.plain == "]]":
            self.state.in_test = False

    def _is_prompt(self, word: Word) -> bool:
        """Return whether a word is a prompt at the beginning of a line, as documentation has it."""
        if not _PROMPT.fullmatch(word.plain) or not _BEFORE_PROMPT.match(
            self.text, max(word.start - 20, 0), word.start
        ):
            return False
        self.gap = _PROMPT_OF_NEXT_LINE
        return True

    def _is_keyword(self, word: Word) -> bool:
        return word.plain in _OPENING or word.plain in _BETWEEN or word.plain in _CLOSING or word.plain in _SKIPPED

    def _keyword(self, word: Word) -> None:
        """Read a word of the shell's own language; ``for`` and ``case`` are followed by further words."""
        if word.plain in _OPENING:
            if word.plain in _WITH_WORDS:
                self._command(word.start).words.append(word)
            self._push(word.plain)
        elif word.plain not in _SKIPPED and self.state.opened and self.state.opened[-1] != "(":
            opened = self._pop()
            if word.plain in _BETWEEN:
                self._push(opened)

    def _redirect(self, found: re.Match[str]) -> None:
        """Read a redirection with its target."""
        command = self._command(self.pos)
        self.pos = found.end()
        while blank := _BLANK.match(self.text, self.pos, self.end):
            self.pos = blank.end()
        target = self.word()
        is_input = found[1] in {"", "0"}
        if found[2] in {"<<", "<<-"} and target.end > target.start:
            delimiter = "".join(piece.text or self.text[piece.start : piece.end] for piece in target.pieces)
            document = HereDocument(delimiter, not target.plain, found[2] == "<<-")
            self.state.waiting.append(document)
            if is_input:
                command.inputs.append(document)
        elif found[2] == "<<<" and is_input:
            command.inputs.append(target)
        elif found[2] == "<" and is_input and target.end > target.start:
            command.inputs.append(FileInput(target))

    def _here_document(self, document: HereDocument) -> None:
        """Read the lines of a here-document; without a closing line, it is the rest of the script, as bash has it."""
        tabs = r"\t*" if document.strips_tabs else ""
        prompt = "(?:> )?" if self.gap else ""
        in_substitution = r"|[ \t]*\)" if self.depth else ""
        closing = re.compile(
            rf"^{prompt}{tabs}{re.escape(document.delimiter)}(?=\r?$|\Z{in_substitution})", re.MULTILINE
        )
        found = closing.search(self.text, self.pos, self.end)
        outer_end, gap = self.end, self.gap
        self.end = found.start() if found else outer_end
        self.gap = _TABS if document.strips_tabs else gap
        self.skip_gap()
        if document.is_literal:
            self.copy(document.pieces, self.pos, self.end)
        else:
            self.expanding(document.pieces, "")
        self.pos, self.end, self.gap = found.end() if found else outer_end, outer_end, gap
        if line_end := LINE_END.match(self.text, self.pos, self.end):
            self.pos = line_end.end()
