"""The function that draws the body of each activity type."""

from __future__ import annotations

from liveschema.contract.vocabulary import ActivityType
from liveschema.preview.bodies.alert import draw_alert
from liveschema.preview.bodies.metrics import draw_metrics
from liveschema.preview.bodies.progress import draw_progress
from liveschema.preview.bodies.segments import draw_segments
from liveschema.preview.bodies.stats import draw_stats
from liveschema.preview.bodies.timer import draw_timer
from liveschema.preview.bodies.value import draw_value

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    from liveschema.preview.canvas import Canvas
    from liveschema.preview.fields import Fields

    Draw = Callable[[Canvas, Fields, str], None]

BODIES: Final[dict[ActivityType, Draw]] = {
    ActivityType.SEGMENTED_PROGRESS: draw_segments,
    ActivityType.PROGRESS: draw_progress,
    ActivityType.METRICS: draw_metrics,
    ActivityType.STATS: draw_stats,
    ActivityType.ALERT: draw_alert,
    ActivityType.TIMER: draw_timer,
    ActivityType.VALUE: draw_value,
}
"""By activity type: draws its body at ``y`` of a canvas, in a colour, and moves ``y`` to the end of the body."""
