"""The page with the cards of several requests."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from preview_kit import STATES, payload

from liveschema.preview import THEMES, svg
from liveschema.preview.storyboard import Note, Step, storyboard

ANY_TEXT = st.text(st.characters(codec=None))
NOTE = Note("error", "step-past-end", "a.jsonl:3:9", "current_step must be at most 3, got 4", "lower it")
STEP = Step(
    "update", "a.jsonl:3", svg(payload("timer"), ids="card-1"), ("activity act_7", "12:00"), "Refused.", (NOTE,)
)


class Outline(HTMLParser):
    """The elements and the texts of a page, in which each element must be closed.

    Args:
        page: The page.
    """

    VOID = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and "style" not in self.open:
            self.texts.append(data.strip())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_a_step_has_its_number_operation_place_facts_remark_and_findings() -> None:
    outline = Outline(storyboard("Title", "1 request", [STEP]))
    start = outline.texts.index("Step 1:")
    assert outline.texts[:start] == [
        "Title", "Title", "1 request", "The pictures are approximations of the cards on a lock screen.",
    ]  # fmt: skip
    assert outline.texts[start : start + 5] == ["Step 1:", "update", "a.jsonl:3", "activity act_7", "12:00"]
    assert outline.texts[-7:] == [
        "Refused.", "error", "step-past-end", "a.jsonl:3:9", NOTE.message, "Hint:", "lower it",
    ]  # fmt: skip
    assert "11:00" in outline.texts


def test_a_step_without_findings_says_so_and_one_without_a_card_too() -> None:
    outline = Outline(storyboard("T", "S", [Step("end", "a:1", None)]))
    assert outline.texts[-3:] == ["a:1", "There is nothing to draw.", "No problems."]


def test_what_is_wrong_beside_the_requests_stands_before_them() -> None:
    texts = Outline(storyboard("T", "S", [STEP], others=[NOTE, Note("warning", "r", "p", "m")])).texts
    assert texts.index("warning") < texts.index("Step 1:")
    assert texts[texts.index("warning") :][:4] == ["warning", "r", "p", "m"]


def test_a_page_can_be_read_without_seeing_it() -> None:
    outline = Outline(storyboard("T", "S", [STEP, STEP]))
    assert outline.all("html") == [{"lang": "en"}]
    assert [each.get("role") for each in outline.all("ol")] == ["list"]
    ids = [each["id"] for each in outline.all("h2")]
    assert [each["aria-labelledby"] for each in outline.all("article")] == ids == ["step-1-name", "step-2-name"]
    assert len(outline.all("main")) == len(outline.all("h1")) == 1
    assert [each["role"] for each in outline.all("svg")] == ["img", "img"]


def test_a_page_needs_nothing_else_and_runs_nothing() -> None:
    page = storyboard("T", "S", [STEP])
    assert {tag for tag, _ in Outline(page).tags} <= {
        "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "p", "ol", "ul", "li",
        "article", "bdi", "div", "figure", "svg", "desc", "rect", "path", "text", "strong", "code", "span", "br",
    }  # fmt: skip
    assert not re.search(r"url\(|@import|href|src=|\son\w+=", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_has_the_colours_of_its_theme(theme: str) -> None:
    page = storyboard("T", "S", [], theme=theme)
    assert ("color-scheme:light" in page, "color-scheme:dark" in page, "prefers-color-scheme" in page) == {
        "light": (True, False, False), "dark": (False, True, False), "auto": (True, True, True),
    }[theme]  # fmt: skip


@example("</bdi></p></title><script>alert(1)</script>\"'>", "alert")
@given(ANY_TEXT, st.sampled_from(sorted(STATES)))
def test_every_hostile_text_stays_a_text_on_the_page(text: str, kind: str) -> None:
    card = svg({"content_state": {"title": text, "type": kind}}, ids="card-1")
    note = Note(text, text, text, text, text)
    tags: list[Any] = []
    for words in (text, "x"):
        drawn = card if words == text else svg({"content_state": {"title": "x", "type": kind}}, ids="card-1")
        note = Note(words, words, words, words, words or None)
        step = Step(words, words, drawn, (words,), words or "x", (note,))
        tags.append(
            [name for name, _ in Outline(storyboard(words, words, [step], others=[note])).tags if name != "text"]
        )
    if text:
        assert tags[0] == tags[1]
