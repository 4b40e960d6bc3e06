"""The command ``liveschema``, and ``python -m liveschema``, which is the same.

It imports everything else while it is ready for Ctrl-C.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys

TYPE_CHECKING = False  # type checkers know the name; importing `typing` would be slow
if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130
_BY_SIGNAL = 128
_OBJECTS = 100_000
"""How many new objects let Python look for garbage."""


def main() -> int:
    """Run the command, and end the process at once if a signal interrupted it.

    Returns:
        The exit code.

    .. versionadded:: 0.1.0
    """
    _spare_garbage_collector()
    try:
        code = _imported()()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except RuntimeError as error:
        # Python 3.11 raises this one in place of what interrupts the definition of a class in a module.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        code = getattr(error.__cause__, "code", _INTERRUPTED)
    if code > _BY_SIGNAL:
        # At the end of Python, a second signal would cause a traceback.
        os._exit(code)
    return code


def _spare_garbage_collector() -> None:
    """Look for garbage rarely, and not at the end.

    A short run has hardly any. By default, Python looks for it ten times while it imports modules, and once when all
    memory is freed anyway, which takes a tenth of the run.
    """
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)


def _imported() -> Callable[[], int]:
    """Import the command; Ctrl-C ends the process at once meanwhile, since there is nothing to clean up yet.

    The exception that Ctrl-C raises by default is lost in what Python calls by itself, such as callbacks of locks.
    """
    before = signal.getsignal(signal.SIGINT)
    handles_ctrl_c = before is signal.default_int_handler
    if handles_ctrl_c:
        try:
            signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
        except ValueError:  # it is not the main thread
            handles_ctrl_c = False
    try:
        from liveschema.lint.__main__ import main as run  # noqa: PLC0415 - see above
    finally:
        if handles_ctrl_c:
            signal.signal(signal.SIGINT, before)
    return run


if __name__ == "__main__":
    sys.exit(main())
