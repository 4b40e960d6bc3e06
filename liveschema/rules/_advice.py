"""Warnings: what the service takes and the sender likely did not mean."""

from __future__ import annotations

from typing import Final

from liveschema.problems import Severity
from liveschema.rules._examples import ALERT, CPU, MEMORY, OPEN, PROGRESS, RERUN, STEPS, metrics, start, stream, update
from liveschema.rules._rule import Example, Rule
from liveschema.rules._shape import API, OURS, SDK
from liveschema.vocabulary import Operation

BOTH_AUTO_DISMISS: Final = Rule(
    "both-auto-dismiss",
    Severity.WARNING,
    "auto_dismiss_minutes stands without auto_dismiss_seconds",
    "Where both are sent, the seconds win.",
    API,
    bad=Example(
        Operation.END_STREAM,
        {"content_state": {**PROGRESS, "auto_dismiss_minutes": 5, "auto_dismiss_seconds": 30}},
        "/content_state/auto_dismiss_minutes",
    ),
    good=Example(Operation.END_STREAM, {"content_state": {**PROGRESS, "auto_dismiss_seconds": 30}}),
)
AUTO_DISMISS_ON_STREAM: Final = Rule(
    "auto-dismiss-on-stream",
    Severity.WARNING,
    "auto_dismiss is sent when a stream ends",
    "It says how long an ended card stays; on a running stream it has no effect yet.",
    API,
    bad=stream({**PROGRESS, "auto_dismiss_minutes": 5}, "/content_state/auto_dismiss_minutes"),
    good=Example(Operation.END_STREAM, {"content_state": {**PROGRESS, "auto_dismiss_minutes": 5}}),
)
COLOR_ON_STATS: Final = Rule(
    "color-on-stats",
    Severity.WARNING,
    "Colours of stats stand on their metrics",
    "The documents name an effect of color for every type but stats.",
    SDK,
    bad=update({**metrics(CPU, kind="stats"), "color": "blue"}, "/content_state/color"),
    good=update(metrics({**CPU, "color": "blue"}, kind="stats")),
)
STEP_COLORS_LENGTH: Final = Rule(
    "step-colors-length",
    Severity.WARNING,
    "step_colors holds one colour for each completed step",
    "The colours are those of the completed steps, so there should be as many as current_step says.",
    SDK,
    bad=update({**STEPS, "step_colors": ["lime"]}, "/content_state/step_colors"),
    good=update({**STEPS, "step_colors": ["lime", "green"]}),
)
TEXT_ON_BARS: Final = Rule(
    "text-on-bars",
    Severity.WARNING,
    "The metrics of a metrics activity have numbers for values",
    "Each metric is drawn as a bar, and a string has no length to draw; stats shows strings.",
    API,
    bad=update(metrics({**CPU, "value": "27"}), "/content_state/metrics/0/value"),
    good=update(metrics({**CPU, "value": "27"}, kind="stats")),
)
METRICS_NOT_SHOWN: Final = Rule(
    "metrics-not-shown",
    Severity.WARNING,
    "A metrics activity has at most two metrics",
    "The card shows two bars; stats shows up to eight.",
    API,
    bad=update(metrics(CPU, MEMORY, {**CPU, "label": "Disk"}), "/content_state/metrics"),
    good=update(metrics(CPU, MEMORY)),
)
DUPLICATE_LABEL: Final = Rule(
    "duplicate-label",
    Severity.WARNING,
    "No two metrics have the same label",
    "A reader of the card cannot tell them apart.",
    OURS,
    bad=update(metrics(CPU, {**CPU, "value": 61}), "/content_state/metrics/1/label"),
    good=update(metrics(CPU, MEMORY)),
)
BLANK_TEXT: Final = Rule(
    "blank-text",
    Severity.WARNING,
    "What is shown is not blank",
    "An empty or blank title, message, label or button title leaves a hole in the card.",
    OURS,
    bad=update({**PROGRESS, "title": " "}, "/content_state/title"),
    good=update(PROGRESS),
)
SYMBOL_SHAPE: Final = Rule(
    "symbol-shape",
    Severity.WARNING,
    "An icon is named as SF Symbols are",
    "A symbol that the phone does not know is not drawn; the names are lower case, joined by dots.",
    OURS,
    bad=update({**PROGRESS, "icon": {"symbol": "Bolt Fill"}}, "/content_state/icon/symbol"),
    good=update({**PROGRESS, "icon": {"symbol": "bolt.fill"}}),
)
SHORTCUT_URL: Final = Rule(
    "shortcut-url",
    Severity.WARNING,
    "A shortcuts URL runs a shortcut by its name",
    "The service documents shortcuts://run-shortcut?name=… and nothing else of that scheme.",
    API,
    bad=update(ALERT, "/action/url", action={**OPEN, "url": "shortcuts://run-shortcut"}),
    good=update(ALERT, action={**OPEN, "url": "shortcuts://run-shortcut?name=Lights"}),
)
GET_WITH_BODY: Final = Rule(
    "get-with-body",
    Severity.WARNING,
    "A webhook that is called by GET has no body",
    "Most servers ignore the body of a GET.",
    OURS,
    bad=update(ALERT, "/action/body", action={**RERUN, "method": "GET", "body": {"run": 7}}),
    good=update(ALERT, action={**RERUN, "method": "POST", "body": {"run": 7}}),
)
LONE_SECONDARY_ACTION: Final = Rule(
    "lone-secondary-action",
    Severity.WARNING,
    "secondary_action stands beside action",
    "A second button without a first is likely the first one under the wrong name.",
    OURS,
    bad=update(ALERT, "/secondary_action", secondary_action=OPEN),
    good=update(ALERT, action=OPEN),
)
STREAM_CANNOT_START: Final = Rule(
    "stream-cannot-start",
    Severity.WARNING,
    "Every stream payload could start a fresh activity",
    "The service may start an activity afresh under the same key at any time, and then needs all that a start needs.",
    SDK,
    bad=stream({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=stream(PROGRESS),
)
MANY_TAGS: Final = Rule(
    "many-tags",
    Severity.WARNING,
    "At most 20 tags, where no bound is documented",
    "update and end take 20 at most; the other operations likely share the bound.",
    OURS,
    bad=stream(PROGRESS, "/tags", tags=[f"host-{n}" for n in range(21)]),
    good=stream(PROGRESS, tags=[f"host-{n}" for n in range(20)]),
)
LEGACY_OPERATION: Final = Rule(
    "legacy-operation",
    Severity.WARNING,
    "A managed stream is used in place of start, update and end",
    "The service calls the manual lifecycle legacy and still supports it; a stream keeps no activity_id.",
    API,
    bad=start(PROGRESS),
    good=stream(PROGRESS),
    default=False,
)
