"""The shell scripts in YAML: which there are, and what the shell reader gets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from workflow_kit import read

from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE


@pytest.fixture(autouse=True)
def shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the shell reader by one that returns each script as it is."""

    def shell_in(fragment: Fragment, **about: Any) -> Iterator[Document]:
        at = fragment.text.index("live-activity")
        heads = [fragment.at(0)[0]]
        yield Document(fragment.text, fragment.at(at), [], lambda _: {}, fragment.lines, heads=heads, **about)

    module = ModuleType("liveschema.lint.inputs.shell.reader")
    module.shell_in = shell_in  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "liveschema.lint.inputs.shell.reader", module)


def scripts(text: str) -> list[str]:
    return [document.text for document in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jobs: {a: {steps: [{run: curl live-activity}]}}", ["curl live-activity\n"]),
        ("run: |\n  a\n  curl ${{ b }}/live-activity\n", [f"a\ncurl {HOLE}/live-activity\n\n"]),
        (f"run: live-activity {HOLE}\n", [f"live-activity {HOLE}\n"]),
        ("job:\n  script:\n    - x\n    - [y, [live-activity], z]\n    - 1\n", ["x\ny\nlive-activity\nz\n"]),
        ("before_script: live-activity 1\nafter_script: live-activity 2\n", ["live-activity 1\n", "live-activity 2\n"]),
        ("a: {command: live-activity}\nb: {cmd: live-activity}\nc: {shell: live-activity}\n", ["live-activity\n"] * 3),
        ("run: {command: live-activity}\n", ["live-activity\n"]),
        ("run: echo activity\nname: live-activity\n", []),
        ("run: 1\nscript: {live-activity: a}\n", []),
        ("run: live-activity\nshell: pwsh\n", []),
        ("run: live-activity\nshell: python {0}\n", []),
        ("run: live-activity\nshell: cmd live-activity\n", []),
        ("run: live-activity\nshell: /bin/bash -e {0}\n", ["live-activity\n"]),
        ("run: live-activity\nshell: sh\n", ["live-activity\n"]),
        ("run: live-activity\nshell: [a]\n", ["live-activity\n"]),
        ("defaults: {run: {shell: pwsh}}\njobs: {a: {steps: [{run: live-activity}]}}", []),
        ("defaults: {run: {shell: bash}}\njobs: {a: {runs-on: windows-2022, steps: [{run: live-activity}]}}",
         ["live-activity\n"]),
        ("defaults: {run: {}}\njobs: {a: {runs-on: [self-hosted, Windows], steps: [{run: live-activity}]}}", []),
        ("jobs: {a: {runs-on: windows-latest, steps: [{run: live-activity, shell: bash}]}}", ["live-activity\n"]),
        ("x: &a live-activity 1\ny: {run: *a}\nz: {run: *a}\n", ["live-activity 1\n"]),
        ("x: &a\n  - live-activity 1\ny: {script: *a}\nz: {script: [*a, live-activity 2]}\n",
         ["live-activity 1\n", "live-activity 2\n"]),
    ],
)  # fmt: skip
def test_scripts_that_may_send_requests_are_read(text: str, expected: list[str]) -> None:
    assert scripts(text) == expected


def test_a_script_has_its_places_in_the_file() -> None:
    text = (
        "x: &a\n  - 'it''s live-activity'\njobs:\n  - name: x\n    script: *a\n"
        "  - name: y\n    run: >\n      a\n      live-activity\n"
    )
    documents = read(text, ignores={1: frozenset({"x"})})
    assert [document.value for document in documents] == [(2, 12), (9, 7)]
    assert [list(document.heads) for document in documents] == [[2, 4], [8, 6]]
    assert all(document.ignores for document in documents)
