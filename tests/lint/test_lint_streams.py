"""The streams of the process: output that cannot be written, and input that is not asked for."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema.lint.__main__ import _carry_everything, main
from liveschema.lint.output import ErrorStream, Output, OutputError, discard, is_file, say
from liveschema.lint.standard_input import refuse_input

FULL = Path("/dev/full")
ROOT = Path(__file__).parents[2]
COMMANDS = [
    ("check", "x.update.json"),
    ("check", "bad.update.json", "--format", "sarif"),
    ("check", "x.update.json", "--show-files"),
    ("timeline", "x.jsonl"),
    ("extract", "x.jsonl"),
    ("preview", "x.update.json"),
    ("new", "progress"),
    ("new", "progress", "--yaml"),
    ("rules",),
    ("rules", "--format", "json"),
    ("explain", "no-request"),
    ("schema", "update"),
    ("schema", "configuration"),
    ("completion", "bash"),
    ("--version",),
    ("--help",),
    ("check", "--help"),
]


def run(folder: Path, *arguments: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "liveschema", *arguments],
        cwd=folder, check=False, text=True, stderr=subprocess.PIPE, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, **streams,
    )  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "x.update.json").write_text(json.dumps(GOOD))
    (tmp_path / "bad.update.json").write_text(json.dumps(BAD))
    request = {"method": "DELETE", "path": "/live-activity/stream/k"}
    (tmp_path / "x.jsonl").write_text(json.dumps(request))
    return tmp_path


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_output_that_cannot_be_written_is_a_failure(files: Path, arguments: tuple[str, ...]) -> None:
    with FULL.open("w") as full:
        result = run(files, *arguments, stdout=full)
    sentence = "liveschema: standard output: No space left on device; the output is incomplete\n"
    assert (result.returncode, result.stderr) == (2, sentence)


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("option", [("check", "x.update.json", "--output-file"), ("schema", "update", "--output")])
def test_a_file_that_cannot_be_written_is_a_failure(folder: Folder, option: tuple[str, ...]) -> None:
    folder.write("x.update.json", GOOD)
    full = folder.execute(*option, "/dev/full")
    assert (full.code, full.err) == (
        2, "liveschema: /dev/full: No space left on device; the output is incomplete\n",
    )  # fmt: skip
    missing = folder.execute(*option, "no/such/file")
    assert (missing.code, missing.err) == (2, "liveschema: no/such/file: No such file or directory\n")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell")
def test_closed_streams_cause_no_traceback(files: Path) -> None:
    closed = "liveschema: standard output: the stream is closed; the output is incomplete\n"
    missing = "liveschema: missing.json: No such file or directory\n"
    cases = [(f"{' '.join(each)} >&-", 2, closed) for each in COMMANDS]
    for each in COMMANDS[::4]:
        cases += [(f"{' '.join(each)} >&- 2>&-", 2, ""), (f"{' '.join(each)} 2>&- <&- >/dev/null", 0, "")]
    cases += [("check missing.json 2>&-", 2, ""), ("check missing.json >&-", 2, missing + closed)]
    cases += [("check - <&-", 2, "liveschema: <stdin>: standard input is closed\n"), ("check - 0>x >&- 2>&-", 2, "")]
    for command, code, said in cases:
        done = subprocess.run(
            ["sh", "-c", f"'{sys.executable}' -m liveschema {command}"], cwd=files, capture_output=True, text=True,
            check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (code, said), command


def test_no_file_gets_the_number_of_a_closed_stream(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[int] = []

    def next_number(*_: object) -> int:
        opened.append(len(opened) + 1)
        return opened[-1]

    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(os, "open", next_number)
    monkeypatch.setattr(os, "close", lambda number: opened.append(-number))
    monkeypatch.chdir(tmp_path)
    assert main(["--version"]) == 0
    assert opened == [1, 2, 3, -3]


def test_a_stream_in_ascii_is_read_as_a_locale_without_an_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    for environment, written in (
        ("", "é→\ud83d".encode(errors="ignore") + b"\\ud83d"),
        ("ascii", rb"\u00e9\u2192\ud83d"),
    ):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="surrogateescape")
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.delenv("PYTHONIOENCODING", raising=False)
        if environment:
            monkeypatch.setenv("PYTHONIOENCODING", environment)
        _carry_everything(stream)
        stream.write("é→\ud83d")
        stream.flush()
        assert stream.buffer.getvalue() == written


def test_too_little_memory_for_the_standard_input_stops_no_other_file(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Large(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise MemoryError

    folder.write("bad.update.json", BAD)
    sentence = "liveschema: {}: the file is too large to be read at once; JSON Lines are streamed\n"
    for name in ("<stdin>", "x.jsonl", "x.yaml"):
        monkeypatch.setattr("lint_kit.io", SimpleNamespace(BytesIO=Large))
        result = folder.check("-", "bad.update.json", "--format", "json", "--stdin-filename", name)
        assert (result.code, result.err.startswith(sentence.format(name))) == (2, True)
        assert result.rules == ["out-of-range"]


def test_a_closed_output_is_reported() -> None:
    out = Output(None, "standard output")
    assert not out.isatty()
    for call in (lambda: out.write("x"), out.flush):
        with pytest.raises(OutputError, match="standard output: the stream is closed; the output is incomplete"):
            call()


def test_a_closed_error_stream_hides_sentences_but_not_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", "missing.json"]) == 2
    assert sys.stderr.name == os.devnull
    sys.stderr.close()


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
def test_notes_that_cannot_be_written_do_not_change_the_exit_code(files: Path) -> None:
    for arguments, code in (
        (("check", "--format", "json", "x.update.json"), 0),
        (("check", "missing.json"), 2),
        (("check", "--formt"), 2),
        (("check", "bad.update.json", "-v"), 1),
    ):
        with FULL.open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "liveschema", *arguments],
                cwd=files, check=False, stdout=subprocess.PIPE, stderr=full,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        assert done.returncode == code


def test_a_stream_can_write_to_nowhere(tmp_path: Path) -> None:
    with (tmp_path / "x").open("w") as stream:
        discard(stream)
        stream.write("text")
    assert (tmp_path / "x").read_text() == ""


def test_a_note_on_a_closed_stream_is_lost(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stream = (tmp_path / "x").open("w")
    stream.close()
    monkeypatch.setattr(sys, "stderr", stream)
    say("x")
    monkeypatch.undo()
    assert ErrorStream().write("") == 0


def test_a_closed_standard_input_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("x.update.json", GOOD)
    monkeypatch.setattr("liveschema.lint.standard_input.sys", SimpleNamespace(stdin=None))
    result = folder.check("-")
    assert (result.code, result.err) == (2, "liveschema: <stdin>: standard input is closed\n")


REFUSED = (
    "liveschema: standard input: there is input that is not read; add - to read it, or a path such as . to read files\n"
)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the size of the input is not known there")
def test_input_that_is_piped_without_a_dash_is_refused(files: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"{}")
    with (files / "x.update.json").open() as file:
        for stdin in (reading, file):
            result = run(files, "check", stdin=stdin, stdout=subprocess.PIPE)
            assert (result.returncode, result.stdout, result.stderr) == (2, "", REFUSED)
    os.close(reading)
    os.close(writing)
    for stdin in (subprocess.DEVNULL, subprocess.PIPE):
        result = run(files, "check", "--exit-zero", stdin=stdin, stdout=subprocess.PIPE)
        assert (result.returncode, result.stderr) == (0, "")
    assert run(files, "check", "x.update.json", input="{}", stdout=subprocess.PIPE).returncode == 0
    assert run(files, "check", "-", input=json.dumps(GOOD), stdout=subprocess.PIPE).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="the size of the input is not known there")
def test_input_from_a_socket_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        monkeypatch.setattr(sys, "stdin", ours)
        refuse_input()
        theirs.send(b"{}")
        with pytest.raises(Exception, match="there is input that is not read"):
            refuse_input()


@pytest.mark.skipif(os.name == "nt", reason="the size of the input is not known there")
def test_only_input_that_can_be_read_at_once_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(fileno=lambda: reading))
    refuse_input()
    os.write(writing, b"x")
    with pytest.raises(Exception, match="there is input that is not read"):
        refuse_input()
    os.close(reading)
    os.close(writing)
    refuse_input()  # the descriptor is closed
    (tmp_path / "x").write_text("text")
    with (tmp_path / "x").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        with pytest.raises(Exception, match="there is input that is not read"):
            refuse_input()
        os.lseek(file.fileno(), 0, os.SEEK_END)
        refuse_input()
    with Path(os.devnull).open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        refuse_input()
    monkeypatch.setattr(sys, "stdin", None)
    refuse_input()


class Written:
    """An object with the only method that `print` needs of a stream."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)


def test_objects_can_stand_for_streams(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files)
    out, err = Written(), Written()
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(BAD)))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert main(["check", "--no-config", "-", "nowhere"]) == 2
    assert "<stdin>:1:" in out.text
    assert err.text == "liveschema: nowhere: No such file or directory\n"
    assert main(["check", "--no-config", "x.update.json", "--output-file", "out.txt"]) == 0
    sys.stdin.close()
    assert main(["check", "--no-config", "-"]) == 2
    assert err.text.endswith("liveschema: <stdin>: standard input is closed\n")
    detached = io.TextIOWrapper(io.BytesIO())
    detached.detach()
    monkeypatch.setattr(sys, "stdout", detached)
    assert main(["check", "--no-config", "x.update.json"]) == 2
    assert "standard output: underlying buffer has been detached" in err.text


@pytest.mark.skipif(not hasattr(os, "get_blocking"), reason="streams always wait")
def test_streams_wait_until_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    seen: list[bool] = []

    def look(_: object) -> int:
        seen.append(os.get_blocking(writing))
        return 0

    monkeypatch.setattr("liveschema.lint.__main__._run", look)
    with os.fdopen(reading), os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["rules"]) == 0
        assert seen == [True]
        assert not os.get_blocking(writing)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "get_blocking"), reason="streams always wait")
def test_a_slow_writer_and_a_slow_reader_lose_nothing(files: Path) -> None:
    line = json.dumps({"method": "POST", "path": "/live-activity/update", "body": GOOD}) + "\n"
    (files / "many.jsonl").write_text(line * 2000)
    whole = run(files, "extract", "many.jsonl", "-q", stdout=subprocess.PIPE).stdout
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    command = [sys.executable, "-m", "liveschema", "extract", "many.jsonl", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=files, stdout=writing, env=environment) as process:
        os.close(writing)
        time.sleep(1)
        with os.fdopen(reading, encoding="utf-8") as stream:
            assert stream.read() == whole
    assert process.returncode == 0
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    command = [sys.executable, "-m", "liveschema", "check", "-"]
    with subprocess.Popen(command, cwd=files, stdin=reading, stdout=subprocess.PIPE, env=environment) as process:
        os.close(reading)
        time.sleep(1)
        os.write(writing, json.dumps(BAD).encode())
        os.close(writing)
        assert b"1 error in 1 of 1 file" in process.communicate()[0]


def test_a_file_that_is_gone_is_no_other_file(files: Path) -> None:
    status = (files / "x.update.json").stat()
    assert is_file(str(files / "x.update.json"), status)
    assert not is_file(str(files / "nowhere.json"), status)
    assert not is_file("\0", status)
