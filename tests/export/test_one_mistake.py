"""One mistake causes one error of a JSON Schema validator, at the place that the model reports."""

from __future__ import annotations

from typing import Any

import pytest
from fixture_files import fixtures
from jsonschema.exceptions import ValidationError, best_match
from validators import ajv, by_python

from liveschema import Operation
from liveschema.export import BEYOND_SCHEMA

BEYOND = {rule.id for rule in BEYOND_SCHEMA}
ERRORS_AT_MOST = 1.5
POINTED_AT_LEAST = 0.95


def mistakes(operation: Operation) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the payloads with a single mistake that a schema can express, with its problem."""
    found = []
    for fixture in fixtures("invalid"):
        if fixture.operation != operation or fixture.activity_type is not None or len(fixture.problems) != 1:
            continue
        problem = fixture.problems[0]
        if problem["rule"] not in BEYOND:
            found.append((fixture.path.stem, fixture.payload(), problem))
    return found


def pointer(path: list[str | int]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def points_at(error: ValidationError, wanted: str) -> bool:
    """Return whether an error of JSON Schema is at the place that the model reports.

    JSON Schema reports a field that is not allowed at the object that contains
    it, by name, and a second button that a type does not allow at the type.
    """
    place = pointer(list(error.absolute_path))
    if place == wanted:
        return True
    parent, _, name = wanted.rpartition("/")
    if place == parent and error.validator in {"additionalProperties", "propertyNames"}:
        return repr(name.replace("~1", "/").replace("~0", "~")) in error.message
    return wanted == "/secondary_action" and place in {"/content_state", "/content_state/type"}


def measured() -> tuple[list[str], dict[str, float], list[str]]:
    """Check all single mistakes; return a table by operation, its last line, and the errors at other places."""
    table = [
        "| operation | mistakes | ajv errors each | with `if` echoes | pointed at |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    sums = {"mistakes": 0, "errors": 0, "echoed": 0, "pointed": 0}
    astray = []
    for operation in Operation:
        own = dict.fromkeys(sums, 0)
        for name, payload, problem in mistakes(operation):
            errors = ajv().errors(payload, operation)
            best = best_match(by_python(operation, "validation").iter_errors(payload))
            assert errors, f"{operation}/{name} is taken by ajv"
            assert best is not None, f"{operation}/{name} is taken by jsonschema"
            own["mistakes"] += 1
            own["echoed"] += len(errors)
            real = [error["keyword"] for error in errors if error["keyword"] != "if"]
            own["errors"] += len(real)
            if points_at(best, problem["pointer"]):
                own["pointed"] += 1
            else:
                found = pointer(list(best.absolute_path))
                astray.append(
                    f"{operation}/{name}: {problem['rule']} at {problem['pointer']!r}, {best.validator} at {found!r}"
                )
            if len(real) > 2:
                astray.append(f"{operation}/{name}: {problem['rule']}: {len(real)} errors: {', '.join(real)}")
        table.append(_row(operation, own))
        sums = {key: sums[key] + own[key] for key in sums}
    table.append(_row("all", sums))
    shares = {key: sums[key] / sums["mistakes"] for key in ("errors", "echoed", "pointed")}
    return table, shares, astray


def _row(name: str, own: dict[str, int]) -> str:
    count = own["mistakes"]
    each = f"{own['errors'] / count:.2f} | {own['echoed'] / count:.2f} | {own['pointed'] / count:.1%}"
    return f"| {name} | {count} | {each} |"


@pytest.mark.slow
def test_one_mistake_causes_one_error_at_its_place() -> None:
    table, shares, astray = measured()
    report = "\n".join(["", *table, "", *astray])
    print(report)  # noqa: T201 - shows the table with pytest -s
    assert shares["errors"] <= ERRORS_AT_MOST, report
    assert shares["pointed"] >= POINTED_AT_LEAST, report
