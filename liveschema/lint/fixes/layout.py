"""How the members of an object stand in a text: with commas between them, or one to a line as in YAML."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import Any, Final, NamedTuple

from liveschema.engine.fixes import value_at
from liveschema.engine.problems import Path
from liveschema.engine.unknown import More
from liveschema.lint.inputs.document import Document
from liveschema.text.positions import Place, Span

_SEPARATOR: Final = re.compile(r"\s*(?:=>|[:=])\s*")
_OPTION: Final = re.compile(r"[ \t]--[a-z-]+(?:=|[ \t]+)[\"']?\Z")
_SPACES: Final = re.compile(r"[ \t]*")
_SPACE: Final = r"(?>(?:\s++|\\[nrt])*)"
"""White space, perhaps written with escapes, as in JSON in a string of JSON."""
_COMMA: Final = re.compile(f"{_SPACE},{_SPACE}")
_CLOSING_BRACKET: Final = re.compile(rf"{_SPACE},?{_SPACE}(?=[)}}\]])")
_COMMA_AND_COMMENT: Final = re.compile(rf"{_SPACE},[ \t]*(?:(?:#|//)[^\r\n]*[\r\n])?{_SPACE}")
"""What stands between two members, with a comment on the first one."""
_NEW_LINES: Final = re.compile(r"(?>(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n))+)[ \t]*+(?>(?:- )*)")
"""What stands between two members of a block: the rest of a line, perhaps lines of comments, and an indentation."""
_QUOTED: Final = re.compile(r"[\\\"'`]+")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_CLOSING: Final = ("}", "]", ")")
_OPENING: Final = re.compile(rf"[\w.:>\[\]$*&-]*[({{\[]({_SPACE})")
"""The bracket before the first member, after the name of a type or function in some languages."""
_MULTILINE_QUOTES: Final = ("`", '"""', "'''", "<<")


class UneditableError(LookupError):
    """The signal that a text has another form than the ones that are known how to edit."""


class KeyedPlace(NamedTuple):
    """The place of a member with a key.

    Args:
        key: The range of the key.
        value: The range of the value.
    """

    key: Span
    value: Span


class MemberPlace(NamedTuple):
    """A member in a text.

    Args:
        name: The name.
        key: The range of the key.
        value: The offset at which the value begins.
        end: The offset at which the value ends.
        content: The value.
    """

    name: str
    key: tuple[int, int]
    value: int
    end: int
    content: Any

    @property
    def start(self) -> int:
        """The offset at which the member begins."""
        return self.key[0]

    def separator(self, text: str) -> str:
        """Return the sign between the name and the value."""
        return text[self.key[1] : self.value].strip()


def placed_value(document: Document, path: Path) -> KeyedPlace:
    """Return the place of a value that stands after its key.

    Raises:
        UneditableError: If the value stands elsewhere, or the key stands nowhere.
    """
    return _keyed(document, document.locator([path]).get(path))


def own_value(document: Document, path: Path) -> tuple[int, int]:
    """Return the range of a value that stands after its key, in its list, or after its option in a command.

    Raises:
        UneditableError: If the value stands elsewhere.
    """
    places = document.locator([path, path[:-1]])
    place, outer = places.get(path), places.get(path[:-1])
    if place is None or place.key is not None:
        return _keyed(document, place).value.range
    start, end = place.value.range
    is_inside = outer is not None and outer.value.start <= start and end <= outer.value.end
    if not is_inside and not _OPTION.search(document.text[line_start(document.text, start) : start]):
        raise UneditableError
    return start, end


def _keyed(document: Document, place: Place | None) -> KeyedPlace:
    key = None if place is None else place.key
    if (
        place is None
        or key is None
        or not _SEPARATOR.fullmatch(document.text, key.end, max(place.value.start, key.end))
    ):
        raise UneditableError
    return KeyedPlace(key, place.value)


def name_in(text: str, stretch: tuple[int, int], name: str) -> int:
    """Return the offset of a name in a range that has only the name and quotes or other signs around it.

    Raises:
        UneditableError: If the range has it in another form, or something else besides it.
    """
    start, end = stretch
    before, found, after = text[start:end].partition(name)
    if not found or re.search(r"\w", before + after):
        raise UneditableError
    return start + len(before)


def line_start(text: str, offset: int) -> int:
    """Return the offset at which the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Return the offset at which the line of an offset ends, without its line end.

    Raises:
        UneditableError: If there is something else than a comment in the rest of the line.
    """
    rest = re.compile(r"(?:[ \t]+#[^\r\n]*|[ \t]*)(?=[\r\n]|\Z)").match(text, offset)
    if rest is None:
        raise UneditableError
    return rest.end()


def indented(written: str, old: str, new: str, *, is_block: bool) -> str:
    """Return a member for another depth, with another indentation of all lines but the first.

    Args:
        written: The member.
        old: The indentation of the first line.
        new: The indentation that it gets.
        is_block: Whether the indentation has a meaning, so that it must be changed.

    Raises:
        UneditableError: If it must be changed and cannot be.
    """
    first, *lines = written.splitlines(keepends=True)
    if any(each in written for each in _MULTILINE_QUOTES) or any(
        line.strip() and not line.startswith(old) for line in lines
    ):
        if is_block and lines:
            raise UneditableError
        return written
    return first + "".join(new + line[len(old) :] if line.strip() else line for line in lines)


class Members:
    """The members of an object in a text, at least one.

    Args:
        text: The text.
        start: The offset at which the object begins.
        members: The members.

    Raises:
        UneditableError: If they do not follow each other in the text.
    """

    def __init__(self, text: str, start: int, members: list[MemberPlace]) -> None:
        self.text = text
        self.start = start
        self.sorted: list[MemberPlace] = sorted(members, key=lambda each: each.start)
        self.by_name: dict[str, MemberPlace] = {each.name: each for each in members}
        if not members or any(one.end > other.start for one, other in pairwise(self.sorted)):
            raise UneditableError

    @classmethod
    def of(cls, document: Document, path: Path) -> Members:
        """Return the members of the object at a path of a document.

        Raises:
            UneditableError: If there is no such object, or a member is not known or stands elsewhere.
        """
        value = value_at(document.value, path)
        if any(isinstance(name, More) for name in value):
            raise UneditableError
        places = document.locator([path, *((*path, name) for name in value)])
        members = []
        for name, content in value.items():
            key, span = _keyed(document, places.get((*path, name)))
            end = _end_of(document, (*path, name), content, span)
            members.append(MemberPlace(name, key.range, span.start, end, content))
        return cls(document.text, places[path].value.start, members)

    @property
    def indentation(self) -> str:
        """What stands before the members in a line, with spaces for the dash of an item."""
        first = self.sorted[0].start
        return re.sub(r"\S", " ", self.text[line_start(self.text, first) : first]) if self.is_block else self._margin

    @property
    def _margin(self) -> str:
        """The spaces or tabs at the beginning of the line of the first member."""
        return _SPACES.match(self.text, line_start(self.text, self.sorted[0].start))[0]  # type: ignore[index]  # it matches nothing as well

    @cached_property
    def is_block(self) -> bool:
        """Whether each member begins a line, without a comma between them, as in YAML."""
        return len(self.sorted) > 1 and all(
            _NEW_LINES.fullmatch(self.text, one.end, other.start) and ":" in self.text[one.key[1] : one.value]
            for one, other in pairwise(self.sorted)
        )

    def _opening(self, first: MemberPlace) -> re.Match[str] | None:
        """Return the bracket before the first member."""
        return _OPENING.fullmatch(self.text, self.start, first.start)

    @property
    def gap(self) -> str:
        """What to write between the last member and one that is added.

        Raises:
            UneditableError: If that is not known.
        """
        first, last = self.sorted[0], self.sorted[-1]
        if self.is_block:
            line_ends: list[str] = _LINE_END.findall(self.text, self.sorted[-2].end, last.start)
            return line_ends[-1] + self.indentation
        if not _CLOSING_BRACKET.match(self.text, last.end):
            raise UneditableError
        if len(self.sorted) > 1:
            gaps = (self.text[one.end : other.start] for one, other in pairwise(self.sorted))
            gap = next((gap for gap in reversed([*gaps]) if _COMMA.fullmatch(gap)), None)
            if gap is None:
                raise UneditableError
            return re.sub(r"(\r\n|\r|\n)\s*?(?=[ \t]*\Z)", r"\1", gap)
        opening = self._opening(first)
        if opening is None:
            raise UneditableError
        return "," + (opening[1] if opening[1].strip(" \t") else " ")

    def like_a_string(self, name: str, content: str) -> str:
        """Return a new member as it is written, with the quotes of one whose value is a string.

        Args:
            name: The name of the new member.
            content: Its value.

        Raises:
            UneditableError: If there is none, or it is written in another form.
        """
        for member in reversed(self.sorted):
            quotes = self._quotes_of(member)
            if quotes is not None:
                at = name_in(self.text, member.key, member.name)
                key = f"{self.text[member.start : at]}{name}{self.text[at + len(member.name) : member.key[1]]}"
                return f"{key}{self.text[member.key[1] : member.value]}{quotes}{content}{quotes}"
        raise UneditableError

    def _quotes_of(self, member: MemberPlace) -> str | None:
        """Return the quotes of the value of a member; None if it is no string, or begins with something else."""
        if not isinstance(member.content, str):
            return None
        written = self.text[member.value : member.end]
        if not member.content:
            return written[: len(written) // 2]
        quotes = _QUOTED.match(written)
        if quotes is not None:
            return quotes[0] if written == f"{quotes[0]}{member.content}{quotes[0]}" else None
        return "" if self.is_block and written == member.content else None

    def without(self, name: str) -> list[tuple[int, int]]:
        """Return the ranges to remove so that a member is left out.

        Args:
            name: The name of the member.

        Raises:
            UneditableError: If a comment would be lost, or the object would not be written as one any more.
        """
        index = next(at for at, each in enumerate(self.sorted) if each.name == name)
        member = self.sorted[index]
        if self.is_block:
            return [self._lines_of(index)]
        before = self.sorted[index - 1] if index else None
        if before is not None and not _COMMA_AND_COMMENT.fullmatch(self.text, before.end, member.start):
            raise UneditableError
        following = self.sorted[index + 1] if index + 1 < len(self.sorted) else None
        if following is not None:
            is_first = before is None and self._opening(member) is None
            if is_first or not _COMMA.fullmatch(self.text, member.end, following.start):
                raise UneditableError
            return [(member.start, following.start)]
        closing = _CLOSING_BRACKET.match(self.text, member.end)
        if closing is None or (before is not None and not _COMMA.fullmatch(self.text, before.end, member.start)):
            raise UneditableError
        if before is not None:
            return [(before.end, member.end)]
        opening = self._opening(member)
        if opening is None:
            raise UneditableError
        return [(opening.start(1), closing.end())]

    def _lines_of(self, index: int) -> tuple[int, int]:
        """Return the range of the lines of a member of a block, of which there must be several."""
        member = self.sorted[index]
        end = line_end(self.text, member.end)
        start = line_start(self.text, member.start)
        above = self.text[:start].rstrip()
        if self.text[member.end : end].strip() or _is_comment(above[line_start(above, len(above)) :]):
            raise UneditableError
        if self.text[start : member.start].strip():  # the dash of an item, where the next member must follow
            following = self.sorted[index + 1].start
            if "#" in self.text[end:following]:
                raise UneditableError
            return member.start, following
        after = _LINE_END.match(self.text, end)
        if after is not None:
            return start, after.end()
        return start - (2 if self.text[:start].endswith("\r\n") else 1), end


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _end_of(document: Document, path: Path, content: object, span: Span) -> int:
    """Return the offset at which a value ends; a block of YAML may end with comments and spaces that are none of it."""
    end = span.start + len(document.text[span.start : span.end].rstrip())
    if not isinstance(content, dict | list) or document.text[end - 1 : end] in _CLOSING:
        return end
    members = content.items() if isinstance(content, dict) else enumerate(content)
    values = {(*path, step): value for step, value in members}
    places = document.locator(values)
    ends = [_end_of(document, each, value, places[each].value) for each, value in values.items() if each in places]
    return max(ends, default=end)
