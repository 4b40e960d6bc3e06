"""Wrong arguments are answered with what to use instead, and models are accepted where plain data is."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from amount import examples
from check_kit import PROGRESS, update
from hypothesis import given
from hypothesis import strategies as st

from liveschema import (
    Alert,
    InvalidPayload,
    Metrics,
    Operation,
    Progress,
    StreamRequest,
    UpdateRequest,
    check,
    dump,
    is_valid,
    json_schema,
    load,
    loads,
)
from liveschema.examples.make import example
from liveschema.lifecycle import Timeline
from liveschema.testing import assert_valid, broken_payloads, lifecycles, payloads, requests, states

MODEL = UpdateRequest(activity_id="act_7", content_state=Progress(title="Backup", percentage=42))
CLASSES = "SegmentedProgress(…), Progress(…), Metrics(…), Stats(…), Alert(…), Timer(…) or Value(…)"
AnyCall = Callable[[Any], object]
"""A call with one argument that is wrong, whatever its type."""

BY_OPERATION: dict[str, AnyCall] = {
    "check": lambda name: check({}, name),
    "is_valid": lambda name: is_valid({}, name),
    "load": lambda name: load({}, name),
    "loads": lambda name: loads("{}", name),
    "loads of a text that cannot be read": lambda name: loads("{", name),
    "loads of a text with a fault": lambda name: loads('{"a": 1, "a": 2}', name),
    "json_schema": json_schema,
    "example": lambda name: example("timer", name),
    "Timeline.apply": lambda name: Timeline().apply({}, name),
    "assert_valid": lambda name: assert_valid({}, name),
    "payloads": payloads,
    "requests": requests,
    "broken_payloads": lambda name: broken_payloads(name, rule="empty-string"),
}
BY_TYPE: dict[str, AnyCall] = {
    "check": lambda name: check({}, "update", activity_type=name),
    "is_valid": lambda name: is_valid({}, "update", activity_type=name),
    "load": lambda name: load({}, "update", activity_type=name),
    "loads": lambda name: loads("{}", "update", activity_type=name),
    "loads of a text that cannot be read": lambda name: loads("{", "update", activity_type=name),
    "json_schema": lambda name: json_schema("update", form="types", activity_type=name),
    "example": lambda name: example(name, "update"),
    "payloads": lambda name: payloads("update", name),
    "states": states,
    "lifecycles": lambda name: lifecycles(type=name),
}


def message_of(call: Callable[[], object], kind: type[Exception]) -> str:
    """Return the message of the exception that a call raises."""
    with pytest.raises(kind) as caught:
        call()
    return str(caught.value)


@pytest.mark.parametrize("name", BY_OPERATION)
def test_an_operation_that_does_not_exist_is_answered_with_one_that_does(name: str) -> None:
    call = BY_OPERATION[name]
    assert message_of(lambda: call("updat"), ValueError) == ("'updat' is not a valid Operation: did you mean update?")
    assert message_of(lambda: call("x"), ValueError) == (
        "'x' is not a valid Operation: use one of start, update, end, stream or end_stream"
    )


@pytest.mark.parametrize("name", BY_TYPE)
def test_an_activity_type_that_does_not_exist_is_answered_with_one_that_does(name: str) -> None:
    call = BY_TYPE[name]
    assert message_of(lambda: call("segmented progres"), ValueError) == (
        "'segmented progres' is not a valid ActivityType: did you mean segmented_progress?"
    )
    assert message_of(lambda: call("x"), ValueError) == (
        "'x' is not a valid ActivityType: "
        "use one of segmented_progress, progress, metrics, stats, alert, timer or value"
    )


@pytest.mark.parametrize(
    ("wrong", "shown"), [(7, "7"), (None, "None"), (True, "True"), (False, "False"), (1.5, "1.5"), ("", "''")]
)
def test_what_is_no_name_is_answered_with_the_names(wrong: Any, shown: str) -> None:
    assert message_of(lambda: check({}, wrong), ValueError) == (
        f"{shown} is not a valid Operation: use one of start, update, end, stream or end_stream"
    )


@pytest.mark.parametrize(
    ("enable", "message"),
    [
        (["legacy-opration"], "got 'legacy-opration': did you mean legacy-operation?"),
        (["xyz", "legacy_operation"], "got 'xyz', 'legacy_operation': did you mean legacy-operation?"),
        (["xyz"], "got 'xyz'"),
        (["blank-txt", "too-lng"], "got 'blank-txt', 'too-lng': did you mean blank-text?"),
        ("legacy-operation", "got 'legacy-operation': write ['legacy-operation']"),
        ("legacy-opration", "got 'legacy-opration'"),
        ([7], "got 7"),
        ([[]], "got an empty list"),
    ],
)
def test_a_rule_that_does_not_exist_is_answered_with_one_that_does(enable: Any, message: str) -> None:
    expected = f"enable must be a collection of rule ids, {message}"
    assert message_of(lambda: check({}, "update", enable=enable), ValueError) == expected
    assert message_of(lambda: Timeline().apply({}, "update", enable=enable), ValueError) == expected


def test_a_rule_to_break_is_answered_with_one_that_exists() -> None:
    message = "a rule must be one of the catalogue, got 'empty-sting'; did you mean empty-string?"
    assert message_of(lambda: broken_payloads("update", rule="empty-sting"), ValueError) == message


@pytest.mark.parametrize(
    ("given_", "shown"), [({}, "a dict"), ([], "a list"), (None, "a NoneType"), (MODEL, "an UpdateRequest")]
)
def test_data_for_loads_is_answered_with_load(given_: Any, shown: str) -> None:
    message = f"loads needs JSON text as str, bytes or bytearray, got {shown}: use load for plain data"
    assert message_of(lambda: loads(given_, "update"), TypeError) == message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{"a":1}', 'the string "{\\"a\\":1}"'),
        (' \n{"a', 'the string " \\n{\\"a"'),
        (b"{}", "a bytes"),
        (bytearray(b" {}"), "a bytearray"),
    ],
)
def test_json_text_for_load_and_check_is_answered_with_loads(text: Any, shown: str) -> None:
    hint = "it is JSON text: use loads, or parse it first"
    message = f"(root): error[wrong-type] the request must be an object, got {shown} ({hint})"
    assert [(str(each), each.hint) for each in check(text, "update")] == [(message, hint)]
    assert [each.hint for each in check(text, "update", enable=["legacy-operation"])] == [hint]
    assert message_of(lambda: load(text, "update"), InvalidPayload) == message
    assert not is_valid(text, "update")


def test_bytes_are_compared_with_bytes_only() -> None:
    """With the option -bb, Python raises an error for any other comparison of bytes."""
    program = (
        "import liveschema\n"
        "for payload in ('{}', b'{}', bytearray(b'{}'), b'x', {b'tags': []}, {'content_state': {'title': b'x'}}):\n"
        "    for enable in ([], ['inert-field']):\n"
        "        assert liveschema.check(payload, 'update', enable=enable)\n"
    )
    subprocess.run([sys.executable, "-bb", "-c", program], check=True)


class Unreadable(str):
    """A string that fails if it is looked at."""

    __slots__ = ()

    def lstrip(self, *_: Any) -> str:
        raise OSError


def test_methods_of_a_payload_are_not_called_to_look_for_json_text() -> None:
    (problem,) = check(Unreadable("{}"), "update", enable=["inert-field"])
    assert problem.hint == "it is JSON text: use loads, or parse it first"


@pytest.mark.parametrize("payload", ["update.json", "", b"", b"x", 7, [], {1}])
def test_what_is_no_json_text_gets_no_such_hint(payload: object) -> None:
    assert [(each.rule, each.hint) for each in check(payload, "update")] == [("wrong-type", None)]


@pytest.mark.parametrize(
    ("build", "message", "hint"),
    [
        (
            lambda: StreamRequest(content_state={"title": "x", "type": "progress", "percentage": 1}),  # type: ignore[call-overload]
            "got a dict instead of a SegmentedProgress, Progress, Metrics, Stats, Alert, Timer or Value",
            "use Progress(…), or load the whole payload from plain data",
        ),
        (
            lambda: StreamRequest(content_state={"title": "x"}),  # type: ignore[call-overload]
            "got a dict instead of a SegmentedProgress, Progress, Metrics, Stats, Alert, Timer or Value",
            f"use {CLASSES}, or load the whole payload from plain data",
        ),
        (
            lambda: Metrics(title="x", metrics=[{"label": "a", "value": 1}]),  # type: ignore[list-item]
            "got a dict instead of a Metric",
            "use Metric(…), or load the whole payload from plain data",
        ),
        (
            lambda: Alert(title="x", message="y", icon="bolt"),  # type: ignore[arg-type]
            "got a str instead of an Icon",
            None,
        ),
    ],
)
def test_a_dict_for_a_model_is_answered_with_its_class(build: AnyCall, message: str, hint: str | None) -> None:
    build_it: Any = build
    with pytest.raises(InvalidPayload) as caught:
        build_it()
    (problem,) = caught.value.problems
    assert problem.message.endswith(message)
    assert problem.hint == hint


@pytest.mark.parametrize("operation", Operation)
@examples(50)
@given(data=st.data())
def test_every_model_is_judged_as_what_it_would_send(operation: Operation, data: st.DataObject) -> None:
    model = data.draw(requests(data.draw(st.sampled_from(Operation))))
    payload = dump(model)
    assert check(model, operation) == check(payload, operation)
    assert is_valid(model, operation) == is_valid(payload, operation)
    assert dump(model) == payload
    if is_valid(payload, operation):
        assert load(model, operation) == load(payload, operation)


def test_a_model_is_judged_wherever_it_is() -> None:
    assert check(MODEL, "update") == []
    assert [each.rule for each in check(MODEL, "update", enable=["legacy-operation"])] == ["legacy-operation"]
    assert load(MODEL, "update") == MODEL
    assert [each.rule for each in check(MODEL, "start")] == ["misplaced-field"]
    assert check({"activity_id": "act_7", "content_state": MODEL.content_state}, "update") == []
    (problem,) = check({"activity_id": "act_7", "content_state": MODEL.content_state}, "update", activity_type="alert")
    assert problem.rule == "type-mismatch"


def test_a_model_of_the_wrong_kind_is_reported_where_it_is() -> None:
    (*_, problem) = check(update(PROGRESS | {"title": MODEL}), "update")
    assert str(problem) == "/content_state/title: error[wrong-type] title must be a string, got an object"


def test_the_class_of_a_model_is_no_payload() -> None:
    (problem,) = check(UpdateRequest, "update")
    assert str(problem) == "(root): error[wrong-type] the request must be an object, got a type"


def test_the_strategies_say_which_extra_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    spec = importlib.util.find_spec("liveschema.testing")
    assert spec is not None
    assert spec.loader is not None
    again = importlib.util.module_from_spec(spec)
    with pytest.raises(ImportError) as caught:
        spec.loader.exec_module(again)
    assert str(caught.value) == "liveschema.testing needs hypothesis: pip install 'liveschema[testing]'"
    assert caught.value.__suppress_context__
