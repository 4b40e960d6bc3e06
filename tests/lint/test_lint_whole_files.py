"""Files that the command writes: whole or not at all, and never over what it reads."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema.lint import whole_files
from liveschema.lint.__main__ import main
from liveschema.lint.own_output import is_own_report
from liveschema.lint.reporters import FORMATS
from liveschema.lint.whole_files import is_direct, whole_file

ROOT = Path(__file__).parents[2]
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="files have no modes there")
WRITERS = [
    ("check", "bad.update.json", "--output-file", "out"),
    ("timeline", "x.jsonl", "--output-file", "out"),
    ("extract", "bad.update.json", "--output-file", "out"),
    ("preview", "bad.update.json", "--output", "out"),
    ("schema", "update", "--output", "out"),
    ("check", "bad.update.json", "--baseline", "out", "--write-baseline"),
]
OLD = '{"version": 1, "findings": []}'


def old(arguments: tuple[str, ...]) -> str:
    """Return what a command may write over: a baseline or a report."""
    return OLD if "--baseline" in arguments else "no file was checked"


@pytest.fixture
def files(folder: Folder) -> Folder:
    folder.write("bad.update.json", BAD)
    folder.write("x.jsonl", {"method": "DELETE", "path": "/live-activity/stream/k"})
    return folder


def names(folder: Folder) -> set[str]:
    return {each.name for each in folder.root.iterdir()}


@pytest.mark.parametrize(
    "arguments", [WRITERS[0], *(pytest.param(each, marks=pytest.mark.slow) for each in WRITERS[1:])]
)
def test_a_disk_that_is_full_leaves_the_old_file_and_no_other(
    files: Folder, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for call, module in (("fsync", os), ("_put", whole_files)):
        files.write("out", old(arguments))
        before = names(files)
        with monkeypatch.context() as patch:
            patch.setattr(module, call, full)
            result = files.execute(*arguments)
        assert (result.code, result.err) == (2, "liveschema: out: No space left on device\n")
        assert ((files.root / "out").read_text(), names(files)) == (old(arguments), before)


def stop_writing(file: Path, error: type[BaseException], *, close: bool = False) -> None:
    with whole_file(file) as stream:
        stream.write(b"part")
        if close:
            os.close(stream.fileno())
        raise error


def test_a_file_takes_its_place_when_it_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("old")
    with whole_file(file) as stream:
        stream.write(b"new")
        stream.flush()
        assert file.read_text() == "old"
    assert file.read_text() == "new"
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error):
            stop_writing(file, error)
    assert (file.read_text(), list(tmp_path.iterdir())) == ("new", [file])


def test_what_cannot_be_flushed_hides_no_other_error(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_writing(tmp_path / "out", KeyboardInterrupt, close=True)
    assert not list(tmp_path.iterdir())


@ON_POSIX
def test_modes_and_links_are_kept(files: Folder) -> None:
    mask = os.umask(0o027)
    try:
        for arguments in WRITERS:
            files.execute(*arguments)
            assert stat.S_IMODE((files.root / "out").stat().st_mode) == 0o640
            (files.root / "out").rename(files.root / "target")
            (files.root / "target").chmod(0o604)
            (files.root / "out").symlink_to("target")
            files.execute(*arguments)
            assert (files.root / "out").is_symlink()
            assert stat.S_IMODE((files.root / "target").stat().st_mode) == 0o604
            (files.root / "target").unlink()
            files.execute(*arguments)  # a link that leads nowhere
            assert (files.root / "out").is_symlink()
            (files.root / "target").unlink()
            (files.root / "out").unlink()
    finally:
        os.umask(mask)


@ON_POSIX
def test_what_is_no_regular_file_is_written_directly(files: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.check("bad.update.json", "--output-file", os.devnull).code == 1
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)
    assert is_direct(Path(os.devnull))
    assert not is_direct(files.root / "missing")
    log = files.root / "log"
    with log.open("w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert is_direct(log)  # as /dev/stdout is
    monkeypatch.undo()
    assert not is_direct(log)
    folder = files.check("bad.update.json", "--output-file", str(files.root))
    assert (folder.code, folder.err) == (2, f"liveschema: {files.root}: Is a directory\n")


def test_a_file_that_is_protected_stays(files: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write("out", "old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anyone but root
    assert is_direct(files.root / "out")


def test_a_file_in_a_protected_folder_or_mounted_by_itself_is_written_directly(
    files: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse = OSError(errno.EACCES, "Permission denied")
    real_open = Path.open

    def protected(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if path.suffix == ".tmp":
            raise refuse
        return real_open(path, mode, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", protected)
        new = files.check("bad.update.json", "--output-file", "out")
        assert (new.code, new.err) == (2, "liveschema: out: Permission denied\n")
        files.write("out", "")
        assert files.check("bad.update.json", "--output-file", "out").code == 1
        refuse = OSError(errno.ENOSPC, "No space left on device")
        assert files.check("bad.update.json", "--output-file", "out").code == 2
    report = (files.root / "out").read_text()
    assert report.startswith("bad.update.json:1:97: error[out-of-range]")

    def mounted(*_: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", mounted)
        assert files.check("bad.update.json", "--output-file", "out").code == 1
    assert ((files.root / "out").read_text(), ".tmp" in str(names(files))) == (report, False)

    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", failing)
    monkeypatch.setattr(os, "chown", failing)
    assert files.check("bad.update.json", "--output-file", "out").code == 2
    monkeypatch.delattr(os, "chown")
    assert files.check("bad.update.json", "--output-file", "out").code == 2


@pytest.mark.slow
def test_a_report_is_written_anew_in_the_folder_that_is_checked(files: Folder) -> None:
    for arguments in (
        *(("check", ".", "--format", form) for form in FORMATS),
        ("check", ".", "--select", "too-long"), ("check", ".", "--format", "full", "--statistics"),
        ("check", ".", "-q", "--select", "too-long"), ("check", "x.jsonl", "good.md"), ("timeline", "."),
        ("timeline", ".", "-q", "--format", "github", "--select", "too-long"), ("extract", "."), ("extract", "*.json"),
        ("check", ".", "--format", "gitlab", "--select", "too-long"),
    ):  # fmt: skip
        files.write("good.md", "nothing")
        for name in ("report.json", "report.md", "report.jsonl"):
            runs = [files.execute(*arguments, "--output-file", name) for _ in range(2)]
            texts = (files.root / name).read_bytes()
            files.execute(*arguments, "--output-file", name)
            assert runs[0] == runs[1], arguments
            assert runs[0].code != 2, (arguments, runs[0].err)
            assert (files.root / name).read_bytes() == texts
            assert is_own_report(texts), (arguments, texts)
            (files.root / name).unlink()


def test_what_is_read_is_never_written_over(files: Folder) -> None:
    root = files.root
    files.write("folder/update.yaml", json.dumps(GOOD))
    files.write("folder/other.json", "[1]")
    files.write("liveschema.toml", 'baseline = "base.json"\n')
    files.write("own.toml", "")
    files.write("base.json", OLD)
    os.link(root / "bad.update.json", root / "hard")
    (root / "soft").symlink_to("bad.update.json")
    checked = "is a file to be checked, and would be overwritten"
    holds = "holds a Live Activity request, and would be overwritten"
    other = "is a configuration or a baseline, and would be overwritten"
    for arguments, output, what in (
        (["."], "bad.update.json", checked),
        (["*.json"], "./bad.update.json", checked),
        (["."], "folder/other.json", checked),
        (["."], "folder/update.yaml", checked),
        (["bad.update.json"], "hard", checked),
        (["bad.update.json"], "soft", checked),
        (["x.jsonl"], "bad.update.json", holds),
        (["x.jsonl"], "folder/update.yaml", holds),
        (["x.jsonl"], "liveschema.toml", other),
        (["x.jsonl"], "pyproject.toml", other),
        (["x.jsonl", "--config", "own.toml"], "./own.toml", other),
    ):
        before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for command in ("check", "timeline", "extract", "preview"):
            result = files.execute(command, *arguments, "--output-file", output)
            assert (result.code, result.out, result.err) == (2, "", f"liveschema: --output-file: {output} {what}\n")
        assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    for extra in ((), ("--baseline", "new.json", "--write-baseline"), ("--baseline", "./base.json")):
        output = "new.json" if "new.json" in extra else "base.json"
        result = files.check("x.jsonl", *extra, "--output-file", output)
        assert (result.code, result.err) == (2, f"liveschema: --output-file: {output} {other}\n")
    result = files.execute("schema", "update", "--output", "bad.update.json")
    assert (result.code, result.err) == (2, f"liveschema: --output: bad.update.json {holds}\n")
    for option, *words in (("--output", "schema", "update"), ("--output-file", "extract", "x.jsonl", "--no-config")):
        result = files.execute(*words, option, "base.json")
        assert result.err == f"liveschema: {option}: base.json is a baseline, and would be overwritten\n"
    assert (root / "base.json").read_text() == OLD
    assert files.execute("schema", "update", "--output", "s.update.json").code == 0
    assert files.execute("schema", "end", "--output", "s.update.json").code == 0
    assert files.check("x.jsonl", "--output-file", "folder/notes.txt").code == 0
    files.write("folder/notes.txt", "text")
    assert files.check("x.jsonl", "--output-file", "folder/notes.txt").code == 0


def test_the_standard_output_is_no_input(files: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = files.root / "x.jsonl"
    before = file.read_bytes()
    with file.open("r+") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        for command in ("check", "timeline", "extract", "preview"):
            assert main([command, "x.jsonl"]) == 2
        stdin = os.dup(0)
        try:
            os.dup2(stream.fileno(), 0)
            assert main(["check", "-"]) == 2
        finally:
            os.dup2(stdin, 0)
            os.close(stdin)
        assert file.read_bytes() == before
        assert main(["check", ".", "--exclude", "bad*"]) == 0
    assert file.read_text().startswith("no file was checked")


def test_the_file_of_the_standard_input_is_not_written_over(files: Folder, monkeypatch: pytest.MonkeyPatch) -> None:

    from liveschema.lint.commands.outputs import is_standard_input  # noqa: PLC0415

    with (files.root / "bad.update.json").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert is_standard_input(files.root / "bad.update.json")
        assert not is_standard_input(files.root / "x.jsonl")
    monkeypatch.setattr(sys, "stdin", None)
    assert not is_standard_input(files.root / "x.jsonl")


def test_only_what_can_be_made_again_is_our_own() -> None:
    for content in (
        "",
        " \n",
        "[]",
        '{"version": 1, "findings": [], "summary": {}}',
        "3 payloads in 1 file: no problems",
    ):
        assert is_own_report(content.encode()), content
    for content in (
        OLD, json.dumps({"version": 1, "findings": [1], "summary": 1}), json.dumps(BAD), "[1]", "[[]]", "text", "1",
        "{", '{"runs": [{"tool": {"driver": {"name": "other"}}}]}', '{"runs": []}', '{"runs": [1]}', "\xff",
    ):  # fmt: skip
        assert not is_own_report(content.encode("latin-1")), content


LIMITED = """
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from liveschema.__main__ import main
sys.exit(main())
"""


@pytest.mark.slow
@ON_POSIX
def test_a_real_limit_leaves_the_old_file_and_no_other(files: Folder) -> None:
    for arguments in WRITERS:
        files.write("out", old(arguments))
        before = names(files)
        done = subprocess.run(
            [sys.executable, "-c", LIMITED, *arguments], cwd=files.root, check=False, capture_output=True, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (2, "", "liveschema: out: File too large\n")
        assert (files.root / "out").read_text() == old(arguments)
        assert names(files) == before


@pytest.mark.slow
@ON_POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_leaves_the_old_file_and_no_other(files: Folder, number: int) -> None:
    files.write("out", "")
    before = names(files)
    process = subprocess.Popen(
        [sys.executable, "-m", "liveschema", "check", "-", "--output-file", "out"], cwd=files.root,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    for _ in range(1000):
        if names(files) != before:
            break
        time.sleep(0.01)
    assert names(files) != before
    time.sleep(0.2)
    process.send_signal(number)
    assert process.communicate(timeout=10) == (b"", b"")
    assert process.returncode == 128 + number
    assert names(files) == before


def test_a_file_that_cannot_be_read_for_lack_of_a_package_is_no_request(
    files: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write("update.yaml", json.dumps(GOOD))
    monkeypatch.setitem(sys.modules, "liveschema.lint.inputs.yaml_files", None)
    assert files.check("x.jsonl", "--output-file", "update.yaml").code == 0
