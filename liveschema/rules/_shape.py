"""Rules on the shape of a payload: types, fields, and the activity type itself."""

from __future__ import annotations

from typing import Final

from liveschema.problems import Severity
from liveschema.rules._examples import ALERT, CPU, PROGRESS, STEPS, TIMER, metrics, start, update
from liveschema.rules._rule import Rule
from liveschema.vocabulary import ActivityType

API: Final = "ActivitySmith HTTP API reference and OpenAPI document, July 2026"
SDK: Final = "ActivitySmith OpenAPI document as the official SDK 1.14.0 carries it, October 2026"
OURS: Final = "this project's reading; the service's documents are silent"

WRONG_TYPE: Final = Rule(
    "wrong-type",
    Severity.ERROR,
    "A value has the JSON type that its field asks for",
    "The service refuses a number sent as a string and a boolean sent as a number; nothing is coerced.",
    API,
    bad=update({**PROGRESS, "percentage": "42"}, "/content_state/percentage"),
    good=update(PROGRESS),
)
NULL_VALUE: Final = Rule(
    "null-value",
    Severity.ERROR,
    "No field is null; a field without a value is left out",
    "Leaving a field out and sending null are different requests, and no field of the API is nullable.",
    API,
    bad=update({**PROGRESS, "subtitle": None}, "/content_state/subtitle"),
    good=update(PROGRESS),
)
MISSING_FIELD: Final = Rule(
    "missing-field",
    Severity.ERROR,
    "Every field that the operation and the activity type ask for is there",
    "A card cannot be drawn without it. The OpenAPI document leaves the needs of each type to prose.",
    API,
    bad=update({"title": "Nightly backup", "type": "progress"}, "/content_state"),
    good=update(PROGRESS),
)
UNKNOWN_FIELD: Final = Rule(
    "unknown-field",
    Severity.ERROR,
    "Every field is one that the API has",
    "Every object is closed. A misspelt optional field would otherwise be lost without a word.",
    API,
    bad=update({**PROGRESS, "sub_title": "Disk 2 of 3"}, "/content_state/sub_title"),
    good=update({**PROGRESS, "subtitle": "Disk 2 of 3"}),
    at_key=True,
)
MISPLACED_FIELD: Final = Rule(
    "misplaced-field",
    Severity.ERROR,
    "A field stands only where the operation and the type take it",
    "A field of another activity type, operation or object has no effect there, and the service refuses it.",
    f"{API}; that a field of another type is an error is {OURS}",
    bad=update({**metrics(CPU), "percentage": 27}, "/content_state/percentage"),
    good=update(metrics(CPU)),
    at_key=True,
)
MISSING_TYPE: Final = Rule(
    "missing-type",
    Severity.ERROR,
    "The state of a start, and every action, names its type",
    "A start decides which card is drawn, so it has to say; a button has to say what a tap does.",
    API,
    bad=start({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=start(PROGRESS),
)
UNKNOWN_TYPE: Final = Rule(
    "unknown-type",
    Severity.ERROR,
    "A type is one of those that the API has",
    "The type decides all other rules. There are seven for activities and two for actions.",
    API,
    bad=update({**PROGRESS, "type": "progres"}, "/content_state/type"),
    good=update(PROGRESS),
)
TYPE_MISMATCH: Final = Rule(
    "type-mismatch",
    Severity.ERROR,
    "An activity keeps the type it was started with",
    "An update or end that names another type than the activity has cannot be applied to it.",
    OURS,
    bad=update({**PROGRESS, "type": "alert"}, "/content_state/type", activity_type=ActivityType.PROGRESS),
    good=update(PROGRESS, activity_type=ActivityType.PROGRESS),
)
NO_MATCHING_TYPE: Final = Rule(
    "no-matching-type",
    Severity.ERROR,
    "A state without a type fits at least one activity type",
    "Without a type the service goes by the activity there is; where no type takes the fields, none can be meant.",
    OURS,
    bad=update({"title": "Deploy", "percentage": 42, "message": "Waiting"}, "/content_state"),
    good=update({"title": "Deploy", "percentage": 42}),
)
INCOMPLETE_PAIR: Final = Rule(
    "incomplete-pair",
    Severity.ERROR,
    "value and upper_limit of a progress come together",
    "Either alone says nothing of how far along the work is.",
    API,
    bad=update({"title": "Charging", "type": "progress", "value": 31}, "/content_state"),
    good=update({"title": "Charging", "type": "progress", "value": 31, "upper_limit": 60}),
)
STEP_PAST_END: Final = Rule(
    "step-past-end",
    Severity.ERROR,
    "current_step is at most number_of_steps",
    "The card draws one segment a step and has none to draw past the last.",
    API,
    bad=update({**STEPS, "current_step": 5}, "/content_state/current_step"),
    good=update({**STEPS, "current_step": 4}),
)
INERT_FIELD: Final = Rule(
    "inert-field",
    Severity.WARNING,
    "A field at its default has no effect on this type",
    "The official SDK puts its defaults on every payload, so they are accepted; sent by hand they mean nothing.",
    f"{SDK}; the tolerance is {OURS}",
    bad=update({**PROGRESS, "counts_down": True}, "/content_state/counts_down"),
    good=update({**TIMER, "counts_down": True}),
    at_key=True,
)
NOT_JSON: Final = Rule(
    "not-json",
    Severity.ERROR,
    "The body of a webhook holds only what JSON can carry",
    "A date, a set or bytes cannot be sent; the sender's JSON encoder would raise or guess.",
    OURS,
    bad=update(
        ALERT,
        "/action/body/when",
        action={"title": "Retry", "type": "webhook", "url": "https://ci.example.com", "body": {"when": {1, 2}}},
    ),
    good=update(
        ALERT, action={"title": "Retry", "type": "webhook", "url": "https://ci.example.com", "body": {"when": [1, 2]}}
    ),
)
