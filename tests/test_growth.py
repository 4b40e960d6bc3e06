"""The cost of checks is linear in the size of the payload.

The cost is measured in executed lines of Python, which does not depend on the
load of the machine. The cost of C code is only limited by a timeout, at sizes
at which an algorithm worse than linear would run for hours.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cost import is_ours, lines_run

import liveschema
from liveschema.lifecycle import Timeline
from liveschema.partial import UNKNOWN, check_partial

ROOT = Path(__file__).parent.parent
CORPUS: list[dict[str, Any]] = json.loads((ROOT / "tools" / "bench" / "valid.json").read_text("utf-8"))


def stream(**fields: Any) -> dict[str, Any]:
    return {"content_state": {"title": "x", "type": "timer", "duration_seconds": 60}, **fields}


def metrics(count: int) -> dict[str, Any]:
    readings = [{"label": f"m{n}", "value": n, "unit": "%", "color": "lime"} for n in range(count)]
    return {"content_state": {"title": "x", "type": "stats", "metrics": readings}}


def body(count: int) -> dict[str, Any]:
    content = {"list": [{"a": n} for n in range(count)]}
    return stream(action={"title": "x", "type": "webhook", "url": "https://x.example", "body": content})


GROWING: dict[str, tuple[Callable[[int], dict[str, Any]], int]] = {
    "metrics": (metrics, 2),
    "tags": (lambda count: stream(tags=[f"t{n}" for n in range(count)]), 5),
    "metadata": (lambda count: stream(metadata={f"k{n}": n for n in range(count)}), 12),
    "channels": (lambda count: stream(channels=[f"c{n}" for n in range(count)]), 1000),
    "body": (body, 12),
}
CALLS: dict[str, Callable[[Any], object]] = {
    "is_valid": lambda payload: liveschema.is_valid(payload, "stream"),
    "check": lambda payload: liveschema.check(payload, "stream"),
    "load": lambda payload: liveschema.load(payload, "stream"),
    "dump": lambda payload: liveschema.dump(liveschema.load(payload, "stream")),
}


def test_only_the_code_of_the_package_counts() -> None:
    assert lines_run(lambda: metrics(2)) == 0
    assert lines_run(lambda: liveschema.is_valid(metrics(2), "stream")) > 0
    here = Path(liveschema.__file__).parent
    assert [is_ours(str(path)) for path in (here / "check.py", here.parent / "tests" / "x.py")] == [True, False]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("grown", GROWING)
def test_the_cost_of_a_valid_payload_is_linear(grown: str, call: str) -> None:
    make, step = GROWING[grown]
    assert liveschema.check(make(4 * step), "stream") == []
    costs = [lines_run(lambda n=n: CALLS[call](make(n * step))) for n in (1, 2, 3, 4)]  # type: ignore[misc]
    assert costs[1] - costs[0] == costs[2] - costs[1] == costs[3] - costs[2]


def wrong(count: int) -> dict[str, Any]:
    return stream(
        tags=[""] * count,
        metadata={f"k{n}": None for n in range(count)},
        channels=[5] * count,
        wat={"deep": [1] * count},
    )


def test_the_cost_of_a_report_is_linear_in_its_problems() -> None:
    small, large = (lines_run(lambda n=n: liveschema.check(wrong(n), "stream")) for n in (100, 400))  # type: ignore[misc]
    assert len(liveschema.check(wrong(400), "stream")) >= 1200
    assert large < 5 * small


def deep(levels: int) -> dict[str, Any]:
    """Return a payload with free content of some depth, in an action whose title has an error."""
    content: Any = 1
    for _ in range(levels - 1):
        content = [content]
    return stream(action={"title": 5, "type": "webhook", "url": "https://x.example", "body": {"log": content}})


def test_the_cost_of_a_report_is_linear_in_the_depth_of_free_content() -> None:
    costs = [lines_run(lambda n=n: check_partial(deep(n) | {"tags": UNKNOWN}, "stream")) for n in (50, 100, 150)]  # type: ignore[misc]
    assert costs[1] - costs[0] == costs[2] - costs[1]


def many_activities(count: int) -> None:
    """Start a number of activities, then end them with ids that appear for the first time."""
    timeline = Timeline()
    kinds: list[dict[str, Any]] = [{"type": "alert", "message": "x"}, {"type": "timer", "duration_seconds": 60}]
    for n in range(count):
        timeline.apply({"content_state": {"title": "x", **kinds[n % 2]}}, "start")
    for n in range(count):
        timeline.apply({"activity_id": f"a{n}", "content_state": {"title": "x", **kinds[n % 2]}}, "end")
    assert all(track.state.ended for track in timeline.tracks)


def test_the_cost_of_a_timeline_is_linear_in_its_requests() -> None:
    small, large = (lines_run(lambda n=n: many_activities(n)) for n in (30, 120))  # type: ignore[misc]
    assert large < 4.5 * small


MEGABYTE = 1_000_000
NASTY = {
    "letters": "a" * MEGABYTE,
    "letters, then what does not fit": "a" * MEGABYTE + "!",
    "dots between letters": "a." * (MEGABYTE // 2),
    "white space": " " * MEGABYTE,
    "a URL of letters, then a space": "https://" + "a" * MEGABYTE + " ",
    "a URL of hosts": "https://" * (MEGABYTE // 8) + "\x00",
    "a shortcut with many parameters": "shortcuts://run-shortcut?" + "&nam=" * (MEGABYTE // 5),
    "a shortcut of ampersands": "shortcuts://run-shortcut?" + "&" * MEGABYTE + "#",
    "half a surrogate pair at the end": "é" * MEGABYTE + "\ud800",
    "digits": "1" * MEGABYTE + "x",
}


def with_text(payload: Any, text: str) -> Iterator[Any]:
    """Yield copies of a payload with a text instead of each string and of each key that is free to choose."""

    def places(at: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        for key, item in at.items() if isinstance(at, dict) else enumerate(at):
            if isinstance(item, str):
                yield (*path, key)
            elif isinstance(item, dict | list):
                yield from places(item, (*path, key))

    for path in places(payload, ()):
        changed = copy.deepcopy(payload)
        holder = changed
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = text
        yield changed
    yield {**payload, "metadata": {text: 1}}
    yield {**payload, text: 1}
    yield {**payload, "action": {"title": "x", "type": "webhook", "url": "https://x.example", "body": {text: [text]}}}


def judge_text(name: str) -> None:
    """Check a text as every string of every payload of the corpus; called in a separate process."""
    for case in CORPUS:
        for payload in with_text(case["payload"], NASTY[name]):
            found = liveschema.check(payload, case["operation"])
            errors = any(problem.severity == "error" for problem in found)
            assert liveschema.is_valid(payload, case["operation"]) is not errors
            assert all(len(problem.message) < 400 for problem in found)


@pytest.mark.slow
@pytest.mark.parametrize("name", NASTY)
def test_a_megabyte_in_any_string_field_is_checked_quickly(name: str) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'tests')!r}); import test_growth; test_growth.judge_text({name!r})"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)
