"""The streams of the process: output that cannot be written, and input that is not asked for."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema.lint.__main__ import main
from liveschema.lint.output import ErrorStream, Output, OutputError, discard, say
from liveschema.lint.standard_input import refuse_input

FULL = Path("/dev/full")
ROOT = Path(__file__).parents[2]
COMMANDS = [
    ("check", "x.update.json"),
    ("check", "bad.update.json", "--format", "sarif"),
    ("check", "x.update.json", "--show-files"),
    ("timeline", "x.jsonl"),
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
    command = f"'{sys.executable}' -m liveschema check"
    for redirections, code in ((">&-", 2), ("2>&- x.update.json", 0), ("2>&- missing.json", 2), ("- <&-", 2)):
        result = subprocess.run(
            ["sh", "-c", f"{command} {redirections}"], cwd=files, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert (result.returncode, "Traceback" in result.stderr) == (code, False), (redirections, result)


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
    monkeypatch.setattr("liveschema.lint.commands.inputs.sys", SimpleNamespace(stdin=None, stderr=sys.stderr))
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
