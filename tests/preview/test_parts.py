"""The parts of a card: header, bodies, buttons, notes, symbols and colours."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from preview_kit import OPEN, RERUN, STATES, SVG, Drawn, parsed

from liveschema import ActivityType, Color, Operation
from liveschema.contract.states import STATES as CLASSES
from liveschema.partial import UNKNOWN, PartialText, Unknown
from liveschema.preview.bodies.alert import draw_alert
from liveschema.preview.bodies.bodies import BODIES
from liveschema.preview.bodies.metrics import draw_metrics, shown_metrics
from liveschema.preview.bodies.progress import draw_progress
from liveschema.preview.bodies.segments import draw_segments
from liveschema.preview.bodies.stats import draw_stats
from liveschema.preview.bodies.timer import draw_timer
from liveschema.preview.bodies.value import draw_value
from liveschema.preview.buttons import draw_buttons
from liveschema.preview.canvas import ROOM, Canvas
from liveschema.preview.colors import PAINTS, TINTS, ink, soft
from liveschema.preview.fields import Fields, activity_type_of
from liveschema.preview.header import draw_header, title_of
from liveschema.preview.icons import draw_symbol, shape_of
from liveschema.preview.notes import notes_of
from liveschema.preview.shapes import HEADS, NEUTRAL, SHAPES

TRACK, BLUE, GREEN, RED, ORANGE = (PAINTS[name][0] for name in ("track", "blue", "green", "red", "orange"))
BAR = ROOM - 54


def luminance(color: str) -> float:
    """Return the relative luminance of a colour, as the guidelines for accessibility have it."""
    parts = [each / 255 for each in bytes.fromhex(color[1:])]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def test_every_colour_of_the_service_has_a_tint() -> None:
    assert TINTS.keys() == set(Color)


def test_every_activity_type_has_a_body() -> None:
    assert BODIES.keys() == set(ActivityType)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("color", Color)
def test_every_coloured_text_can_be_read(color: str, theme: int) -> None:
    text = PAINTS[ink(color)][theme]
    for ground in ("card", "tile", soft(color)):
        assert contrast(text, PAINTS[ground][theme]) >= 3.0
    for ground in ("card", "tile"):
        assert contrast(PAINTS["second"][theme], PAINTS[ground][theme]) >= 4.5


# Header


def test_a_header_has_symbol_title_subtitle_and_badge() -> None:
    drawn = Drawn(draw_header, STATES["alert"], "yellow")
    assert drawn.texts == ["Action needed", "Deploy", "web"]
    assert drawn.words == ["badge Action needed", "web"]
    assert drawn.height == 40
    assert {paint for _, paint in drawn.boxes} == {PAINTS[soft("yellow")][0]}


@pytest.mark.parametrize(
    ("state", "shown", "height"),
    [
        ({"title": "A"}, ["A"], 22),
        ({"title": "A", "subtitle": "B"}, ["A", "B"], 40),
        ({"title": "A", "icon": {"symbol": "x"}}, ["A"], 40),
        ({"subtitle": "B"}, ["B"], 22),
        ({}, ["Without a title"], 22),
        ({"title": 7, "subtitle": None, "icon": "x", "badge": []}, ["Without a title"], 22),
        ({"title": " ", "icon": {"symbol": 7}, "badge": {"title": " "}}, ["Without a title"], 22),
        ({"title": UNKNOWN, "subtitle": PartialText(("Build ", ""))}, ["…", "Build …"], 40),
        ({"title": Unknown("number")}, ["Without a title"], 22),
    ],
)
def test_a_header_has_what_there_is(state: dict[str, Any], shown: list[str], height: float) -> None:
    drawn = Drawn(draw_header, state, "blue")
    assert (drawn.texts, drawn.height) == (shown, height)


def test_a_long_title_leaves_room_for_the_badge() -> None:
    state = {"title": "T" * 99, "badge": {"title": "B" * 99}}
    badge, title = Drawn(draw_header, state, "blue").texts
    assert badge.endswith("…")
    assert title.endswith("…")
    alone = Drawn(draw_header, {"title": "T" * 99}, "blue").texts[0]
    assert len(title) < len(alone) < 40


def test_a_title_and_a_subtitle_from_right_to_left_begin_at_the_right() -> None:
    state = {"title": "النسخ", "subtitle": "גיבוי", "icon": {"symbol": "bolt"}}
    for shown, end in ((state, "344"), ({**state, "subtitle": "Backup"}, "344"), ({"subtitle": "גיבוי"}, "344")):
        title, *_ = parsed(Drawn(draw_header, shown, "blue").svg).iter(f"{SVG}text")
        assert (title.attrib["direction"], title.attrib["x"]) == ("rtl", end)
    title, subtitle = parsed(Drawn(draw_header, {**state, "title": "Backup"}, "blue").svg).iter(f"{SVG}text")
    assert ("direction" in title.attrib, "text-anchor" in title.attrib) == (False, False)
    assert (subtitle.attrib["direction"], subtitle.attrib["x"]) == ("rtl", "344")


def test_a_picture_is_called_by_the_title_of_the_card() -> None:
    assert title_of(Fields({"title": " A\nB "})) == "Live Activity: A B"
    assert title_of(Fields({})) == "Live Activity without a title"


def test_symbol_and_badge_have_their_own_colours_or_that_of_the_activity() -> None:
    state = {"title": "A", "icon": {"symbol": "x", "color": "red"}, "badge": {"title": "B", "color": "green"}}
    assert [paint for _, paint in Drawn(draw_header, state, "blue").boxes] == [
        PAINTS[soft("red")][0], PAINTS[soft("green")][0],
    ]  # fmt: skip
    state = {"title": "A", "icon": {"symbol": "x", "color": "pink"}, "badge": {"title": "B", "color": 7}}
    assert {paint for _, paint in Drawn(draw_header, state, "blue").boxes} == {PAINTS[soft("blue")][0]}


# Progress


@pytest.mark.parametrize(
    ("state", "share", "shown"),
    [
        ({"percentage": 42}, 0.42, ["42%"]),
        ({"percentage": 0}, 0, ["0%"]),
        ({"percentage": 142}, 1, ["100%"]),
        ({"percentage": -1}, 0, ["0%"]),
        ({"percentage": 42, "value": 1, "upper_limit": 2}, 0.42, ["42%"]),
        ({"value": 32.5, "upper_limit": 65}, 0.5, ["50%", "32.5 of 65"]),
        ({"value": 70, "upper_limit": 65}, 1, ["100%", "70 of 65"]),
        ({"percentage": UNKNOWN}, 0, ["…"]),
        ({"value": UNKNOWN, "upper_limit": 3}, 0, ["…"]),
        ({"percentage": PartialText(("", "%"))}, 0, ["…"]),
    ],
)
def test_a_progress_bar_is_full_up_to_its_share(state: dict[str, Any], share: float, shown: list[str]) -> None:
    drawn = Drawn(draw_progress, state, "green")
    assert drawn.texts == shown
    widths, fills = zip(*drawn.boxes, strict=True)
    assert fills == ((TRACK, GREEN) if share else (TRACK,))
    assert widths == pytest.approx((BAR, share * BAR) if share else (BAR,), abs=0.01)
    assert drawn.height == (34 if len(shown) == 2 else 16)
    assert drawn.words == [f"progress {shown[0]}", *shown[1:]]


@pytest.mark.parametrize(
    "state",
    [{}, {"percentage": "42"}, {"percentage": True}, {"percentage": None, "value": 1, "upper_limit": 2}, {"value": 1},
     {"upper_limit": 3}, {"value": 1, "upper_limit": 0}, {"value": 1, "upper_limit": -2},
     {"percentage": float("nan")}, {"percentage": float("inf")}, {"percentage": 10**400}],
)  # fmt: skip
def test_progress_without_a_share_is_left_out(state: dict[str, Any]) -> None:
    drawn = Drawn(draw_progress, state, "green")
    assert (drawn.texts, drawn.boxes, drawn.height, drawn.words) == ([], [], 0, [])


# Segmented progress


def paints(state: dict[str, Any]) -> list[str]:
    return [paint for _, paint in Drawn(draw_segments, state, "blue").boxes]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"number_of_steps": 3, "current_step": 0}, [TRACK] * 3),
        ({"number_of_steps": 3, "current_step": 2}, [BLUE, BLUE, TRACK]),
        ({"number_of_steps": 3, "current_step": 9}, [BLUE] * 3),
        ({"number_of_steps": 3, "current_step": 2, "step_color": "red"}, [BLUE, RED, TRACK]),
        ({"number_of_steps": 3, "current_step": 2, "step_colors": ["green", "orange", "red"]}, [GREEN, ORANGE, TRACK]),
        ({"number_of_steps": 3, "current_step": 2, "step_colors": ["green"], "step_color": "red"}, [GREEN, RED, TRACK]),
        ({"number_of_steps": 3, "current_step": 2, "step_colors": ["pink", 7]}, [BLUE, BLUE, TRACK]),
        ({"number_of_steps": 2, "current_step": "1"}, [TRACK, TRACK]),
        ({"current_step": 2}, [TRACK]),
        ({"number_of_steps": 0, "current_step": 2}, [TRACK]),
        ({"number_of_steps": 31, "current_step": 3}, [TRACK, BLUE]),
        ({"number_of_steps": 31}, [TRACK]),
        ({"number_of_steps": 10**300, "current_step": 0}, [TRACK]),
    ],
)
def test_each_segment_has_its_paint(state: dict[str, Any], expected: list[str]) -> None:
    assert paints(state) == expected


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ({"number_of_steps": 4, "current_step": 3}, ["3 / 4"]),
        ({"number_of_steps": 4.0, "current_step": 3.0}, ["3 / 4"]),
        ({"current_step": 3}, ["3"]),
        ({"number_of_steps": 4}, ["4"]),
        ({"number_of_steps": UNKNOWN, "current_step": 2.5}, ["… / …"]),
        ({"number_of_steps": 4, "current_step": -1}, ["… / 4"]),
        ({"number_of_steps": 1_000_000_000, "current_step": 7}, ["7 / 1000000000"]),
        ({"number_of_steps": 999_999_999_999, "current_step": 999_999_999_999}, ["999999999999 / 999999999999"]),
        ({"number_of_steps": 10**15, "current_step": 7}, ["7 / 1e+15"]),
    ],
)
def test_the_steps_are_written_beside_the_segments(state: dict[str, Any], shown: list[str]) -> None:
    drawn = Drawn(draw_segments, state, "blue")
    assert (drawn.texts, drawn.height) == (shown, 16)
    assert drawn.words == [f"step {shown[0].replace('/', 'of')}"]


def test_segments_fill_the_same_room_whatever_their_number() -> None:
    for number in (1, 2, 30):
        boxes = Drawn(draw_segments, {"number_of_steps": number, "current_step": 1}, "blue").boxes
        assert sum(width for width, _ in boxes) + 5 * (number - 1) == pytest.approx(ROOM - 58, abs=0.2)


def test_a_long_number_of_steps_leaves_less_room_for_the_bar() -> None:
    (width, _), _ = Drawn(draw_segments, {"number_of_steps": 10**9, "current_step": 10**9}, "blue").boxes
    assert width == pytest.approx(ROOM / 2 - 6, abs=2)


def test_steps_that_are_missing_draw_nothing() -> None:
    drawn = Drawn(draw_segments, {}, "blue")
    assert (drawn.texts, drawn.boxes, drawn.height, drawn.words) == ([], [], 0, [])


# Metrics and stats


def test_a_card_shows_as_many_metrics_as_the_rule_says() -> None:
    assert shown_metrics() == 2
    many = [{"label": f"M{index}", "value": index} for index in range(4)]
    assert Drawn(draw_metrics, {"metrics": many}, "blue").texts == ["M0", "0", "M1", "1"]


def test_metrics_have_bars_up_to_a_hundred() -> None:
    drawn = Drawn(draw_metrics, STATES["metrics"], "blue")
    assert drawn.texts == ["CPU", "27%", "Memory", "61%"]
    column = (ROOM - 20) / 2
    cyan, purple = (PAINTS[name][0] for name in ("cyan", "purple"))
    assert [paint for _, paint in drawn.boxes] == [TRACK, cyan, TRACK, purple]
    widths = [column, column * 0.27, column, column * 0.61]
    assert [width for width, _ in drawn.boxes] == pytest.approx(widths, abs=0.01)
    assert drawn.words == ["CPU 27%", "Memory 61%"]
    assert drawn.height == 60


@pytest.mark.parametrize(
    ("metric", "shown", "widths"),
    [
        ({"label": "A", "value": "fast"}, ["A", "fast"], [ROOM]),
        ({"label": "A", "value": 250}, ["A", "250"], [ROOM, ROOM]),
        ({"label": "A", "value": -5}, ["A", "-5"], [ROOM]),
        ({"label": "A", "value": UNKNOWN, "unit": "%"}, ["A", "…%"], [ROOM]),
        ({"label": "A", "value": Unknown("number"), "unit": "ms"}, ["A", "… ms"], [ROOM]),
        ({"label": "A", "value": None, "unit": "%"}, ["A"], [ROOM]),
        ({"value": 0.5, "unit": 3}, ["0.5"], [ROOM, 8]),
    ],
)
def test_a_metric_has_what_there_is(metric: dict[str, Any], shown: list[str], widths: list[float]) -> None:
    drawn = Drawn(draw_metrics, {"metrics": [metric]}, "blue")
    assert drawn.texts == shown
    assert [width for width, _ in drawn.boxes] == widths


@pytest.mark.parametrize(
    ("metric", "shown"),
    [
        ({"value": 123_456_789_012}, "123456789012"),
        ({"value": -123_456_789_012.25, "unit": "req/s"}, "-123456789012.25"),
        ({"value": "123456789012"}, "123456789012"),
        ({"value": 98_765, "unit": "ms"}, "98765"),
        ({"value": 987, "unit": "ms"}, "987 ms"),
    ],
)
def test_the_number_on_a_tile_is_never_cut(metric: dict[str, Any], shown: str) -> None:
    metrics = [{"label": "A", **metric}] * 8
    drawn = Drawn(draw_stats, {"metrics": metrics}, "blue")
    assert drawn.texts == [shown, "A"] * 8
    assert drawn.words == [f"A {metric['value']} {metric.get('unit', '')}".strip()] * 8


def test_a_text_on_a_tile_is_cut() -> None:
    metrics = [{"label": "A", "value": value} for value in ("a long text", "1" * 17)] * 3
    assert [each[-1] for each in Drawn(draw_stats, {"metrics": metrics}, "blue").texts[::2]] == ["…"] * 6


@pytest.mark.parametrize("draw", [draw_metrics, draw_stats])
@pytest.mark.parametrize("metrics", [None, [], "x", {}, [1, "x", None, [], {}, {"unit": "%"}, {"label": " "}]])
def test_metrics_without_anything_usable_are_left_out(draw: Any, metrics: Any) -> None:
    drawn = Drawn(draw, {"metrics": metrics}, "blue")
    assert (drawn.texts, drawn.boxes, drawn.height, drawn.words) == ([], [], 0, [])


def test_stats_are_tiles_with_the_colours_of_the_metrics_only() -> None:
    drawn = Drawn(
        draw_stats, {"metrics": [{"label": "A", "value": 1, "color": "red"}, {"label": "B", "value": 2}]}, "lime"
    )
    assert drawn.texts == ["1", "A", "2", "B"]
    fills = [each.attrib["fill"] for each in parsed(drawn.svg).iter(f"{SVG}text")]
    text, second, red = (PAINTS[name][0] for name in ("text", "second", ink("red")))
    assert fills == [red, second, text, second]
    assert drawn.words == ["A 1", "B 2"]


@pytest.mark.parametrize(
    ("count", "columns", "rows"),
    [(1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 2, 2), (5, 3, 2), (7, 4, 2), (8, 4, 2), (9, 4, 2)],
)
def test_tiles_stand_in_one_or_two_rows(count: int, columns: int, rows: int) -> None:
    drawn = Drawn(draw_stats, {"metrics": [{"label": "A", "value": 1}] * count}, "blue")
    width = (ROOM - 8 * (columns - 1)) / columns
    assert [each for each, _ in drawn.boxes] == pytest.approx([width] * len(drawn.boxes), abs=0.01)
    assert len(drawn.boxes) == min(count, 8)
    assert drawn.height == rows * 52 + (rows - 1) * 8


# Alert, timer, value


def test_a_message_has_up_to_three_lines() -> None:
    drawn = Drawn(draw_alert, {"message": "Waiting for approval by the release manager. " * 9}, "blue")
    assert len(drawn.texts) == 3
    assert drawn.texts[2].endswith("…")
    assert drawn.height == 60
    assert drawn.words == [("Waiting for approval by the release manager. " * 9).strip()]


@pytest.mark.parametrize("message", [None, 7, "", " \n", {}])
def test_an_alert_without_a_message_draws_nothing(message: object) -> None:
    drawn = Drawn(draw_alert, {"message": message}, "blue")
    assert (drawn.texts, drawn.height, drawn.words) == ([], 0, [])


def test_a_message_from_right_to_left_begins_at_the_right() -> None:
    drawn = Drawn(draw_alert, {"message": "في انتظار web\nabc"}, "blue")
    first, second = parsed(drawn.svg).iter(f"{SVG}text")
    assert (first.attrib["direction"], first.attrib["x"], first.attrib.get("text-anchor")) == ("rtl", "344", None)
    assert ("direction" in second.attrib, second.attrib["x"], second.attrib["text-anchor"]) == (False, "344", "end")


@pytest.mark.parametrize(
    ("state", "elapsed", "shown", "bar"),
    [
        ({"duration_seconds": 660}, 0, ["11:00", "counts down"], [ROOM, ROOM]),
        ({"duration_seconds": 660}, 165, ["8:15", "counts down"], [ROOM, ROOM * 0.75]),
        ({"duration_seconds": 660}, 9999, ["0:00", "counts down"], [ROOM]),
        ({"duration_seconds": 660}, -5, ["11:00", "counts down"], [ROOM, ROOM]),
        ({"duration_seconds": 660, "counts_down": False}, 165, ["2:45", "counts up"], [ROOM, ROOM * 0.25]),
        ({"duration_seconds": 660, "is_running": False}, 60, ["10:00", "paused"], [ROOM, ROOM * 10 / 11]),
        ({"counts_down": False}, 75, ["1:15", "counts up"], []),
        ({"counts_down": False, "is_running": False}, 0, ["0:00", "paused"], []),
        ({}, 60, ["--:--", "counts down"], []),
        ({"is_running": False}, 0, ["--:--", "paused"], []),
        ({"duration_seconds": 0, "counts_down": "no", "is_running": 0}, 0, ["--:--", "counts down"], []),
        ({"duration_seconds": UNKNOWN}, 0, ["--:--", "counts down"], []),
        ({"duration_seconds": "660"}, 0, ["--:--", "counts down"], []),
    ],
)
def test_a_timer_shows_what_is_left_or_how_long_it_has_run(
    state: dict[str, Any], elapsed: float, shown: list[str], bar: list[float]
) -> None:
    drawn = Drawn(draw_timer, state, "orange", elapsed)
    assert drawn.texts == shown
    assert [width for width, _ in drawn.boxes] == pytest.approx(bar, abs=0.01)
    assert drawn.words == [f"timer {shown[0]}, {shown[1]}"]
    assert drawn.height == (48 if bar else 40)


def test_a_paused_timer_has_no_colour() -> None:
    second = PAINTS["second"][0]
    assert Drawn(draw_timer, {"duration_seconds": 9, "is_running": False}, "red").boxes[1][1] == second
    assert Drawn(draw_timer, {"duration_seconds": 9}, "red").boxes[1][1] == RED


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (42, "42"),
        (1.005, "1"),
        ("12,480", "12,480"),
        (-123_456_789_012.25, "-123456789012.25"),
        ("-123456789012.25", "-123456789012.25"),
        (UNKNOWN, "…"),
        (Unknown("number"), "…"),
        (PartialText(("$", "")), "$…"),
    ],
)
def test_a_value_is_one_large_figure(value: object, shown: str) -> None:
    drawn = Drawn(draw_value, {"value": value}, "purple")
    assert (drawn.texts, drawn.words, drawn.height) == ([shown], [shown], 38)


@pytest.mark.parametrize("value", [None, True, "", [], {}, float("inf")])
def test_a_value_that_is_none_draws_nothing(value: object) -> None:
    drawn = Drawn(draw_value, {"value": value}, "purple")
    assert (drawn.texts, drawn.words, drawn.height) == ([], [], 0)


# Buttons and notes


@pytest.mark.parametrize(
    ("request_", "kind", "titles"),
    [
        ({"action": OPEN}, "timer", ["Open"]),
        ({"action": OPEN, "secondary_action": RERUN}, "alert", ["Open", "Run again"]),
        ({"action": OPEN, "secondary_action": RERUN}, None, ["Open", "Run again"]),
        ({"action": OPEN, "secondary_action": RERUN}, "timer", ["Open"]),
        ({"secondary_action": RERUN}, "alert", ["Run again"]),
        ({"action": {"title": PartialText(("Run ", ""))}}, "alert", ["Run …"]),
    ],
)
def test_buttons_share_the_width_of_the_card(request_: dict[str, Any], kind: str | None, titles: list[str]) -> None:
    drawn = Drawn(draw_buttons, request_, kind, "red")
    assert drawn.texts == titles
    assert drawn.words == [f"button {title}" for title in titles]
    assert sum(width for width, _ in drawn.boxes) + 10 * (len(titles) - 1) == pytest.approx(ROOM)
    assert drawn.boxes[0][1] == PAINTS[soft("red")][0]
    assert all(paint == PAINTS["tile"][0] for _, paint in drawn.boxes[1:])
    assert drawn.height == 36


@pytest.mark.parametrize("action", [None, "x", [], {}, {"title": 7}, {"title": ""}])
def test_a_button_without_a_title_is_left_out(action: object) -> None:
    drawn = Drawn(draw_buttons, {"action": action, "secondary_action": action}, "alert", "red")
    assert (drawn.texts, drawn.boxes, drawn.height, drawn.words) == ([], [], 0, [])


@pytest.mark.parametrize(
    ("operation", "state", "notes"),
    [
        ("update", {}, []),
        (None, {"auto_dismiss_minutes": 5}, []),
        ("stream", {"auto_dismiss_minutes": 5}, []),
        ("end", {}, ["The activity ends; the card stays for 3 minutes."]),
        ("end", {"auto_dismiss_minutes": 1}, ["The activity ends; the card stays for 1 minute."]),
        ("end", {"auto_dismiss_minutes": 0}, ["The activity ends; the card leaves at once."]),
        ("end", {"auto_dismiss_minutes": "5"}, ["The activity ends."]),
        ("end", {"auto_dismiss_seconds": 5}, ["The activity ends; the card stays for 3 minutes."]),
        ("end_stream", {}, ["The activity ends."]),
        (
            "end_stream",
            {"auto_dismiss_minutes": 5, "auto_dismiss_seconds": 30},
            ["The activity ends; the card stays for 30 seconds."],
        ),
    ],
)
def test_a_note_says_how_an_activity_ends(operation: str | None, state: dict[str, Any], notes: list[str]) -> None:
    mode = None if operation is None else Operation(operation)
    assert notes_of(Fields({}), Fields(state, CLASSES.shared, mode), mode) == notes


@pytest.mark.parametrize(
    ("alert", "notes"),
    [
        ({"title": "A", "body": "B"}, ["Push alert: A: B"]),
        ({"body": "B\nC"}, ["Push alert: B C"]),
        ({}, ["Push alert: without text"]),
        ("x", []),
    ],
)
def test_a_note_says_what_the_push_alert_says(alert: object, notes: list[str]) -> None:
    assert notes_of(Fields({"alert": alert}), Fields({}), None) == notes


# Symbols


@pytest.mark.parametrize(
    ("symbol", "part"),
    [
        ("bolt.fill", "bolt"),
        ("bolt", "bolt"),
        ("person.2.fill", "person"),
        ("checkmark.circle.fill", "checkmark"),
        ("circle", "circle"),
        ("foo.circle", "circle"),
        ("cloud.bolt", "cloud"),
    ],
)
def test_a_symbol_is_found_by_the_first_known_part_of_its_name(symbol: str, part: str) -> None:
    assert shape_of(symbol) is SHAPES[part]


@pytest.mark.parametrize("symbol", ["", "foo", "boltfill", "Bolt", "x" * 9999, "." * 9999])
def test_any_other_symbol_has_a_neutral_shape(symbol: str) -> None:
    assert shape_of(symbol) is NEUTRAL


@pytest.mark.parametrize(
    ("symbol", "head"),
    [
        ("arrow.up", "up"),
        ("arrow.down.circle.fill", "down"),
        ("arrow.clockwise", "clockwise"),
        ("arrow.triangle.branch", "branch"),
        ("arrow.triangle.2.circlepath", "triangle"),
        ("arrow.foo", "right"),
        ("square.and.arrow.up", "up"),
    ],
)
def test_an_arrow_points_where_its_name_says(symbol: str, head: str) -> None:
    assert shape_of(symbol).lines == HEADS[head]


def paths(symbol: str) -> list[str]:
    """Return ``area`` or ``line`` for each path of a symbol."""
    canvas = Canvas("light")
    draw_symbol(canvas, symbol, "red", 0, 0)
    found = parsed(canvas.svg(40, "x", "x")).iter(f"{SVG}path")
    return ["line" if each.attrib["fill"] == "none" else "area" for each in found]


@pytest.mark.parametrize(
    ("symbol", "drawn"),
    [
        ("bolt.fill", ["area"]),
        ("bolt", ["line"]),
        ("checkmark", ["line"]),
        ("checkmark.fill", ["line"]),
        ("checkmark.circle", ["line", "line"]),
        ("checkmark.circle.fill", ["area", "line"]),
        ("exclamationmark.triangle.fill", ["area", "line"]),
        ("arrow.triangle.branch", ["line"]),
        ("arrow.up.circle.fill", ["area", "line"]),
        ("play.circle.fill", ["area"]),
        ("bell.slash.fill", ["area", "line", "line"]),
        ("foo.fill", ["area"]),
    ],
)
def test_the_name_says_what_is_filled_and_what_is_around_it(symbol: str, drawn: list[str]) -> None:
    assert paths(symbol) == drawn


@pytest.mark.parametrize("symbol", [*SHAPES, *(f"arrow.{head}" for head in HEADS)])
def test_every_shape_stays_on_its_ground(symbol: str) -> None:
    for path in (shape_of(symbol).body, shape_of(symbol).lines):
        starts = [tuple(map(float, each.split("l")[0].split("h")[0].split("v")[0].split("a")[0].split("q")[0]
                                .split("L")[0].split("c")[0].split("A")[0].split("t")[0].rstrip("z").split()))
                  for each in path.split("M")[1:]]  # fmt: skip
        assert all(0 <= x <= 24 and 0 <= y <= 24 for x, y in starts)


# Fields


@pytest.mark.parametrize(
    ("state", "known", "kind"),
    [
        ({"type": "timer", "percentage": 1}, "alert", "timer"),
        ({"percentage": 1}, "alert", "alert"),
        ({"type": "foo"}, "alert", "alert"),
        ({"type": 7}, None, None),
        ({"type": "foo", "percentage": 1}, None, "progress"),
        ({"percentage": 1}, None, "progress"),
        ({"value": 3}, None, "value"),
        ({"value": 3, "upper_limit": 4}, None, "progress"),
        ({"current_step": 3}, None, "segmented_progress"),
        ({"message": "x", "badge": {}}, None, "alert"),
        ({"metrics": []}, None, "metrics"),
        ({"duration_seconds": 3}, None, "timer"),
        ({"counts_down": True}, None, None),
        ({"counts_down": False}, None, "timer"),
        ({"title": "x"}, None, None),
        ({}, None, None),
        ([], "alert", None),
    ],
)
def test_the_type_is_the_named_one_the_known_one_or_one_that_the_fields_tell(
    state: object, known: str | None, kind: str | None
) -> None:
    assert activity_type_of(state, known) == kind


def test_a_field_of_another_type_or_operation_is_left_out() -> None:
    spec = CLASSES.specs["timer"]
    fields = Fields({"percentage": 3, "auto_dismiss_minutes": 4, "badge": {"title": "x"}}, spec, "update")
    assert (fields.number("percentage"), fields.count("auto_dismiss_minutes"), fields.object("badge")) == (
        None,
        None,
        None,
    )
    assert "percentage" in fields
    assert Fields({"auto_dismiss_minutes": 4}, spec, "end").count("auto_dismiss_minutes") == 4
    assert Fields({}, spec, "end").count("auto_dismiss_minutes") == 3
    assert Fields({}, spec, None).flag("counts_down")


@pytest.mark.parametrize("value", [None, 7, "x", []])
def test_anything_but_an_object_has_no_fields(value: object) -> None:
    assert Fields(value).text("title") is None


def test_what_is_drawn_stands_from_top_to_bottom() -> None:
    canvas = Canvas("light")
    tops = [canvas.y]
    for kind, state in STATES.items():
        BODIES[ActivityType(kind)](canvas, Fields(state), "blue")
        tops.append(canvas.y)
    assert all(before < after for before, after in pairwise(tops))
