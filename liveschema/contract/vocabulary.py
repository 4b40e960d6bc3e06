"""The closed vocabularies of the service: operations, activity types, colours."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Operation(StrEnum):
    """What a request does; each has its own HTTP endpoint and its own body.

    ``start``, ``update`` and ``end`` are the manual lifecycle: the caller keeps
    the ``activity_id``. ``stream`` and ``end_stream`` are the managed one: the
    caller names a stream key, the service keeps the rest.

    .. versionadded:: 0.1.0
    """

    START = "start"
    UPDATE = "update"
    END = "end"
    STREAM = "stream"
    END_STREAM = "end_stream"


LEGACY: Final = frozenset({Operation.START, Operation.UPDATE, Operation.END})
"""The manual lifecycle, which the service calls legacy and still supports."""

MANAGED: Final = frozenset(Operation) - LEGACY
"""The managed lifecycle: streams, which the service starts and updates by their key."""


class ActivityType(StrEnum):
    """The cards that the service can draw.

    .. versionadded:: 0.1.0
    """

    SEGMENTED_PROGRESS = "segmented_progress"
    PROGRESS = "progress"
    METRICS = "metrics"
    STATS = "stats"
    ALERT = "alert"
    TIMER = "timer"
    VALUE = "value"


ENDPOINTS: Final = {
    Operation.START: ("POST", "/live-activity/start"),
    Operation.UPDATE: ("POST", "/live-activity/update"),
    Operation.END: ("POST", "/live-activity/end"),
    Operation.STREAM: ("PUT", "/live-activity/stream/{stream_key}"),
    Operation.END_STREAM: ("DELETE", "/live-activity/stream/{stream_key}"),
}
"""The HTTP method and the path of each operation."""


class Color(StrEnum):
    """The ten colours the service knows by name.

    .. versionadded:: 0.1.0
    """

    LIME = "lime"
    GREEN = "green"
    CYAN = "cyan"
    BLUE = "blue"
    PURPLE = "purple"
    MAGENTA = "magenta"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GRAY = "gray"


class ActionType(StrEnum):
    """What a button does when it is tapped.

    .. versionadded:: 0.1.0
    """

    OPEN_URL = "open_url"
    WEBHOOK = "webhook"


class WebhookMethod(StrEnum):
    """The HTTP methods a webhook button can use.

    .. versionadded:: 0.1.0
    """

    GET = "GET"
    POST = "POST"
