"""Patterns, configurations, baselines and files that would take long or fail: one sentence, and the rest is judged."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from amount import examples
from hypothesis import assume, given
from hypothesis import strategies as st
from lint_kit import BAD, GOOD, Folder

from liveschema.lint import paths
from liveschema.lint.config.expansion import expand
from liveschema.lint.config.files import Walk, _is_input
from liveschema.lint.config.gitignore import read_patterns
from liveschema.lint.config.globs import matches
from liveschema.lint.config.interpreters import format_by_first_line
from liveschema.lint.paths import exists
from liveschema.lint.run import sent_files
from liveschema.lint.run.sent_files import _found

NOT_REGULAR = "it is not a regular file; it is not read"
ROUNDS = "*a" * 60
posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files there")


def simple(pattern: str) -> re.Pattern[str]:
    """Return a pattern as the simplest regular expression, whose cost explodes."""
    rooted = "/" in pattern.rstrip("/")
    written = "" if rooted else "(?:.*/)?"
    for piece in re.findall(r"\*\*/?|\[.*?\]|.", pattern.strip("/")):
        known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        is_set = piece.startswith("[") and len(piece) > 1
        written += known.get(piece) or (f"(?!/){piece.replace('!', '^')}" if is_set else re.escape(piece))
    return re.compile(rf"{written}(?:/.*)?\Z")


PIECES = ["a", "b", ".", "*", "?", "[ab]", "[!a]", "[a-b]", "**/", "/**", "/", "/**/", "**"]
PATHS = st.lists(st.text("ab.-", min_size=1, max_size=4), min_size=1, max_size=5).map("/".join)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.lists(PATHS, min_size=5, max_size=5))
@examples(500)
def test_patterns_fit_what_the_simple_expression_fits(pattern: str, paths: list[str]) -> None:
    assume(not pattern.startswith("./") and "***" not in pattern and not re.search(r"[^/]\*\*/", pattern))
    for path in paths:
        assert matches(path, pattern) == bool(simple(pattern).match(path)), path


@pytest.mark.slow
def test_the_cost_of_a_pattern_does_not_explode(folder: Folder) -> None:
    """With a regular expression that tries everything, each of these would run for years."""
    name, deep = "a" * 250, "a/" * 200
    for pattern in (f"{ROUNDS}b", f"**{ROUNDS}b", "?*" * 60 + "b", "*[ab]" * 60 + "c"):
        assert not matches(f"{name}.json", pattern)
        assert not matches(f"{deep}{name}", pattern)
    for pattern in ("**/" * 60 + "b", "**/a/" * 60 + "b", "a**" * 60 + "/b", "**/*a/" * 60 + "b"):
        assert not matches(f"{deep}c", pattern)
    for line in (f"{ROUNDS}b", f"**/{ROUNDS}b", "**/a/" * 60 + "b", "**/*a*a/" * 60 + "b", f"{' ' * 100_000}a"):
        file = read_patterns(Path("/x"), [line])
        assert file.decides(f"/x/{deep}{name}", name, is_folder=False) is None
    folder.write(f"a/a/a/a/{name[:200]}.json", GOOD)
    folder.write(".gitignore", f"{ROUNDS}b\n{'**/a/' * 60}b\n")
    excluded = ("--exclude", f"{ROUNDS}b", "--exclude", "**/a/" * 60 + "b")
    for argument in (".", "**/" * 60 + "*.json", "**/a/" * 3 + f"{ROUNDS}*.json"):
        assert folder.check(argument, *excluded).lines == ["1 payload in 1 file: no problems"], argument


def test_a_pattern_without_a_meaning_is_refused_in_one_sentence(folder: Folder) -> None:
    folder.write("a.json", GOOD)
    for pattern, span in (("[z-a]", "z-a"), ("x/[!b-a]", "b-a"), ("[a--b]", "a--")):
        sentence = f"in the pattern {pattern!r}, the range {span} ends before it begins\n"
        assert folder.check("--exclude", pattern).err == f"liveschema: --exclude: {sentence}"
        for key, text in (
            ("exclude", f"exclude = ['{pattern}']"),
            ("operations", f"operations = {{'{pattern}' = 'end'}}"),
            ("per-file-ignores", f"per-file-ignores = {{'{pattern}' = ['all']}}"),
        ):
            file = folder.write("c.toml", text)
            result = folder.check("--config", "c.toml", "a.json")
            assert (result.code, result.err) == (2, f"liveschema: {file}: {key}: {sentence}")
    for pattern, path, fits in (
        ("[]", "[]", True),
        ("[!]", "[!]", True),
        ("[a", "[a", True),
        ("[\\", "[\\", True),
        ("a\\", "a\\", True),
        ("[\\]", "\\", True),
        ("[]a]", "]", True),
        ("[^a]", "a", False),
        ("[a&&b]", "&", True),
        ("[a-]", "-", True),
        ("", "a", False),
    ):
        assert matches(path, pattern) is fits, pattern


def test_a_configuration_that_cannot_be_read_is_reported_in_one_sentence(folder: Folder) -> None:
    folder.write("a.json", GOOD)
    file = folder.root / "liveschema.toml"
    for text, message in (
        (b"a = " + b"[" * 5000, "it is nested too deeply"),
        (b"a = " + b"{a = " * 5000, "it is nested too deeply"),
        (b"[" + b"a." * 50_000 + b"a]", "a key has more than 100 parts"),
        (b'"a" . ' * 50_000 + b"a = 1", "a key has more than 100 parts"),
        (
            b"a = " + b"9" * 5000,
            "Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits",
        ),
        (b"a = '\xff'", "'utf-8' codec can't decode byte 0xff in position 5: invalid start byte"),
        (b'baseline = "a\\u0000b"', "baseline: expected a path"),
    ):
        file.write_bytes(text)
        result = folder.check()
        assert (result.code, result.err) == (2, f"liveschema: {file}: {message}\n")
    file.write_bytes(b"\xef\xbb\xbfstrict = true")
    assert folder.check().code == 0
    file.unlink()
    file.mkdir()
    if os.name != "nt":
        assert (folder.check().code, folder.check().err) == (2, f"liveschema: {file}: Is a directory\n")


@posix
def test_a_pipe_or_a_device_is_never_opened_for_configuration(folder: Folder) -> None:
    folder.write("a.json", GOOD)
    for name in ("liveschema.toml", "base.json"):
        os.mkfifo(folder.root / name)
    for option, file in (("--config", folder.root / "liveschema.toml"), ("--baseline", "base.json")):
        for name in (str(file), "/dev/zero"):
            result = folder.check("a.json", "--no-config" if option == "--baseline" else "-v", option, name)
            assert (result.code, result.err) == (2, f"liveschema: {name}: {NOT_REGULAR}\n")
    result = folder.check("a.json")
    assert (result.code, result.err) == (2, f"liveschema: {folder.root / 'liveschema.toml'}: {NOT_REGULAR}\n")
    (folder.root / "liveschema.toml").unlink()
    for name in ("pyproject.toml", ".gitignore", "s.sh"):
        os.mkfifo(folder.root / name)
    result = folder.check("a.json", "s*", ".")
    assert (result.code, result.lines) == (0, ["1 payload in 1 file: no problems"])
    assert f"liveschema: s.sh: {NOT_REGULAR}\n" in result.err


BASELINES = {
    '{"file": 5}': "findings[0]: file must be a string",
    '{"file": "a", "rule": null}': "findings[0]: rule must be a string",
    '{"file": "a", "rule": "b"}': "findings[0]: pointer must be a string",
    '{"file": "a\\u0000", "rule": "b", "pointer": "", "count": 1}': "findings[0]: file must be the path of a file",
    f'{{"file": "{"a" * 5000}", "rule": "b", "pointer": ""}}': "findings[0]: file must be the path of a file",
    "7": "findings[0]: it must be an object",
}


def test_what_is_wrong_with_a_baseline_is_said(folder: Folder) -> None:
    folder.write("a.json", GOOD)
    entry = '{{"file": "a", "rule": "b", "pointer": "", "count": {}}}'
    count = "findings[0]: count must be a whole number from 1 to 1000000000"
    cases = {**BASELINES, **{entry.format(n): count for n in ("1e400", "-1", "0", "NaN", "true", '"1"', "1" * 99)}}
    for text, message in cases.items():
        folder.write("base.json", f'{{"version": 1, "findings": [{text}]}}')
        result = folder.check("a.json", "--baseline", "base.json")
        assert (result.code, result.err) == (2, f"liveschema: base.json: {message}\n")
    for version, shown in (("true", "True"), ('"' + "x" * 99 + '"', "'xxxxxxxxxxxx...xxxxxxxxxxxxx'")):
        folder.write("base.json", f'{{"version": {version}, "findings": []}}')
        message = f"liveschema: base.json: the baseline must have version 1, got {shown}\n"
        assert folder.check("a.json", "--baseline", "base.json").err == message
    long = entry.format(1).replace('"a"', f'"{"a" * 400}"')
    folder.write("base.json", f'{{"version": 1, "findings": [{long}]}}')
    assert "no longer found" in folder.check("a.json", "--baseline", "base.json").err


def denied(monkeypatch: pytest.MonkeyPatch, *endings: str) -> None:
    """Make paths with some endings ones of a folder that may not be searched."""
    real = os.stat

    def stat(path: Any, *args: Any, **more: Any) -> os.stat_result:
        if str(path).endswith(endings):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **more)

    monkeypatch.setattr(os, "stat", stat)


def test_a_folder_that_may_not_be_searched_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.json", "b/c.json", "b/liveschema.toml", "b/.gitignore", "b/pyvenv.cfg/x"):
        folder.write(name, GOOD)
    folder.write("base.json", '{"version": 1, "findings": [{"file": "b/x", "rule": "a", "pointer": "", "count": 1}]}')
    with monkeypatch.context() as patch:
        denied(patch, "b/liveschema.toml", "b/.git", "b/.gitignore", "b/pyvenv.cfg", "b/x")
        refused = folder.root / "b/liveschema.toml"
        for argument in ("b", "b/c.json", "b/*.json"):
            result = folder.check(argument, "a.json", "--baseline", "base.json")
            name = "b/c.json" if "." in argument else "b"
            assert (result.code, result.err) == (2, f"liveschema: {name}: {refused}: Permission denied\n")
            assert result.lines == ["1 payload in 1 file: no problems; 1 input could not be read"]
        (folder.root / "b/pyvenv.cfg/x").unlink()
        (folder.root / "b/pyvenv.cfg").rmdir()
        assert folder.check(".").err == f"liveschema: b: {refused}: Permission denied\n"
    with monkeypatch.context() as patch:
        denied(patch, "pyproject.toml")
        result = folder.check("a.json")
        above = folder.root / "pyproject.toml"
        assert (result.code, result.err) == (2, f"liveschema: {above}: Permission denied\n")


@pytest.mark.skipif(os.name == "nt", reason="a folder that is used cannot be removed there")
def test_a_working_folder_that_is_gone_is_reported(folder: Folder) -> None:
    file = folder.write("a.json", GOOD)
    (folder.root / "gone").mkdir()
    os.chdir(folder.root / "gone")
    (folder.root / "gone").rmdir()
    for arguments in ((".",), (str(file),), (str(file), "--no-config")):
        result = folder.check(*arguments)
        assert (result.code, result.err) == (2, "liveschema: the working folder: No such file or directory\n")
    result = folder.execute("schema", "update", "--output", "x")
    assert (result.code, result.err) == (2, "liveschema: x: No such file or directory\n")
    os.chdir(folder.root)


def test_a_folder_that_vanishes_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a/x.json", GOOD)
    folder.write("b.json", GOOD)
    real = os.scandir

    def scandir(path: str) -> object:
        found = list(real(path))
        if path == ".":
            (folder.root / "a/x.json").unlink()
            (folder.root / "a").rmdir()
        return found

    monkeypatch.setattr(os, "scandir", scandir)
    result = folder.check()
    assert (result.code, result.err) == (2, "liveschema: a: No such file or directory\n")
    assert result.lines == ["1 payload in 1 file: no problems; 1 input could not be read"]


@posix
def test_special_files_are_refused_unless_they_are_input(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.json", GOOD)
    os.mkfifo(folder.root / "b.json")
    result = folder.check("*.json")
    assert (result.code, result.err) == (0, f"liveschema: b.json: {NOT_REGULAR}\n")
    result = folder.check("/dev/zero", "a.json")
    assert (result.code, result.err) == (2, f"liveschema: /dev/zero: {NOT_REGULAR}\n")
    assert result.lines == ["1 payload in 1 file: no problems; 1 input could not be read"]
    assert folder.check("/dev/null").lines[0].startswith("/dev/null:1:1: error[invalid-json]")
    out, into = os.pipe()
    os.write(into, b'{"activity_id": "a", "content_state": {"title": "B", "type": "progress", "percentage": 142}}')
    os.close(into)
    assert folder.check(f"/dev/fd/{out}", "--operation", "update").code == 1
    os.close(out)
    zero = Path("/dev/zero").stat()
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(os, "fstat", lambda _: zero)
    assert _is_input(zero)
    monkeypatch.setattr(os, "isatty", lambda _: os.close(-1))
    assert not _is_input(zero)


@posix
@pytest.mark.slow
def test_folders_that_links_connect_are_searched_once(folder: Folder) -> None:
    """If each folder were searched in each way in which the links lead to it, this would run for ages."""
    number = 20
    for n in range(number):
        folder.write(f"f{n:02}/x{n}.update.json", BAD)
        for other in range(number):
            (folder.root / f"f{n:02}/to{other:02}").symlink_to(f"../f{other:02}")
    for arguments in ((".",), ("**",), ("**/*.json",), ("f00/to*",), (".", ".", "f00")):
        paths = [finding["path"] for finding in folder.findings(*arguments)]
        assert len(paths) == len({Path(path).name for path in paths}) == number, arguments
    assert expand("f*/*.json") == [f"f{n:02}/x{n}.update.json" for n in range(number)]
    assert len(expand("**/*.json")) < 3 * number * number


@posix
def test_what_a_link_leads_to_is_searched_once(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("outside/inner/x.update.json", BAD)
    folder.write("here/a.json", GOOD)
    (folder.root / "here/b").symlink_to("../outside/inner")
    (folder.root / "here/c").symlink_to("../outside")
    searched: list[str] = []
    real = os.scandir

    def scandir(path: str) -> object:
        searched.append(path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert len(folder.findings("here")) == 1
    assert searched == ["here", "here/b", "here/c"]


def test_a_deep_path_costs_no_look_at_each_folder_above_it(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a/" * 60 + "x.update.json", BAD)
    asked: list[Path] = []

    def is_environment(_: Walk, path: Path) -> bool:
        asked.append(path)
        return False

    monkeypatch.setattr(Walk, "_is_environment", is_environment)
    assert len(folder.findings("**")) == 1
    assert len(asked) < 60
    monkeypatch.setattr("liveschema.lint.config.expansion.expand", lambda _: ["gone.json"])
    assert folder.check("*.json").err == "liveschema: gone.json: No such file or directory\n"


def test_odd_paths_end_in_no_exception(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/b/x.json", "a/b ", "a/c"):
        folder.write(name, GOOD)
    assert expand("**/**/x.json") == expand("a/*/**/x.json") == ["a/b/x.json"]
    assert expand("a/**/b/**/x.json") == ["a/b/x.json"]
    assert expand("a/c/**") == expand("a/c/*") == []
    assert read_patterns(Path("/x"), ["b\\  "]).decides("/x/b ", "b ", is_folder=False)
    assert not exists("a\0b")
    assert not exists("a" * 5000)
    for name, kind, text in (("a\0b", None, "no file can have this name"), ("a/c", MemoryError, "File too large")):

        def fail(*_: object, kind: type[BaseException] | None = kind) -> None:
            raise (kind or ValueError)

        with monkeypatch.context() as patch:
            if kind:
                patch.setattr(paths, "open", fail, raising=False)
            with pytest.raises(OSError, match=text):
                paths.read_file(name)
    loop = folder.root / "loop"
    loop.symlink_to("loop")
    assert _found("x", str(loop / "s.sh"), Path) is None


def test_a_sender_that_cannot_be_parsed_is_left_to_the_run(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    send = "curl -d @{} https://activitysmith.com/api/live-activity/update\n"
    folder.write("a.sh", send.format("b.json"))
    folder.write("s.sh", send.format("sub/c.json"))
    folder.write("b.json", GOOD)
    folder.write("sub/c.json", GOOD)
    folder.write("sub/liveschema.toml", "")
    with monkeypatch.context() as patch:
        denied(patch, "sub/liveschema.toml")
        assert folder.check("a.sh", "s.sh").lines[0].startswith("1 payload in 1 file: no problems")
    assert folder.check("a.sh", "s.sh").lines[0].startswith("2 payloads in 2 files: no problems")
    for kind in (MemoryError, RecursionError):

        def fail(_: object, kind: type[BaseException] = kind) -> object:
            raise kind

        with monkeypatch.context() as patch:
            patch.setattr(sent_files, "reader_of", lambda _, fail=fail: fail)
            assert folder.check("a.sh").code == 0


LINES = ["a", "b", ".", "*", "?", "[ab]", "[!a]", "[^a]", "**/", "/**", "/", "-", "**", "!", "\\", "[", "]", "[]a]"]
MORE_LINES = ["[[:alpha:]]", "[z-a]", "[a-", "[[:foo:]]", "[\\]a]", " ", "#", "[--0]", "[!]", "[]", "[]-a]", "[a\\-b]"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_patterns_of_gitignore_fit_what_git_says(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    names = st.text("ab-.]!# \\", min_size=1, max_size=3).filter(lambda name: name not in (".", ".."))
    paths = st.lists(st.lists(names, min_size=1, max_size=3).map("/".join), min_size=20, unique=True)

    @given(st.lists(st.sampled_from(LINES + MORE_LINES), min_size=1, max_size=6).map("".join), paths)
    @examples(300)
    def agree(line: str, paths: list[str]) -> None:
        assume(not re.search(r"[^/!]\*\*/", line))  # of which git matches more than its documentation says
        (tmp_path / ".gitignore").write_text(line)
        done = subprocess.run(
            ["git", "check-ignore", "-z", "--stdin", "--no-index"],
            input="\0".join(paths),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        file = read_patterns(Path("/x"), [line])
        for path in paths:
            names = path.split("/")
            above = ["/".join(names[:count]) for count in range(1, len(names) + 1)]
            ignored = any(file.decides(f"/x/{each}", each.rpartition("/")[2], is_folder=each != path) for each in above)
            assert ignored == (path in done.stdout.split("\0")), path

    agree()


@pytest.mark.skipif(os.name == "nt", reason="other names are allowed there")
def test_odd_names_in_options_and_the_environment_end_in_no_exception(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("bad.update.json", BAD)
    (folder.root / "loop").symlink_to("loop")
    check = ("check", "--no-config", "bad.update.json")
    long = "a" * 300
    for name, why in (
        (long, f"liveschema: {long}: File name too long"),
        ("loop", "liveschema: loop: Too many levels of symbolic links"),
        ("a\0b", r"liveschema check: argument --output-file: no file can have the name 'a\x00b'"),
        ("a\ud800b", r"liveschema check: argument --output-file: no file can have the name 'a\ud800b'"),
    ):
        result = folder.execute(*check, "--output-file", name)
        assert (result.code, result.out, result.err.splitlines()[0]) == (2, "", why), name
    for command in (("schema", "update", "--output"), (*check, "--write-baseline", "--baseline")):
        for name in (long, "loop", "a\0b", "a\ud800b"):
            assert folder.execute(*command, name).code == 2, (command, name)
    result = folder.execute("check", "-", "--stdin-filename", "a\0b/c.json", stdin=b"{}")
    message = f"liveschema: {folder.root}/a\\x00b/liveschema.toml: no file can have this name\n"
    assert (result.code, result.err) == (2, message)
    result = folder.execute(*check, "--jobs", "1" + "0" * 5000)
    assert "argument --jobs: must be a whole number, 1 or more, got '1000" in result.err
    for root in ("loop", f"/{long}", "/a" * 5000, str(folder.root / "bad.update.json")):
        for variable, form in (("GITHUB_WORKSPACE", "github"), ("CI_PROJECT_DIR", "gitlab")):
            monkeypatch.setenv(variable, root)
            result = folder.execute(*check, "--format", form)
            assert (result.code, "bad.update.json" in result.out) == (1, True), (root, form, result)


def test_the_first_line_of_a_file_is_not_awaited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("#!/bin/sh\n")
    assert format_by_first_line(str(script)) == "shell"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        monkeypatch.setattr("stat.S_ISREG", lambda _: True)  # as for /proc/kmsg, which waits, too
        assert format_by_first_line(str(tmp_path / "pipe")) is None


def test_a_pattern_finds_hidden_names_and_each_folder_once(folder: Folder) -> None:
    for name in (".ci/a.update.json", "x/x/b.update.json", "y/c.update.json"):
        folder.write(name, GOOD)
    (folder.root / "z").symlink_to("y")

    def found(pattern: str) -> list[str]:
        return folder.check("--show-files", pattern).lines

    assert found(".c*/*.json") == [".ci/a.update.json"]
    assert found("**/x/**") == ["x/x/b.update.json"]
    assert found("[yz]") == ["y/c.update.json"]


def test_a_file_that_is_sent_and_holds_no_data_is_left_alone(folder: Folder) -> None:
    folder.write("send.sh", "curl https://activitysmith.com/api/live-activity/update -d @body\n")
    folder.write("body", {"content_state": 5})
    assert folder.check(".").lines == ["no Live Activity request in 1 file"]
