"""For any recording, both commands end with an exit code, and every finding has a position."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from amount import examples
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from liveschema.lifecycle import Lifecycle, Timeline
from liveschema.lint.__main__ import main

METHODS = ["POST", "PUT", "DELETE", "GET", "post", 1, None]
PATHS = [
    "/live-activity/start",
    "/live-activity/update",
    "/live-activity/end",
    "/live-activity/stream/k",
    "/live-activity/stream/",
    "/live-activity/stream/a b",
    "https://activitysmith.com/api/live-activity/stream/k2",
    "http://[::1",
    "/other",
    3,
]
TIMER = {"title": "x", "type": "timer", "duration_seconds": 5}
STEPS = {"title": "x", "type": "segmented_progress", "number_of_steps": 3, "current_step": 1}
BODIES = [
    {"content_state": TIMER},
    {"content_state": STEPS},
    json.dumps({"content_state": STEPS}),
    {"activity_id": "act_7", "content_state": {"title": "x", "current_step": 9}},
    {"activity_id": "act_7", "content_state": {"title": "x", "is_running": True}},
    "[[[",
    "\ud800",
]
MOMENTS = [0, -1, 1.5, True, 1e308, 10**400, "2026-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "soon"]
ANSWERS = [{"activity_id": "act_7"}, {"activity_id": 3}, {"content": {"text": '{"activity_id": "act_7"}'}}, "[[["]
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
ANY = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))


def one_of(values: list[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(values) | ANY


RECORDED = st.fixed_dictionaries(
    {"method": st.sampled_from(METHODS), "path": st.sampled_from(PATHS)},
    optional={"body": one_of(BODIES), "at": one_of(MOMENTS), "response": one_of(ANSWERS)},
)
ENTRIES = st.fixed_dictionaries(
    {
        "request": st.fixed_dictionaries(
            {"method": st.sampled_from(METHODS), "url": st.sampled_from(PATHS)}, optional={"postData": ANY}
        )
    },
    optional={"startedDateTime": one_of(MOMENTS), "response": one_of(ANSWERS)},
)
END_OF_NO_STREAM = {"method": "DELETE", "path": "/live-activity/stream/k", "response": {"activity_id": "act_7"}}
START_WITH_ITS_ID = {
    "method": "POST",
    "path": "/live-activity/start",
    "body": {"content_state": TIMER},
    "response": {"activity_id": "act_7"},
}
DOCUMENTS = (
    RECORDED
    | RECORDED
    | st.lists(RECORDED, max_size=3)
    | st.builds(lambda entries: {"log": {"entries": entries}}, st.lists(ENTRIES | ANY, max_size=3))
    | ANY
)


@pytest.mark.parametrize("command", ["timeline", "check"])
@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DOCUMENTS, max_size=8))
@example(documents=[END_OF_NO_STREAM, START_WITH_ITS_ID])
def test_every_recording_ends_in_an_exit_code(tmp_path: Path, command: str, documents: list[Any]) -> None:
    lines = [json.dumps(each) for each in documents]
    file = tmp_path / "log.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = main([command, "--format", "json", str(file)])
    assert code in {0, 1}
    for finding in json.loads(out.getvalue())["findings"]:
        assert 1 <= finding["line"] <= max(len(lines), 1)
        assert 1 <= finding["column"] <= len(lines[finding["line"] - 1]) + 1 if lines else True


@pytest.mark.parametrize("fold", [Lifecycle, Timeline])
@pytest.mark.parametrize(
    ("at", "got"),
    [
        pytest.param(float("nan"), "NaN", id="nan"),
        pytest.param(float("-inf"), "-Infinity", id="infinity"),
        pytest.param(10**400, "an integer of about 401 digits", id="huge"),
        pytest.param("noon", 'the string "noon"', id="string"),
    ],
)
def test_a_time_that_is_not_finite_raises_and_changes_nothing(fold: Any, at: Any, got: str) -> None:
    folded = fold()
    before = repr(folded)
    with pytest.raises(ValueError, match=rf"^at must be a finite number of seconds or a datetime, got {got}$"):
        folded.apply({"content_state": TIMER}, "stream", stream_key="k", at=at)
    assert repr(folded) == before


def test_extremely_large_times_are_accepted() -> None:
    timeline = Timeline()
    for at in (-1e308, 0, 1e308, 1e308):
        assert timeline.apply({"content_state": TIMER}, "stream", stream_key="k", at=at) == []
