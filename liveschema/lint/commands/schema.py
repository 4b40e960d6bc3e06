"""The subcommand ``liveschema schema``, which prints the JSON Schema of an operation."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.export import DIALECTS, FORMS, VERSION, json_schema, openapi

OPENAPI = "openapi-3.1"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``schema``."""
    parser.add_argument("operation", choices=list(map(str, Operation)), nargs="?", help="operation of the payloads")
    parser.add_argument(
        "--form", choices=FORMS, default="validation", help="for validators (default), or for generators of types"
    )
    parser.add_argument("--dialect", choices=[*DIALECTS, OPENAPI], default=DIALECTS[0], help="default: %(default)s")
    parser.add_argument("--type", choices=list(map(str, ActivityType)), help="this activity type only")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to this file (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """Print the schema, or write it to a file.

    Args:
        args: The parsed arguments.

    Returns:
        The exit code: 0, or 2 if the arguments cannot be combined or the file cannot be written.
    """
    if args.dialect == OPENAPI:
        if args.operation is not None or args.type is not None or args.form != FORMS[0]:
            return _refuse(f"{OPENAPI} is one document for all operations; leave out the operation, --form and --type")
        document = openapi(VERSION)
    elif args.operation is None:
        return _refuse("give an operation, or --dialect openapi-3.1, which has all")
    elif args.type is not None and args.form != "types":
        return _refuse("--type needs --form types")
    else:
        document = json_schema(args.operation, dialect=args.dialect, form=args.form, activity_type=args.type)
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    if args.output is None:
        sys.stdout.write(text)
        return 0
    try:
        args.output.write_bytes(text.encode())
    except OSError as error:
        return _refuse(f"{args.output} cannot be written: {error.strerror}")
    return 0


def _refuse(why: str) -> int:
    sys.stderr.write(f"liveschema schema: {why}\n")
    return 2
