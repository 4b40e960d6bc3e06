"""Links of pages: they work in the repository, and as pages of the site."""

from __future__ import annotations

import pytest
import site_links
from hypothesis import given
from hypothesis import strategies as st

from liveschema.lint.addresses import HOME, SITE


def relinked(text: str, file: str = "docs/command.md", page: str = "command.md") -> str:
    return site_links.relinked(text, file, page)


@pytest.mark.parametrize(
    ("link", "on_site"),
    [
        ("configuration.md#keys", "configuration.md#keys"),
        ("#exit-codes", "#exit-codes"),
        ("tasks/lint.md", "tasks/lint.md"),
        ("../ARCHITECTURE.md#glossary", "project/architecture.md#glossary"),
        ("../packages/npm/README.md", "npm.md"),
        ("../schemas/README.md#openapi", "schemas.md#openapi"),
        ("../README.md", f"{HOME}/blob/main/README.md"),
        ("../tests/test_text.py", f"{HOME}/blob/main/tests/test_text.py"),
        ("../tests/fixtures", f"{HOME}/tree/main/tests/fixtures"),
        ("editors/schemastore.json", "editors/schemastore.json"),
        ("playground/index.html", f"{SITE}/playground/index.html"),
        ("https://example.com/a.md", "https://example.com/a.md"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("no-such-page.md", "no-such-page.md"),
    ],
)
def test_a_link_of_a_page_leads_to_the_same_place_on_the_site(link: str, on_site: str) -> None:
    assert relinked(f"See [it]({link}).") == f"See [it]({on_site})."


def test_links_of_a_page_outside_of_docs_lead_into_docs() -> None:
    text = relinked("[a](docs/stability.md) [b](docs/) [c](CHANGELOG.md)", "CONTRIBUTING.md", "project/contributing.md")
    assert text == f"[a](../stability.md) [b]({HOME}/tree/main/docs) [c](changelog.md)"


def test_links_in_a_folder_of_docs_are_relative_to_it() -> None:
    text = relinked("[a](../command.md) [b](../../SECURITY.md)", "docs/tasks/lint.md", "tasks/lint.md")
    assert text == "[a](../command.md) [b](../project/security.md)"


def test_blocks_of_code_are_left_alone() -> None:
    code = "```md\n[a](../SECURITY.md)\n```"
    assert relinked(f"[a](../SECURITY.md)\n\n{code}\n\n[a](../SECURITY.md)\n") == (
        f"[a](project/security.md)\n\n{code}\n\n[a](project/security.md)\n"
    )


@given(st.lists(st.sampled_from(["```", "````", "~~~", "text", "[a](b)", ""]), max_size=12).map("\n".join))
def test_a_text_is_changed_only_where_a_function_changes_it(text: str) -> None:
    assert site_links.outside_of_blocks(text, str) == text


@pytest.mark.parametrize("file", site_links.BROUGHT)
def test_a_page_outside_of_docs_is_brought_into_the_site(file: str) -> None:
    page = site_links.BROUGHT[file]
    assert site_links.brought()[page].startswith("# ")
    assert site_links.page_of(file) == page
    assert site_links.page_of("docs/no-such-page.md") is None
