"""The number of examples of property tests, scaled by the hypothesis profile: quick, slow or nightly."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

USUAL = 100
"""The default number of examples of hypothesis, which the slow profile uses."""


def examples(slow: int, **more: Any) -> settings:
    """Return settings with a number of examples for the slow profile, scaled for the other profiles."""
    share = settings().max_examples / USUAL
    return settings(max_examples=max(1, round(slow * share)), **more)
