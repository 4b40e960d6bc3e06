"""Rules on single values: strings, numbers, lists, URLs, metadata."""

from __future__ import annotations

from typing import Final

from liveschema.problems import Severity
from liveschema.rules._examples import ALERT, CPU, PROGRESS, RERUN, STEPS, metrics, stream, update
from liveschema.rules._rule import Rule
from liveschema.rules._shape import API, OURS, SDK


def _nested(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


EMPTY_STRING: Final = Rule(
    "empty-string",
    Severity.ERROR,
    "A string that must say something is not empty",
    "A message, a label, a symbol, a tag or an id without a character cannot be shown or found.",
    f"{API}; for activity_id and channel slugs it is {OURS}",
    bad=update({**ALERT, "message": ""}, "/content_state/message"),
    good=update(ALERT),
)
TOO_LONG: Final = Rule(
    "too-long",
    Severity.ERROR,
    "A string holds at most as many characters as its field allows",
    "Metric values and tags hold 64 characters, metadata keys 100, metadata strings 4,000; code points count.",
    f"{API}; {SDK}",
    bad=update(PROGRESS, "/tags/0", tags=["n" * 65]),
    good=update(PROGRESS, tags=["n" * 64]),
)
OUT_OF_RANGE: Final = Rule(
    "out-of-range",
    Severity.ERROR,
    "A number lies within the bounds of its field",
    "A percentage is 0 to 100, a count of steps at least 1, a duration and a limit more than 0.",
    API,
    bad=update({**PROGRESS, "percentage": 142}, "/content_state/percentage"),
    good=update({**PROGRESS, "percentage": 100}),
)
NOT_AN_INTEGER: Final = Rule(
    "not-an-integer",
    Severity.ERROR,
    "Steps and minutes are whole numbers",
    "The card draws whole segments. 2.0 is whole, as JSON Schema has it; 2.5 is not.",
    API,
    bad=update({**STEPS, "current_step": 2.5}, "/content_state/current_step"),
    good=update({**STEPS, "current_step": 2.0}),
)
NON_FINITE_NUMBER: Final = Rule(
    "non-finite-number",
    Severity.ERROR,
    "A number is finite and fits a double",
    "JSON has no NaN and no Infinity, and a number beyond 1.8e308 becomes one of them in most languages.",
    API,
    bad=update({"title": "Balance", "type": "value", "value": float("inf")}, "/content_state/value"),
    good=update({"title": "Balance", "type": "value", "value": 1.5}),
)
UNKNOWN_COLOR: Final = Rule(
    "unknown-color",
    Severity.ERROR,
    "A colour is one of the ten that the service names",
    "There are no hex codes and no shades; a colour is a name.",
    API,
    bad=update({**PROGRESS, "color": "grey"}, "/content_state/color"),
    good=update({**PROGRESS, "color": "gray"}),
)
UNKNOWN_METHOD: Final = Rule(
    "unknown-method",
    Severity.ERROR,
    "A webhook is called by GET or POST",
    "The service calls webhooks with these two methods only; POST is the default.",
    API,
    bad=update(ALERT, "/action/method", action={**RERUN, "method": "PUT"}),
    good=update(ALERT, action={**RERUN, "method": "POST"}),
)
INVALID_URL: Final = Rule(
    "invalid-url",
    Severity.ERROR,
    "A URL is absolute and of a scheme that the action can use",
    "A tap has no page to be relative to, and the service calls webhooks over https alone.",
    API,
    bad=update(ALERT, "/action/url", action={**RERUN, "url": "http://ci.example.com/run"}),
    good=update(ALERT, action=RERUN),
)
EMPTY_LIST: Final = Rule(
    "empty-list",
    Severity.ERROR,
    "Metrics and channels name at least one",
    "A card of metrics without a metric has nothing to show; an empty list of channels reaches nobody.",
    API,
    bad=update(metrics(), "/content_state/metrics"),
    good=update(metrics(CPU)),
)
TOO_MANY_ITEMS: Final = Rule(
    "too-many-items",
    Severity.ERROR,
    "A list holds at most as many items as its field allows",
    "A card holds at most 8 metrics; an update or an end carries at most 20 tags.",
    API,
    bad=update(PROGRESS, "/tags", tags=[f"host-{n}" for n in range(21)]),
    good=update(PROGRESS, tags=[f"host-{n}" for n in range(20)]),
)
TOO_MANY_ENTRIES: Final = Rule(
    "too-many-entries",
    Severity.ERROR,
    "Metadata holds at most 50 entries",
    "The service refuses more.",
    SDK,
    bad=update(PROGRESS, "/metadata", metadata={f"k{n}": n for n in range(51)}),
    good=update(PROGRESS, metadata={f"k{n}": n for n in range(50)}),
)
METADATA_TOO_LARGE: Final = Rule(
    "metadata-too-large",
    Severity.ERROR,
    "Metadata takes at most 16,384 bytes as compact UTF-8 JSON",
    "The service refuses more than 16 KB, however few the entries.",
    SDK,
    bad=update(PROGRESS, "/metadata", metadata={f"log{n}": "x" * 4000 for n in range(5)}),
    good=update(PROGRESS, metadata={f"log{n}": "x" * 4000 for n in range(4)}),
)
CHANNELS_DIFFER: Final = Rule(
    "channels-differ",
    Severity.ERROR,
    "channels and target.channels name the same channels",
    "They are two spellings of one thing; where both are sent they must agree.",
    API,
    bad=stream(PROGRESS, "/channels", channels=["ops"], target={"channels": ["ops", "sales"]}),
    good=stream(PROGRESS, channels=["ops", "sales"], target={"channels": ["sales", "ops"]}),
)
LONE_SURROGATE: Final = Rule(
    "lone-surrogate",
    Severity.ERROR,
    "A string can be sent as UTF-8",
    "Half of a surrogate pair is no character; encoders raise on it or replace it.",
    OURS,
    bad=update({**PROGRESS, "title": "Backup \ud83d"}, "/content_state/title"),
    good=update({**PROGRESS, "title": "Backup \U0001f4be"}),
)
TOO_DEEP: Final = Rule(
    "too-deep",
    Severity.ERROR,
    "A payload nests at most 200 levels",
    "Parsers give up on deep nesting, each at a depth of its own; no card needs it.",
    OURS,
    bad=update(ALERT, "/action/body", action={**RERUN, "body": {"log": _nested(200)}}),
    good=update(ALERT, action={**RERUN, "body": {"log": _nested(199)}}),
)
INVALID_STREAM_KEY: Final = Rule(
    "invalid-stream-key",
    Severity.ERROR,
    "A stream key is 1 to 255 characters of A-Z a-z 0-9 _ -",
    "The key stands in the path of the request; anything else would be another path.",
    API,
    bad=stream(PROGRESS, "", stream_key="prod web/1"),
    good=stream(PROGRESS, "", stream_key="prod-web-1"),
)
PERCENTAGE_WINS: Final = Rule(
    "percentage-wins",
    Severity.WARNING,
    "percentage stands without value and upper_limit",
    "Where both ways are sent, the service goes by percentage and ignores the others.",
    API,
    bad=update({**PROGRESS, "value": 3, "upper_limit": 7}, "/content_state/value"),
    good=update({"title": "Nightly backup", "type": "progress", "value": 3, "upper_limit": 7}),
)
VALUE_PAST_LIMIT: Final = Rule(
    "value-past-limit",
    Severity.WARNING,
    "value is at most upper_limit",
    "The bar is full at upper_limit; more cannot be seen.",
    OURS,
    bad=update({"title": "Charging", "type": "progress", "value": 61, "upper_limit": 60}, "/content_state/value"),
    good=update({"title": "Charging", "type": "progress", "value": 60, "upper_limit": 60}),
)
