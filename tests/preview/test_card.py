"""The picture of a whole card, for valid, invalid and hostile payloads."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from preview_kit import OPEN, STATES, SVG, described, parsed, payload, texts

import liveschema
from liveschema import ActivityType, Operation
from liveschema.partial import MORE, UNKNOWN, PartialText
from liveschema.preview import THEMES, svg
from liveschema.preview.canvas import MARGIN, WIDTH
from liveschema.testing import mutated, payloads

THEME = st.sampled_from(THEMES)
ANY_TEXT = st.text(st.characters(codec=None))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT | st.sampled_from(ActivityType),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=6,
)
FIELDS = sorted({name for state in STATES.values() for name in state} | {"type", "counts_down", "step_colors"})
NEARLY = st.fixed_dictionaries(
    {},
    optional={
        "content_state": st.dictionaries(st.sampled_from(FIELDS), JSON) | JSON,
        "action": JSON,
        "secondary_action": st.fixed_dictionaries({"title": JSON}),
        "alert": JSON,
    },
)


def assert_picture(drawn: str) -> None:
    """Assert that a text is a picture of its own, whose parts are inside it and lead to nothing else."""
    root = parsed(drawn)
    assert root.tag == f"{SVG}svg"
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "text",
        "path",
    }
    names = {name for each in root.iter() for name in each.attrib}
    assert not any(name.startswith("on") or "href" in name for name in names)
    assert "url(" not in "".join(each.text or "" for each in root.iter(f"{SVG}style"))
    height = float(root.attrib["height"])
    for box in root.iter(f"{SVG}rect"):
        x, y, width, tall = (float(box.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= MARGIN
        assert x + width <= WIDTH - MARGIN + 0.02
        assert y >= MARGIN
        assert y + tall <= height


@pytest.mark.parametrize("operation", Operation)
@given(st.data())
def test_every_valid_payload_has_a_picture(operation: Operation, data: st.DataObject) -> None:
    request = data.draw(payloads(operation))
    drawn = svg(request, operation, theme=data.draw(THEME))
    assert_picture(drawn)
    title = request.get("content_state", {}).get("title", "")
    if title.strip():
        assert described(drawn)[0].startswith("Live Activity: ")


@given(payloads("stream"), THEME)
def test_a_model_has_the_picture_of_its_payload(request_: dict[str, Any], theme: str) -> None:
    model = liveschema.load(request_, "stream")
    assert svg(model, theme=theme) == svg(liveschema.dump(model), "stream", theme=theme)


def test_a_model_knows_its_operation() -> None:
    model = liveschema.EndRequest(activity_id="act_7", content_state=liveschema.Alert(title="Deploy", message="Done"))
    ends = "The activity ends; the card stays for 3 minutes."
    assert ends in texts(svg(model))
    assert ends not in texts(svg(model, "update"))


@given(mutated(payloads("stream"), "stream").filter(lambda each: isinstance(each, dict)))
def test_every_invalid_payload_has_a_picture(request_: dict[str, Any]) -> None:
    assert_picture(svg(request_, "stream"))


@given(st.dictionaries(ANY_TEXT, JSON) | NEARLY, st.sampled_from([None, *Operation]), st.floats())
def test_no_mapping_of_json_raises_an_exception(request_: Any, operation: Operation | None, elapsed: float) -> None:
    assert_picture(svg(request_, operation, elapsed=elapsed))


@example("</text></title><script>alert(1)</script>\"'>", "alert")
@given(ANY_TEXT, st.sampled_from(sorted(STATES)))
def test_every_hostile_text_stays_a_text(text: str, kind: str) -> None:
    hostile = {
        "title": text, "subtitle": text, "message": text, "value": text, "icon": {"symbol": text},
        "badge": {"title": text}, "metrics": [{"label": text, "value": text, "unit": text}],
    }  # fmt: skip
    request = {"content_state": {**STATES[kind], "type": kind, **hostile}, "action": {"title": text}}
    assert_picture(svg({**request, "alert": {"title": text}}, "stream", ids=text))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "text", ["</text><script>alert(1)</script>", "]]>", "<!--", "&amp;", "\"'", "\0\x1b\ud800\ufffe"]
)
def test_markup_is_shown_as_it_is(text: str, theme: str) -> None:
    drawn = svg({"content_state": {"title": text, "type": "value", "value": text}}, theme=theme)
    assert_picture(drawn)
    shown = "".join(char if char.isprintable() and char != "\ufffe" else "\ufffd" for char in text)
    assert texts(drawn)[0].rstrip("…") == shown[: len(texts(drawn)[0].rstrip("…"))]
    assert "<script" not in drawn


@pytest.mark.parametrize("kind", sorted(STATES))
def test_a_card_says_everything_to_those_who_cannot_see_it(kind: str) -> None:
    title, desc = described(svg(payload(kind)))
    assert title == f"Live Activity: {STATES[kind]['title']}"
    assert "button Open" in desc
    root = parsed(svg(payload(kind), ids="x"))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "x-title x-desc"
    assert [each.attrib["id"] for each in root if "id" in each.attrib] == ["x-title", "x-desc"]


def test_the_description_follows_the_card() -> None:
    assert described(svg(payload("segmented_progress"), "end"))[1] == (
        "badge LIVE; Run the migrations; step 3 of 4; button Open; button Run again; "
        "The activity ends; the card stays for 3 minutes."
    )


def test_a_theme_changes_only_colours() -> None:
    light, dark, auto = (svg(payload("alert"), theme=theme) for theme in ("light", "dark", "auto"))
    assert texts(light) == texts(dark) == texts(auto)
    assert "#1c1c1e" not in light
    assert "#ffffff" not in dark.replace('fill="#ffffff">Reject', "").split("<text")[0]
    assert "prefers-color-scheme:dark" in auto
    assert "<style" not in light + dark
    assert ".ls-fill-card{fill:#1c1c1e}" in auto
    assert 'class="ls-fill-card ls-stroke-edge"' in auto


def test_the_automatic_theme_is_light_where_no_style_is_read() -> None:
    light, auto = (parsed(svg(payload("alert"), theme=theme)) for theme in ("light", "auto"))
    paints = [[each.attrib.get("fill") for each in root if each.tag != f"{SVG}style"] for root in (light, auto)]
    assert paints[0] == paints[1]
    assert svg(payload("alert")) == svg(payload("alert"), theme="auto")


def test_the_type_of_the_activity_decides_if_the_payload_names_none() -> None:
    state = {"title": "A", "value": 3}
    assert texts(svg({"content_state": state}, "update")) == ["A", "3"]
    assert texts(svg({"content_state": state}, "update", activity_type="timer")) == ["A", "--:--", "counts down"]
    assert texts(svg({"content_state": {"title": "A"}}, "update")) == ["A"]


def test_what_a_card_does_not_show_is_left_out() -> None:
    request = payload("timer", badge={"title": "LIVE"}, message="x")
    drawn = texts(svg({**request, "secondary_action": OPEN, "alert": {"title": "A"}}, "update"))
    assert drawn == ["Pasta", "11:00", "counts down", "Open"]
    assert "Push alert: A" in texts(svg({**request, "alert": {"title": "A"}}, "start"))


def test_a_timer_that_has_run_shows_what_is_left() -> None:
    assert "10:00" in texts(svg(payload("timer"), elapsed=60))


def test_what_is_not_known_is_an_ellipsis() -> None:
    state = {"title": PartialText(("Build ", "")), "type": "progress", "percentage": UNKNOWN, MORE: None}
    assert texts(svg({"content_state": state, "action": {"title": UNKNOWN}})) == ["Build …", "…", "…"]
    assert texts(svg({"content_state": UNKNOWN})) == ["Without a title"]


def test_a_payload_without_a_state_has_an_empty_card() -> None:
    assert texts(svg({})) == ["Without a title"]
    assert texts(svg({}, "end_stream")) == ["Without a title", "The activity ends."]


def test_a_wrong_argument_is_named() -> None:
    with pytest.raises(ValueError, match=r"^'drak' is not a valid theme: use one of auto, light or dark$"):
        svg({}, theme="drak")
    with pytest.raises(ValueError, match=r"^'begin' is not a valid Operation: use one of start, "):
        svg({}, "begin")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^'timr' is not a valid ActivityType: did you mean timer"):
        svg({}, activity_type="timr")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^svg needs a payload or a request, got a list$"):
        svg([])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^svg needs a payload or a request, got "):
        svg(liveschema.Badge("x"))  # type: ignore[arg-type]


def test_the_picture_of_a_payload_needs_neither_attrs_nor_typing() -> None:
    code = (
        "import sys; from liveschema.preview import svg; svg({'content_state': {'title': 'x', 'type': 'timer'}});"
        "print({'attr', 'attrs', 'cattrs', 'typing', 'liveschema.convert', 'liveschema.models'} & sys.modules.keys())"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "e" + "\u0301" * 300_000, "a " * 500_000, "\n" * 1_000_000, "日" * 300_000]
)
def test_a_long_text_takes_no_long_time(text: str) -> None:
    began = time.perf_counter()
    assert_picture(svg({"content_state": {"title": text, "type": "alert", "message": text}, "action": {"title": text}}))
    assert time.perf_counter() - began < 5
