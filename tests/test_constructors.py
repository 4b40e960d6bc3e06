"""Generated constructors do what the general one does, which converts all arguments and judges the whole model."""

from __future__ import annotations

import inspect
import json
import math
import re
import typing
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import liveschema
from liveschema import (
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
    dump,
    dumps,
)
from liveschema.engine.declare import Model
from liveschema.engine.objects import REQUIRED


class Word(str):
    """A string of another class."""

    __slots__ = ()


class Glyph(Icon):
    """A model of a class that somebody derived."""


HOOK = WebhookAction("Abort", "https://x.example/abort", method="POST", body={"run": [1, {"by": "phone"}]})
OPEN = OpenUrlAction("Open", "https://x.example")
CPU = Metric("CPU", 27, unit="%")
STATES: dict[type[Model], dict[str, Any]] = {
    Progress: {"title": "Backup", "percentage": 42},
    SegmentedProgress: {"title": "Deploy", "current_step": 1, "number_of_steps": 4, "step_colors": ["lime"]},
    Metrics: {"title": "web-1", "metrics": [CPU, Metric("Disk", "12 GB", color="red")]},
    Stats: {"title": "Sales", "metrics": (CPU,)},
    Alert: {"title": "Approval", "message": "Release waits", "badge": Badge("NEW", color="red")},
    Timer: {"title": "Bench", "duration_seconds": 900, "is_running": True},
    Value: {"title": "Charge", "value": "81 %"},
}
VALID: dict[type[Model], dict[str, Any]] = {
    **STATES,
    Metric: {"label": "CPU", "value": 27},
    Icon: {"symbol": "bolt.fill", "color": "lime"},
    Badge: {"title": "NEW"},
    OpenUrlAction: {"title": "Open", "url": "https://x.example"},
    WebhookAction: {"title": "Abort", "url": "https://x.example", "body": {"a": [1]}},
    PushAlert: {"title": "Hi", "body": "there"},
    Target: {"channels": ["ops"]},
    StartRequest: {"content_state": Progress(title="x", percentage=1), "action": OPEN, "metadata": {"k": 1}},
    UpdateRequest: {"activity_id": "act_1", "content_state": Stats(title="x", metrics=[CPU]), "tags": ["a", "b"]},
    EndRequest: {"activity_id": "act_1", "content_state": Alert(title="x", message="y", auto_dismiss_minutes=1)},
    StreamRequest: {"content_state": Timer(title="x"), "channels": ["ops"], "secondary_action": HOOK},
    EndStreamRequest: {"tags": []},
}
HOUSED = [
    *(cls(**{**arguments, **more}) for cls, arguments in STATES.items() for more in ({}, {"type": None})),
    Progress(title="x", percentage=1, auto_dismiss_minutes=3),
    Value(title="x", value=1, auto_dismiss_seconds=3),
    Timer(title="x", counts_down=False),
]
TEXTS = ["", "x", "x" * 65, " ", "lime", "teal", "alert", "GET", "https://x.example", "ftp://x.example", "\ud800"]
NUMBERS = [0, 1, 5, 101, -1, 2.0, 2.5, 10**400, math.nan, math.inf]
LISTS: list[Any] = [[], ["x"], ("x",), ["x"] * 21, [""], ["lime", Color.RED], ["teal"], [Word("lime")], {"x"}]
LISTS += [[CPU], (CPU, CPU), [CPU] * 9]
DICTS: list[Any] = [{}, {"k": 1}, {"k": None}, {"": 1}, {"k": {1}}, {1: 2}, MappingProxyType({"k": 1})]
DICTS += [HOOK.body, StreamRequest(content_state=Timer(title="x"), metadata={"k": 1}).metadata]
DICTS += [{str(each): each for each in range(51)}, {"k" * each: "x" * 4000 for each in range(1, 6)}]
PARTS = [Icon("bolt"), Glyph("bolt"), Badge("NEW"), CPU, OPEN, HOOK, PushAlert(title="x")]
PARTS += [Target(["x"]), Target(["ops"]), WebhookAction("x", "https://x.example", type=None)]  # type: ignore[arg-type]
NAMES = [Word("lime"), Color.LIME, ActivityType.ALERT, ActivityType.PROGRESS]
MANY: list[Any] = [None, True, False, object(), *HOUSED, *TEXTS, *NUMBERS, *LISTS, *DICTS, *PARTS, *NAMES]


def outcome(build: Any) -> Any:
    """Return the attributes of what is built, with their types, or the problems."""
    try:
        made = build()
    except InvalidPayload as error:
        return error.problems
    return [(name, type(getattr(made, name)), repr(getattr(made, name))) for name in made.__fields__]


def by_the_general_one(cls: type[Any], arguments: dict[str, Any]) -> Any:
    """Return the outcome of the general constructor."""
    fields = cls.__spec__.fields
    given_ = {name: arguments.get(name, fields[name].default) for name in cls.__fields__}
    made = object.__new__(cls)

    def build() -> Any:
        made.__build__(given_)
        return made

    return outcome(build)


@pytest.mark.slow
@pytest.mark.parametrize("cls", VALID, ids=lambda cls: cls.__name__)
def test_every_class_takes_every_value_as_the_general_constructor_does(cls: type[Any]) -> None:
    for name in cls.__fields__:
        for value in MANY:
            arguments = {**VALID[cls], name: value}
            assert outcome(lambda: cls(**arguments)) == by_the_general_one(cls, arguments), (name, value)  # noqa: B023


@given(st.data())
def test_every_combination_of_values_is_taken_as_the_general_constructor_does(data: st.DataObject) -> None:
    cls: Any = data.draw(st.sampled_from([*VALID]))
    names = data.draw(st.lists(st.sampled_from(cls.__fields__), min_size=1, max_size=4, unique=True))
    arguments = VALID[cls] | {name: data.draw(st.sampled_from(MANY)) for name in names}
    assert outcome(lambda: cls(**arguments)) == by_the_general_one(cls, arguments)


def test_every_class_that_can_be_built_has_a_generated_constructor() -> None:
    found: list[Any] = [each for each in vars(liveschema.models).values() if isinstance(each, type)]
    assert {each for each in found if not each.__abstract__} == VALID.keys()
    cls: Any
    for cls in VALID:
        assert cls.__init__.__module__ == "liveschema._generated.construct"


def test_a_constructor_says_what_it_takes() -> None:
    assert str(inspect.signature(Metric)) == (
        "(label: 'str', value: 'float | str', *, unit: 'str | None' = None, color: 'ColorLike | None' = None) -> 'None'"
    )
    assert typing.get_type_hints(Metric.__init__)["color"] == Color | str | None
    for cls in VALID:
        assert typing.get_type_hints(cls.__init__).keys() == {*cls.__fields__, "return"}
        assert typing.get_type_hints(cls).keys() >= {*cls.__fields__}


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Metric("CPU"), r"^Metric\.__init__\(\) missing 1 required positional argument: 'value'$"),  # type: ignore[call-arg]
        (lambda: Progress("x"), r"^Progress\.__init__\(\) takes 1 positional argument but 2 were given$"),  # type: ignore[call-overload]
        (lambda: Metric("CPU", 27, "%"), r"^Metric\.__init__\(\) takes 3 positional arguments but 4 were given$"),  # type: ignore[call-arg]
        (lambda: Target(["x"], chanels=1), r"^Target\.__init__\(\) got an unexpected keyword argument 'chanels'"),  # type: ignore[call-arg]
    ],
)
def test_wrong_arguments_are_refused_as_by_any_function(build: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        build()


def test_a_derived_class_is_judged_too() -> None:
    assert Glyph("bolt").symbol == "bolt"
    with pytest.raises(InvalidPayload, match="symbol must not be empty"):
        Glyph("")


def test_attrs_can_derive_a_class_that_is_judged() -> None:
    @attrs.frozen(kw_only=True)
    class Deploy(Progress):
        run: int = 0

    deploy: Any = Deploy

    assert deploy(title="x", percentage=3, run=7).run == 7
    with pytest.raises(InvalidPayload, match="percentage must be from 0 to 100"):
        deploy(title="x", percentage=300)


def test_a_class_that_is_derived_from_a_model_is_sent_as_the_model() -> None:
    @attrs.frozen(kw_only=True)
    class Deploy(Progress):
        run: int = 0

    class Abort(WebhookAction):
        pass

    @attrs.frozen(kw_only=True)
    class Other(State):
        run: int = 0

    deploy: Any = Deploy
    sent = {"title": "x", "type": "progress", "percentage": 3}
    button = {"title": "Abort", "type": "webhook", "url": "https://x.example"}
    request = StreamRequest(
        content_state=deploy(title="x", percentage=3, run=7), action=Abort("Abort", "https://x.example")
    )
    assert dump(request) == json.loads(dumps(request)) == {"content_state": sent, "action": button}
    assert dump(deploy(title="x", percentage=3)) == sent
    other: Any = Other
    for send in (dump, dumps):
        with pytest.raises(TypeError, match=r"^Other cannot be sent; derive it from a model that can be built$"):
            send(other(title="x"))


def test_attrs_knows_the_fields() -> None:
    fields = attrs.fields(Metric)
    assert [each.name for each in fields] == ["label", "value", "unit", "color"]
    assert [each.kw_only for each in fields] == [False, False, True, True]
    assert fields.label.default is attrs.NOTHING  # type: ignore[comparison-overlap] # the plugin takes it for a value
    assert fields.unit.default is None
    assert len(attrs.fields(State)) < len(attrs.fields(Progress))
    assert attrs.asdict(Icon("bolt")) == {"symbol": "bolt", "color": None}
    assert [name for name in Metric.__fields__ if Metric.__spec__.fields[name].default is REQUIRED] == [
        "label",
        "value",
    ]


def test_help_describes_every_argument() -> None:
    for cls in VALID:
        doc = cls.__doc__ or ""
        described = re.findall(r"^    (\w+): ", doc.partition("\nArgs:\n")[2].partition("\n\n")[0], re.MULTILINE)
        assert sorted(described) == sorted(cls.__fields__), cls
        assert (
            cls.__init__.__doc__ == f"Build and validate {cls.__name__}, whose documentation describes the arguments."
        )
