"""Write the test vectors for ports of the rules to other languages, or with ``--check`` report if they are out of date.

``schemas/vectors.json`` has payloads with the problems that `liveschema.check`
reports, and ``schemas/vectors.schema.json`` describes it. The payloads are the
examples of the rules, the fixtures, payloads for a known activity type, and of
the covering suite the smallest ones that have a problem at a place, or of an
activity type, that the others lack. ``docs/porting.md`` describes the file.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

import attrs
import emit
from covering_payloads import Payloads
from covering_suites import one_fault

from liveschema import ActivityType, Operation, Problem, Severity, check
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.requests import CONTRACT
from liveschema.examples.make import example
from liveschema.export import BASE, BEYOND_SCHEMA
from liveschema.export.dialects import uri_of

sys.path.append(str(emit.ROOT / "tests"))

from fixture_files import fixtures

VECTORS: Final = emit.SCHEMAS / "vectors.json"
SCHEMA: Final = emit.SCHEMAS / "vectors.schema.json"
MAX_DEPTH: Final = 50
"""How deep a payload may be nested; the readers of some languages refuse a text of more than 64 levels."""
MAX_SAMPLED: Final = 600
"""The most characters of a payload of the covering suite that is taken as it is; others are made smaller."""
BEYOND_TEXT: Final = {
    "byte-order-mark": "it is about the text of a payload",
    "duplicate-key": "it is about the text of a payload; in a strict text, each key is there once",
    "invalid-json": "it is about the text of a payload",
    "invalid-stream-key": "it is about the key in the URL, which is no part of a payload",
    "invalid-utf8": "it is about the text of a payload",
    "lone-surrogate": "strict readers refuse half of a surrogate pair, and others replace it",
    "non-finite-number": "JSON has no word for it, and strict readers refuse a number that no double can hold",
    "not-json": "it is about values that only code can have, such as dates",
    "too-deep": f"it needs 200 levels, and readers of some languages refuse more than {MAX_DEPTH}",
}
"""The rules that no vector can show, with the reason."""
_BEYOND: Final = {rule.id for rule in BEYOND_SCHEMA}


@attrs.frozen
class Vector:
    """A payload, and how it is checked.

    Args:
        payload: The payload.
        operation: Its operation.
        activity_type: The type of the existing activity, if it is known.
        enable: The rules to apply that are off by default.
    """

    payload: Any
    operation: Operation
    activity_type: ActivityType | None = None
    enable: tuple[str, ...] = ()

    @property
    def problems(self) -> list[Problem]:
        """What is reported."""
        return check(self.payload, self.operation, activity_type=self.activity_type, enable=self.enable)

    @property
    def is_expressible(self) -> bool:
        """Whether a schema, which knows no existing activity, has the same verdict."""
        refused = _errors(check(self.payload, self.operation)) - _BEYOND
        return bool(refused) == bool(_errors(self.problems))

    @property
    def shows(self) -> set[tuple[str, ...]]:
        """What it is an example of: of each rule at a place, in its operation, and with its activity type."""
        state = self.payload.get("content_state") if isinstance(self.payload, dict) else None
        tag = state.get("type") if isinstance(state, dict) else None
        tag = tag if isinstance(tag, str) and tag in list(ActivityType) else ""
        found = {(each.rule, _place(each)) for each in self.problems} or {("", "")}
        return found | {(rule, about) for rule, _ in found for about in (self.operation, f"type {tag}")}

    @property
    def errors(self) -> set[tuple[str, ...]]:
        """Each error at a place in its operation."""
        return {(self.operation, each.rule, _place(each)) for each in self.problems if each.is_error}

    @property
    def key(self) -> str:
        """A text that no other vector has."""
        return json.dumps([self.operation, self.activity_type, self.payload])

    @property
    def line(self) -> str:
        """The vector as JSON text on one line."""
        known = {} if self.activity_type is None else {"activity_type": self.activity_type}
        enabled = {"enable": list(self.enable)} if self.enable else {}
        problems = [{name: getattr(each, name) for name in ("rule", "severity", "pointer")} for each in self.problems]
        about = {"operation": self.operation, **known, **enabled}
        found = {"problems": problems, "expressible": self.is_expressible}
        return json.dumps({**about, "payload": self.payload, **found}, ensure_ascii=False, allow_nan=False)


def _errors(problems: Sequence[Problem]) -> set[str]:
    return {problem.rule for problem in problems if problem.severity is Severity.ERROR}


def _place(problem: Problem) -> str:
    """Return the pointer of a problem without the numbers of items and the keys that the sender chose."""
    path = ["*" if isinstance(step, int) else step for step in problem.path]
    return "/".join([*path[:1], "*"] if path[:1] == ["metadata"] and len(path) > 1 else path)


def is_portable(value: object, depth: int = MAX_DEPTH) -> bool:
    """Return whether a value survives as strict JSON text in any language.

    Args:
        value: The value.
        depth: How many levels it may have.
    """
    if isinstance(value, dict):
        return depth > 0 and all(is_portable(key, 0) and is_portable(each, depth - 1) for key, each in value.items())
    if isinstance(value, list):
        return depth > 0 and all(is_portable(each, depth - 1) for each in value)
    if isinstance(value, str):
        return not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, int | float):
        return abs(value) <= sys.float_info.max and math.isfinite(value)
    return value is None


def from_rules() -> Iterator[Vector]:
    """Yield the bad and good example of each rule on payloads, and the bad ones as payloads of all operations."""
    # Those that are off by default come first, because of several equal payloads the first one is taken.
    for rule in sorted(CATALOGUE.values(), key=lambda rule: rule.default):
        if rule.id in BEYOND_TEXT:
            continue
        bad, good = rule.bad, rule.good
        enable = () if rule.default else (rule.id,)
        yield Vector(bad.payload, bad.operation, bad.activity_type, enable)
        yield Vector(good.payload, good.operation, good.activity_type, enable)
        for operation in Operation:
            if operation is not bad.operation and isinstance(bad.payload, dict):
                yield Vector(moved(bad.payload, operation), operation, bad.activity_type, enable)


def moved(payload: dict[str, Any], operation: Operation) -> dict[str, Any]:
    """Return a payload as one of another operation: without the fields that only others have, and with an activity."""
    fields = CONTRACT.root(operation).fields
    declared = {name for mode in Operation for name in CONTRACT.root(mode).fields}
    kept = {name: value for name, value in payload.items() if name in fields or name not in declared}
    return {"activity_id": "act_7", **kept} if "activity_id" in fields else kept


def from_fixtures() -> Iterator[Vector]:
    """Yield the payloads of the fixtures that are not about text."""
    for each in fixtures("valid", "warnings", "invalid"):
        known = None if each.activity_type is None else ActivityType(each.activity_type)
        yield Vector(each.payload(), each.operation, known, tuple(each.data.get("enable", ())))


def of_known_types() -> Iterator[Vector]:
    """Yield payloads of each activity type, and without a type, for an activity of this and of another type."""
    for operation in Operation:
        for one, other in zip(ActivityType, [*list(ActivityType)[1:], *ActivityType], strict=False):
            payload = example(one, operation)
            untyped = {name: value for name, value in payload["content_state"].items() if name != "type"}
            yield Vector(payload, operation, one)
            yield Vector(payload, operation, other)
            yield Vector({**payload, "content_state": untyped}, operation, one)
            yield Vector({**payload, "content_state": untyped}, operation, other)


def sampled(operation: Operation) -> list[Vector]:
    """Return the payloads of the covering suite of an operation that text can hold, small ones first."""
    suite = one_fault(Payloads(operation), 2)
    found = [Vector(suite.payload(case).payload, operation) for case in suite.cases]
    return sorted((each for each in found if is_portable(each.payload)), key=lambda vector: len(vector.key))


def smaller(vector: Vector) -> Vector:
    """Return a vector with the same errors whose payload has no member and no item that they do not need."""
    rules = [each.rule for each in vector.problems if each.is_error]
    found = vector
    # The last ones come first, so that the paths of the others stay the same.
    for path in reversed(list(_paths(vector.payload))):
        tried = attrs.evolve(found, payload=_without(found.payload, path))
        same = [each.rule for each in tried.problems if each.is_error] == rules and tried.errors == vector.errors
        if same and path[-1] != "type":  # the type says what else is wrong
            found = tried
    return found


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of all members and items, outer ones first."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield (*path, step)
        yield from _paths(each, (*path, step))


def _without(value: Any, path: Sequence[str | int]) -> Any:  # noqa: ANN401 - JSON
    """Return a copy of a value without what is at a path."""
    changed = value.copy()
    if len(path) == 1:
        del changed[path[0]]
    else:
        changed[path[0]] = _without(value[path[0]], path[1:])
    return changed


def vectors() -> list[Vector]:
    """Return all vectors, by operation."""
    chosen: dict[str, Vector] = {}
    shown: set[tuple[str, ...]] = set()

    def choose(vector: Vector) -> None:
        chosen.setdefault(vector.key, vector)
        shown.update(vector.shows | vector.errors)

    for vector in chain(from_rules(), from_fixtures(), of_known_types()):
        if is_portable(vector.payload):
            choose(vector)
    for operation in Operation:
        for vector in sampled(operation):
            if len(vector.key) <= MAX_SAMPLED and not vector.shows <= shown:
                choose(vector)
            elif not vector.errors <= shown:
                choose(smaller(vector))
    order = list(Operation)
    return sorted(chosen.values(), key=lambda vector: order.index(vector.operation))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file."""
    problem = {
        "rule": {"enum": sorted(CATALOGUE.keys() - BEYOND_TEXT)},
        "severity": {"enum": list(Severity)},
        "pointer": {"type": "string", "format": "json-pointer"},
    }
    vector = {
        "operation": {"enum": list(Operation)},
        "activity_type": {
            "description": "The type of the existing activity, if it is known.",
            "enum": list(ActivityType),
        },
        "enable": {
            "description": "The rules to apply that are off by default.",
            "type": "array",
            "items": {"enum": sorted(rule.id for rule in CATALOGUE.values() if not rule.default)},
            "minItems": 1,
        },
        "payload": {"description": "Any JSON value."},
        "problems": {
            "description": "All problems, in order; the payload is valid if none is an error.",
            "type": "array",
            "items": closed(problem, set()),
        },
        "expressible": {
            "description": "Whether the verdict of the JSON Schema of the operation is right; if not, it accepts.",
            "type": "boolean",
        },
    }
    return {
        "$schema": uri_of("2020-12"),
        "$id": f"{BASE}/{SCHEMA.name}",
        "title": "Test vectors",
        "type": "array",
        "items": closed(vector, {"activity_type", "enable"}),
        "uniqueItems": True,
    }


def closed(properties: dict[str, Any], optional: set[str]) -> dict[str, Any]:
    """Return the schema of an object that has no other members."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def files() -> dict[Path, str]:
    """Return the texts of both files, by path; that of the vectors has one vector a line."""
    lines = ",\n".join(vector.line for vector in vectors())
    return {VECTORS: f"[\n{lines}\n]\n", SCHEMA: json.dumps(schema(), indent=2) + "\n"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the files.

    Args:
        arguments: The arguments of the command; None for those of the process.

    Returns:
        The exit code: 0, or with ``--check`` 1 if a file differs or is missing.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with code 1 if a file is out of date")
    check_only = parser.parse_args(arguments).check
    drifted = emit.settle(emit.SCHEMAS, emit.OF_VECTORS, files(), check=check_only)
    return 1 if check_only and drifted else 0


if __name__ == "__main__":
    sys.exit(main())
