"""The pictures on the page about pictures are those that the examples have."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from liveschema import ActivityType
from liveschema.preview import svg

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
EXAMPLES = {
    ActivityType.SEGMENTED_PROGRESS: "start/ci-release",
    ActivityType.PROGRESS: "start/ev-charging",
    ActivityType.METRICS: "stream/server-health",
    ActivityType.STATS: "stream/sales-of-the-hour",
    ActivityType.ALERT: "start/approval-with-two-buttons",
    ActivityType.TIMER: "stream/pasta-timer",
    ActivityType.VALUE: "stream/visitors-now",
}


@pytest.mark.parametrize("kind", ActivityType)
def test_the_picture_of_each_type_is_drawn_from_an_example(kind: str, written: Callable[[Path, str], None]) -> None:
    name = EXAMPLES[ActivityType(kind)]
    request = json.loads((ROOT / "examples" / f"{name}.json").read_text("utf-8"))
    assert request["content_state"]["type"] == kind
    written(IMAGES / f"{kind}.svg", svg(request, name.partition("/")[0], theme="light"))  # type: ignore[arg-type]


def test_the_page_shows_every_picture() -> None:
    page = (ROOT / "docs" / "preview.md").read_text("utf-8")
    shown = re.findall(r"\]\(images/([\w-]+)\.svg\)", page)
    assert sorted(shown) == sorted(path.stem for path in IMAGES.glob("*.svg")) == sorted(ActivityType)
