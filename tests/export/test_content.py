"""The annotations of the documents: examples, descriptions, defaults and comments."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest

from liveschema import ActivityType, Operation, check, is_valid, json_schema
from liveschema.contract.requests import REQUESTS
from liveschema.contract.rules.channels_differ import CHANNELS_DIFFER
from liveschema.contract.rules.metadata_too_large import METADATA_TOO_LARGE
from liveschema.contract.rules.step_past_end import STEP_PAST_END
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ENDPOINTS, LEGACY
from liveschema.engine.rule import Rule
from liveschema.export import BEYOND_SCHEMA, FORMS, openapi
from liveschema.export.types import pascal

each_operation = pytest.mark.parametrize("operation", Operation)
each_form = pytest.mark.parametrize("form", [each for each in FORMS if each != "editor"])
"""The forms with sources and examples; `test_editor.py` is about the form for editors."""
PAST_END = {"type": "segmented_progress", "title": "T", "number_of_steps": 3, "current_step": 4}


@each_operation
@each_form
def test_every_type_has_an_example(operation: Operation, form: Any) -> None:
    shown = json_schema(operation, form=form)["examples"]
    assert [example["content_state"]["type"] for example in shown] == list(ActivityType)
    assert all(is_valid(example, operation) for example in shown)


@each_operation
@each_form
def test_every_field_has_a_description_and_a_source(operation: Operation, form: Any) -> None:
    document = json_schema(operation, form=form)
    assert document["title"] == REQUESTS[operation].__name__
    assert document.get("deprecated", False) == (operation in LEGACY)
    objects = [document, *document["$defs"].values()]
    described = 0
    for each in objects:
        for name, field in each.get("properties", {}).items():
            if (name == "type" and "enum" in field) or (form == "types" and "$ref" in field):
                continue
            described += 1
            assert field["description"].endswith("."), name
            assert "$comment" in field or re.search("official (Python|Go) SDK", field["description"]), name
            assert re.fullmatch(r"Source: [\w.]+", field.get("$comment", "Source: x")), name
    assert described > 50


def test_defaults_are_in_the_schema() -> None:
    definitions = json_schema("end")["$defs"]
    assert definitions["Timer"]["properties"]["counts_down"]["default"] is True
    assert definitions["WebhookAction"]["properties"]["method"]["default"] == "POST"
    assert definitions["Alert"]["properties"]["auto_dismiss_minutes"]["default"] == 3


@pytest.mark.parametrize("operation", ["stream", "end_stream"])
@each_form
def test_no_default_of_auto_dismiss_minutes_is_documented_for_streams(operation: Any, form: Any) -> None:
    alert = json_schema(operation, form=form)["$defs"]["Alert" if form == "validation" else "AlertState"]
    assert "default" not in alert["properties"]["auto_dismiss_minutes"]


@pytest.mark.parametrize("operation", Operation)
@each_form
def test_only_the_validation_form_accepts_what_sdks_add(operation: Operation, form: Any) -> None:
    definitions = json_schema(operation, form=form)["$defs"]
    suffix = "" if form == "validation" else "State"
    assert ("counts_down" in definitions[f"Alert{suffix}"]["properties"]) == (form == "validation")
    assert ("badge" in definitions[f"Stats{suffix}"]["properties"]) == (form == "validation")
    assert ("method" in definitions["OpenUrlAction"]["properties"]) == (form == "validation")
    assert ("if" in definitions[f"Alert{suffix}"]["properties"]["badge"]) == (form == "validation")
    assert ("if" in definitions[f"Stats{suffix}"]["properties"]["icon"]) == (form == "validation")


@pytest.mark.parametrize(
    ("operation", "payload", "rule"),
    [
        ("start", {"content_state": PAST_END}, STEP_PAST_END),
        (
            "stream",
            {"content_state": {"title": "T", "percentage": 1}, "channels": ["a"], "target": {"channels": ["b"]}},
            CHANNELS_DIFFER,
        ),
        (
            "update",
            {
                "activity_id": "a",
                "content_state": {"title": "T"},
                "metadata": {f"key-{index}": "x" * 4000 for index in range(5)},
            },
            METADATA_TOO_LARGE,
        ),
    ],
)
@each_form
def test_rules_beyond_the_schema_are_checked_only_by_the_model(
    operation: Any, payload: Any, rule: Rule, form: Any
) -> None:
    assert rule in BEYOND_SCHEMA
    assert rule.id in {problem.rule for problem in check(payload, operation)}
    jsonschema.Draft202012Validator(json_schema(operation, form=form)).validate(payload)


def test_each_document_lists_the_rules_that_it_cannot_express() -> None:
    assert "`BEYOND_SCHEMA`" in (json_schema.__doc__ or "")
    for rule in BEYOND_SCHEMA:
        assert f"({rule.id})" in json_schema("update")["$comment"]


def test_each_call_returns_a_new_document() -> None:
    first = json_schema("update")
    first["properties"].clear()
    first["$defs"].clear()
    first["examples"][0].clear()
    assert json_schema("update")["properties"]
    assert json_schema("update")["$defs"]
    assert all(json_schema("update")["examples"])


def test_the_openapi_document_has_endpoints_with_a_discriminator_and_examples() -> None:
    document = openapi("0")
    schemas = document["components"]["schemas"]
    for operation, (method, path) in ENDPOINTS.items():
        endpoint = document["paths"][path][method.lower()]
        assert endpoint["operationId"] == operation
        media = endpoint["requestBody"]["content"]["application/json"]
        assert list(media["examples"]) == list(ActivityType)
        whole = jsonschema.Draft202012Validator({**media["schema"], "components": document["components"]})
        for example in media["examples"].values():
            whole.validate(example["value"])
        wrong = media["examples"]["timer"]["value"]
        assert not whole.is_valid({**wrong, "content_state": {"type": "timer"}})
        mapping = schemas[f"{pascal(operation)}ContentState"]["discriminator"]["mapping"]
        assert list(mapping) == list(STATES.specs)
        for tag, place in mapping.items():
            state = schemas[place.rpartition("/")[2]]
            assert state["properties"]["type"]["const"] == tag
            assert "type" in state["required"]
