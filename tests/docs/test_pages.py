"""The README and the pages of `docs/`: their examples run, their links lead somewhere, and no page is left out."""

from __future__ import annotations

import doctest
import inspect
import io
import re
import shlex
import tomllib
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import liveschema
import liveschema.batch
import liveschema.export
import liveschema.lifecycle
import liveschema.partial
import liveschema.senders
import liveschema.testing
from liveschema.lint.__main__ import main
from liveschema.lint.addresses import HOME, SITE

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
TASKS = sorted((ROOT / "docs" / "tasks").glob("*.md"))
PAGES = [README, *sorted((ROOT / "docs").glob("*.md")), *TASKS]
OTHERS = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "examples" / "README.md",
    ROOT / "schemas" / "README.md",
]

MOST_LINES = 140
LANGUAGES = {"console", "json", "lua", "py", "python", "sh", "toml", "yaml"}
"""Those of `python` and `console` run here, `py`, whole programs, in `tests/senders/test_recipes.py`, and `json` and
`lua` in `test_editors_page.py`; a block of another language would be passed over in silence."""

FENCED = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """Give the text of a page without its blocks of code."""
    return FENCED.sub("", path.read_text("utf-8"))


def anchors(path: Path) -> set[str]:
    """Give the fragments that lead to the headings of a page, as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in HEADING.findall(prose(path))}


def targets(path: Path) -> set[tuple[Path, str]]:
    """Give what the relative links of a page lead to: a file and a fragment."""
    links = [link.partition("#") for link in LINK.findall(prose(path)) if "://" not in link]
    return {((path.parent / file).resolve() if file else path, fragment) for file, _, fragment in links}


def run_commands(example: Example) -> str | None:
    """Run each ``$ liveschema …`` line of a console block and compare what it prints."""
    expected = str(example.parsed)
    printed = ""
    for line in expected.splitlines():
        if line.startswith("$ "):
            printed += f"{line}\n"
            out = io.StringIO()
            with redirect_stdout(out):
                main(shlex.split(line)[2:])
            printed += out.getvalue()
    return None if printed == expected else f"expected:\n{expected}\nprinted:\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_example_gives_what_it_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
    commands = CodeBlockParser(language="console", evaluator=run_commands)
    examples = list(Sybil(parsers=[sessions, commands]).parse(page).examples())
    for example in examples:  # one after the other: later ones go on from earlier ones
        example.evaluate()
    blocks = FENCED.findall(page.read_text("utf-8"))
    assert {language for language, _ in blocks} <= LANGUAGES
    prompts = sum(len(re.findall(r"^>>> ", code, re.MULTILINE)) for _, code in blocks)
    consoles = [code for language, code in blocks if language == "console"]
    assert all(code.startswith("$ liveschema ") for code in consoles)
    assert not any(re.search(r"^\$ ", code, re.MULTILINE) for language, code in blocks if language != "console")
    assert len(examples) == prompts + len(consoles)


def test_the_readme_has_examples() -> None:
    languages = [language for language, _ in FENCED.findall(README.read_text("utf-8"))]
    assert {"console", "python"} <= set(languages)


def test_the_readme_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("lead", ["Lint the payloads in `examples/`:", "Run the tests:"])
def test_the_readme_has_the_commands_of_ci_on_a_line_each(lead: str) -> None:
    assert re.search(rf"^{lead}\n\n```sh\n[^\n]+\n```$", README.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES + OTHERS, ids=name)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    broken = [
        f"{file}#{fragment}"
        for file, fragment in targets(page)
        if not file.exists() or (fragment and fragment not in anchors(file))
    ]
    assert broken == []


def test_the_readme_and_the_index_link_to_every_page() -> None:
    pages = {*PAGES, *OTHERS} - {README}
    linked = {file for file, _ in targets(README)}
    assert pages - linked == set(TASKS)
    index = ROOT / "docs" / "README.md"
    assert pages - {file for file, _ in targets(index)} == {index}


def test_the_home_page_shows_the_payload_that_it_reports_on() -> None:
    text = (ROOT / "docs" / "README.md").read_text("utf-8")
    (shown,) = [code for language, code in FENCED.findall(text) if language == "json"]
    (command,) = re.findall(r"^\$ liveschema check .* (\S+)$", text, re.MULTILINE)
    assert shown == (ROOT / command).read_text("utf-8")


def test_the_revision_shown_is_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    shown = {page: re.findall(r"\brev: (\S+)", page.read_text("utf-8")) for page in PAGES}
    assert {rev for revs in shown.values() for rev in revs} == {f"v{version}"}
    assert shown[README]


def test_the_changelog_has_a_section_for_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    sections = re.findall(
        r"^## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert version in dict(sections)


def test_the_tag_of_the_action_shown_is_the_major_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    shown = [re.findall(r"\buses: OWNER/liveschema@(\S+)", page.read_text("utf-8")) for page in PAGES]
    assert {tag for tags in shown for tag in tags} == {f"v{version.partition('.')[0]}"}


def test_the_address_of_the_project_is_the_same_everywhere() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]
    assert (urls["Homepage"], urls.pop("Documentation")) == (HOME, SITE)
    assert [url for url in urls.values() if not f"{url}/".startswith(f"{urls['Homepage']}/")] == []
    assert {repo for page in PAGES for repo in re.findall(r"\brepo: (\S+)", page.read_text("utf-8"))} == {
        urls["Homepage"]
    }
    in_repository = [url.partition("/blob/main/")[2] for url in urls.values() if "/blob/main/" in url]
    assert len(in_repository) == 1
    assert all((ROOT / path).is_file() for path in in_repository)


def test_the_inputs_of_the_action_are_described() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    rows = re.findall(r"^\| `([\w-]+)` \|(?: `(.*?)`)? \| ", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [(name, each["default"]) for name, each in inputs.items()]


@pytest.mark.parametrize(
    ("module", "page"),
    [
        (liveschema, "library.md"),
        (liveschema.export, "library.md"),
        (liveschema.lifecycle, "lifecycle.md"),
        (liveschema.partial, "library.md"),
        (liveschema.senders, "sending.md"),
        (liveschema.batch, "tables.md"),
        (liveschema.testing, "testing.md"),
    ],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_every_public_function_is_named(module: ModuleType, page: str) -> None:
    """Functions, and of the small modules all else: the models are too many to list."""
    text = prose(ROOT / "docs" / page)
    public = [each for each in module.__all__ if module is not liveschema or inspect.isfunction(getattr(module, each))]
    assert public
    assert [each for each in public if not re.search(rf"`{each}\b", text)] == []
