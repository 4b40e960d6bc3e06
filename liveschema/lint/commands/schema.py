"""``liveschema schema``: print the JSON Schema of an operation."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.export import DIALECTS, FORMS, VERSION, json_schema, openapi

OPENAPI = "openapi-3.1"


def configure(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument("operation", choices=list(map(str, Operation)), nargs="?", help="what the payloads are for")
    parser.add_argument(
        "--form", choices=FORMS, default="validation", help="for validators, or for generators of types"
    )
    parser.add_argument("--dialect", choices=[*DIALECTS, OPENAPI], default=DIALECTS[0], help="default: %(default)s")
    parser.add_argument("--type", choices=list(map(str, ActivityType)), help="with --form types, this type alone")
    parser.add_argument("--output", metavar="FILE", type=Path, help="where it goes (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """Print the schema.

    Returns:
        0; 2 where the arguments do not go together or the file cannot be written.
    """
    if args.dialect == OPENAPI:
        document = openapi(VERSION)
    elif args.operation is None:
        return _refuse("an operation is needed, but for the OpenAPI document, which has them all")
    elif args.type is not None and args.form != "types":
        return _refuse("--type goes with --form types")
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
