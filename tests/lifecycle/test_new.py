"""Example payloads: valid for every operation, type and field, and minimal or full."""

from __future__ import annotations

import json
import sys

import pytest
import yaml

from liveschema import ActivityType, Operation, Severity, check
from liveschema.contract.requests import REQUESTS
from liveschema.contract.states import STATES
from liveschema.engine.objects import spec_of
from liveschema.engine.unions import Nested
from liveschema.examples.make import example
from liveschema.lint.__main__ import main

PAIRS = [(operation, kind) for operation in Operation for kind in ActivityType]


def fields_of(operation: Operation, kind: ActivityType) -> list[str]:
    """Return every field of a request, with those of its parts."""
    found = []
    for spec in (spec_of(REQUESTS[operation]), STATES.specs[kind]):
        for name, field in spec.fields.items():
            if operation in field.allowed_in and (field.beside is None or kind in field.beside):
                found.append(name)
                if isinstance(field.constraint, Nested):
                    found += [f"{name}.{inner}" for inner in spec_of(field.constraint.cls).fields]
    return found


@pytest.mark.parametrize(("operation", "kind"), PAIRS)
@pytest.mark.parametrize("full", [False, True])
def test_an_example_has_no_problem_at_all(operation: Operation, kind: ActivityType, full: bool) -> None:  # noqa: FBT001
    assert check(example(kind, operation, full=full), operation, activity_type=kind) == []


@pytest.mark.parametrize(("operation", "kind"), PAIRS)
def test_an_example_is_minimal(operation: Operation, kind: ActivityType) -> None:
    payload = example(kind, operation)
    state = payload["content_state"]
    for name in state.keys() - {"type"}:
        shorter = {**payload, "content_state": {key: value for key, value in state.items() if key != name}}
        assert check(shorter, operation, activity_type=kind), name
    assert payload.keys() - {"activity_id"} == {"content_state"}


@pytest.mark.parametrize(("operation", "kind"), PAIRS)
def test_any_field_can_be_requested(operation: Operation, kind: ActivityType) -> None:
    for path in fields_of(operation, kind):
        payload = example(kind, operation, fields=[path])
        assert not [each for each in check(payload, operation) if each.severity is Severity.ERROR], path
        names = path.split(".")
        at = payload if names[0] in payload else payload["content_state"]
        for name in names:
            assert name in at
            at = at[name]


def test_a_full_example_has_every_field_without_a_warning() -> None:
    state = example("progress", "end_stream", full=True)["content_state"]
    assert STATES.specs["progress"].fields.keys() - state.keys() == {"value", "upper_limit", "auto_dismiss_seconds"}
    assert len(example("segmented_progress", "update", full=True)["content_state"]["step_colors"]) == 4
    assert [metric["label"] for metric in example("stats", "start", full=True)["content_state"]["metrics"]] == [
        "CPU",
        "Memory",
    ]
    assert "auto_dismiss_minutes" not in example("timer", "stream", full=True)["content_state"]


def test_a_requested_field_is_kept_despite_a_warning() -> None:
    payload = example("stats", "stream", fields=["color", "auto_dismiss_minutes"])
    assert {each.rule for each in check(payload, "stream")} == {"color-on-stats", "auto-dismiss-on-stream"}
    both = example("progress", "update", fields=["percentage", "value"])["content_state"]
    assert {"percentage", "value", "upper_limit"} <= both.keys()
    lone = example("segmented_progress", "update", fields=["content_state.step_colors", "action.body"])
    assert lone["action"]["type"] == "webhook"


def test_the_command_prints_json_and_yaml(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "timer", "--operation", "start"]) == 0
    assert capsys.readouterr().out == (
        '{\n  "content_state": {\n    "title": "Benchmark",\n    "type": "timer",\n'
        '    "duration_seconds": 900\n  }\n}\n'
    )
    assert main(["new", "alert", "--yaml", "--with", "tags, icon.color", "--with", "metadata"]) == 0
    payload = yaml.safe_load(capsys.readouterr().out)
    assert check(payload, "stream") == []
    assert payload["content_state"]["icon"].keys() == {"symbol", "color"}
    assert payload.keys() == {"content_state", "tags", "metadata"}
    assert main(["new", "value", "--full"]) == 0
    assert check(json.loads(capsys.readouterr().out), "stream") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("subtitel", "update requests of metrics activities have no field subtitel; did you mean subtitle?"),
        ("badge", "update requests of metrics activities have no field badge"),
        ("action.colour", "action of update requests of metrics activities have no field colour"),
        ("title.size", "title of update requests of metrics activities has no fields, got size"),
    ],
)
def test_an_unknown_field_is_a_usage_error(fields: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "metrics", "--operation", "update", "--with", fields]) == 2
    assert capsys.readouterr().err == f"liveschema: --with: {message}\n"


def test_yaml_may_be_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert main(["new", "alert", "--yaml"]) == 2
    assert capsys.readouterr().err == "liveschema: --yaml: YAML needs PyYAML: pip install 'liveschema[cli]'\n"


def test_an_unknown_type_or_operation_is_refused() -> None:
    with pytest.raises(ValueError, match="'sundial' is not a valid ActivityType"):
        example("sundial", "start")  # type: ignore[arg-type] # on purpose
    with pytest.raises(ValueError, match="'begin' is not a valid Operation"):
        example("alert", "begin")  # type: ignore[arg-type] # on purpose
