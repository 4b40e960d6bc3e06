"""Sequences of requests: whether an activity can take what is sent to it, one after the other.

It is a fold, without a clock and without I/O: what is known of an activity is
one immutable `Activity`; each request is judged by it and makes the next one.
"""

from liveschema.lifecycle.activity import Activity, Step, TimerWindow
from liveschema.lifecycle.fold import Lifecycle
from liveschema.lifecycle.timeline import Timeline, Track

__all__ = ["Activity", "Lifecycle", "Step", "Timeline", "TimerWindow", "Track"]
