"""Random sequences of requests, compared with an independent model of the service."""

from __future__ import annotations

from typing import Any

import attrs
from amount import examples
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from liveschema.lifecycle import Timeline

IDS = st.sampled_from(["a", "b", "c", "d", "e", "f"])
KEYS = st.sampled_from(["web-1", "web-2", "web-3"])
COUNTS = st.integers(1, 6)
KINDS = st.sampled_from(["segmented_progress", "timer", "alert"])
MAYBE = st.booleans()
SHOWN = {"segmented_progress": "current_step", "timer": "subtitle", "alert": "message"}


@attrs.define
class Card:
    """An activity in the model of the service."""

    kind: str
    stream: bool
    steps: int | None = None
    runs: bool = True
    over: bool = False
    sound: bool = True


class Service(RuleBasedStateMachine):
    """The model of the service, which knows the rules that each request breaks."""

    @initialize()
    def open(self) -> None:
        self.timeline = Timeline()
        self.cards: dict[str, Card] = {}
        self.history: list[Card] = []

    def teardown(self) -> None:
        if hasattr(self, "timeline"):  # missing if hypothesis stops before the first step
            left = [card for card in self.history if not card.over]
            assert [problem.rule for _, problem in self.timeline.finish()] == ["never-ended"] * len(left)
            assert len(self.timeline.tracks) == len(self.history)
            for track, card in zip(self.timeline.tracks, self.history, strict=True):
                assert track.state.ended is card.over
                assert track.state.type == card.kind
                assert track.state.number_of_steps == card.steps
                assert (track.state.timer is not None) is (card.kind == "timer" and card.sound)
                assert track.state.timer is None or track.state.timer.is_running is card.runs

    def expect(self, problems: list[Any], *rules: str | None) -> None:
        assert sorted(problem.rule for problem in problems) == sorted(each for each in rules if each)

    def opened(self, name: str, card: Card) -> str | None:
        self.cards[name] = card
        self.history.append(card)
        return "too-many-activities" if sum(not each.over for each in self.history) > 4 else None

    @rule(name=IDS, kind=KINDS, steps=COUNTS)
    def start(self, *, name: str, kind: str, steps: int) -> None:
        state: dict[str, Any] = {"title": "t", "type": kind}
        shown: dict[str, dict[str, Any]] = {
            "segmented_progress": {"number_of_steps": steps, "current_step": steps},
            "timer": {"duration_seconds": steps},
            "alert": {"message": "m"},
        }
        state |= shown[kind]
        twice = name in self.cards
        problems = self.timeline.apply({"content_state": state}, "start", activity_id=name)
        if twice:
            self.expect(problems, "already-started")
        else:
            self.expect(problems, self.opened(name, Card(kind, stream=False, steps=steps if "segm" in kind else None)))

    @rule(name=IDS, kind=KINDS, step=COUNTS, steps=st.none() | COUNTS, named=MAYBE, ends=MAYBE)
    def update_or_end(  # noqa: PLR0913 - one argument for each property of a request
        self, *, name: str, kind: str, step: int, steps: int | None, named: bool, ends: bool
    ) -> None:
        state: dict[str, Any] = {"title": "t"} | ({"type": kind} if named else {})
        shown: dict[str, dict[str, Any]] = {
            "segmented_progress": {"current_step": step} | ({} if steps is None else {"number_of_steps": steps}),
            "timer": {"subtitle": "s"},
            "alert": {"message": "m"},
        }
        state |= shown[kind]
        problems = self.timeline.apply({"activity_id": name, "content_state": state}, "end" if ends else "update")
        card = self.cards.get(name)
        past = kind == "segmented_progress" and steps is not None and step > steps
        if card is None or card.over:
            self.expect(
                problems, "unknown-activity" if card is None else "ended-activity", "step-past-end" if past else None
            )
        elif card.kind != kind:
            assert problems
            assert all(problem.severity == "error" for problem in problems)
            card.over = ends
        else:
            limit = steps if steps is not None else card.steps
            past = kind == "segmented_progress" and limit is not None and step > limit
            self.expect(problems, "step-past-end" if past else None)
            card.sound = card.sound or not past
            if kind == "segmented_progress" and steps is not None and not past:
                card.steps = steps
            card.over = ends

    @rule(name=IDS, runs=MAYBE, reset=MAYBE)
    def turn_timer(self, *, name: str, runs: bool, reset: bool) -> None:
        card = self.cards.get(name)
        if card is None or card.over or card.kind != "timer":
            return
        state = {"title": "t", "is_running": runs} | ({"duration_seconds": 5} if reset else {})
        problems = self.timeline.apply({"activity_id": name, "content_state": state}, "update")
        self.expect(problems, "timer-not-paused" if card.sound and card.runs and runs and not reset else None)
        card.runs = runs
        card.sound = True

    @rule(key=KEYS, kind=KINDS, whole=MAYBE, step=COUNTS)
    def stream(self, *, key: str, kind: str, whole: bool, step: int) -> None:
        """Stream a state that could start an activity, or one that lacks fields for that."""
        state: dict[str, Any] = {"title": "t", "type": kind}
        shown: dict[str, dict[str, Any]] = {
            "segmented_progress": {"current_step": step} | ({"number_of_steps": 6} if whole else {}),
            "timer": {"duration_seconds": 5} if whole else {},
            "alert": {"message": "m"},
        }
        state |= shown[kind]
        whole = whole or kind == "alert"
        card = self.cards.get(key)
        problems = self.timeline.apply({"content_state": state}, "stream", stream_key=key)
        if card is None or card.over:
            kept = 6 if kind == "segmented_progress" and whole else None
            new = Card(kind, stream=True, steps=kept, sound=whole)
            self.expect(problems, self.opened(key, new), None if whole else "first-stream")
        elif card.kind != kind:
            assert "type-mismatch" in [problem.rule for problem in problems]
        else:
            self.expect(problems, None if whole else "stream-cannot-start")
            card.sound = True
            if kind == "segmented_progress" and whole:
                card.steps = 6

    @rule(key=KEYS)
    def end_stream(self, key: str) -> None:
        card = self.cards.get(key)
        problems = self.timeline.apply({}, "end_stream", stream_key=key)
        if card is None:
            self.expect(problems, "unknown-activity")
        else:
            self.expect(problems, "ended-activity" if card.over else None)
            card.over = True


TestService = Service.TestCase
TestService.settings = examples(120, stateful_step_count=30)
