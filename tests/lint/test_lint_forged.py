"""Texts from files, names and arguments that try to forge a line, a command to a CI service or a terminal control."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from lint_kit import BAD, GOOD, Folder, Result

from liveschema.lint.escaping import ESCAPE, json_text, line_start, printable, shown, shown_line, utf8_name
from liveschema.lint.reporters import FORMATS

ROOT = Path(__file__).parents[2]
EVIL = "\n::error::x\u001b[31m\u009b\u2028\u202e##vso[task]y##[error]z\r##teamcity[q]\x7f\n"
NAME = EVIL if os.name != "nt" else "##[error]"
STATE = {"title": EVIL, "type": EVIL, EVIL: EVIL, "icon": {"symbol": EVIL, "color": EVIL}, "number_of_steps": EVIL}
PAYLOAD = {"activity_id": EVIL, "content_state": STATE, EVIL: EVIL, "channels": [EVIL]}
TEXT = json.dumps(PAYLOAD, ensure_ascii=False, indent=2)
RAW = TEXT.replace("\\n", "\n").replace("\\r", "\r").replace("\\u001b", "\x1b")
MARKER = re.compile(r"##(?:vso|teamcity)?\[")
LINE = re.compile(
    r"liveschema|\S.*:\d+:\d+: (?:error|warning)\[|\d* +[|=]|\d+ \||\d|\{|\[|\]|,|$|::(?:error|warning) file=|<| +<"
    r"|activity |\S.*request |no |\./",
)  # fmt: skip


def assert_harmless(
    result: Result, case: object, *, own_commands: int = 0, names: frozenset[str] = frozenset()
) -> None:
    for text in (result.out, result.err):
        bad = {char for char in text if not char.isprintable() and char not in "\n\t"}
        assert not bad, (case, bad, text)
        assert not MARKER.search(text), (case, text)
    lines = [*result.out.split("\n"), *result.err.split("\n")]
    assert sum(line.lstrip().startswith("::") for line in lines) == own_commands, (case, lines)
    assert not [line for line in lines if not LINE.match(line) and line not in names], (case, lines)
    assert "Traceback" not in result.err


def files() -> Iterator[tuple[str, object]]:
    """Yield files with hostile texts at every place where a format has a text."""
    line = json.dumps(EVIL)
    quoted_text = "'" + EVIL.replace("'", "") + "'"
    recorded = {"method": EVIL, "path": f"/live-activity/{EVIL}", "body": PAYLOAD}
    streamed = {"method": "PUT", "path": f"/live-activity/stream/{EVIL}", "body": PAYLOAD}
    updated = {
        "method": "POST",
        "path": "/live-activity/update",
        "body": {**GOOD, "activity_id": EVIL},
        "startedDateTime": EVIL,
    }
    ended = {"method": "POST", "path": "/live-activity/end", "body": {**GOOD, "activity_id": "::error::x"}}
    yield "update/a.json", TEXT
    yield "update/raw.json", RAW
    yield "update/cut.json", TEXT[:-9]
    yield "update/twice.json", TEXT[:-2] + f",{line}: 1,{line}: {line}}}"
    yield "update/bom.json", b"\xff\xfe" + TEXT.encode("utf-16-le")
    yield "update/a.yaml", TEXT
    yield "update/raw.yaml", f"activity_id: {EVIL}\ncontent_state: {{{EVIL}: 1}}\n"
    yield "update/tag.yaml", f"content_state: !{EVIL.strip()} {{}}\nactivity_id: *{EVIL.strip()}\n"
    yield "update/two.yaml", f"content_state:\n  {line}: {line}\n  title: &a {line}\n  type: [\nactivity_id: *b\n"
    yield "update/good.json", json.dumps(GOOD)
    yield (
        "lines.jsonl",
        "".join(
            f"{json.dumps(each)}\n" for each in (recorded, streamed, updated, ended, [EVIL], {"method": EVIL}, EVIL)
        ),
    )
    yield "raw.jsonl", f'{{"method": "POST", "path": "/live-activity/{EVIL}\n' * 2
    yield "session.har", {"log": {"entries": [{"request": {"method": EVIL, "url": f"https://h/live-activity/{EVIL}"}}]}}
    yield "page.md", f"```json update\n{TEXT}\n```\n```json {EVIL}\n{RAW}\n```\n~~~sh\ncurl -X '{EVIL}' x\n~~~\n"
    yield (
        "send.sh",
        (
            f"curl -X {quoted_text} https://api.activitysmith.com/live-activity/{quoted_text} -d '{TEXT}'\n"
            f"curl https://api.activitysmith.com/live-activity/update -d '{RAW}' -H {quoted_text}\n"
            f"activitysmith activity {quoted_text} --{quoted_text} --title {quoted_text}\n"
            f"activitysmith activity update --title {quoted_text} --color {quoted_text} {quoted_text}\n"
        ),
    )
    yield (
        "send.py",
        (
            f"import requests\nfrom activitysmith import ActivitySmith\n"
            f"requests.request({EVIL!r}, 'https://api.activitysmith.com/live-activity/' + {EVIL!r}, json={PAYLOAD!r})\n"
            f"requests.post('https://api.activitysmith.com/live-activity/update', json={PAYLOAD!r})\n"
            f"ActivitySmith('k').live_activities.update(**{PAYLOAD!r})\n'\\d'\n"
        ),
    )
    for name in ("send.js", "send.ts", "send.rb", "send.php", "send.go"):
        yield name, f"<?php\nfetch('https://api.activitysmith.com/live-activity/update', {{body: {TEXT}}}); {EVIL}\n"
        yield (
            f"x{name}",
            f"fetch('https://api.activitysmith.com/live-activity/{line}', {{method: {line}, body: {TEXT}}})\n",
        )
    yield ".github/workflows/w.yml", {
        "on": EVIL,
        "jobs": {EVIL: {"runs-on": EVIL, "steps": [
            {"name": EVIL, "uses": "ActivitySmithHQ/activitysmith-github-action@v1",
             "with": {"action": EVIL, EVIL: EVIL, "payload": TEXT, "activity-id": EVIL}},
            {"uses": "ActivitySmithHQ/activitysmith-github-action@v1",
             "with": {"action": "update_live_activity", "payload": EVIL, "live-activity-id": EVIL}},
            {"name": EVIL, "run": f"curl -X {quoted_text} https://api.activitysmith.com/live-activity/{EVIL}"},
        ]}},
    }  # fmt: skip
    yield (
        "ignored.yaml",
        (f"# liveschema: ignore[{EVIL.strip()}]\nactivity_id: ''  # liveschema: ignore[##[x]]\ncontent_state: {{}}\n"),
    )
    yield f"{NAME}.update.json", BAD
    yield (
        f"{NAME}/{NAME}.py",
        "import requests\nrequests.post('https://api.activitysmith.com/live-activity/update', json={})\n",
    )
    yield "::error::a.update.json", BAD
    yield " ::error::b.update.json", BAD


@pytest.fixture
def hostile(folder: Folder) -> Folder:
    for name, content in files():
        folder.write(name, content)
    (folder.root / f"{NAME}.json").symlink_to("nowhere" + NAME)
    return folder


@pytest.mark.parametrize(
    "form", [each if each == "github" else pytest.param(each, marks=pytest.mark.slow) for each in FORMATS]
)
def test_no_text_of_a_file_reaches_a_report_as_it_is(
    hostile: Folder, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(hostile.root))
    names = [name for name, _ in files()]
    for arguments in (["check", ".", "-v"], ["check", *names, "-q"], ["timeline", *names, "-v", "--statistics"]):
        result = hostile.execute(*arguments, "--format", form)
        own = sum(line.startswith(("::error file=", "::warning file=")) for line in result.lines)
        assert_harmless(result, arguments, own_commands=own if form == "github" else 0)
        assert result.code in {1, 2}
        if form == "junit":
            ET.fromstring(result.out)  # noqa: S314 - our own report
        elif form in {"json", "sarif", "gitlab"}:
            json.loads(result.out)


def test_no_text_of_a_file_is_extracted_or_listed_as_it_is(hostile: Folder) -> None:
    names = frozenset(line_start(name) for name, _ in files())
    for arguments in (["extract", ".", "-v"], ["check", "--show-files", "."], ["timeline", ".", "--show-files"]):
        assert_harmless(hostile.execute(*arguments), arguments, names=names)
    page = hostile.execute("preview", ".", "-v")
    own_style = re.compile(r"<style>\n.*?</style>\n", re.DOTALL)
    assert_harmless(attrs.evolve(page, out=own_style.sub("", page.out)), ["preview"])
    rows = [json.loads(line) for line in hostile.execute("extract", ".").lines]
    assert EVIL in [row["payload"].get("activity_id") for row in rows if row["payload"]]


def test_no_argument_is_repeated_as_it_is(folder: Folder) -> None:
    folder.write("a.update.json", BAD)
    options = (
        "--operation", "--stdin-filename", "--inputs", "--exclude", "--config", "--select", "--ignore", "--format",
        "--output-file", "--baseline", "--jobs", EVIL, f"--{EVIL}", f"--strict={EVIL}",
    )  # fmt: skip
    cases = [[command, option, EVIL] for command in ("check", "timeline", "extract", "preview") for option in options]
    cases += [["check", EVIL], ["check", "-", "--stdin-filename", EVIL], ["check", "a.update.json", "--jobs", EVIL]]
    cases += [["explain", EVIL], ["new", EVIL], ["new", "timer", "--with", EVIL], ["new", "timer", "--operation", EVIL]]
    cases += [["schema", EVIL], ["schema", "update", "--form", EVIL], ["schema", "update", "--output", f"no/{EVIL}"]]
    cases += [
        ["schema", "update", "--form", "types", "--type", EVIL],
        ["rules", "--format", EVIL],
        ["completion", EVIL],
    ]
    cases += [[EVIL], ["-" + EVIL], ["", EVIL], [EVIL + "."], ["check", "a.update.json", "--output-file", f"no/{EVIL}"]]
    cases += [["check", f"*{EVIL}*"], ["check", "a.update.json", "--baseline", f"no/{EVIL}", "--write-baseline"]]
    for case in cases:
        for stdin in (b"", TEXT.encode()):
            assert_harmless(folder.execute(*case, stdin=stdin), case)


def test_no_configuration_is_repeated_as_it_is(folder: Folder) -> None:
    folder.write("a.update.json", BAD)
    text = json.dumps(EVIL).replace("\\u007f", "\\u007F").replace("\x7f", "\\u007F")
    for table in (
        f"{text} = 1", f"select = [{text}]", f"exclude = {text}", f"inputs = [{text}]", f"strict = {text}",
        f"baseline = {text}", f"[operations]\n{text} = {text}", f"[per-file-ignores]\n{text} = [{text}]",
        f"[severity]\n{text} = {text}", f"[severity]\ntoo-long = {text}", f"[tool]\n{text} = 1", f"a{EVIL}",
        f"exclude = [{text}]", f"[operations]\n{text} = 'update'", f"baseline = {text}\n{text}",
    ):  # fmt: skip
        folder.write("liveschema.toml", table)
        for command in ("check", "extract"):
            assert_harmless(folder.execute(command, "."), table)
    folder.write("liveschema.toml", "")
    entry = {"file": EVIL, "rule": EVIL, "pointer": EVIL, "count": 1}
    for baseline in ({"version": EVIL, "findings": []}, {"version": 1, "findings": [entry]}, {"version": 1, EVIL: 1}):
        folder.write("b.json", baseline)
        assert_harmless(folder.check("a.update.json", "--baseline", "b.json"), baseline)


def test_texts_stay_readable() -> None:
    assert printable("a\n\x1b\u2028b\t") == r"a\n\x1b\u2028b\t"
    assert printable("caf\udcc3\udca9 \udcff \ud83d") == r"café \xff \ud83d"
    assert (utf8_name("caf\udcc3\udca9\udcff"), utf8_name("a")) == ("café\udcff", "a")
    assert shown("##[a] ##vso[b] ###teamcity[c] ## [d] #") == "#\ufffd[a] #\ufffdvso[b] ##\ufffdteamcity[c] ## [d] #"
    for text in ("", "a::b", ":a", " : :"):
        assert shown_line(text) == text
    assert [shown_line(text) for text in ("::a::", " \t::", "\x85::#")] == [":\ufffda::", " \t:\ufffd", "\ufffd::#"]
    assert [line_start(name) for name in ("::a", " ::a", "a::")] == ["./::a", "./ ::a", "a::"]
    value = {"a": ["é\u009b\U000e0001\ud83d##[", "\\##["]}
    for ascii_only in (True, False):
        text = json_text(value, 1, ascii_only=ascii_only)
        assert (json.loads(text), text.isascii(), "##[" in text) == (value, ascii_only, False)
    assert "é😀".encode("latin-1", ESCAPE) == rb"\ud83d\ude00".join([b"\xe9", b""])


def run_in_locale(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "liveschema", *arguments], cwd=folder, check=False, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="locales have other names there")
def test_a_locale_without_an_encoding_changes_no_byte(folder: Folder) -> None:
    folder.write("é/ü.update.json", {**BAD, "ß": "→"})
    folder.write("é/x.update.json", GOOD)
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for arguments in (
        *(("check", ".", "--format", form) for form in FORMATS),
        ("extract", "."),
        ("preview", "."),
        ("timeline", ".", "-v"),
    ):
        ours, theirs = (run_in_locale(folder.root, *arguments, **each) for each in (plain, {"PYTHONUTF8": "1"}))
        assert (ours.returncode, ours.stdout, ours.stderr) == (theirs.returncode, theirs.stdout, theirs.stderr)
        assert (
            "ü".encode() in ours.stdout
            or b"%C3%BC" in ours.stdout
            or b"\\u00fc" in ours.stdout
            or b"&#252;" in ours.stdout
        )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
def test_any_name_can_be_written_to_any_stream(folder: Folder) -> None:
    with open(os.fsencode(folder.root) + b"/a\xff\xc3\xa9.update.json", "wb") as file:  # noqa: PTH123 - of bytes
        file.write(json.dumps({**BAD, "é→😀": 1}).encode())
    for encoding in ("ascii", "latin-1"):
        for form in FORMATS:
            done = run_in_locale(folder.root, "check", ".", "--format", form, "-v", PYTHONIOENCODING=encoding)
            assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
            if form == "junit":
                ET.parse(io.BytesIO(done.stdout))  # noqa: S314 - our own report
            elif form in {"json", "sarif", "gitlab"}:
                json.loads(done.stdout.decode(encoding))
        rows = run_in_locale(folder.root, "extract", ".", PYTHONIOENCODING=encoding).stdout.decode(encoding)
        assert json.loads(rows)["payload"]["é→😀"] == 1
