"""Code of senders that type checkers accept; it is never run."""

from __future__ import annotations

import copy
import pickle
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any, Literal, assert_never, assert_type

import attrs

import liveschema
from liveschema import (
    ActionType,
    ActivityType,
    ActivityTypeLike,
    Alert,
    AnyRequest,
    AnyState,
    Badge,
    Color,
    ColorLike,
    EndRequest,
    EndStreamRequest,
    Icon,
    InvalidPayload,
    Metric,
    Metrics,
    OpenUrlAction,
    Operation,
    OperationLike,
    Problem,
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
)

# Parts.
cpu = Metric("CPU", 27, unit="%", color="lime")
memory = Metric(label="Memory", value="61 %", color=Color.BLUE)
icon = Icon("bolt.fill", color="yellow")
badge = Badge("NEW", color=None)
link = OpenUrlAction("Open", "https://ci.example.com")
hook = WebhookAction("Stop", "https://ci.example.com/stop", method="POST", body={"run": [1, None]})
call = WebhookAction("Ping", "https://ci.example.com/ping", method=WebhookMethod.GET, type="webhook")
target = Target(["ops", "web"])

# States.
bar = Progress(title="Backup", percentage=42)
part = Progress(title="Backup", value=3, upper_limit=7.5, subtitle="db", color="red", icon=icon, badge=badge)
both = Progress(title="Backup", percentage=42.5, value=3, upper_limit=7)
untyped = Progress(title="Backup", percentage=42, type=None)
steps = SegmentedProgress(title="Deploy", current_step=1, number_of_steps=4, step_colors=["lime", Color.GREEN])
later = SegmentedProgress(title="Deploy", current_step=2, step_color="blue", step_colors=("lime", "lime"))
bars = Metrics(title="web-1", metrics=[cpu, memory], color=Color.BLUE, type="metrics")
many = Stats(title="Sales", metrics=(cpu, memory), auto_dismiss_seconds=30)
queued = Stats(title="Sales", metrics=deque([cpu]))
alert = Alert(title="Approval", message="Release 2.0 waits", badge=Badge("NEW"))
timer = Timer(title="Bench", duration_seconds=900, counts_down=False, is_running=True)
value = Value(title="Charge", value="81 %", type=ActivityType.VALUE)
number = Value(title="Charge", value=81)

# Requests.
start = StartRequest(content_state=bar, alert=PushAlert(title="Backup", body="began"), target=target, action=link)
update = UpdateRequest(activity_id="act_7", content_state=bars, tags=("prod",), metadata={"run": 7, "ok": True})
end = EndRequest(activity_id="act_7", content_state=alert, tags=[], secondary_action=hook, action=link)
stream = StreamRequest(content_state=steps, channels=["ops"], action=link, secondary_action=hook)
renewed = StreamRequest(content_state=timer, channels="ops web".split(), metadata={})
cleared = EndStreamRequest()
closed = EndStreamRequest(content_state=many, tags=deque(["prod"]))
buttons = EndStreamRequest(action=link, secondary_action=hook)


def any_color(color: ColorLike | None, done: float | None) -> Progress:
    if done is None:
        return Progress(title="Backup", value=1, upper_limit=2, color=color)
    return Progress(title="Backup", percentage=done, color=color)


def any_metadata(run: dict[str, int], names: list[str], text: Mapping[str, str]) -> list[Request]:
    return [StreamRequest(content_state=bar, metadata=run, tags=names), EndStreamRequest(metadata=text)]


def any_state(state: AnyState, other: State) -> tuple[StartRequest, UpdateRequest]:
    return StartRequest(content_state=state), UpdateRequest(activity_id="act_7", content_state=other)


def any_button(state: Progress | Alert, button: OpenUrlAction | WebhookAction | None) -> EndRequest:
    return EndRequest(activity_id="act_7", content_state=state, action=link, secondary_action=button)


# What is loaded.
assert_type(liveschema.load({}, "start"), StartRequest)
assert_type(liveschema.load({}, Operation.UPDATE), UpdateRequest)
assert_type(liveschema.loads("{}", "end"), EndRequest)
assert_type(liveschema.loads(b"{}", "stream", activity_type="timer"), StreamRequest)
assert_type(liveschema.load({}, "end_stream", activity_type=ActivityType.VALUE), EndStreamRequest)
assert_type(liveschema.check({}, "update"), list[Problem])
assert_type(liveschema.is_valid({}, "update", activity_type="alert"), bool)
assert_type(liveschema.dumps(update), str)
assert_type(liveschema.dump(cpu), dict[str, Any])
assert_type(Operation("start"), Operation)
assert_type(update.tags, tuple[str, ...] | None)
assert_type(update.content_state, AnyState)
assert_type(closed.content_state, AnyState | None)
assert_type(bars.metrics, tuple[Metric, ...])
assert_type(cpu.value, float | str)
assert_type(cpu.color, Color | None)
assert_type(hook.method, WebhookMethod | None)
assert_type(bars.type, Literal[ActivityType.METRICS] | None)
assert_type(link.type, Literal[ActionType.OPEN_URL])
assert_type(target.channels, tuple[str, ...])


def loaded(payload: object, operation: OperationLike, known: ActivityTypeLike | None) -> AnyRequest:
    try:
        return liveschema.load(payload, operation, activity_type=known)
    except InvalidPayload as error:
        for problem in error.problems:
            assert_type(problem.rule, str)
        raise


def percentage_of(payload: object) -> float | None:
    state = liveschema.load(payload, "update").content_state
    return state.percentage if isinstance(state, Progress) else None


def described(state: AnyState) -> str:
    match state:
        case Progress(percentage=done):
            return f"{done} %"
        case SegmentedProgress(current_step=step, number_of_steps=most):
            return f"{step} of {most}"
        case Metrics(metrics=metrics) | Stats(metrics=metrics):
            return ", ".join(metric.label for metric in metrics)
        case Alert(message=message):
            return message
        case Timer(duration_seconds=seconds):
            return f"{seconds} s"
        case Value(value=figure):
            return str(figure)
        case _:
            assert_never(state)


def activity_of(request: AnyRequest) -> str | None:
    match request:
        case UpdateRequest() | EndRequest():
            return request.activity_id
        case StartRequest() | StreamRequest() | EndStreamRequest():
            return None
        case _:
            assert_never(request)


def of_any_class(state: State, request: Request) -> str | None:
    assert_type(state.type, ActivityType | None)
    assert_type(request.content_state, AnyState | None)
    return None if request.content_state is None else request.content_state.title


titles = [each.content_state.title for each in (start, update)]

# What attrs, copy and pickle do with models.
assert_type(attrs.evolve(update, tags=["prod", "eu"]), UpdateRequest)
assert_type(attrs.evolve(bar, percentage=50, color="red"), Progress)
assert_type(attrs.evolve(cpu, value=28, color=Color.RED), Metric)
attrs.fields(Progress)
attrs.asdict(stream)
attrs.has(Timer)
assert_type(copy.deepcopy(stream), StreamRequest)
pickle.dumps(stream)
chosen: dict[Progress | StreamRequest, Sequence[Badge]] = {bar: [badge], stream: ()}


class Deploy(SegmentedProgress):
    """A class that a sender derives."""


deploy = StreamRequest(content_state=Deploy(title="Deploy", current_step=1, number_of_steps=4))
