"""Code of a sender, which is checked by the type checker and never run.

A line that the type checker must reject has an ignore comment with the error
code; an unused ignore comment is an error itself, so that each rejection is tested.
"""

from collections.abc import Sequence
from typing import assert_type

import liveschema
from liveschema import (
    ActivityType,
    Color,
    EndRequest,
    EndStreamRequest,
    Icon,
    Metric,
    Metrics,
    OpenUrlAction,
    Problem,
    Progress,
    Request,
    StartRequest,
    StreamRequest,
    Timer,
    UpdateRequest,
    WebhookAction,
)

# Accepted code.
metric = Metric("CPU", 27, unit="%", color="lime")
bars = Metrics(title="web-1", metrics=[metric, Metric("Memory", "61 %")], color=Color.BLUE)
update = UpdateRequest(activity_id="act_7", content_state=bars, tags=("prod",), metadata={"run": 7, "ok": True})
stream = StreamRequest(
    content_state=Progress(title="Backup", value=3, upper_limit=7, icon=Icon("bolt")),
    action=OpenUrlAction("Open", "https://x.example"),
    secondary_action=WebhookAction("Stop", "https://x.example", body={"run": [1, None]}),
)
bare = EndStreamRequest()
assert_type(metric.value, float | str)
assert_type(update.tags, Sequence[str] | None)
assert_type(bars.type, ActivityType | None)

# The types of loaded requests.
assert_type(liveschema.load({}, "start"), StartRequest)
assert_type(liveschema.load({}, liveschema.Operation.UPDATE), UpdateRequest)
assert_type(liveschema.loads("{}", "end"), EndRequest)
assert_type(liveschema.loads(b"{}", "stream", activity_type="timer"), StreamRequest)
assert_type(liveschema.load({}, "end_stream"), EndStreamRequest)
operation: str = "update"
assert_type(liveschema.load({}, operation), Request)
assert_type(liveschema.check({}, operation), list[Problem])
assert_type(liveschema.is_valid({}, "update", activity_type=ActivityType.TIMER), bool)
assert_type(liveschema.dumps(update), str)

# Rejected code.
Metric("CPU")  # type: ignore[call-arg]
Metric(27, "CPU")  # type: ignore[arg-type]
Metric("CPU", 27, "%")  # type: ignore[call-arg]
Progress("Backup", percentage=3)  # type: ignore[call-arg]
Progress(title="Backup", percentage="3")  # type: ignore[arg-type]
Progress(title="Backup", percentage=3, message="x")  # type: ignore[call-arg]
Timer(title="Run", badge=None)  # type: ignore[call-arg]
Metrics(title="web-1", metrics=[{"label": "CPU", "value": 27}])  # type: ignore[list-item]
UpdateRequest(content_state=bars)  # type: ignore[call-arg]
UpdateRequest(activity_id="act_7", content_state={"title": "x"})  # type: ignore[arg-type]
UpdateRequest(activity_id="act_7", content_state=bars, channels=["ops"])  # type: ignore[call-arg]
StreamRequest(content_state=bars, tags=["a", 5])  # type: ignore[list-item]
liveschema.load({}, 5)  # type: ignore[call-overload]
update.tags = None  # type: ignore[misc]
