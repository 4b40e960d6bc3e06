"""How many examples a property draws: all of them in the slow run, some in the quick one, more in the nightly one."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

USUAL = 100
"""What a property draws that does not say how many: hypothesis' own number."""


def examples(slow: int, **more: Any) -> settings:
    """Draw so many examples in the slow run, and in other runs as many more or fewer as the profile says."""
    share = settings().max_examples / USUAL
    return settings(max_examples=max(1, round(slow * share)), **more)
