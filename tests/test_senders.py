"""Payloads with any Python objects: usual types are accepted, and none makes a check raise."""

from __future__ import annotations

import collections
import contextlib
import datetime as dt
import decimal
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any, cast

import pytest
from check_kit import PROGRESS, errors, update
from hypothesis import given
from hypothesis import strategies as st

from liveschema import (
    ActivityType,
    InvalidPayload,
    Operation,
    Progress,
    check,
    check_stream_key,
    is_valid,
    load,
)


class Title(StrEnum):
    DEPLOY = "Deploy"


class Key(StrEnum):
    ACTIVITY_ID = "activity_id"
    CONTENT_STATE = "content_state"


class Steps(IntEnum):
    TWO = 2


class Celsius(float):
    pass


class OddMapping(Mapping[str, object]):
    def __init__(self, **entries: object) -> None:
        self._entries = entries

    def __getitem__(self, key: str) -> object:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class OddSequence(Sequence[object]):
    def __init__(self, *items: object) -> None:
        self._items = items

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)


class Hostile:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        raise RuntimeError

    def __bool__(self) -> bool:
        raise RuntimeError

    def __repr__(self) -> str:
        raise RuntimeError


class HostileMapping(OddMapping):
    def __iter__(self) -> Iterator[str]:
        raise RuntimeError


class HostileDict(dict[str, object]):
    def get(self, *_: object) -> object:
        raise RuntimeError

    def items(self) -> Any:
        raise RuntimeError


class Bottomless(OddMapping):
    def __getitem__(self, key: str) -> object:
        return self[key]

    def __iter__(self) -> Iterator[str]:
        yield "down"


class Endless(OddSequence):
    def __len__(self) -> int:
        return 2

    def __iter__(self) -> Iterator[object]:
        while True:
            yield "x"


class TestWhatSendersHold:
    @pytest.mark.parametrize(
        "payload",
        [
            update({"title": Title.DEPLOY, "type": ActivityType.SEGMENTED_PROGRESS, "current_step": Steps.TWO}),
            update({"title": "x", "type": "value", "value": Celsius(21.5)}),
            MappingProxyType(update(MappingProxyType(PROGRESS))),
            collections.OrderedDict(update(collections.ChainMap(PROGRESS))),
            OddMapping(**update(OddMapping(**PROGRESS))),
            update({"title": "x", "type": "stats", "metrics": ({"label": "a", "value": 1},)}),
            update({"title": "x", "type": "stats", "metrics": OddSequence({"label": "a", "value": 1})}),
            update({"title": "x", "type": "stats", "metrics": collections.deque([{"label": "a", "value": 1}])}),
            update(PROGRESS, tags=("a", Title.DEPLOY), metadata=OddMapping(a=Celsius(1))),
            {Key.ACTIVITY_ID: "act_7", Key.CONTENT_STATE: PROGRESS},
            update(
                PROGRESS,
                action={
                    "title": "x",
                    "type": "webhook",
                    "url": "https://x.example",
                    "body": OddMapping(a=(1, Title.DEPLOY)),
                },
            ),
        ],
    )
    def test_any_mapping_sequence_and_subclass_is_accepted(self, payload: object) -> None:
        before = repr(payload)
        assert check(payload, "update") == []
        assert is_valid(payload, "update")
        assert load(payload, "update").activity_id == "act_7"
        assert repr(payload) == before

    @pytest.mark.parametrize("operation", [*Operation, *map(str, Operation)])
    def test_an_operation_may_be_a_member_or_a_string(self, operation: Any) -> None:
        payload = {"content_state": PROGRESS} if operation not in {"update", "end"} else update(PROGRESS)
        assert is_valid(payload, operation)

    @pytest.mark.parametrize("name", ["updat", "", "UPDATE"])
    def test_an_unknown_operation_raises(self, name: Any) -> None:
        for function in (is_valid, check, load):
            with pytest.raises(ValueError, match="is not a valid Operation"):
                function(update(PROGRESS), name)

    def test_an_unknown_activity_type_raises(self) -> None:
        for function in (is_valid, check, load):
            with pytest.raises(ValueError, match="is not a valid ActivityType"):
                function(update(PROGRESS), "update", activity_type=cast("Any", "weather"))

    @pytest.mark.parametrize(
        "thing",
        [
            Hostile(),
            HostileMapping(a=1),
            HostileDict(a=1),
            object(),
            dt.date(2026, 1, 1),
            decimal.Decimal(1),
            b"bytes",
            bytearray(b"x"),
            {1, 2},
            range,
            lambda: None,
            float("nan"),
            1j,
        ],
        ids=lambda thing: type(thing).__name__,
    )
    @pytest.mark.parametrize(
        "place", ["root", "state", "type", "title", "tags", "item", "metadata", "key", "action", "body"]
    )
    def test_no_object_makes_a_verdict_raise(self, thing: Any, place: str) -> None:
        webhook = {"title": "x", "type": "webhook", "url": "https://x.example"}
        key = {} if place != "key" or type(thing).__hash__ is None or isinstance(thing, Hostile) else {thing: 1}
        payloads: dict[str, object] = {
            "root": thing,
            "state": update(thing),
            "type": update({**PROGRESS, "type": thing}),
            "title": update({**PROGRESS, "title": thing}),
            "tags": update(PROGRESS, tags=thing),
            "item": update(PROGRESS, tags=[thing]),
            "metadata": update(PROGRESS, metadata={"a": thing}),
            "key": {**update(PROGRESS), **key},
            "action": update(PROGRESS, action=thing),
            "body": update(PROGRESS, action={**webhook, "body": {"a": thing}}),
        }
        payload = payloads[place]
        valid = is_valid(payload, "update")
        assert valid == (place == "key" and not key)
        assert valid == (errors(payload) == [])

    def test_a_payload_is_checked_even_if_the_stack_is_nearly_full(self) -> None:
        deep: object = "x"
        for _ in range(190):
            deep = [deep]
        button = {"title": "Go", "type": "webhook", "url": "https://x.example", "body": OddMapping(a=deep)}

        def at_depth(depth: int) -> bool:
            return at_depth(depth - 1) if depth else is_valid(update(PROGRESS, action=button), "update")

        assert at_depth(0)
        verdicts = set()
        for depth in range(700, 990, 10):
            with contextlib.suppress(RecursionError):
                verdicts.add(at_depth(depth))
        assert verdicts <= {True}

    def test_an_endless_mapping_is_too_deep(self) -> None:
        with pytest.raises(InvalidPayload) as caught:
            Progress(title="x", percentage=1, subtitle=Bottomless())  # type: ignore[call-overload]
        assert [(problem.rule, problem.message) for problem in caught.value.problems] == [
            ("too-deep", "subtitle must be a string, got more than 200 levels")
        ]
        assert not is_valid(Bottomless(), "update")

    def test_an_endless_sequence_is_read_up_to_its_length(self) -> None:
        assert is_valid(update(PROGRESS, tags=Endless()), "update")

    @given(
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text()),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=20,
        )
    )
    def test_no_json_value_makes_a_verdict_raise(self, payload: Any) -> None:
        for operation in Operation:
            assert is_valid(payload, operation) == (errors(payload, operation) == [])


@pytest.mark.parametrize("key", ["a", "A-z_09", "x" * 255])
def test_a_stream_key_of_allowed_characters_is_valid(key: str) -> None:
    assert check_stream_key(key) == []


@pytest.mark.parametrize("key", ["", "x" * 256, "a b", "a/b", "é", "a\n", None, 5])
def test_any_other_stream_key_is_invalid(key: object) -> None:
    (problem,) = check_stream_key(key)
    assert (problem.rule, problem.path) == ("invalid-stream-key", ())
    assert problem.message.startswith("a stream key must be 1 to 255 characters of A-Z a-z 0-9 _ -, got ")
