"""The benchmarks: their pieces work, on tiny input. How fast something is is never asserted."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import bench_folders
import pytest
from bench_corpus import Case, corpus, payload, write_payloads
from bench_folders import Measurement, Spent, together
from bench_installed import BenchError, Command, Installed, clean, seconds_in_turn
from bench_processes import ProcessPath, process_rows
from bench_repository import write_repository
from bench_rows import GROUPS, Limit, Row, missed, shown, table, write_json
from bench_sizes import size_rows
from bench_timing import Peer, measure, ratio_of

from liveschema import Operation, check, dump, is_valid


def test_rows_are_shown_with_what_they_must_reach(tmp_path: Path) -> None:
    rows = [
        Row("start", "a", 0.0123, "b", 0.01, 1.234, Limit(1.2, 1.0)),
        Row("start", "c", 2e-6, "d", 3e-6, 0.667, Limit(1.0, 0.5)),
        Row("start", "e", 2e-6, "f", 4e-6, 0.5, Limit(1.0, 0.5)),
        Row("size", "g", 12.0, "h", 8.0, 4.0, Limit(4.0), "MiB"),
        Row("size", "i", 0.5, unit="MiB"),
        Row("start", "j", 1.5, "k", 1.5, 1.0),
    ]
    assert table(rows).splitlines()[2:] == [
        "| a | 12.3 ms | b | 10.0 ms | 1.23 | 1.2 | 1 | MISSED |",
        "| c | 2.00 µs | d | 3.00 µs | 0.67 | 1 | 0.5 | ok |",
        "| e | 2.00 µs | f | 4.00 µs | 0.50 | 1 | 0.5 | aim met |",
        "| g | 12.0 MiB | h | 8.00 MiB | 4.00 MiB | 4 MiB |  | ok |",
        "| i | 0.50 MiB |  |  |  |  |  |  |",
        "| j | 1.50 s | k | 1.50 s | 1.00 |  |  |  |",
    ]
    assert missed(rows) == ["a (b)"]
    assert [shown(figure, "s") for figure in (1e-3, 9.994e-4, 123.4e-6, 0.1)] == [
        "1.00 ms",
        "999 µs",
        "123 µs",
        "100 ms",
    ]
    write_json(tmp_path / "f.json", rows, {"rounds": 3})
    written = json.loads((tmp_path / "f.json").read_text("utf-8"))
    assert written["rounds"] == 3
    assert written["rows"][0] == {
        "group": "start",
        "name": "a",
        "ours": 0.0123,
        "peer": "b",
        "theirs": 0.01,
        "ratio": 1.234,
        "limit": {"must": 1.2, "aim": 1.0},
        "unit": "s",
        "verdict": "MISSED",
    }


def test_a_ratio_is_the_median_of_the_ratios_within_a_round() -> None:
    ours, theirs = [1.0, 100.0, 3.0], [1.0, 50.0, 1.0]
    assert ratio_of(ours, theirs) == 2.0
    row = ProcessPath("start", "a", "x", "y", Limit(), "z").row({"x": ours, "y": theirs})
    assert row == Row("start", "a", 3.0, "z", 1.0, 2.0, Limit())


def test_statements_are_timed_with_each_payload() -> None:
    cases = [Case("one", Operation.UPDATE, {}), Case("two", Operation.UPDATE, {"a": 1})]
    seen: list[int] = []

    def given(case: Case) -> dict[str, Any]:
        return {"note": seen.append, "size": len(case.payload)}

    refused = Peer("bad", "note[0]", given, accepts=lambda _: False, raises=True)
    times = measure([Peer("fine", "note(size)", given), refused], cases, 2)
    assert list(times) == [("fine", "one"), ("bad", "one"), ("fine", "two"), ("bad", "two")]
    assert all(len(found) == 2 and min(found) > 0 for found in times.values())
    assert set(seen) == {0, 1}


def test_the_payloads_are_what_they_are_called(tmp_path: Path) -> None:
    assert all(is_valid(case.payload, case.operation) for case in corpus("valid"))
    assert not any(is_valid(case.payload, case.operation) for case in corpus("invalid"))
    assert not any(check(payload(number), "update") for number in range(7))
    files = write_payloads(tmp_path / "many", 2)
    assert [json.loads(Path(file).read_text("utf-8")) for file in files] == [payload(0), payload(1)]


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_repository_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    sizes = [write_repository(tmp_path / name, 20, seed) for name, seed in (("a", 0), ("b", 0), ("c", 1))]
    one, again, other = (files_of(tmp_path / name) for name in "abc")
    assert one == again != other
    assert len(one) == 20
    assert sizes[0] == sum(map(len, one.values()))


@pytest.mark.slow
def test_a_repository_has_no_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tree_sitter")
    write_repository(tmp_path, 5_000)
    monkeypatch.chdir(tmp_path)
    for file in tmp_path.rglob("*.py"):
        compile(file.read_bytes(), file, "exec")
    for file in tmp_path.rglob("*.json"):
        json.loads(file.read_bytes())
    assert "5 payloads in 5 files: no problems" in bench_folders.check()
    assert bench_folders.main(["--generated", "20", "--rounds", "1"]) == 0
    assert capsys.readouterr().out.count("find and read") == 4


def test_the_round_with_the_median_ratio_counts() -> None:
    rounds = [
        [Spent(1.0, 1.0), Spent(2.0, 2.0), Spent(cpu, wall)] for cpu, wall in ((4.0, 9.0), (5.0, 8.0), (9.0, 7.0))
    ]
    assert bench_folders.middle(rounds) == [Spent(1.0, 1.0), Spent(2.0, 2.0), Spent(5.0, 8.0)]


def test_measurements_are_added() -> None:
    one = Measurement(2, Spent(1.0, 2.0), Spent(2.0, 4.0), Spent(3.0, 5.0))
    total = together([one, one._replace(checking=Spent(5.0, 7.0))])
    assert total == Measurement(4, Spent(2.0, 4.0), Spent(4.0, 8.0), Spent(8.0, 12.0))
    assert total.ratios == Spent(2.0, 1.5)
    assert bench_folders.line("a", total).split(" files: ")[1] == (
        "cpu: read 2000.0, find and read 4000.0, check 8000.0 ms, ratio 2.00; "
        "wall: read 4000.0, find and read 8000.0, check 12000.0 ms, ratio 1.50;"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name a folder, or give --generated"),
        (["--generated", "0"], "argument --generated: '0' is not a number of at least 1"),
        (["no/such/folder"], "there is no folder no/such/folder"),
        (["--generated", "1", "--inputs", "json,jsno"], "--inputs: there is no format jsno"),
    ],
)
def test_wrong_options_are_told(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench_folders.main(arguments)
    assert capsys.readouterr().err.endswith(f"error: {message}\n")


@pytest.mark.slow
def test_processes_run_in_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert not any(name.startswith("PYTHON") for name in clean())
    installed = Installed(Path(sys.executable), tmp_path)
    note = (str(installed.python), "-c", "open('notes', 'a').write('{}')")
    made = {name: Command((*note[:-1], note[-1].format(name))) for name in "ab"}
    times = seconds_in_turn(installed, made, 2)
    assert [len(found) for found in times.values()] == [2, 2]
    assert (tmp_path / "notes").read_text() == "ababab"
    with pytest.raises(BenchError, match=r"^x ended with 1 instead of 0: ZeroDivisionError: division by zero$"):
        seconds_in_turn(installed, {"x": Command((str(installed.python), "-c", "1/0"))}, 1)
    with pytest.raises(BenchError, match=r"-c 1/0 ended with 1: ZeroDivisionError: division by zero$"):
        installed.printed("-c", "1/0")
    with pytest.raises(BenchError, match=r"has no nosuchcommand$"):
        installed.script("nosuchcommand")
    with pytest.raises(BenchError, match=r"/nosuchpython cannot be started: No such file or directory$"):
        Installed(tmp_path / "nosuchpython", tmp_path).printed("-c", "pass")


@pytest.mark.slow
def test_whole_processes_and_sizes_have_rows(tmp_path: Path) -> None:
    pytest.importorskip("pydantic")
    pytest.importorskip("check_jsonschema")
    pytest.importorskip("resource")
    installed = Installed(Path(sys.executable), tmp_path)
    rows = process_rows(installed, ["start", "command"], 1, count=2)
    assert len(rows) == 7
    assert [row.name for row in rows if row.limit == Limit()] == [
        "for comparison: import attrs",
        "for comparison: import pydantic",
    ]
    assert len({(row.name, row.peer) for row in rows}) == 7
    sizes = size_rows(installed, 1)
    assert [row.peer for row in sizes] == ["bare Python", "", "", ""]
    assert all(row.unit == "MiB" and row.ours > 0 for row in sizes)
    assert {row.group for row in [*rows, *sizes]} <= set(GROUPS)


@pytest.mark.slow
def test_the_library_has_rows() -> None:
    pytest.importorskip("pydantic")
    bench_library = pytest.importorskip("bench_library")
    paths = bench_library.paths()
    rows = bench_library.library_rows(1)
    assert [row.name for row in rows] == [path.name for path in paths]
    assert all(row.ratio > 0 and row.limit.must > row.limit.aim for row in rows)
    build = paths[0]
    ours, theirs = (
        eval(statement, names(build.cases[0]))  # noqa: S307 - the statements of the tool
        for statement, names in ((build.ours, bench_library._our_names), (build.theirs, bench_library._their_names))  # noqa: SLF001 - as above
    )
    assert dump(ours) == theirs.model_dump(exclude_unset=True)


@pytest.mark.slow
def test_the_tool_prints_and_writes_its_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pydantic", "msgspec", "fastjsonschema", "jsonschema_rs"):
        pytest.importorskip(name)
    bench = pytest.importorskip("bench")
    file = tmp_path / "f.json"
    groups = ("--only", "start", "--only", "library")
    assert bench.main(["--python", sys.executable, *groups, "--rounds", "1", "--json", str(file)]) == 0
    out = capsys.readouterr().out
    assert len([line for line in out.splitlines() if line.startswith("| ")]) == 2 + 9
    assert [row["group"] for row in json.loads(file.read_text("utf-8"))["rows"]] == ["start"] * 3 + ["library"] * 6
    monkeypatch.setattr(bench, "measured", lambda *_: [Row("start", "a", 2.0, "b", 1.0, 2.0, Limit(1.0))])
    assert [bench.main([*more]) for more in ((), ("--check",))] == [0, 1]
    assert capsys.readouterr().out.endswith("\nMissed: a (b)\n")
    monkeypatch.undo()
    for wrong, message in (
        (["--tables", "--check"], "--check has no effect with --tables"),
        (["--each"], "--each has no effect without --tables"),
        (["--json", "no/such/f.json"], "--json: no/such/f.json cannot be written, since it is a folder or in none"),
    ):
        with pytest.raises(SystemExit):
            bench.main(wrong)
        assert capsys.readouterr().err.endswith(f"error: {message}\n")
    assert bench.main(["--python", "/nosuchpython", "--only", "start"]) == 2
    assert capsys.readouterr().err == "bench: /nosuchpython cannot be started: No such file or directory\n"
    assert bench.main(["--tables", "--rounds", "1", "--each"]) == 0
    out = capsys.readouterr().out
    assert [line.split(" | ")[0] for line in out.splitlines() if " | version | " in line] == [
        "| verdict",
        "| load",
        "| dump",
    ]
    assert "16/16" in out


@pytest.mark.slow
def test_the_guards_have_rows(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("activitysmith", reason="the official SDK is not installed")
    assert importlib.import_module("bench_guards").main(["--rounds", "1"]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head == "| client | request | without a guard | with one | ratio |"
    assert [row.split(" | ")[0] for row in rows] == ["| httpx"] * 2 + ["| requests"] * 2 + ["| official SDK"]
