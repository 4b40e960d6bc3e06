"""Signals, and the other processes of a run: what ends them, and what ends with them."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import types
import weakref
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from lint_kit import BAD, GOOD, Folder

import liveschema.__main__ as entry
from liveschema.lint import __main__ as command
from liveschema.lint.reporters import FORMATS
from liveschema.lint.run import stream as stream_module
from liveschema.lint.run import workers
from liveschema.lint.run.workers import _end_with_parent, _work, in_processes
from liveschema.lint.signals import StoppedError, held_back, leave_to_parent, stopped_by_signals

ROOT = Path(__file__).parents[2]
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="signals are others there")
LOST = "a process that helped to check it has ended, perhaps for lack of memory; --jobs 1 starts none"
ENDING = [signal.SIGINT, signal.SIGTERM] + ([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])


def start(folder: Path, *arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "liveschema", *arguments], cwd=folder, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, **streams,
    )  # fmt: skip


def parent_of(process: int) -> int:
    try:
        state, parent = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()[:2]
    except OSError:
        return 0
    return 0 if state == "Z" else int(parent)


def children_of(process: int) -> list[int]:
    every = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()]
    return [each for each in every if parent_of(each) == process]


def soon(condition: Callable[[], object], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(condition())


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A folder with a file of lines for which processes are started, and that takes minutes to check."""
    request = {"method": "POST", "path": "/live-activity/update"}
    good, bad = (f"{json.dumps({**request, 'body': body})}\n" for body in (GOOD, BAD))
    with (tmp_path / "long.jsonl").open("w") as file:
        file.write(good * 40_000)
        file.write(bad * 200_000)
    (tmp_path / "bad.update.json").write_text(json.dumps(BAD))
    return tmp_path


ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are listed elsewhere there")
CHECK = ("check", "long.jsonl", "bad.update.json", "--jobs", "3", "--output-file", "out.json", "--format", "json")


@pytest.mark.slow
@ON_LINUX
@pytest.mark.parametrize("number", [*ENDING, signal.SIGKILL])
@pytest.mark.parametrize("to_all", [True, False])
def test_no_process_outlives_a_run_that_a_signal_ends(long: Path, number: int, *, to_all: bool) -> None:
    if to_all and number == signal.SIGKILL:
        return
    process = start(long, *CHECK)
    assert soon(lambda: len(children_of(process.pid)) == 3, 30)
    helpers = children_of(process.pid)
    time.sleep(0.3)
    began = time.monotonic()
    (os.killpg if to_all else os.kill)(process.pid, number)
    assert process.communicate(timeout=30) == (b"", b"")
    assert time.monotonic() - began < 1
    assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
    assert soon(lambda: not any(map(parent_of, helpers)), 2)
    left = {each.name for each in long.iterdir()} - {"long.jsonl", "bad.update.json"}
    assert all(each.endswith(".tmp") for each in left) if number == signal.SIGKILL else not left


@pytest.mark.slow
@ON_LINUX
def test_a_process_that_is_killed_spoils_only_its_file(long: Path) -> None:
    text = (long / "long.jsonl").read_text().splitlines(keepends=True)
    (long / "long.jsonl").write_text("".join(text[:60_000]))
    process = start(long, *CHECK)
    assert soon(lambda: len(children_of(process.pid)) == 3, 30)
    os.kill(children_of(process.pid)[1], signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    report = json.loads((long / "out.json").read_text())
    assert (process.returncode, out) == (2, b"")
    assert err.decode().startswith(f"liveschema: long.jsonl: {LOST}\n")
    assert report["findings"][-1]["path"] == "bad.update.json"


@pytest.mark.slow
@ON_POSIX
def test_ctrl_c_prints_nothing_while_modules_are_imported(tmp_path: Path) -> None:
    (tmp_path / "bad.update.json").write_text(json.dumps(BAD))
    code = "import sys, time; import liveschema.__main__ as e; print(1, flush=True); sys.exit(e.main())"
    for delay in (0, 0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.15):
        process = subprocess.Popen(
            [sys.executable, "-c", code, "check", "-"], cwd=tmp_path, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "1\n"
        time.sleep(delay + 0.001)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=10) == ("", "")
        assert process.returncode == 130


def interrupted() -> NoReturn:
    raise KeyboardInterrupt


def test_the_process_ends_at_once_after_a_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    for code in (0, 1, 2, 130, 143):
        monkeypatch.setattr(command, "main", lambda code=code: code)
        assert entry.main() == code
    monkeypatch.setattr(command, "main", interrupted)
    assert entry.main() == 130
    assert ended == [130, 143, 130]


class Interrupted(types.ModuleType):
    """A module that is interrupted by Ctrl-C when something is imported from it."""

    def __getattr__(self, name: str) -> object:
        if name != "main":
            raise AttributeError
        self.main = lambda: 0
        signal.raise_signal(signal.SIGINT)
        return self.main


@ON_POSIX
def test_ctrl_c_ends_the_process_at_once_while_modules_are_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setitem(sys.modules, "liveschema.lint.__main__", Interrupted("main"))
    before = signal.getsignal(signal.SIGINT)
    assert entry.main() == 0
    assert (ended, signal.getsignal(signal.SIGINT)) == ([130], before)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert entry.main() == 0
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended == [130]


@pytest.mark.parametrize(
    ("cause", "code"), [(KeyboardInterrupt(), 130), (StoppedError(signal.SIGTERM), 143), (ValueError(), None)]
)
def test_a_signal_that_interrupts_the_definition_of_a_class_ends_the_run(
    cause: BaseException, code: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run() -> NoReturn:
        message = "Error calling __set_name__"
        raise RuntimeError(message) from cause

    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(command, "main", run)
    if code is None:
        with pytest.raises(RuntimeError):
            entry.main()
    else:
        assert entry.main() == code
        assert ended == [code]


@ON_POSIX
@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_a_run_once(folder: Folder, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    before = [signal.getsignal(each) for each in ENDING]
    cleaned = []

    def stopped(*_: object) -> int:
        try:
            signal.raise_signal(number)
        finally:
            signal.raise_signal(signal.SIGTERM)
            cleaned.append(number)
        raise AssertionError

    monkeypatch.setattr(command, "_dispatch", stopped)
    result = folder.execute("check")
    assert (result.code, result.out, result.err, cleaned) == (128 + number, "", "", [number])
    assert [signal.getsignal(each) for each in ENDING] == before


@ON_POSIX
def test_a_signal_that_the_caller_handles_is_left_alone() -> None:
    def handler(*_: object) -> None: ...

    before = signal.signal(signal.SIGTERM, handler)
    try:
        with stopped_by_signals():
            assert signal.getsignal(signal.SIGTERM) is handler
            with pytest.raises(StoppedError):
                signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGTERM) is handler
    finally:
        signal.signal(signal.SIGTERM, before)


class Thing:
    """An object that can have a weak reference."""


@ON_POSIX
def test_a_signal_is_not_lost_where_python_ignores_exceptions(capsys: pytest.CaptureFixture[str]) -> None:
    hook, on_alarm = sys.unraisablehook, signal.getsignal(signal.SIGALRM)
    things = [Thing()]
    _ = weakref.ref(things[0], lambda _: signal.raise_signal(signal.SIGTERM))

    def forget() -> None:
        things.clear()
        time.sleep(10)

    with pytest.raises(StoppedError) as stopped, stopped_by_signals():
        forget()
    assert stopped.value.code == 128 + signal.SIGTERM
    assert capsys.readouterr() == ("", "")
    assert (sys.unraisablehook, signal.getsignal(signal.SIGALRM)) == (hook, on_alarm)


def test_other_exceptions_that_python_ignores_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", printed.append)
    things = [Thing()]
    _ = weakref.ref(things[0], lambda _: things[0])
    with stopped_by_signals():
        things.clear()
    assert [type(each.exc_value) for each in printed] == [IndexError]


def test_without_timers_signals_are_handled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    with stopped_by_signals():
        hook = sys.unraisablehook
    assert sys.unraisablehook is hook
    with pytest.raises(StoppedError), stopped_by_signals():
        signal.raise_signal(signal.SIGINT)


def test_only_the_main_thread_handles_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "main", lambda: 0)
    handlers: list[object] = []

    def run() -> None:
        if entry.main() == 0:
            with stopped_by_signals():
                handlers.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert handlers == [signal.getsignal(signal.SIGINT)]


@ON_POSIX
def test_signals_wait_while_a_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    with stopped_by_signals():
        done = False
        with pytest.raises(StoppedError), held_back():  # noqa: PT012 - it is raised at the end of the context
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
            done = True
        assert done
    before = [signal.getsignal(each) for each in ENDING]
    try:
        with held_back():
            leave_to_parent()
            assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])
        assert [signal.getsignal(each) for each in ENDING] == [signal.SIG_IGN] * len(ENDING)
        monkeypatch.delattr(signal, "pthread_sigmask")
        leave_to_parent()
        with held_back():
            pass
    finally:
        for number, handler in zip(ENDING, before, strict=True):
            signal.signal(number, handler)


def half(number: int) -> float:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return 1 / (number - 2)


def test_results_of_other_processes_are_in_order() -> None:
    expected = [half(number) for number in range(3, 10)]
    assert list(in_processes(half, ((number,) for number in range(3, 10)), 3)) == expected
    assert list(in_processes(half, [(3,)], 3)) == [1]
    assert not list(in_processes(half, [], 3))
    assert not multiprocessing.active_children()


def test_an_error_in_another_process_is_raised_in_this_one() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(half, [(4,), (2,)], 2))
    for jobs in ([(13,)], [(13,), (4,)], [(13,), (4,), (5,), (6,)]):
        with pytest.raises(ChildProcessError, match=LOST):
            list(in_processes(half, jobs, 2))
    assert not multiprocessing.active_children()


def test_a_job_that_cannot_be_sent_is_the_end_of_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> NoReturn:
        raise BrokenPipeError

    monkeypatch.setattr("multiprocessing.connection.Connection.send", broken)
    with pytest.raises(ChildProcessError, match=LOST):
        list(in_processes(half, [(4,)], 2))


@pytest.mark.parametrize("room", [0, 1])
def test_a_system_without_room_for_processes_does_the_work_here(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    started: list[BaseProcess] = []
    start_one = BaseProcess.start

    def start_few(self: BaseProcess) -> None:
        if len(started) == room:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(self)
        start_one(self)

    monkeypatch.setattr(BaseProcess, "start", start_few)
    expected = [half(number) for number in range(3, 10)]
    assert list(in_processes(half, ((number,) for number in range(3, 10)), 3)) == expected
    assert len(started) == room


class _Jobs:
    def __init__(self, *jobs: tuple[int]) -> None:
        self.jobs = list(jobs)
        self.sent: list[tuple[object, object]] = []

    def recv(self) -> tuple[int]:
        if not self.jobs:
            raise EOFError
        return self.jobs.pop(0)

    def send(self, answer: tuple[object, object]) -> None:
        self.sent.append(answer)


def test_a_process_works_until_it_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "leave_to_parent", lambda: None)
    jobs = _Jobs((4,), (2,))
    with pytest.raises(EOFError):
        _work(jobs, half)  # type: ignore[arg-type]
    assert [(result, type(failure)) for result, failure in jobs.sent] == [
        (0.5, type(None)), (None, ZeroDivisionError),
    ]  # fmt: skip


def test_a_process_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
    _end_with_parent()
    assert not ended
    ours, theirs = multiprocessing.Pipe()
    theirs.close()
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: SimpleNamespace(sentinel=ours))
    _end_with_parent()
    assert ended == [1]
    ours.close()


@pytest.mark.parametrize("form", ["junit", "json"])
def test_what_was_reported_of_a_spoilt_file_belongs_to_it(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    folder.write("a.jsonl", f"{json.dumps(BAD)}\n")
    folder.write("b.update.json", BAD)
    real = stream_module.lint_lines

    def spoilt(source: bytes, context: Any) -> Any:
        yield real(source, 1, context), 1
        raise ChildProcessError(LOST)

    monkeypatch.setattr(stream_module, "_results", lambda stream, context, *_: spoilt(stream.read(), context))
    result = folder.check("a.jsonl", "b.update.json", "--operation", "update", "--format", form)
    assert result.code == 2
    assert result.err.splitlines()[0] == f"liveschema: a.jsonl: {LOST}"
    assert form in FORMATS
    if form == "junit":
        suites = [line for line in result.lines if "<testsuite " in line]
        assert ['name="a.jsonl" tests="1"' in suites[0], 'name="b.update.json" tests="1"' in suites[1]] == [True, True]
    else:
        assert (result.data["summary"]["files"], result.data["summary"]["unreadable"]) == (2, 1)
