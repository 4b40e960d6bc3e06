"""The page on ports: its programs run and find what they say, and its table has each rule without a vector."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import vectors
from programs import count, programs

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "porting.md"
PROGRAMS = programs(PAGE.name)


def run(name: str) -> str:
    done = subprocess.run([sys.executable, "-c", PROGRAMS[name]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_program_is_tested() -> None:
    assert PROGRAMS.keys() == {"A runner", "A validator"}
    assert count(PAGE.name) == len(PROGRAMS)


def test_the_runner_finds_that_the_library_judges_as_the_vectors_say() -> None:
    assert run("A runner") == "0 vectors are judged in another way\n"


def test_a_runner_with_a_wrong_port_prints_what_it_judges_in_another_way() -> None:
    wrong = PROGRAMS["A runner"].replace("return [{", "return [] and [{")
    done = subprocess.run([sys.executable, "-c", wrong], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    *printed, last = done.stdout.splitlines()
    assert printed
    assert last == f"{len(printed)} vectors are judged in another way"


def test_the_validator_misses_only_errors_of_what_neither_schema_nor_cel_can_say() -> None:
    pytest.importorskip("celpy", reason="cel-python is not installed, so the program with CEL is not run")
    assert run("A validator") == "metadata-too-large\n"


def test_the_page_lists_the_rules_without_a_vector() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    listed = {rule: reason for rule, reason in rows if rule in vectors.BEYOND_TEXT}
    assert listed == vectors.BEYOND_TEXT
