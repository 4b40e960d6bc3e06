"""The subcommand ``liveschema schema``, which prints the JSON Schema of an operation."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.export import DIALECTS, FORMS, VERSION, json_schema, openapi
from liveschema.lint.config.settings import UsageError

OPENAPI = "openapi-3.1"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``schema``."""
    add = parser.add_argument
    add("operation", choices=list(map(str, Operation)), nargs="?", help="operation of the payloads")
    add("--form", choices=FORMS, default=FORMS[0], help="for validators or for type generators (default: %(default)s)")
    add("--dialect", choices=[*DIALECTS, OPENAPI], default=DIALECTS[0], help="dialect (default: %(default)s)")
    add("--type", choices=list(map(str, ActivityType)), help="only this activity type, with --form types")
    add("--output", metavar="FILE", type=Path, help="write to this file (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """Print the schema, or write it to a file.

    Args:
        args: The parsed arguments.

    Returns:
        The exit code 0.

    Raises:
        UsageError: If the arguments cannot be combined, or the file cannot be written.
    """
    text = json.dumps(_document(args), indent=2, ensure_ascii=False) + "\n"
    if args.output is None:
        sys.stdout.write(text)
        return 0
    try:
        args.output.write_bytes(text.encode())
    except OSError as error:
        raise UsageError(args.output, error.strerror or str(error)) from None
    return 0


def _document(args: argparse.Namespace) -> dict[str, Any]:
    if args.dialect == OPENAPI:
        if args.operation is not None or args.type is not None or args.form != FORMS[0]:
            where, what = f"--dialect {OPENAPI}", "cannot be combined with an operation, --form or --type"
            raise UsageError(where, what)
        return openapi(VERSION)
    if args.operation is None:
        where, what = "OPERATION", f"is required, except with --dialect {OPENAPI}, which has all operations"
        raise UsageError(where, what)
    if args.type is not None and args.form != "types":
        where, what = "--type", "needs --form types"
        raise UsageError(where, what)
    return json_schema(args.operation, dialect=args.dialect, form=args.form, activity_type=args.type)
