"""The check of sequences of requests to activities.

It is a fold without a clock and without I/O: an immutable `Activity` describes
the state after the requests so far; each request is checked against it and
results in the next `Activity`.
"""

from liveschema.lifecycle.activity import Activity, Step, TimerWindow
from liveschema.lifecycle.fold import Lifecycle
from liveschema.lifecycle.timeline import Timeline, Track

__all__ = ["Activity", "Lifecycle", "Step", "Timeline", "TimerWindow", "Track"]
