"""The command that writes the generated files, on files in a folder for tests."""

from __future__ import annotations

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
        monkeypatch.setattr(emit, name, dict)
    monkeypatch.setattr("sys.argv", ["emit.py", *(["--check"] if check else [])])
    assert emit.main() == (1 if check and drifted else 0)
    assert asked == [check] * 4
