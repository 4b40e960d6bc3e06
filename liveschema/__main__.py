"""The command ``python -m liveschema``, which is the same as ``liveschema``."""

import sys

from liveschema.lint.__main__ import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
