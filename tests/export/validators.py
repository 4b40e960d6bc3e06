"""The validators that the schemas are tested with, as functions from payload to verdict."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

import fastjsonschema
import jsonschema
import jsonschema_rs
import pytest
from filelock import FileLock

from liveschema import ActivityType, Operation
from liveschema.contract.requests import REQUESTS
from liveschema.export import VERSION, Form, json_schema, openapi, types_bundle

TOOL = Path(__file__).resolve().parents[2] / "tools" / "crosscheck" / "ajv"
STAMP = TOOL / "node_modules" / ".liveschema.json"
FORMS: Final[tuple[Form, ...]] = get_args(Form)


class Node:
    """A Node.js process that reads a JSON text per line and writes one per line."""

    def __init__(self, script: str) -> None:
        self.process = subprocess.Popen(
            ["node", script], cwd=TOOL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def ask(self, question: Any) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "failed" not in answer, answer["failed"]
        return answer

    def close(self) -> None:
        self.process.communicate()


def _wanted() -> dict[str, str]:
    wanted: dict[str, str] = json.loads((TOOL / "package.json").read_text())["dependencies"]
    return wanted


def _installed() -> dict[str, str] | None:
    """Return the packages whose installation was completed, with their versions; None if there are none."""
    found: dict[str, str] | None = json.loads(STAMP.read_text("utf-8")) if STAMP.is_file() else None
    return found


@cache
def why_not() -> str | None:
    """Install the packages that the scripts import, once; return the reason if that is not possible."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"{program} is not on the path, so ajv and the language services of editors are left out"
    # Tests run in several processes: one of them installs, and the others wait until it is done.
    with FileLock(TOOL / ".install.lock"):
        if _installed() != _wanted():
            command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"]
            ran = subprocess.run(command, cwd=TOOL, capture_output=True, text=True, check=False, timeout=300)
            if ran.returncode != 0:
                return f"npm cannot install ajv and the language services of editors: {ran.stderr.strip()[-300:]}"
            STAMP.write_text(json.dumps(_wanted()), "utf-8")
    return None


def start(script: str) -> Node:
    """Start a script, or skip the test that needs it."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    return Node(script)


class Ajv:
    """The validator Ajv in strict mode, which must not warn about a schema; it is told the keywords of editors."""

    def __init__(self) -> None:
        self.node = start("validate.js")
        atexit.register(self.node.close)
        self._compile("bundle", types_bundle())
        for operation in Operation:
            for form in FORMS:
                self._compile(f"{operation} {form}", json_schema(operation, form=form))
            for kind in ActivityType:
                self._compile(f"{operation} {kind}", json_schema(operation, form="types", activity_type=kind))

    def _compile(self, name: str, schema: dict[str, Any]) -> None:
        assert self.node.ask({"compile": name, "schema": schema}) == {"warnings": []}, name

    def errors(self, payload: Any, operation: Operation) -> list[dict[str, str]]:
        """Return the errors of the validation form."""
        (found,) = self._ask(payload, operation, ["validation"])
        return found

    def verdicts(self, payload: Any, operation: Operation) -> dict[str, bool]:
        """Return the verdict of each form, with a single request to the process."""
        return {form: not found for form, found in zip(FORMS, self._ask(payload, operation, FORMS), strict=True)}

    def _ask(self, payload: Any, operation: Operation, forms: Sequence[str]) -> list[list[dict[str, str]]]:
        names = [f"{operation} {form}" for form in forms]
        found: list[list[dict[str, str]]] = self.node.ask({"with": names, "payload": payload})["errors"]
        return found


@cache
def ajv() -> Ajv:
    """Return the process that all tests of a worker share, or skip the test if it cannot be started."""
    return Ajv()


@cache
def by_rust(operation: Operation, form: Any) -> Any:
    return jsonschema_rs.validator_for(json_schema(operation, form=form))


@cache
def _endpoints() -> dict[str, Any]:
    return openapi(VERSION)


@cache
def by_openapi(operation: Operation) -> Any:
    components = _endpoints()["components"]
    return jsonschema_rs.validator_for(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": f"#/components/schemas/{REQUESTS[operation].__name__}",
            "components": components,
        }
    )


@cache
def by_bundle(operation: Operation) -> Any:
    """Return a validator of the requests of an operation by the schema of all operations."""
    document = types_bundle()
    (union,) = (each for each in document["anyOf"] if each["title"] == REQUESTS[operation].__name__)
    return jsonschema_rs.validator_for({"$schema": document["$schema"], **union, "$defs": document["$defs"]})


@cache
def by_python(operation: Operation, form: Any) -> Any:
    schema = json_schema(operation, form=form)
    return jsonschema.validators.validator_for(schema)(schema)


@cache
def _compiled(operation: Operation, form: Any) -> Any:
    return fastjsonschema.compile(json_schema(operation, dialect="draft-07", form=form), use_default=False)


def fast(payload: Any, operation: Operation, form: Any) -> bool:
    try:
        _compiled(operation, form)(payload)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True
