"""The subcommand ``liveschema new``, which prints a valid example payload."""

from __future__ import annotations

import argparse
from typing import Any

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.examples.make import example
from liveschema.lint.commands.parser import add_choice, split_names
from liveschema.lint.errors import UsageError
from liveschema.lint.escaping import json_text
from liveschema.lint.output import output_to


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``new``.

    Args:
        parser: The parser of the subcommand.
    """
    add = parser.add_argument
    add_choice(
        parser,
        "type",
        what="activity type",
        known=ActivityType,
        metavar="TYPE",
        help=f"one of {', '.join(ActivityType)}",
    )
    add_choice(
        parser,
        "--operation",
        what="operation",
        known=Operation,
        default="stream",
        help="operation of the payload (default: %(default)s)",
    )
    add("--full", action="store_true", help="all fields that cause no warning, not only the required ones")
    add(
        "--with",
        dest="fields",
        action="append",
        default=[],
        metavar="FIELDS",
        help="more fields, separated by commas; use a dot for fields of objects: icon.color",
    )
    add("--yaml", action="store_true", help="print YAML instead of JSON")


def run(options: argparse.Namespace) -> int:
    """Print the payload.

    Args:
        options: The parsed arguments.

    Returns:
        The exit code 0.

    Raises:
        UsageError: If a field is unknown, or ``--yaml`` is given and PyYAML is not installed.
    """
    try:
        payload = example(options.type, options.operation, full=options.full, fields=split_names(options.fields))
    except ValueError as error:
        option = "--with"
        raise UsageError(option, str(error)) from None
    with output_to(None) as out:
        out.write(_as_yaml(payload) if options.yaml else f"{json_text(payload, indent=2)}\n")
    return 0


def _as_yaml(payload: dict[str, Any]) -> str:
    try:
        import yaml  # noqa: PLC0415 - needed only for --yaml, and may be missing
    except ImportError:
        option = "--yaml"
        raise UsageError(option, "YAML needs PyYAML: pip install 'liveschema[cli]'") from None
    text: str = yaml.safe_dump(payload, sort_keys=False, allow_unicode=True)
    return text
