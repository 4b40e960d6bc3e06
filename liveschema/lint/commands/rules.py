"""The subcommand ``liveschema rules``, which lists all rules, one per line or as JSON."""

from __future__ import annotations

import argparse
import json

from liveschema.lint.addresses import help_address
from liveschema.lint.all_rules import RULES
from liveschema.lint.commands.parser import add_choice
from liveschema.lint.output import output_to


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``rules``.

    Args:
        parser: The parser of the subcommand.
    """
    add_choice(
        parser, "--format", what="format", known=["text", "json"], default="text", help="output format (default: text)"
    )


def run(options: argparse.Namespace) -> int:
    """List the rules.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code 0.
    """
    with output_to(None) as out:
        out.write(_as_json() if options.format == "json" else _as_text())
    return 0


def _as_json() -> str:
    rules = [
        {
            "id": rule.id,
            "severity": rule.severity,
            "title": rule.title,
            "why": rule.reason,
            "source": rule.source,
            "default": rule.default,
            "fix": None if rule.remedy is None else {"text": rule.remedy.text, "safety": rule.remedy.safety},
            "url": help_address(rule.id),
        }
        for rule in RULES.values()
    ]
    return json.dumps(rules, indent=2) + "\n"


def _as_text() -> str:
    names = max(map(len, RULES))
    return "".join(
        f"{rule.id:<{names}}  {rule.severity:<7}  {rule.title}{'' if rule.default else ' (off by default)'}"
        f"{'' if rule.remedy is None else ' [*]'}\n"
        for rule in RULES.values()
    )
