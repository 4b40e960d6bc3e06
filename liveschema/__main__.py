"""``python -m liveschema`` is the command ``liveschema``, wherever that is not on the path."""

import sys

from liveschema.lint.__main__ import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
