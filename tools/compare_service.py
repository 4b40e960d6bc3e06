"""List what this library and the service say differently of requests: endpoints, fields, types, bounds and enum values.

The service's side is the generated part of its official Python SDK, or an OpenAPI document. Each line of the output
is one thing that only one side has. The exit code is 0 if all of them are in the list of known differences, each with
its reason; 1 if one is new, or if a known one is no longer found; and 2 if the service's side cannot be read.

    python tools/compare_service.py                          # the installed SDK
    python tools/compare_service.py --openapi openapi.json   # a document, in JSON or YAML
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import yaml
from service_sdk import UnreadableSdkError, document_of
from service_shapes import Shape, UnreadableDocumentError, endpoints

from liveschema.export import VERSION, openapi

SDK: Final = "activitysmith_openapi"
KNOWN: Final = Path(__file__).with_name("service_differences.toml")
OURS, THEIRS = "liveschema", "service"


@attrs.frozen
class Difference:
    """Something that only one side has.

    Args:
        only: The side: ``liveschema`` or ``service``.
        endpoint: The method and the path.
        field: The path of the field; empty if the whole endpoint is on one side only.
        what: What one side has: ``endpoint``, ``field``, ``required``, or a fact such as ``minLength 1``.
    """

    only: str
    endpoint: str
    field: str
    what: str

    def __str__(self) -> str:
        return f"only {self.only}: {self.endpoint}: " + (f"{self.field}: " if self.field else "") + self.what


@attrs.frozen
class Known:
    """A known difference, or several: each text may have ``*`` for any characters.

    Args:
        only: As in a difference.
        reason: Why it is right, or why it stays.
        endpoint: As in a difference.
        field: As in a difference.
        what: As in a difference.
        source: ``sdk`` or ``document`` if only this source of the service's side differs.
    """

    only: str = attrs.field(validator=attrs.validators.in_([OURS, THEIRS]))
    reason: str = attrs.field(validator=attrs.validators.min_len(1))
    endpoint: str = attrs.field(default="*", validator=attrs.validators.instance_of(str))
    field: str = attrs.field(default="*", validator=attrs.validators.instance_of(str))
    what: str = attrs.field(default="*", validator=attrs.validators.instance_of(str))
    source: str = attrs.field(default="*", validator=attrs.validators.in_(["sdk", "document", "*"]))

    def covers(self, difference: Difference) -> bool:
        """Return whether this is about a difference."""
        return self.only == difference.only and all(
            re.fullmatch(re.escape(getattr(self, name)).replace(r"\*", ".*"), getattr(difference, name), re.DOTALL)
            for name in ("endpoint", "field", "what")
        )

    def __str__(self) -> str:
        return f"only {self.only}: {self.endpoint}: {self.field}: {self.what}"


def compare(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[Difference]:
    """Compare two OpenAPI documents.

    Args:
        ours: The document of this library.
        theirs: The document of the service.

    Returns:
        The differences, in the order of the endpoints and fields of ``ours``, then ``theirs``.
    """
    one, two = endpoints(ours), endpoints(theirs)
    found: list[Difference] = []
    for endpoint in [*one, *(each for each in two if each not in one)]:
        if endpoint in one and endpoint in two:
            found += _shapes(endpoint, "", one[endpoint], two[endpoint])
        else:
            found.append(Difference(OURS if endpoint in one else THEIRS, endpoint, "", "endpoint"))
    return found


def _shapes(endpoint: str, path: str, one: Shape, two: Shape) -> Iterator[Difference]:
    for only, facts in ((OURS, one.facts() - two.facts()), (THEIRS, two.facts() - one.facts())):
        for what in sorted(facts):
            yield Difference(only, endpoint, path, what)
    for name in [*one.fields, *(each for each in two.fields if each not in one.fields)]:
        inner = name if not path else f"{path}{name}" if name.startswith(("[", "{")) else f"{path}.{name}"
        if name not in one.fields or name not in two.fields:
            yield Difference(OURS if name in one.fields else THEIRS, endpoint, inner, "field")
            continue
        if (name in one.required) != (name in two.required):
            yield Difference(OURS if name in one.required else THEIRS, endpoint, inner, "required")
        yield from _shapes(endpoint, inner, one.fields[name], two.fields[name])


def known_differences(path: Path, source: str) -> list[Known]:
    """Read the list of known differences.

    Args:
        path: The TOML file.
        source: ``sdk`` or ``document``, where the service's side comes from.

    Returns:
        The entries about this source.

    Raises:
        ValueError: If an entry is not as in `Known`.
    """
    entries = tomllib.loads(path.read_text("utf-8")).get("difference", [])
    try:
        known = [Known(**entry) for entry in entries]
    except (TypeError, ValueError) as error:
        msg = f"{path}: {error}"
        raise ValueError(msg) from error
    return [each for each in known if each.source in {source, "*"}]


def read_document(path: Path) -> Any:  # noqa: ANN401 - whatever the file has
    """Read a document.

    Args:
        path: The file, in JSON or YAML.

    Returns:
        The document, as JSON: YAML also has dates, and keys that are no strings.

    Raises:
        OSError: If the file cannot be read.
        UnreadableDocumentError: If it is neither JSON nor YAML, or has values that JSON cannot have.
    """
    try:
        return json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))  # JSON is YAML too
    except (RecursionError, TypeError, ValueError, yaml.YAMLError) as error:
        msg = f"{path} cannot be read as JSON or YAML: {error}"
        raise UnreadableDocumentError(msg) from error


def report(differences: Sequence[Difference], known: Sequence[Known]) -> int:
    """Print each difference, each known difference that is no longer found, and a summary.

    Args:
        differences: What was found.
        known: What was expected.

    Returns:
        The exit code.
    """
    new = [each for each in differences if not any(entry.covers(each) for entry in known)]
    stale = [entry for entry in known if not any(entry.covers(each) for each in differences)]
    for each in differences:
        print(f"{'NEW  ' if each in new else 'known'} {each}")
    for entry in stale:
        print(f"STALE {entry} (no longer found; its reason was: {entry.reason})")
    print(f"{len(differences)} differences, {len(new)} of them new; {len(stale)} known ones no longer found")
    return 1 if new or stale else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare this library with the sources that are named, or with the installed SDK.

    Args:
        arguments: The arguments of the command; None for those of the process.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--openapi", type=Path, metavar="FILE", help="an OpenAPI document of the service")
    parser.add_argument(
        "--sdk", nargs="?", const=SDK, metavar="PACKAGE", help=f"the generated package of an SDK; {SDK} by default"
    )
    parser.add_argument("--known", type=Path, default=KNOWN, metavar="FILE", help="the list of known differences")
    options = parser.parse_args(arguments)
    codes = []
    try:
        if options.openapi:
            document, known = read_document(options.openapi), known_differences(options.known, "document")
            codes.append(_compared(str(options.openapi), document, known))
        if options.sdk or not options.openapi:
            package = options.sdk or SDK
            codes.append(_compared(package, document_of(package), known_differences(options.known, "sdk")))
    except (OSError, UnreadableDocumentError, UnreadableSdkError, ValueError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return max(codes)


def _compared(name: str, document: Mapping[str, Any], known: Sequence[Known]) -> int:
    print(f"Compared with {name}:")
    return report(compare(openapi(VERSION), document), known)


if __name__ == "__main__":
    sys.exit(main())
