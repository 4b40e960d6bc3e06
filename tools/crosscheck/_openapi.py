"""The crosschecks of the OpenAPI document: linters without a warning, and tagged unions from its generators."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import attrs
from _tools import OPERATIONS, FailedError, command, need, run

from liveschema import ActivityType
from liveschema.export.types import pascal


def redocly(folder: Path) -> str:
    """Lint the document with Redocly."""
    found = json.loads(run([*command("redocly"), "--format=json"], folder))["problems"]
    return _nothing([f"{each['message']} ({each['ruleId']})" for each in found])


def spectral(folder: Path) -> str:
    """Lint the document with Spectral."""
    (folder / ".spectral.yaml").write_text('extends: ["spectral:oas"]\n', "utf-8")
    found = json.loads(run([*command("spectral"), "--format", "json", "--quiet", "--fail-severity", "error"], folder))
    return _nothing([f"{each['message']} ({each['code']})" for each in found])


def _nothing(found: list[str]) -> str:
    if found:
        msg = f"{len(found)} warnings, such as {found[0]}"
        raise FailedError(msg)
    return "no warning"


@attrs.frozen
class Tagged:
    """What openapi-generator makes of the states of an operation in a language.

    Args:
        file: A pattern for the path of the file with the union.
        case: A pattern for one case of the union.
    """

    file: str
    case: str


UNIONS = {
    "swift6": Tagged("**/{pascal}ContentState.swift", r"case type(\w+)\(\w+State\)"),
    "go": Tagged("model_{snake}_content_state.go", r"^\t(\w+)State \*\w+State$"),
}
"""The languages that are tried; what it makes for Rust reads the tag of a state twice, and so reads no payload."""


def generator(folder: Path) -> str:
    """Generate models with openapi-generator, and look for the union of the states of each operation."""
    need("java", "openapi-generator-cli")
    cases = 0
    for language, union in UNIONS.items():
        made = folder / language
        words = [language if word == "swift6" else word for word in command("openapi-generator-cli")]
        run(words, made, JAVA_OPTS="-Dlog.level=error")
        for operation in OPERATIONS:
            (file,) = made.rglob(union.file.format(snake=operation, pascal=pascal(operation)))
            found = set(re.findall(union.case, file.read_text("utf-8"), re.MULTILINE))
            if len(found) != len(ActivityType):
                msg = f"{language}: the state of {operation} is no union of all types, but of {sorted(found)}"
                raise FailedError(msg)
            cases += len(found)
        shutil.rmtree(made)
    return f"{', '.join(UNIONS)}: a tagged union of {cases // len(UNIONS)} states in {len(OPERATIONS)} operations each"
