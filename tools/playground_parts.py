"""The parts of the playground that are made: the archive of the library, and the data of the page."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any, Final

import yaml
from packaging.requirements import Requirement

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.lint.editor import text_report
from liveschema.version import version

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCES: Final = ROOT / "docs" / "playground"
PACKAGE: Final = ROOT / "packages" / "playground"
EXAMPLES: Final = ROOT / "examples"
MODULE: Final = "page.py"
"""The module that the web worker calls; it goes into the archive, and all other sources into the page."""

_DEPENDENCIES: Final = ("attrs", "cattrs", "PyYAML")
_BUILT: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_LIBRARY: Final = "library.zip"
_STANDARD: Final = "python_stdlib.zip"
_UNUSED: Final = (
    *("_pyrepl/", "multiprocessing/", "pydoc_data/", "unittest/", "wsgiref/", "xmlrpc/"),
    *("bdb.py", "cProfile.py", "doctest.py", "ftplib.py", "imaplib.py", "mailbox.py", "optparse.py", "pdb.py"),
    *("pickletools.py", "poplib.py", "profile.py", "pstats.py", "pydoc.py", "smtplib.py", "trace.py", "webbrowser.py"),
)
_LOCK: Final = "pyodide-lock.json"
_TIME: Final = (1980, 1, 1, 0, 0, 0)
_LINE: Final = re.compile(r"^\| `(?P<file>(?P<folder>[\w/]+)/[\w-]+\.json)` \| (?P<title>.+) \|$", re.MULTILINE)
_BROKEN: Final = "broken/"
_VALID_GROUP: Final = "Valid, one for each activity type"
_BROKEN_GROUP: Final = "With mistakes"
_YAML_GROUP: Final = "In YAML"


def write_sources(output: Path) -> None:
    """Copy the page, its scripts and its style."""
    for source in sorted(SOURCES.iterdir()):
        if source.is_file() and source.name != MODULE:
            shutil.copyfile(source, output / source.name)


def write_python(output: Path, node: str) -> None:
    """Write Python for browsers and the archives of its standard library and of liveschema, whose modules are compiled.

    The list of further packages is left empty, since none of them is used.

    Args:
        output: The folder of the playground.
        node: The command of Node.js.
    """
    package = PACKAGE / "node_modules" / "pyodide"
    target = output / "pyodide"
    target.mkdir(exist_ok=True)
    for name in _BUILT:
        shutil.copyfile(package / name, target / name)
    lock = json.loads((package / _LOCK).read_text("utf-8"))
    (target / _LOCK).write_text(json.dumps({**lock, "packages": {}}), "utf-8")
    with tempfile.TemporaryDirectory() as name:
        library, standard = Path(name, "library"), Path(name, "standard")
        _gather_library(library)
        _gather_standard(package / _STANDARD, standard)
        places = (f"{library}=/lib/{_LIBRARY}", f"{standard}=/lib/{_STANDARD}")
        subprocess.run([node, str(PACKAGE / "scripts" / "compile.js"), *places], check=True)
        _write_archive(library, output / _LIBRARY)
        _write_archive(standard, target / _STANDARD)


def _gather_library(folder: Path) -> None:
    """Copy the modules of the library and of the packages that it needs."""
    shutil.copytree(ROOT / "liveschema", folder / "liveschema", ignore=shutil.ignore_patterns("__pycache__", "*.pyi"))
    shutil.copyfile(SOURCES / MODULE, folder / MODULE)
    for package in _needed():
        _copy_pure(package, folder)
    info = folder / f"liveschema-{version()}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: liveschema\nVersion: {version()}\n", "utf-8")
    shutil.copyfile(ROOT / "LICENSE", info / "LICENSE")


def _gather_standard(archive: Path, folder: Path) -> None:
    """Unpack the standard library without what needs a terminal, processes or a network, or is for developers."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder, [each for each in opened.namelist() if not each.startswith(_UNUSED)])


def _needed() -> Iterator[Distribution]:
    """Find the installed packages that the library needs in the browser, with what these need."""
    waiting = [*_DEPENDENCIES]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        found = distribution(name)
        yield found
        for line in found.requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": "", "python_version": "3.14"}):
                waiting.append(needed.name)


def _copy_pure(package: Distribution, folder: Path) -> None:
    """Copy the modules of a package in Python, its name and version, and its licence."""
    for file in package.files or ():
        is_info = file.parts[0].endswith(".dist-info")
        is_wanted = "METADATA" in file.name or "LICENSE" in file.name.upper() if is_info else file.suffix == ".py"
        if is_wanted and ".." not in file.parts:
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target)


def _write_archive(folder: Path, path: Path) -> None:
    """Write all files of a folder into an archive, whose bytes depend on nothing else."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(each for each in folder.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _TIME)
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def page_data() -> dict[str, Any]:
    """Return what the page shows: the version, the operations, and the examples to choose."""
    listed = [(each["file"], each["title"]) for each in _LINE.finditer((EXAMPLES / "README.md").read_text("utf-8"))]
    broken = [_example(_BROKEN_GROUP, title, file) for file, title in listed if file.startswith(_BROKEN)]
    broken.sort(key=lambda each: not _can_be_fixed(each))  # the first one is shown first, and shows the most
    valid = [*_one_of_each_type([each for each in listed if not each[0].startswith(_BROKEN)])]
    in_yaml = [_in_yaml(each) for each in (broken[0], valid[0])]
    operations = [str(each) for each in Operation]
    return {"version": version(), "operations": operations, "examples": [*broken, *valid, *in_yaml]}


def _one_of_each_type(listed: list[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Return the first example of each activity type."""
    missing = {str(each) for each in ActivityType}
    for file, title in listed:
        state = json.loads((EXAMPLES / file).read_text("utf-8")).get("content_state", {})
        if state.get("type") in missing:
            missing.remove(state["type"])
            yield _example(_VALID_GROUP, f"{state['type']}: {title}", file)


def _example(group: str, title: str, file: str) -> dict[str, str]:
    text = (EXAMPLES / file).read_text("utf-8")
    return {"group": group, "title": title, "form": "json", "operation": Path(file).parent.name, "text": text}


def _can_be_fixed(example: dict[str, str]) -> bool:
    """Return whether nothing is wrong with an example after its safe fixes."""
    operation = Operation(example["operation"])
    after = text_report(example["text"], example["form"], operation)["fixed"]
    return after is not None and not text_report(after, example["form"], operation)["findings"]


def _in_yaml(example: dict[str, str]) -> dict[str, str]:
    text = yaml.safe_dump(json.loads(example["text"]), sort_keys=False, allow_unicode=True, width=1000)
    return {**example, "group": _YAML_GROUP, "form": "yaml", "text": text}


def questions() -> Iterator[dict[str, str]]:
    """Return texts to check in the browser and here: all fixtures, as JSON, without an operation, or as YAML."""
    for index, path in enumerate(sorted((ROOT / "tests" / "fixtures").rglob("*.json"))):
        fixture = json.loads(path.read_text("utf-8"))
        operation, payload = str(fixture["operation"]), fixture.get("payload")
        if "text" in fixture:
            yield {"text": fixture["text"], "form": "json", "operation": operation}
        elif index % 3 == 0:
            yield {"text": json.dumps(payload, indent=2), "form": "json", "operation": operation}
        elif index % 3 == 1:
            yield {"text": json.dumps(payload, ensure_ascii=False), "form": "", "operation": ""}
        else:
            yield {"text": yaml.safe_dump(payload, allow_unicode=True), "form": "yaml", "operation": operation}


def expected() -> list[dict[str, Any]]:
    """Return the reports that the browser must give, with their questions."""
    answer = runpy.run_path(str(SOURCES / MODULE))["answer"]
    return [{**question, "report": json.loads(answer(**question))} for question in questions()]
