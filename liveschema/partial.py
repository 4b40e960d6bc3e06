from liveschema.engine.unknown import *
from liveschema.verdicts import check


def check_partial(payload, operation, *, activity_type=None, enable=()):
    from liveschema.engine.unknown import has_unknown

    return [] if has_unknown(payload) else check(payload, operation, activity_type=activity_type, enable=enable)
