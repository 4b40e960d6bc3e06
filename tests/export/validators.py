"""The validators that the schemas are held against, each as a function from payload to verdict."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import jsonschema
import jsonschema_rs
import pytest

from liveschema import Operation
from liveschema.export import json_schema

TOOL = Path(__file__).resolve().parents[2] / "tools" / "crosscheck" / "ajv"


class Node:
    """One process of Node that answers a line with a line."""

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


def _installed() -> dict[str, str]:
    found = {}
    for name in _wanted():
        package = TOOL / "node_modules" / name / "package.json"
        if package.is_file():
            found[name] = json.loads(package.read_text())["version"]
    return found


@cache
def why_not() -> str | None:
    """Install what the scripts import, once; say why where that cannot be."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"{program} is not on the path, so ajv and the language service of VS Code are left out"
    if _installed() != _wanted():
        command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"]
        ran = subprocess.run(command, cwd=TOOL, capture_output=True, text=True, check=False, timeout=300)
        if ran.returncode != 0:
            return f"npm cannot install ajv and the language service of VS Code: {ran.stderr.strip()[-300:]}"
    return None


def start(script: str) -> Node:
    """Start a script, or skip the test that asks for it."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    return Node(script)


class Ajv:
    """Ajv2020 in strict mode; a schema that it warns of is refused."""

    def __init__(self) -> None:
        self.node = start("validate.js")
        atexit.register(self.node.close)
        for operation in Operation:
            for form in ("validation", "types"):
                asked = {"compile": f"{operation} {form}", "schema": json_schema(operation, form=form)}
                assert self.node.ask(asked) == {"warnings": []}

    def errors(self, payload: Any, operation: Operation, form: str = "validation") -> list[dict[str, str]]:
        found: list[dict[str, str]] = self.node.ask({"with": f"{operation} {form}", "payload": payload})["errors"]
        return found


@cache
def ajv() -> Ajv:
    """Give the one process that serves all tests of a worker; skip the test where there is none."""
    return Ajv()


@cache
def by_rust(operation: Operation, form: str) -> Any:
    return jsonschema_rs.validator_for(json_schema(operation, form=form))


@cache
def by_python(operation: Operation, form: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(operation, form=form))


@cache
def _compiled(operation: Operation, form: str) -> Any:
    return fastjsonschema.compile(json_schema(operation, dialect="draft-07", form=form), use_default=False)


def fast(payload: Any, operation: Operation, form: str) -> bool:
    try:
        _compiled(operation, form)(payload)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True
