"""The subcommand ``liveschema schema``, which prints the JSON Schema of an operation."""

from __future__ import annotations

import argparse
from typing import Any, Final

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.export import DIALECTS, FORMS, VERSION, json_schema, openapi
from liveschema.lint.commands.outputs import spare
from liveschema.lint.commands.parser import add_choice, add_path
from liveschema.lint.config.schema import configuration_schema
from liveschema.lint.errors import UsageError
from liveschema.lint.escaping import json_text
from liveschema.lint.output import output_to

OPENAPI: Final = "openapi-3.1"
CONFIGURATION: Final = "configuration"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``schema``."""
    add_choice(
        parser,
        "document",
        what="operation",
        known=[*Operation, CONFIGURATION],
        nargs="?",
        metavar="OPERATION",
        help=f"operation of the payloads: {', '.join(Operation)}; or {CONFIGURATION}, for the schema of "
        "the configuration",
    )
    add_choice(
        parser,
        "--form",
        what="form",
        known=FORMS,
        default=FORMS[0],
        help="for validators or for type generators (default: %(default)s)",
    )
    add_choice(
        parser,
        "--dialect",
        what="dialect",
        known=[*DIALECTS, OPENAPI],
        default=DIALECTS[0],
        help="dialect (default: %(default)s)",
    )
    add_choice(
        parser, "--type", what="activity type", known=ActivityType, help="only this activity type, with --form types"
    )
    add_path(parser, "--output", metavar="FILE", help="write to this file (default: standard output)")


def run(args: argparse.Namespace) -> int:
    """Print the schema, or write it to a file.

    Args:
        args: The parsed arguments.

    Returns:
        The exit code 0.

    Raises:
        UsageError: If the arguments cannot be combined, or the output is a payload or a configuration.
        OutputError: If the schema cannot be written.
    """
    text = f"{json_text(_document(args), indent=2)}\n"
    spare(args.output, "--output")
    with output_to(args.output) as out:
        out.write(text)
    return 0


def _document(args: argparse.Namespace) -> dict[str, Any]:
    if args.dialect == OPENAPI:
        if args.document is not None or args.type is not None or args.form != FORMS[0]:
            where, what = f"--dialect {OPENAPI}", "cannot be combined with an operation, --form or --type"
            raise UsageError(where, what)
        return openapi(VERSION)
    if args.document is None:
        where, what = "OPERATION", f"is required, except with --dialect {OPENAPI}, which has all operations"
        raise UsageError(where, what)
    if args.document == CONFIGURATION:
        if args.type is not None or args.form != FORMS[0] or args.dialect != DIALECTS[0]:
            raise UsageError(CONFIGURATION, "cannot be combined with --form, --dialect or --type")
        return configuration_schema()
    if args.type is not None and args.form != "types":
        where, what = "--type", "needs --form types"
        raise UsageError(where, what)
    return json_schema(args.document, dialect=args.dialect, form=args.form, activity_type=args.type)
