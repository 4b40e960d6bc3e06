"""The functions and classes of the official SDKs that create parts of a payload, in any language."""

from __future__ import annotations

import re
from typing import Final

from liveschema.contract.vocabulary import Operation

HELPERS: Final[dict[str, tuple[str, ...]]] = {
    "content_state": ("title",),
    "metric": ("label", "value"),
    "action": ("title", "type", "url"),
    "alert_icon": ("symbol",),
    "alert_badge": ("title",),
}
"""The functions that create parts of a payload, with the names of their parameters that need no name in a call."""
MODEL: Final = "liveactivity"
"""How the names of the classes of the SDKs begin, simplified."""
MODELS: Final = (
    *("contentstatestart", "contentstateupdate", "contentstateend", "streamcontentstate"),
    *("activitymetric", "alertpayload", "channeltarget"),
)
"""The simplified names of the generated classes that do not begin like those of requests."""
_REQUEST: Final = re.compile(r"LiveActivity(Start|Update|End|Stream|StreamDelete|StreamEnd)(?:Request|Input)\Z")
_MANAGED: Final = {
    "Stream": Operation.STREAM,
    "StreamDelete": Operation.END_STREAM,
    "StreamEnd": Operation.END_STREAM,
}


def request_class(name: str) -> Operation | None:
    """Return the operation of the request that a class of an SDK stands for; None if the name is another one."""
    found = _REQUEST.match(name)
    return None if found is None else _MANAGED.get(found[1]) or Operation(found[1].lower())
