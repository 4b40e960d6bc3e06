"""The inputs of the service's GitHub Action, as its source has them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from liveschema.contract.vocabulary import LEGACY, MANAGED, Operation

ACTIONS: Final = {
    "start_live_activity": Operation.START,
    "update_live_activity": Operation.UPDATE,
    "end_live_activity": Operation.END,
    "stream_live_activity": Operation.STREAM,
    "end_live_activity_stream": Operation.END_STREAM,
}
"""The operations by the values of the input ``action`` that send a Live Activity request."""
PUSH: Final = "send_push_notification"
"""The value of the input ``action`` that sends no Live Activity request."""

ACTION: Final = "action"
API_KEY: Final = "api-key"
ERRORS: Final = "errors"
ACTIVITY_ID: Final = "live-activity-id"
STREAM_KEY: Final = "stream-key"
CHANNELS: Final = "channels"
PAYLOAD: Final = "payload"
PAYLOAD_FILE: Final = "payload-file-path"
DELIMITER: Final = "payload-delimiter"

_EVERY: Final = frozenset(Operation)
_NONE: Final[frozenset[Operation]] = frozenset()
_OF_ACTIVITY: Final = LEGACY - {Operation.START}


class Input(NamedTuple):
    """An input of the action.

    Args:
        used_by: The operations that use it.
        required_by: The operations that fail without it.
        hint: Where to take its value from, for a step that lacks it.
    """

    used_by: AbstractSet[Operation] = _EVERY
    required_by: AbstractSet[Operation] = _NONE
    hint: str | None = None


INPUTS: Final = {
    ACTION: Input(required_by=_EVERY),
    API_KEY: Input(required_by=_EVERY, hint="keep the key in a secret: ${{ secrets.ACTIVITYSMITH_API_KEY }}"),
    ERRORS: Input(),
    ACTIVITY_ID: Input(_OF_ACTIVITY, _OF_ACTIVITY, "it is the output live_activity_id of the step that starts it"),
    STREAM_KEY: Input(MANAGED, MANAGED, "choose a name for the stream, such as prod-web-1"),
    CHANNELS: Input(frozenset({Operation.START, Operation.STREAM})),
    PAYLOAD: Input(required_by=_EVERY - {Operation.END_STREAM}, hint="it may also be a file: payload-file-path"),
    PAYLOAD_FILE: Input(),
    DELIMITER: Input(),
}
"""The inputs by name."""

TRUE: Final = frozenset({"true", "True", "TRUE"})
FALSE: Final = frozenset({"false", "False", "FALSE"})
"""The values of ``errors`` that the action accepts."""
SUFFIXES: Final = ("json", "yaml", "yml")
"""What the path of a payload file may end in."""
