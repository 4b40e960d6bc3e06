"""The command ``liveschema``, and ``python -m liveschema``, which is the same.

It imports everything else while it is ready for Ctrl-C.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable

_INTERRUPTED = 130
_BY_SIGNAL = 128


def main() -> int:
    """Run the command, and end the process at once if a signal interrupted it.

    Returns:
        The exit code.

    .. versionadded:: 0.1.0
    """
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


def _imported() -> Callable[[], int]:
    """Import the command, and end the process at once if Ctrl-C interrupts that, when nothing is to be cleaned up.

    An exception would be printed, or lost, if it interrupted what Python runs by itself.
    """
    before = signal.getsignal(signal.SIGINT)
    is_ready = before is signal.default_int_handler and threading.current_thread() is threading.main_thread()
    if is_ready:
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    try:
        from liveschema.lint.__main__ import main as run  # noqa: PLC0415 - see above
    finally:
        if is_ready:
            signal.signal(signal.SIGINT, before)
    return run


if __name__ == "__main__":
    sys.exit(main())
