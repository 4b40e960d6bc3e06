"""``liveschema new``: an example payload, valid by construction."""

from __future__ import annotations

import argparse
import json
import sys

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.examples.make import example
from liveschema.lint.config.settings import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Say which arguments ``new`` takes.

    Args:
        parser: Its parser.
    """
    add = parser.add_argument
    add("type", metavar="TYPE", choices=list(map(str, ActivityType)), help=f"one of {', '.join(ActivityType)}")
    add("--operation", choices=list(map(str, Operation)), default="stream", help="what it is for (default: stream)")
    add("--full", action="store_true", help="every field that earns no warning, rather than those that are needed")
    add(
        "--with",
        dest="fields",
        action="append",
        default=[],
        metavar="FIELDS",
        help="further fields, apart by commas; a dot leads into an object: icon.color",
    )
    add("--yaml", action="store_true", help="as YAML, rather than JSON")


def run(options: argparse.Namespace) -> int:
    """Print the payload.

    Args:
        options: The arguments.

    Returns:
        0.

    Raises:
        UsageError: If there is no such field, or YAML is not installed.
    """
    fields = [name.strip() for each in options.fields for name in each.split(",") if name.strip()]
    try:
        payload = example(options.type, options.operation, full=options.full, fields=fields)
    except ValueError as error:
        option = "--with"
        raise UsageError(option, str(error)) from None
    if not options.yaml:
        sys.stdout.write(json.dumps(payload, indent=2, ensure_ascii=False) + "\n")
        return 0
    try:
        import yaml  # noqa: PLC0415 - only where it is asked for, and may be missing
    except ImportError:
        option = "--yaml"
        raise UsageError(option, "YAML needs PyYAML: pip install 'liveschema[cli]'") from None
    yaml.safe_dump(payload, sys.stdout, sort_keys=False, allow_unicode=True)
    return 0
