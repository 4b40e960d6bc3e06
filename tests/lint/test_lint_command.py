"""The command: arguments, exit codes, standard input, summaries."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema.lint import __main__ as command
from liveschema.lint import terminal as terminal_module
from liveschema.lint.addresses import help_address
from liveschema.lint.all_rules import RULES
from liveschema.lint.commands import check


def test_exit_codes_distinguish_success_findings_and_errors(folder: Folder) -> None:
    folder.write("good.update.json", GOOD)
    folder.write("bad.update.json", BAD)
    assert folder.check("good.update.json").code == 0
    assert folder.check("bad.update.json").code == 1
    assert folder.check("bad.update.json", "--exit-zero").code == 0
    assert folder.check("bad.update.json", "missing.json").code == 2
    assert folder.check("bad.update.json", "missing.json", "--exit-zero").code == 2


@pytest.mark.parametrize("arguments", [["--version"], ["explain", "no-such-rule"]])
def test_python_m_liveschema_runs_the_command(arguments: list[str]) -> None:
    ran, same = (
        subprocess.run([sys.executable, "-m", name, *arguments], capture_output=True, text=True, check=False)
        for name in ("liveschema", "liveschema.lint")
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (same.returncode, same.stdout, same.stderr)
    assert ran.stdout + ran.stderr


def test_warnings_fail_only_when_strict(folder: Folder) -> None:
    folder.write("a.update.json", {**GOOD, "content_state": {**GOOD["content_state"], "title": " "}})
    lenient = folder.check("a.update.json")
    assert (lenient.code, lenient.lines[-1]) == (0, "1 warning in 1 of 1 file (1 payload)")
    assert folder.check("a.update.json", "--strict").code == 1
    folder.write("liveschema.toml", "strict = true")
    assert folder.check("a.update.json").code == 1


def test_a_clean_run_says_so(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    folder.write("b.jsonl", "\n".join(['{"method": "DELETE", "path": "/live-activity/stream/k"}'] * 3))
    result = folder.check()
    assert (result.code, result.out, result.err) == (0, "4 payloads in 2 files: no problems\n", "")
    assert folder.check("-q").out == ""


def test_a_missing_path_is_reported_in_one_sentence(folder: Folder) -> None:
    result = folder.check("missing.json")
    assert result.code == 2
    assert result.err == "liveschema: missing.json: No such file or directory\n"
    assert folder.check("no/*.json").err == "liveschema: no/*.json: nothing matches the pattern\n"
    assert folder.check("a\0b.json").code == 2


def test_a_run_without_files_is_an_error(folder: Folder) -> None:
    folder.write("notes.txt", "no payload")
    result = folder.check(".")
    assert (result.code, result.err) == (2, "liveschema: .: there is no file to check\n")


def test_a_run_with_only_excluded_files_succeeds(folder: Folder) -> None:
    folder.write("bad.update.json", BAD)
    assert folder.check("bad.update.json", "--exclude", "bad.*", "--force-exclude").code == 0


@pytest.mark.parametrize("number", ["0", "-1", "2.5", "two"])
def test_a_number_of_processes_is_1_or_more(folder: Folder, number: str) -> None:
    error = folder.execute("check", f"--jobs={number}").err.splitlines()[0]
    assert error == f"liveschema check: argument --jobs: must be a whole number, 1 or more, got '{number}'"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--operation", "pause"],
        ["check", "--format", "xml"],
        ["check", "--jobs", "0"],
        ["check", "-q", "-v"],
        ["check", "--select", "no-such-rule"],
        ["check", "--ignore", "mising-field"],
        ["check", "--config", "missing.toml"],
        ["check", "--write-baseline"],
        ["check", "--output-file", "no/such/folder/report.txt", "a.update.json"],
        ["explain", "no-such-rule"],
        ["explain"],
        ["lint"],
        [],
    ],
)
def test_a_usage_error_exits_with_2_and_without_a_traceback(folder: Folder, arguments: list[str]) -> None:
    folder.write("a.update.json", GOOD)
    result = folder.execute(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert "Traceback" not in result.err
    assert result.err.splitlines()[-1].startswith("liveschema")


def test_a_misspelt_rule_is_suggested(folder: Folder) -> None:
    assert folder.check("--ignore", "mising-field").err == (
        "liveschema: --ignore: there is no rule 'mising-field'; did you mean missing-field?\n"
    )
    assert "did you mean missing-field?" in folder.execute("explain", "missing-feild").err
    assert folder.execute("explain", "MISSING_FIELD").err == (
        "liveschema: MISSING_FIELD: there is no such rule; did you mean missing-field?\n"
    )
    assert (
        folder.execute("explain", "xyz").err == "liveschema: xyz: there is no such rule; liveschema rules lists all\n"
    )
    assert "liveschema rules lists all" in folder.execute("explain", "x").err


def test_help_and_version_exit_with_0(folder: Folder) -> None:
    assert folder.execute("--help").code == 0
    assert "check" in folder.execute("--help").out
    assert "--baseline" in folder.execute("check", "--help").out
    version = folder.execute("--version")
    assert version.code == 0
    assert version.out.startswith("liveschema ")


def test_stdin_filename_determines_format_and_settings(folder: Folder) -> None:
    good, bad = (
        b'{"activity_id": "a", "content_state": {"title": "x", "percentage": 4}}',
        b"content_state: {title: 1}\n",
    )
    assert folder.check("-", stdin=good).out == "1 payload in 1 file: no problems\n"
    result = folder.check("-", "--stdin-filename", "update/x.yaml", stdin=bad)
    assert result.lines[1] == "update/x.yaml:1:24: error[wrong-type] title must be a string, got 1"
    assert (
        folder.check("-", "--operation", "start", stdin=b"{}").lines[0].startswith("<stdin>:1:1: error[missing-field]")
    )
    assert len(folder.findings("-", "--stdin-filename", "end/x.jsonl", stdin=b"{}\n{}\n")) == 4


def test_the_report_can_be_written_to_a_file(folder: Folder) -> None:
    folder.write("a.update.json", BAD)
    result = folder.check("a.update.json", "--output-file", "report.txt", "--format", "concise")
    assert (result.code, result.out) == (1, "")
    assert (folder.root / "report.txt").read_text().startswith("a.update.json:1:")


def test_statistics_count_by_rule(folder: Folder) -> None:
    folder.write("a.update.json", {**BAD, "x": 1, "y": 1})
    result = folder.check("a.update.json", "--statistics")
    assert result.lines[3].split()[:2] == ["2", "unknown-field"]
    assert result.lines[4].split()[:2] == ["1", "out-of-range"]
    machine = folder.check("a.update.json", "--statistics", "--format", "json")
    assert "unknown-field" in machine.err
    assert machine.err.endswith("3 errors in 1 of 1 file (1 payload)\n")


def test_rules_can_be_selected_and_ignored(folder: Folder) -> None:
    folder.write("a.update.json", {**BAD, "x": 1})
    run = folder.check
    assert run("--format", "json", "--select", "unknown-field").rules == ["unknown-field"]
    assert run("--format", "json", "--ignore", "unknown-field,out-of-range").rules == []
    assert run("--format", "json", "--select", "warnings").rules == []
    assert run("--format", "json", "--select", "errors", "--ignore", "unknown-field").rules == ["out-of-range"]


def test_a_rule_that_is_off_can_be_selected(folder: Folder) -> None:
    folder.write("a.update.json", GOOD)
    assert folder.check("a.update.json").code == 0
    assert folder.check("--format", "json", "a.update.json", "--select", "legacy-operation").rules == [
        "legacy-operation"
    ]
    assert folder.check("--format", "json", "a.update.json", "--select", "all").rules == ["legacy-operation"]


def test_rules_are_listed(folder: Folder) -> None:
    text = folder.execute("rules").lines
    assert [line.split()[0] for line in text] == list(RULES)
    listed = folder.execute("rules", "--format", "json").data
    assert [rule["id"] for rule in listed] == list(RULES)
    assert all(rule["title"] and rule["why"] and rule["source"] for rule in listed)
    assert [rule["url"] for rule in listed] == list(map(help_address, RULES))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(folder: Folder, rule: str) -> None:
    result = folder.execute("explain", rule)
    assert result.code == 0
    assert result.out.startswith(f"{rule} ({RULES[rule].severity}")
    for part in (RULES[rule].title, RULES[rule].reason, RULES[rule].source, "\nReported, on ", "\nAccepted, on "):
        assert part in result.out
    assert f"\nPage: https://docs.example.com/liveschema/rules/{rule}/\n" in result.out


def test_the_default_format_on_a_terminal_is_full(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.update.json", BAD)
    monkeypatch.setattr("liveschema.lint.output.is_terminal", lambda _: True)
    assert "^^^" in folder.check("a.update.json").out


class Screen:
    def __init__(self, *, terminal: bool = True) -> None:
        self.terminal = terminal
        self.written = ""

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("environment", "terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_color_depends_on_the_terminal_and_the_environment(
    environment: dict[str, str],
    terminal: bool,  # noqa: FBT001
    wanted: bool,  # noqa: FBT001
) -> None:
    assert terminal_module.wants_color(Screen(terminal=terminal), environment) is wanted


@pytest.mark.parametrize(
    ("environment", "terminal", "wanted"),
    [
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM_PROGRAM": "iTerm.app", "TERM": "xterm-256color"}, True, True),
        ({"WT_SESSION": "1"}, True, True),
        ({"KONSOLE_VERSION": "230804"}, True, True),
        ({"VTE_VERSION": "5001"}, True, True),
        ({"VTE_VERSION": "7603"}, True, True),
        ({"VTE_VERSION": "5000"}, True, False),
        ({"VTE_VERSION": "0.76"}, True, False),
        ({"VTE_VERSION": "9" * 9999}, True, False),
        ({"VTE_VERSION": ""}, True, False),
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "dumb", "TERM_PROGRAM": "vscode"}, True, False),
        ({"TERM_PROGRAM": "vscode", "NO_COLOR": "1"}, True, False),
        ({"TERM_PROGRAM": "vscode"}, False, False),
        ({"TERM_PROGRAM": "vscode", "FORCE_COLOR": "1"}, False, False),
        ({"TERM_PROGRAM": "vscode", "FORCE_COLOR": "0"}, True, True),
        ({"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "0"}, True, False),
        ({"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "false"}, True, False),
        ({"FORCE_HYPERLINK": "1", "NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ({"FORCE_HYPERLINK": ""}, True, False),
    ],
)
def test_links_depend_on_the_terminal_and_the_environment(
    environment: dict[str, str],
    terminal: bool,  # noqa: FBT001
    wanted: bool,  # noqa: FBT001
) -> None:
    assert terminal_module.wants_links(Screen(terminal=terminal), environment) is wanted


@pytest.mark.parametrize("color", ["", "1"])
def test_the_rule_in_a_report_for_people_is_a_link(folder: Folder, monkeypatch: pytest.MonkeyPatch, color: str) -> None:
    folder.write("a.update.json", BAD)
    plain = folder.check("a.update.json", "--format", "full").out
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    monkeypatch.setenv("FORCE_COLOR", color)
    linked = folder.check("a.update.json", "--format", "full").out
    link = "\033]8;;https://docs.example.com/liveschema/rules/out-of-range/\033\\out-of-range\033]8;;\033\\"
    assert f"error[{link}]" in linked
    without = re.sub(r"\033]8;;.*?\033\\", "", linked)
    assert re.sub(r"\033\[[\d;]*m", "", without) == plain
    assert "\033]8" not in folder.check("a.update.json", "--format", "concise").out


def test_a_closed_stream_is_not_a_terminal(tmp_path: Path) -> None:
    stream = (tmp_path / "x").open("w")
    stream.close()
    assert not terminal_module.is_terminal(stream)


def test_the_progress_bar_appears_in_long_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.1, 0.7, 0.7, 0.71, 9.0, 9.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    screen = Screen()
    progress = terminal_module.Progress(screen, 100, shown=True)  # type: ignore[arg-type]
    progress.add(10)
    progress.clear()
    assert screen.written == ""
    progress.add(40)
    assert screen.written == "\r[############            ]  50%"
    progress.add(1)
    progress.add(49)
    assert screen.written.endswith("] 100%")
    progress.clear()
    progress.clear()
    assert screen.written.endswith("100%\r\033[K")


def test_the_progress_bar_is_only_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 0.0)
    screen = Screen()
    progress = terminal_module.Progress(screen, 0, shown=False)  # type: ignore[arg-type]
    monkeypatch.setattr(time, "monotonic", lambda: 99.0)
    progress.add(1)
    assert screen.written == ""


def test_an_interrupt_causes_no_traceback(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_dispatch", interrupted)
    assert folder.execute("check").code == 130


class Shut:
    """A stream whose reader has closed the pipe."""

    def __init__(self, file: Path) -> None:
        self.file = file.open("w")

    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe", text)

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        return self.file.fileno()


@pytest.mark.parametrize(
    ("terminal", "code", "error"),
    [
        (True, 130, ""),
        (False, 2, "liveschema: standard output: Broken pipe; the output is incomplete\n"),
    ],
)
def test_a_closed_output_is_a_failure_unless_a_person_closed_a_pager(
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    code: int,
    error: str,
) -> None:
    folder.write("a.update.json", BAD)
    folder.write("b.update.json", BAD)
    shut = Shut(folder.root / "out")
    monkeypatch.setattr(sys, "stdout", shut)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    result = folder.check("-q")
    assert (result.code, result.err) == (code, error)
    assert os.fstat(shut.fileno()).st_rdev == Path(os.devnull).stat().st_rdev
    shut.file.close()


@pytest.mark.parametrize(
    ("number", "platform", "closed"),
    [
        (errno.EPIPE, "posix", True),
        (errno.EINVAL, "posix", False),
        (errno.EINVAL, "nt", True),
        (errno.ENOSPC, "posix", False),
        (errno.ENOSPC, "nt", False),
    ],
)
def test_a_closed_pipe_is_recognised_on_every_platform(number: int, platform: str, *, closed: bool) -> None:
    assert terminal_module.is_closed_pipe(OSError(number, "x"), platform) is closed


def test_other_os_errors_are_not_hidden(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(command, "_dispatch", full)
    with pytest.raises(OSError, match="No space left"):
        folder.execute("check")


def test_all_cores_are_used_if_the_affinity_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert check.cores() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert check.cores() == 1


def run_outside(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "liveschema.lint", *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_a_closed_pipe_causes_no_traceback(folder: Folder) -> None:
    folder.write("a.jsonl", '{"content_state": {}}\n' * 20_000)
    shell = f"'{sys.executable}' -m liveschema.lint check --operation update a.jsonl --jobs 1 | head -n 1"
    done = subprocess.run(["bash", "-c", shell], cwd=folder.root, capture_output=True, check=False)
    assert done.stdout.startswith(b"a.jsonl:1:1: error[missing-field]")
    assert done.stderr == b"liveschema: standard output: Broken pipe; the output is incomplete\n"


def test_an_ascii_output_encoding_causes_no_traceback(folder: Folder) -> None:
    folder.write("a.update.json", {**GOOD, "activity_id": "", "content_state": {**GOOD["content_state"], "größe": 1}})
    done = run_outside("check", ".", "--format", "full", cwd=folder.root, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert b"gr\\u00f6\\u00dfe" in done.stdout
    assert done.stderr == b""


MOST_MODULES = 58
"""The most modules of our own that the check of a clean file may import, each of which takes time."""


SLOW_MODULES = {
    "attr",
    "dataclasses",
    "importlib.metadata",
    "inspect",
    "pathlib",
    "subprocess",
    "tomllib",
    "typing",
    "urllib",
}


def imported_by_check(folder: Folder, code: int) -> set[str]:
    """Return the names of the modules that a check of ``a.json`` imports, besides those of the standard parsers."""
    program = (
        "import argparse, json, sys; argparse.ArgumentParser(); before = set(sys.modules);"
        "sys.argv = ['liveschema', 'check', 'a.json'];"
        f"from liveschema.__main__ import main; assert main() == {code};"
        "print(*sys.modules.keys() - before, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder.root, capture_output=True, check=True, text=True)
    return set(done.stderr.split())


def test_the_check_of_a_clean_file_imports_little(folder: Folder) -> None:
    folder.write("a.json", GOOD)
    loaded = imported_by_check(folder, 0)
    assert "liveschema.verdicts" in loaded
    assert loaded.isdisjoint(SLOW_MODULES | {"concurrent.futures", "threading", "yaml"})
    assert loaded.isdisjoint({"liveschema.engine.objects", "liveschema.engine.problems", "liveschema.engine.report"})
    assert loaded.isdisjoint({"liveschema.lint.config.keys", "liveschema.lint.run.place"})
    assert sum(name.startswith("liveschema") for name in loaded) <= MOST_MODULES


def test_a_report_imports_nothing_slow(folder: Folder) -> None:
    folder.write("a.json", BAD)
    loaded = imported_by_check(folder, 1)
    assert "liveschema.engine.report" in loaded
    assert loaded.isdisjoint(SLOW_MODULES)


def test_without_pyyaml_json_is_still_checked(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a.update.json", BAD)
    folder.write("b.update.yaml", "activity_id: a\n")
    for name in [name for name in sys.modules if name.split(".")[0] in ("yaml", "_yaml") or "inputs.yaml" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "yaml", None)
    result = folder.check()
    assert result.code == 2
    assert result.err == "liveschema: b.update.yaml: YAML needs PyYAML: pip install 'liveschema[cli]'\n"
    assert len(result.lines) == 2
