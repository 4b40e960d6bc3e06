# Made by tools/emit.py from liveschema/contract; change that, not this.
"""From sound plain data to models, by what the payload is sent for."""

from liveschema.contract.parts import Badge, Icon, Metric, OpenUrlAction, PushAlert, Target, WebhookAction
from liveschema.contract.requests import EndRequest, EndStreamRequest, StartRequest, StreamRequest, UpdateRequest
from liveschema.contract.states import Alert, Metrics, Progress, SegmentedProgress, Stats, Timer, Value
from liveschema.contract.vocabulary import ActionType, ActivityType, Color, WebhookMethod
from liveschema.engine.build import twin_of
from liveschema.engine.plain import plain

StartRequest_twin = twin_of(StartRequest)
new = object.__new__
SegmentedProgress_twin = twin_of(SegmentedProgress)
SEGMENTED_PROGRESS_ACTIVITY = ActivityType.SEGMENTED_PROGRESS
Color_members = {each.value: each for each in Color}
Icon_twin = twin_of(Icon)
Badge_twin = twin_of(Badge)
Progress_twin = twin_of(Progress)
PROGRESS_ACTIVITY = ActivityType.PROGRESS
Metrics_twin = twin_of(Metrics)
Metric_twin = twin_of(Metric)
METRICS_ACTIVITY = ActivityType.METRICS
Stats_twin = twin_of(Stats)
STATS_ACTIVITY = ActivityType.STATS
Alert_twin = twin_of(Alert)
ALERT_ACTIVITY = ActivityType.ALERT
Timer_twin = twin_of(Timer)
TIMER_ACTIVITY = ActivityType.TIMER
Value_twin = twin_of(Value)
VALUE_ACTIVITY = ActivityType.VALUE
PushAlert_twin = twin_of(PushAlert)
Target_twin = twin_of(Target)
OpenUrlAction_twin = twin_of(OpenUrlAction)
OPEN_URL_ACTION = ActionType.OPEN_URL
WebhookAction_twin = twin_of(WebhookAction)
WEBHOOK_ACTION = ActionType.WEBHOOK
WebhookMethod_members = {each.value: each for each in WebhookMethod}
UpdateRequest_twin = twin_of(UpdateRequest)
EndRequest_twin = twin_of(EndRequest)
StreamRequest_twin = twin_of(StreamRequest)
EndStreamRequest_twin = twin_of(EndStreamRequest)


def build_StartRequest(data, type_tag):
    self = new(StartRequest_twin)
    rest = len(data) - 1
    content_state = data['content_state']
    self.content_state = activity_builders[type_tag](content_state, None)
    if rest:
        alert = data.get('alert')
        self.alert = None if alert is None else build_PushAlert(alert, None)
        target = data.get('target')
        self.target = None if target is None else build_Target(target, None)
        action = data.get('action')
        self.action = None if action is None else action_builders[action['type']](action, None)
        secondary_action = data.get('secondary_action')
        self.secondary_action = None if secondary_action is None else action_builders[secondary_action['type']](secondary_action, None)
        tags = data.get('tags')
        self.tags = None if tags is None else tuple(tags)
        metadata = data.get('metadata')
        self.metadata = None if metadata is None else metadata.copy()
    else: self.alert = self.target = self.action = self.secondary_action = self.tags = self.metadata = None
    self.__class__ = StartRequest
    return self


def build_SegmentedProgress(data, type_tag):
    self = new(SegmentedProgress_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    current_step = data['current_step']
    self.current_step = current_step
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = SEGMENTED_PROGRESS_ACTIVITY
    if rest:
        self.number_of_steps = data.get('number_of_steps')
        step_color = data.get('step_color')
        self.step_color = None if step_color is None else Color_members[step_color]
        step_colors = data.get('step_colors')
        self.step_colors = None if step_colors is None else tuple([Color_members[colour] for colour in step_colors])
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        badge = data.get('badge')
        self.badge = None if badge is None else build_Badge(badge, None)
    else: self.number_of_steps = self.step_color = self.step_colors = self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = self.badge = None
    self.__class__ = SegmentedProgress
    return self


def build_Icon(data, type_tag):
    self = new(Icon_twin)
    rest = len(data) - 1
    symbol = data['symbol']
    self.symbol = symbol
    if rest:
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
    else: self.color = None
    self.__class__ = Icon
    return self


def build_Badge(data, type_tag):
    self = new(Badge_twin)
    rest = len(data) - 1
    title = data['title']
    self.title = title
    if rest:
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
    else: self.color = None
    self.__class__ = Badge
    return self


def build_Progress(data, type_tag):
    self = new(Progress_twin)
    rest = len(data) - 1
    title = data['title']
    self.title = title
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = PROGRESS_ACTIVITY
    percentage = data.get('percentage')
    if percentage is None:
        self.percentage = None
    else:
        rest -= 1
        self.percentage = percentage
    value = data.get('value')
    if value is None:
        self.value = None
    else:
        rest -= 1
        self.value = value
    upper_limit = data.get('upper_limit')
    if upper_limit is None:
        self.upper_limit = None
    else:
        rest -= 1
        self.upper_limit = upper_limit
    if rest:
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        badge = data.get('badge')
        self.badge = None if badge is None else build_Badge(badge, None)
    else: self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = self.badge = None
    self.__class__ = Progress
    return self


def build_Metrics(data, type_tag):
    self = new(Metrics_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    metrics = data['metrics']
    self.metrics = tuple([build_Metric(metric, None) for metric in metrics])
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = METRICS_ACTIVITY
    if rest:
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
    else: self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = None
    self.__class__ = Metrics
    return self


def build_Metric(data, type_tag):
    self = new(Metric_twin)
    rest = len(data) - 2
    label = data['label']
    self.label = label
    value = data['value']
    self.value = value
    if rest:
        self.unit = data.get('unit')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
    else: self.unit = self.color = None
    self.__class__ = Metric
    return self


def build_Stats(data, type_tag):
    self = new(Stats_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    metrics = data['metrics']
    self.metrics = tuple([build_Metric(metric, None) for metric in metrics])
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = STATS_ACTIVITY
    if rest:
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
    else: self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = None
    self.__class__ = Stats
    return self


def build_Alert(data, type_tag):
    self = new(Alert_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    message = data['message']
    self.message = message
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = ALERT_ACTIVITY
    if rest:
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        badge = data.get('badge')
        self.badge = None if badge is None else build_Badge(badge, None)
    else: self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = self.badge = None
    self.__class__ = Alert
    return self


def build_Timer(data, type_tag):
    self = new(Timer_twin)
    rest = len(data) - 1
    title = data['title']
    self.title = title
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = TIMER_ACTIVITY
    duration_seconds = data.get('duration_seconds')
    if duration_seconds is None:
        self.duration_seconds = None
    else:
        rest -= 1
        self.duration_seconds = duration_seconds
    counts_down = data.get('counts_down')
    if counts_down is None:
        self.counts_down = None
    else:
        rest -= 1
        self.counts_down = counts_down
    if rest:
        self.is_running = data.get('is_running')
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
    else: self.is_running = self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = None
    self.__class__ = Timer
    return self


def build_Value(data, type_tag):
    self = new(Value_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    value = data['value']
    self.value = value
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = VALUE_ACTIVITY
    if rest:
        self.subtitle = data.get('subtitle')
        color = data.get('color')
        self.color = None if color is None else Color_members[color]
        icon = data.get('icon')
        self.icon = None if icon is None else build_Icon(icon, None)
        self.auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        self.auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        badge = data.get('badge')
        self.badge = None if badge is None else build_Badge(badge, None)
    else: self.subtitle = self.color = self.icon = self.auto_dismiss_minutes = self.auto_dismiss_seconds = self.badge = None
    self.__class__ = Value
    return self


def build_PushAlert(data, type_tag):
    self = new(PushAlert_twin)
    rest = len(data) - 0
    if rest:
        self.title = data.get('title')
        self.body = data.get('body')
    else: self.title = self.body = None
    self.__class__ = PushAlert
    return self


def build_Target(data, type_tag):
    self = new(Target_twin)
    rest = len(data) - 1
    channels = data['channels']
    self.channels = tuple(channels)
    self.__class__ = Target
    return self


def build_OpenUrlAction(data, type_tag):
    self = new(OpenUrlAction_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    url = data['url']
    self.url = url
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = OPEN_URL_ACTION
    self.__class__ = OpenUrlAction
    return self


def build_WebhookAction(data, type_tag):
    self = new(WebhookAction_twin)
    rest = len(data) - 2
    title = data['title']
    self.title = title
    url = data['url']
    self.url = url
    type_ = data.get('type')
    if type_ is None:
        self.type = None
    else:
        rest -= 1
        self.type = WEBHOOK_ACTION
    if rest:
        method = data.get('method')
        self.method = None if method is None else WebhookMethod_members[method]
        body = data.get('body')
        self.body = None if body is None else plain(body)
    else: self.method = self.body = None
    self.__class__ = WebhookAction
    return self


def build_UpdateRequest(data, type_tag):
    self = new(UpdateRequest_twin)
    rest = len(data) - 2
    activity_id = data['activity_id']
    self.activity_id = activity_id
    content_state = data['content_state']
    self.content_state = activity_builders[type_tag](content_state, None)
    if rest:
        action = data.get('action')
        self.action = None if action is None else action_builders[action['type']](action, None)
        secondary_action = data.get('secondary_action')
        self.secondary_action = None if secondary_action is None else action_builders[secondary_action['type']](secondary_action, None)
        metadata = data.get('metadata')
        self.metadata = None if metadata is None else metadata.copy()
        tags = data.get('tags')
        self.tags = None if tags is None else tuple(tags)
    else: self.action = self.secondary_action = self.metadata = self.tags = None
    self.__class__ = UpdateRequest
    return self


def build_EndRequest(data, type_tag):
    self = new(EndRequest_twin)
    rest = len(data) - 2
    activity_id = data['activity_id']
    self.activity_id = activity_id
    content_state = data['content_state']
    self.content_state = activity_builders[type_tag](content_state, None)
    if rest:
        action = data.get('action')
        self.action = None if action is None else action_builders[action['type']](action, None)
        secondary_action = data.get('secondary_action')
        self.secondary_action = None if secondary_action is None else action_builders[secondary_action['type']](secondary_action, None)
        metadata = data.get('metadata')
        self.metadata = None if metadata is None else metadata.copy()
        tags = data.get('tags')
        self.tags = None if tags is None else tuple(tags)
    else: self.action = self.secondary_action = self.metadata = self.tags = None
    self.__class__ = EndRequest
    return self


def build_StreamRequest(data, type_tag):
    self = new(StreamRequest_twin)
    rest = len(data) - 1
    content_state = data['content_state']
    self.content_state = activity_builders[type_tag](content_state, None)
    if rest:
        alert = data.get('alert')
        self.alert = None if alert is None else build_PushAlert(alert, None)
        channels = data.get('channels')
        self.channels = None if channels is None else tuple(channels)
        target = data.get('target')
        self.target = None if target is None else build_Target(target, None)
        action = data.get('action')
        self.action = None if action is None else action_builders[action['type']](action, None)
        secondary_action = data.get('secondary_action')
        self.secondary_action = None if secondary_action is None else action_builders[secondary_action['type']](secondary_action, None)
        tags = data.get('tags')
        self.tags = None if tags is None else tuple(tags)
        metadata = data.get('metadata')
        self.metadata = None if metadata is None else metadata.copy()
    else: self.alert = self.channels = self.target = self.action = self.secondary_action = self.tags = self.metadata = None
    self.__class__ = StreamRequest
    return self


def build_EndStreamRequest(data, type_tag):
    self = new(EndStreamRequest_twin)
    rest = len(data) - 0
    if rest:
        content_state = data.get('content_state')
        self.content_state = None if content_state is None else activity_builders[type_tag](content_state, None)
        alert = data.get('alert')
        self.alert = None if alert is None else build_PushAlert(alert, None)
        action = data.get('action')
        self.action = None if action is None else action_builders[action['type']](action, None)
        secondary_action = data.get('secondary_action')
        self.secondary_action = None if secondary_action is None else action_builders[secondary_action['type']](secondary_action, None)
        tags = data.get('tags')
        self.tags = None if tags is None else tuple(tags)
        metadata = data.get('metadata')
        self.metadata = None if metadata is None else metadata.copy()
    else: self.content_state = self.alert = self.action = self.secondary_action = self.tags = self.metadata = None
    self.__class__ = EndStreamRequest
    return self


activity_builders = {
    'segmented_progress': build_SegmentedProgress,
    'progress': build_Progress,
    'metrics': build_Metrics,
    'stats': build_Stats,
    'alert': build_Alert,
    'timer': build_Timer,
    'value': build_Value,
}


action_builders = {
    'open_url': build_OpenUrlAction,
    'webhook': build_WebhookAction,
}


BUILDERS = {
    'start': build_StartRequest,
    'update': build_UpdateRequest,
    'end': build_EndRequest,
    'stream': build_StreamRequest,
    'end_stream': build_EndStreamRequest,
}
