"""``liveschema preview``, which draws the cards that payloads would show."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from lint_kit import BAD, GOOD, Folder, Result

from liveschema.lint.run.pictures import MOST
from liveschema.preview import svg

STEPS = {"title": "Release", "type": "segmented_progress", "number_of_steps": 3, "current_step": 0}
REFUSED = "The service refuses this request; the picture shows what it asks for."
PAST_END = "percentage must be from 0 to 100, got 142"
KEPT = "The card keeps what it shows."
NOON = "2026-07-01T12:00:00Z"
KEY = "as_live_0123456789abcdef"


def preview(folder: Folder, *arguments: str, stdin: bytes = b"") -> Result:
    return folder.execute("preview", *arguments, stdin=stdin)


def recorded(operation: str, body: dict[str, Any] | None = None, key: str = "", **more: Any) -> dict[str, Any]:
    """Return a recorded request; a body without the key of a state is a state."""
    methods = {"stream": "PUT", "end_stream": "DELETE"}
    path = "stream" if operation == "end_stream" else operation
    request = {"method": methods.get(operation, "POST"), "path": f"/live-activity/{path}{f'/{key}' if key else ''}"}
    return {**request, **({} if body is None else {"body": body}), **more}


def update(state: dict[str, Any], **more: Any) -> dict[str, Any]:
    return recorded("update", {"activity_id": "act_7", "content_state": state}, **more)


def started(state: dict[str, Any], **more: Any) -> dict[str, Any]:
    return recorded("start", {"content_state": state}, response={"activity_id": "act_7"}, **more)


def lines(*requests: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(each)}\n" for each in requests)


def words(text: str) -> str:
    """Return the texts of a page or a picture, with a bar for each gap between them."""
    body = re.sub(r"<(style|desc|title)[ >].*?</\1>", "", text, flags=re.DOTALL)
    return "|".join(unescape(each).strip() for each in re.split(r"<[^>]*>", body) if each.strip())


def steps(result: Result) -> list[str]:
    """Return the texts of each step of a storyboard."""
    return [each.removesuffix("|").removesuffix("|Step ") for each in words(result.out).split("|Step ")[1:]]


def test_one_payload_is_drawn_to_standard_output(folder: Folder) -> None:
    folder.write("x.update.json", GOOD)
    result = preview(folder, "x.update.json")
    assert (result.code, result.err) == (0, "liveschema: 1 request in 1 file: no problems\n")
    assert result.out == svg(GOOD, "update", ids="card-1")
    assert preview(folder, "-", "--operation", "update", stdin=json.dumps(GOOD).encode()).out == result.out
    assert preview(folder).out == result.out


def test_one_payload_is_drawn_to_a_file(folder: Folder) -> None:
    folder.write("x.update.json", GOOD)
    for option in ("--output", "--output-file"):
        result = preview(folder, "x.update.json", "-q", option, "x.svg", "--theme", "dark")
        assert (result.code, result.out, result.err) == (0, "", "")
        assert (folder.root / "x.svg").read_text("utf-8") == svg(GOOD, "update", ids="card-1", theme="dark")


def test_what_is_wrong_with_one_payload_is_printed_beside_its_picture(folder: Folder) -> None:
    folder.write("x.update.json", {**BAD, "content_state": {**BAD["content_state"], "subtitle": None}})
    result = preview(folder, "x.update.json")
    assert result.code == 0
    assert words(result.out) == "Backup|100%"
    assert result.err == (
        "liveschema: x.update.json:1:97: error[out-of-range] percentage must be from 0 to 100, got 142\n"
        "liveschema: x.update.json:1:114: error[null-value] subtitle must be a string, got null (leave subtitle out)\n"
        "liveschema: 1 request in 1 file: 2 errors\n"
    )
    assert preview(folder, "x.update.json", "-q").err == ""


def test_several_payloads_are_a_page_with_what_is_wrong(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    folder.write("b.update.json", BAD)
    result = preview(folder, "a.update.json", "b.update.json", "--theme", "light")
    assert (result.code, result.err) == (0, "liveschema: 2 requests in 2 files: 1 error\n")
    assert steps(result) == [
        "1:|update|a.update.json:1|Backup|42%|No problems.",
        f"2:|update|b.update.json:1|Backup|100%|{REFUSED}|error|out-of-range|b.update.json:1:97|{PAST_END}",
    ]
    assert "<h1>Live Activity storyboard</h1>" in result.out
    assert "<p>2 requests in 2 files: 1 error.</p>" in result.out
    assert "prefers-color-scheme" not in result.out
    assert len(set(re.findall(r' id="([^"]+)"', result.out))) == len(re.findall(r' id="', result.out))


def test_a_format_can_be_chosen(folder: Folder) -> None:
    folder.write("a.update.json", BAD)
    page = preview(folder, "a.update.json", "--format", "html")
    assert "<h1>Live Activity storyboard: a.update.json</h1>" in page.out
    assert page.err == "liveschema: 1 request in 1 file: 1 error\n"
    folder.write("b.update.json", GOOD)
    result = preview(folder, ".", "--format", "svg")
    assert (result.code, result.out) == (2, "")
    assert result.err == "liveschema: --format: svg is for one request, got 2; use html\n"


def test_the_findings_are_those_of_check(folder: Folder) -> None:
    folder.write("a.update.json", BAD)
    folder.write("b.stream.json", {"content_state": {"title": "", "type": "alert", "badge": {}, "tags": 1}})
    folder.write("c.end.json", GOOD)
    folder.write(
        "pyproject.toml", '[tool.liveschema]\nignore = ["blank-text"]\nseverity = { out-of-range = "warning" }\n'
    )
    found = [(f"{each['path']}:{each['line']}:{each['column']}", each["severity"], each["rule"], each["message"])
             for each in folder.findings(".")]  # fmt: skip
    page = preview(folder, ".")
    notes = re.findall(r'<li class="(\w+)">.*?<code>(.*?)</code>.*?<bdi>(.*?)</bdi>.*?<bdi>(.*?)</bdi>', page.out)
    assert [(place, severity, rule, unescape(message)) for severity, rule, place, message in notes] == found
    assert ("warning", "out-of-range") in [(severity, rule) for _, severity, rule, _ in found]
    assert page.err == "liveschema: 3 requests in 3 files: 3 errors and 1 warning\n"


def test_a_recording_is_the_story_of_its_activities(folder: Folder) -> None:
    folder.write(
        "r.jsonl",
        lines(
            started(STEPS, at=NOON),
            recorded("stream", {"content_state": {"title": "web-1", "type": "value", "value": 3}}, "prod-web-1"),
            update({"title": "Release", "current_step": 4}),
            update({"title": "Release", "current_step": 2}),
            recorded("end_stream", key="prod-web-1"),
        ),
    )
    result = preview(folder, "r.jsonl")
    assert result.code == 0
    never = "warning|never-ended|r.jsonl:1:60|an activity should be ended, got no end after 3 requests"
    past = "error|step-past-end|r.jsonl:3:140|current_step must be at most number_of_steps (3), got 4"
    kept = "number_of_steps has the value of an earlier request"
    shown = steps(result)
    assert shown[:2] == [
        f"1:|start|r.jsonl:1|activity act_7|{NOON}|Release|0 / 3|{never}|Hint:|send end when the work is done",
        "2:|stream|r.jsonl:2|activity prod-web-1|web-1|3|No problems.",
    ]
    assert shown[2:] == [
        f"3:|update|r.jsonl:3|activity act_7|Release|4 / 3|{REFUSED}|{past}|Hint:|{kept}",
        "4:|update|r.jsonl:4|activity act_7|Release|2 / 3|No problems.",
        f"5:|end_stream|r.jsonl:5|activity prod-web-1|web-1|3|The activity ends.|{KEPT}|No problems.",
    ]


def test_the_findings_are_those_of_timeline(folder: Folder) -> None:
    requests = [started(STEPS), update({"title": "x", "current_step": 9}), update({"title": ""}), started(STEPS)]
    folder.write("r.jsonl", lines(*requests))
    checked = folder.execute("timeline", "r.jsonl", "--format", "json").data["findings"]
    page = preview(folder, "r.jsonl").out
    notes = re.findall(r"<code>(.*?)</code>.*?<bdi>(.*?)</bdi>", page)
    assert sorted(notes) == sorted(
        (each["rule"], f"{each['path']}:{each['line']}:{each['column']}") for each in checked
    )  # fmt: skip


def test_a_card_keeps_only_what_the_service_keeps(folder: Folder) -> None:
    rich = {**STEPS, "subtitle": "web", "color": "red", "icon": {"symbol": "bolt"}, "badge": {"title": "LIVE"}}
    folder.write("r.jsonl", lines(started(rich), update({"title": "Release", "current_step": 1})))
    assert steps(preview(folder, "r.jsonl"))[1].startswith("2:|update|r.jsonl:2|activity act_7|Release|1 / 3|")


def test_a_refused_request_changes_no_card(folder: Folder) -> None:
    value = {"title": "web-1", "type": "value", "value": 3}
    folder.write(
        "r.jsonl",
        lines(
            recorded("stream", {"content_state": value}, "k"),
            recorded("stream", {"content_state": {**value, "value": None}}, "k"),
            recorded("end_stream", {"tags": ["a"]}, "k"),
        ),
    )
    shown = steps(preview(folder, "r.jsonl"))
    assert shown[1].startswith("2:|stream|r.jsonl:2|activity k|web-1|The service refuses")
    assert shown[2] == (
        "3:|end_stream|r.jsonl:3|activity k|web-1|3|The activity ends.|The card keeps what it shows.|No problems."
    )


def test_a_timer_runs_from_request_to_request(folder: Folder) -> None:
    timer = {"title": "Run", "type": "timer", "duration_seconds": 600}
    folder.write(
        "r.jsonl",
        lines(
            started(timer, at=0),
            update({"title": "Run", "is_running": False}, at=120),
            update({"title": "Run", "is_running": True}, at=300),
            update({"title": "Run"}, at=330),
            update({"title": "Run", "duration_seconds": 60}, at=340),
            update({"title": "Run", "counts_down": False}),
        ),
    )
    shown = [each.split("|") for each in steps(preview(folder, "r.jsonl"))]
    figures = [next(text for text in each if re.fullmatch(r"\d+:\d\d", text)) for each in shown]
    assert figures == ["10:00", "8:00", "8:00", "7:30", "1:00", "0:00"]
    assert [sum(text == "paused" for text in each) for each in shown] == [0, 1, 0, 0, 0, 0]


def test_a_request_of_no_activity_is_drawn_with_what_is_wrong(folder: Folder) -> None:
    folder.write("r.jsonl", lines(recorded("update", {"content_state": STEPS}), recorded("begin", GOOD)))
    first, second = steps(preview(folder, "r.jsonl"))
    assert first.startswith("1:|update|r.jsonl:1|Release|0 / 3|The service refuses")
    assert second.startswith("2:|operation unknown|r.jsonl:2|Backup|42%|The service refuses")
    assert "|unknown-endpoint|" in second


def test_the_requests_of_an_archive_are_a_story_too(folder: Folder) -> None:
    body = json.dumps({"content_state": {"title": "w", "type": "value", "value": 1}})
    entries = [
        {
            "startedDateTime": NOON,
            "request": {"method": method, "url": "https://activitysmith.com/api/live-activity/stream/k",
                        "postData": {"text": body}},
        }
        for method in ("PUT", "DELETE")
    ]  # fmt: skip
    folder.write("s.har", {"log": {"entries": entries}})
    assert [each[:44] for each in steps(preview(folder, "s.har"))] == [
        "1:|stream|s.har:1|activity k|2026-07-01T12:0",
        "2:|end_stream|s.har:1|activity k|2026-07-01T",
    ]


def test_what_is_not_known_is_an_ellipsis(folder: Folder) -> None:
    folder.write(
        ".github/workflows/w.yml",
        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n"
        "      - uses: ActivitySmithHQ/activitysmith-github-action@v1\n"
        "        with:\n          api-key: ${{ secrets.KEY }}\n          action: update_live_activity\n"
        "          live-activity-id: a\n          payload: |\n            content_state:\n"
        "              title: Build ${{ github.run_number }}\n              percentage: ${{ steps.x.outputs.p }}\n",
    )
    result = preview(folder)
    assert (result.code, words(unescape(result.out))) == (0, "Build …|…"), result.err


def test_a_recorded_request_that_is_not_known_is_drawn_alone(folder: Folder) -> None:
    request = update({"title": "Backup", "type": "progress", "percentage": "HOLE"})
    folder.write("r.json", json.dumps(request).replace('"HOLE"', "${{ env.P }}"))
    result = preview(folder, "r.json")
    assert (words(result.out), result.err) == ("Backup|…", "liveschema: 1 request in 1 file: no problems\n")


def test_requests_in_code_and_markdown_are_drawn(folder: Folder) -> None:
    folder.write("a.md", f"```json update\n{json.dumps(GOOD)}\n```\n")
    folder.write(
        "b.py",
        "import requests\nfor _ in range(3):\n"
        f"    requests.post('https://activitysmith.com/api/live-activity/update', json={BAD!r})\n",
    )
    shown = steps(preview(folder, "a.md", "b.py"))
    assert [each[:22] for each in shown] == ["1:|update|a.md:2|Backu", "2:|update|b.py:3|Backu"]


def test_a_request_that_code_sends_twice_is_drawn_once(folder: Folder) -> None:
    folder.write(
        "b.py",
        "import requests\n"
        f"body = {BAD!r}\n"
        "requests.post('https://activitysmith.com/api/live-activity/update', json=body)\n"
        "requests.post('https://activitysmith.com/api/live-activity/update', json=body)\n",
    )
    result = preview(folder, "b.py")
    assert words(result.out) == "Backup|100%"
    assert result.err.endswith("liveschema: 1 request in 1 file: 1 error\n")


def test_an_unreadable_text_is_reported_beside_the_cards(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    folder.write("b.update.json", "{")
    result = preview(folder, "a.update.json", "b.update.json", "--format", "html")
    assert result.code == 0
    before, after = words(result.out).split("|Step 1:|")
    assert "|error|invalid-json|b.update.json:1:2|" in before
    assert "invalid-json" not in after
    single = preview(folder, "a.update.json", "b.update.json")
    assert single.out == svg(GOOD, "update", ids="card-1")
    assert "b.update.json:1:2: error[invalid-json]" in single.err


def test_a_recorded_body_that_cannot_be_read_has_no_card(folder: Folder) -> None:
    folder.write("r.jsonl", lines(started(STEPS), recorded("update", "{"), recorded("update", [1])))  # type: ignore[arg-type]
    shown = steps(preview(folder, "r.jsonl"))
    assert shown[1].startswith("2:|update|r.jsonl:2|There is nothing to draw.|The payload cannot be read.|error|")
    assert shown[2].startswith("3:|update|r.jsonl:3|There is nothing to draw.|The payload cannot be read.|error|")


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": 1}', ""])
def test_nothing_is_written_if_there_is_nothing_to_draw(folder: Folder, content: str) -> None:
    folder.write("a.json", content)
    folder.write("x.svg", "old")
    result = preview(folder, "a.json", "--output", "x.svg", "--format", "html")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("liveschema: there is no request to draw\n")
    assert (folder.root / "x.svg").read_text() == "old"


def test_an_input_that_is_missing_does_not_stop_the_others(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    result = preview(folder, "a.update.json", "b.json")
    assert (result.code, words(result.out)) == (2, "Backup|42%")
    assert "b.json" in result.err


def test_a_result_replaces_only_an_earlier_one(folder: Folder) -> None:
    state = {"title": '{"content_state": {"title": "x"}}', "percentage": 142}
    folder.write("a.update.json", {"activity_id": "act_7", "content_state": state})
    folder.write("b.update.json", {"content_state": {"tilte": 1}})
    for form in ("html", "svg"):
        for _ in range(2):
            arguments = ("a.update.json", *(("b.update.json",) if form == "html" else ()))
            assert preview(folder, *arguments, "--output", f"x.{form}").code == 0
    for option in ("--output", "--output-file"):
        result = preview(folder, "a.update.json", option, "b.update.json")
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            f"liveschema: {option}: b.update.json holds a Live Activity request, and would be overwritten\n"
        )


def test_a_text_that_is_not_json_is_reported_beside_what_is_drawn(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    folder.write("b.update.json", "{")
    result = preview(folder, ".", "--format", "svg")
    assert (result.code, result.out[:4]) == (0, "<svg")
    assert "b.update.json:1:2: error[invalid-json] " in result.err
    assert preview(folder, "b.update.json").code == 2
    assert preview(folder, "a.update.json", "nowhere.json").code == 2


def test_an_api_key_is_never_drawn(folder: Folder) -> None:
    folder.write(
        "x.py",
        "from activitysmith import ActivitySmith\n"
        f"client = ActivitySmith(api_key='{KEY}')\n"
        f"client.live_activities.update('act_7', content_state={{'title': '{KEY}', 'percentage': '{KEY}', "
        f"'subtitle': f'{KEY} {{x}}', 'icon': {{'symbol': '{KEY}'}}}}, action={{'title': '{KEY}'}})\n",
    )
    folder.write("y.update.json", {**GOOD, "content_state": {"title": f"Bearer {KEY}", "percentage": 3}})
    for arguments in (("x.py",), ("x.py", "--format", "html"), ("y.update.json",), (".",)):
        result = preview(folder, *arguments)
        assert result.code == 0, result.err
        assert KEY[:10] not in result.out + result.err
        assert "•" * 10 in unescape(result.out)


def test_an_api_key_of_a_header_is_drawn_nowhere(folder: Folder) -> None:
    state = {"title": KEY, "type": "alert", "message": "m", "badge": {"title": KEY}}
    request = {
        "method": "PUT",
        "path": "/live-activity/stream/k",
        "headers": {"Authorization": f"Bearer {KEY}"},
        "body": {"content_state": state, "action": {"title": KEY, "type": "open_url", "url": "https://h.example"}},
    }
    folder.write("x.jsonl", f"{json.dumps(request)}\n" * 2)
    folder.write("y.json", request)
    for arguments in (("x.jsonl",), ("y.json",), (".",)):
        result = preview(folder, *arguments)
        assert result.code == 0, result.err
        assert KEY[:4] not in result.out + result.err
        assert unescape(result.out).count("•" * 8) >= 3


def test_the_output_is_right_in_any_encoding_and_no_command(folder: Folder) -> None:
    folder.write(
        "é\n::error::x.update.json", {**GOOD, "content_state": {"title": "é ##[error]x\n::y", "percentage": 3}}
    )
    for form in ("svg", "html"):
        out = preview(folder, ".", "--format", form).out
        assert out.isascii()
        assert "##[" not in out
        assert all(line.startswith("<") for line in out.split("<style>")[0].splitlines())
        assert "é ##[error]x ::y" in words(unescape(out))


def test_a_page_has_a_limit(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST == 1000
    monkeypatch.setattr("liveschema.lint.run.pictures.MOST", 2)
    folder.write("a.jsonl", lines(*(recorded("stream", {"content_state": {"title": "x"}}, f"k{n}") for n in range(5))))
    result = preview(folder, "a.jsonl")
    assert len(steps(result)) == 2
    assert "2 requests in 1 file: 2 errors and 2 warnings; 3 more requests not drawn" in result.err


def test_a_deep_payload_is_drawn(folder: Folder) -> None:
    deep: Any = "x"
    for _ in range(50):
        deep = [deep]
    folder.write("a.update.json", {**GOOD, "action": {"title": "Open", "body": deep}, "tags": deep})
    assert words(preview(folder, "a.update.json").out) == "Backup|42%|Open"


def test_the_files_and_the_operations_can_be_listed(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    assert preview(folder, "--show-files").out == "a.update.json\n"
    assert "a.update.json:1: update, by the name of the file or folder" in preview(folder, "-v").err
    folder.write("r.jsonl", lines(started(STEPS)))
    notes = [line for line in preview(folder, "r.jsonl", "-v").err.splitlines() if "by its method" in line]
    assert notes == ["liveschema: r.jsonl:1: start, by its method and path"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--theme", "drak"), "argument --theme: there is no theme 'drak'; did you mean dark?"),
        (("--format", "png"), "argument --format: there is no format 'png'; expected svg or html"),
        (("--operation", "updat"), "argument --operation: there is no operation 'updat'; did you mean update?"),
        (("no.json",), "no.json: "),
    ],
)
def test_wrong_use_is_refused(folder: Folder, arguments: tuple[str, ...], message: str) -> None:
    result = preview(folder, *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
