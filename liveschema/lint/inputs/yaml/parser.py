"""The YAML parser: PyYAML's in Python, made strict, and libyaml for the texts that both read alike.

PyYAML is built with libyaml or without it, and the two read some texts
differently. The parser in Python decides: it is always there. libyaml, which is
several times as fast, is used only for texts without any construct that the two
may read differently, and only its reading of a faultless text counts.
"""

from __future__ import annotations

import re
from typing import Any, Final, NoReturn

from yaml.events import DocumentEndEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import AliasToken, AnchorToken, DirectiveToken, ScalarToken

try:
    from yaml import cyaml
except ImportError:
    FastParser: Any = None
else:
    FastParser = cyaml.CParser  # type: ignore[attr-defined]  # the stubs lack it
"""The parser of libyaml; None if PyYAML is built without it."""

FORBIDDEN: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""The characters that YAML forbids, and those that YAML 1.1 and 1.2 read differently: more line ends, and BOM."""

DOUBTFUL: Final = re.compile(
    r"""
      \t
    | ^%                           # a directive
    | (?<!\w)[?!]                   # a key indicator or a tag, or in quotes or a text
    | (?<!\w)&[\w-]                 # an anchor
    | -[,\[\]{}]                    # a list item in a flow collection
    | (?:[^\s\w]|[|>][-+0-9]+)\#    # a comment without a space before it
    | \r(?!\n)
    | \n[ ]+\Z                      # the last line of a block scalar
    """,
    re.MULTILINE | re.VERBOSE,
)
"""What libyaml and `StrictParser` may read differently, and more, in texts without what `FORBIDDEN` finds."""

_LINE_ENDS: Final = "\0\r\n"
_BLANK: Final = " \t" + _LINE_ENDS
_FLOW_INDICATORS: Final = ",[]{}"
_BLOCK_WORD: Final = re.compile(r"(?!#)(?:[^\0 \t\r\n:]|:(?![\0 \t\r\n]))+")
_FLOW_WORD: Final = re.compile(r"(?!#)(?:[^\0 \t\r\n:,\[\]{}]|:(?![\0 \t\r\n,\[\]{}]))+")
_SPACE: Final = re.compile(r"[ \t]*")
_LINE_REST: Final = re.compile(r"[^\0\r\n]*")
_DOCUMENT_MARKER: Final = re.compile(r"(?:---|\.\.\.)(?=[\0 \t\r\n])")
_DIRECTIVE: Final = re.compile(r"%(?:YAML +1\.[12]|TAG +[^\0 \t\r\n]+ +[^\0 \t\r\n]+) *(?: #[^\0\r\n]*)?(?=[\0\r\n])")
_SPACES_AT_LAST: Final = re.compile(r"[\r\n] +\Z")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class StrictParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python, which also refuses what YAML 1.2 reads differently or not at all.

    In addition, it reads tabs between tokens and in plain scalars, and question
    marks in plain scalars of flow collections, as YAML 1.2 and libyaml do.

    Args:
        text: The text; it has no characters that `FORBIDDEN` finds.
    """

    allow_simple_key: bool

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def refuse(self, problem: str) -> NoReturn:
        """Raise an error at the current position."""
        raise ScannerError(problem=problem, problem_mark=self.get_mark())

    def scan_to_next_token(self) -> None:
        """Skip white space and comments up to the next token."""
        while True:
            blank = self._blank()
            start = self.pointer + len(blank)
            if self.buffer[start] == "#":
                self.forward(len(blank))
                if start and self.buffer[start - 1] not in _BLANK:
                    self.refuse("found a comment without a space before it")
                self.forward(len(_LINE_REST.match(self.buffer, start)[0]))  # type: ignore[index]  # it matches nothing too
            elif self.buffer[start] in _LINE_ENDS:
                self.forward(len(blank))
            else:
                self._skip_before_token(blank)
                return
            if not self._scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _skip_before_token(self, blank: str) -> None:
        """Skip the white space before a token, up to the first tab that is not allowed there."""
        if self.flow_level:
            if self.column == 0:
                self._refuse_tab_as_indentation(blank)
        elif self.allow_simple_key:
            blank = blank.partition("\t")[0]  # a key or a list item may follow, and is indented with spaces only
        self.forward(len(blank))

    def _scan_line_break(self) -> bool:
        return bool(self.scan_line_break())  # type: ignore[no-untyped-call]

    def _blank(self) -> str:
        """Return the spaces and tabs that follow."""
        found = _SPACE.match(self.buffer, self.pointer)
        return str(found[0]) if found else ""

    def _refuse_tab_as_indentation(self, blank: str) -> None:
        """Raise an error if the white space at the start of a line has a tab instead of a space of its indentation."""
        tab = blank.find("\t")
        if 0 <= tab <= self.indent:
            self.forward(tab)
            self.refuse("found a tab where a line must be indented with spaces")

    def scan_plain(self) -> ScalarToken:
        """Scan a plain scalar, which may continue on further lines."""
        start = end = self.get_mark()
        word = _FLOW_WORD if self.flow_level else _BLOCK_WORD
        pieces: list[str] = []
        gap = ""
        while found := word.match(self.buffer, self.pointer):
            self.allow_simple_key = False
            pieces += gap, found[0]
            self.forward(len(found[0]))
            end = self.get_mark()
            gap = self._scan_gap()
            if not gap or (not self.flow_level and self.column <= self.indent):
                break
        return ScalarToken("".join(pieces), plain=True, start_mark=start, end_mark=end)

    def _scan_gap(self) -> str:
        """Scan the white space after a word of a plain scalar; return what stands for it, or nothing at its end."""
        blank = self._blank()
        self.forward(len(blank))
        breaks = 0
        while self._scan_line_break():
            self.allow_simple_key = True
            breaks += 1
            if _DOCUMENT_MARKER.match(self.buffer, self.pointer):
                return ""
            margin = self._blank()
            if self.buffer[self.pointer + len(margin)] not in _LINE_ENDS + "#":
                self._refuse_tab_as_indentation(margin)
            self.forward(len(margin))
        return blank if not breaks else "\n" * (breaks - 1) or " "

    def check_plain(self) -> bool:
        """Return whether a plain scalar begins here."""
        if self.flow_level and self.peek() == "-" and self.peek(1) in _FLOW_INDICATORS:
            return False
        return bool(super().check_plain())

    def fetch_key(self) -> None:
        """Scan the indicator of a key, which YAML 1.1 allows directly before the key in flow collections."""
        if self.peek(1) not in _BLANK:
            self.refuse("found a question mark without a space after it")
        super().fetch_key()

    def scan_anchor(self, TokenClass: type[AnchorToken | AliasToken]) -> AnchorToken | AliasToken:  # noqa: N803
        """Scan an anchor or an alias, whose name YAML 1.2 continues up to a space."""
        token: AnchorToken | AliasToken = super().scan_anchor(TokenClass)  # type: ignore[no-untyped-call]
        if self.peek() not in _BLANK + (_FLOW_INDICATORS if self.flow_level else ""):
            self.refuse("found an anchor or an alias without a space after its name")
        return token

    def scan_directive(self) -> DirectiveToken:
        """Scan a directive; those that YAML may have in future could change what the text means."""
        if not _DIRECTIVE.match(self.buffer, self.pointer):
            self.refuse("found a directive other than %YAML 1.2 and %TAG")
        return super().scan_directive()

    def parse_document_end(self) -> DocumentEndEvent:
        """Parse the end of a document, which must be marked before a directive, since a text may begin like one."""
        event: DocumentEndEvent = super().parse_document_end()
        if not event.explicit and self.check_token(DirectiveToken):
            mark = self.peek_token().start_mark  # type: ignore[no-untyped-call]
            raise ScannerError(problem="found a directive without the end of a document before it", problem_mark=mark)
        return event

    def scan_block_scalar(self, style: str) -> ScalarToken:
        """Scan a block scalar, of which every line is certain to belong to it or not."""
        start = self.pointer
        token = super().scan_block_scalar(style)
        if self.peek() == "\t":
            self.refuse("found a tab where a line must be indented with spaces")
        if self.peek() == "#" and self.column > self.indent and not token.value.strip():
            self.refuse("found a text that is indented less than the empty lines before it")
        if self.peek() == "\0" and _SPACES_AT_LAST.search(self.buffer, start, self.pointer):
            header = self.buffer[start:].splitlines()[0].partition("#")[0]
            if "+" in header or token.value.endswith(" "):
                self.refuse("found the end of the text in a line of a block scalar")
        return token

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Scan a scalar in quotes, whose escapes are those of whole characters."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except (OverflowError, ValueError):  # from `chr`
            self.refuse("found an escape beyond U+10FFFF")
        if _SURROGATE.search(token.value):
            raise ScannerError(problem="found an escape of half a surrogate pair", problem_mark=start)
        return token
