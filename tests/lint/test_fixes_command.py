"""What `check --fix` and `check --diff` do with files."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lint_kit import Folder

from liveschema.lint import whole_files
from liveschema.lint.fixes import files, fixer
from liveschema.lint.inputs import MissingPackageError
from liveschema.lint.run import stream

BROKEN = '{"activity_id": "a", "content_state": {"title": "B", "percentge": 4}, "tag": ["x"]}\n'
SAFE = BROKEN.replace("percentge", "percentage")
FIXED = SAFE.replace('"tag"', '"tags"')
NULL = '{"activity_id": "a", "content_state": {"title": null, "percentage": 4}}\n'
KEY = "4f1c0e9b7d2a4f1c"
CHANGED = "not fixed, since it was changed meanwhile"
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="files have no modes there")


def test_files_are_fixed_and_the_rest_is_reported(folder: Folder) -> None:
    broken = folder.write("broken.update.json", BROKEN)
    null = folder.write("null.update.json", NULL)
    result = folder.check("--fix", ".")
    assert (broken.read_text(), null.read_text()) == (SAFE, NULL)
    assert (result.code, result.lines) == (
        1,
        [
            "broken.update.json:1:72: error[unknown-field] the request has no field tag (did you mean tags?)",
            "null.update.json:1:49: error[null-value] title must be a string, got null (give title a value)",
            "2 errors in 2 of 2 files (2 payloads); 1 problem fixed in 1 file",
        ],
    )


def test_unsafe_fixes_are_made_only_if_asked_for(folder: Folder) -> None:
    file = folder.write("x.update.json", BROKEN)
    result = folder.check("--fix", "--unsafe-fixes", ".")
    assert (result.code, file.read_text()) == (0, FIXED)
    assert result.out == "1 payload in 1 file: no problems; 2 problems fixed in 1 file\n"
    assert folder.check("--fix", "--unsafe-fixes", ".").out == "1 payload in 1 file: no problems\n"


def test_unsafe_fixes_alone_change_nothing(folder: Folder) -> None:
    file = folder.write("x.update.json", BROKEN)
    result = folder.check("--unsafe-fixes", "--format", "full", ".")
    assert (result.code, file.read_text()) == (1, BROKEN)
    assert result.lines[-1] == (
        "2 errors in 1 of 1 file (1 payload); [*] 1 fixable with --fix; 1 fixable with --fix --unsafe-fixes"
    )


def test_what_is_not_selected_or_ignored_is_not_fixed(folder: Folder) -> None:
    for arguments in (["--ignore", "unknown-field"], ["--select", "null-value"]):
        file = folder.write("x.update.json", BROKEN)
        assert folder.check("--fix", *arguments, ".").code == 0
        assert file.read_text() == BROKEN


def test_what_a_comment_ignores_is_not_fixed(folder: Folder) -> None:
    text = (
        "activity_id: a\n"
        "content_state:\n"
        "  title: B\n"
        "  percentge: 4  # liveschema: ignore[unknown-field]\n"
        "  subtitle: null\n"
        "  color: null\n"
    )
    file = folder.write("x.update.yaml", text)
    folder.check("--fix", ".")
    assert file.read_text() == text.replace("  subtitle: null\n", "").replace("  color: null\n", "")


def test_what_the_baseline_has_is_not_fixed(folder: Folder) -> None:
    file = folder.write("x.update.json", BROKEN)
    folder.check("--baseline", "known", "--write-baseline", ".")
    more = BROKEN.replace('"B"', '"B", "subtitle": null')
    file.write_text(more)
    result = folder.check("--baseline", "known", "--fix", "--unsafe-fixes", "x.update.json")
    assert (result.code, file.read_text()) == (0, BROKEN)
    assert result.out == ("1 payload in 1 file: no problems; 1 problem fixed in 1 file; 2 accepted by the baseline\n")


def test_the_severity_of_a_rule_does_not_matter(folder: Folder) -> None:
    folder.write("liveschema.toml", '[severity]\nunknown-field = "warning"\n')
    file = folder.write("x.update.json", BROKEN)
    result = folder.check("--fix", ".")
    assert (result.code, file.read_text()) == (0, SAFE)
    assert result.lines[-1] == "1 warning in 1 of 1 file (1 payload); 1 problem fixed in 1 file"


def test_standard_input_cannot_be_fixed_but_shown(folder: Folder) -> None:
    result = folder.check("--fix", "-", stdin=BROKEN.encode())
    assert (result.code, result.out) == (2, "")
    assert result.err == "liveschema: --fix: the standard input cannot be changed; --diff shows the changes\n"
    result = folder.check("--diff", "-", stdin=BROKEN.encode())
    assert result.code == 1
    assert result.lines[2:] == ["@@ -1 +1 @@", f"-{BROKEN.strip()}", f"+{SAFE.strip()}"]


@ON_POSIX
def test_modes_and_links_of_fixed_files_are_kept(folder: Folder) -> None:
    target = folder.write("elsewhere/target", BROKEN)
    target.chmod(0o604)
    link = folder.root / "x.update.json"
    link.symlink_to(target)
    folder.check("--fix", str(link))
    assert link.is_symlink()
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == (SAFE, 0o604)


def test_a_full_disk_leaves_the_file_as_it_was_and_the_others_are_fixed(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = folder.write("a.update.json", BROKEN)
    second = folder.write("b.update.json", BROKEN)
    put = whole_files._put  # noqa: SLF001 - the last step

    def full(path: Path, file: Path) -> None:
        if file.name.startswith("a"):
            raise OSError(errno.ENOSPC, "No space left on device")
        put(path, file)

    monkeypatch.setattr(whole_files, "_put", full)
    result = folder.check("--fix", ".")
    assert (first.read_text(), second.read_text()) == (BROKEN, SAFE)
    assert result.code == 2
    assert result.err.startswith("liveschema: a.update.json: No space left on device\n")
    assert sorted(each.name for each in folder.root.iterdir()) == ["a.update.json", "b.update.json"]


def test_a_file_that_nobody_may_write_stays_as_it_is(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.write("x.update.json", BROKEN)
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = folder.check("--fix", ".")
    assert (result.code, file.read_text()) == (2, BROKEN)
    assert result.err.startswith("liveschema: x.update.json: Permission denied\n")


def test_a_file_that_changes_meanwhile_is_not_written(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.write("x.update.json", BROKEN)
    fixed = files.fixed

    def slow(*arguments: Any, **more: Any) -> Any:
        file.write_text(NULL)
        return fixed(*arguments, **more)

    monkeypatch.setattr(fixer, "fixed", slow)
    result = folder.check("--fix", ".")
    assert (result.code, file.read_text()) == (2, NULL)
    assert result.err.startswith(f"liveschema: x.update.json: {CHANGED}\n")


def test_files_that_cannot_be_read_stay_as_they_are(folder: Folder) -> None:
    contents = {
        "latin.update.json": BROKEN.replace("B", "é").encode("latin-1"),
        "utf16.update.json": BROKEN.encode("utf-16"),
        "cut.update.json": BROKEN[:60].encode(),
    }
    for name, content in contents.items():
        folder.write(name, content)
    folder.check("--fix", "--unsafe-fixes", ".")
    assert {name: (folder.root / name).read_bytes() for name in contents} == contents


def test_a_file_without_the_package_for_it_is_passed_over(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    form = "go"

    def missing(*_: object, **__: object) -> None:
        raise MissingPackageError(form)

    file = folder.write("x.update.json", BROKEN)
    monkeypatch.setattr(fixer, "fixed", missing)
    assert folder.check("--fix", ".").code == 1
    assert file.read_text() == BROKEN


def test_long_json_lines_are_fixed_in_other_processes(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    good = FIXED.replace("\n", "\r\n")
    monkeypatch.setattr(stream.lint_stream, "__defaults__", (200,))
    file = folder.write("x.jsonl", (good * 3 + FIXED.replace("percentage", "percentge")) * 8)
    result = folder.check("--fix", "--jobs", "2", ".")
    assert (result.code, file.read_bytes().decode()) == (0, (good * 3 + FIXED) * 8)
    assert result.out == "32 payloads in 1 file: no problems; 8 problems fixed in 1 file\n"


def test_a_fix_in_which_a_sign_has_another_meaning_is_given_up_and_others_are_made(folder: Folder) -> None:
    text = (
        'printf \'{"content_state": {"title": "B", "type": "alert", "mesage": "m"}, '
        '"action": {"title": "x", "type": "open_url", "url": "https://x.example/a b"}}\' |\n'
        "  curl https://activitysmith.com/api/live-activity/stream/k -X PUT -d @-\n"
    )
    file = folder.write("x.sh", text)
    result = folder.check("--fix", "x.sh")
    assert (result.code, file.read_text()) == (1, text.replace("mesage", "message"))
    assert result.err == (
        "liveschema: x.sh: not all is fixed, since other problems would come or something else change\n"
    )
    assert result.lines[-1] == "1 error in 1 of 1 file (1 payload); 2 problems fixed in 1 file"


DIFF = f"""\
--- x.update.json
+++ x.update.json
@@ -1 +1 @@
-{BROKEN}+{SAFE}"""


def test_the_difference_is_written_and_the_file_stays(folder: Folder) -> None:
    file = folder.write("x.update.json", BROKEN)
    folder.write("null.update.json", NULL)
    result = folder.check("--diff", ".")
    assert (result.code, result.out, file.read_text()) == (1, DIFF, BROKEN)
    assert result.err == "liveschema: 1 problem would be fixed in 1 file\n"
    assert folder.check("--diff", "--quiet", ".").err == ""
    result = folder.check("--diff", "null.update.json")
    assert (result.code, result.out, result.err) == (0, "", "liveschema: no problem would be fixed\n")
    result = folder.check("--diff", "null.update.json", "nowhere.json")
    assert result.code == 2


def test_the_difference_can_be_written_to_a_file(folder: Folder) -> None:
    folder.write("x.update.json", BROKEN)
    result = folder.check("--diff", "--output-file", "out.patch", ".")
    assert (result.code, result.out) == (1, "")
    assert (folder.root / "out.patch").read_text() == DIFF


def test_the_difference_fails_no_run_that_is_to_exit_with_0(folder: Folder) -> None:
    folder.write("x.update.json", BROKEN)
    result = folder.check("--diff", "--exit-zero", ".")
    assert (result.code, result.out) == (0, DIFF)
    assert folder.check("--diff", "--exit-zero", ".", "nowhere.json").code == 2


def test_the_difference_has_no_format(folder: Folder) -> None:
    folder.write("x.update.json", BROKEN)
    result = folder.check("--diff", "--format", "json", ".")
    assert (result.code, result.out) == (2, "")
    assert result.err == "liveschema: --format: --diff writes no report; leave out one of them\n"


def test_unsafe_fixes_are_marked_if_asked_for(folder: Folder) -> None:
    folder.write("x.update.json", BROKEN)
    marks = [folder.check(*more, "--format", "full", ".").out.count("] [*] ") for more in ([], ["--unsafe-fixes"])]
    assert marks == [1, 2]


def test_a_file_without_a_last_line_end_is_marked_in_the_difference(folder: Folder) -> None:
    folder.write("x.update.json", BROKEN.removesuffix("\n"))
    sign = "\n\\ No newline at end of file\n"
    assert folder.check("--diff", ".").out == DIFF.replace('"]}\n', f'"]}}{sign}')


def test_the_difference_has_colours_on_a_terminal(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    folder.write("x.update.json", BROKEN.replace('"B"', '"\x7f\u202e"').replace("\n", "\r\n"))
    before, after = BROKEN.strip().replace('"B"', '"\ufffd\ufffd"'), SAFE.strip().replace('"B"', '"\ufffd\ufffd"')
    assert folder.check("--diff", ".").lines == [
        "\033[31m--- x.update.json\033[0m",
        "\033[32m+++ x.update.json\033[0m",
        "\033[36m@@ -1 +1 @@\033[0m",
        f"\033[31m-{before}\033[0m",
        f"\033[32m+{after}\033[0m",
    ]


def test_the_difference_holds_no_command_to_a_ci_service(folder: Folder) -> None:
    folder.write(
        "x.update.yaml",
        "activity_id: a\r\ncontent_state:\r\n  title: |\r\n    ::error::x ##[error]y\u202e\r\n"
        "  percentge: 4  # ##vso[z]\r\n",
    )
    assert folder.check("--diff", ".").out.split("\n") == [
        "--- x.update.yaml",
        "+++ x.update.yaml",
        "@@ -2,4 +2,4 @@",
        " content_state:\r",
        "   title: |\r",
        "     :\ufffderror::x #\ufffd[error]y\ufffd\r",
        "-  percentge: 4  # #\ufffdvso[z]\r",
        "+  percentage: 4  # #\ufffdvso[z]\r",
        "",
    ]


def test_the_difference_shows_no_api_key(folder: Folder) -> None:
    folder.write(
        "x.sh",
        f"curl https://activitysmith.com/api/live-activity/stream/k -X PUT -H 'Authorization: Bearer {KEY}' \\\n"
        '  -d \'{"content_state": {"title": "B", "type": "alert", "mesage": "m"}}\'\n',
    )
    folder.write(
        "y.py",
        f"from activitysmith import ActivitySmith\nclient = ActivitySmith({KEY!r})\n"
        "client.live_activities.stream('k', {'content_state': {'title': 'B', 'type': 'alert', 'mesage': 'm'}})\n",
    )
    result = folder.check("--diff", ".")
    assert KEY not in result.out
    assert result.out.count("•" * len(KEY)) == 2
    folder.check("--fix", ".")
    assert KEY in (folder.root / "x.sh").read_text()


def test_the_difference_repeats_no_api_key_of_a_header(folder: Folder) -> None:
    request = {
        "method": "PUT",
        "path": "/live-activity/stream/k",
        "headers": {"Authorization": f"Bearer {KEY}"},
        "body": {"content_state": {"title": KEY, "type": "alert", "mesage": f"{KEY}, {KEY}"}},
    }
    folder.write("x.jsonl", json.dumps(request) + "\n")
    folder.write("y.json", json.dumps(request, indent=2))
    result = folder.check("--diff", ".")
    assert result.code == 1
    assert KEY not in result.out
    assert result.out.count("•" * len(KEY)) == 8 + 5


@pytest.mark.parametrize("tool", [["patch", "-p0", "--binary"], ["git", "apply", "-p0"]], ids=["patch", "git"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_the_difference_can_be_applied(folder: Folder, tool: list[str], end: str) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    names = ["a.update.json", "b.update.yaml"]
    folder.write(names[0], json.dumps(json.loads(BROKEN), indent=2).replace("\n", end or "\n") + end)
    folder.write(names[1], end.join(["activity_id: a", "content_state:", "  title: B", "  percentage: 4"]) + end)
    folder.write(names[1], f"activity_id: a{end or chr(10)}content_state: {{title: B, percentge: 4}}{end}")
    patch = folder.check("--diff", ".").out.encode()
    subprocess.run(tool, input=patch, cwd=folder.root, check=True, capture_output=True)
    applied = [(folder.root / name).read_bytes() for name in names]
    subprocess.run([*tool, "-R"], input=patch, cwd=folder.root, check=True, capture_output=True)
    folder.check("--fix", ".")
    assert applied == [(folder.root / name).read_bytes() for name in names]
