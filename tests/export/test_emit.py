"""The command that writes the generated files, on files in a folder for tests."""

from __future__ import annotations

import json
from pathlib import Path

import emit
import pytest

WANTED = {"a.json": "1\n", "deep/b.json": "é\n", "c.json": "3\n"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which one file is up to date, one differs, one is missing, and two should not be there."""
    monkeypatch.setattr(emit, "ROOT", tmp_path)
    folder = tmp_path / "schemas"
    for name, text in {"a.json": "1\n", "c.json": "4\n", "old/d.json": "5\n", "e.json": "6\n", "f.txt": "7\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def settle(folder: Path, *, check: bool) -> int:
    return emit.settle(folder, "*.json", {folder / name: text for name, text in WANTED.items()}, check=check)


LISTED = "  schemas/e.json\n  schemas/old/d.json\n  schemas/deep/b.json\n  schemas/c.json\n"


def test_files_that_differ_are_written_and_others_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "a.json").stat()
    assert settle(folder, check=False) == 4
    assert contents(folder) == {**WANTED, "f.txt": "7\n"}
    assert capsys.readouterr().out == f"schemas: 3 files, 4 written or removed\n{LISTED}"
    assert (folder / "a.json").stat().st_mtime_ns == before.st_mtime_ns
    assert settle(folder, check=False) == 0
    assert capsys.readouterr().out == "schemas: 3 files, 0 written or removed\n"


def test_a_check_lists_the_same_files_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    assert settle(folder, check=True) == 4
    assert contents(folder) == before
    assert capsys.readouterr().out == f"schemas: 3 files, 4 out of date\n{LISTED}"


@pytest.mark.parametrize("lesser", ["", "0\n", "1"])
def test_a_file_whose_text_comes_first_in_order_differs_too(folder: Path, lesser: str) -> None:
    settle(folder, check=False)
    (folder / "a.json").write_text(lesser, "utf-8")
    assert settle(folder, check=True) == 1


@pytest.mark.parametrize("check", [True, False])
@pytest.mark.parametrize("drifted", [0, 2])
def test_only_a_check_fails_if_a_file_differs(
    monkeypatch: pytest.MonkeyPatch,
    *,
    check: bool,
    drifted: int,
) -> None:
    asked: list[bool] = []

    def settled(*_: object, check: bool) -> int:
        asked.append(check)
        return drifted if len(asked) == 2 else 0

    monkeypatch.setattr(emit, "settle", settled)
    for name in ("generated_modules", "model_stub", "schemas", "npm_modules"):
        monkeypatch.setattr(emit, name, lambda *_: {})
    monkeypatch.setattr("sys.argv", ["emit.py", *(["--check"] if check else [])])
    assert emit.main() == (1 if check and drifted else 0)
    assert asked == [check] * 4


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["emit.py", *arguments])
    return emit.main()


def test_the_schemas_can_be_written_elsewhere_under_another_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "site" / "own.schema.json"
    kept.parent.mkdir()
    kept.write_text("{}", "utf-8")
    arguments = ("--schemas", str(kept.parent), "--base", "https://a.b/c")
    assert run(monkeypatch, *arguments, "--check") == 1
    assert run(monkeypatch, *arguments) == 0
    made = {path: json.loads(path.read_bytes()) for path in kept.parent.rglob("*.schema.json") if path != kept}
    assert len(made) > 20
    for path, document in made.items():
        assert document["$id"] == f"https://a.b/c/{path.relative_to(kept.parent).as_posix()}"
    assert {path.name for path in kept.parent.glob("*.json")} - {path.name for path in made} == {
        "own.schema.json",
        "openapi.json",
        "rules.cel.json",
    }
    assert kept.read_text("utf-8") == "{}"
    capsys.readouterr()
    assert run(monkeypatch, *arguments, "--check") == 0
    assert capsys.readouterr().out == f"{kept.parent}: {len(made) + 2} files, 0 out of date\n"


def test_a_base_needs_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(monkeypatch, "--base", "https://a.b")
    assert "--base needs --schemas, since the files in schemas/ have the default" in capsys.readouterr().err
