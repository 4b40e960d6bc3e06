"""Compare the type schemas with the rules, on payloads that hypothesis-jsonschema generates from the schemas."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema

from liveschema import ActivityType, Operation, Severity, check, json_schema
from liveschema.export import BEYOND_SCHEMA

NOT_IN_SCHEMA = {rule.id for rule in BEYOND_SCHEMA}
EXAMPLES = 8


def compare_schema(operation: Operation, kind: ActivityType, seen: Counter[bool]) -> None:
    """Check that generated payloads break no rule that a schema can express."""

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
        if not broken <= NOT_IN_SCHEMA:
            raise AssertionError(operation, kind, broken, json.dumps(payload))

    compare()


seen: Counter[bool] = Counter()
for operation in Operation:
    for kind in ActivityType:
        compare_schema(operation, kind, seen)
print(f"{seen.total()} payloads from 35 schemas: {seen[True]} valid, the others break only rules beyond JSON Schema")
