"""What the options of the benchmarks have in common."""

from __future__ import annotations

import argparse


def at_least_one(text: str) -> int:
    """Return the number that an argument says.

    Raises:
        argparse.ArgumentTypeError: If it is no number, or none above 0.
    """
    if not text.isdecimal() or int(text) < 1:
        msg = f"{text!r} is not a number of at least 1"
        raise argparse.ArgumentTypeError(msg)
    return int(text)
