"""Fragments: texts in a file in another form, whose characters keep their places; payloads of several parts."""

from __future__ import annotations

from typing import Any

import amount
from hypothesis import given
from hypothesis import strategies as st

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.compose import Member, document_of, under_key, with_members
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment, FragmentWriter
from liveschema.lint.inputs.holes import HOLE, json_in
from liveschema.lint.inputs.json.text import json_document
from liveschema.text.lines import Lines


@st.composite
def fragments(draw: st.DrawFn) -> tuple[Fragment, list[int | None]]:
    """Draw a fragment, made in one to three steps, with the offset in the file of each character that is a copy."""
    text = draw(st.text(st.sampled_from("ab\n\r \\'"), max_size=12))
    fragment, origins = Fragment.whole(text), list[int | None](range(len(text)))
    for _ in range(draw(st.integers(1, 3))):
        writer, kept, at = FragmentWriter(fragment), list[int | None](), 0
        while at < len(fragment.text):
            end = draw(st.integers(at + 1, len(fragment.text)))
            what = draw(st.sampled_from(["copy", "put", "leave out"]))
            if what == "copy":
                writer.copy(at, end)
                kept += origins[at:end]
            elif what == "put":
                new = draw(st.text(st.sampled_from("xy"), max_size=3))
                writer.put(new, at, end)
                kept += [None] * len(new)
            at = end
        fragment, origins = writer.finish(), kept
    return fragment, origins


@amount.examples(300)
@given(fragments())
def test_every_character_keeps_its_place_in_the_file(drawn: tuple[Fragment, list[int | None]]) -> None:
    fragment, origins = drawn
    file = fragment.lines.text
    for offset, origin in enumerate(origins):
        start, end = fragment.start(offset), fragment.end(offset + 1)
        assert 0 <= start <= end <= len(file)
        if origin is not None:
            assert (start, end) == (origin, origin + 1)
            assert file[start] == fragment.text[offset]
        assert fragment.span(offset, offset + 1).range == (start, end)
        assert fragment.at(offset) == Lines(file).at(start)
    starts = [fragment.start(offset) for offset in range(len(origins))]
    assert starts == sorted(starts)
    assert 0 <= fragment.start(len(origins)) <= len(file)


def test_an_empty_range_is_where_the_next_character_is() -> None:
    part = Fragment.whole("ab cd").part(3, 5)
    assert part.text == "cd"
    assert part.span(0, 0).range == (3, 3)
    assert part.span(2, 2).range == (5, 5)
    assert Fragment.whole("ab").part(1, 1).span(0, 0).range == (1, 1)
    assert FragmentWriter(Fragment.whole("ab")).finish().span(0, 0).range == (0, 0)


def test_a_document_of_a_fragment_has_its_places_and_faults_in_the_file() -> None:
    text = 'x = "{\\"a\\": 1,\\n  \\"a\\": 2}"\n'
    writer = FragmentWriter(Fragment.whole(text))
    at = 5
    while at < len(text) - 2:
        if text[at] == "\\":
            writer.put("\n" if text[at + 1] == "n" else text[at + 1], at, at + 2)
            at += 2
        else:
            writer.copy(at, at + 1)
            at += 1
    document = json_in(writer.finish(), reader="x")
    assert (document.value, document.reader, document.text) == ({"a": 2}, "x", text)
    assert document.own_text == '{"a": 1,\n  "a": 2}'
    (fault,) = document.faults
    assert (fault.rule, fault.line, fault.column) == ("duplicate-key", 1, 20)
    place = document.locator([("a",)])[("a",)]
    assert place.key is not None
    assert text[slice(*place.key.range)] == '\\"a\\"'
    assert text[slice(*place.value.range)] == "2"


def shown(document: Document, path: Path) -> str:
    return document.text[slice(*document.locator([path])[path].value.range)]


def holes(text: str) -> Document:
    """Read a JSON text in which ``?`` is a hole."""
    whole = Fragment.whole(text)
    writer = FragmentWriter(whole)
    for offset, char in enumerate(text):
        if char == "?":
            writer.put(HOLE, offset, offset + 1)
        else:
            writer.copy(offset, offset + 1)
    return json_in(writer.finish())


NUMBER = Unknown({"number"})


def test_what_a_hole_is_depends_on_where_it_stands() -> None:
    cases: dict[str, Any] = {
        "?": UNKNOWN,
        '"?"': PartialText(("", "")),
        '"a?b?"': PartialText(("a", "b", "")),
        '{"a": ?, "b": 1}': {"a": UNKNOWN, "b": 1},
        '{"a": -?}': {"a": NUMBER},
        '{"a": 4?}': {"a": NUMBER},
        '{"a": t?}': {"a": UNKNOWN},
        '{"a": ??}': {"a": UNKNOWN},
        '{?: 1, ?: 2, "a": 1}': {MORE: 2, "a": 1},
        '{"a?": 1, "b": [2]}': {MORE: 1, "b": [2]},
        '{?, "a": 1}': {MORE: 0, "a": 1},
        '{? "a": 1}': {MORE: 0, "a": 1},
        '{"a": 1 ?}': {"a": 1, MORE: 0},
        '{"a": 1, ?}': {"a": 1, MORE: 0},
        "{?}": {MORE: 0},
        "[?, 1, ?]": [MORE, 1, MORE],
        "[? 1]": [MORE, 1],
        "[1 ?]": [1, MORE],
        "[{?}]": [{MORE: 0}],
        "[4?]": [NUMBER],
    }
    for text, value in cases.items():
        document = holes(text)
        assert (document.value, document.faults, document.is_partial) == (value, [], True), text


def test_places_beside_holes() -> None:
    document = holes('{?, "a": "x?y", "c": [?, 1, -?]}')
    assert shown(document, ("a",)) == '"x?y"'
    assert shown(document, ("c", 0)) == "?"
    assert shown(document, ("c", 1)) == "1"
    assert shown(document, ("c", 2)) == "-?"
    assert document.locator([(MORE,)]) == {}  # type: ignore[list-item]


def test_a_fault_beside_a_hole_is_reported() -> None:
    document = holes('{"a": ?, "b": 1, "b": 2}')
    assert [(fault.rule, fault.line, fault.column) for fault in document.faults] == [("duplicate-key", 1, 18)]
    assert not holes('{"a" ? 1}').readable


@amount.examples(200)
@given(st.text(st.sampled_from('{}[]:,"?\\a1-\n '), max_size=20))
def test_every_text_with_holes_is_read_or_reported(text: str) -> None:
    document = holes(text)
    assert document.readable or document.faults
    for fault in document.faults:
        assert 1 <= (fault.line or 0) <= text.count("\n") + 1


def test_a_payload_of_several_parts_has_the_places_of_each() -> None:
    text = '{"title": "x"} act_7'
    lines = Lines(text)
    state = evolve(json_document('{"title": "x"}'), text=text, lines=lines)
    act = Member("act_7", holes(text.replace("act_7", "?")).locator([()]).get((), json_document("1").locator([()])[()]))
    document = with_members(under_key(state, "content_state"), {"activity_id": act})
    assert document.value == {"content_state": {"title": "x"}, "activity_id": "act_7"}
    assert shown(document, ()) == '{"title": "x"}'
    assert shown(document, ("content_state",)) == '{"title": "x"}'
    assert shown(document, ("content_state", "title")) == '"x"'
    assert set(document.locator([("activity_id",), ("tags",), ("content_state", "color")])) == {("activity_id",)}
    assert not document.is_partial
    assert with_members(document, {"tags": Member([MORE], act.place)}).is_partial


def test_the_faults_of_a_part_are_below_its_key() -> None:
    document = under_key(json_document('{"a": 1, "a": 2}'), "content_state")
    assert [fault.path for fault in document.faults] == [("content_state", "a")]


def test_a_document_of_a_value_has_only_the_places_that_are_given() -> None:
    base = json_document("1")
    place = base.locator([()])[()]
    document = document_of(base, {"a": UNKNOWN}, {(): place}, reader="x")
    assert document.is_partial
    assert document.locator([(), ("a",)]) == {(): place}
