"""Models built in code: validated when built, frozen, and equal to loaded ones."""

from __future__ import annotations

import collections
import copy
import os
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from unittest import mock

import attrs
import pytest

import liveschema
from liveschema import (
    ActionType,
    ActivityType,
    Alert,
    Badge,
    Color,
    EndRequest,
    EndStreamRequest,
    Icon,
    InvalidPayload,
    Metric,
    Metrics,
    OpenUrlAction,
    Progress,
    PushAlert,
    Request,
    SegmentedProgress,
    StartRequest,
    State,
    Stats,
    StreamRequest,
    Target,
    Timer,
    UpdateRequest,
    Value,
    WebhookAction,
    WebhookMethod,
    dump,
    load,
)
from liveschema.contract.base import SentModel
from liveschema.engine import declare
from liveschema.engine.scalars import Text

OPEN = OpenUrlAction("Open", "https://ci.example.com")
FULL: list[tuple[Request, dict[str, Any]]] = [
    (
        StartRequest(
            content_state=SegmentedProgress(
                title="Release",
                subtitle="web",
                number_of_steps=4,
                current_step=2,
                step_color="blue",
                step_colors=["lime", Color.GREEN],
                color="red",
                icon=Icon("bolt.fill", color="yellow"),
                badge=Badge("NEW"),
            ),
            alert=PushAlert(title="Release", body="began"),
            target=Target(["ops"]),
            action=OPEN,
            secondary_action=WebhookAction("Stop", "https://ci.example.com/stop", body={"run": [7, None]}),
            tags=["ci"],
            metadata={"run": 7, "ok": True, "ratio": 0.5, "who": "ann"},
        ),
        {
            "content_state": {
                "title": "Release",
                "subtitle": "web",
                "number_of_steps": 4,
                "current_step": 2,
                "step_color": "blue",
                "step_colors": ["lime", "green"],
                "color": "red",
                "icon": {"symbol": "bolt.fill", "color": "yellow"},
                "badge": {"title": "NEW"},
                "type": "segmented_progress",
            },
            "alert": {"title": "Release", "body": "began"},
            "target": {"channels": ["ops"]},
            "action": {"title": "Open", "type": "open_url", "url": "https://ci.example.com"},
            "secondary_action": {
                "title": "Stop",
                "type": "webhook",
                "url": "https://ci.example.com/stop",
                "body": {"run": [7, None]},
            },
            "tags": ["ci"],
            "metadata": {"run": 7, "ok": True, "ratio": 0.5, "who": "ann"},
        },
    ),
    (
        UpdateRequest(
            activity_id="a", content_state=Metrics(title="web-1", metrics=[Metric("CPU", 27, unit="%")]), tags=()
        ),
        {
            "activity_id": "a",
            "content_state": {
                "title": "web-1",
                "type": "metrics",
                "metrics": [{"label": "CPU", "value": 27, "unit": "%"}],
            },
            "tags": [],
        },
    ),
    (
        EndRequest(
            activity_id="a", content_state=Timer(title="Run", type=None, is_running=False, auto_dismiss_minutes=0)
        ),
        {"activity_id": "a", "content_state": {"title": "Run", "is_running": False, "auto_dismiss_minutes": 0}},
    ),
    (
        StreamRequest(content_state=Value(title="Sales", value="$ 1,204"), channels=["sales"], metadata={}),
        {
            "content_state": {"title": "Sales", "type": "value", "value": "$ 1,204"},
            "channels": ["sales"],
            "metadata": {},
        },
    ),
    (EndStreamRequest(), {}),
    (
        EndStreamRequest(content_state=Stats(title="Night", metrics=[Metric("Rows", "1.2 M", color="cyan")])),
        {
            "content_state": {
                "title": "Night",
                "type": "stats",
                "metrics": [{"label": "Rows", "value": "1.2 M", "color": "cyan"}],
            }
        },
    ),
]


@pytest.mark.parametrize(("request_", "payload"), FULL, ids=lambda case: type(case).__name__)
def test_a_model_round_trips(request_: Request, payload: dict[str, Any]) -> None:
    assert dump(request_) == payload
    loaded = load(payload, request_.operation)
    assert type(loaded) is type(request_)
    assert loaded == request_
    assert repr(loaded) == repr(request_)


@pytest.mark.parametrize(("request_", "payload"), FULL, ids=lambda case: type(case).__name__)
def test_a_loaded_model_behaves_like_a_built_one(request_: Request, payload: dict[str, Any]) -> None:
    loaded: Any = load(payload, request_.operation)
    attrs.validate(loaded)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        loaded.tags = ["x"]
    with pytest.raises(AttributeError):
        object.__setattr__(loaded, "other", 1)
    assert pickle.loads(pickle.dumps(loaded)) == request_  # noqa: S301 - our own data
    assert copy.deepcopy(loaded) == request_
    assert attrs.evolve(loaded, tags=["x"]).tags == ("x",)


def test_values_are_converted_to_the_types_of_the_vocabulary() -> None:
    state = load({"content_state": {"title": "x", "type": "timer", "color": "lime"}}, "stream").content_state
    assert state == Timer(title="x", color="lime")
    assert isinstance(state, Timer)
    assert state.color is Color.LIME
    assert state.type is ActivityType.TIMER
    assert Timer(title="x", color="lime").color is Color.LIME
    action = WebhookAction("x", "https://x.example", method="GET")
    assert action.method is WebhookMethod.GET
    assert action.type is ActionType.WEBHOOK
    assert all(type(value) is str for value in dump(action).values())


def test_a_model_does_not_share_what_it_was_built_from() -> None:
    body = {"a": [1]}
    metadata = {"k": 1}
    payload: dict[str, Any] = {
        "content_state": {"title": "x", "type": "timer"},
        "metadata": metadata,
        "action": {"title": "x", "type": "webhook", "url": "https://x.example", "body": body},
    }
    loaded = load(payload, "stream")
    built = StreamRequest(
        content_state=Timer(title="x"), metadata=metadata, action=WebhookAction("x", "https://x.example", body=body)
    )
    dumped = dump(built)
    body["a"].append(2)
    metadata["k"] = 2
    dumped["action"]["body"]["a"].append(3)
    assert dump(loaded) == dump(built)
    assert dump(built)["metadata"] == {"k": 1}
    assert dump(built)["action"]["body"] == {"a": [1]}


@pytest.mark.parametrize("kind", [list, tuple, collections.deque, collections.UserList])
def test_a_model_takes_every_sequence(kind: Any) -> None:
    cpu = Metric("CPU", 27)
    assert Metrics(title="web-1", metrics=kind([cpu])).metrics == (cpu,)
    assert Target(kind(["ops"])).channels == ("ops",)
    steps = SegmentedProgress(title="x", current_step=1, number_of_steps=2, step_colors=kind(["lime", Color.RED]))
    assert steps.step_colors == (Color.LIME, Color.RED)
    with pytest.raises(
        InvalidPayload, match=r"^/metrics/1: error\[wrong-type\] metrics\[1\] must be an object, got a dict"
    ):
        Metrics(title="web-1", metrics=kind([cpu, {"label": "a", "value": 1}]))


@pytest.mark.parametrize("items", ["abc", b"abc", {"a"}, {"a": 1}, iter("a"), range(500_001)])
def test_a_model_takes_nothing_else_for_a_list(items: Any) -> None:
    with pytest.raises(InvalidPayload, match=r"error\[wrong-type\] channels must be a list of .+, got "):
        Target(items)


BROKEN: list[tuple[Any, list[tuple[str, str]]]] = [
    (
        lambda: Metric("", -1, unit=5, color="teal"),  # type: ignore[arg-type]
        [
            ("empty-string", "/label"),
            ("out-of-range", "/value"),
            ("wrong-type", "/unit"),
            ("unknown-color", "/color"),
        ],
    ),
    (lambda: Progress(title="x"), [("missing-field", "")]),  # type: ignore[call-overload] # on purpose
    (lambda: Progress(title="x", value=1), [("incomplete-pair", "")]),  # type: ignore[call-overload] # on purpose
    (lambda: Progress(title="x", percentage=5, type=ActivityType.ALERT), [("type-mismatch", "/type")]),  # type: ignore[call-overload] # on purpose
    (lambda: SegmentedProgress(title="x", current_step=5, number_of_steps=4), [("step-past-end", "/current_step")]),
    (lambda: Metrics(title="x", metrics=[]), [("empty-list", "/metrics")]),
    (lambda: Metrics(title="x", metrics="abc"), [("wrong-type", "/metrics")]),  # type: ignore[arg-type]
    (lambda: Metrics(title="x", metrics=[{"label": "a", "value": 1}]), [("wrong-type", "/metrics/0")]),  # type: ignore[list-item]
    (lambda: Timer(title="x", icon={"symbol": "bolt"}), [("wrong-type", "/icon")]),  # type: ignore[arg-type]
    (lambda: Timer(title=None), [("missing-field", "")]),  # type: ignore[arg-type]
    (lambda: OpenUrlAction("x", "ftp://x.example"), [("invalid-url", "/url")]),
    (lambda: WebhookAction("x", "https://x.example", body={"a": object()}), [("not-json", "/body/a")]),
    (lambda: Target([]), [("empty-list", "/channels")]),
    (lambda: UpdateRequest(activity_id="", content_state=Timer(title="x")), [("empty-string", "/activity_id")]),
    (
        lambda: UpdateRequest(activity_id="a", content_state=Timer(title="x"), action=OPEN, secondary_action=OPEN),  # type: ignore[call-overload] # on purpose
        [("misplaced-field", "/secondary_action")],
    ),
    (
        lambda: UpdateRequest(activity_id="a", content_state=Timer(title="x", auto_dismiss_minutes=1)),
        [("misplaced-field", "/content_state/auto_dismiss_minutes")],
    ),
    (lambda: UpdateRequest(activity_id="a", content_state={"title": "x"}), [("wrong-type", "/content_state")]),  # type: ignore[call-overload]
    (lambda: StartRequest(content_state=Timer(title="x")), [("missing-field", "/content_state")]),
    (
        lambda: StartRequest(content_state=Alert(title="x", message="m", type=None)),
        [("missing-type", "/content_state")],
    ),
    (
        lambda: StreamRequest(content_state=Timer(title="x"), channels=["a"], target=Target(["b"])),
        [("channels-differ", "/channels")],
    ),
    (
        lambda: EndRequest(activity_id="a", content_state=Timer(title="x"), tags=["t"] * 21),
        [("too-many-items", "/tags")],
    ),
    (lambda: StreamRequest(content_state=Timer(title="x"), metadata={"k": None}), [("null-value", "/metadata/k")]),  # type: ignore[dict-item]
]


@pytest.mark.parametrize(("build", "expected"), BROKEN)
def test_building_reports_every_problem_as_loading_would(build: Any, expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidPayload) as caught:
        build()
    errors = [p for p in caught.value.problems if p.severity == "error"]
    assert [(p.rule, p.pointer) for p in errors] == expected


def test_a_message_names_the_expected_class() -> None:
    with pytest.raises(InvalidPayload, match="icon must be an object, got a dict instead of an Icon"):
        Timer(title="x", icon={"symbol": "bolt"})  # type: ignore[arg-type]


def test_the_exception_message_lists_the_problems() -> None:
    with pytest.raises(InvalidPayload) as caught:
        load({"activity_id": "", "content_state": {"titel": "x", "type": "timer"}}, "update")
    assert str(caught.value) == (
        "/activity_id: error[empty-string] activity_id must not be empty, got an empty string\n"
        "/content_state: error[missing-field] content_state needs title, got none\n"
        "/content_state/titel: error[unknown-field] content_state has no field titel (did you mean title?)"
    )
    assert caught.value.problems == tuple(caught.value.problems)
    assert isinstance(caught.value, ValueError)


def test_a_problem_at_the_root_is_shown_as_such() -> None:
    with pytest.raises(InvalidPayload, match=r"^\(root\): error\[wrong-type\] the request must be an object, got 5$"):
        load(5, "update")


def test_the_public_names_are_sorted_and_complete() -> None:
    names = liveschema.__all__
    assert names == sorted(names, key=lambda name: (name[0].islower(), name))
    assert all(hasattr(liveschema, name) for name in names)


def test_other_names_are_not_public() -> None:
    with pytest.raises(AttributeError, match="module 'liveschema' has no attribute 'jsonschema'"):
        liveschema.jsonschema  # type: ignore[attr-defined] # noqa: B018 - the access must raise


def test_importing_the_package_does_not_import_the_command() -> None:
    script = (
        "import liveschema, sys\n"
        "liveschema.is_valid({}, 'update')\n"
        "unwanted = {'yaml', 'jsonschema', 'hypothesis', 'argparse', 'liveschema.lint', 'liveschema.export'}\n"
        "sys.exit(', '.join(unwanted & sys.modules.keys()) or None)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_version_is_that_of_the_project_and_looked_up_only_when_used() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert liveschema.__version__ == project["version"]
    script = (
        "import liveschema, sys\n"
        "liveschema.is_valid({}, 'update')\n"
        "sys.exit('importlib.metadata' in sys.modules or f'version {liveschema.__version__}')\n"
    )
    # -S: nothing that is installed beside the package may import importlib.metadata at the start.
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert done.stderr == f"version {liveschema.__version__}\n"


def test_every_model_is_frozen_slotted_and_documented() -> None:
    models = [
        each
        for each in (getattr(liveschema, name) for name in liveschema.__all__)
        if isinstance(each, type) and attrs.has(each)
    ]
    assert len(models) > 15
    for model in models:
        assert "__dict__" not in dir(model)
        assert ".. versionadded::" in (model.__doc__ or "")
        for attribute in attrs.fields(model):
            if issubclass(model, Request | State):
                assert attribute.kw_only


@pytest.mark.parametrize("cls", [State, Metric, Icon, Badge, OpenUrlAction, WebhookAction, PushAlert, Target, Request])
def test_every_field_has_a_description_and_a_source(cls: type[Any]) -> None:
    for field in cls.__spec__.fields.values():
        assert field.doc.endswith(".")
        assert field.source


def test_models_are_equal_if_class_and_fields_are_equal() -> None:
    assert Badge("NEW") == Badge("NEW") == mock.ANY
    assert Badge("NEW") != Badge("NEW", color="red")
    assert Badge("bolt") != Icon("bolt")
    assert {Badge("NEW"): 1}[Badge("NEW")] == 1
    assert len({Badge("NEW"), Badge("NEW"), Icon("bolt")}) == 2
    assert repr(Badge("NEW")) == "Badge(title='NEW', color=None)"


def test_none_in_a_list_is_reported_as_null() -> None:
    with pytest.raises(InvalidPayload) as caught:
        Metrics(title="web-1", metrics=[Metric("CPU", 27), None])  # type: ignore[list-item]
    assert str(caught.value) == (
        "/metrics/1: error[null-value] metrics[1] must be an object, got null (leave metrics[1] out)"
    )


def test_a_model_outside_the_contract_is_checked() -> None:
    @declare.model(label="the note")
    class Note(SentModel):
        """A model outside the contract."""

        text: str = declare.field(Text(min_length=1), doc="What it says.", source="elsewhere")

    assert Note(text="x").text == "x"
    with pytest.raises(InvalidPayload, match="text must not be empty"):
        Note(text="")


def test_the_exception_can_be_pickled() -> None:
    with pytest.raises(InvalidPayload) as caught:
        Metric("", -1)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own data
    assert (type(again), again.problems) == (InvalidPayload, caught.value.problems)
