"""What the official SDK for Go makes of its structs before it sends them, and the functions that create them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tree_sitter import Node

from liveschema._generated.field_names import IDENTIFIERS, REQUIRED_IN_STATE, STATE, STATE_FIELDS, TAG
from liveschema.contract.vocabulary import LEGACY, ActivityType, Operation
from liveschema.engine.unknown import MORE, PartialText, Unknown
from liveschema.lint.inputs.calls import merged, simplified, with_target
from liveschema.lint.inputs.code.views import Call, Entry, Spread
from liveschema.lint.inputs.helpers import HELPERS, MODEL
from liveschema.lint.inputs.literals import Literal, Member, Members, without_null

_METRIC: Final = "ActivityMetric"
_NEW: Final = re.compile(r"New([A-Z]\w*?)(?:WithDefaults)?\Z")
_PARAMETERS: Final = {
    # The older versions take the steps, which were required.
    "ContentStateStart": (("title", "type"), ("title", "number_of_steps", "current_step", "type")),
    "ContentStateUpdate": (("title",), ("title", "current_step")),
    "ContentStateEnd": (("title",), ("title", "current_step")),
    "StreamContentState": (("title",),),
    "LiveActivityStartRequest": (("content_state",),),
    "LiveActivityUpdateRequest": (("activity_id", "content_state"),),
    "LiveActivityEndRequest": (("activity_id", "content_state"),),
    "LiveActivityStreamRequest": (("content_state",),),
    "LiveActivityStreamDeleteRequest": ((),),
    "LiveActivityAction": (("title", "type", "url"),),
    "LiveActivityAlertIcon": (("symbol",),),
    "LiveActivityAlertBadge": (("title",),),
    "AlertPayload": ((),),
    "ChannelTarget": (("channels",),),
    _METRIC: (("label", "value"),),
}
"""The structs that have a function ``New…``, with its parameters in each version."""
_OPTIONS: Final = {
    "AlertIcon": (*HELPERS["alert_icon"], "color"),
    "AlertBadge": (*HELPERS["alert_badge"], "color"),
    "MetricUnit": ("unit",),
    "WithActivityMetricUnit": ("unit",),
    "MetricColor": ("color",),
    "WithActivityMetricColor": ("color",),
}
"""The functions that take a color without a name, and those that set a member of a metric."""
PARAMETERS: Final[dict[str, tuple[str, ...]]] = {simplified(name): () for name in _PARAMETERS} | {
    simplified(name): parameters for name, parameters in _OPTIONS.items()
}
_CREATING: Final = frozenset(PARAMETERS) | frozenset(map(simplified, HELPERS))
"""The names of what creates parts of a payload, simplified."""
POINTER: Final = re.compile(r"Ptr(?:String|Bool|Int|Int32|Int64|Float32|Float64)\Z")
"""The functions that return a pointer to a copy of a value."""
SAME: Final = re.compile(
    rf"{POINTER.pattern}|(?:Float32|String)AsActivityMetricValue\Z|LiveActivity(?:ActionType|Color|WebhookMethod)\Z"
)
"""The functions and conversions that return their argument in another type."""
_LEAVE_OUT_ZERO: Final = re.compile(r"LiveActivity\w+Input\Z|AlertIcon\Z|AlertBadge\Z")
_NEVER_SENT: Final = "counts_down"
"""The field that is only sent if it is set by a method."""
_NAMES: Final = {"icon": "symbol", "badge": "title"}
"""The structs that are left out if they have no name, with the field that has it."""
_WORDS: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SETTER: Final = re.compile(r"(?:Set|With)(?=[A-Z])")
_STEP: Final = "current_step"
_OTHERS: Final = STATE_FIELDS - {
    *("title", "subtitle", TAG, "color", "step_color", "number_of_steps", "auto_dismiss_minutes")
}
"""The fields of the state that the first structs did not have, which always sent the current step."""
_OTHER_TYPES: Final = set(map(str, ActivityType)) - {ActivityType.SEGMENTED_PROGRESS}


def key_of(name: str) -> str:
    """Return the key of a payload for the name of a field or of the method that sets it, as in ``ActivityID``."""
    return "_".join(_WORDS.split(_SETTER.sub("", name, count=1))).lower()


def is_setter(name: str) -> bool:
    """Return whether a method sets a field of a struct, by its name."""
    return _SETTER.match(name) is not None


def returns_struct(name: str) -> bool:
    """Return whether a method returns a copy of a struct in which a field is set, by its name."""
    return is_setter(name) and name.startswith("With")


def constructed(name: str) -> tuple[str, Sequence[tuple[str, ...]], bool] | None:
    """Return what a function creates.

    Args:
        name: The name of the function.

    Returns:
        The struct, the parameters in each version, and whether there may be options after them; None for a function
        that creates no struct of the SDK.
    """
    found = _NEW.match(name)
    struct = _METRIC if name == "Metric" else found[1] if found else ""
    if struct not in _PARAMETERS:
        return None
    return struct, ((),) if name.endswith("WithDefaults") else _PARAMETERS[struct], struct == _METRIC


def is_name_of_sdk(name: str) -> bool:
    """Return whether something in the SDK that creates a part of a payload has a name."""
    plain = simplified(name)
    return plain in _CREATING or plain.startswith(MODEL)


def made(call: Call, members: Members) -> Members:
    """Return the members of a struct, without those that the SDK leaves out."""
    if any(isinstance(each, Spread) and each.node is not None for each in call.named):
        return members  # a method or an option adds members, which are sent whatever they are
    members = without_null(members)
    if not _LEAVE_OUT_ZERO.match(call.name):
        return members
    values = [(each.key, each.value) for each in call.named if isinstance(each, Entry)]
    pointers = {key for key, value in values if isinstance(value, Node) and _is_pointer(value)}
    kept: Members = {}
    for key, member in members.items():
        value = member.literal.value
        if key is MORE:
            kept[key] = member
        elif key in pointers or not _is_left_out(str(key), value):
            kept[key] = Member(Literal(_perhaps(value), member.literal.place), member.key)
    return kept


def _is_pointer(node: Node) -> bool:
    """Return whether a value is a pointer, which is no zero even if it points to one."""
    function = node.child_by_field_name("function")
    text = (function or node).text or b""
    return text.startswith(b"&") if function is None else POINTER.search(text.decode(errors="replace")) is not None


def _is_left_out(key: str, value: object) -> bool:
    if key == _NEVER_SENT:
        return True
    if isinstance(value, dict):
        return (key == STATE and not value) or (key in _NAMES and MORE not in value and _NAMES[key] not in value)
    return not isinstance(value, Unknown | PartialText) and not value


def _perhaps(value: object) -> object:
    """Return what is known of a value that is left out if it turns out to be zero."""
    return Unknown(value.types, may_be_missing=True) if isinstance(value, Unknown) else value


def request(operation: Operation, body: Literal) -> Literal:
    """Return a request as it is sent: the fields of the state that stand beside it are moved into it."""
    if not isinstance(body.value, dict):
        return body
    fields: Members = {key: member for key, member in body.value.items() if key in STATE_FIELDS}
    others: Members = {key: member for key, member in body.value.items() if key not in STATE_FIELDS}
    state = others.pop(STATE, None)
    if state is not None and _is_filled(state):
        fields = {key: member for key, member in fields.items() if key not in REQUIRED_IN_STATE}
    elif state is None and operation is Operation.END_STREAM and not fields.keys() >= REQUIRED_IN_STATE:
        fields = {}  # they are only sent beside a title
    if state is None and operation in LEGACY:
        fields |= _step_of_old_version(operation, fields, others, body)
    before: Members = {} if state is None else {STATE: state}
    sent: Members = dict(merged(Literal(before, body.place), fields, body.place).value)
    if MORE in others and fields:
        sent[STATE].literal.value[MORE] = others[MORE]
    return with_target(Literal({**others, **sent}, body.place))


def _is_filled(state: Member) -> bool:
    value = state.literal.value
    known = value.items() if isinstance(value, dict) else ()
    return any(key is not MORE and not _may_be_missing(member) for key, member in known)


def _may_be_missing(member: Member) -> bool:
    return isinstance(member.literal.value, Unknown) and member.literal.value.may_be_missing


def _step_of_old_version(operation: Operation, fields: Members, others: Members, body: Literal) -> Members:
    """Return the step that may be sent though it is zero, as the first versions did with the first structs."""
    tag = fields.get(TAG)
    is_other = tag is not None and (operation is not Operation.START or tag.literal.value in _OTHER_TYPES)
    is_newer = is_other or not _OTHERS.isdisjoint(fields) or not others.keys() <= {*IDENTIFIERS, "channels", "target"}
    if not fields or is_newer:
        return {}
    return {_STEP: Member(Literal(Unknown({"number"}, may_be_missing=True), body.place))}
