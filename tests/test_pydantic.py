"""The models as types of pydantic's fields and of FastAPI's bodies."""

from __future__ import annotations

import asyncio
import json
import math
import subprocess
import sys
from typing import Annotated, Any

import fastapi
import httpx
import jsonschema
import openapi_spec_validator
import pydantic
import pytest
from amount import examples
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import liveschema
from liveschema import (
    AnyState,
    Badge,
    Icon,
    InvalidPayload,
    Metric,
    OpenUrlAction,
    Operation,
    Progress,
    Request,
    Severity,
    State,
    StreamRequest,
    Timer,
    UpdateRequest,
    WebhookAction,
    dump,
    is_valid,
    load,
)
from liveschema.contract.requests import REQUESTS
from liveschema.contract.states import STATES, ButtonedState
from liveschema.testing import mutated, payloads

PROGRESS: dict[str, Any] = {"title": "Backup", "type": "progress", "percentage": 42}
UPDATE: dict[str, Any] = {"activity_id": "act_7", "content_state": PROGRESS}
PARTS = [*STATES.members, Icon, Badge, Metric, OpenUrlAction, WebhookAction, liveschema.PushAlert, liveschema.Target]


class Job(pydantic.BaseModel):
    name: str
    update: UpdateRequest
    state: State | None = None
    icons: list[Icon] = []


def errors_of(build: Any) -> list[tuple[Any, ...]]:
    with pytest.raises(ValidationError) as caught:
        build()
    return [(each["type"], each["loc"], each["msg"]) for each in caught.value.errors()]


def test_a_model_is_a_type_of_a_field() -> None:
    job = Job(name="nightly", update=UPDATE, state={"title": "x", "percentage": 3}, icons=[{"symbol": "bolt"}])  # type: ignore[arg-type, list-item]
    assert job.update == load(UPDATE, "update")
    assert job.state == Progress(title="x", percentage=3, type=None)
    assert job.icons == [Icon("bolt")]
    assert job.model_dump() == {
        "name": "nightly", "update": UPDATE, "state": {"title": "x", "percentage": 3}, "icons": [{"symbol": "bolt"}],
    }  # fmt: skip
    assert Job.model_validate_json(job.model_dump_json()) == job
    assert Job.model_validate(job.model_dump()) == job


def test_an_instance_is_taken_as_it_is() -> None:
    update = load(UPDATE, "update")
    assert Job(name="x", update=update).update is update


def test_each_problem_is_an_error_at_its_path() -> None:
    state = {**PROGRESS, "percentage": 400, "colour": "red"}
    data: Any = {"name": "x", "update": {**UPDATE, "content_state": state, "tags": ["a", 5]}, "state": 3}
    data["icons"] = [{"symbol": ""}]
    assert errors_of(lambda: Job(**data)) == [
        ("out-of-range", ("update", "content_state", "percentage"), "percentage must be from 0 to 100, got 400"),
        (
            "unknown-field",
            ("update", "content_state", "colour"),
            "content_state has no field colour (did you mean color?)",
        ),
        ("wrong-type", ("update", "tags", 1), "tags[1] must be a string, got 5"),
        ("wrong-type", ("state",), "State must be an object, got 3"),
        ("empty-string", ("icons", 0, "symbol"), "symbol must not be empty, got an empty string"),
    ]


def test_a_state_without_a_type_has_the_first_type_that_accepts_it() -> None:
    assert TypeAdapter(State).validate_python({"title": "x"}) == Timer(title="x", type=None)


@pytest.mark.parametrize(
    ("cls", "value", "expected"),
    [
        (State, {"title": "x", "percentage": 101}, ("missing-type", ())),
        (State, {"title": "x", "type": "sundial"}, ("unknown-type", ("type",))),
        (State, {"title": "x", "type": "timer", "duration_seconds": 0}, ("out-of-range", ("duration_seconds",))),
        (State, [], ("wrong-type", ())),
        (Timer, {"title": "x", "type": "value"}, ("type-mismatch", ("type",))),
        (Icon, "bolt", ("wrong-type", ())),
        (UpdateRequest, {"content_state": PROGRESS}, ("missing-field", ())),
        (StreamRequest, None, ("wrong-type", ())),
        (UpdateRequest, load({"content_state": {"title": "x", "type": "timer"}}, "end_stream"), ("wrong-type", ())),
    ],
)
def test_data_that_is_no_model_is_refused(cls: Any, value: Any, expected: tuple[Any, ...]) -> None:
    assert [error[:2] for error in errors_of(lambda: TypeAdapter(cls).validate_python(value))] == [expected]


def test_an_error_has_a_pointer_and_the_value_at_it() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(UpdateRequest).validate_python({"activity_id": "", "content_state": {"type": "timer"}, "x": 1})
    assert [(each["ctx"]["pointer"], each["input"]) for each in caught.value.errors()] == [
        ("/activity_id", ""), ("/content_state", {"type": "timer"}), ("/x", 1),
    ]  # fmt: skip


def test_warnings_are_no_errors() -> None:
    both = {"title": "x", "type": "progress", "percentage": 3, "value": 1, "upper_limit": 2}
    assert TypeAdapter(Progress).validate_python(both) == Progress(title="x", percentage=3, value=1, upper_limit=2)
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Progress).validate_python({**both, "title": None})
    assert [each["type"] for each in caught.value.errors()] == ["null-value"]


def test_a_request_of_no_operation_is_no_type() -> None:
    with pytest.raises(
        TypeError, match=r"^Request cannot be validated without an operation; use the class of one, such as"
    ):
        TypeAdapter(Request)


@pytest.mark.parametrize("cls", [type("Deploy", (Progress,), {}), type("Own", (StreamRequest,), {}), ButtonedState])
def test_only_classes_of_the_library_that_can_be_built_are_types(cls: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^\w+ cannot be validated; use State, or a class of liveschema that is not abst"
    ):
        TypeAdapter(cls)


def test_a_union_of_states_is_a_type() -> None:
    assert TypeAdapter(AnyState).validate_python(PROGRESS) == Progress(title="Backup", percentage=42)


@pytest.mark.parametrize(
    "model",
    [
        load({**UPDATE, "content_state": {"title": "x", "type": "timer"}}, "end"),
        load({"content_state": PROGRESS}, "stream"),
        liveschema.Stats(title="x", metrics=[Metric("a", 1)], type=None),
    ],
)
def test_a_union_keeps_a_model_as_it_is(model: Any) -> None:
    adapter: Any = TypeAdapter(AnyState if isinstance(model, State) else liveschema.AnyRequest)
    assert adapter.validate_python(model) is model


@pytest.mark.parametrize(("cls", "kind"), [(OpenUrlAction, "open_url"), (WebhookAction, "webhook")])
def test_an_action_of_a_known_class_needs_no_type(cls: Any, kind: str) -> None:
    made = TypeAdapter(cls).validate_python({"title": "Open", "url": "https://x.example"})
    assert dump(made)["type"] == kind
    assert errors_of(lambda: TypeAdapter(cls).validate_python({"title": "x", "url": "https://x.example", "type": "x"}))


def test_a_state_without_a_certain_type_is_named_in_the_message() -> None:
    (error,) = errors_of(lambda: TypeAdapter(State).validate_python({"title": "x", "percentage": 101}))
    assert error[2].startswith("content_state needs a type (segmented_progress, progress,")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"content_state": {"title": "\ud800", "type": "timer"}}, 'the string "\\ud800"'),
        ({"content_state": {"title": math.nan, "type": "timer"}}, "NaN"),
        ({"content_state": {"title": b"x", "type": "timer"}}, "a bytes"),
        (b"{", "a bytes"),
    ],
)
def test_every_error_can_be_written_as_json(value: Any, shown: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(StreamRequest).validate_python(value)
    assert shown in json.loads(json.dumps(caught.value.errors()))[0]["input"]
    assert str(caught.value).encode()


def test_a_key_with_half_of_a_surrogate_pair_is_written_as_an_escape() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(StreamRequest).validate_python({"\ud800": 1, "content_state": PROGRESS})
    assert {each["loc"] for each in caught.value.errors()} == {("\\ud800",)}
    assert str(caught.value).encode()


def test_text_in_braces_stays_as_it_is() -> None:
    value = {"content_state": {"title": "x", "type": "{hint}{pointer}{message}"}}
    (error,) = errors_of(lambda: TypeAdapter(StreamRequest).validate_python(value))
    assert 'got the string "{hint}{pointer}{message}"' in error[2]


def test_errors_of_a_union_name_the_classes() -> None:
    errors = errors_of(lambda: TypeAdapter(Icon | Badge).validate_python({"symbol": ""}))
    assert {location[0] for _, location, _ in errors} == {"function-plain[Icon()]", "function-plain[Badge()]"}


@given(
    st.sampled_from(Operation).flatmap(
        lambda each: st.tuples(st.just(each), mutated(payloads(each), each) | payloads(each))
    )
)
@examples(200)
def test_every_payload_gets_the_verdict_of_load(drawn: tuple[Operation, Any]) -> None:
    operation, payload = drawn
    assume(payload is not None)  # pydantic calls any value that is no object one of a wrong type
    adapter: Any = TypeAdapter(REQUESTS[operation])
    if is_valid(payload, operation):
        made = adapter.validate_python(payload)
        assert made == load(payload, operation)
        assert adapter.dump_python(made) == dump(made)
        return
    with pytest.raises(InvalidPayload) as expected:
        load(payload, operation)
    errors = [problem for problem in expected.value.problems if problem.severity is Severity.ERROR]
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(payload)
    assert [(each["type"], each["ctx"]["pointer"]) for each in caught.value.errors()] == [
        (problem.rule, problem.pointer) for problem in errors
    ]


@given(st.sampled_from(PARTS).flatmap(st.from_type))
@examples(200)
def test_every_part_is_read_as_it_is_written(part: Any) -> None:
    adapter: Any = TypeAdapter(type(part))
    assert adapter.validate_python(dump(part)) == part
    text = adapter.dump_json(part)
    assert adapter.validate_python(json.loads(text)) == part
    if text.count(b"[") + text.count(b"{") < 190:  # pydantic reads text of fewer levels than a body may have
        assert adapter.validate_json(text) == part
    jsonschema.Draft202012Validator(adapter.json_schema()).validate(dump(part))
    if isinstance(part, State):
        assert (
            TypeAdapter(State).validate_python({**dump(part), "type": str(type(part).__spec__.tag)}).title == part.title
        )


@pytest.mark.parametrize("cls", [*REQUESTS.values(), State, *PARTS], ids=lambda cls: cls.__name__)
def test_the_json_schema_is_self_contained(cls: Any) -> None:
    schema = TypeAdapter(cls).json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "$ref" not in json.dumps(schema)
    checker = jsonschema.Draft202012Validator(schema)
    assert not checker.is_valid({"titel": "x"})
    assert all(checker.is_valid(each) for each in schema.get("examples", ()))


def app() -> fastapi.FastAPI:
    made = fastapi.FastAPI()

    @made.put("/stream")
    def stream(request: Annotated[StreamRequest, fastapi.Body()]) -> StreamRequest:
        return request

    @made.post("/jobs")
    def jobs(job: Job) -> str:
        return type(job.update.content_state).__name__

    return made


def asked(method: str, path: str, body: object = None) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app())
        async with httpx.AsyncClient(transport=transport, base_url="https://x.example") as client:
            return await client.request(method, path, json=body)

    return asyncio.run(ask())


def test_fastapi_takes_a_model_as_a_body() -> None:
    payload = {"content_state": {"title": "x", "type": "timer"}, "metadata": {"run": 7}}
    response = asked("PUT", "/stream", payload)
    assert (response.status_code, response.json()) == (200, payload)
    response = asked("POST", "/jobs", {"name": "x", "update": UPDATE})
    assert (response.status_code, response.json()) == (200, "Progress")


def test_fastapi_answers_422_with_the_problems() -> None:
    response = asked("PUT", "/stream", {"content_state": {"title": "x", "type": "timer", "badge": {"title": "x"}}})
    assert response.status_code == 422
    assert response.json()["detail"] == [
        {
            "type": "misplaced-field",
            "loc": ["body", "content_state", "badge"],
            "msg": "badge belongs to segmented_progress, progress, alert and value activities; this one is timer "
            "(leave badge out)",
            "input": {"title": "x"},
            "ctx": {
                "message": "badge belongs to segmented_progress, progress, alert and value activities; "
                "this one is timer (leave badge out)",
                "hint": "leave badge out",
                "pointer": "/content_state/badge",
            },
        }
    ]


def test_the_openapi_page_has_the_schema_of_a_model_once() -> None:
    document = asked("GET", "/openapi.json").json()
    openapi_spec_validator.validate(document)
    assert {"StreamRequest", "Job", "UpdateRequest", "State", "Icon"} <= document["components"]["schemas"].keys()
    body = document["paths"]["/stream"]["put"]["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/StreamRequest"}


def test_pydantic_is_imported_only_where_it_is_used() -> None:
    script = (
        "import sys, liveschema\n"
        "liveschema.load({'content_state': {'title': 'x', 'type': 'timer'}}, 'stream')\n"
        "print('pydantic' in sys.modules, 'pydantic_core' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "False False\n"


def test_data_may_hold_models() -> None:
    adapter: Any = TypeAdapter(UpdateRequest)
    state = Timer(title="x", auto_dismiss_seconds=3)
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python({"activity_id": "a", "content_state": state})
    assert [(each["ctx"]["pointer"], each["input"]) for each in caught.value.errors()] == [
        ("/content_state/auto_dismiss_seconds", None)
    ]
    assert adapter.validate_python({"activity_id": "a", "content_state": Timer(title="x")}).content_state.title == "x"
