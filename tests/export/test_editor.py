"""The documents of the editor form: what they accept, and what they hold for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from fixture_files import fixtures
from validators import ajv, by_python, why_not

from liveschema import ActivityType, Operation, is_valid, json_schema
from liveschema.contract.vocabulary import LEGACY
from liveschema.export import BEYOND_SCHEMA
from liveschema.export.snippets import snippet

each_operation = pytest.mark.parametrize("operation", Operation)
BEYOND = {rule.id for rule in BEYOND_SCHEMA}


def schemas_of(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a document, without the bodies of snippets."""
    if isinstance(part, list):
        for item in part:
            yield from schemas_of(item)
    elif isinstance(part, dict):
        yield part
        for key, item in part.items():
            if key != "body":
                yield from schemas_of(item)


def descriptions(operation: Operation) -> list[str]:
    found: list[str] = []
    for each in schemas_of(json_schema(operation, form="editor")):
        if isinstance(each.get("description"), str):
            found.append(each["description"])
        if isinstance(each.get("enumDescriptions"), list):
            found += each["enumDescriptions"]
    return found


def test_it_accepts_what_the_models_accept_with_and_without_a_schema_key() -> None:
    judged = 0
    for fixture in fixtures("valid", "warnings", "invalid"):
        rules = {problem["rule"] for problem in fixture.problems if problem["severity"] == "error"}
        if fixture.activity_type is not None or (rules and rules <= BEYOND):
            continue
        payload = fixture.payload()
        sent = [payload, {"$schema": "a.json", **payload}] if isinstance(payload, dict) else [payload]
        for each in sent:
            assert by_python(fixture.operation, "editor").is_valid(each) == (not rules), fixture.name
        judged += len(sent)
    assert judged > 1000


@each_operation
@pytest.mark.parametrize("value", [None, 1, True, [], {}])
def test_a_schema_key_that_is_no_text_is_refused(operation: Operation, value: Any) -> None:
    payload = json_schema(operation)["examples"][0]
    validator = by_python(operation, "editor")
    assert validator.is_valid({"$schema": "", **payload})
    assert not validator.is_valid({"$schema": value, **payload})


@each_operation
def test_a_schema_key_is_refused_below_the_root(operation: Operation) -> None:
    payload = json_schema(operation)["examples"][0]
    payload["content_state"]["$schema"] = "a.json"
    assert not by_python(operation, "editor").is_valid(payload)


@pytest.mark.parametrize("key", ["counts_down\n", "counts_down2", "xcounts_down", "badge\n"])
def test_a_key_that_only_resembles_a_tolerated_one_is_refused(key: str) -> None:
    state = {"title": "T", "type": "stats", "metrics": [{"label": "a", "value": 1}]}
    validator = by_python(Operation.STREAM, "editor")
    assert validator.is_valid({"content_state": {**state, "counts_down": True, "badge": None}})
    assert not validator.is_valid({"content_state": {**state, key: True if "counts" in key else None}})


@pytest.mark.parametrize("number", [1, 4.0, 0, -1, 1.5, 1e308, -1e308, 10**400, "1", None, True])
def test_a_whole_number_is_judged_by_its_value_and_its_bounds(number: Any) -> None:
    state = {"title": "T", "type": "segmented_progress", "number_of_steps": number, "current_step": 1}
    wanted = by_python(Operation.STREAM, "validation").is_valid({"content_state": state})
    assert by_python(Operation.STREAM, "editor").is_valid({"content_state": state}) == wanted
    if why_not() is None and number != 10**400:  # as an infinite number, which differs anyway
        assert ajv().verdicts({"content_state": state}, Operation.STREAM)["editor"] == wanted


@pytest.mark.parametrize("end", ["", " ", "\n", "\u2028", "\x7f"])
def test_a_url_is_refused_only_for_what_must_be_escaped(end: str) -> None:
    payload = {"content_state": {"title": "T", "type": "timer", "duration_seconds": 1}}
    action = {"type": "webhook", "title": "Go", "url": f"https://a.b{end}"}
    for operation in (Operation.START, Operation.STREAM):
        judged = by_python(operation, "editor").is_valid({**payload, "action": action})
        assert judged == (end in {"", "\u2028"}) == is_valid({**payload, "action": action}, operation)


@each_operation
def test_nothing_is_struck_through_or_shown_twice(operation: Operation) -> None:
    document = json_schema(operation, form="editor")
    for each in schemas_of(document):
        assert not each.keys() & {"deprecated", "deprecationMessage", "examples"}
        assert not isinstance(each.get("title"), str), "a title is a headline in each hover"
    for each in document["definitions"].values():
        assert "description" not in each


@each_operation
def test_every_description_is_one_short_sentence(operation: Operation) -> None:
    found = descriptions(operation)
    assert len(found) > 50
    for each in found:
        assert re.fullmatch(r"[A-Z][^`\n]{1,98}\.", each), each
        assert not re.search(r"\. [A-Z]|Source", each), each


@each_operation
def test_a_legacy_operation_says_so_in_its_description(operation: Operation) -> None:
    described = json_schema(operation, form="editor")["description"]
    assert ("(legacy, still supported)" in described) == (operation in LEGACY)


@each_operation
def test_every_field_says_what_it_is_for(operation: Operation) -> None:
    document = json_schema(operation, form="editor")
    validation = json_schema(operation)
    objects = {"": validation, **validation["$defs"]}
    for name, each in objects.items():
        own = document["definitions"][name] if name else document
        described = {**own.get("properties", {}), **own.get("patternProperties", {})}
        fields = {re.sub(r"^\^(\w+).*", r"\1", key, flags=re.DOTALL): field for key, field in described.items()}
        for key, field in each.get("properties", {}).items():
            if key == "type" and "const" in field:
                assert "description" not in fields[key], "the union describes it"
                continue
            wanted = field.get("description", "The activity type." if name == "State" else "What a tap does.")
            assert fields[key]["description"] == wanted


def filled(body: Any) -> Any:
    """Return what a snippet inserts if nothing is typed."""
    if isinstance(body, dict):
        return {key: filled(each) for key, each in body.items()}
    if isinstance(body, list):
        return [filled(each) for each in body]
    shown = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", lambda found: re.sub(r"\\(.)", r"\1", found[1]), body)
    return json.loads(shown[1:]) if body.startswith("^") else shown


@each_operation
def test_there_is_a_snippet_for_a_request_of_each_type(operation: Operation) -> None:
    made = json_schema(operation, form="editor")["defaultSnippets"]
    assert [each["label"] for each in made] == [f"{operation} {kind}" for kind in ActivityType]
    for each, kind in zip(made, ActivityType, strict=True):
        request = filled(each["body"])
        assert is_valid(request, operation)
        assert request["content_state"]["type"] == kind


@each_operation
def test_there_is_a_snippet_for_a_state_of_each_type(operation: Operation) -> None:
    document = json_schema(operation, form="editor")
    made = document["properties"]["content_state"]["defaultSnippets"]
    assert [each["label"] for each in made] == [f"{kind} activity" for kind in ActivityType]
    for each, request in zip(made, document["defaultSnippets"], strict=True):
        assert filled(each["body"]) == filled(request["body"])["content_state"]


@each_operation
def test_the_values_of_a_snippet_are_numbered_places_in_order(operation: Operation) -> None:
    for each in schemas_of(json_schema(operation, form="editor")):
        for made in each.get("defaultSnippets", []):
            places = re.findall(r"\$\{(\d+):", json.dumps(made["body"]))
            assert places == [str(number) for number in range(1, len(places) + 1)]
            assert places


def test_the_characters_of_snippets_are_escaped_in_values() -> None:
    value = {"text": "a$b}c\\d", "number": 1.5, "flag": True, "type": "t", "items": ["x", None]}
    made = snippet("label", value, "What it is.")
    assert made == {
        "label": "label",
        "description": "What it is.",
        "body": {
            "text": "${1:a\\$b\\}c\\\\d}",
            "number": "^${2:1.5}",
            "flag": "^${3:true}",
            "type": "t",
            "items": ["${4:x}", "^${5:null}"],
        },
    }
    assert filled(made["body"]) == value


@each_operation
def test_conditions_offer_no_fields_and_no_choice_of_descriptions(operation: Operation) -> None:
    tested = [each["if"] for each in schemas_of(json_schema(operation, form="editor")) if "if" in each]
    assert len(tested) > 10
    for condition in tested:
        for each in schemas_of(condition):
            assert "anyOf" not in each
            for field in each.get("properties", {}).values():
                assert field is True or field["doNotSuggest"] is True


def test_it_has_one_dialect() -> None:
    assert json_schema("end", form="editor") == json_schema("end", form="editor", dialect="draft-07")
    assert json_schema("end", form="editor")["$schema"] == jsonschema.Draft7Validator.META_SCHEMA["$schema"]
    with pytest.raises(ValueError, match=r"^form=\"editor\" has no dialect but draft-07, got '2020-12'$"):
        json_schema("end", form="editor", dialect="2020-12")


def test_it_has_no_schema_of_a_single_type() -> None:
    with pytest.raises(ValueError, match=r'^activity_type needs form="types"$'):
        json_schema("end", form="editor", activity_type="timer")
