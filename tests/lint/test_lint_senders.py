"""Requests in workflows, scripts and code blocks, from the file to the report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from textwrap import indent

import pytest
from lint_kit import Folder

from liveschema.lint.config.interpreters import format_by_first_line

CURL = "curl -X PUT https://activitysmith.com/api/live-activity/stream/{key} --json '{body}'\n"
BODY = '{{"content_state": {{"title": "x", "type": "progress", "percentage": {percentage}}}}}'
KEY = "4f1c0e9b7d2a4f1c0e9b7d2a"


def curl(percentage: str, key: str = "k") -> str:
    return CURL.format(key=key, body=BODY.format(percentage=percentage))


def step(percentage: str, action: str = "stream_live_activity") -> str:
    return f"""\
- uses: ActivitySmithHQ/activitysmith-github-action@v1
  with:
    action: {action}
    api-key: ${{{{ secrets.KEY }}}}
    stream-key: k
    payload: |
      content_state:
        title: x
        type: progress
        percentage: {percentage}
"""


def found(folder: Folder, *arguments: str) -> list[tuple[str, int, int, str]]:
    return [(each["path"], each["line"], each["column"], each["rule"]) for each in folder.findings(*arguments)]


def test_requests_are_found_wherever_they_are_sent(folder: Folder) -> None:
    workflow = "on: push\njobs:\n  a:\n    steps:\n" + "".join(f"    {line}\n" for line in step("142").splitlines())
    folder.write(".github/workflows/deploy.yml", f"{workflow}    - run: |\n        {curl('143')}")
    folder.write(".gitlab-ci.yml", f"a:\n  script:\n    - make\n    - >-\n      {curl('144')}")
    folder.write("send.sh", f"set -e\n{curl('145')}")
    folder.write("bin/send", f"#!/usr/bin/env bash\n{curl('146')}")
    folder.write("bin/other", f"#!/usr/bin/env perl\n{curl('147')}")
    folder.write("README.md", f"1. First\n\n   ```bash cURL\n   {curl('148')}   ```\n\n```yaml\n{step('149')}```\n")
    folder.write("page.mdx", f"<Tab>\n    ```sh\n    {curl('150')}    ```\n</Tab>\n")
    column = len(curl("")) - len("}}'\n") + 1
    assert found(folder) == [
        (".github/workflows/deploy.yml", 14, 25, "out-of-range"),
        (".github/workflows/deploy.yml", 16, column + 8, "out-of-range"),
        (".gitlab-ci.yml", 5, column + 6, "out-of-range"),
        ("README.md", 4, column + 3, "out-of-range"),
        ("README.md", 17, 21, "out-of-range"),
        ("bin/send", 2, column, "out-of-range"),
        ("page.mdx", 3, column + 4, "out-of-range"),
        ("send.sh", 2, column, "out-of-range"),
    ]
    assert found(folder, "--inputs", "shell,json") == [
        ("bin/send", 2, column, "out-of-range"),
        ("send.sh", 2, column, "out-of-range"),
    ]


def test_an_operation_on_the_command_line_does_not_replace_the_one_that_is_sent(folder: Folder) -> None:
    folder.write("update/send.sh", curl("42"))
    assert found(folder, "--operation", "start") == []
    assert folder.check("-v").err == "liveschema: update/send.sh:1: stream, by its method and path\n"
    folder.write("update/send.sh", "P=42\n\n" + curl("'$P'"))
    assert folder.check("-v").err == "liveschema: update/send.sh:3: stream, by its method and path\n"


def test_a_script_without_a_request_is_passed_over_with_a_note(folder: Folder) -> None:
    folder.write("x.sh", "# activitysmith\ncurl https://example.com\n")
    result = folder.check("x.sh")
    assert (result.code, result.lines) == (0, ["no Live Activity request in 1 file"])
    assert result.err == "liveschema: x.sh: no Live Activity request in it\n"


def test_a_buffer_is_read_as_the_file_whose_name_it_has(folder: Folder) -> None:
    for name, text in (("x.sh", curl("142")), ("x.yml", step("142")), ("x.mdx", f"```sh\n{curl('142')}```\n")):
        result = folder.check("-", "--stdin-filename", name, "--format", "json", stdin=text.encode())
        assert [(each["path"], each["rule"]) for each in result.data["findings"]] == [(name, "out-of-range")]


def test_comments_ignore_findings_where_they_stand(folder: Folder) -> None:
    split = curl("142").replace(" --json", " \\\n  --json")
    folder.write("x.sh", f"# liveschema: ignore[out-of-range]\n{split}{split}")
    folder.write("y.yml", step("142  # liveschema: ignore[out-of-range]") + f"# liveschema: ignore\n{step('142')}")
    before = "{/* liveschema: ignore[out-of-range] */}"
    folder.write("z.mdx", f"{before}\n```sh\n{split}```\n\n```sh\n# liveschema: ignore\n{split}\n{split}```\n")
    column = len(split.splitlines()[1]) - len("142}}'") + 1
    assert found(folder) == [("x.sh", 5, column, "out-of-range"), ("z.mdx", 13, column, "out-of-range")]


def test_a_comment_with_an_unknown_rule_is_reported(folder: Folder) -> None:
    folder.write("x.sh", f"{curl('42')}# liveschema: ignore[out-of-rang]\n")
    folder.write("y.yml", f"# liveschema: ignore[x]\n{step('42')}")
    folder.write("z.md", f"```sh\n{curl('42')}true # liveschema: ignore[x]\n```\n")
    assert found(folder) == [
        ("x.sh", 2, 22, "unknown-ignore"),
        ("y.yml", 1, 22, "unknown-ignore"),
        ("z.md", 3, 27, "unknown-ignore"),
    ]


def test_an_api_key_is_reported_and_never_shown(folder: Folder) -> None:
    text = f"ACTIVITYSMITH_API_KEY={KEY}; {curl('142')}"
    header = f'-H "Authorization: Bearer {KEY}"'
    folder.write("x.sh", text + curl("142").replace("--json", f"{header} --json"))
    folder.write("y.yml", step("142").replace("${{ secrets.KEY }}", KEY))
    reports = ["full", "concise", "json", "github", "gitlab", "sarif", "junit"]
    for result in [folder.check("--format", name) for name in reports] + [folder.execute("extract")]:
        assert KEY not in result.out + result.err
        assert result.out
    assert "•" * len(KEY) in folder.check("--format", "full").out
    assert [row[::3] for row in found(folder) if row[3] != "out-of-range"] == [
        ("x.sh", "literal-api-key"),
        ("x.sh", "literal-api-key"),
        ("y.yml", "literal-api-key"),
    ]
    message = "an API key must not stand in a file, got one of 24 characters"
    assert {each["message"] for each in folder.findings() if each["rule"] == "literal-api-key"} == {message}
    folder.check("--baseline", "b.json", "--write-baseline")
    assert KEY not in (folder.root / "b.json").read_text()


def test_the_payload_in_a_file_is_checked_there_for_the_operation_of_the_request(folder: Folder) -> None:
    (folder.root / ".git").mkdir()
    state = {"title": "x", "type": "progress", "percentage": 142}
    folder.write("cards/card.json", {"content_state": state})
    folder.write("cards/state.json", {"title": "x", "numberOfSteps": 2, "currentStep": 1})
    with_file = step("").partition("    payload")[0].replace("stream-key: k", "live-activity-id: ${{ x }}")
    named = with_file.replace("stream_live", "update_live") + "    payload-file-path: cards/card.json\n"
    folder.write(".github/workflows/x.yml", f"jobs:\n  a:\n    steps:\n{indent(named, '    ')}")
    folder.write(
        "scripts/x.sh",
        "activitysmith activity start --content-state-file ../cards/state.json \\\n"
        "  --type segmented_progress --current-step 3\n",
    )
    expected = [("cards/card.json", 1, 68, "out-of-range"), ("cards/state.json", 1, 51, "step-past-end")]
    assert found(folder) == expected
    assert {each["operation"] for each in folder.findings(".")} == {"update", "start"}
    assert sorted(found(folder, "scripts", ".github")) == expected
    assert found(folder, "cards/state.json", "scripts/x.sh") == expected[1:]
    assert "cards/card.json (1)" not in folder.check("-v").err
    assert "cards/card.json:1: update, by the request in .github/workflows/x.yml:5" in folder.check("-v").err
    folder.write("liveschema.toml", 'exclude = ["cards"]\n')
    assert found(folder) == []


def test_a_file_that_several_requests_send_is_checked_by_its_shape(folder: Folder) -> None:
    state = {"title": "x", "type": "progress", "percentage": 142}
    folder.write("card.json", {"content_state": state})
    url = "https://activitysmith.com/api/live-activity"
    folder.write("x.sh", f"curl -X PUT {url}/stream/k -d @card.json\ncurl -X DELETE {url}/stream/k -d @card.json\n")
    assert found(folder) == [("card.json", 1, 68, "out-of-range")]
    assert folder.findings()[0]["operation"] is None
    folder.write("x.sh", f"curl -X PUT {url}/stream/k -d @card.json\ncurl -X PUT {url}/stream/l -d @card.json\n")
    assert folder.findings()[0]["operation"] == "stream"


@pytest.mark.parametrize("name", ["missing.json", "../outside.json", "/etc/hostname", "a\\0b", "folder", "x" * 300])
def test_a_file_that_cannot_be_followed_is_left_out(folder: Folder, name: str) -> None:
    inside = folder.root / "inside"
    (inside / "folder").mkdir(parents=True)
    (inside / ".git").mkdir()
    folder.write("outside.json", "{}")
    folder.write("inside/x.sh", f"curl -X PUT https://activitysmith.com/api/live-activity/stream/k -d @{name}\n")
    result = folder.check("inside")
    assert (result.code, result.err) == (0, "")


def test_a_file_that_is_sent_and_is_no_json_is_reported(folder: Folder) -> None:
    folder.write("card.json", "{")
    folder.write("x.sh", "curl -X PUT https://activitysmith.com/api/live-activity/stream/k -d @card.json\n")
    assert [row[3] for row in found(folder)] == ["invalid-json"]


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("#!/bin/sh", "shell"),
        ("#! /bin/bash -e", "shell"),
        ("#!/usr/bin/env bash", "shell"),
        ("#!/usr/bin/env -S zsh -f", "shell"),
        ("#!/usr/local/bin/ksh93\r", "shell"),
        ("#!dash", "shell"),
        ("#!/usr/bin/perl", None),
        ("#!/usr/bin/env", None),
        ("# /bin/sh", None),
        ("", None),
    ],
)
def test_the_first_line_names_the_format_of_a_script(tmp_path: Path, line: str, form: str | None) -> None:
    (tmp_path / "x").write_text(f"{line}\n")
    assert format_by_first_line(str(tmp_path / "x")) == form


def test_what_cannot_be_opened_is_no_script(tmp_path: Path) -> None:
    assert format_by_first_line(str(tmp_path)) is None
    assert format_by_first_line(str(tmp_path / "missing")) is None


def test_a_timeline_leaves_out_what_is_sent_by_code(folder: Folder) -> None:
    folder.write("x.sh", curl("142"))
    folder.write("y.yml", step("142"))
    folder.write("z.jsonl", json.dumps({"method": "DELETE", "path": "/live-activity/stream/k"}) + "\n")
    result = folder.execute("timeline", ".", "--format", "json")
    assert (result.code, [each["path"] for each in result.data["findings"]]) == (1, ["z.jsonl"])


def test_a_block_of_yaml_needs_pyyaml_only_if_it_may_have_a_request(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:

    for name in [name for name in sys.modules if name.split(".")[0] in ("yaml", "_yaml") or "inputs.yaml" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "yaml", None)
    folder.write("x.md", "```yaml\na: 1\n```\n")
    assert folder.check("x.md").code == 0
    folder.write("x.md", f"```yaml\n{step('42')}```\n")
    assert folder.check("x.md").err == "liveschema: x.md: YAML needs PyYAML: pip install 'liveschema[cli]'\n"


def test_scripts_in_other_encodings_are_passed_over(folder: Folder) -> None:
    folder.write("x.sh", curl("142").encode("utf-16"))
    folder.write("y.sh", b"# caf\xe9\n" + curl("142").encode())
    folder.write("z.sh", b"\xff\xfe# activitysmith\n")
    assert [row[0] for row in found(folder)] == ["y.sh"]


def notebook(*lines: str) -> str:
    cell = {"cell_type": "code", "source": [f"{line}\n" for line in lines]}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}, indent=1)


SENT = 'live_activities.stream("k", content_state={"title": "x", "type": "progress", "percentage": 142})'


def test_code_in_other_languages_is_read(folder: Folder) -> None:
    folder.write("a.py", f"import activitysmith\n{SENT}\n")
    folder.write("b.ipynb", notebook("import activitysmith", SENT))
    folder.write("c.md", f"```python\n{SENT}\n```\n")
    folder.write(
        "e.py", '"""Cards like those of activitysmith."""\nCARD = {"title": "x", "type": "progress", "percentage": 142}'
    )
    folder.write("bin/d", f"#!/usr/bin/env python3\nimport activitysmith\n{SENT}\n")
    column = SENT.index("142") + 1
    assert [row[:3] for row in found(folder)] == [
        ("a.py", 2, column),
        ("b.ipynb", 7, column + 5 + SENT[: column - 1].count('"')),
        ("bin/d", 3, column),
        ("c.md", 2, column),
    ]


def test_comments_in_a_notebook_ignore_findings_of_its_cells(folder: Folder) -> None:
    folder.write("x.ipynb", notebook("import activitysmith", f"{SENT}  # liveschema: ignore[out-of-range]"))
    assert found(folder) == []
    folder.write("x.ipynb", notebook("import activitysmith", f"{SENT}  # liveschema: ignore[out-of-rang]"))
    assert [(row[1], row[3]) for row in found(folder)] == [(7, "out-of-range"), (7, "unknown-ignore")]


def test_a_block_of_yaml_with_something_left_out_is_not_meant_as_it_is(folder: Folder) -> None:
    folder.write("x.md", "```yaml\ncontent_state:\n  title: x\n  ...: {\n```\n")
    assert found(folder) == []
    folder.write("x.md", "```yaml\ncontent_state:\n  title: x\n  y: {\n```\n")
    assert [row[3] for row in found(folder)] == ["invalid-yaml"]


def test_a_workflow_with_invalid_bytes_is_read(folder: Folder) -> None:
    folder.write("x.yml", step("142").encode() + b"# caf\xe9\n")
    assert [row[3] for row in found(folder, "x.yml")] == ["out-of-range", "invalid-utf8"]
    folder.write("x.yml", b"\xff\xfe# activitysmith\n")
    assert [row[3] for row in found(folder)] == ["invalid-utf8"]


def test_the_state_in_a_file_may_be_no_object(folder: Folder) -> None:
    folder.write("card.json", "[1]")
    folder.write("x.sh", "activitysmith activity start --content-state-file card.json\n")
    assert [(row[0], row[3]) for row in found(folder)] == [("card.json", "wrong-type")]


def test_a_sender_that_cannot_be_read_is_said_once(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("x.sh", curl("142"))

    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [row[0] for row in found(folder)] == ["x.sh"]


def test_a_request_in_a_text_that_cannot_be_read_is_not_extracted(folder: Folder) -> None:
    folder.write("x.json", {"method": "PUT", "path": "/live-activity/stream/k", "body": "{"})
    assert folder.execute("extract").out == ""


def test_a_finding_in_a_variable_that_is_sent_twice_is_reported_once(folder: Folder) -> None:
    state = '{"title": "x", "type": "progress", "percentage": 142}'
    calls = "".join(f'live_activities.stream("{key}", content_state=STATE)\n' for key in "ab")
    folder.write("x.py", f"import activitysmith\nSTATE = {state}\n{calls}")
    assert found(folder) == [("x.py", 2, 58, "out-of-range")]


def test_a_state_whose_operation_is_not_known_is_checked_by_what_all_operations_share(folder: Folder) -> None:
    folder.write(
        "x.py", 'import activitysmith\n\ndef card(n):\n    return {"title": "x", "type": "value", "percentage": n}\n'
    )
    assert [row[1::2] for row in found(folder)] == [(4, "misplaced-field")]
    folder.write(
        "x.py", 'import activitysmith\nCARD = {"content_state": {"title": "x", "type": "timer"}, "alert": {}}\n'
    )
    assert found(folder) == []


@pytest.mark.parametrize(
    "change",
    [
        "((total++))", "let total++", "let 'total = 3'", "(( total += 1 ))", ": $((total /= 4))",
        "if ((total = $(ls | wc -l))); then true; fi", "while ((++total < 5)); do true; done", "((--total))",
    ],
)  # fmt: skip
def test_a_variable_that_is_computed_is_not_known(folder: Folder, change: str) -> None:
    send = 'curl -X PUT https://activitysmith.com/api/live-activity/stream/k -d "$BODY"\n'
    body = r'BODY="{\"content_state\": {\"title\": \"x\", \"type\": \"progress\", \"percentage\": $total}}"'
    folder.write("x.sh", f"total=500\n{body}\n{send}")
    assert [row[3] for row in found(folder)] == ["out-of-range"]
    folder.write("x.sh", f"total=500\n{change}\n{body}\n{send}")
    assert found(folder) == []


def test_a_comparison_does_not_change_a_variable(folder: Folder) -> None:
    send = curl("'$total'")
    folder.write("x.sh", f"total=500\nif (( total == 500 )); then true; fi\n{send}")
    assert [row[3] for row in found(folder)] == ["out-of-range"]


def test_a_key_in_the_environment_of_a_workflow_is_reported(folder: Folder) -> None:
    folder.write(
        "x.yml", f"env:\n  ACTIVITYSMITH_API_KEY: {KEY}\njobs: {{a: {{env: {{ACTIVITYSMITH_API_KEY: '{KEY}'}}}}}}\n"
    )
    folder.write("y.yml", "env:\n  ACTIVITYSMITH_API_KEY: ${{ secrets.KEY }}\n")
    assert found(folder) == [("x.yml", 2, 26, "literal-api-key"), ("x.yml", 3, 42, "literal-api-key")]
    assert KEY not in folder.check("--format", "full").out


KEY_BY_MISTAKE = {
    "x.yml": [
        step("42").replace("api-key: ${{ secrets.KEY }}", f"api_key: {KEY}"),
        step("42").replace("api-key: ${{ secrets.KEY }}", f"api-key: [{KEY}]"),
        step("142").replace("${{ secrets.KEY }}", KEY).replace("stream_live_activity", KEY),
        step("142").replace("${{ secrets.KEY }}", KEY).replace("stream-key: k", f"stream-key: {KEY} k"),
    ],
    "x.sh": [
        curl("142", f"k?api_key={KEY}"),
        curl("142").replace("//", f"//{KEY}@"),
        curl("142").replace("PUT", "POST").replace("/k ", f"/k?api_key={KEY} "),
        curl("142").replace("PUT", f"PUT -u {KEY}:"),
        curl("142").replace("PUT", f'PUT -H "Authorization: Bearer ${{ACTIVITYSMITH_API_KEY:-{KEY}}}"'),
        curl("142").replace("PUT", f'PUT -H "X-API-Key: {KEY}"'),
    ],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in KEY_BY_MISTAKE for text in KEY_BY_MISTAKE[name]])
def test_a_key_at_a_wrong_place_is_not_shown(folder: Folder, name: str, text: str) -> None:
    folder.write(name, text)
    for report in ("full", "concise", "json", "sarif"):
        result = folder.check("--format", report)
        assert KEY not in result.out + result.err
        assert result.code == 1 or "api_key" in text
    assert KEY not in folder.execute("extract").out


def test_a_short_word_at_the_place_of_a_key_is_no_secret(folder: Folder) -> None:
    folder.write("x.yml", step("142").replace("${{ secrets.KEY }}", "age"))
    assert [each["message"] for each in folder.findings()] == ["percentage must be from 0 to 100, got 142"]


def test_a_request_to_another_service_with_the_same_path_is_passed_over(folder: Folder) -> None:
    other = curl("142").replace("activitysmith.com", "app.example.com")
    folder.write("x.sh", other)
    assert found(folder) == []
    for host in ("localhost:8080", "127.0.0.1", "[::1]:80", "mock", "api.test", "$HOST"):
        quoted = other.replace("https://app.example.com", f'"http://{host}').replace("/k ", '/k" ')
        folder.write("x.sh", quoted)
        assert [row[3] for row in found(folder)] == ["out-of-range"], host
