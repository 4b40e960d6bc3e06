"""``liveschema extract``, which prints the requests that stand in files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lint_kit import GOOD, Folder, Result

STREAM = '{"content_state": {"title": "x", "type": "progress", "percentage": 1}}'


def extract(folder: Folder, *arguments: str, stdin: bytes = b"") -> Result:
    return folder.execute("extract", *arguments, stdin=stdin)


def rows(result: Result) -> list[dict[str, Any]]:
    assert (result.code, result.err.count("\n")) == (0, 1), result.err
    return [json.loads(line) for line in result.lines]


def test_each_request_is_a_line_with_its_place_and_operation(folder: Folder) -> None:
    folder.write("a.update.json", json.dumps(GOOD, indent=1))
    folder.write("b.jsonl", f"\n{json.dumps({'method': 'PUT', 'path': '/live-activity/stream/k', 'body': GOOD})}\n")
    folder.write("c.md", f"# x\n\n  ```json stream\n  {STREAM}\n  ```\n\n```json\n[1]\n```\n")
    folder.write("d.json", '{"name": "other"}')
    folder.write("e.json", f'[{STREAM}, {{"content_state": {{"title": "x", "type": "alert", "message": "m"}}}}]')
    result = extract(folder)
    assert [{**row, "payload": 0} for row in rows(result)] == [
        {"path": path, "line": line, "column": column, "operation": operation, "stream_key": key, "payload": 0,
         "unknown": [], "reader": reader}
        for path, line, column, operation, key, reader in [
            ("a.update.json", 1, 1, "update", None, "json"),
            ("b.jsonl", 2, 62, "stream", "k", "jsonl"),
            ("c.md", 4, 3, "stream", None, "markdown"),
            ("e.json", 1, 2, None, None, "json"),
            ("e.json", 1, 74, None, None, "json"),
        ]
    ]  # fmt: skip
    assert rows(result)[0]["payload"] == GOOD
    assert result.err == "liveschema: 5 requests in 4 files\n"


def test_what_is_not_known_is_null_and_listed(folder: Folder) -> None:
    state = '{"title": "Build ${N}", "percentage": ${P}, "tags": [${T}, "a"]}'
    text = f'{{"content_state": {state}, "channels": ["a"], ${{MORE}}}}'
    folder.write("x.stream.json", text)
    (row,) = rows(extract(folder))
    known = {"title": None, "percentage": None, "tags": ["a"]}
    assert row["payload"] == {"content_state": known, "channels": ["a"]}
    assert row["unknown"] == ["", "/content_state/title", "/content_state/percentage", "/content_state/tags"]


def test_requests_are_written_to_a_file_and_the_summary_can_be_left_out(folder: Folder) -> None:
    folder.write("x.update.json", GOOD)
    result = extract(folder, "-q", "--output-file", "out.jsonl", "x.update.json")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert json.loads((folder.root / "out.jsonl").read_text())["payload"] == GOOD


def test_the_operation_can_be_given_for_files_that_do_not_say_it(folder: Folder) -> None:
    assert [row["operation"] for row in rows(extract(folder, "-", stdin=STREAM.encode()))] == [None]
    given = extract(folder, "-", "--operation", "start", stdin=STREAM.encode())
    assert [row["operation"] for row in rows(given)] == ["start"]


def test_an_input_that_cannot_be_read_fails_the_run(folder: Folder) -> None:
    result = extract(folder, "missing.json")
    assert (result.code, result.out) == (2, "")
    assert result.err == "liveschema: missing.json: No such file or directory\nliveschema: 0 requests in 0 files\n"


def test_a_text_that_is_no_json_is_left_out(folder: Folder) -> None:
    folder.write("x.update.json", '{"content_state": ')
    assert extract(folder).out == ""


def test_files_are_chosen_as_for_check(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    folder.write("b.md", f"```json stream\n{STREAM}\n```\n")
    assert extract(folder, "--show-files").lines == ["a.update.json", "b.md"]
    assert [row["path"] for row in rows(extract(folder, "--inputs", "markdown"))] == ["b.md"]
    names = "json, jsonl, yaml, markdown, shell, python, notebook, javascript, typescript, go, ruby and php"
    error = extract(folder, "--inputs", "x").err
    assert error == f"liveschema: --inputs: there is no format 'x'; there are {names}\n"


@pytest.mark.parametrize("name", ["a.update.json", "./a.update.json"])
def test_an_input_is_not_overwritten(folder: Folder, name: str) -> None:
    folder.write("a.update.json", GOOD)
    result = extract(folder, "a.update.json", "--output-file", name)
    assert result.code == 2
    assert result.err == f"liveschema: --output-file: {name} is a file to be checked, and would be overwritten\n"
    assert json.loads((folder.root / "a.update.json").read_text()) == GOOD


def test_an_integer_that_cannot_be_written_is_not_known(folder: Folder) -> None:
    state = f"{{'title': 'x', 'type': 'progress', 'percentage': 0x{'f' * 5000}, 'value': 0x{'f' * 600}}}"
    url = "https://activitysmith.com/api/live-activity/start"
    folder.write("a.py", f"import requests\nrequests.post('{url}', json={{'content_state': {state}}})\n")
    (row,) = rows(extract(folder))
    assert row["unknown"] == ["/content_state/percentage"]
    assert row["payload"]["content_state"] == {
        "title": "x", "type": "progress", "percentage": None, "value": int("f" * 600, 16),
    }  # fmt: skip


def test_members_that_code_adds_are_in_the_order_of_the_code(folder: Folder) -> None:
    names = ["tags", "metadata", "alert", "action", "secondary_action", "target", "channels"]
    added = "".join(f"    payload[{name!r}] = more[{name!r}]\n" for name in names)
    text = f"def send(more):\n    payload = {STREAM}\n{added}    client.live_activities.stream('k', payload)\n"
    folder.write("send.py", f"from activitysmith import ActivitySmith\nclient = ActivitySmith()\n{text}")
    (row,) = rows(extract(folder, "send.py"))
    assert [*row["payload"]] == ["content_state", *names]
