"""The examples of the README run: Python sessions, and commands with what they print."""

from __future__ import annotations

import doctest
import io
import shlex
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from liveschema.lint.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


def run_commands(example: Example) -> str | None:
    """Run each ``$ liveschema …`` line of a console block and compare what it prints."""
    expected = str(example.parsed)
    printed = ""
    for line in expected.splitlines():
        if line.startswith("$ "):
            printed += f"{line}\n"
            out = io.StringIO()
            with redirect_stdout(out):
                main(shlex.split(line)[2:])
            printed += out.getvalue()
    return None if printed == expected else f"expected:\n{expected}\nprinted:\n{printed}"


def test_every_example_gives_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
    commands = CodeBlockParser(language="console", evaluator=run_commands)
    examples = list(Sybil(parsers=[sessions, commands]).parse(ROOT / "README.md").examples())
    for example in examples:  # one after the other: later ones go on from earlier ones
        example.evaluate()
    assert len(examples) > 15
