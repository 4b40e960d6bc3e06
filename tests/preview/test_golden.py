"""The pictures themselves, compared with files that were looked at.

``pytest --update`` updates them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from preview_kit import STATES, payload

from liveschema.preview import svg

GOLDEN = Path(__file__).parent / "golden"
FAMILY = "👩‍👩‍👧‍👦"
ODD: dict[str, dict[str, Any]] = {
    "long": payload(
        "alert",
        title="Deployment of the storefront to production",
        subtitle="Waiting for the people who have to approve it before the window closes",
        message="Ada and Grace have approved. One more person must approve before 18:00. " * 3,
    ),
    "right-to-left": payload(
        "alert",
        title="النسخ الاحتياطي الليلي",
        subtitle="גיבוי לילי של 3 שרתים",
        message="في انتظار الموافقة على النشر في بيئة الإنتاج 24/7 مع فريق web-1 والدعم الفني",
        badge={"title": "جديد"},
    ),
    "emoji": payload(
        "value", title=f"{FAMILY} 🇩🇪🇫🇷 👍🏽 {FAMILY * 9}", subtitle="日本語の長いサブタイトル" * 3, value="🎉 Done"
    ),
    "long-numbers": payload(
        "stats",
        metrics=[
            {"label": "Requests", "value": value, "unit": unit}
            for value in (123_456_789_012, -98_765.25, "1,234,567")
            for unit in ("req/s", "")
        ],
    ),
    "long-steps": payload("segmented_progress", number_of_steps=1_000_000_000, current_step=7),
    "hostile": payload(
        "progress",
        title="</text><script>alert(1)</script>",
        subtitle="\0\x1b[31m\ud800\u202e]]>&amp;",
        icon={"symbol": '"><script>'},
    ),
    "faulty": {"content_state": {"title": 7, "type": "stats", "metrics": [{"label": "A", "value": True}, 3]}},
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", sorted(STATES))
def test_each_type_has_its_card(kind: str, theme: str, written: Callable[[Path, str], None]) -> None:
    written(GOLDEN / f"{kind}-{theme}.svg", svg(payload(kind), "stream", theme=theme))


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_payloads_have_their_cards(name: str, written: Callable[[Path, str], None]) -> None:
    written(GOLDEN / f"{name}.svg", svg(ODD[name], "end_stream"))
