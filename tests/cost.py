"""The cost of a call in executed lines of Python, which does not depend on the load of the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final

import liveschema
from liveschema.engine.spelling import correct_short
from liveschema.engine.wording import nearest

PACKAGE: Final = f"{Path(liveschema.__file__).parent}{os.sep}"
"""The folder of the package. The folder around it may have the same name, and then all tools of the tests below it."""


def is_ours(name: str) -> bool:
    """Return whether a file of code is one of the package, or was made at run time for one of its classes."""
    return name.startswith(PACKAGE) or (name.startswith("<") and "liveschema." in name)


def lines_run(call: Callable[[], object]) -> int:
    """Return the number of lines of liveschema that a second call executes, when all code is compiled and imported.

    What is remembered of misspelt names is forgotten before it, since a short input would have them all.
    """
    call()
    nearest.cache_clear()
    correct_short.cache_clear()
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if not is_ours(frame.f_code.co_filename):
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
