"""The number of examples of a property: all in the slow run, fewer in the quick one, more in the nightly one."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import settings

PROFILES: Final = {"quick": 5, "slow": 100, "nightly": 1000}
"""The examples of a property that does not set a number itself, by profile."""


def examples(slow: int, **more: Any) -> settings:
    """Return settings with a number of examples in the slow run, and in other runs in proportion to their profile."""
    share = settings().max_examples / PROFILES["slow"]
    return settings(max_examples=max(1, round(slow * share)), **more)
