"""The command ``liveschema``, and ``python -m liveschema``, which is the same.

It imports everything else while it is ready for Ctrl-C.
"""

import os
import sys

_INTERRUPTED = 130
_BY_SIGNAL = 128


def main() -> int:
    """Run the command, and end the process at once if a signal interrupted it.

    Returns:
        The exit code.

    .. versionadded:: 0.1.0
    """
    try:
        from liveschema.lint.__main__ import main as run  # noqa: PLC0415 - see above

        code = run()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if code > _BY_SIGNAL:
        # At the end of Python, a second signal would cause a traceback.
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
