"""The check of types: a mistake that a type checker accepts is told, and so is good code that it reports."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import check_types
import pytest

GOOD = "from liveschema import Badge\n\nBadge('NEW', color='lime')\n"
BAD = "from liveschema import Badge\n\nBadge('NEW', color='teal')  # bad\n"
WRONG = "from liveschema import Badge\n\nBadge('NEW', color='teal')\nBadge('NEW')  # bad\n"


def test_lines_are_compared_with_their_marks(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text("a = 1\nb = 2  # bad\nc = 3  # bad\n", "utf-8")
    assert list(check_types.differences(file, {"strict": lambda _: {2, 3}})) == []
    assert list(check_types.differences(file, {"strict": lambda _: {1, 2}, "lax": lambda _: set()})) == [
        "code.py:1: strict reports a = 1",
        "code.py:3: strict accepts c = 3",
        "code.py:2: lax accepts b = 2",
        "code.py:3: lax accepts c = 3",
    ]


def test_the_examples_of_a_page_are_one_module(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Page\n\n```python\n>>> a = 1\n>>> a\n1\n```\n\n```sh\nls\n```\n\n```python\n>>> b = a\n```\n", "utf-8"
    )
    assert check_types.examples_in(page) == "a = 1\na\nb = a\n"
    assert "import liveschema" in check_types.examples_in(check_types.ROOT / "README.md")


@pytest.mark.parametrize(
    ("score", "symbols", "told"),
    [
        (1, [{"name": "a", "isExported": True, "diagnostics": []}], []),
        (1, [], ["pyright knows 100.00% of the types of 0 symbols"]),
        (
            0.5,
            [
                {"name": "a", "isExported": True, "diagnostics": [{"message": "No docstring"}, {"message": "unknown"}]},
                {"name": "b", "isExported": False, "diagnostics": [{"message": "unknown"}]},
            ],
            ["a: unknown", "pyright knows 50.00% of the types of 2 symbols"],
        ),
    ],
)
def test_types_that_are_not_known_are_told(
    monkeypatch: pytest.MonkeyPatch, score: float, symbols: list[object], told: list[str]
) -> None:
    said = json.dumps({"typeCompleteness": {"completenessScore": score, "symbols": symbols}})
    monkeypatch.setattr(check_types, "run", lambda *_: said)
    assert list(check_types.unknown_types()) == told


def test_differences_of_the_stub_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_types, "run", lambda *_: "liveschema.models.Icon is odd\n")
    assert list(check_types.stub_differences()) == ["liveschema.models.Icon is odd"]
    monkeypatch.setattr(check_types, "run", lambda *_: "Success: no issues found in 1 module\n")
    assert list(check_types.stub_differences()) == []


@pytest.mark.slow
@pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("mypy", "pyright"))), reason="mypy or pyright is not installed"
)
def test_type_checkers_are_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("good", GOOD), ("bad", BAD), ("wrong", WRONG)):
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
    assert check_types.main([str(tmp_path / "good.py"), str(tmp_path / "bad.py")]) == 0
    assert capsys.readouterr().out == "mypy and pyright say what they should\n"
    assert check_types.main([str(tmp_path / "wrong.py")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "wrong.py:3: mypy reports Badge('NEW', color='teal')",
        "wrong.py:4: mypy accepts Badge('NEW')",
        "wrong.py:3: pyright reports Badge('NEW', color='teal')",
        "wrong.py:4: pyright accepts Badge('NEW')",
    ]
