"""The command ``liveschema``, and ``python -m liveschema``, which is the same.

It imports everything else while it is ready for Ctrl-C.
"""

import os
import sys
from typing import Final

_INTERRUPTED: Final = 130
_BY_SIGNAL: Final = 128


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
        # Python would wait for other processes, and print what a second signal interrupts.
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
