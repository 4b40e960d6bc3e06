# Made by tools/emit.py from liveschema/contract; change that, not this.
"""Whether the object that a model stands for has no error, by class."""

from liveschema.engine.support import misfit, unsure

LARGEST_WHOLE = int(1.7976931348623157e+308)
Color_values = frozenset({'lime', 'green', 'cyan', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow', 'gray'})
LEAST_WHOLE = -int(1.7976931348623157e+308)
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


def is_SegmentedProgress(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'segmented_progress': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    current_step = data.get('current_step')
    if type(current_step) is int:
        if not (0 <= current_step <= LARGEST_WHOLE): return False
    elif type(current_step) is float:
        if not (current_step.is_integer() and 0.0 <= current_step <= 1.7976931348623157e+308): return False
    else: return unsure(current_step, data)
    if rest:
        number_of_steps = data.get('number_of_steps')
        if number_of_steps is not None:
            rest -= 1
            if type(number_of_steps) is int:
                if not (1 <= number_of_steps <= LARGEST_WHOLE): return False
            elif type(number_of_steps) is float:
                if not (number_of_steps.is_integer() and 1.0 <= number_of_steps <= 1.7976931348623157e+308): return False
            else: return unsure(number_of_steps)
        step_color = data.get('step_color')
        if step_color is not None:
            rest -= 1
            if type(step_color) is not str: return unsure(step_color)
            if step_color not in Color_values: return False
        step_colors = data.get('step_colors')
        if step_colors is not None:
            rest -= 1
            if type(step_colors) is not list: return unsure(step_colors)
            for colour in step_colors:
                if type(colour) is not str: return unsure(colour)
                if colour not in Color_values: return False
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = data.get('badge')
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
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if not (number_of_steps is None or current_step <= number_of_steps): return False
        if rest: return misfit(data)
    return True


def is_Icon(data):
    rest = len(data)
    rest -= 1
    symbol = data.get('symbol')
    if type(symbol) is not str: return unsure(symbol, data)
    if not (symbol and (symbol.isascii() or not surrogate_in(symbol))): return False
    if rest:
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        if rest: return misfit(data)
    return True


def is_Badge(data):
    rest = len(data)
    rest -= 1
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title and (title.isascii() or not surrogate_in(title))): return False
    if rest:
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        if rest: return misfit(data)
    return True


def is_Progress(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'progress': return False
    rest -= 1
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    percentage = data.get('percentage')
    if percentage is not None:
        rest -= 1
        if type(percentage) is int:
            if not (0 <= percentage <= 100): return False
        elif type(percentage) is float:
            if not (0.0 <= percentage <= 100.0): return False
        else: return unsure(percentage)
    value = data.get('value')
    if value is not None:
        rest -= 1
        if type(value) is int:
            if not (LEAST_WHOLE <= value <= LARGEST_WHOLE): return False
        elif type(value) is float:
            if not (-1.7976931348623157e+308 <= value <= 1.7976931348623157e+308): return False
        else: return unsure(value)
    upper_limit = data.get('upper_limit')
    if upper_limit is not None:
        rest -= 1
        if type(upper_limit) is int:
            if not (0 < upper_limit <= LARGEST_WHOLE): return False
        elif type(upper_limit) is float:
            if not (0.0 < upper_limit <= 1.7976931348623157e+308): return False
        else: return unsure(upper_limit)
    if percentage is None and value is None and upper_limit is None: return misfit(data)
    if (value is None) != (upper_limit is None): return misfit(data)
    if rest:
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = data.get('badge')
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
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(data)
    return True


def is_Metrics(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'metrics': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    metrics = data.get('metrics')
    if type(metrics) is not list: return unsure(metrics, data)
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
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(data)
    return True


def is_Metric(data):
    rest = len(data)
    rest -= 2
    label = data.get('label')
    if type(label) is not str: return unsure(label, data)
    if not (label and (label.isascii() or not surrogate_in(label))): return False
    value = data.get('value')
    if type(value) is int:
        if not (0 <= value <= LARGEST_WHOLE): return False
    elif type(value) is float:
        if not (0.0 <= value <= 1.7976931348623157e+308): return False
    elif type(value) is str:
        if not (1 <= len(value) <= 64 and (value.isascii() or not surrogate_in(value))): return False
    else: return unsure(value, data)
    if rest:
        unit = data.get('unit')
        if unit is not None:
            rest -= 1
            if type(unit) is not str: return unsure(unit)
            if not (unit.isascii() or not surrogate_in(unit)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        if rest: return misfit(data)
    return True


def is_Stats(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'stats': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    metrics = data.get('metrics')
    if type(metrics) is not list: return unsure(metrics, data)
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
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(data)
    return True


def is_Alert(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'alert': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    message = data.get('message')
    if type(message) is not str: return unsure(message, data)
    if not (message and (message.isascii() or not surrogate_in(message))): return False
    if rest:
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = data.get('badge')
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
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(data)
    return True


def is_Timer(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'timer': return False
    rest -= 1
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    if rest:
        duration_seconds = data.get('duration_seconds')
        if duration_seconds is not None:
            rest -= 1
            if type(duration_seconds) is int:
                if not (0 < duration_seconds <= LARGEST_WHOLE): return False
            elif type(duration_seconds) is float:
                if not (0.0 < duration_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(duration_seconds)
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        if rest: return misfit(data)
    return True


def is_Value(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'value': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    value = data.get('value')
    if type(value) is int:
        if not (LEAST_WHOLE <= value <= LARGEST_WHOLE): return False
    elif type(value) is float:
        if not (-1.7976931348623157e+308 <= value <= 1.7976931348623157e+308): return False
    elif type(value) is str:
        if not (value.isascii() or not surrogate_in(value)): return False
    else: return unsure(value, data)
    if rest:
        subtitle = data.get('subtitle')
        if subtitle is not None:
            rest -= 1
            if type(subtitle) is not str: return unsure(subtitle)
            if not (subtitle.isascii() or not surrogate_in(subtitle)): return False
        color = data.get('color')
        if color is not None:
            rest -= 1
            if type(color) is not str: return unsure(color)
            if color not in Color_values: return False
        icon = data.get('icon')
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
        auto_dismiss_minutes = data.get('auto_dismiss_minutes')
        if auto_dismiss_minutes is not None:
            rest -= 1
            if type(auto_dismiss_minutes) is int:
                if not (0 <= auto_dismiss_minutes <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_minutes) is float:
                if not (auto_dismiss_minutes.is_integer() and 0.0 <= auto_dismiss_minutes <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_minutes)
        auto_dismiss_seconds = data.get('auto_dismiss_seconds')
        if auto_dismiss_seconds is not None:
            rest -= 1
            if type(auto_dismiss_seconds) is int:
                if not (0 <= auto_dismiss_seconds <= LARGEST_WHOLE): return False
            elif type(auto_dismiss_seconds) is float:
                if not (auto_dismiss_seconds.is_integer() and 0.0 <= auto_dismiss_seconds <= 1.7976931348623157e+308): return False
            else: return unsure(auto_dismiss_seconds)
        badge = data.get('badge')
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
        counts_down = data.get('counts_down')
        if counts_down is not None:
            rest -= 1
            if type(counts_down) is not bool: return unsure(counts_down)
            if counts_down is not True: return False
        is_running = data.get('is_running')
        if is_running is not None:
            rest -= 1
            if type(is_running) is not bool: return unsure(is_running)
            if is_running is not True: return False
        if rest: return misfit(data)
    return True


def is_PushAlert(data):
    rest = len(data)
    if rest:
        title = data.get('title')
        if title is not None:
            rest -= 1
            if type(title) is not str: return unsure(title)
            if not (title.isascii() or not surrogate_in(title)): return False
        body = data.get('body')
        if body is not None:
            rest -= 1
            if type(body) is not str: return unsure(body)
            if not (body.isascii() or not surrogate_in(body)): return False
        if rest: return misfit(data)
    return True


def is_Target(data):
    rest = len(data)
    rest -= 1
    channels = data.get('channels')
    if type(channels) is not list: return unsure(channels, data)
    if not channels: return False
    for channel in channels:
        if type(channel) is not str: return unsure(channel)
        if not (channel and (channel.isascii() or not surrogate_in(channel))): return False
    if rest:
        if rest: return misfit(data)
    return True


def is_OpenUrlAction(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'open_url': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    url = data.get('url')
    if type(url) is not str: return unsure(url, data)
    if not (is_https_http_shortcuts_url(url) and (url.isascii() or not surrogate_in(url))): return False
    if rest:
        method = data.get('method')
        if method is not None:
            rest -= 1
            if type(method) is not str: return unsure(method)
            if method != 'POST': return False
        if rest: return misfit(data)
    return True


def is_WebhookAction(data):
    rest = len(data)
    type_tag = data.get('type')
    if type_tag is not None:
        rest -= 1
        if type_tag != 'webhook': return False
    rest -= 2
    title = data.get('title')
    if type(title) is not str: return unsure(title, data)
    if not (title.isascii() or not surrogate_in(title)): return False
    url = data.get('url')
    if type(url) is not str: return unsure(url, data)
    if not (is_https_url(url) and (url.isascii() or not surrogate_in(url))): return False
    if rest:
        method = data.get('method')
        if method is not None:
            rest -= 1
            if type(method) is not str: return unsure(method)
            if method not in WebhookMethod_values: return False
        body = data.get('body')
        if body is not None:
            rest -= 1
            if type(body) is not dict: return unsure(body)
            answer = is_json_object(body, 1)
            if answer is not True: return answer
        if rest: return misfit(data)
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


MODEL_PREDICATES = {
    'SegmentedProgress': is_SegmentedProgress,
    'Icon': is_Icon,
    'Badge': is_Badge,
    'Progress': is_Progress,
    'Metrics': is_Metrics,
    'Metric': is_Metric,
    'Stats': is_Stats,
    'Alert': is_Alert,
    'Timer': is_Timer,
    'Value': is_Value,
    'PushAlert': is_PushAlert,
    'Target': is_Target,
    'OpenUrlAction': is_OpenUrlAction,
    'WebhookAction': is_WebhookAction,
}
