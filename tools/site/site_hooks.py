"""What MkDocs calls when it builds the site: it adds the generated pages, and makes links fit."""

from __future__ import annotations

import shutil
from pathlib import Path

import site_fields
import site_links
import site_pages
import site_rules
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from liveschema.lint.addresses import SITE

WIDE = (f"{site_rules.FOLDER}/", f"{site_fields.FOLDER}/")
"""The folders of pages that need the space of the table of contents for their tables and reports."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the address of the site, unless it is shown by a local server, and complete the navigation."""
    config.site_url = config.site_url or f"{SITE}/"
    config.nav = site_pages.completed(config.nav)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for path, text in site_pages.generated().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the links of a page of `docs/` fit."""
    del config, files
    path = page.file.src_uri
    page.meta["hide"] = ["navigation", "toc"] if path == "README.md" else ["toc"] if path.startswith(WIDE) else []
    return site_links.relinked(markdown, f"{site_links.DOCS}/{path}", path) if not page.file.generated_by else markdown


def on_post_build(config: MkDocsConfig) -> None:
    """Copy the folders that are named in the configuration into the site, as far as they were built."""
    for address, name in config.extra["folders"].items():
        folder = Path(config.config_file_path).parent / name
        if folder.is_dir():
            shutil.copytree(folder, Path(config.site_dir, address), dirs_exist_ok=True)
