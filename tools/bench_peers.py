"""The statements that the benchmark measures: those of liveschema and of other libraries, each on one payload."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import bench_msgspec
import bench_pydantic
import fastjsonschema
import jsonschema
import jsonschema_rs
import msgspec
from activitysmith_openapi import models as sdk  # type: ignore[import-untyped]
from bench_corpus import Case
from bench_timing import Peer

import liveschema

OPERATIONS = tuple(liveschema.Operation)
SDK_MODELS = {
    "start": sdk.LiveActivityStartRequest,
    "update": sdk.LiveActivityUpdateRequest,
    "end": sdk.LiveActivityEndRequest,
    "stream": sdk.LiveActivityStreamRequest,
    "end_stream": sdk.LiveActivityStreamDeleteRequest,
}


def _accepted(call: Callable[[], object]) -> bool:
    """Return whether a call neither raises a validation error nor returns False."""
    try:
        return call() is not False
    except (
        ValueError,
        TypeError,
        jsonschema.ValidationError,
        fastjsonschema.JsonSchemaException,
        msgspec.ValidationError,
    ):
        return False


def _ours(name: str, statement: str, *, raises: bool = False) -> Peer:
    def given(case: Case) -> dict[str, Any]:
        names = {name: getattr(liveschema, name) for name in liveschema.__all__}
        return {**names, "payload": case.payload, "text": json.dumps(case.payload), "operation": case.operation}

    def accepts(case: Case) -> bool:
        return liveschema.is_valid(case.payload, case.operation)

    return Peer(name, statement, given, "", accepts, raises)


def _other(name: str, package: str, by_operation: dict[str, Any], statement: str, *, raises: bool = False) -> Peer:
    def given(case: Case) -> dict[str, Any]:
        names = {"payload": case.payload, "text": json.dumps(case.payload), "convert": msgspec.convert}
        return {**names, "validate": by_operation[case.operation]}

    def accepts(case: Case) -> bool:
        names = given(case)
        return _accepted(lambda: eval(statement, names))  # noqa: S307 - the statements are in this file

    return Peer(name, statement, given, package, accepts, raises)


def baseline() -> Peer:
    """Return the statement that all others are compared with: parsing the JSON text of the payload."""
    return Peer("json.loads", "loads(text)", lambda case: {"loads": json.loads, "text": json.dumps(case.payload)})


def verdicts() -> list[Peer]:
    """Return the statements that check payloads."""
    schemas = {operation: liveschema.json_schema(operation) for operation in OPERATIONS}
    draft_07 = {operation: liveschema.json_schema(operation, dialect="draft-07") for operation in OPERATIONS}
    return [
        _ours("liveschema.is_valid", "is_valid(payload, operation)"),
        _ours("liveschema.check", "check(payload, operation)"),
        _other(
            "jsonschema-rs",
            "jsonschema-rs",
            {key: jsonschema_rs.Draft202012Validator(schema) for key, schema in schemas.items()},
            "validate.is_valid(payload)",
        ),
        _other(
            "fastjsonschema",
            "fastjsonschema",
            {key: fastjsonschema.compile(schema, use_default=False) for key, schema in draft_07.items()},
            "validate(payload)",
            raises=True,
        ),
        _other(
            "jsonschema",
            "jsonschema",
            {key: jsonschema.Draft202012Validator(schema) for key, schema in schemas.items()},
            "validate.is_valid(payload)",
        ),
    ]


def loaders() -> list[Peer]:
    """Return the statements that build objects from payloads, of which most also reject invalid payloads."""
    return [
        _ours("liveschema.load", "load(payload, operation)", raises=True),
        _ours("liveschema.loads", "loads(text, operation)", raises=True),
        _other("pydantic", "pydantic", bench_pydantic.validators(), "validate.validate_python(payload)", raises=True),
        _other("pydantic, text", "pydantic", bench_pydantic.validators(), "validate.validate_json(text)", raises=True),
        _other("msgspec", "msgspec", bench_msgspec.types(), "convert(payload, type=validate)", raises=True),
        _other(
            "official SDK",
            "activitysmith",
            {key: model.from_dict for key, model in SDK_MODELS.items()},
            "validate(payload)",
            raises=True,
        ),
    ]


def dumpers() -> list[Peer]:
    """Return the statements that convert models to plain data or text, with ``json.dumps`` for comparison."""

    def given(case: Case) -> dict[str, Any]:
        request = liveschema.load(case.payload, case.operation)
        ours = {"dump": liveschema.dump, "dumps": liveschema.dumps, "request": request}
        return {**ours, "json": json, "plain": liveschema.dump(request)}

    return [
        Peer("json.dumps", "json.dumps(plain)", given),
        Peer("liveschema.dump", "dump(request)", given),
        Peer("liveschema.dumps", "dumps(request)", given),
    ]
