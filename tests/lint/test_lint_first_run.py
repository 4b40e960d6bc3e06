"""The first run in any repository: silent about what is not a request, plain about what is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema.lint.commands.inputs import FINDINGS
from liveschema.lint.inputs.likely_keys import likely_keys, without_keys
from liveschema.lint.reporters import FORMATS

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"

PACKAGE = {"name": "web", "version": "1.4.2", "scripts": {"build": "tsc"}}
SETTINGS = '{\n  // for the editor\n  "compilerOptions": {"strict": true,},\n}\n'


def test_a_repository_with_one_payload(folder: Folder) -> None:
    folder.write("package.json", PACKAGE)
    folder.write("tsconfig.json", SETTINGS)
    folder.write("docs/api.yaml", "openapi: 3.1.0\ninfo: {title: x}\n---\n{{ template }}\n")
    folder.write("card.json", GOOD)
    result = folder.check()
    assert (result.code, result.err) == (0, "")
    assert result.lines == ["1 payload in 1 file: no problems; 3 files without a request passed over"]
    folder.write("card.json", BAD)
    assert folder.check().lines == [
        "card.json:1:97: error[out-of-range] percentage must be from 0 to 100, got 142",
        "1 error in 1 of 1 file (1 payload); 3 files without a request passed over",
    ]


BY_SHAPE = "operation unknown, by its shape, which fits stream and end_stream: the same findings"


def test_verbose_says_what_is_passed_over(folder: Folder) -> None:
    folder.write("package.json", PACKAGE)
    folder.write("log.jsonl", "\n".join(map(json.dumps, [PACKAGE, GOOD, {"x": 1}])))
    folder.write("many.yaml", "a: 1\n---\nb: 2\n---\ncontent_state: {title: x}\n")
    result = folder.check("-v")
    assert result.err.splitlines() == [
        "liveschema: log.jsonl:1: passed over, nothing marks it as a Live Activity request",
        "liveschema: log.jsonl:2: operation unknown, by its shape, which fits update and end: the same findings",
        "liveschema: log.jsonl:3: passed over, nothing marks it as a Live Activity request",
        "liveschema: many.yaml (1): passed over, nothing marks it as a Live Activity request",
        "liveschema: many.yaml (2): passed over, nothing marks it as a Live Activity request",
        f"liveschema: many.yaml (3): {BY_SHAPE}",
        "liveschema: package.json: passed over, nothing marks it as a Live Activity request",
    ]
    assert result.lines == [
        "2 payloads in 2 files: no problems; 4 other documents passed over; 1 file without a request passed over"
    ]
    assert folder.check("--format", "json").data["summary"]["passed_over"] == {"files": 1, "documents": 4}


def test_a_folder_without_payloads_is_no_failure(folder: Folder) -> None:
    folder.write("package.json", PACKAGE)
    folder.write("tsconfig.json", SETTINGS)
    for form in ("concise", "full"):
        result = folder.check("--format", form)
        assert (result.code, result.out) == (0, "no Live Activity request in 2 files\n")
    assert folder.check("*.json").out == "no Live Activity request in 2 files\n"


NO_REQUEST = "error[no-request] expected a Live Activity request, got"
EMPTY = "(an empty body is valid only for end_stream; if it is one, use --operation end_stream)"
ANOTHER = "(a request has content_state; if the file is something else, leave it out)"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("package.json", PACKAGE, f"1:1: {NO_REQUEST} an object with the keys name, version and scripts {ANOTHER}"),
        ("x.yaml", "name: x\n", f"1:1: {NO_REQUEST} an object with the key name {ANOTHER}"),
        ("x.json", [1, 2], f"1:1: {NO_REQUEST} a list {ANOTHER}"),
        ("x.yaml", "text", f'1:1: {NO_REQUEST} the string "text" {ANOTHER}'),
        (
            "x.json",
            {"ContentState": 1},
            f"1:1: {NO_REQUEST} an object with the key ContentState (did you mean content_state?)",
        ),
        (
            "x.json",
            {},
            f"1:1: {NO_REQUEST} an empty object {EMPTY}",
        ),
    ],
)
def test_a_named_file_without_a_request_is_one_finding(folder: Folder, name: str, content: object, line: str) -> None:
    folder.write(name, content)
    assert folder.check(name).lines == [f"{name}:{line}", "1 error in 1 of 1 file (0 payloads)"]
    assert folder.check(".").lines == ["no Live Activity request in 1 file"]
    assert folder.check(name, "--force-exclude").lines == ["no Live Activity request in 1 file"]


def test_a_named_template_is_a_finding_only_if_it_can_be_no_request(folder: Folder) -> None:
    files = {
        "a.json": '{ {{ extra }}, "a": 1 }', "b.json": "{{ payload }}", "c.yaml": "{{ name }}: 1\n",
        "d.yaml": "a: 1\n{{ more }}\n", "e.yaml": "{{ payload }}\n",
    }  # fmt: skip
    for name, content in files.items():
        folder.write(name, content)
    result = folder.check(*files)
    assert result.lines == ["no Live Activity request in 5 files"]
    reason = "what is known of it is not enough to tell whether it is a Live Activity request"
    assert result.err == "".join(f"liveschema: {name}:1: passed over, {reason}\n" for name in files)
    for content, got in (
        ('"{{ text }}"', "a string that is not known yet"), ('"a {{ text }}"', 'the string "a …"'),
        ('{"a": {{ b }}}', "an object with the key a"), ("[{{ a }}]", "a list"),
    ):  # fmt: skip
        folder.write("a.json", content)
        assert folder.check("a.json").lines[0] == f"a.json:1:1: {NO_REQUEST} {got} {ANOTHER}"


def test_an_empty_body_is_valid_if_something_says_that_it_is_for_end_stream(folder: Folder) -> None:
    folder.write("x.json", {})
    folder.write("y.end_stream.json", {})
    folder.write("liveschema.toml", '[operations]\n"z.json" = "end_stream"\n')
    folder.write("z.json", {})
    assert folder.check("x.json", "--operation", "end_stream").lines == ["1 payload in 1 file: no problems"]
    assert folder.check("y.end_stream.json").lines == ["1 payload in 1 file: no problems"]
    assert folder.check().lines == ["2 payloads in 2 files: no problems; 1 file without a request passed over"]
    assert len(folder.check("x.json", "--operation", "update").lines) == 3


def test_an_operation_on_the_command_line_does_not_say_that_a_file_is_a_request(folder: Folder) -> None:
    folder.write("package.json", PACKAGE)
    folder.write("tsconfig.json", SETTINGS)
    assert folder.check(".", "--operation", "update").lines == ["no Live Activity request in 2 files"]
    assert folder.check("package.json", "--operation", "update").lines[0].startswith(f"package.json:1:1: {NO_REQUEST}")


@pytest.mark.parametrize(
    ("name", "content", "rules"),
    [
        ("deploy.end.json", PACKAGE, {"no-request"}),
        ("deploy.end.json", {"state": {"title": "x", "percentage": 4}}, {"missing-field", "unknown-field"}),
        ("update.json", PACKAGE, set()),
        ("update/package.json", PACKAGE, set()),
        ("update/x.json", {"title": "Build", "percentage": 40}, {"missing-field", "misplaced-field"}),
        ("x.json", {"title": "Build", "percentage": 40}, set()),
        ("update/x.json", {"activity_id": "a", "state": {}}, {"missing-field", "unknown-field"}),
        ("x.json", {"$schema": "../schemas/update.schema.json"}, {"missing-field"}),
        ("ci/x.json", PACKAGE, {"no-request"}),
        ("x.json", {"activity_id": "a", "tags": []}, {"missing-field"}),
        ("x.json", {"contentState": {"title": "x"}}, {"unknown-field"}),
        ("x.json", '{"content_state": {"title": "x",}}', {"invalid-json"}),
        ("x.json", '{"title": "x",}', set()),
        ("x.yaml", "content_state: {title: x\n", {"invalid-yaml"}),
        ("x.yaml", "{{- if .Values.x }}\n", set()),
        ("x.json", '{"content_state": {}}'.encode("utf-16"), {"invalid-utf8"}),
        ("x.yaml", "content_state: {}".encode("utf-16"), {"invalid-utf8"}),
        ("x.jsonl", json.dumps(GOOD).encode("utf-16"), {"invalid-utf8"}),
        ("x.json", "{}".encode("utf-16"), set()),
        ("x.json", '{"a": 1, "a": 2}', set()),
    ],
)
def test_what_is_judged_in_a_folder(folder: Folder, name: str, content: object, rules: set[str]) -> None:
    folder.write("liveschema.toml", '[operations]\n"ci/**" = "update"\n')
    folder.write(name, content)
    assert {each["rule"] for each in folder.findings()} == rules


@pytest.mark.parametrize(
    "value",
    [
        {"activity_id": "1", "action": "login", "user": "bob"},
        {"status": "ok", "activity_id": "act", "metadata": {}},
        {"ts": 1, "method": "POST", "path": "/live-activity/start", "status": 200},
        {"title": "Hello", "message": "World"},
        {"openapi": "3.1.0", "info": {"title": "x"}, "tags": []},
        {},
    ],
)
@pytest.mark.parametrize("name", ["x.json", "start/x.json", "x.yaml", "log.jsonl"])
def test_ordinary_objects_are_passed_over(folder: Folder, name: str, value: dict[str, object]) -> None:
    if name == "start/x.json":
        value = {**value, "took": 5}
    folder.write(name, json.dumps(value) + "\n")
    assert folder.check().lines == ["no Live Activity request in 1 file"]


def test_a_body_that_is_empty_by_the_name_of_its_folder(folder: Folder) -> None:
    folder.write("end_stream/x.json", {})
    assert folder.check().lines == ["1 payload in 1 file: no problems"]


@pytest.mark.parametrize(
    ("payload", "found"),
    [
        ({"activity_id": "a", "tags": []}, [("missing-field", "")]),
        ({"activity_id": "a", "alert": {}, "content_state": GOOD["content_state"]}, [("misplaced-field", "/alert")]),
        ({"activityId": "a", "content_state": GOOD["content_state"]}, [("unknown-field", "/activityId")]),
        (
            {"activity_id": "a", "contentState": GOOD["content_state"]},
            [("missing-field", ""), ("unknown-field", "/contentState")],
        ),
    ],
)
def test_the_culprit_is_named_if_several_operations_are_possible(
    folder: Folder, payload: object, found: list[tuple[str, str]]
) -> None:
    folder.write("x.json", payload)
    assert [(each["rule"], each["pointer"]) for each in folder.findings()] == found


def test_a_misspelt_name_of_the_activity_is_suggested(folder: Folder) -> None:
    folder.write("x.json", {"activityId": "a", "content_state": GOOD["content_state"]})
    assert folder.findings()[0]["hint"] == "did you mean activity_id?"


@pytest.mark.parametrize("padding", [0, 20, 100, 130, 500])
def test_an_api_key_is_not_repeated_in_a_report(folder: Folder, padding: int) -> None:
    key = "sk_live_abcdef123456"
    headers = [{"name": "Authorization", "value": f"Bearer {key}"}, {"name": "x", "value": "y" * padding}]
    body = json.dumps({"content_state": {"title": "x", "percentage": 500}})
    archive = har({"method": "PUT", "url": STREAM, "headers": headers, "postData": {"text": body}})
    for value in (archive, json.dumps(archive, indent=2)):
        folder.write("x.har", value)
        out = folder.check("x.har", "--format", "full").out
        assert "out-of-range" in out
        assert key not in out
        assert key[-8:] not in out
    folder.write("x.json", '{"Authorization": "bearer abcdefghijkl", "content_state": 5}')
    assert (
        '1 | {"Authorization": "bearer ••••••••••••", "content_state": 5}'
        in folder.check("x.json", "--format", "full").out
    )


HEADER_KEY = "ak_0123456789abcdef0123456789abcdef"
REPEATED = {
    "method": "PUT",
    "path": "/live-activity/stream/k",
    "headers": {"Authorization": f"Bearer {HEADER_KEY}"},
    "body": {
        "content_state": {
            "title": f"Deploy {HEADER_KEY}",
            "type": f"a long text before the key {HEADER_KEY}",
            "badge": {"title": HEADER_KEY, HEADER_KEY: 1},
        },
        "action": {"title": HEADER_KEY, "type": "webhook", "url": f"http://h.example/?api_key={HEADER_KEY}"},
        "metadata": {"a": HEADER_KEY},
    },
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["check", "timeline"])
def test_an_api_key_in_a_header_is_repeated_nowhere(folder: Folder, form: str, command: str) -> None:
    folder.write("x.jsonl", f"{json.dumps(REPEATED)}\n")
    folder.write("y.json", REPEATED)
    result = folder.execute(command, "--format", form, ".")
    assert result.code == 1
    assert "a long text before the key" in result.out
    assert HEADER_KEY[:4] not in result.out + result.err


def test_an_api_key_in_an_address_is_not_repeated(folder: Folder) -> None:
    body = REPEATED["body"]
    assert isinstance(body, dict)
    folder.write("x.stream.json", {**body, "content_state": GOOD["content_state"], "metadata": {}})
    assert f"api_key={'•' * 14}…" in folder.check(".").out


@pytest.mark.parametrize(
    "text",
    [
        "apiKey: process.env.KEY_1!",
        "apiKey: import.meta.env.VITE_KEY_1,",
        'api_key=os.environ["ACTIVITYSMITH_KEY"]',
        "'api_key': os.getenv('K1')",
        'API_KEY = config2.keys.get("a")',
        "API_KEY = ENV['ACTIVITYSMITH_API_KEY_1']",
        "api_key=$ACTIVITYSMITH_KEY_1",
    ],
)
def test_code_that_reads_an_api_key_from_elsewhere_is_shown(text: str) -> None:
    assert (without_keys(text), likely_keys(text)) == (text, [])


@pytest.mark.parametrize(
    ("text", "shown", "known"),
    [
        ("Bearer abcdefgh1.", "Bearer ••••••••••", ["abcdefgh1"]),
        ("bearer authentication", "bearer ••••••••••••••", []),
        ("api_key='process.env.KEY_1'", "api_key='•••••••••••••••••'", ["process.env.KEY_1"]),
        ("api-key: process.env.KEY-1", "api-key: •••••••••••••••••", ["process.env.KEY-1"]),
        ("api_key: settings.API_KEY", "api_key: ••••••••••••••••", []),
        ("api_key=ab1…", "api_key=•••…", ["ab1"]),
        ("-u a api_key=abcdefg1", "-u a api_key=••••••••", ["abcdefg1"]),
        ("https://user1234@h", "https://••••••••@h", ["user1234"]),
        ("the key is ab1", "the key is ab1", []),
    ],
)
def test_what_looks_like_an_api_key_is_dotted_and_known_elsewhere_if_it_is_no_word(
    text: str, shown: str, known: list[str]
) -> None:
    assert without_keys(text) == shown
    assert [text[start:end] for start, end in likely_keys(text)] == known


def test_what_this_command_prints_is_never_judged(folder: Folder) -> None:
    folder.write("liveschema.toml", '[operations]\n"**/*.json" = "update"\n')
    for name, arguments in {
        "a.json": ("schema", "update"),
        "b.json": ("schema", "configuration"),
        "c.json": ("schema", "start", "--form", "types", "--dialect", "draft-07"),
    }.items():
        folder.write(name, folder.execute(*arguments).out)
    assert folder.check().lines == ["no Live Activity request in 3 files"]


def test_a_har_entry_without_a_url_is_passed_over(folder: Folder) -> None:
    folder.write("x.har", har({"method": "POST", "path": "/elsewhere"}, {"method": "POST"}, {"url": 5}))
    assert folder.check("x.har").code == 0


def test_the_target_of_a_recording_is_the_one_of_the_service(folder: Folder) -> None:
    folder.write("x.json", {"method": "DELETE", "path": "/", "url": STREAM})
    assert folder.check().lines == ["1 payload in 1 file: no problems"]
    folder.write("x.json", {"method": "OPTIONS", "path": "/live-activity/start"})
    assert folder.check("x.json").lines == ["no Live Activity request in 1 file; 1 other request skipped"]


def test_in_a_list_of_payloads_each_is_judged(folder: Folder) -> None:
    folder.write("x.json", [GOOD, PACKAGE, BAD, {"method": "PATCH", "path": "/live-activity/start", "body": {}}])
    assert [(each["rule"], each["pointer"]) for each in folder.findings(".")] == [
        ("out-of-range", "/2/content_state/percentage"),
        ("unknown-endpoint", "/3/path"),
    ]
    first = folder.findings("x.json")[0]
    assert (first["rule"], first["pointer"]) == ("no-request", "/1")
    assert folder.check(".").lines[-1] == "2 errors in 1 of 1 file (3 payloads); 1 other document passed over"


def test_documents_in_a_row_that_are_no_requests_are_one_finding_of_a_named_file(folder: Folder) -> None:
    lines = [PACKAGE, PACKAGE, GOOD, PACKAGE, {}, 5, BAD, PACKAGE]
    folder.write("x.jsonl", "\n".join(map(json.dumps, lines)))
    folder.write("x.yaml", "\n---\n".join(map(json.dumps, lines)))
    for name in ("x.jsonl", "x.yaml"):
        rules = [(each["rule"], each["line"]) for each in folder.findings(name)]
        step = 1 if name == "x.jsonl" else 2
        expected = [("no-request", 1), ("no-request", 4), ("out-of-range", 7), ("no-request", 8)]
        assert rules == [(rule, (line - 1) * step + 1) for rule, line in expected]


def test_recordings_of_other_services_are_counted(folder: Folder) -> None:
    foreign = {"method": "GET", "path": "/api/users"}
    folder.write("x.jsonl", json.dumps(foreign) + "\n" + json.dumps({**foreign, "body": GOOD}) + "\n")
    assert [(each["rule"], each["line"]) for each in folder.findings(".")] == [("unknown-endpoint", 2)]
    assert folder.check(".").lines[-1] == "1 error in 1 of 1 file (1 payload); 1 other request skipped"
    assert [each["line"] for each in folder.findings("x.jsonl")] == [1, 2]


def har(*requests: Any) -> dict[str, Any]:
    return {"log": {"version": "1.2", "entries": [{"request": each} for each in requests]}}


STREAM = "https://activitysmith.com/api/live-activity/stream/web-1"


def test_a_preflight_in_a_har_archive_is_passed_over(folder: Folder) -> None:
    folder.write("x.har", har({"method": "OPTIONS", "url": STREAM}, {"method": "DELETE", "url": STREAM}))
    assert folder.check("x.har").lines == ["1 payload in 1 file: no problems; 1 other request skipped"]
    folder.write("x.har", har({"method": "options", "url": STREAM}))
    assert folder.check("x.har").lines == ["no Live Activity request in 1 file; 1 other request skipped"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("eyJjb250ZW50X3N0YXRlIjp7InRpdGxlIjoieCIsInBlcmNlbnRhZ2UiOjUwMH19", ["out-of-range"]),
        ("eyJjb250ZW50X3N0YXRlIjp7InRpdGxlIjoieCIsInR5cGUiOiJ0aW1lciJ9fQ==", []),
        ("no Base64!", ["invalid-json"]),
        ("/w==", ["invalid-json"]),
        (5, ["wrong-type"]),
    ],
)
def test_a_body_in_base64_is_read(folder: Folder, text: object, rules: list[str]) -> None:
    sent = {"mimeType": "application/json", "encoding": "base64", "text": text}
    folder.write("x.har", har({"method": "PUT", "url": STREAM, "postData": sent}))
    assert [each["rule"] for each in folder.findings("--select", "errors")] == rules


def test_our_own_outputs_are_never_judged(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    folder.write("liveschema.toml", '[operations]\n"*.json" = "update"\n')
    for form in ("json", "sarif", "gitlab", "full", "junit", "github"):
        assert folder.check("x.update.json", "--format", form, "--output-file", f"{form}.update.json").code == FINDINGS
    folder.check("x.update.json", "--baseline", "known.update.json", "--write-baseline")
    for name in ("json.update.json", "sarif.update.json", "gitlab.update.json", "known.update.json"):
        result = folder.check(name)
        assert (result.code, result.err) == (
            0,
            f"liveschema: {name}:1: passed over, it is a report or a baseline of liveschema\n",
        )
    assert {each["path"] for each in folder.findings("*.update.json", "--exclude", "[fg]*", "--exclude", "junit*")} == {
        "x.update.json"
    }


@pytest.mark.parametrize("name", ["vectors.json", "rules.cel.json"])
def test_the_files_for_ports_are_never_judged(folder: Folder, name: str) -> None:
    folder.write(name, (SCHEMAS / name).read_text("utf-8"))
    result = folder.check(name, "--operation", "update")
    assert (result.code, result.err) == (
        0,
        f"liveschema: {name}:1: passed over, it is one of the files of liveschema for ports to other languages\n",
    )


@pytest.mark.parametrize(
    "value",
    [
        {"version": 2, "findings": []},
        {"findings": []},
        {"version": 1, "findings": [{"rule": "x"}]},
        {"version": 1, "findings": 5},
        {"runs": [{"tool": {"driver": {"name": "ruff"}}}]},
        {"runs": [5]},
        {"runs": []},
        [{"check_name": "x"}],
        [5],
        {"rules": [5]},
        {"rules": [{"id": "x", "expression": "true"}]},
        [{"payload": {}, "operation": "update", "problems": []}],
    ],
)
def test_outputs_of_other_tools_are_no_outputs_of_ours(folder: Folder, value: object) -> None:
    folder.write("x.json", value)
    result = folder.check("x.json")
    assert (result.code, result.err, NO_REQUEST in result.out) == (1, "", True)


def test_the_recipe_for_a_baseline_needs_no_exclusion(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    assert folder.check("--baseline", "base.json", "--write-baseline").code == 0
    result = folder.check("--baseline", "base.json")
    assert (result.code, result.lines) == (
        0,
        ["1 payload in 1 file: no problems; 1 accepted by the baseline; 1 file without a request passed over"],
    )


def test_json_schemas_are_never_judged(folder: Folder) -> None:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "content_state": {}}
    folder.write("update/x.schema.json", schema)
    assert folder.check().lines == ["no Live Activity request in 1 file"]
    assert folder.check("update/x.schema.json").err == (
        "liveschema: update/x.schema.json:1: passed over, it is a JSON Schema\n"
    )
    folder.write("update/y.json", schema)
    assert len(folder.findings()) > 0


def test_installed_packages_and_hidden_folders_are_not_searched(folder: Folder) -> None:
    for name in (
        "node_modules/x/bad.json",
        "lib/site-packages/x/bad.json",
        ".git/bad.json",
        ".cache/bad.json",
        "env/share/bad.json",
        "good/x.json",
        ".github/payloads/x.json",
        ".gitlab/x.json",
    ):
        folder.write(name, BAD)
    folder.write("env/pyvenv.cfg", "home = /usr/bin\n")
    searched = [".github/payloads/x.json", ".gitlab/x.json", "good/x.json"]
    assert folder.check("--show-files").lines == searched
    assert [each["path"] for each in folder.findings()] == searched
    assert folder.check("**/*.json", "--show-files").lines == ["good/x.json"]
    assert folder.check("node_modules/**/*.json", "--show-files").lines == ["node_modules/x/bad.json"]
    assert folder.check("env", "--show-files").lines == ["env/share/bad.json"]
    assert folder.check("node_modules", "--show-files").lines == ["node_modules/x/bad.json"]


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("send.txt", "#!/bin/sh\ncurl -X PUT https://x\n", "a script"),
        ("send", "# sends it\ncurl -X PUT https://x\n", "a script"),
        ("x.toml", "# card\n[content_state]\ntitle = 'x'\n", "TOML"),
        ("x.toml", 'title = "x"\n', "TOML"),
        ("x.csv", "title,percentage\nBuild,40\n", "CSV"),
        ("x.xml", "<a/>", "XML or HTML"),
        ("x.json5", "{\n  // the card\n  content_state: {},\n}", "JSON5, or JSON with comments"),
        ("x.json", '{"content_state": {/* x */}}', "JSON5, or JSON with comments"),
        ("x.json", "{'content_state': {}}", "JSON5, or JSON with comments"),
        ("x.txt", "content_state:\n  title: x\n", "YAML"),
    ],
)
def test_a_file_in_another_format_is_said_to_be_one(folder: Folder, name: str, text: str, what: str) -> None:
    folder.write(name, text)
    (finding,) = folder.findings(name)
    assert finding["message"] == f"this is no JSON file; it looks like {what}"
    assert (finding["rule"], finding["line"], finding["column"]) == ("invalid-json", 1, 1)
    assert finding["hint"]


@pytest.mark.parametrize("command", ["check", "timeline"])
@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("#!/bin/sh\ncurl x\n", "a script"),
        ("title,percentage\nBuild,40\n", "CSV"),
        ("content_state:\n  title: x\n", "YAML"),
        ('{\n  "content_state": {\n    "title": "x"\n  }\n}\n', "one JSON document"),
    ],
)
def test_a_file_that_is_no_json_lines_is_said_to_be_something_else(
    folder: Folder, command: str, text: str, what: str
) -> None:
    folder.write("x.jsonl", text)
    (finding,) = folder.execute(command, "x.jsonl", "--format", "json").data["findings"]
    assert finding["message"] == f"this is no JSON Lines file; it looks like {what}"


def test_a_first_line_with_a_mistake_is_reported_like_any_other(folder: Folder) -> None:
    folder.write("x.jsonl", f'{{"content_state": {{}},}}\n{json.dumps(GOOD)}\nx\n')
    assert [each["line"] for each in folder.findings("x.jsonl")] == [1, 3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a value, got the end of the text"),
        ("# only a comment\n", "expected a value, got a comment"),
        ("hello", "expected a value, got hello"),
        ("a,b\n1\n", "expected a value, got a"),
        ("a,b\n", "expected a value, got a"),
        ('{"a": 1,}', "expected a key in double quotes, got }"),
        ("[1, 2", "expected a comma or ], got the end of the text"),
        ('{"a": 1} {"b": 2}', "expected nothing more, got {"),
    ],
)
def test_json_with_a_mistake_is_reported_at_its_place(folder: Folder, text: str, message: str) -> None:
    folder.write("x.json", text)
    assert [each["message"] for each in folder.findings("x.json")] == [message]


def test_a_field_that_no_operation_has_is_named(folder: Folder) -> None:
    state = {"title": "x", "percentage": 5}
    folder.write("x.json", {"stream_key": "web-1", "content_state": state})
    assert folder.check("x.json").lines[0] == (
        "x.json:1:2: error[misplaced-field] stream_key belongs in the path of the URL, got it in the request "
        "(move stream_key into the path of the URL)"
    )
    folder.write("x.json", {"stream_key": "web-1", "content_state": {**state, "percentage": 500}, "channels": ["a"]})
    assert [(each["rule"], each["operation"]) for each in folder.findings("x.json", "--select", "errors")] == [
        ("misplaced-field", "stream"),
        ("out-of-range", "stream"),
    ]
    folder.write("x.json", {"stream_key": "web-1", "content_state": {**state, "percentage": 500}})
    assert [each["rule"] for each in folder.findings("x.json")] == ["misplaced-field", "out-of-range"]


def test_a_named_markdown_file_without_a_request_gets_a_note(folder: Folder) -> None:
    folder.write("README.md", "# x\n")
    result = folder.check("README.md")
    assert (result.code, result.err) == (0, "liveschema: README.md: no Live Activity request in it\n")
    assert folder.check("--force-exclude", "README.md").err == ""
    assert folder.check(".").err == ""


@pytest.mark.slow
def test_the_run_goes_on_over_this_repository(monkeypatch: pytest.MonkeyPatch, folder: Folder) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.chdir(root)
    result = folder.execute("check", "--format", "concise")
    assert result.code == 0, result.out
