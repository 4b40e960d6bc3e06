# Made by tools/emit.py from liveschema/contract; change that, not this.
"""Whether the value of a field has no problem, by class and field."""

from liveschema.engine.support import compact_size, misfit, unsure

WebhookMethod_values = frozenset({'GET', 'POST'})
LEAST_WHOLE = -int(1.7976931348623157e+308)
LARGEST_WHOLE = int(1.7976931348623157e+308)
Color_values = frozenset({'lime', 'green', 'cyan', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow', 'gray'})


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


def runs_shortcut(value):
    global runs_shortcut
    import re  # dearer than the rest of a verdict, so not before it is needed
    runs_shortcut = re.compile('shortcuts://run-shortcut/?\\?(?:[^#]*&)?name=[^&#]', re.IGNORECASE).match
    return runs_shortcut(value)


def runs_shortcut_applies(value):
    global runs_shortcut_applies
    import re  # dearer than the rest of a verdict, so not before it is needed
    runs_shortcut_applies = re.compile('shortcuts:', re.IGNORECASE).match
    return runs_shortcut_applies(value)


def is_https_url(value):
    global is_https_url
    import re  # dearer than the rest of a verdict, so not before it is needed
    is_https_url = re.compile('^(?:[Hh][Tt][Tt][Pp][Ss]://[^/?#:@\\x00-\\x20\\x7f])[\\x21-\\x7e\\x80-\\U0010ffff]*+\\Z').match
    return is_https_url(value)


def is_symbol_name(value):
    global is_symbol_name
    import re  # dearer than the rest of a verdict, so not before it is needed
    is_symbol_name = re.compile('[a-z0-9]++(?:\\.[a-z0-9]++)*+\\Z').match
    return is_symbol_name(value)


def StartRequest_alert(alert):
    if type(alert) is not dict: return unsure(alert)
    alert_rest = len(alert)
    if alert_rest:
        alert_title = alert.get('title')
        if alert_title is not None:
            alert_rest -= 1
            if type(alert_title) is not str: return unsure(alert_title)
            if not ((alert_title.isascii() or not surrogate_in(alert_title)) and alert_title and not alert_title.isspace()): return False
        alert_body = alert.get('body')
        if alert_body is not None:
            alert_rest -= 1
            if type(alert_body) is not str: return unsure(alert_body)
            if not (alert_body.isascii() or not surrogate_in(alert_body)): return False
        if alert_rest: return misfit(alert)
    return True


def StartRequest_target(target):
    if type(target) is not dict: return unsure(target)
    target_rest = len(target) - 1
    target_channels = target.get('channels')
    if type(target_channels) is not list: return unsure(target_channels, target)
    if not target_channels: return False
    for channel in target_channels:
        if type(channel) is not str: return unsure(channel)
        if not (channel and (channel.isascii() or not surrogate_in(channel))): return False
    if target_rest:
        if target_rest: return misfit(target)
    return True


def StartRequest_action(action):
    if type(action) is not dict: return unsure(action)
    action_type = action.get('type')
    if type(action_type) is not str: return unsure(action_type, action)
    predicate = action_predicates.get(action_type)
    if predicate is None: return False
    answer = predicate(action, len(action) - 1)
    if answer is not True: return answer
    return True


def action_open_url(action, rest):
    rest -= 2
    title = action.get('title')
    if type(title) is not str: return unsure(title, action)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    url = action.get('url')
    if type(url) is not str: return unsure(url, action)
    if not (is_https_http_shortcuts_url(url) and (url.isascii() or not surrogate_in(url)) and (not runs_shortcut_applies(url) or runs_shortcut(url))): return False
    if rest:
        if 'method' in action: return False
        if rest: return misfit(action)
    return True


def action_webhook(action, rest):
    rest -= 2
    title = action.get('title')
    if type(title) is not str: return unsure(title, action)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
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
        if not (method is None or body is None or method != 'GET'): return False
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


def StartRequest_secondary_action(secondary_action):
    if type(secondary_action) is not dict: return unsure(secondary_action)
    secondary_action_type = secondary_action.get('type')
    if type(secondary_action_type) is not str: return unsure(secondary_action_type, secondary_action)
    predicate = action_predicates.get(secondary_action_type)
    if predicate is None: return False
    answer = predicate(secondary_action, len(secondary_action) - 1)
    if answer is not True: return answer
    return True


def StartRequest_tags(tags):
    if type(tags) is not list: return unsure(tags)
    if not (len(tags) <= 20): return False
    for tag in tags:
        if type(tag) is not str: return unsure(tag)
        if not (1 <= len(tag) <= 64 and (tag.isascii() or not surrogate_in(tag))): return False
    return True


def StartRequest_metadata(metadata):
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
    return True


def SegmentedProgress_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def SegmentedProgress_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'segmented_progress': return False
    return True


def SegmentedProgress_number_of_steps(number_of_steps):
    if type(number_of_steps) is int:
        if not (1 <= number_of_steps <= LARGEST_WHOLE): return False
    elif type(number_of_steps) is float:
        if not (number_of_steps.is_integer() and 1.0 <= number_of_steps <= 1.7976931348623157e+308): return False
    else: return unsure(number_of_steps)
    return True


def SegmentedProgress_current_step(current_step):
    if type(current_step) is int:
        if not (0 <= current_step <= LARGEST_WHOLE): return False
    elif type(current_step) is float:
        if not (current_step.is_integer() and 0.0 <= current_step <= 1.7976931348623157e+308): return False
    else: return unsure(current_step)
    return True


def SegmentedProgress_step_color(step_color):
    if type(step_color) is not str: return unsure(step_color)
    if step_color not in Color_values: return False
    return True


def SegmentedProgress_step_colors(step_colors):
    if type(step_colors) is not list: return unsure(step_colors)
    for colour in step_colors:
        if type(colour) is not str: return unsure(colour)
        if colour not in Color_values: return False
    return True


def SegmentedProgress_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def SegmentedProgress_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def SegmentedProgress_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def SegmentedProgress_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def SegmentedProgress_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def SegmentedProgress_badge(badge):
    if type(badge) is not dict: return unsure(badge)
    badge_rest = len(badge) - 1
    badge_title = badge.get('title')
    if type(badge_title) is not str: return unsure(badge_title, badge)
    if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title)) and badge_title and not badge_title.isspace()): return False
    if badge_rest:
        badge_color = badge.get('color')
        if badge_color is not None:
            badge_rest -= 1
            if type(badge_color) is not str: return unsure(badge_color)
            if badge_color not in Color_values: return False
        if badge_rest: return misfit(badge)
    return True


def Icon_symbol(symbol):
    if type(symbol) is not str: return unsure(symbol)
    if not (symbol and (symbol.isascii() or not surrogate_in(symbol)) and is_symbol_name(symbol)): return False
    return True


def Icon_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Badge_title(title):
    if type(title) is not str: return unsure(title)
    if not (title and (title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Badge_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Progress_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Progress_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'progress': return False
    return True


def Progress_percentage(percentage):
    if type(percentage) is int:
        if not (0 <= percentage <= 100): return False
    elif type(percentage) is float:
        if not (0.0 <= percentage <= 100.0): return False
    else: return unsure(percentage)
    return True


def Progress_value(value):
    if type(value) is int:
        if not (LEAST_WHOLE <= value <= LARGEST_WHOLE): return False
    elif type(value) is float:
        if not (-1.7976931348623157e+308 <= value <= 1.7976931348623157e+308): return False
    else: return unsure(value)
    return True


def Progress_upper_limit(upper_limit):
    if type(upper_limit) is int:
        if not (0 < upper_limit <= LARGEST_WHOLE): return False
    elif type(upper_limit) is float:
        if not (0.0 < upper_limit <= 1.7976931348623157e+308): return False
    else: return unsure(upper_limit)
    return True


def Progress_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def Progress_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Progress_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def Progress_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def Progress_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def Progress_badge(badge):
    if type(badge) is not dict: return unsure(badge)
    badge_rest = len(badge) - 1
    badge_title = badge.get('title')
    if type(badge_title) is not str: return unsure(badge_title, badge)
    if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title)) and badge_title and not badge_title.isspace()): return False
    if badge_rest:
        badge_color = badge.get('color')
        if badge_color is not None:
            badge_rest -= 1
            if type(badge_color) is not str: return unsure(badge_color)
            if badge_color not in Color_values: return False
        if badge_rest: return misfit(badge)
    return True


def Metrics_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Metrics_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'metrics': return False
    return True


def Metrics_metrics(metrics):
    if type(metrics) is not list: return unsure(metrics)
    if not (metrics and len(metrics) <= 8): return False
    for metric in metrics:
        if type(metric) is not dict: return unsure(metric)
        metric_rest = len(metric) - 2
        metric_label = metric.get('label')
        if type(metric_label) is not str: return unsure(metric_label, metric)
        if not (metric_label and (metric_label.isascii() or not surrogate_in(metric_label)) and metric_label and not metric_label.isspace()): return False
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
    return True


def Metrics_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def Metrics_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Metrics_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def Metrics_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def Metrics_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def Metric_label(label):
    if type(label) is not str: return unsure(label)
    if not (label and (label.isascii() or not surrogate_in(label)) and label and not label.isspace()): return False
    return True


def Metric_value(value):
    if type(value) is int:
        if not (0 <= value <= LARGEST_WHOLE): return False
    elif type(value) is float:
        if not (0.0 <= value <= 1.7976931348623157e+308): return False
    elif type(value) is str:
        if not (1 <= len(value) <= 64 and (value.isascii() or not surrogate_in(value))): return False
    else: return unsure(value)
    return True


def Metric_unit(unit):
    if type(unit) is not str: return unsure(unit)
    if not (unit.isascii() or not surrogate_in(unit)): return False
    return True


def Metric_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Stats_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Stats_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'stats': return False
    return True


def Stats_metrics(metrics):
    if type(metrics) is not list: return unsure(metrics)
    if not (metrics and len(metrics) <= 8): return False
    for metric in metrics:
        if type(metric) is not dict: return unsure(metric)
        metric_rest = len(metric) - 2
        metric_label = metric.get('label')
        if type(metric_label) is not str: return unsure(metric_label, metric)
        if not (metric_label and (metric_label.isascii() or not surrogate_in(metric_label)) and metric_label and not metric_label.isspace()): return False
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
    return True


def Stats_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def Stats_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Stats_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def Stats_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def Stats_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def Alert_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Alert_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'alert': return False
    return True


def Alert_message(message):
    if type(message) is not str: return unsure(message)
    if not (message and (message.isascii() or not surrogate_in(message)) and message and not message.isspace()): return False
    return True


def Alert_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def Alert_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Alert_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def Alert_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def Alert_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def Alert_badge(badge):
    if type(badge) is not dict: return unsure(badge)
    badge_rest = len(badge) - 1
    badge_title = badge.get('title')
    if type(badge_title) is not str: return unsure(badge_title, badge)
    if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title)) and badge_title and not badge_title.isspace()): return False
    if badge_rest:
        badge_color = badge.get('color')
        if badge_color is not None:
            badge_rest -= 1
            if type(badge_color) is not str: return unsure(badge_color)
            if badge_color not in Color_values: return False
        if badge_rest: return misfit(badge)
    return True


def Timer_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Timer_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'timer': return False
    return True


def Timer_duration_seconds(duration_seconds):
    if type(duration_seconds) is int:
        if not (0 < duration_seconds <= LARGEST_WHOLE): return False
    elif type(duration_seconds) is float:
        if not (0.0 < duration_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(duration_seconds)
    return True


def Timer_counts_down(counts_down):
    if type(counts_down) is not bool: return unsure(counts_down)
    return True


def Timer_is_running(is_running):
    if type(is_running) is not bool: return unsure(is_running)
    return True


def Timer_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def Timer_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Timer_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def Timer_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def Timer_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def Value_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def Value_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'value': return False
    return True


def Value_value(value):
    if type(value) is int:
        if not (LEAST_WHOLE <= value <= LARGEST_WHOLE): return False
    elif type(value) is float:
        if not (-1.7976931348623157e+308 <= value <= 1.7976931348623157e+308): return False
    elif type(value) is str:
        if not (value.isascii() or not surrogate_in(value)): return False
    else: return unsure(value)
    return True


def Value_subtitle(subtitle):
    if type(subtitle) is not str: return unsure(subtitle)
    if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
    return True


def Value_color(color):
    if type(color) is not str: return unsure(color)
    if color not in Color_values: return False
    return True


def Value_icon(icon):
    if type(icon) is not dict: return unsure(icon)
    icon_rest = len(icon) - 1
    icon_symbol = icon.get('symbol')
    if type(icon_symbol) is not str: return unsure(icon_symbol, icon)
    if not (icon_symbol and (icon_symbol.isascii() or not surrogate_in(icon_symbol)) and is_symbol_name(icon_symbol)): return False
    if icon_rest:
        icon_color = icon.get('color')
        if icon_color is not None:
            icon_rest -= 1
            if type(icon_color) is not str: return unsure(icon_color)
            if icon_color not in Color_values: return False
        if icon_rest: return misfit(icon)
    return True


def Value_auto_dismiss_minutes(auto_dismiss_minutes):
    if type(auto_dismiss_minutes) is int:
        if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_minutes) is float:
        if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_minutes)
    return True


def Value_auto_dismiss_seconds(auto_dismiss_seconds):
    if type(auto_dismiss_seconds) is int:
        if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
    elif type(auto_dismiss_seconds) is float:
        if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
    else: return unsure(auto_dismiss_seconds)
    return True


def Value_badge(badge):
    if type(badge) is not dict: return unsure(badge)
    badge_rest = len(badge) - 1
    badge_title = badge.get('title')
    if type(badge_title) is not str: return unsure(badge_title, badge)
    if not (badge_title and (badge_title.isascii() or not surrogate_in(badge_title)) and badge_title and not badge_title.isspace()): return False
    if badge_rest:
        badge_color = badge.get('color')
        if badge_color is not None:
            badge_rest -= 1
            if type(badge_color) is not str: return unsure(badge_color)
            if badge_color not in Color_values: return False
        if badge_rest: return misfit(badge)
    return True


def PushAlert_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def PushAlert_body(body):
    if type(body) is not str: return unsure(body)
    if not (body.isascii() or not surrogate_in(body)): return False
    return True


def Target_channels(channels):
    if type(channels) is not list: return unsure(channels)
    if not channels: return False
    for channel in channels:
        if type(channel) is not str: return unsure(channel)
        if not (channel and (channel.isascii() or not surrogate_in(channel))): return False
    return True


def OpenUrlAction_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'open_url': return False
    return True


def OpenUrlAction_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def OpenUrlAction_url(url):
    if type(url) is not str: return unsure(url)
    if not (is_https_http_shortcuts_url(url) and (url.isascii() or not surrogate_in(url)) and (not runs_shortcut_applies(url) or runs_shortcut(url))): return False
    return True


def WebhookAction_type(type_):
    if type(type_) is not str: return unsure(type_)
    if type_ != 'webhook': return False
    return True


def WebhookAction_title(title):
    if type(title) is not str: return unsure(title)
    if not ((title.isascii() or not surrogate_in(title)) and title and not title.isspace()): return False
    return True


def WebhookAction_url(url):
    if type(url) is not str: return unsure(url)
    if not (is_https_url(url) and (url.isascii() or not surrogate_in(url))): return False
    return True


def WebhookAction_method(method):
    if type(method) is not str: return unsure(method)
    if method not in WebhookMethod_values: return False
    return True


def WebhookAction_body(body):
    if type(body) is not dict: return unsure(body)
    answer = is_json_object(body, 1)
    if answer is not True: return answer
    return True


def UpdateRequest_activity_id(activity_id):
    if type(activity_id) is not str: return unsure(activity_id)
    if not (activity_id and (activity_id.isascii() or not surrogate_in(activity_id))): return False
    return True


def UpdateRequest_action(action):
    if type(action) is not dict: return unsure(action)
    action_type = action.get('type')
    if type(action_type) is not str: return unsure(action_type, action)
    predicate = action_predicates.get(action_type)
    if predicate is None: return False
    answer = predicate(action, len(action) - 1)
    if answer is not True: return answer
    return True


def UpdateRequest_secondary_action(secondary_action):
    if type(secondary_action) is not dict: return unsure(secondary_action)
    secondary_action_type = secondary_action.get('type')
    if type(secondary_action_type) is not str: return unsure(secondary_action_type, secondary_action)
    predicate = action_predicates.get(secondary_action_type)
    if predicate is None: return False
    answer = predicate(secondary_action, len(secondary_action) - 1)
    if answer is not True: return answer
    return True


def UpdateRequest_metadata(metadata):
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
    return True


def UpdateRequest_tags(tags):
    if type(tags) is not list: return unsure(tags)
    if not (len(tags) <= 20): return False
    for tag in tags:
        if type(tag) is not str: return unsure(tag)
        if not (1 <= len(tag) <= 64 and (tag.isascii() or not surrogate_in(tag))): return False
    return True


def EndRequest_activity_id(activity_id):
    if type(activity_id) is not str: return unsure(activity_id)
    if not (activity_id and (activity_id.isascii() or not surrogate_in(activity_id))): return False
    return True


def EndRequest_action(action):
    if type(action) is not dict: return unsure(action)
    action_type = action.get('type')
    if type(action_type) is not str: return unsure(action_type, action)
    predicate = action_predicates.get(action_type)
    if predicate is None: return False
    answer = predicate(action, len(action) - 1)
    if answer is not True: return answer
    return True


def EndRequest_secondary_action(secondary_action):
    if type(secondary_action) is not dict: return unsure(secondary_action)
    secondary_action_type = secondary_action.get('type')
    if type(secondary_action_type) is not str: return unsure(secondary_action_type, secondary_action)
    predicate = action_predicates.get(secondary_action_type)
    if predicate is None: return False
    answer = predicate(secondary_action, len(secondary_action) - 1)
    if answer is not True: return answer
    return True


def EndRequest_metadata(metadata):
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
    return True


def EndRequest_tags(tags):
    if type(tags) is not list: return unsure(tags)
    if not (len(tags) <= 20): return False
    for tag in tags:
        if type(tag) is not str: return unsure(tag)
        if not (1 <= len(tag) <= 64 and (tag.isascii() or not surrogate_in(tag))): return False
    return True


def StreamRequest_alert(alert):
    if type(alert) is not dict: return unsure(alert)
    alert_rest = len(alert)
    if alert_rest:
        alert_title = alert.get('title')
        if alert_title is not None:
            alert_rest -= 1
            if type(alert_title) is not str: return unsure(alert_title)
            if not ((alert_title.isascii() or not surrogate_in(alert_title)) and alert_title and not alert_title.isspace()): return False
        alert_body = alert.get('body')
        if alert_body is not None:
            alert_rest -= 1
            if type(alert_body) is not str: return unsure(alert_body)
            if not (alert_body.isascii() or not surrogate_in(alert_body)): return False
        if alert_rest: return misfit(alert)
    return True


def StreamRequest_channels(channels):
    if type(channels) is not list: return unsure(channels)
    if not channels: return False
    for channel in channels:
        if type(channel) is not str: return unsure(channel)
        if not (channel and (channel.isascii() or not surrogate_in(channel))): return False
    return True


def StreamRequest_target(target):
    if type(target) is not dict: return unsure(target)
    target_rest = len(target) - 1
    target_channels = target.get('channels')
    if type(target_channels) is not list: return unsure(target_channels, target)
    if not target_channels: return False
    for channel in target_channels:
        if type(channel) is not str: return unsure(channel)
        if not (channel and (channel.isascii() or not surrogate_in(channel))): return False
    if target_rest:
        if target_rest: return misfit(target)
    return True


def StreamRequest_action(action):
    if type(action) is not dict: return unsure(action)
    action_type = action.get('type')
    if type(action_type) is not str: return unsure(action_type, action)
    predicate = action_predicates.get(action_type)
    if predicate is None: return False
    answer = predicate(action, len(action) - 1)
    if answer is not True: return answer
    return True


def StreamRequest_secondary_action(secondary_action):
    if type(secondary_action) is not dict: return unsure(secondary_action)
    secondary_action_type = secondary_action.get('type')
    if type(secondary_action_type) is not str: return unsure(secondary_action_type, secondary_action)
    predicate = action_predicates.get(secondary_action_type)
    if predicate is None: return False
    answer = predicate(secondary_action, len(secondary_action) - 1)
    if answer is not True: return answer
    return True


def StreamRequest_tags(tags):
    if type(tags) is not list: return unsure(tags)
    if not (len(tags) <= 20): return False
    for tag in tags:
        if type(tag) is not str: return unsure(tag)
        if not (1 <= len(tag) <= 64 and (tag.isascii() or not surrogate_in(tag))): return False
    return True


def StreamRequest_metadata(metadata):
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
    return True


def EndStreamRequest_alert(alert):
    if type(alert) is not dict: return unsure(alert)
    alert_rest = len(alert)
    if alert_rest:
        alert_title = alert.get('title')
        if alert_title is not None:
            alert_rest -= 1
            if type(alert_title) is not str: return unsure(alert_title)
            if not ((alert_title.isascii() or not surrogate_in(alert_title)) and alert_title and not alert_title.isspace()): return False
        alert_body = alert.get('body')
        if alert_body is not None:
            alert_rest -= 1
            if type(alert_body) is not str: return unsure(alert_body)
            if not (alert_body.isascii() or not surrogate_in(alert_body)): return False
        if alert_rest: return misfit(alert)
    return True


def EndStreamRequest_action(action):
    if type(action) is not dict: return unsure(action)
    action_type = action.get('type')
    if type(action_type) is not str: return unsure(action_type, action)
    predicate = action_predicates.get(action_type)
    if predicate is None: return False
    answer = predicate(action, len(action) - 1)
    if answer is not True: return answer
    return True


def EndStreamRequest_secondary_action(secondary_action):
    if type(secondary_action) is not dict: return unsure(secondary_action)
    secondary_action_type = secondary_action.get('type')
    if type(secondary_action_type) is not str: return unsure(secondary_action_type, secondary_action)
    predicate = action_predicates.get(secondary_action_type)
    if predicate is None: return False
    answer = predicate(secondary_action, len(secondary_action) - 1)
    if answer is not True: return answer
    return True


def EndStreamRequest_tags(tags):
    if type(tags) is not list: return unsure(tags)
    if not (len(tags) <= 20): return False
    for tag in tags:
        if type(tag) is not str: return unsure(tag)
        if not (1 <= len(tag) <= 64 and (tag.isascii() or not surrogate_in(tag))): return False
    return True


def EndStreamRequest_metadata(metadata):
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
    return True


action_predicates = {
    'open_url': action_open_url,
    'webhook': action_webhook,
}


FIELD_PREDICATES = {
    'StartRequest': {
        'alert': StartRequest_alert,
        'target': StartRequest_target,
        'action': StartRequest_action,
        'secondary_action': StartRequest_secondary_action,
        'tags': StartRequest_tags,
        'metadata': StartRequest_metadata,
    },
    'SegmentedProgress': {
        'title': SegmentedProgress_title,
        'type': SegmentedProgress_type,
        'number_of_steps': SegmentedProgress_number_of_steps,
        'current_step': SegmentedProgress_current_step,
        'step_color': SegmentedProgress_step_color,
        'step_colors': SegmentedProgress_step_colors,
        'subtitle': SegmentedProgress_subtitle,
        'color': SegmentedProgress_color,
        'icon': SegmentedProgress_icon,
        'auto_dismiss_minutes': SegmentedProgress_auto_dismiss_minutes,
        'auto_dismiss_seconds': SegmentedProgress_auto_dismiss_seconds,
        'badge': SegmentedProgress_badge,
    },
    'Icon': {
        'symbol': Icon_symbol,
        'color': Icon_color,
    },
    'Badge': {
        'title': Badge_title,
        'color': Badge_color,
    },
    'Progress': {
        'title': Progress_title,
        'type': Progress_type,
        'percentage': Progress_percentage,
        'value': Progress_value,
        'upper_limit': Progress_upper_limit,
        'subtitle': Progress_subtitle,
        'color': Progress_color,
        'icon': Progress_icon,
        'auto_dismiss_minutes': Progress_auto_dismiss_minutes,
        'auto_dismiss_seconds': Progress_auto_dismiss_seconds,
        'badge': Progress_badge,
    },
    'Metrics': {
        'title': Metrics_title,
        'type': Metrics_type,
        'metrics': Metrics_metrics,
        'subtitle': Metrics_subtitle,
        'color': Metrics_color,
        'icon': Metrics_icon,
        'auto_dismiss_minutes': Metrics_auto_dismiss_minutes,
        'auto_dismiss_seconds': Metrics_auto_dismiss_seconds,
    },
    'Metric': {
        'label': Metric_label,
        'value': Metric_value,
        'unit': Metric_unit,
        'color': Metric_color,
    },
    'Stats': {
        'title': Stats_title,
        'type': Stats_type,
        'metrics': Stats_metrics,
        'subtitle': Stats_subtitle,
        'color': Stats_color,
        'icon': Stats_icon,
        'auto_dismiss_minutes': Stats_auto_dismiss_minutes,
        'auto_dismiss_seconds': Stats_auto_dismiss_seconds,
    },
    'Alert': {
        'title': Alert_title,
        'type': Alert_type,
        'message': Alert_message,
        'subtitle': Alert_subtitle,
        'color': Alert_color,
        'icon': Alert_icon,
        'auto_dismiss_minutes': Alert_auto_dismiss_minutes,
        'auto_dismiss_seconds': Alert_auto_dismiss_seconds,
        'badge': Alert_badge,
    },
    'Timer': {
        'title': Timer_title,
        'type': Timer_type,
        'duration_seconds': Timer_duration_seconds,
        'counts_down': Timer_counts_down,
        'is_running': Timer_is_running,
        'subtitle': Timer_subtitle,
        'color': Timer_color,
        'icon': Timer_icon,
        'auto_dismiss_minutes': Timer_auto_dismiss_minutes,
        'auto_dismiss_seconds': Timer_auto_dismiss_seconds,
    },
    'Value': {
        'title': Value_title,
        'type': Value_type,
        'value': Value_value,
        'subtitle': Value_subtitle,
        'color': Value_color,
        'icon': Value_icon,
        'auto_dismiss_minutes': Value_auto_dismiss_minutes,
        'auto_dismiss_seconds': Value_auto_dismiss_seconds,
        'badge': Value_badge,
    },
    'PushAlert': {
        'title': PushAlert_title,
        'body': PushAlert_body,
    },
    'Target': {
        'channels': Target_channels,
    },
    'OpenUrlAction': {
        'type': OpenUrlAction_type,
        'title': OpenUrlAction_title,
        'url': OpenUrlAction_url,
    },
    'WebhookAction': {
        'type': WebhookAction_type,
        'title': WebhookAction_title,
        'url': WebhookAction_url,
        'method': WebhookAction_method,
        'body': WebhookAction_body,
    },
    'UpdateRequest': {
        'activity_id': UpdateRequest_activity_id,
        'action': UpdateRequest_action,
        'secondary_action': UpdateRequest_secondary_action,
        'metadata': UpdateRequest_metadata,
        'tags': UpdateRequest_tags,
    },
    'EndRequest': {
        'activity_id': EndRequest_activity_id,
        'action': EndRequest_action,
        'secondary_action': EndRequest_secondary_action,
        'metadata': EndRequest_metadata,
        'tags': EndRequest_tags,
    },
    'StreamRequest': {
        'alert': StreamRequest_alert,
        'channels': StreamRequest_channels,
        'target': StreamRequest_target,
        'action': StreamRequest_action,
        'secondary_action': StreamRequest_secondary_action,
        'tags': StreamRequest_tags,
        'metadata': StreamRequest_metadata,
    },
    'EndStreamRequest': {
        'alert': EndStreamRequest_alert,
        'action': EndStreamRequest_action,
        'secondary_action': EndStreamRequest_secondary_action,
        'tags': EndStreamRequest_tags,
        'metadata': EndStreamRequest_metadata,
    },
}
