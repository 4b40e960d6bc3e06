"""The pages of the rules, and their index, made from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from site_examples import Shown, difference, report, shown
from site_text import block, ended, plain, table, tabs

from liveschema.contract.catalogue import CATALOGUE
from liveschema.engine.rule import Rule, Safety
from liveschema.lifecycle.catalogue import LIFECYCLES
from liveschema.lint.all_rules import RULES
from liveschema.lint.sources import ACTION, YAML

FOLDER: Final = "rules"
_WIDE: Final = 100
"""The characters of a line of code that a page has space for."""


def _about_text(rule: Rule) -> bool:
    return rule.source == YAML or (rule.id in CATALOGUE and isinstance(rule.bad.payload, str | bytes))


_FIXABLE: Final = {
    Safety.SAFE: "yes, with `--fix`",
    Safety.UNSAFE: "with `--fix --unsafe-fixes`",
    Safety.MIXED: "yes, with `--fix`, or in some cases with `--fix --unsafe-fixes`",
}
"""What a page says about the fixes of a rule."""

GROUPS: Final[dict[str, Callable[[Rule], bool]]] = {
    "Sequences of requests": lambda rule: rule.id in LIFECYCLES,
    "Steps of the GitHub Action": lambda rule: rule.source == ACTION,
    "The text of a file": _about_text,
    "Payloads": lambda rule: rule.id in CATALOGUE,
    "Files and requests": lambda rule: True,  # noqa: ARG005 - all others
}
"""The groups of rules, and which rule belongs to each: to the first that says so."""
ORDER: Final = (
    "Payloads",
    "The text of a file",
    "Sequences of requests",
    "Steps of the GitHub Action",
    "Files and requests",
)
"""The groups as pages list them."""


def grouped(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return rules by group, each group sorted by id."""
    found: dict[str, list[Rule]] = {name: [] for name in ORDER}
    for rule in sorted(rules, key=lambda each: each.id):
        found[next(name for name, holds in GROUPS.items() if holds(rule))].append(rule)
    return found


def source_of(rule: Rule) -> str:
    """Return the path of the page of a rule."""
    return f"{FOLDER}/{rule.id}.md"


def pages() -> dict[str, str]:
    """Return the Markdown of all pages of rules by path."""
    return {f"{FOLDER}/index.md": index(), **{source_of(rule): page(rule) for rule in RULES.values()}}


def navigation() -> list[Any]:
    """Return the entries of the rules for the navigation."""
    groups = grouped(RULES.values()).items()
    return [f"{FOLDER}/index.md", *({group: [{rule.id: source_of(rule)} for rule in rules]} for group, rules in groups)]


_COUNTED: Final = (
    "There are {all} rules: {errors} errors, for what the service would refuse or misread, and {warnings} warnings, "
    "for what it accepts and the sender probably did not mean. Each page has an example that breaks the rule, what is "
    "reported, and how to mend or to silence it. In the command, `liveschema rules` lists the rules and "
    "`liveschema explain RULE` explains one.\n"
)


def index() -> str:
    """Return the page that lists all rules."""
    errors = sum(rule.severity == "error" for rule in RULES.values())
    parts = [
        "# Rules\n",
        _COUNTED.format(all=len(RULES), errors=errors, warnings=len(RULES) - errors),
        "[The page on configuration](../configuration.md) says how to choose rules.\n",
    ]
    for group, rules in grouped(RULES.values()).items():
        rows = [(f"[`{rule.id}`]({rule.id}.md)", badge(rule), plain(ended(rule.title))) for rule in rules]
        parts += [f"## {group}\n", table(["rule", "severity", "what it says"], rows)]
    return "\n".join(parts)


def badge(rule: Rule) -> str:
    """Return the severity of a rule, and whether it is off by default."""
    mark = f'<span class="severity {rule.severity}">{rule.severity}</span>'
    return mark if rule.default else f'{mark} <span class="severity off">off by default</span>'


def page(rule: Rule) -> str:
    """Return the page of a rule."""
    bad, good = shown(rule, rule.bad), shown(rule, rule.good)
    command, printed = report(rule, rule.bad)
    parts = [
        f"# {rule.id}\n",
        f"**{plain(ended(rule.title))}** {plain(ended(rule.reason))}\n",
        properties(rule),
        "## What breaks it\n",
        _example(bad),
        "## What is reported\n",
        _report(bad, command, printed),
        "## How to mend it\n",
        _mend(rule, bad, good),
        "## How to silence it\n" if rule.default else "## How to switch it on\n",
        _silence(rule, bad) if rule.default else _enable(rule),
    ]
    return "\n".join(parts)


def properties(rule: Rule) -> str:
    """Return the table of what is known of a rule."""
    rows = [
        ("severity", f'<span class="severity {rule.severity}">{rule.severity}</span>'),
        ("on by default", "yes" if rule.default else "no"),
        ("[fixable](../command.md#fixes)", "no" if rule.remedy is None else _FIXABLE[rule.remedy.safety]),
        ("source", plain(rule.source)),
    ]
    return table(["property", "value"], rows)


def _example(example: Shown) -> str:
    texts = {name: block(language, text, example.file) for name, (language, text) in example.texts.items()}
    if "YAML" in texts and "JSON" in texts:
        language, text = example.texts["YAML"]
        texts["YAML"] = block(language, text, example.file.replace(".json", ".yaml"))
    note = "\nThe example is shortened: `…` stands for what is left out.\n" if example.is_short else ""
    return f"{tabs(texts)}{note}"


def _report(bad: Shown, command: str, printed: str) -> str:
    if not bad.file:
        return f"`{command}` in Python finds:\n\n{block('text', printed)}"
    form = "console" if max(map(len, excerpts(printed)), default=0) <= _WIDE else "{.console .as-is}"
    return block(form, f"$ {command}\n{printed}")


def excerpts(printed: str) -> list[str]:
    """Return the lines of a report that show a file, and the marks below them, which must not be wrapped."""
    return [line for line in printed.splitlines() if re.match(r"[\d ]+\|", line)]


def _mend(rule: Rule, bad: Shown, good: Shown) -> str:
    changes = difference(bad, good)
    parts = [f"What changes:\n\n{block('diff', changes)}"] if changes else []
    if bad.file and bad.file != good.file:
        parts.append(f"Send it as another operation: `{good.file}` instead of `{bad.file}`.\n")
    if rule.remedy is not None:
        parts.insert(0, f"`liveschema check --fix` mends it. {plain(rule.remedy.text)}\n")
    return "\n".join([*parts, f"The whole example, without the mistake:\n\n{_example(good)}"])


def _silence(rule: Rule, bad: Shown) -> str:
    if not bad.file:
        return "Only the library meets such values, and reports all of them: pass over the problems with this `rule`.\n"
    command = "timeline" if rule.id in LIFECYCLES else "check"
    ways = [
        ("everywhere", block("toml", f'[tool.liveschema]\nignore = ["{rule.id}"]', "pyproject.toml")),
        ("in some files", _per_file(rule)),
        ("in one run", block("sh", f"liveschema {command} --ignore {rule.id}")),
    ]
    lines = [f"{name.capitalize()}:\n\n{text}" for name, text in ways]
    if not bad.file.endswith(".json"):
        lines.insert(0, f"At one place, by a comment at the end of the line:\n\n{_comment(rule)}")
    else:
        lines.insert(
            0, f"At one place, in YAML, scripts and code, by a comment at the end of the line:\n\n{_comment(rule)}"
        )
    more = (
        "[The page on configuration](../configuration.md) says more, also how to accept the findings of today with a "
        "[baseline](../configuration.md#baseline), and how to change the severity of a rule."
    )
    return "\n".join([*lines, more]) + "\n"


def _comment(rule: Rule) -> str:
    return block("yaml", f"# liveschema: ignore[{rule.id}]")


def _per_file(rule: Rule) -> str:
    text = f'[tool.liveschema.per-file-ignores]\n"legacy/**" = ["{rule.id}"]'
    return block("toml", text, "pyproject.toml")


def _enable(rule: Rule) -> str:
    return "\n".join(
        [
            f"Everywhere:\n\n{block('toml', _SELECT.format(rule.id), 'pyproject.toml')}",
            f"In one run:\n\n{block('sh', f'liveschema check --select default,{rule.id}')}",
            f"In Python:\n\n{block('python', _CODE.format(rule.id))}" if rule.id in CATALOGUE else "",
            "[The page on configuration](../configuration.md) says more.\n",
        ]
    )


_SELECT: Final = '[tool.liveschema]\nselect = ["default", "{}"]'
_CODE: Final = 'liveschema.check(payload, operation, enable=["{}"])'
