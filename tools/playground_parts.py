"""The files of the playground: the page, Python for browsers, and the archives of compiled modules."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from liveschema.version import version

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCES: Final = ROOT / "docs" / "playground"
PACKAGE: Final = ROOT / "packages" / "playground"
MODULE: Final = "page.py"
"""The module that the web worker calls; it goes into the archive, and all other sources into the page."""

_DEPENDENCIES: Final = ("attrs", "cattrs", "PyYAML")
_BUILT: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_LIBRARY: Final = "library.zip"
_STANDARD: Final = "python_stdlib.zip"
_UNUSED: Final = (
    *("_pyrepl/", "ctypes/", "http/", "multiprocessing/", "pydoc_data/", "unittest/", "wsgiref/", "xml/", "xmlrpc/"),
    *("_pydatetime.py", "_pyio.py", "bdb.py", "cProfile.py", "doctest.py", "ftplib.py", "imaplib.py", "mailbox.py"),
    *("optparse.py", "pdb.py", "pickletools.py", "poplib.py", "profile.py", "pstats.py", "pydoc.py", "smtplib.py"),
    *("trace.py", "webbrowser.py"),
)
"""The parts of the standard library that need a terminal, processes or a network, are for developers, or are written a
second time in C."""
_LOCK: Final = "pyodide-lock.json"
_TIME: Final = (1980, 1, 1, 0, 0, 0)


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
        gather_library(library)
        gather_standard(package / _STANDARD, standard)
        places = (f"{library}=/lib/{_LIBRARY}", f"{standard}=/lib/{_STANDARD}")
        subprocess.run([node, str(PACKAGE / "scripts" / "compile.js"), *places], check=True)
        write_archive(library, output / _LIBRARY)
        write_archive(standard, target / _STANDARD)


def gather_library(folder: Path) -> None:
    """Copy the modules of the library and of the packages that it needs."""
    shutil.copytree(ROOT / "liveschema", folder / "liveschema", ignore=shutil.ignore_patterns("__pycache__", "*.pyi"))
    shutil.copyfile(SOURCES / MODULE, folder / MODULE)
    for package in needed():
        _copy_pure(package, folder)
    info = folder / f"liveschema-{version()}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: liveschema\nVersion: {version()}\n", "utf-8")
    shutil.copyfile(ROOT / "LICENSE", info / "LICENSE")


def gather_standard(archive: Path, folder: Path) -> None:
    """Unpack the standard library without its unused parts."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder, [each for each in opened.namelist() if not each.startswith(_UNUSED)])


def needed() -> Iterator[Distribution]:
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


def write_archive(folder: Path, path: Path) -> None:
    """Write all files of a folder into an archive, whose bytes depend on nothing else."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(each for each in folder.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _TIME)
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, 9)
