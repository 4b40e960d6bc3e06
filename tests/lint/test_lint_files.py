"""The discovery of files from the arguments."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import BAD, GOOD, Folder

from liveschema.lint.config import gitignore
from liveschema.lint.config.files import Walk
from liveschema.lint.config.finder import SettingsFinder
from liveschema.lint.config.gitignore import read_patterns
from liveschema.lint.config.globs import matches
from liveschema.lint.config.selection import Selection, Source
from liveschema.lint.paths import read_quickly, relative, status_of_entry
from liveschema.lint.run import marked, run
from liveschema.lint.run.alone import EachAlone
from liveschema.lint.run.context import FileContext


def files(folder: Folder, *arguments: str) -> list[str]:
    """Return the files that a run checks, from the notes of ``--verbose``."""
    result = folder.check("-v", *arguments)
    return [line.removeprefix("liveschema: ").split(":")[0] for line in result.err.splitlines() if ", by " in line]


def test_a_folder_is_read_in_order_and_hidden_ones_are_not(folder: Folder) -> None:
    for name in (
        "b/x.update.json",
        "a.update.yaml",
        "a.update.jsonl",
        "c.txt",
        ".git/x.json",
        ".hidden/x.json",
        "node_modules/x.json",
        "d.md",
        "e.har",
        ".json",
    ):
        folder.write(name, GOOD)
    assert files(folder) == ["a.update.jsonl", "a.update.yaml", "b/x.update.json", "e.har"]
    assert files(folder, str(folder.root)) == [
        str(folder.root / name) for name in ("a.update.jsonl", "a.update.yaml", "b/x.update.json", "e.har")
    ]
    assert files(folder, ".hidden") == [".hidden/x.json"]


def test_a_named_file_is_read_once_with_any_suffix(folder: Folder) -> None:
    folder.write("payload.txt", GOOD)
    assert files(folder, "payload.txt", "./payload.txt") == ["payload.txt"]


def test_globs_are_expanded(folder: Folder) -> None:
    for name in ("a/x.json", "a/b/y.json", "a/b/z.txt"):
        folder.write(name, GOOD)
    assert files(folder, "a/**/*") == ["a/b/y.json", "a/x.json"]
    assert files(folder, "a/*.json") == ["a/x.json"]


def test_gitignore_is_honoured_in_folders(folder: Folder) -> None:
    folder.write(".git/HEAD", "")
    folder.write(".gitignore", "build/\n*.tmp.json\n")
    folder.write("sub/.gitignore", "!keep.tmp.json\nx.json\n")
    for name in ("a.json", "b.tmp.json", "build/c.json", "sub/keep.tmp.json", "sub/x.json", "sub/y.json"):
        folder.write(name, GOOD)
    assert files(folder) == ["a.json", "sub/keep.tmp.json", "sub/y.json"]
    assert files(folder, "sub") == ["sub/keep.tmp.json", "sub/y.json"]
    assert files(folder, "build") == ["build/c.json"]
    assert files(folder, "b.tmp.json") == ["b.tmp.json"]


PATTERNS = [
    "a",
    "a/",
    "*.json",
    "!b",
    "!*.json",
    "/a",
    "a/b",
    "**/b",
    "a/**",
    "# a",
    "",
    "[ab]",
    "b?",
    "!a/b/",
    "/b*",
    "a b",
]
NAMES = ["a", "b", "ab", "b.json", "a.json", "a b"]


@given(st.lists(st.sampled_from(PATTERNS), max_size=4), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3))
def test_the_fast_look_up_of_ignored_paths_agrees_with_the_patterns(lines: list[str], names: list[str]) -> None:
    file = read_patterns(Path("/x"), lines)
    slow = file._replace(others=(re.compile(""),))
    for length in range(1, len(names) + 1):
        about = (f"/x/{'/'.join(names[:length])}", names[length - 1])
        is_folder = length < len(names)
        assert file.decides(*about, is_folder=is_folder) == slow.decides(*about, is_folder=is_folder), about


def test_an_ignored_folder_that_is_named_is_read_whole(folder: Folder) -> None:
    folder.write(".gitignore", "build/\n*.tmp.json\n/[x]\n")
    for name in ("build/sub/a.tmp.json", "src/a.tmp.json", "src/b.json", "x/c.json"):
        folder.write(name, GOOD)
    assert files(folder) == ["src/b.json"]
    assert files(folder, "build/sub") == ["build/sub/a.tmp.json"]
    assert files(folder, "src") == ["src/b.json"]


def test_the_ignore_rules_of_a_repository_end_at_its_root(folder: Folder) -> None:
    folder.write(".gitignore", "*.json\n")
    folder.write("a.json", GOOD)
    folder.write("inner/.git/HEAD", "")
    folder.write("inner/b.json", GOOD)
    assert files(folder) == ["inner/b.json"]
    assert files(folder, "inner") == ["inner/b.json"]
    folder.write(".gitignore", "inner/\n")
    folder.write("inner/.gitignore", "c.json\n")
    folder.write("inner/c.json", GOOD)
    assert files(folder, "inner") == ["inner/b.json"]


def test_an_unreadable_gitignore_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write(".gitignore", "*.json\n")
    folder.write("a.json", GOOD)

    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(gitignore, "read_file", refuse)
    result = folder.check()
    assert result.code == 0
    assert ".gitignore: Permission denied" in result.err


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_link_loops_are_reported_and_skipped(folder: Folder) -> None:
    folder.write("a/x.json", GOOD)
    (folder.root / "a/loop").symlink_to("..", target_is_directory=True)
    (folder.root / "self.json").symlink_to("self.json")
    (folder.root / "gone.json").symlink_to("nowhere.json")
    result = folder.check()
    assert result.code == 0
    assert result.err.splitlines() == [
        "liveschema: a/loop: the link leads back to a folder above it; it is not searched",
        "liveschema: gone.json: the link leads nowhere (No such file or directory)",
        "liveschema: self.json: the link leads nowhere (Too many levels of symbolic links)",
    ]
    assert result.lines == ["1 payload in 1 file: no problems"]
    assert folder.check("gone.json").err == "liveschema: gone.json: No such file or directory\n"


@pytest.mark.parametrize(("size", "content"), [(2, b"{}"), (1, None), (3, None), (0, None)])
def test_a_file_that_has_changed_is_not_read_at_once(size: int, content: bytes | None, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    assert read_quickly(str(tmp_path / "a.json"), size) == content


def test_a_file_that_changes_during_the_run_is_read_as_it_is(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.write("a.json", "{}")

    def is_unmarked(source: Source) -> bool:
        file.write_text(json.dumps(BAD))
        return marked.is_unmarked(source)

    monkeypatch.setattr(run, "is_unmarked", is_unmarked)
    assert folder.check().code == 1


def test_a_file_without_a_mark_is_read_at_once_unless_it_is_long(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "x" * 1_000_001
    for name, text in (("a.json", "{}"), ("long.json", f'"{long}"'), ("a.py", "x"), ("long.py", f"# {long}")):
        folder.write(name, text)
    asked: list[str] = []

    def read(path: str, size: int) -> bytes | None:
        asked.append(path)
        return read_quickly(path, size)

    def opened(path: str, mode: str) -> object:
        asked.append(f"{path} as a stream")
        return Path(path).open(mode)

    monkeypatch.setattr(marked, "read_quickly", read)
    monkeypatch.setattr(run, "open", opened, raising=False)
    assert folder.check().lines == ["no Live Activity request in 4 files"]
    assert asked == ["./a.json", "./a.py", "./long.json as a stream", "./long.py"]


def test_a_number_that_the_system_leaves_out_is_looked_up(tmp_path: Path) -> None:
    (tmp_path / "a.json").touch()
    (entry,) = os.scandir(tmp_path)

    class OnWindows:
        path = entry.path

        def stat(self) -> os.stat_result:
            values = list(entry.stat())
            values[1] = 0
            return os.stat_result(values)

    number = (tmp_path / "a.json").stat().st_ino
    assert status_of_entry(OnWindows()).st_ino == status_of_entry(entry).st_ino == number  # type: ignore[arg-type]


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes in folders there")
def test_a_pipe_that_is_named_is_read_once(folder: Folder) -> None:
    os.mkfifo(folder.root / "a.update.json")
    os.mkfifo(folder.root / "b.sh")
    for name, text in (("a.update.json", json.dumps(BAD)), ("b.sh", "echo")):
        writer = threading.Thread(target=(folder.root / name).write_text, args=(text,))
        writer.start()
        result = folder.check(name, "--force-exclude")
        writer.join()
        assert (result.code, result.err) == (int(name == "a.update.json"), "")


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes in folders there")
def test_a_pipe_in_a_folder_is_not_opened(folder: Folder) -> None:
    os.mkfifo(folder.root / "a.json")
    folder.write("b.json", GOOD)
    result = folder.check()
    assert (result.code, result.err) == (0, "liveschema: a.json: it is not a regular file; it is not read\n")


def test_a_file_whose_status_cannot_be_read_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.json", GOOD)
    real = os.scandir

    class Entry:
        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name, self.path, self.is_dir, self.is_symlink = entry.name, entry.path, entry.is_dir, entry.is_symlink

        def stat(self) -> None:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", lambda path: [Entry(entry) for entry in real(path)])
    result = folder.check()
    assert (result.code, result.err) == (2, "liveschema: a.json: Permission denied\n")


DEEP = 1200


@pytest.mark.slow
def test_folders_may_be_nested_deeper_than_python_can_recurse(folder: Folder) -> None:
    for _ in range(DEEP):
        Path("a").mkdir()
        os.chdir("a")
    Path("x.update.json").write_text(json.dumps(BAD))
    os.chdir(folder.root)
    (finding,) = folder.findings()
    assert finding["path"] == f"{'a/' * DEEP}x.update.json"
    for _ in range(DEEP):
        os.chdir("a")
    Path("x.update.json").unlink()
    for _ in range(DEEP):  # what removes the temporary folder later is recursive
        os.chdir("..")
        Path("a").rmdir()


GIT = shutil.which("git")


@pytest.mark.slow
@pytest.mark.skipif(GIT is None, reason="git is not installed")
@given(st.lists(st.sampled_from([*PATTERNS, "*/", "!*/", "!a/", "\\a"]), max_size=4), st.data())
@examples(50, deadline=None)
def test_the_files_that_git_ignores_are_not_read(lines: list[str], data: st.DataObject) -> None:
    inside = [f"{folder}{name}" for folder in ("", "a/", "b/", "a/b/") for name in ("a.json", "b.json")]
    names = data.draw(st.lists(st.sampled_from(inside), min_size=1, unique=True))
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in names:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text("{}")
        Path(".gitignore").write_text("\n".join(lines))
        for arguments in (["init", "-q"], ["ls-files", "-co", "--exclude-standard", "*.json"]):
            done = subprocess.run([str(GIT), *arguments], capture_output=True, text=True, check=True)
        settings = SettingsFinder(None, lambda settings: settings, print)
        walk = Walk(Selection(settings, print, (), frozenset({"json"})), print, print, force=False)
        assert sorted(source.name for source in walk.files(["."])) == sorted(done.stdout.splitlines())


def test_paths_on_different_drives_are_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def on_another_drive(*_: object) -> str:
        raise ValueError

    other = tmp_path / "c"
    assert relative(tmp_path / "a" / "b.json", tmp_path) == "a/b.json"
    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    assert relative(tmp_path / "a" / "b.json", other) == (tmp_path / "a" / "b.json").as_posix()


def test_unreadable_files_and_folders_do_not_stop_the_run(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.json", GOOD)
    folder.write("b.update.json", BAD)
    folder.write("c/d.json", BAD)
    real_scan = os.scandir

    def opened(path: str, mode: str) -> object:
        if path == "./a.json":
            raise PermissionError(13, "Permission denied")
        return Path(path).open(mode)

    def scanned(path: object) -> object:
        if str(path).endswith("c"):
            raise PermissionError(13, "Permission denied")
        return real_scan(path)  # type: ignore[call-overload]

    monkeypatch.setattr(run, "open", opened, raising=False)
    monkeypatch.setattr(os, "scandir", scanned)
    result = folder.check()
    assert result.code == 2
    assert result.err == "liveschema: c: Permission denied\nliveschema: a.json: Permission denied\n"
    assert result.lines[0].startswith("b.update.json:1:")


def test_a_file_too_large_for_memory_does_not_stop_the_run(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.json", GOOD)
    folder.write("b.json", GOOD)
    real = EachAlone.read

    def read(self: EachAlone, stream: Any, form: str, context: FileContext) -> Any:
        if context.path == "a.json":
            raise MemoryError
        return real(self, stream, form, context)

    monkeypatch.setattr(EachAlone, "read", read)
    result = folder.check()
    assert result.code == 2
    assert result.err.startswith("liveschema: a.json: the file is too large")
    assert result.lines == ["1 payload in 1 file: no problems; 1 input could not be read"]


def test_a_file_that_disappears_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.json", GOOD)

    def vanish(self: Walk, arguments: list[str]) -> Iterator[Source]:
        for source in real(self, arguments):
            Path(source.path).unlink()
            yield source

    real = Walk.files
    monkeypatch.setattr(Walk, "files", vanish)
    assert folder.check().err == "liveschema: a.json: No such file or directory\n"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.json", "a.json", True),
        ("*.json", "deep/er/a.json", True),
        ("a/*.json", "a/b.json", True),
        ("a/*.json", "a/b/c.json", False),
        ("a/**/*.json", "a/b/c.json", True),
        ("a/**/*.json", "a/c.json", True),
        ("a/**", "a/b/c.json", True),
        ("**/x", "a/b/x", True),
        ("vendor", "a/vendor/x.json", True),
        ("vendor/", "vendor/x.json", True),
        ("/vendor/x.json", "vendor/x.json", True),
        ("./a.json", "a.json", True),
        ("a?.json", "ab.json", True),
        ("a?.json", "a/.json", False),
        ("[ab].json", "b.json", True),
        ("[!ab].json", "b.json", False),
        ("[!ab].json", "c.json", True),
        ("a.json", "aXjson", False),
        ("(x)+.json", "(x)+.json", True),
        ("[", "[", True),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:  # noqa: FBT001
    assert matches(path, pattern) is fits


def test_a_dash_is_the_standard_input(folder: Folder) -> None:
    folder.write("-", BAD)
    assert folder.check("-", "--operation", "update", stdin=json.dumps(GOOD).encode()).code == 0
    assert folder.check("./-", "--operation", "update", stdin=b"").lines[0].startswith("./-:1:")
    assert folder.check("-", "-", "--operation", "update", stdin=json.dumps(GOOD).encode()).lines == [
        "1 payload in 1 file: no problems"
    ]


def test_without_a_file_that_could_be_read_no_success_is_claimed(folder: Folder) -> None:
    result = folder.check("gone.json")
    assert (result.code, result.lines) == (2, ["no file was checked; 1 input could not be read"])
