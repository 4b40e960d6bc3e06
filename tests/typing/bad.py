"""Mistakes of senders that type checkers report: one on each line that ends in ``# bad``. The code is never run."""

from __future__ import annotations

from typing import assert_never

import attrs

import liveschema
from liveschema import (
    Alert,
    AnyState,
    Badge,
    EndRequest,
    EndStreamRequest,
    Icon,
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
)

cpu = Metric("CPU", 27)
link = OpenUrlAction("Open", "https://ci.example.com")
bar = Progress(title="Backup", percentage=42)
bars = Metrics(title="web-1", metrics=[cpu])
timer = Timer(title="Bench", duration_seconds=900)
update = UpdateRequest(activity_id="act_7", content_state=bars)

# Arguments that are missing, unknown or misplaced.
Metric("CPU")  # bad
Metric("CPU", 27, "%")  # bad
Icon()  # bad
Progress("Backup", percentage=42)  # bad
Progress(title="Backup")  # bad
Progress(percentage=42)  # bad
Progress(title="Backup", value=3)  # bad
Progress(title="Backup", upper_limit=7)  # bad
Progress(title="Backup", percentage=42, upper_limit=7)  # bad
Progress(title="Backup", percentage=42, message="x")  # bad
Progress(title="Backup", percent=42)  # bad
SegmentedProgress(title="Deploy", number_of_steps=4)  # bad
Metrics(title="web-1")  # bad
Metrics(title="web-1", metrics=[cpu], badge=Badge("NEW"))  # bad
Alert(title="Approval")  # bad
Timer(title="Bench", badge=Badge("NEW"))  # bad
Timer(title="Bench", badge=None)  # bad
Timer(title="Bench", duration=900)  # bad
Value(title="Charge", upper_limit=3)  # bad
WebhookAction("Stop")  # bad
Target()  # bad
UpdateRequest(content_state=bar)  # bad
UpdateRequest(activity_id="act_7", content_state=bar, channels=["ops"])  # bad
UpdateRequest(activity_id="act_7", content_state=bar, alert=PushAlert(title="x"))  # bad
EndRequest(activity_id="act_7")  # bad
StartRequest(content_state=bar, activity_id="act_7")  # bad
StreamRequest(content_state=bar, stream_key="prod")  # bad
StreamRequest()  # bad
EndStreamRequest(content_state=bar, channels=["ops"])  # bad

# A second button that the card has no space for.
StartRequest(content_state=timer, action=link, secondary_action=link)  # bad
UpdateRequest(activity_id="act_7", content_state=bars, action=link, secondary_action=link)  # bad
EndRequest(activity_id="act_7", content_state=Stats(title="x", metrics=[cpu]), secondary_action=link)  # bad
StreamRequest(content_state=timer, secondary_action=link)  # bad
EndStreamRequest(content_state=bars, secondary_action=link)  # bad

# Values that are misspelt or of another type.
Metric(27, "CPU")  # bad
Metric("CPU", 27, color="teal")  # bad
Metric("CPU", None)  # bad
Icon("bolt.fill", color="Lime")  # bad
Badge("NEW", color="grey")  # bad
Progress(title="Backup", percentage="42")  # bad
Progress(title="Backup", percentage=42, color="teal")  # bad
Progress(title="Backup", percentage=42, type="timer")  # bad
Progress(title="Backup", percentage=42, icon="bolt.fill")  # bad
SegmentedProgress(title="Deploy", current_step=1.5, number_of_steps=4)  # bad
SegmentedProgress(title="Deploy", current_step=1, step_colors=["teal"])  # bad
SegmentedProgress(title="Deploy", current_step=1, step_colors="lime")  # bad
Metrics(title="web-1", metrics=[{"label": "CPU", "value": 27}])  # bad
Metrics(title="web-1", metrics=cpu)  # bad
Alert(title="Approval", message=None)  # bad
Timer(title="Bench", duration_seconds="900")  # bad
Timer(title="Bench", is_running="yes")  # bad
WebhookAction("Stop", "https://ci.example.com", method="PUT")  # bad
WebhookAction("Stop", "https://ci.example.com", body="run=7")  # bad
WebhookAction("Stop", "https://ci.example.com", type="open_url")  # bad
Target("ops")  # bad
StartRequest(content_state=bar, alert=Alert(title="x", message="y"))  # bad
StartRequest(content_state=bar, target=["ops"])  # bad
StartRequest(content_state={"title": "Backup", "percentage": 42})  # bad
StreamRequest(content_state=bar, channels="ops")  # bad
StreamRequest(content_state=bar, tags="prod")  # bad
StreamRequest(content_state=bar, tags=["prod", 5])  # bad
StreamRequest(content_state=bar, metadata={"run": None})  # bad
StreamRequest(content_state=bar, metadata={"run": [7]})  # bad
StreamRequest(content_state=bar, metadata=["run"])  # bad
StreamRequest(content_state=bar, action="https://ci.example.com")  # bad
UpdateRequest(activity_id=7, content_state=bar)  # bad
State(title="Backup")  # bad
Request()  # bad

# Functions.
liveschema.load({}, "updat")  # bad
liveschema.load({})  # bad
liveschema.loads({"content_state": {}}, "update")  # bad
liveschema.check({}, "upsert")  # bad
liveschema.check({}, "update", activity_type="sundial")  # bad
liveschema.is_valid({}, "begin")  # bad
liveschema.dump({"content_state": {}})  # bad
liveschema.json_schema("update", form="type")  # bad
liveschema.load({}, "update").content_state.percentage  # bad
liveschema.load({}, "end_stream").content_state.title  # bad
liveschema.load({}, "stream").activity_id  # bad


def loaded(operation: str, activity_type: str) -> None:
    liveschema.load({}, operation)  # bad
    liveschema.check({}, "update", activity_type=activity_type)  # bad
    Progress(title="Backup", percentage=42, color=operation)  # bad


# Models cannot be changed.
update.tags = ["prod"]  # bad
update.content_state.title = "x"  # bad
bars.metrics.append(cpu)  # bad
attrs.evolve(cpu, color=None).metadata  # bad


def changed(request: StreamRequest) -> None:
    assert request.metadata is not None
    request.metadata["run"] = 7  # bad
    del request.metadata["run"]  # bad


def forgotten(state: AnyState) -> str:
    match state:
        case Progress() | SegmentedProgress() | Metrics() | Stats() | Alert() | Timer():
            return state.title
        case _:
            assert_never(state)  # bad
