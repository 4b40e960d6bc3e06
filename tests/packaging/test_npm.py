"""The npm package: what it says about itself agrees with this package."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "packages" / "npm"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((PACKAGE / "package.json").read_text("utf-8"))
    return manifest


@pytest.mark.parametrize("key", ["name", "version", "license"])
def test_it_has_the_name_the_version_and_the_licence_of_this_package(package: dict[str, Any], key: str) -> None:
    assert package[key] == PROJECT[key]


def test_its_lock_file_is_up_to_date(package: dict[str, Any]) -> None:
    lock = json.loads((PACKAGE / "package-lock.json").read_text("utf-8"))
    assert lock["version"] == package["version"]
    root = lock["packages"][""]
    assert root["devDependencies"] == package["devDependencies"]


def test_it_depends_on_nothing_and_its_tools_have_one_version_each(package: dict[str, Any]) -> None:
    assert not package.keys() & {"dependencies", "peerDependencies", "optionalDependencies"}
    assert all(re.fullmatch(r"[\d.]+", version) for version in package["devDependencies"].values())


def test_what_it_publishes_has_types_for_both_kinds_of_modules(package: dict[str, Any]) -> None:
    assert package["sideEffects"] is False
    assert set(package["files"]) == {"dist"}
    assert package["exports"]["."] == {
        "import": {"types": "./dist/esm/index.d.ts", "default": "./dist/esm/index.js"},
        "require": {"types": "./dist/cjs/index.d.ts", "default": "./dist/cjs/index.js"},
    }


def test_git_ignores_what_is_built_and_packed() -> None:
    ignored = (PACKAGE / ".gitignore").read_text("utf-8").split()
    assert {"dist/", "*.tgz"} <= set(ignored)


def test_the_sources_have_no_type_that_says_nothing() -> None:
    sources = [path for path in (PACKAGE / "src").rglob("*.ts") if re.search(r"\bany\b", code_of(path))]
    assert sources == []


def code_of(path: Path) -> str:
    """Return the text of a module without comments and strings."""
    text = path.read_text("utf-8")
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"[^\"\n]*\"|`[^`]*`", "", text, flags=re.DOTALL)


def test_the_readme_shows_figures_that_were_measured() -> None:
    text = (PACKAGE / "README.md").read_text("utf-8")
    figures = text.partition("<!-- figures -->\n")[2].partition("<!-- end of figures -->")[0]
    assert re.search(r"^\d{4}-\d\d-\d\d, Node v\d+", figures.strip())
    sizes = {
        name: float(size)
        for name, size in re.findall(r"^\| (liveschema[^|]*) \| ([\d.]+) kB \|$", figures, re.MULTILINE)
    }
    assert len(sizes) == 2
    assert max(sizes.values()) < 20
