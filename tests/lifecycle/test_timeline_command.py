"""The subcommand ``timeline``: its findings and its table for recordings."""

from __future__ import annotations

import io
import json
import textwrap
from pathlib import Path
from typing import Any

import pytest

from liveschema.lint.__main__ import main
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.sequence import InSequence

STEPS = {"title": "Release", "type": "segmented_progress", "number_of_steps": 3, "current_step": 0}


class Answer:
    """The output and the exit code of the command."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def timeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **files: Any) -> Answer:
        for name, content in files.items():
            path = name.replace("__", ".")
            lines = content if isinstance(content, str) else "".join(json.dumps(each) + "\n" for each in content)
            Path(path).write_text(lines, encoding="utf-8")
        code = main(["timeline", *arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


FIRST_STREAM = "the first stream request of a key must have the fields that a start requires"


def sent(method: str, path: str, body: Any = None, **more: Any) -> dict[str, Any]:
    recorded = {"method": method, "path": f"/live-activity/{path}", **more}
    return recorded if body is None else {**recorded, "body": body}


def update(step: int, name: str = "act_7", **more: Any) -> dict[str, Any]:
    return sent(
        "POST", "update", {"activity_id": name, "content_state": {"title": "Release", "current_step": step}}, **more
    )


RELEASE = [
    sent("POST", "start", {"content_state": STEPS}, at="2026-07-01T12:00:00Z", response={"activity_id": "act_7"}),
    update(1, at="2026-07-01T12:05:00Z"),
    sent("POST", "end", {"activity_id": "act_7", "content_state": {"title": "Release", "current_step": 3}}, at=0),
]


def test_a_valid_recording_prints_only_the_table(timeline: Any) -> None:
    answer = timeline("log.jsonl", log__jsonl=RELEASE)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == textwrap.dedent(
        """\
        activity  type                started               requests  ended  findings
        act_7     segmented_progress  2026-07-01T12:00:00Z  3         0      0
        1 file
        """
    ).replace("1 file", "3 payloads in 1 file: no problems")


NEVER_ENDED = "an activity should be ended, got no end after 2 requests (send end when the work is done)"
NEVER_ENDED_STREAM = (
    "an activity should be ended, got no end_stream after 1 request (send end_stream when the work is done)"
)
PAST_THE_END = (
    "current_step must be at most number_of_steps (3), got 4 (number_of_steps has the value of an earlier request)"
)


def test_findings_have_positions_and_count_for_their_activity(timeline: Any) -> None:
    log = [
        RELEASE[0],
        sent("PUT", "stream/prod-web-1", {"content_state": {"title": "web-1", "percentage": 4}}),
        update(4),
        update(2, "act_9"),
    ]
    answer = timeline("log.jsonl", log__jsonl=log)
    assert answer.code == 1
    assert answer.out.splitlines() == [
        f"log.jsonl:1:128: warning[never-ended] {NEVER_ENDED}",
        f"log.jsonl:2:71: warning[never-ended] {NEVER_ENDED_STREAM}",
        f"log.jsonl:2:89: error[first-stream] {FIRST_STREAM}, got no type (add type)",
        f"log.jsonl:3:140: error[step-past-end] {PAST_THE_END}",
        "log.jsonl:4:61: error[unknown-activity] an update needs an activity that was started, got none",
        "activity    type                started               requests  ended  findings",
        "act_7       segmented_progress  2026-07-01T12:00:00Z  2         no     2",
        "prod-web-1  ?                   request 2             1         no     2",
        "3 errors and 2 warnings in 1 of 1 file (4 payloads)",
    ]


def test_all_files_form_one_timeline(timeline: Any) -> None:
    assert timeline("a.jsonl", "b.ndjson", a__jsonl=RELEASE[:1], b__ndjson=RELEASE[1:]).code == 0
    assert timeline("b.ndjson", "a.jsonl").code == 1


def test_a_har_archive_and_a_list_of_requests_are_read(timeline: Any) -> None:
    def entry(path: str, body: Any, answer: str) -> dict[str, Any]:
        url = f"https://activitysmith.com/api/live-activity/{path}"
        return {
            "startedDateTime": "2026-07-01T12:00:00Z",
            "request": {"method": "POST", "url": url, "postData": {"text": json.dumps(body)}},
            "response": {"content": {"text": answer}},
        }

    other = {"request": {"method": "GET", "url": "https://example.com/"}}
    entries = [
        entry("start", RELEASE[0]["body"], '{"activity_id": "act_7"}'),
        other,
        entry("update", RELEASE[1]["body"], "no JSON"),
        entry("end", RELEASE[2]["body"], "[]"),
    ]
    answer = timeline("x.har", x__har=json.dumps({"log": {"entries": entries}}))
    assert answer.out.splitlines()[1:] == [
        "act_7     segmented_progress  2026-07-01T12:00:00Z  3         2026-07-01T12:00:00Z  0",
        "3 payloads in 1 file: no problems; 1 other request skipped",
    ]
    assert timeline("x.json", x__json=json.dumps(RELEASE)).code == 0


@pytest.mark.parametrize(
    "response", [None, 5, {"activity_id": ""}, {"content": {"text": 5}}, {"content": 5}, "[" * 9000]
)
def test_a_start_without_an_answered_id_gets_the_next_new_id(timeline: Any, response: Any) -> None:
    answer = timeline("log.jsonl", log__jsonl=[{**RELEASE[0], "response": response}, *RELEASE[1:]])
    assert (answer.code, answer.out.splitlines()[1][:5]) == (0, "act_7")


def test_invalid_lines_are_findings_and_do_not_stop_the_run(timeline: Any) -> None:
    lines = [
        json.dumps(RELEASE[0]),
        "",
        "{",
        json.dumps({"content_state": STEPS}),
        json.dumps(sent("PATCH", "update", {})),
        json.dumps(sent("POST", "update", '{"activity_id": "act_7", }')),
        json.dumps(sent("PUT", "stream/a b", {"content_state": STEPS})),
        json.dumps(sent("DELETE", "stream/a b")),
        json.dumps({"method": "GET", "path": "/elsewhere"}),
        *map(json.dumps, RELEASE[1:]),
    ]
    answer = timeline("log.jsonl", "--format", "concise", log__jsonl="\r\n".join(lines))
    assert answer.code == 1
    assert [line.split(" ")[:2] for line in answer.out.splitlines()][:-4] == [
        ["log.jsonl:3:2:", "error[invalid-json]"],
        ["log.jsonl:4:1:", "error[unknown-operation]"],
        ["log.jsonl:5:29:", "error[unknown-endpoint]"],
        ["log.jsonl:6:91:", "error[invalid-json]"],
        ["log.jsonl:7:27:", "error[invalid-stream-key]"],
        ["log.jsonl:8:30:", "error[invalid-stream-key]"],
        ["log.jsonl:9:27:", "error[unknown-endpoint]"],
    ]


def test_timeline_has_the_reporters_of_check(timeline: Any) -> None:
    log = [sent("PUT", "stream/k", {"content_state": STEPS})]
    answer = timeline("log.jsonl", "--format", "json", log__jsonl=log)
    assert [(each["rule"], each["pointer"]) for each in json.loads(answer.out)["findings"]] == [
        ("never-ended", "/body")
    ]
    assert answer.err.splitlines()[0].startswith("activity")
    full = timeline("log.jsonl", "--format", "full", "-q")
    assert "^\n" in full.out
    assert "activity  " not in full.out


def test_warnings_fail_only_with_strict_and_rules_can_be_selected(timeline: Any) -> None:
    log = [sent("PUT", "stream/k", {"content_state": STEPS})]
    assert timeline("log.jsonl", log__jsonl=log).code == 0
    assert timeline("log.jsonl", "--strict").code == 1
    assert timeline("log.jsonl", "--strict", "--exit-zero").code == 0
    assert timeline("log.jsonl", "--strict", "--ignore", "never-ended").code == 0
    legacy = timeline("log.jsonl", "--select", "legacy-operation, never-ended", log__jsonl=RELEASE)
    assert [line.split()[1] for line in legacy.out.splitlines()[:3]] == ["warning[legacy-operation]"] * 3


def test_standard_input_holds_json_lines(timeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(map(json.dumps, RELEASE[:2]))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    answer = timeline("-")
    assert (answer.code, answer.out.split()[:2]) == (0, ["<stdin>:1:128:", "warning[never-ended]"])


def test_an_unreadable_file_is_reported_and_does_not_stop_the_run(timeline: Any) -> None:
    answer = timeline("missing.jsonl", "log.jsonl", log__jsonl=RELEASE)
    assert (answer.code, answer.err) == (2, "liveschema: missing.jsonl: No such file or directory\n")
    assert "act_7" in answer.out
    assert timeline("a\0b").code == 2
    assert timeline("log.jsonl", "--ignore", "no-such-rule").code == 2


def test_an_empty_recording_has_no_table(timeline: Any) -> None:
    answer = timeline("log.jsonl", log__jsonl="")
    assert (answer.code, answer.out) == (0, "no Live Activity request in 1 file\n")


def test_invalid_times_are_ignored(timeline: Any) -> None:
    answer = timeline("log.jsonl", log__jsonl=[{**RELEASE[0], "at": "noon"}, *RELEASE[1:]])
    assert (answer.code, "noon" in answer.out) == (0, True)
    answer = timeline("log.jsonl", log__jsonl=[{**RELEASE[0], "at": True}, *RELEASE[1:]])
    assert (answer.code, "request 1" in answer.out) == (0, True)


def test_a_folder_without_recordings_is_no_failure(timeline: Any) -> None:
    answer = timeline(".", package__json={"name": "x"})
    assert (answer.code, answer.out) == (0, "no Live Activity request in 1 file\n")


def test_requests_of_an_activity_that_was_never_started_are_not_remembered() -> None:
    sequence = InSequence()
    stream = io.BytesIO("".join(json.dumps(each) + "\n" for each in (RELEASE[0], update(4), update(1, "x"))).encode())
    list(sequence.read(stream, "jsonl", FileContext("log.jsonl")))
    ((_, result),) = sequence.finish()
    assert [(each.rule, each.activity) for each in result.findings] == [
        ("never-ended", 0),
        ("step-past-end", 0),
        ("unknown-activity", None),
    ]
