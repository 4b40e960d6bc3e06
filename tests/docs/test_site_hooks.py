"""What MkDocs and griffe are told when they build the site; the session `site` builds it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("mkdocs", reason="MkDocs is not installed")
pytest.importorskip("griffe", reason="griffe is not installed")
import griffe
import griffe_signatures
import site_hooks
from mkdocs.config.base import load_config
from mkdocs.structure.files import Files

from liveschema.lint.addresses import SITE

NOTHING: Any = None
"""In place of arguments that a hook does not read."""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def config() -> Any:
    return load_config(str(ROOT / "mkdocs.yml"))


def test_the_address_of_the_site_is_the_one_that_reports_name(config: Any) -> None:
    assert site_hooks.on_config(config).site_url == f"{SITE}/"


def test_a_local_server_keeps_its_address(config: Any) -> None:
    config.site_url = "http://127.0.0.1:8000/"
    assert site_hooks.on_config(config).site_url == "http://127.0.0.1:8000/"


def test_pages_are_added(config: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config.plugins, "_current_plugin", "hooks", raising=False)
    paths = {file.src_uri: file.url for file in site_hooks.on_files(Files([]), config)}
    assert paths["rules/missing-field.md"] == "rules/missing-field/"
    assert paths["project/changelog.md"] == "project/changelog/"


@pytest.mark.parametrize(
    ("path", "hidden"),
    [("README.md", ["navigation", "toc"]), ("rules/index.md", ["toc"]), ("command.md", [])],
)
def test_links_fit_and_wide_pages_have_no_table_of_contents(path: str, hidden: list[str]) -> None:
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=path, generated_by=None), meta={})
    text = site_hooks.on_page_markdown("[a](../SECURITY.md)", page, NOTHING, NOTHING)
    assert text == "[a](project/security.md)" or path.startswith("rules/")
    assert page.meta["hide"] == hidden


def test_generated_pages_are_left_as_they_are() -> None:
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="rules/a.md", generated_by="x"), meta={})
    assert site_hooks.on_page_markdown("[a](../command.md)", page, NOTHING, NOTHING) == "[a](../command.md)"


def test_folders_of_other_builds_are_copied(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "index.html").write_text("x")
    (tmp_path / "site" / "playground").mkdir(parents=True)
    config: Any = SimpleNamespace(
        extra={"folders": {"playground": "made", "missing": "not-made"}},
        config_file_path=str(tmp_path / "mkdocs.yml"),
        site_dir=str(tmp_path / "site"),
    )
    site_hooks.on_post_build(config)
    assert (tmp_path / "site" / "playground" / "index.html").read_text() == "x"
    assert not (tmp_path / "site" / "missing").exists()


def loaded(path: str) -> Any:
    package = griffe.load("liveschema", extensions=griffe.load_extensions(griffe_signatures.Signatures))
    return package[path]


def test_classes_have_the_constructor_that_they_have_when_they_are_imported() -> None:
    progress = loaded("models.Progress")
    assert [each.name for each in progress.parameters][:3] == ["self", "title", "subtitle"]
    assert progress.docstring.value.endswith("*Added in version 0.1.0.*")
    assert "badge: A short label" in progress.docstring.value


def test_a_private_default_is_shown_by_its_value() -> None:
    assert str(loaded("verdicts.check").parameters["enable"].default) == "()"
