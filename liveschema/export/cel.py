"""Rules on several fields that JSON Schema cannot state, as expressions of the Common Expression Language (CEL)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import Any, Final

from liveschema.contract.requests import CONTRACT
from liveschema.contract.vocabulary import Operation
from liveschema.engine.cross_field_tests import Compare, CrossFieldTest, SameItems
from liveschema.engine.objects import ObjectSpec
from liveschema.engine.problems import to_pointer
from liveschema.engine.rule import CrossFieldRule
from liveschema.engine.unions import Nested, TaggedUnion
from liveschema.export.limits import BEYOND_SCHEMA

VARIABLE: Final = "self"
"""The variable that holds the payload."""


@singledispatch
def expression(test: CrossFieldTest, place: str) -> str:
    """Write a test as an expression that is true if it passes; it need only be right if its fields are present.

    Args:
        test: The test.
        place: The expression of the object that has the fields.

    Raises:
        TypeError: If there is no function for the kind of the test.
    """
    del place
    msg = f"no function writes a test of the kind {type(test).__name__} in CEL"
    raise TypeError(msg)


@expression.register
def _(test: Compare, place: str) -> str:
    # A number of JSON is an integer for some implementations and a double for others, and not all compare the two.
    return f"double({place}.{test.first}) {test.comparison} double({place}.{test.second})"


@expression.register
def _(test: SameItems, place: str) -> str:
    first, second = f"{place}.{test.first}", f"{place}.{test.second}.{test.inner}"
    return f"{first}.all(item, item in {second}) && {second}.all(item, item in {first})"


def cel_rules() -> dict[str, Any]:
    """Return the rules that JSON Schema cannot state and CEL can.

    Returns:
        The document ``rules.cel.json``: the name of the variable that holds the
        payload, and for each rule its id, severity, message, operations, the
        JSON Pointer of its problems, and an expression. The expression is true
        unless the rule is broken, for each payload that the schema accepts.
    """
    found: dict[tuple[CrossFieldRule, tuple[str, ...]], dict[str, None]] = {}
    for operation in Operation:
        for rule, path in _rules_inside(CONTRACT.root(operation), operation):
            found.setdefault((rule, path), {})[str(operation)] = None
    rules = [_entry(rule, path, list(operations)) for (rule, path), operations in found.items()]
    return {"variable": VARIABLE, "rules": rules}


def _rules_inside(
    spec: ObjectSpec, operation: Operation, path: tuple[str, ...] = ()
) -> Iterator[tuple[CrossFieldRule, tuple[str, ...]]]:
    """Yield the rules of an object and of those inside it, with the path of the object."""
    for rule in spec.rules:
        if rule in BEYOND_SCHEMA and operation in rule.modes:
            yield rule, path
    for name, field in spec.fields.items():
        held = isinstance(field.constraint, Nested | TaggedUnion) and field.allows(operation)
        for inner in field.constraint.specs.values() if held else ():
            yield from _rules_inside(inner, operation, (*path, name))


def _entry(rule: CrossFieldRule, path: tuple[str, ...], operations: list[str]) -> dict[str, Any]:
    (group,) = rule.test.groups
    place = ".".join((VARIABLE, *path))
    outer = [".".join((VARIABLE, *path[: index + 1])) for index in range(len(path))]
    absent = [f"!has({each})" for each in (*outer, *(f"{place}.{name}" for name in group))]
    return {
        "id": rule.id,
        "severity": str(rule.severity),
        "message": rule.title,
        "operations": operations,
        "pointer": to_pointer((*path, group[0])),
        "expression": " || ".join([*absent, f"({expression(rule.test, place)})"]),
    }
