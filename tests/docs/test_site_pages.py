"""The pages that are made for the documentation site: every rule, field, argument and public name is on one."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

import pytest
import site_command
import site_fields
import site_library
import site_links
import site_pages
import site_rules
import site_text
import yaml

from liveschema import ActivityType, Operation
from liveschema.contract.requests import CONTRACT
from liveschema.contract.states import STATES
from liveschema.engine.rule import Rule, Safety
from liveschema.lint.addresses import SITE, help_address
from liveschema.lint.all_rules import RULES
from liveschema.lint.commands.all_commands import COMMANDS, load_command
from liveschema.lint.commands.parser import Parser
from liveschema.lint.config.keys import KEYS

rule_pages = cache(site_rules.pages)
field_pages = cache(site_fields.pages)
PUBLIC = [name for module in site_library.TITLES for name in site_library.public_names(module)]


SENT_OTHERWISE = {
    "auto-dismiss-on-stream": "\n\nSend it as another operation: `end_stream.json` instead of `stream.json`.\n\n",
    "legacy-operation": "\n\nSend it as another operation: `stream.json` instead of `start.json`.\n\n",
}


def navigation() -> Any:
    class Loader(yaml.SafeLoader):
        """Reads names of functions as nothing."""

    Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
    settings = yaml.load((site_links.ROOT / "mkdocs.yml").read_text("utf-8"), Loader)  # noqa: S506 - a safe loader
    return settings["nav"]


def paths(entries: Any) -> list[str]:
    if isinstance(entries, str):
        return [entries]
    inside = entries.values() if isinstance(entries, dict) else entries
    return [path for each in inside for path in paths(each)]


def test_every_page_is_in_the_navigation_once() -> None:
    files = [each.relative_to(site_links.ROOT / "docs").as_posix() for each in (site_links.ROOT / "docs").rglob("*.md")]
    assert sorted(paths(site_pages.completed(navigation()))) == sorted([*files, *site_pages.generated()])


def test_the_navigation_begins_with_tasks_and_ends_with_the_project() -> None:
    assert [next(iter(each)) for each in navigation()] == [
        "Home", "Start here", "Guides", "Reference", "Rules", "Project",
    ]  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_page_at_the_address_that_reports_name(rule: str) -> None:
    assert f"rules/{rule}.md" in rule_pages()
    assert help_address(rule) == f"{SITE}/rules/{rule}/"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_page_of_a_rule_says_all_of_it(rule: Rule) -> None:
    page = rule_pages()[f"rules/{rule.id}.md"]
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    last = "How to silence it" if rule.default else "How to switch it on"
    assert headings == ["What breaks it", "What is reported", "How to mend it", last]
    assert page.startswith(f"# {rule.id}\n")
    assert "| severity | " in page
    assert f">{rule.severity}</span> |" in page
    assert f"| on by default | {'yes' if rule.default else 'no'} |" in page


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_report_on_a_page_is_about_its_rule(rule: Rule) -> None:
    reported = rule_pages()[f"rules/{rule.id}.md"].partition("## What is reported")[2].partition("## How to mend")[0]
    assert f"{rule.severity}[{rule.id}]" in reported


def test_the_page_of_a_rule_is_as_a_person_would_write_it() -> None:
    assert rule_pages()["rules/out-of-range.md"].partition("## What is reported")[0].partition("## What breaks it\n")[
        2
    ] == (
        '\n=== "JSON"\n'
        "\n"
        '    ```json title="update.json"\n'
        "    {\n"
        '      "activity_id": "act_7",\n'
        '      "content_state": {"title": "Nightly backup", "type": "progress", "percentage": 142}\n'
        "    }\n"
        "    ```\n"
        "\n"
        '=== "YAML"\n'
        "\n"
        '    ```yaml title="update.yaml"\n'
        "    activity_id: act_7\n"
        "    content_state:\n"
        "      title: Nightly backup\n"
        "      type: progress\n"
        "      percentage: 142\n"
        "    ```\n\n"
    )


@pytest.mark.parametrize("rule", [each for each in RULES if each != "not-json"])
def test_a_page_shows_what_to_change(rule: str) -> None:
    mend = rule_pages()[f"rules/{rule}.md"].partition("## How to mend it")[2].partition("The whole example")[0]
    assert re.search(r"^[-+]", mend, re.MULTILINE) or mend == SENT_OTHERWISE[rule]


def test_a_rule_that_is_off_by_default_says_how_to_switch_it_on() -> None:
    page = rule_pages()["rules/legacy-operation.md"]
    assert 'select = ["default", "legacy-operation"]' in page
    assert "liveschema check --select default,legacy-operation" in page
    assert 'enable=["legacy-operation"]' in page
    assert "enable=" not in rule_pages()["rules/hidden-errors.md"]  # no rule of the library


@pytest.mark.parametrize(
    ("rule", "ways"),
    [
        ("missing-field", ["in YAML, scripts and code", 'ignore = ["missing-field"]', "check --ignore missing-field"]),
        ("missing-input", ["At one place, by a comment at the end", '"legacy/**" = ["missing-input"]']),
        ("ended-activity", ["liveschema timeline --ignore ended-activity"]),
        ("not-json", ["pass over the problems with this `rule`"]),
    ],
)
def test_a_page_says_how_to_silence_its_rule(rule: str, ways: list[str]) -> None:
    text = rule_pages()[f"rules/{rule}.md"].partition("## How to silence it")[2]
    assert [way for way in ways if way not in text] == []


def test_the_index_lists_every_rule_in_one_group() -> None:
    index = rule_pages()["rules/index.md"]
    listed = re.findall(r"^\| \[`([\w-]+)`\]", index, re.MULTILINE)
    assert sorted(listed) == sorted(RULES)
    assert re.findall(r"^## (.+)$", index, re.MULTILINE) == list(site_rules.ORDER)
    assert set(site_rules.ORDER) == set(site_rules.GROUPS)


@pytest.mark.parametrize(
    ("rule", "group"),
    [
        ("missing-field", "Payloads"),
        ("duplicate-key", "The text of a file"),
        ("invalid-yaml", "The text of a file"),
        ("never-ended", "Sequences of requests"),
        ("missing-input", "Steps of the GitHub Action"),
        ("unknown-ignore", "Files and requests"),
    ],
)
def test_rules_are_grouped_by_what_they_are_about(rule: str, group: str) -> None:
    assert RULES[rule] in site_rules.grouped(RULES.values())[group]


@pytest.mark.parametrize("activity_type", ActivityType)
def test_the_page_of_an_activity_type_has_every_field(activity_type: ActivityType) -> None:
    page = field_pages()[f"reference/fields/{activity_type}.md"]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", page, re.MULTILINE)
    fields = STATES.specs[activity_type].fields
    assert [row[0] for row in rows] == list(fields)
    assert all(row[3].startswith(fields[row[0]].doc.partition("_")[0][:12]) for row in rows)
    assert re.findall(r'^=== "(\w+)"$', page, re.MULTILINE) == list(map(str, Operation))


def test_the_index_of_fields_lists_types_and_operations() -> None:
    index = field_pages()["reference/fields/index.md"]
    rows = re.findall(r"^\| \[`(\w+)`\]\((\w+)\.md", index, re.MULTILINE)
    assert rows == [*((each, each) for each in ActivityType), *((each, "requests") for each in Operation)]
    assert "| [`timer`](timer.md) | A timer that counts down or up. | `duration_seconds`, `counts_down`," in index
    assert "| [`end`](requests.md#end) | `POST /live-activity/end` | End an activity |" in index


def field_row(page: str, name: str) -> list[str]:
    (row,) = re.findall(rf"^\| `{name}` \| (.+) \|$", field_pages()[f"reference/fields/{page}.md"], re.MULTILINE)
    return str(row).split(" | ")


def test_a_field_says_its_bounds_its_default_and_where_it_is_needed() -> None:
    assert field_row("progress", "percentage") == [
        "number, from 0 to 100", "required, or its alternative", "The progress in per cent.",
    ]  # fmt: skip
    assert field_row("progress", "auto_dismiss_minutes") == [
        "whole number, 0 or more", "optional, in `end`, `stream` and `end_stream` only",
        "Minutes an ended card stays on the lock screen. Default: `3` in end.",
    ]  # fmt: skip
    assert field_row("timer", "duration_seconds")[1] == "required, or its alternative in `start`"
    assert field_row("timer", "type")[1] == "required in `start`"
    assert field_row("timer", "counts_down")[2] == "Whether the timer counts down rather than up. Default: `true`."
    assert field_row("stats", "metrics") == [
        "list of: [Metric](parts.md#metric), 1 to 8 items", "required", "The readings.",
    ]  # fmt: skip


def test_the_groups_of_fields_that_a_type_requires_are_named() -> None:
    assert "Required always: percentage, or value with `upper_limit`." in field_pages()["reference/fields/progress.md"]
    timer = field_pages()["reference/fields/timer.md"]
    assert "Required in `start`: `duration_seconds` (unless `counts_down` is false)." in timer


def test_the_page_of_requests_has_every_field_of_each_operation() -> None:
    parts = re.split(r"^## (\w+)$", field_pages()["reference/fields/requests.md"], flags=re.MULTILINE)[1:]
    listed = {parts[index]: re.findall(r"^\| `(\w+)`", parts[index + 1], re.MULTILINE) for index in range(0, 10, 2)}
    assert listed == {operation: list(CONTRACT.root(operation).fields) for operation in Operation}


def test_the_page_of_parts_has_every_object_inside_of_a_payload() -> None:
    page = field_pages()["reference/fields/parts.md"]
    assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == [
        "Icon", "Badge", "Metric", "PushAlert", "Target", "OpenUrlAction", "WebhookAction",
    ]  # fmt: skip


def test_the_picture_of_a_card_is_shown_if_there_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr(site_fields, "ROOT", tmp_path)
    assert site_fields.picture(ActivityType.TIMER) == ""
    (tmp_path / "docs" / "images").mkdir(parents=True)
    (tmp_path / "docs" / "images" / "timer.svg").touch()
    assert site_fields.picture(ActivityType.TIMER) == "![A card of the type timer](../../images/timer.svg){ .card }\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_of_a_command_is_listed(name: str) -> None:
    parser = Parser(f"liveschema {name}")
    load_command(name).configure(parser)
    section = site_command.subcommand(name)
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", parser.format_help())) - {"-h", "--help"}
    listed = "\n".join(re.findall(r"^\| (.+?) \| ", section, re.MULTILINE))
    assert options <= set(re.findall(r"--?[a-z][a-z-]*", listed))
    assert f"](#liveschema-{name})" in site_command.command()


def test_an_option_shows_its_value_and_its_choices() -> None:
    section = site_command.subcommand("check")
    assert "| `PATH` | Files, folders, globs, or - for standard input (default: .). |" in section
    assert "| `-q`, `--quiet` | Print no summary. |" in section
    assert (
        "`--format FORMAT` | Format of the report (default: full on a terminal, else concise). One of `full`,"
        in section
    )


def test_every_key_of_the_configuration_is_listed() -> None:
    page = site_command.configuration()
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.+?) \| ", page, re.MULTILINE))
    assert list(rows) == list(KEYS)
    assert rows["select"] == "list of: a rule"
    assert rows["strict"] == "`true` or `false`"
    assert rows["baseline"] == "string"
    assert rows["per-file-ignores"] == "table from a pattern to: list of: a rule"
    assert rows["severity"] == "table from a rule to: `error` or `warning`"


def test_the_pages_of_the_library_are_those_of_the_modules_that_are_promised() -> None:
    assert sorted(site_library.TITLES) == site_library.promised()
    stable = (site_links.ROOT / "docs" / "stability.md").read_text("utf-8")
    assert all(f"`{name}`" in stable for name in site_library.FIXTURES)


@pytest.mark.parametrize("module", site_library.TITLES)
def test_every_public_name_of_a_module_is_on_its_page_once(module: str) -> None:
    entries = re.findall(r"^::: (\S+)$", site_library.page(module), re.MULTILINE)
    assert sorted(entries) == sorted(site_library.public_names(module))
    assert entries


def test_public_names_stand_below_headings() -> None:
    headings = re.findall(r"^## (.+)$", site_library.page("liveschema"), re.MULTILINE)
    assert headings == list(site_library.KINDS)


def test_the_members_of_a_class_are_shown_but_not_the_fields_of_a_model_twice() -> None:
    page = site_library.page("liveschema")
    assert "::: liveschema.Color\n    options:" in page
    assert "::: liveschema.Progress\n::: " in page.replace("\n\n", "\n")


def test_the_index_of_the_library_links_to_every_name() -> None:
    linked = re.findall(r"\]\([\w.]+\.md#([\w.]+)\)", site_library.index())
    assert sorted(linked) == sorted(PUBLIC)


def test_the_site_is_the_documentation_of_the_package() -> None:
    project = tomllib.loads((site_links.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["urls"]["Documentation"] == SITE


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_page_says_whether_and_how_a_rule_is_fixed(rule: Rule) -> None:
    page = rule_pages()[site_rules.source_of(rule)]
    (cell,) = re.findall(r"\[fixable\]\(\S+\) \| (.+) \|", page)
    if rule.remedy is None:
        assert cell == "no"
        assert "--fix" not in page.partition("## How to mend it")[2]
    else:
        assert cell.startswith("yes, with `--fix`")
        assert ("--unsafe-fixes" in cell) is (rule.remedy.safety is Safety.MIXED)
        assert f"mends it. {site_text.plain(rule.remedy.text)}" in page
