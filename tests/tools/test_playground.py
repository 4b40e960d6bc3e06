"""The parts of the playground: its data, its figures, its page, and the module that its worker calls."""

from __future__ import annotations

import gzip
import json
import re
import runpy
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import playground_data
import playground_parts
import playground_sizes
import pytest
from playground_parts import SOURCES

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.lint.all_rules import RULES

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "images" / "playground.png"
INDEX = (SOURCES / "index.html").read_text("utf-8")
SCRIPTS = sorted(SOURCES.glob("*.js"))
PAYLOAD = {"content_state": {"title": "Backup", "type": "progress", "percentage": 42}}


@pytest.fixture(scope="module")
def answer() -> Callable[[str, str, str], str]:
    function: Callable[[str, str, str], str] = runpy.run_path(str(SOURCES / playground_parts.MODULE))["answer"]
    return function


def test_the_worker_gets_a_report_as_json(answer: Callable[[str, str, str], str]) -> None:
    report = json.loads(answer(json.dumps(PAYLOAD), "", "stream"))
    assert report["form"] == "json"
    assert report["operations"] == ["stream"]
    assert report["findings"] == []


@pytest.mark.parametrize(
    ("text", "form", "hint"),
    [
        ('{"target": {"channels": ["ops"]}}', "json", "choose the operation above the text"),
        ("{}", "json", "the body of a request has content_state; only for end_stream it may be empty"),
        ("content_state:\n  title: a\n", "json", "choose the format above the text"),
        ("[]", "json", "a request has content_state; if the file is something else, leave it out"),
    ],
)
def test_no_hint_names_an_option_of_the_command(
    answer: Callable[[str, str, str], str], text: str, form: str, hint: str
) -> None:
    assert hint in [found["hint"] for found in json.loads(answer(text, form, ""))["findings"]]


def test_the_page_offers_an_example_of_each_activity_type_and_mistakes() -> None:
    data = playground_data.page_data()
    assert data["operations"] == [str(each) for each in Operation]
    groups = [each["group"] for each in data["examples"]]
    assert groups == sorted(groups, key=["With mistakes", "Valid, one for each activity type", "In YAML"].index)
    valid = [each for each in data["examples"] if each["group"].startswith("Valid")]
    assert {each["title"].partition(":")[0] for each in valid} == {str(each) for each in ActivityType}


def test_the_first_example_can_be_fixed_and_the_valid_ones_are_valid(answer: Callable[[str, str, str], str]) -> None:
    first, *others = playground_data.page_data()["examples"]
    reports = {
        each["title"]: json.loads(answer(each["text"], each["form"], each["operation"])) for each in (first, *others)
    }
    assert reports[first["title"]]["fixed"] is not None
    for each in others:
        if each["group"].startswith("Valid"):
            assert reports[each["title"]]["findings"] == []


def test_the_browser_is_asked_about_every_fixture_in_each_form() -> None:
    asked = [*playground_data.questions()]
    assert len(asked) == len([*(ROOT / "tests" / "fixtures").rglob("*.json")])
    assert {each["form"] for each in asked} == {"json", "yaml", ""}


def test_the_packages_that_go_into_the_browser_are_those_that_the_library_needs() -> None:
    names = {each.metadata["Name"].lower() for each in playground_parts.needed()}
    assert {"attrs", "cattrs", "pyyaml"} <= names
    assert names <= {"attrs", "cattrs", "pyyaml", "typing_extensions", "typing-extensions"}


def test_an_archive_of_the_same_files_has_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "a.pyc").write_bytes(b"a")
    (folder / "b.pyc").write_bytes(b"b")
    for name in ("one.zip", "two.zip"):
        playground_parts.write_archive(folder, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "one.zip").namelist() == ["b.pyc", "inner/a.pyc"]


def test_the_library_goes_into_the_archive_with_its_licence_and_without_types(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    playground_parts.gather_library(folder)
    assert (folder / "liveschema" / "lint" / "editor.py").exists()
    assert (folder / "page.py").exists()
    assert (folder / "yaml" / "scanner.py").exists()
    assert [*folder.glob("liveschema-*.dist-info/LICENSE")]
    assert not [*folder.rglob("*.so"), *folder.rglob("*.pyi"), *folder.rglob("__pycache__")]


def test_the_standard_library_loses_its_unused_parts(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "std.zip", "w") as archive:
        for name in ("json/__init__.py", "unittest/case.py", "pdb.py", "os.py"):
            archive.writestr(name, "")
    playground_parts.gather_standard(tmp_path / "std.zip", tmp_path / "std")
    kept = {each.relative_to(tmp_path / "std").as_posix() for each in (tmp_path / "std").rglob("*.py")}
    assert kept == {"json/__init__.py", "os.py"}


def test_the_page_is_copied_without_the_module_of_the_worker(tmp_path: Path) -> None:
    playground_parts.write_sources(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {each.name for each in SOURCES.iterdir() if each.is_file()} - {
        playground_parts.MODULE
    }


def test_figures_show_the_sizes_and_the_times(tmp_path: Path) -> None:
    (tmp_path / "pyodide").mkdir()
    (tmp_path / "index.html").write_bytes(b"a" * 5000)
    (tmp_path / "pyodide" / "pyodide.asm.wasm").write_bytes(bytes(2_000_000))
    small = round(len(gzip.compress(b"a" * 5000, 9)) / 1000)
    times = {"browser": "Chromium 1", "times": {"to start": 1520.0, "to check": 1.25}}
    _, *lines = playground_sizes.figures_of(tmp_path, times)
    assert f"| the page: HTML, style, scripts, examples | 5 kB | {small} kB |" in lines
    assert "| Python for browsers: the interpreter | 2.0 MB | 2 kB |" in lines
    assert lines[-2:] == ["| to start | 1.5 s |", "| to check | 1.2 ms |"]


def test_the_policy_of_the_page_names_no_other_server_and_no_code_from_strings() -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', INDEX)
    words = set(re.findall(r"[^\s;]+", policy))
    assert "default-src 'none'" in policy
    assert not [each for each in words if "//" in each or each.startswith("*") or "'unsafe" in each]
    assert "'wasm-unsafe-eval'" in words


def test_the_page_loads_only_files_beside_it_and_has_no_script_or_style_inside() -> None:
    loaded = re.findall(r'<(?:script|link|img)\b[^>]*?(?:src|href)="([^"]+)"', INDEX)
    assert loaded
    assert all((SOURCES / each).exists() for each in loaded)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script>", INDEX)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.name)
def test_every_script_has_its_types_checked_and_writes_no_markup(script: Path) -> None:
    text = script.read_text("utf-8")
    assert text.startswith("// @ts-check\n")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text)


def test_hints_of_the_page_are_about_rules_that_exist() -> None:
    hints = runpy.run_path(str(SOURCES / playground_parts.MODULE))["_HINTS"]
    assert hints.keys() <= RULES.keys()


def test_the_picture_has_two_pixels_for_one_and_is_small() -> None:
    content = PICTURE.read_bytes()
    width, _ = struct.unpack(">II", content[16:24])
    assert width >= 2000
    assert len(content) <= 250_000
