"""The cost of a call in executed lines of Python, which does not depend on the load of the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object]) -> int:
    """Return the number of lines of liveschema that a second call executes, when all code is compiled and imported."""
    call()
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if "liveschema" not in frame.f_code.co_filename:
            return None  # such as callbacks of the garbage collector
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
