"""The check of the built site: dead links, what other servers would serve, and missing pages are found."""

from __future__ import annotations

from pathlib import Path

import check_site
import pytest
from check_site import Page, is_foreign, open_site, read

from liveschema.lint.addresses import SITE, help_address
from liveschema.lint.all_rules import RULES

DOCUMENTED = """
<div class="doc doc-object doc-function">
  <h3 id="{name}" class="doc doc-heading"><span>check</span></h3>
  <div class="doc doc-contents"><p>{text}</p></div>
</div>
"""


def write(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        file = folder / ("index.html" if name == "home" else f"{name}/index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><head></head><body>{body}</body></html>", "utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    return list(open_site(folder).problems())


@pytest.mark.parametrize(
    "link",
    ["a/", "a", "a/index.html", "a/#top", "./a/?q=1#top", "#here", "", f"{SITE}/a/#top", "/liveschema/a/", "a.css"],
)
def test_a_link_that_leads_somewhere_is_right(link: str, tmp_path: Path) -> None:
    (tmp_path / "a.css").touch()
    write(tmp_path, home=f'<p id="here"><a href="{link}">x</a>', a='<a name="top"></a>')
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("b/", "leads to no file"),
        ("a/b.png", "leads to no file"),
        (f"{SITE}/b/", "leads to no file"),
        ("a/#bottom", "leads to no element of a/index.html"),
        ("#there", "leads to no element of index.html"),
        ("a.css#top", "leads to no element of a.css"),
    ],
)
def test_a_dead_link_is_found(link: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.css").touch()
    write(tmp_path, home=f'<p id="here"><a href="{link}">x</a> <a href="{link}">again</a>', a="")
    assert problems(tmp_path) == [f"index.html: {link} {why}"]


@pytest.mark.parametrize("link", ["https://example.com/", "mailto:a@example.com", "tel:1", "https://example.com/x#y"])
def test_links_to_other_places_are_not_followed(link: str, tmp_path: Path) -> None:
    write(tmp_path, home=f'<a href="{link}">x</a>')
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://cdn.example.com/a.js"></script>',
        '<script src="//cdn.example.com/a.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example.com/a.css">',
        '<link rel="preconnect" href="https://cdn.example.com">',
        '<img src="http://cdn.example.com/a.png">',
        '<img srcset="https://cdn.example.com/a.png">',
        '<object data="https://cdn.example.com/a.svg"></object>',
        '<video poster="https://cdn.example.com/a.png"></video>',
        '<svg><use xlink:href="https://cdn.example.com/a.svg"></use></svg>',
        '<svg><image href="https://cdn.example.com/a.svg"></image></svg>',
        '<p style="background: url(https://cdn.example.com/a.png)">',
        "<style>@import 'https://cdn.example.com/a.css';</style>",
    ],
)
def test_what_is_loaded_from_another_server_is_found(body: str, tmp_path: Path) -> None:
    write(tmp_path, home=body)
    (line,) = problems(tmp_path)
    assert line.startswith("index.html: ")
    assert line.endswith(" is loaded from another server")


def test_what_is_loaded_from_the_site_must_be_there(tmp_path: Path) -> None:
    write(tmp_path, home='<img src="a.png"><img src="data:image/png;base64,AA"><script src="b.js"></script>')
    (tmp_path / "a.png").touch()
    assert problems(tmp_path) == ["index.html: b.js leads to no file"]


def test_a_text_that_names_another_server_is_no_request(tmp_path: Path) -> None:
    write(tmp_path, home="<p>@import 'https://cdn.example.com/a.css'</p>")
    assert problems(tmp_path) == []


def test_styles_load_nothing_from_another_server(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a { background: url('//cdn.example.com/a.png') } b { background: url(b.png) }")
    assert problems(tmp_path) == ["a.css: //cdn.example.com/a.png is loaded from another server"]


def test_a_diagram_that_the_theme_would_draw_with_a_foreign_script_is_found(tmp_path: Path) -> None:
    write(tmp_path, home='<pre class="mermaid">graph</pre>')
    assert problems(tmp_path) == [
        "index.html: has an element of the class mermaid: diagrams are drawn by a script of another server"
    ]


@pytest.mark.parametrize(
    ("address", "foreign"),
    [(SITE, False), (f"{SITE}/a", False), (f"{SITE}x/a", True), ("a/b", False), ("//x.example/a", True)],
)
def test_the_site_itself_is_not_foreign(address: str, *, foreign: bool) -> None:
    assert is_foreign(address) is foreign


def test_a_rule_without_a_page_at_its_address_is_found(tmp_path: Path) -> None:
    for rule in ("here", "elsewhere"):
        file = tmp_path / "rules" / rule / "index.html"
        file.parent.mkdir(parents=True)
        address = help_address(rule if rule == "here" else "other")
        file.write_text(f'<link rel="canonical" href="{address}">', "utf-8")
    assert list(open_site(tmp_path).missing_rules(["here", "elsewhere", "nowhere"])) == [
        f"{SITE}/rules/elsewhere/: the rule elsewhere has no page there",
        f"{SITE}/rules/nowhere/: the rule nowhere has no page there",
    ]


def test_a_public_name_without_text_is_found(tmp_path: Path) -> None:
    body = DOCUMENTED.format(name="a.b", text="What it does.") + DOCUMENTED.format(name="a.c", text=" ")
    write(tmp_path, home=body)
    assert list(open_site(tmp_path).missing_names(["a.b", "a.c", "a.d"])) == [
        "a.c: no page documents this public name",
        "a.d: no page documents this public name",
    ]


def test_the_text_of_a_member_is_not_that_of_its_class() -> None:
    inner = DOCUMENTED.format(name="a.B.c", text="A member.")
    outer = DOCUMENTED.format(name="a.B", text="").replace("<p></p>", inner)
    assert read(outer).documented == {"a.B.c"}


def test_a_page_is_read() -> None:
    page = read('<link rel="canonical" href="https://x.example/"><a name="n" id="i" class="k l" href="#n">x</a></div>')
    assert page == Page(
        links=["https://x.example/", "#n"], ids={"n", "i"}, canonical="https://x.example/", classes={"k", "l"}
    )


def test_the_command_prints_each_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, home='<a href="b/">x</a>')
    assert check_site.main([str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "index.html: b/ leads to no file"
    assert len(lines) == 1 + len(RULES) + len(check_site.public_names())


def test_links_to_a_part_that_was_not_built_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, home='<a href="b/">x</a><a href="b/c.html#d">y</a><a href="bc/">z</a>')
    assert list(open_site(tmp_path, "b").problems()) == ["index.html: bc/ leads to no file"]


def test_the_command_says_that_all_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, home="")
    monkeypatch.setattr(check_site.Site, "missing_rules", lambda _: iter(()))
    monkeypatch.setattr(check_site, "public_names", list)
    assert check_site.main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 pages: no mistakes\n"
