# Made by tools/emit.py from liveschema/contract; change that, not this.
"""The predicates on payloads by what they are sent for, each imported when it is first called."""

from liveschema.engine.support import deferred


def load_valid_start():
    from liveschema._generated.valid_start import start

    return start


def load_valid_update():
    from liveschema._generated.valid_update import update

    return update


def load_valid_end():
    from liveschema._generated.valid_end import end

    return end


def load_valid_stream():
    from liveschema._generated.valid_stream import stream

    return stream


def load_valid_end_stream():
    from liveschema._generated.valid_end_stream import end_stream

    return end_stream


def load_no_warnings_start():
    from liveschema._generated.no_warnings_start import start

    return start


def load_no_warnings_update():
    from liveschema._generated.no_warnings_update import update

    return update


def load_no_warnings_end():
    from liveschema._generated.no_warnings_end import end

    return end


def load_no_warnings_stream():
    from liveschema._generated.no_warnings_stream import stream

    return stream


def load_no_warnings_end_stream():
    from liveschema._generated.no_warnings_end_stream import end_stream

    return end_stream


VALID = deferred(
    {
        'start': load_valid_start,
        'update': load_valid_update,
        'end': load_valid_end,
        'stream': load_valid_stream,
        'end_stream': load_valid_end_stream,
    }
)


NO_WARNINGS = deferred(
    {
        'start': load_no_warnings_start,
        'update': load_no_warnings_update,
        'end': load_no_warnings_end,
        'stream': load_no_warnings_stream,
        'end_stream': load_no_warnings_end_stream,
    }
)
