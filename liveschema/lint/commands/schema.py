"""The subcommand ``liveschema schema``, which prints the JSON Schema of an operation."""

from __future__ import annotations

import argparse
from typing import Any, Final

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.export import BASE, DIALECTS, FORMS, VERSION, json_schema, openapi, types_bundle
from liveschema.export.dialects import EDITOR_DIALECT
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
        "the configuration; left out for all operations, with --form types",
    )
    add_choice(
        parser,
        "--form",
        what="form",
        known=FORMS,
        default=FORMS[0],
        help="for validators, type generators or editors (default: %(default)s)",
    )
    add_choice(
        parser,
        "--dialect",
        what="dialect",
        known=[*DIALECTS, OPENAPI],
        help=f"dialect (default: {DIALECTS[0]}; {EDITOR_DIALECT}, the only one, with --form editor)",
    )
    add_choice(
        parser, "--type", what="activity type", known=ActivityType, help="only this activity type, with --form types"
    )
    parser.add_argument("--base", metavar="URL", help=f"prefix of the $id (default: {BASE})")
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
        if args.document or args.type or args.base or args.form != FORMS[0]:
            where, what = f"--dialect {OPENAPI}", "cannot be combined with an operation, --form, --type or --base"
            raise UsageError(where, what)
        return openapi(VERSION)
    if args.document == CONFIGURATION:
        if args.type or args.base or args.form != FORMS[0] or args.dialect not in {None, DIALECTS[0]}:
            raise UsageError(CONFIGURATION, "cannot be combined with --form, --dialect, --type or --base")
        return configuration_schema()
    return _of_payloads(args, args.base or BASE)


def _of_payloads(args: argparse.Namespace, base: str) -> dict[str, Any]:
    """Return the schema of the payloads of an operation, or of all operations."""
    if args.document is None:
        if args.form != "types":
            others = f"--form types or --dialect {OPENAPI}"
            where, what = "OPERATION", f"is required, except with {others}, which have all operations"
            raise UsageError(where, what)
        if args.type:
            where, what = "--type", "needs an operation"
            raise UsageError(where, what)
        return types_bundle(dialect=args.dialect or DIALECTS[0], base=base)
    if args.type and args.form != "types":
        where, what = "--type", "needs --form types"
        raise UsageError(where, what)
    if args.form == "editor" and args.dialect not in {None, EDITOR_DIALECT}:
        where, what = (
            f"--dialect {args.dialect}",
            f"cannot be combined with --form editor, which is in {EDITOR_DIALECT}",
        )
        raise UsageError(where, what)
    return json_schema(args.document, dialect=args.dialect, form=args.form, activity_type=args.type, base=base)
