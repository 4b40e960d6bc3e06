"""The pages about the command and its configuration, made from its parser and from the schema of the configuration."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any, Final

from site_text import block, plain, sentence, table

from liveschema.lint.commands.all_commands import COMMANDS, description_of, load_command
from liveschema.lint.commands.parser import Parser
from liveschema.lint.config.schema import configuration_schema
from liveschema.lint.config.settings import GROUPS

COMMAND: Final = "reference/command.md"
CONFIGURATION: Final = "reference/configuration.md"


def pages() -> dict[str, str]:
    """Return the Markdown of both pages by path."""
    return {COMMAND: command(), CONFIGURATION: configuration()}


def command() -> str:
    """Return the page about the command."""
    rows = [(f"[`liveschema {name}`](#liveschema-{name})", description_of(name)) for name in COMMANDS]
    parts = [
        "# The command\n",
        "Every subcommand with its arguments, as `--help` prints them. [The guide](../command.md) says more.\n",
        table(["command", "what it does"], rows),
    ]
    return "\n".join([*parts, *(subcommand(name) for name in COMMANDS)])


def subcommand(name: str) -> str:
    """Return the section about a subcommand."""
    parser = Parser(f"liveschema {name}", description=description_of(name))
    load_command(name).configure(parser)
    rows = [(_names(action), _what(action)) for action in _actions(parser)]
    return "\n".join(
        [
            f"## liveschema {name}\n",
            f"{description_of(name)}\n",
            block("text", " ".join(parser.format_usage().removeprefix("usage: ").split())),
            table(["argument", "what it does"], rows),
        ]
    )


def _actions(parser: argparse.ArgumentParser) -> Iterable[argparse.Action]:
    return [each for each in parser._actions if each.dest != "help"]  # noqa: SLF001 - there is no public way


def _names(action: argparse.Action) -> str:
    value = action.metavar or action.dest.upper()
    takes_value = action.nargs != 0
    if not action.option_strings:
        return f"`{value}`"
    return ", ".join(
        f"`{each} {value}`" if takes_value and each[:2] == "--" else f"`{each}`" for each in action.option_strings
    )


def _what(action: argparse.Action) -> str:
    text = plain(sentence(action.help or ""))
    choices = ", ".join(f"`{each}`" for each in action.choices or ())
    return f"{text} One of {choices}." if choices else text


def configuration() -> str:
    """Return the page about the keys of the configuration."""
    keys = configuration_schema()["properties"]
    rows = [(f"`{name}`", value_of(key), plain(key["description"])) for name, key in keys.items()]
    groups = ", ".join(f"`{each}`" for each in GROUPS)
    return (
        "# The keys of the configuration\n\n"
        "The table `[tool.liveschema]` of a `pyproject.toml`, or a `liveschema.toml` with the same keys. "
        "[The guide](../configuration.md) says where it is read from, and has an example.\n\n"
        f"{table(['key', 'value', 'what it says'], rows)}\n"
        f"A rule is named by its [id](../rules/index.md), or by a group: {groups}. `liveschema schema configuration` "
        "prints the JSON Schema of these keys.\n"
    )


def value_of(schema: dict[str, Any]) -> str:
    """Return what a schema of the configuration accepts, in words."""
    names = schema.get("enum")
    if names is not None:
        return "a rule" if "default" in names else " or ".join(f"`{name}`" for name in names)
    kind = schema["type"]
    if kind == "array":
        return f"list of: {value_of(schema['items'])}"
    if kind == "object":
        key = "rule" if "propertyNames" in schema else "pattern"
        return f"table from a {key} to: {value_of(schema['additionalProperties'])}"
    return {"boolean": "`true` or `false`", "string": "string"}[kind]
