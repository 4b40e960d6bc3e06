"""What models keep of free content: dicts and lists that nothing changes, and that everything reads."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liveschema import InvalidPayload, StartRequest, StreamRequest, Timer, WebhookAction, dump, dumps, load
from liveschema.engine.frozen import FrozenDict, FrozenList, frozen, thawed

BODY: dict[str, Any] = {"run": [7, {"by": ["phone"]}], "ok": True}
KEYS: dict[str, str | float | bool] = {"a": 1, "b": "x"}
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
CONTENT = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)
CHANGES: list[Callable[[Any], object]] = [
    lambda body: body.__setitem__("run", 1),
    lambda body: body.__delitem__("run"),
    lambda body: body.__ior__({"a": 1}),
    lambda body: body.clear(),
    lambda body: body.pop("run"),
    lambda body: body.popitem(),
    lambda body: body.setdefault("a", 1),
    lambda body: body.update(a=1),
    lambda body: setattr(body, "a", 1),
    lambda body: body["run"].__setitem__(0, 1),
    lambda body: body["run"].__delitem__(0),
    lambda body: body["run"].__iadd__([1]),
    lambda body: body["run"].__imul__(2),
    lambda body: body["run"].append(1),
    lambda body: body["run"].clear(),
    lambda body: body["run"].extend([1]),
    lambda body: body["run"].insert(0, 1),
    lambda body: body["run"].pop(),
    lambda body: body["run"].remove(7),
    lambda body: body["run"].reverse(),
    lambda body: body["run"].sort(),
    lambda body: setattr(body["run"], "a", 1),
    lambda body: body["run"][1].update(by=1),
    lambda body: body["run"][1]["by"].append("watch"),
]


def built() -> Any:
    """Return a request that was built in code."""
    hook = WebhookAction("Stop", "https://x.example", body=BODY)
    return StreamRequest(content_state=Timer(title="x"), action=hook, metadata={"run": 7}, tags=["ci"])


def loaded() -> Any:
    """Return the same request, loaded from a payload."""
    return load(dump(built()), "stream")


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("make", [built, loaded])
def test_no_method_changes_the_body_of_a_webhook(make: Callable[[], Any], change: Callable[[Any], object]) -> None:
    request = make()
    with pytest.raises((TypeError, AttributeError)):
        change(request.action.body)
    assert request.action.body == BODY
    assert request == built()


@pytest.mark.parametrize("make", [built, loaded])
def test_metadata_cannot_be_changed(make: Callable[[], Any]) -> None:
    request = make()
    metadata = request.metadata
    with pytest.raises(TypeError) as caught:
        metadata["bad"] = None
    assert str(caught.value) == (
        "this dict belongs to a model, which cannot be changed; change a copy of it: dict(…), or liveschema.dump"
    )
    metadata.__init__({"bad": None})
    assert request.metadata == {"run": 7}


def test_what_cannot_be_changed_says_how_to_get_what_can() -> None:
    body: Any = frozen(BODY, [])
    with pytest.raises(TypeError, match=r"^this list belongs .* change a copy of it: list\(…\), or liveschema\.dump$"):
        body["run"].append(1)
    body["run"].__init__([1])
    assert body == BODY
    for copied in (dict(body), body.copy(), body | {}, thawed(body)):
        assert type(copied) is dict
        copied["a"] = 1
    for copied in (list(body["run"]), body["run"].copy(), body["run"] + [], body["run"][:]):
        assert type(copied) is list
        copied.append(1)
    assert body == BODY


def test_every_method_that_only_some_dicts_or_lists_have_is_known() -> None:
    """A method that a new Python adds must be looked at."""
    reading = {"copy", "fromkeys", "get", "items", "keys", "values", "count", "index"}
    for cls, base in ((FrozenDict, dict), (FrozenList, list)):
        plain = {name for name in vars(base) if not name.startswith("__")}
        own = {name for name in vars(cls) if not name.startswith("__")}
        assert plain - own <= reading
        changing = {name for name in vars(base) if name.startswith(("__set", "__del", "__i"))}
        assert changing - vars(cls).keys() <= {"__iter__"}


@given(CONTENT)
def test_every_frozen_content_reads_as_the_content_did(content: Any) -> None:
    made = frozen(content, [])
    assert made == content
    assert repr(made) == repr(content)
    assert json.dumps(made) == json.dumps(content)
    assert thawed(made) == content
    assert json.dumps(thawed(made)) == json.dumps(content)
    assert hash(made) == hash(frozen(content, []))


@given(CONTENT)
def test_every_copy_of_frozen_content_is_frozen_and_equal(content: Any) -> None:
    made = frozen(content, [])
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(made, protocol))  # noqa: S301 - our own data
        assert (again, type(again)) == (made, type(made))
    for again in (copy.copy(made), copy.deepcopy(made), copy.deepcopy([made])[0]):
        assert (again, type(again)) == (made, type(made))


@given(st.dictionaries(st.text(), CONTENT, max_size=4))
def test_every_body_is_sent_as_it_was_given(body: dict[str, Any]) -> None:
    action = WebhookAction("Stop", "https://x.example", body=body)
    assert dump(action)["body"] == body
    assert json.loads(dumps(action))["body"] == body
    assert json.dumps(attrs.asdict(action)["body"]) == json.dumps(body)


def test_requests_with_free_content_are_hashable() -> None:
    assert len({built(), loaded()}) == 1
    assert len({built(), attrs.evolve(built(), metadata={"run": 8})}) == 2


def test_a_copy_of_a_request_keeps_its_content() -> None:
    request = built()
    again = attrs.evolve(request, tags=["a"])
    assert again.metadata == request.metadata
    assert type(again.metadata) is FrozenDict
    other = StartRequest(content_state=Timer(title="x", duration_seconds=1), action=request.action, metadata=KEYS)
    assert StreamRequest(content_state=Timer(title="x"), metadata=other.metadata).metadata == KEYS


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is new in Python 3.13")
def test_a_request_can_be_replaced() -> None:
    replace = copy.replace  # type: ignore[attr-defined, unused-ignore] # in Python 3.13
    assert replace(built(), tags=["a"]) == attrs.evolve(built(), tags=["a"])
    with pytest.raises(InvalidPayload, match="tags"):
        replace(built(), tags=[""])


def test_what_models_share_can_be_checked_as_a_payload() -> None:
    request = built()
    payload = {"content_state": request.content_state, "metadata": request.metadata, "action": request.action}
    assert load(payload, "stream") == attrs.evolve(request, tags=None)
