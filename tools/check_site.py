"""Check the built site: its links, that nothing is loaded from another server, and that no page or name is missing.

Links inside of the site must lead to a file, and to an element of it if they have a fragment; links to other sites
are not followed. Each rule must have its page at the address that reports name, and each public name its text.
A line is printed for each mistake, and the exit code is 1 if there is one.

    python tools/check_site.py build/site
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import attrs

sys.path.insert(0, str(Path(__file__).with_name("site")))
import site_library

from liveschema.lint.addresses import SITE, help_address
from liveschema.lint.all_rules import RULES

PASSIVE: Final = frozenset({"canonical", "prev", "next", "alternate", "author", "license"})
"""What a `link` element may be about without being loaded."""
SOURCES: Final = ("src", "srcset", "data", "poster")
"""The attributes that name what is loaded with a page."""
_LOADED: Final = re.compile(r"""(?:@import\s+|url\()\s*["']?((?:https?:)?//[^"')\s]+)""")
_RUNTIME: Final = {"mermaid": "diagrams are drawn by a script of another server"}
"""Classes of elements for which the scripts of the theme load something else."""


@attrs.define
class Page:
    """What is read of a page.

    Attributes:
        links: Where it leads, as it is written.
        loaded: What is loaded with it, as it is written.
        ids: The names of its elements.
        canonical: Its own address.
        classes: The classes of its elements.
        documented: The names of the library that it documents with some text.
    """

    links: list[str] = attrs.field(factory=list)
    loaded: list[str] = attrs.field(factory=list)
    ids: set[str] = attrs.field(factory=set)
    canonical: str = ""
    classes: set[str] = attrs.field(factory=set)
    documented: set[str] = attrs.field(factory=set)


class Reader(HTMLParser):
    """The reader of a page.

    Args:
        page: What is filled in.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._divisions: list[frozenset[str]] = []
        self._names: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Read an element."""
        given = {name: value or "" for name, value in attributes}
        classes = frozenset(given.get("class", "").split())
        self.page.classes |= classes
        self.page.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        self.page.loaded += [given[name] for name in SOURCES if given.get(name)]
        self.page.loaded += _LOADED.findall(given.get("style", ""))
        self._in_style = tag == "style"
        if tag == "div":
            self._divisions.append(classes)
            self._names += [""] * ("doc-object" in classes)
        if self._names and not self._names[-1]:
            self._names[-1] = given.get("id", "")
        if tag == "link":
            self._link(given)
        elif tag in {"a", "area"} and "href" in given:
            self.page.links.append(given["href"])
        elif "href" in given or "xlink:href" in given:
            self.page.loaded.append(given.get("href") or given["xlink:href"])

    def _link(self, given: Mapping[str, str]) -> None:
        about = frozenset(given.get("rel", "").split())
        if "canonical" in about:
            self.page.canonical = given["href"]
        if about <= PASSIVE:
            self.page.links.append(given["href"])
        else:
            self.page.loaded.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._in_style = False
        if tag == "div" and self._divisions and "doc-object" in self._divisions.pop():
            self._names.pop()

    def handle_data(self, data: str) -> None:
        """Read a text."""
        if self._in_style:
            self.page.loaded += _LOADED.findall(data)
        if data.strip() and self._names and any("doc-contents" in each for each in self._innermost()):
            self.page.documented.add(self._names[-1])

    def _innermost(self) -> Iterator[frozenset[str]]:
        """Yield the classes of the divisions between a text and the object that it is about."""
        for classes in reversed(self._divisions):
            if "doc-object" in classes:
                return
            yield classes


def read(text: str) -> Page:
    """Read a page."""
    page = Page()
    reader = Reader(page)
    reader.feed(text)
    reader.close()
    return page


def is_foreign(address: str) -> bool:
    """Return whether an address leads to another server."""
    return not address.startswith("data:") and bool(urlsplit(address).netloc) and not _is_own(address)


def _is_own(address: str) -> bool:
    return f"{address}/".startswith(f"{SITE}/")


@attrs.define
class Site:
    """A built site.

    Attributes:
        folder: Its folder.
        pages: Its pages by path.
        without: The address below it of a part that it lacks, to which links are not followed; empty if it is whole.
    """

    folder: Path
    pages: dict[str, Page]
    without: str = ""

    def problems(self) -> Iterator[str]:
        """Yield a line for each mistake."""
        for path, page in self.pages.items():
            for link in dict.fromkeys(page.links):
                yield from self._dead(path, link)
            for address in dict.fromkeys(page.loaded):
                if is_foreign(address):
                    yield f"{path}: {address} is loaded from another server"
                else:
                    yield from self._dead(path, address)
            for name in sorted(_RUNTIME.keys() & page.classes):
                yield f"{path}: has an element of the class {name}: {_RUNTIME[name]}"
        for style in sorted(self.folder.rglob("*.css")):
            for address in _LOADED.findall(style.read_text("utf-8")):
                yield f"{style.relative_to(self.folder).as_posix()}: {address} is loaded from another server"

    def _dead(self, path: str, link: str) -> Iterator[str]:
        """Yield a line if a link leads nowhere."""
        parts = urlsplit(urljoin(f"{SITE}/{path}", link))
        if parts.scheme not in {"http", "https"} or not _is_own(parts._replace(query="", fragment="").geturl()):
            return
        inside = unquote(parts.path).removeprefix(urlsplit(SITE).path).strip("/")
        if self.without and f"{inside}/".startswith(f"{self.without}/"):
            return
        file = self.folder / inside
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            yield f"{path}: {link} leads to no file"
        elif parts.fragment and unquote(parts.fragment) not in self._ids(file):
            yield f"{path}: {link} leads to no element of {file.relative_to(self.folder).as_posix()}"

    def _ids(self, file: Path) -> set[str]:
        page = self.pages.get(file.relative_to(self.folder).as_posix())
        return page.ids if page else set()

    def missing_rules(self, rules: Iterable[str] = RULES) -> Iterator[str]:
        """Yield a line for each rule without a page at the address that reports name."""
        for rule in rules:
            address = help_address(rule)
            page = self.pages.get(f"{address.removeprefix(f'{SITE}/')}index.html")
            if page is None or page.canonical != address:
                yield f"{address}: the rule {rule} has no page there"

    def missing_names(self, names: Iterable[str]) -> Iterator[str]:
        """Yield a line for each name of the library that no page documents."""
        documented = set().union(*(page.documented for page in self.pages.values()))
        yield from (f"{name}: no page documents this public name" for name in names if name not in documented)


def open_site(folder: Path, without: str = "") -> Site:
    """Read all pages of a site, which may lack a part."""
    files = sorted(folder.rglob("*.html"))
    pages = {each.relative_to(folder).as_posix(): read(each.read_text("utf-8")) for each in files}
    return Site(folder, pages, without)


def public_names() -> list[str]:
    """Return the public names of the library."""
    return [name for module in site_library.TITLES for name in site_library.public_names(module)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a site.

    Args:
        arguments: The arguments; None for those of the command.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of the built site")
    parser.add_argument("--without", default="", metavar="ADDRESS", help="a part of the site that was not built")
    options = parser.parse_args(arguments)
    site = open_site(options.folder, options.without)
    found = [*site.problems(), *site.missing_rules(), *site.missing_names(public_names())]
    print("\n".join(found) or f"{len(site.pages)} pages: no mistakes")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
