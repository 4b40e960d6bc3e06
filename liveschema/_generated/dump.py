# Made by tools/emit.py from liveschema/contract; change that, not this.
"""From models to plain data, by class."""

from liveschema.contract.parts import Badge, Icon, Metric, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.contract.requests import EndRequest, EndStreamRequest, StartRequest, StreamRequest, UpdateRequest
from liveschema.contract.states import Alert, Metrics, Progress, SegmentedProgress, Stats, Timer, Value
from liveschema.engine.plain import plain


def dump_StartRequest(model):
    made = {}
    content_state = model.content_state
    if content_state is not None: made['content_state'] = activity_dumps[type(content_state)](content_state)
    alert = model.alert
    if alert is not None: made['alert'] = dump_PushAlert(alert)
    target = model.target
    if target is not None: made['target'] = dump_Target(target)
    action = model.action
    if action is not None: made['action'] = action_dumps[type(action)](action)
    secondary_action = model.secondary_action
    if secondary_action is not None: made['secondary_action'] = action_dumps[type(secondary_action)](secondary_action)
    tags = model.tags
    if tags is not None: made['tags'] = list(tags)
    metadata = model.metadata
    if metadata is not None: made['metadata'] = metadata.copy()
    return made


def dump_SegmentedProgress(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    number_of_steps = model.number_of_steps
    if number_of_steps is not None: made['number_of_steps'] = number_of_steps
    current_step = model.current_step
    if current_step is not None: made['current_step'] = current_step
    step_color = model.step_color
    if step_color is not None: made['step_color'] = step_color._value_
    step_colors = model.step_colors
    if step_colors is not None: made['step_colors'] = [colour._value_ for colour in step_colors]
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    badge = model.badge
    if badge is not None: made['badge'] = dump_Badge(badge)
    return made


def dump_Icon(model):
    made = {}
    symbol = model.symbol
    if symbol is not None: made['symbol'] = symbol
    color = model.color
    if color is not None: made['color'] = color._value_
    return made


def dump_Badge(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    color = model.color
    if color is not None: made['color'] = color._value_
    return made


def dump_Progress(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    percentage = model.percentage
    if percentage is not None: made['percentage'] = percentage
    value = model.value
    if value is not None: made['value'] = value
    upper_limit = model.upper_limit
    if upper_limit is not None: made['upper_limit'] = upper_limit
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    badge = model.badge
    if badge is not None: made['badge'] = dump_Badge(badge)
    return made


def dump_Metrics(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    metrics = model.metrics
    if metrics is not None: made['metrics'] = [dump_Metric(metric) for metric in metrics]
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    return made


def dump_Metric(model):
    made = {}
    label = model.label
    if label is not None: made['label'] = label
    value = model.value
    if value is not None: made['value'] = value
    unit = model.unit
    if unit is not None: made['unit'] = unit
    color = model.color
    if color is not None: made['color'] = color._value_
    return made


def dump_Stats(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    metrics = model.metrics
    if metrics is not None: made['metrics'] = [dump_Metric(metric) for metric in metrics]
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    return made


def dump_Alert(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    message = model.message
    if message is not None: made['message'] = message
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    badge = model.badge
    if badge is not None: made['badge'] = dump_Badge(badge)
    return made


def dump_Timer(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    duration_seconds = model.duration_seconds
    if duration_seconds is not None: made['duration_seconds'] = duration_seconds
    counts_down = model.counts_down
    if counts_down is not None: made['counts_down'] = counts_down
    is_running = model.is_running
    if is_running is not None: made['is_running'] = is_running
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    return made


def dump_Value(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    value = model.value
    if value is not None: made['value'] = value
    subtitle = model.subtitle
    if subtitle is not None: made['subtitle'] = subtitle
    color = model.color
    if color is not None: made['color'] = color._value_
    icon = model.icon
    if icon is not None: made['icon'] = dump_Icon(icon)
    auto_dismiss_minutes = model.auto_dismiss_minutes
    if auto_dismiss_minutes is not None: made['auto_dismiss_minutes'] = auto_dismiss_minutes
    auto_dismiss_seconds = model.auto_dismiss_seconds
    if auto_dismiss_seconds is not None: made['auto_dismiss_seconds'] = auto_dismiss_seconds
    badge = model.badge
    if badge is not None: made['badge'] = dump_Badge(badge)
    return made


def dump_PushAlert(model):
    made = {}
    title = model.title
    if title is not None: made['title'] = title
    body = model.body
    if body is not None: made['body'] = body
    return made


def dump_Target(model):
    made = {}
    channels = model.channels
    if channels is not None: made['channels'] = list(channels)
    return made


def dump_OpenUrlAction(model):
    made = {}
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    title = model.title
    if title is not None: made['title'] = title
    url = model.url
    if url is not None: made['url'] = url
    return made


def dump_WebhookAction(model):
    made = {}
    type_ = model.type
    if type_ is not None: made['type'] = type_._value_
    title = model.title
    if title is not None: made['title'] = title
    url = model.url
    if url is not None: made['url'] = url
    method = model.method
    if method is not None: made['method'] = method._value_
    body = model.body
    if body is not None: made['body'] = plain(body)
    return made


def dump_UpdateRequest(model):
    made = {}
    activity_id = model.activity_id
    if activity_id is not None: made['activity_id'] = activity_id
    content_state = model.content_state
    if content_state is not None: made['content_state'] = activity_dumps[type(content_state)](content_state)
    action = model.action
    if action is not None: made['action'] = action_dumps[type(action)](action)
    secondary_action = model.secondary_action
    if secondary_action is not None: made['secondary_action'] = action_dumps[type(secondary_action)](secondary_action)
    metadata = model.metadata
    if metadata is not None: made['metadata'] = metadata.copy()
    tags = model.tags
    if tags is not None: made['tags'] = list(tags)
    return made


def dump_EndRequest(model):
    made = {}
    activity_id = model.activity_id
    if activity_id is not None: made['activity_id'] = activity_id
    content_state = model.content_state
    if content_state is not None: made['content_state'] = activity_dumps[type(content_state)](content_state)
    action = model.action
    if action is not None: made['action'] = action_dumps[type(action)](action)
    secondary_action = model.secondary_action
    if secondary_action is not None: made['secondary_action'] = action_dumps[type(secondary_action)](secondary_action)
    metadata = model.metadata
    if metadata is not None: made['metadata'] = metadata.copy()
    tags = model.tags
    if tags is not None: made['tags'] = list(tags)
    return made


def dump_StreamRequest(model):
    made = {}
    content_state = model.content_state
    if content_state is not None: made['content_state'] = activity_dumps[type(content_state)](content_state)
    alert = model.alert
    if alert is not None: made['alert'] = dump_PushAlert(alert)
    channels = model.channels
    if channels is not None: made['channels'] = list(channels)
    target = model.target
    if target is not None: made['target'] = dump_Target(target)
    action = model.action
    if action is not None: made['action'] = action_dumps[type(action)](action)
    secondary_action = model.secondary_action
    if secondary_action is not None: made['secondary_action'] = action_dumps[type(secondary_action)](secondary_action)
    tags = model.tags
    if tags is not None: made['tags'] = list(tags)
    metadata = model.metadata
    if metadata is not None: made['metadata'] = metadata.copy()
    return made


def dump_EndStreamRequest(model):
    made = {}
    content_state = model.content_state
    if content_state is not None: made['content_state'] = activity_dumps[type(content_state)](content_state)
    alert = model.alert
    if alert is not None: made['alert'] = dump_PushAlert(alert)
    action = model.action
    if action is not None: made['action'] = action_dumps[type(action)](action)
    secondary_action = model.secondary_action
    if secondary_action is not None: made['secondary_action'] = action_dumps[type(secondary_action)](secondary_action)
    tags = model.tags
    if tags is not None: made['tags'] = list(tags)
    metadata = model.metadata
    if metadata is not None: made['metadata'] = metadata.copy()
    return made


activity_dumps = {
    SegmentedProgress: dump_SegmentedProgress,
    Progress: dump_Progress,
    Metrics: dump_Metrics,
    Stats: dump_Stats,
    Alert: dump_Alert,
    Timer: dump_Timer,
    Value: dump_Value,
}


action_dumps = {
    OpenUrlAction: dump_OpenUrlAction,
    WebhookAction: dump_WebhookAction,
}


DUMPS = {
    StartRequest: dump_StartRequest,
    SegmentedProgress: dump_SegmentedProgress,
    Icon: dump_Icon,
    Badge: dump_Badge,
    Progress: dump_Progress,
    Metrics: dump_Metrics,
    Metric: dump_Metric,
    Stats: dump_Stats,
    Alert: dump_Alert,
    Timer: dump_Timer,
    Value: dump_Value,
    PushAlert: dump_PushAlert,
    Target: dump_Target,
    OpenUrlAction: dump_OpenUrlAction,
    WebhookAction: dump_WebhookAction,
    UpdateRequest: dump_UpdateRequest,
    EndRequest: dump_EndRequest,
    StreamRequest: dump_StreamRequest,
    EndStreamRequest: dump_EndStreamRequest,
}
