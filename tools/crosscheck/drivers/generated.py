"""Holds the type schemas to the models, over payloads that hypothesis-jsonschema makes of them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema

from liveschema import ActivityType, Operation, Severity, check, json_schema
from liveschema.engine.rules import EMPTY_LIST, TOO_MANY_ITEMS
from liveschema.export import BEYOND_SCHEMA

UNSAID = {rule.id for rule in (*BEYOND_SCHEMA, EMPTY_LIST, TOO_MANY_ITEMS)}
EXAMPLES = 20


def hold(operation: Operation, kind: ActivityType, seen: Counter[bool]) -> None:
    """Check that what a schema gives breaks no rule that a schema can say."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(from_schema(json_schema(operation, form="types", activity_type=kind)))
    def compare(payload: Any) -> None:  # noqa: ANN401 - any JSON
        problems = check(payload, operation, activity_type=kind)
        broken = {problem.rule for problem in problems if problem.severity is Severity.ERROR}
        seen[not broken] += 1
        if not broken <= UNSAID:
            raise AssertionError(operation, kind, broken, json.dumps(payload))

    compare()


seen: Counter[bool] = Counter()
for operation in Operation:
    for kind in ActivityType:
        hold(operation, kind, seen)
print(
    f"{seen.total()} payloads made of 35 schemas: {seen[True]} valid, and no other breaks a rule that a schema can say"
)
