# Made by tools/emit.py from liveschema/contract; change that, not this.
"""Whether a stream request has no error."""

from liveschema.engine.support import compact_size, misfit, type_inference, unsure

LARGEST_WHOLE = int(1.7976931348623157e+308)
Color_values = frozenset({'lime', 'green', 'cyan', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow', 'gray'})
LEAST_WHOLE = -int(1.7976931348623157e+308)
TYPES_BY_FIELD = {
    'number_of_steps': ('segmented_progress',),
    'current_step': ('segmented_progress',),
    'step_color': ('segmented_progress',),
    'step_colors': ('segmented_progress',),
    'badge': ('segmented_progress', 'progress', 'alert', 'value'),
    'percentage': ('progress',),
    'value': ('progress', 'value'),
    'upper_limit': ('progress',),
    'metrics': ('metrics', 'stats'),
    'message': ('alert',),
    'duration_seconds': ('timer',),
}
TYPES_WITHOUT_FIELDS = ('timer',)
secondary_action_types = frozenset({'alert', 'progress', 'segmented_progress', 'untagged', 'value'})
TYPES_BESIDE = {'secondary_action': secondary_action_types}
WebhookMethod_values = frozenset({'GET', 'POST'})


def surrogate_in(value):
    global surrogate_in
    import re  # dearer than the rest of a verdict, so not before it is needed
    surrogate_in = re.compile('[\ud800-\udfff]').search
    return surrogate_in(value)


def is_https_http_shortcuts_url(value):
    global is_https_http_shortcuts_url
    import re  # dearer than the rest of a verdict, so not before it is needed
    is_https_http_shortcuts_url = re.compile('^(?:[Hh][Tt][Tt][Pp][Ss]://[^/?#:@\\x00-\\x20\\x7f]|[Hh][Tt][Tt][Pp]://[^/?#:@\\x00-\\x20\\x7f]|[Ss][Hh][Oo][Rr][Tt][Cc][Uu][Tt][Ss]:)[\\x21-\\x7e\\x80-\\U0010ffff]*+\\Z').match
    return is_https_http_shortcuts_url(value)


def is_https_url(value):
    global is_https_url
    import re  # dearer than the rest of a verdict, so not before it is needed
    is_https_url = re.compile('^(?:[Hh][Tt][Tt][Pp][Ss]://[^/?#:@\\x00-\\x20\\x7f])[\\x21-\\x7e\\x80-\\U0010ffff]*+\\Z').match
    return is_https_url(value)


def stream(request, known):
    if type(request) is not dict: return unsure(request)
    rest = len(request)
    rest -= 1
    content_state = request.get('content_state')
    if type(content_state) is not dict: return unsure(content_state, request)
    type_tag = content_state.get('type')
    if type_tag is None:
        type_tag = infer_type(content_state, known, request)
        if not type_tag: return type_tag
    else:
        if type(type_tag) is not str: return unsure(type_tag)
        if not (known is None or type_tag == known): return False
        predicate = activity_predicates.get(type_tag)
        if predicate is None: return False
        answer = predicate(content_state, len(content_state) - 1)
        if answer is not True: return answer
    if rest:
        alert = request.get('alert')
        if alert is not None:
            rest -= 1
            if type(alert) is not dict: return unsure(alert)
            alert_rest = len(alert)
            if alert_rest:
                alert_title = alert.get('title')
                if alert_title is not None:
                    alert_rest -= 1
                    if type(alert_title) is not str: return unsure(alert_title)
                    if not (alert_title.isascii() or not surrogate_in(alert_title)): return False
                alert_body = alert.get('body')
                if alert_body is not None:
                    alert_rest -= 1
                    if type(alert_body) is not str: return unsure(alert_body)
                    if not (alert_body.isascii() or not surrogate_in(alert_body)): return False
                if alert_rest: return misfit(alert)
        channels = request.get('channels')
        if channels is not None:
            rest -= 1
            if type(channels) is not list: return unsure(channels)
            if not channels: return False
            for channel in channels:
                if type(channel) is not str: return unsure(channel)
                if not (channel and (channel.isascii() or not surrogate_in(channel))): return False
        target = request.get('target')
        if target is not None:
            rest -= 1
            if type(target) is not dict: return unsure(target)
            target_rest = len(target) - 1
            target_channels = target.get('channels')
            if type(target_channels) is not list: return unsure(target_channels, target)
            if not target_channels: return False
            for channel_2 in target_channels:
                if type(channel_2) is not str: return unsure(channel_2)
                if not (channel_2 and (channel_2.isascii() or not surrogate_in(channel_2))): return False
            if target_rest:
                if target_rest: return misfit(target)
        action = request.get('action')
        if action is not None:
            rest -= 1
            if type(action) is not dict: return unsure(action)
            action_type = action.get('type')
            if type(action_type) is not str: return unsure(action_type, action)
            predicate = action_predicates.get(action_type)
            if predicate is None: return False
            answer = predicate(action, len(action) - 1)
            if answer is not True: return answer
        secondary_action = request.get('secondary_action')
        if secondary_action is not None:
            rest -= 1
            if type_tag not in secondary_action_types: return False
            if type(secondary_action) is not dict: return unsure(secondary_action)
            secondary_action_type = secondary_action.get('type')
            if type(secondary_action_type) is not str: return unsure(secondary_action_type, secondary_action)
            predicate = action_predicates.get(secondary_action_type)
            if predicate is None: return False
            answer = predicate(secondary_action, len(secondary_action) - 1)
            if answer is not True: return answer
        tags = request.get('tags')
        if tags is not None:
            rest -= 1
            if type(tags) is not list: return unsure(tags)
            for tag in tags:
                if type(tag) is not str: return unsure(tag)
                if not (1 <= len(tag) <= 64 and (tag.isascii() or not surrogate_in(tag))): return False
        metadata = request.get('metadata')
        if metadata is not None:
            rest -= 1
            if type(metadata) is not dict: return unsure(metadata)
            if not (len(metadata) <= 50): return False
            size = 0
            for key, entry in metadata.items():
                if type(key) is not str: return unsure(key)
                if not (1 <= len(key) <= 100 and (key.isascii() or not surrogate_in(key))): return False
                if type(entry) is str:
                    if not (len(entry) <= 4000 and (entry.isascii() or not surrogate_in(entry))): return False
                    size += len(key) + len(entry)
                elif type(entry) is int:
                    if not (LEAST_WHOLE <= entry <= LARGEST_WHOLE): return False
                    size += len(key) + entry.bit_length() // 3 + 2
                elif type(entry) is float:
                    if not (-1.7976931348623157e+308 <= entry <= 1.7976931348623157e+308): return False
                    size += len(key) + 25
                elif type(entry) is bool:
                    size += len(key) + 5
                else: return unsure(entry)
            if not (size <= 2680 or compact_size(metadata) <= 16384): return False
        if not (channels is None or target is None or set(channels) == set(target['channels'])): return False
        if rest: return misfit(request)
    return type_tag


def activity_segmented_progress(activity, rest):
    rest -= 2
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    current_step = activity.get('current_step')
    if type(current_step) is int:
        if not (0 <= current_step <= LARGEST_WHOLE): return False
    elif type(current_step) is float:
        if not (current_step.is_integer() and 0.0 <= current_step <= 1.7976931348623157e+308): return False
    else: return unsure(current_step, activity)
    if rest:
        number_of_steps = activity.get('number_of_steps')
        if number_of_steps is not None:
            rest -= 1
            if type(number_of_steps) is int:
                if not (1 <= number_of_steps <= LARGEST_WHOLE): return False
            elif type(number_of_steps) is float:
                if not (number_of_steps.is_integer() and 1.0 <= number_of_steps <= 1.7976931348623157e+308): return False
            else: return unsure(number_of_steps)
        step_color = activity.get('step_color')
        if step_color is not None:
            rest -= 1
            if type(step_color) is not str: return unsure(step_color)
            if step_color not in Color_values: return False
        step_colors = activity.get('step_colors')
        if step_colors is not None:
            rest -= 1
            if type(step_colors) is not list: return unsure(step_colors)
            for colour in step_colors:
                if type(colour) is not str: return unsure(colour)
                if colour not in Color_values: return False
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = activity.get('badge')
        if badge is not None:
            rest -= 1
            if type(badge) is not dict: return unsure(badge)
            badge_rest = len(badge) - 1
            badge_title = badge.get('title')
            if type(badge_title) is not str: return unsure(badge_title, badge)
            if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title))): return False
            if badge_rest:
                badge_color = badge.get('color')
                if badge_color is not None:
                    badge_rest -= 1
                    if type(badge_color) is not str: return unsure(badge_color)
                    if badge_color not in Color_values: return False
                if badge_rest: return misfit(badge)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if not (number_of_steps is None or current_step <= number_of_steps): return False
        if rest: return misfit(activity)
    return True


def activity_progress(activity, rest):
    rest -= 1
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    percentage = activity.get('percentage')
    if percentage is not None:
        rest -= 1
        if type(percentage) is int:
            if not (0 <= percentage <= 100): return False
        elif type(percentage) is float:
            if not (0.0 <= percentage <= 100.0): return False
        else: return unsure(percentage)
    value = activity.get('value')
    if value is not None:
        rest -= 1
        if type(value) is int:
            if not (LEAST_WHOLE <= value <= LARGEST_WHOLE): return False
        elif type(value) is float:
            if not (-1.7976931348623157e+308 <= value <= 1.7976931348623157e+308): return False
        else: return unsure(value)
    upper_limit = activity.get('upper_limit')
    if upper_limit is not None:
        rest -= 1
        if type(upper_limit) is int:
            if not (0 < upper_limit <= LARGEST_WHOLE): return False
        elif type(upper_limit) is float:
            if not (0.0 < upper_limit <= 1.7976931348623157e+308): return False
        else: return unsure(upper_limit)
    if percentage is None and value is None and upper_limit is None: return misfit(activity)
    if (value is None) != (upper_limit is None): return misfit(activity)
    if rest:
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = activity.get('badge')
        if badge is not None:
            rest -= 1
            if type(badge) is not dict: return unsure(badge)
            badge_rest = len(badge) - 1
            badge_title = badge.get('title')
            if type(badge_title) is not str: return unsure(badge_title, badge)
            if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title))): return False
            if badge_rest:
                badge_color = badge.get('color')
                if badge_color is not None:
                    badge_rest -= 1
                    if type(badge_color) is not str: return unsure(badge_color)
                    if badge_color not in Color_values: return False
                if badge_rest: return misfit(badge)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(activity)
    return True


def activity_metrics(activity, rest):
    rest -= 2
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    metrics = activity.get('metrics')
    if type(metrics) is not list: return unsure(metrics, activity)
    if not (metrics and len(metrics) <= 8): return False
    for metric in metrics:
        if type(metric) is not dict: return unsure(metric)
        metric_rest = len(metric) - 2
        metric_label = metric.get('label')
        if type(metric_label) is not str: return unsure(metric_label, metric)
        if not (metric_label and (metric_label.isascii() or not surrogate_in(metric_label))): return False
        metric_value = metric.get('value')
        if type(metric_value) is int:
            if not (0 <= metric_value <= LARGEST_WHOLE): return False
        elif type(metric_value) is float:
            if not (0.0 <= metric_value <= 1.7976931348623157e+308): return False
        elif type(metric_value) is str:
            if not (1 <= len(metric_value) <= 64 and (metric_value.isascii() or not surrogate_in(metric_value))): return False
        else: return unsure(metric_value, metric)
        if metric_rest:
            metric_unit = metric.get('unit')
            if metric_unit is not None:
                metric_rest -= 1
                if type(metric_unit) is not str: return unsure(metric_unit)
                if not (metric_unit.isascii() or not surrogate_in(metric_unit)): return False
            metric_color = metric.get('color')
            if metric_color is not None:
                metric_rest -= 1
                if type(metric_color) is not str: return unsure(metric_color)
                if metric_color not in Color_values: return False
            if metric_rest: return misfit(metric)
    if rest:
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(activity)
    return True


def activity_stats(activity, rest):
    rest -= 2
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    metrics = activity.get('metrics')
    if type(metrics) is not list: return unsure(metrics, activity)
    if not (metrics and len(metrics) <= 8): return False
    for metric in metrics:
        if type(metric) is not dict: return unsure(metric)
        metric_rest = len(metric) - 2
        metric_label = metric.get('label')
        if type(metric_label) is not str: return unsure(metric_label, metric)
        if not (metric_label and (metric_label.isascii() or not surrogate_in(metric_label))): return False
        metric_value = metric.get('value')
        if type(metric_value) is int:
            if not (0 <= metric_value <= LARGEST_WHOLE): return False
        elif type(metric_value) is float:
            if not (0.0 <= metric_value <= 1.7976931348623157e+308): return False
        elif type(metric_value) is str:
            if not (1 <= len(metric_value) <= 64 and (metric_value.isascii() or not surrogate_in(metric_value))): return False
        else: return unsure(metric_value, metric)
        if metric_rest:
            metric_unit = metric.get('unit')
            if metric_unit is not None:
                metric_rest -= 1
                if type(metric_unit) is not str: return unsure(metric_unit)
                if not (metric_unit.isascii() or not surrogate_in(metric_unit)): return False
            metric_color = metric.get('color')
            if metric_color is not None:
                metric_rest -= 1
                if type(metric_color) is not str: return unsure(metric_color)
                if metric_color not in Color_values: return False
            if metric_rest: return misfit(metric)
    if rest:
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(activity)
    return True


def activity_alert(activity, rest):
    rest -= 2
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    message = activity.get('message')
    if type(message) is not str: return unsure(message, activity)
    if not (message and (message.isascii() or not surrogate_in(message))): return False
    if rest:
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = activity.get('badge')
        if badge is not None:
            rest -= 1
            if type(badge) is not dict: return unsure(badge)
            badge_rest = len(badge) - 1
            badge_title = badge.get('title')
            if type(badge_title) is not str: return unsure(badge_title, badge)
            if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title))): return False
            if badge_rest:
                badge_color = badge.get('color')
                if badge_color is not None:
                    badge_rest -= 1
                    if type(badge_color) is not str: return unsure(badge_color)
                    if badge_color not in Color_values: return False
                if badge_rest: return misfit(badge)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(activity)
    return True


def activity_timer(activity, rest):
    rest -= 1
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    if rest:
        duration_seconds = activity.get('duration_seconds')
        if duration_seconds is not None:
            rest -= 1
            if type(duration_seconds) is int:
                if not (0 < duration_seconds <= LARGEST_WHOLE): return False
            elif type(duration_seconds) is float:
                if not (0.0 < duration_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(duration_seconds)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        if rest: return misfit(activity)
    return True


def activity_value(activity, rest):
    rest -= 2
    title = activity.get('title')
    if type(title) is not str: return unsure(title, activity)
    if not (title.isascii() or not surrogate_in(title)): return False
    value = activity.get('value')
    if type(value) is int:
        if not (LEAST_WHOLE <= value <= LARGEST_WHOLE): return False
    elif type(value) is float:
        if not (-1.7976931348623157e+308 <= value <= 1.7976931348623157e+308): return False
    elif type(value) is str:
        if not (value.isascii() or not surrogate_in(value)): return False
    else: return unsure(value, activity)
    if rest:
        subtitle = activity.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = activity.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = activity.get('icon')
        if icon is not None:
            rest -= 1
            if type(icon) is not dict: return unsure(icon)
            icon_rest = len(icon) - 1
            icon_symbol = icon.get('symbol')
            if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
            if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol))): return False
            if icon_rest:
                icon_color = icon.get('color')
                if icon_color is not None:
                    icon_rest -= 1
                    if type(icon_color) is not str: return unsure(icon_color)
                    if icon_color not in Color_values: return False
                if icon_rest: return misfit(icon)
        auto_dismiss_minutes = activity.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = activity.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = activity.get('badge')
        if badge is not None:
            rest -= 1
            if type(badge) is not dict: return unsure(badge)
            badge_rest = len(badge) - 1
            badge_title = badge.get('title')
            if type(badge_title) is not str: return unsure(badge_title, badge)
            if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title))): return False
            if badge_rest:
                badge_color = badge.get('color')
                if badge_color is not None:
                    badge_rest -= 1
                    if type(badge_color) is not str: return unsure(badge_color)
                    if badge_color not in Color_values: return False
                if badge_rest: return misfit(badge)
        counts_down = activity.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = activity.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(activity)
    return True


def action_open_url(action, rest):
    rest -= 2
    title = action.get('title')
    if type(title) is not str: return unsure(title, action)
    if not (title.isascii() or not surrogate_in(title)): return False
    url = action.get('url')
    if type(url) is not str: return unsure(url, action)
    if not (is_https_http_shortcuts_url(url) and (url.isascii() or not surrogate_in(url))): return False
    if rest:
        method = action.get('method')
        if method is not None:
            rest -= 1
            if type(method) is not str: return unsure(method)
            if method != 'POST': return False
        if rest: return misfit(action)
    return True


def action_webhook(action, rest):
    rest -= 2
    title = action.get('title')
    if type(title) is not str: return unsure(title, action)
    if not (title.isascii() or not surrogate_in(title)): return False
    url = action.get('url')
    if type(url) is not str: return unsure(url, action)
    if not (is_https_url(url) and (url.isascii() or not surrogate_in(url))): return False
    if rest:
        method = action.get('method')
        if method is not None:
            rest -= 1
            if type(method) is not str: return unsure(method)
            if method not in WebhookMethod_values: return False
        body = action.get('body')
        if body is not None:
            rest -= 1
            if type(body) is not dict: return unsure(body)
            answer = is_json_object(body, 1)
            if answer is not True: return answer
        if rest: return misfit(action)
    return True


def is_json_list(data, depth):
    if not (depth <= 200): return False
    for item in data:
        if type(item) is str:
            if not (item.isascii() or not surrogate_in(item)): return False
        elif type(item) is int:
            if not (LEAST_WHOLE <= item <= LARGEST_WHOLE): return False
        elif type(item) is float:
            if not (-1.7976931348623157e+308 <= item <= 1.7976931348623157e+308): return False
        elif type(item) is bool:
            pass
        elif type(item) is dict:
            answer = is_json_object(item, depth + 1)
            if answer is not True: return answer
        elif type(item) is list:
            answer = is_json_list(item, depth + 1)
            if answer is not True: return answer
        elif item is None:
            pass
        else: return unsure(item)
    return True


def is_json_object(data, depth):
    if not (depth <= 200): return False
    for key, item in data.items():
        if type(key) is not str: return unsure(key)
        if not (key.isascii() or not surrogate_in(key)): return False
        if type(item) is str:
            if not (item.isascii() or not surrogate_in(item)): return False
        elif type(item) is int:
            if not (LEAST_WHOLE <= item <= LARGEST_WHOLE): return False
        elif type(item) is float:
            if not (-1.7976931348623157e+308 <= item <= 1.7976931348623157e+308): return False
        elif type(item) is bool:
            pass
        elif type(item) is dict:
            answer = is_json_object(item, depth + 1)
            if answer is not True: return answer
        elif type(item) is list:
            answer = is_json_list(item, depth + 1)
            if answer is not True: return answer
        elif item is None:
            pass
        else: return unsure(item)
    return True


activity_predicates = {
    'segmented_progress': activity_segmented_progress,
    'progress': activity_progress,
    'metrics': activity_metrics,
    'stats': activity_stats,
    'alert': activity_alert,
    'timer': activity_timer,
    'value': activity_value,
}


infer_type = type_inference(activity_predicates, TYPES_BY_FIELD, TYPES_WITHOUT_FIELDS, TYPES_BESIDE)


action_predicates = {
    'open_url': action_open_url,
    'webhook': action_webhook,
}
