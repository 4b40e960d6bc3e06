"""The subcommand ``liveschema explain``, which explains a rule with an example that breaks it and one that does not."""

from __future__ import annotations

import argparse
import json
from typing import Any

from liveschema.contract.example_payloads import Example
from liveschema.engine.rule import Rule, Safety
from liveschema.engine.wording import did_you_mean
from liveschema.lint.addresses import help_address
from liveschema.lint.all_rules import RULES
from liveschema.lint.errors import UsageError
from liveschema.lint.output import output_to


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``explain``."""
    parser.add_argument("rule", metavar="RULE", help="id of a rule, such as missing-field")


def run(options: argparse.Namespace) -> int:
    """Print the explanation of a rule.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code 0.

    Raises:
        UsageError: If there is no such rule.
    """
    rule = RULES.get(options.rule)
    if rule is None:
        hint = did_you_mean(options.rule, RULES) or "liveschema rules lists all"
        raise UsageError(options.rule, f"there is no such rule; {hint}")
    with output_to(None) as out:
        out.write(_explanation(rule))
    return 0


def _explanation(rule: Rule) -> str:
    off = "" if rule.default else ", off by default"
    text = f"{rule.id} ({rule.severity}{off})\n\n{rule.title}.\n{rule.reason}\n\n"
    text += f"Source: {rule.source}\nPage: {help_address(rule.id)}\n"
    if rule.remedy is not None:
        safety = "safe in some cases" if rule.remedy.safety is Safety.MIXED else rule.remedy.safety
        text += f"Fix ({safety}): {rule.remedy.text}\n"
    for verdict, example in (("Reported", rule.bad), ("Accepted", rule.good)):
        known = f", of an activity of type {example.activity_type}" if example.activity_type else ""
        after = ", ".join(str(step.operation) for step in example.before[:_SHOWN])
        after = f", after {after}{', …' if len(example.before) > _SHOWN else ''}" if after else ""
        text += f"\n{verdict}, on {example.operation}{known}{after}:\n{_indented(_written(example))}\n"
    return text


def _written(example: Example) -> str:
    payload: Any = example.payload
    if isinstance(payload, bytes):
        return payload.decode(errors="backslashreplace")
    if isinstance(payload, str):
        return payload.replace("\ufeff", "<U+FEFF>")
    text = json.dumps(payload, indent=2, ensure_ascii=False, default=repr)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"


_LONGEST = 1500
_SHOWN = 4


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
