"""The subcommand ``liveschema rules``, which lists all rules, one per line or as JSON."""

from __future__ import annotations

import argparse
import json
import sys

from liveschema.lint.all_rules import RULES


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``rules``.

    Args:
        parser: The parser of the subcommand.
    """
    parser.add_argument("--format", choices=["text", "json"], default="text", help="output format (default: text)")


def run(options: argparse.Namespace) -> int:
    """List the rules.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code 0.
    """
    if options.format == "json":
        rules = [
            {
                "id": rule.id,
                "severity": rule.severity,
                "title": rule.title,
                "why": rule.reason,
                "source": rule.source,
                "default": rule.default,
            }
            for rule in RULES.values()
        ]
        sys.stdout.write(json.dumps(rules, indent=2) + "\n")
        return 0
    names = max(map(len, RULES))
    for rule in RULES.values():
        off = "" if rule.default else " (off by default)"
        sys.stdout.write(f"{rule.id:<{names}}  {rule.severity:<7}  {rule.title}{off}\n")
    return 0
