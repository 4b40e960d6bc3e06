"""Payloads and arguments of classes that lie, raise, never end or have odd names: one verdict, and no exception."""

from __future__ import annotations

import contextlib
import gc
import itertools
import random
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Self

import pytest
from check_kit import PROGRESS, update

from liveschema import ActivityType, InvalidPayload, Operation, Problem, check, is_valid, load, loads
from liveschema.engine import plain as plain_module
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.plain import MAX_READ, MAX_VALUES, TOO_DEEP, attempt, is_plain, plain
from liveschema.engine.support import Opaque
from liveschema.engine.wording import type_name
from liveschema.lifecycle import Lifecycle, Timeline
from liveschema.partial import UNKNOWN, check_partial

WEBHOOK = {"title": "Go", "type": "webhook", "url": "https://x.example"}
PAYLOADS: dict[str, dict[str, Any]] = {
    "start": {"content_state": PROGRESS, "target": {"channels": ["ops"]}, "alert": {"title": "Up"}},
    "update": update({**PROGRESS, "icon": {"symbol": "bolt"}}, tags=["a"], metadata={"run": 7}),
    "end": update({"title": "x", "metrics": [{"label": "a", "value": 1}]}, action=WEBHOOK),
    "stream": {"content_state": PROGRESS, "action": {**WEBHOOK, "body": {"a": [{"b": None}], "c": 1.5}}},
    "end_stream": {"content_state": {"title": "x", "message": "m", "badge": {"title": "NEW"}}},
}


class HostileError(Exception):
    pass


def fail(*_: object, **__: object) -> Any:
    raise HostileError


class Key(str):  # noqa: SLOT000 - subclasses have more attributes
    """A key that is equal to everything, and is found where another text would be."""

    like: str

    def __new__(cls, text: str, like: str) -> Self:
        made = super().__new__(cls, text)
        made.like = like
        return made

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return hash(self.like)


class Apart(Key):
    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = Key.__hash__


class Sulking(Key):
    __eq__ = fail
    __hash__ = Key.__hash__


class Fickle(Key):
    """A key that changes its mind: the first time it is equal."""

    def __eq__(self, other: object) -> bool:
        self.asked = getattr(self, "asked", 0) + 1
        if self.asked > 1:
            raise HostileError
        return True

    __hash__ = Key.__hash__


class OddClass(type):
    """The class of classes that are equal to any other, and whose names cannot be read."""

    __name__ = property(fail)
    __hash__ = fail
    __eq__ = fail

    def __getattr__(cls, name: str) -> Any:
        raise HostileError


class AlikeClass(type):
    def __eq__(cls, other: object) -> bool:
        return True

    def __hash__(cls) -> int:
        return hash(str)


class OddList(list[Any], metaclass=AlikeClass):
    pass


class Nameless(metaclass=OddClass):
    pass


class Disguised:
    """An object that says that it is of another class."""

    def __init__(self, kind: type) -> None:
        self.kind = kind

    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, "kind" if name == "__class__" else name)


class Changing(Mapping[str, Any]):
    """A mapping whose contents are other ones each time."""

    def __init__(self, *contents: Any) -> None:
        self.contents = itertools.cycle(contents)

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        return iter(next(self.contents))

    def __getitem__(self, key: str) -> Any:
        return 5


class EndlessMapping(dict[str, Any]):
    def items(self) -> Any:
        return ((str(number), number) for number in itertools.count())


class EndlessSequence(Sequence[Any]):
    def __len__(self) -> int:
        return 10**12

    def __getitem__(self, index: Any) -> Any:
        return index


class Meddler(dict[str, Any]):
    """A dict that changes the one that it is in when it is read."""

    def items(self) -> Any:
        self["holder"]["more"] = [1]
        return {}.items()


def named(name: str) -> object:
    return type(name, (), {})()


def doubled(levels: int, make: Callable[[Any], Any]) -> Any:
    made: Any = 1
    for _ in range(levels):
        made = make(made)
    return made


ODD_VALUES: dict[str, Callable[[], Any]] = {
    "nameless": Nameless,
    "long name": lambda: named("x" * 1_000_000),
    "forged name": lambda: named("\n::error::x\x1b[31m"),
    "empty name": lambda: named(""),
    "disguised text": partial(Disguised, str),
    "disguised bytes": partial(Disguised, bytes),
    "disguised mapping": partial(Disguised, dict),
    "disguised placeholder": partial(Disguised, Opaque),
    "alike list": lambda: OddList(["a"]),
    "changing": partial(Changing, {}, {"a": 1}, {"title": 1}),
    "raising": type("Raising", (dict,), {"items": fail, "__len__": fail, "get": fail}),
    "pairs": type("Pairs", (dict,), {"items": lambda _: [1]}),
    "false model": type("Model", (), {"__plain__": lambda _: _, "__opaque__": lambda _: _}),
    "deep model": type("Model", (), {"__plain__": lambda each: {"a": each}}),
    "text": lambda: Key("progress", "title"),
    "long length": type("Long", (list,), {"__len__": lambda _: 10**30}),
    "mixed": lambda: {5: 1, Nameless(): 2, "a": (1, 2)},
}
ODD_KEYS: list[Callable[[str, str], Any]] = [
    Key,
    Apart,
    Sulking,
    lambda text, like: Key(f"{text}\n", like),
    lambda text, like: Key(like, text),
    lambda _, __: named("\n::error::"),
    lambda _, __: 5,
    lambda _, __: ("title",),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    for key, item in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ()):
        yield from places(item, (*path, key))


def replaced(value: Any, path: tuple[Any, ...], change: Callable[[Any], Any]) -> Any:
    """Return a copy with another value at a path."""
    if not path:
        return change(value)
    if isinstance(value, list):
        return [replaced(item, path[1:], change) if at == path[0] else item for at, item in enumerate(value)]
    return {key: replaced(item, path[1:], change) if key == path[0] else item for key, item in value.items()}


def with_key(holder: Any, name: str, make: Callable[[str, str], Any], other: str) -> Any:
    """Return an object with another key instead of one; the same object if the key cannot be there."""
    with contextlib.suppress(HostileError):
        return {make(key, other) if key == name else key: item for key, item in holder.items()}
    return holder


def verdict(make: Callable[[], Any], operation: Any, known: Any = None) -> bool:
    """Check that all functions agree about new instances of a payload; return whether it is valid."""
    valid = is_valid(make(), operation, activity_type=known)
    found: list[Problem] = check(make(), operation, activity_type=known)
    enabled = check(make(), operation, activity_type=known, enable=["legacy-operation", "inert-field"])
    for problems in (found, enabled):
        assert valid != any(each.severity == "error" for each in problems), problems
        for each in problems:
            assert str(each).isprintable(), each
            assert len(each.message) + len(each.hint or "") < 400, each
    if valid:
        load(make(), operation, activity_type=known)
    else:
        with pytest.raises(InvalidPayload) as refusal:
            load(make(), operation, activity_type=known)
        assert [each.rule for each in refusal.value.problems if each.severity == "error"]
    return valid


def test_all_functions_agree_about_hostile_payloads() -> None:
    rng = random.Random(1)  # noqa: S311 - the same in each run
    payload, verdicts = PAYLOADS["stream"], []
    for path in places(payload):
        thing = rng.choice([*ODD_VALUES.values()])
        verdicts.append(verdict(lambda: replaced(payload, path, lambda _: thing()), "stream"))  # noqa: B023
        if path and isinstance(path[-1], str):
            other = rng.choice(("title", "type", "percentage", path[-1]))
            change = partial(with_key, name=path[-1], make=rng.choice(ODD_KEYS), other=other)
            verdicts.append(verdict(lambda: replaced(payload, path[:-1], change), "stream"))  # noqa: B023
    assert {True, False} == set(verdicts)


@pytest.mark.slow
@pytest.mark.parametrize("operation", PAYLOADS)
def test_all_functions_agree_about_every_hostile_payload(operation: Any) -> None:
    payload = PAYLOADS[operation]
    for path in places(payload):
        for thing in ODD_VALUES.values():
            verdict(lambda: replaced(payload, path, lambda _: thing()), operation)  # noqa: B023
        if path and isinstance(path[-1], str):
            for key, other in itertools.product(ODD_KEYS, ("title", "type", "percentage", "color", path[-1])):
                change = partial(with_key, name=path[-1], make=key, other=other)
                for known in (None, "progress"):
                    verdict(lambda: replaced(payload, path[:-1], change), operation, known)  # noqa: B023


def test_a_key_counts_as_what_it_is_found_by() -> None:
    state = {Key("Title", "title"): "x", "type": "progress", "percentage": 4}
    assert verdict(lambda: update(state), "update")
    assert check(update({**state, "title": " "}), "update", enable=["legacy-operation"])[0].rule == "legacy-operation"
    hidden = {"title": "x", "type": "progress", "value": 1, "upper_limit": 2, Key("subtitle", "percentage"): "x"}
    assert not verdict(lambda: update(hidden), "update")
    assert [(each.rule, each.pointer, each.message) for each in check(update(hidden), "update")] == [
        ("wrong-type", "/content_state", "the keys of content_state must be strings, got a Key")
    ]
    advised_against = {"title": "x", Key("amount", "value"): 3, "percentage": 4, "upper_limit": 4}
    assert verdict(lambda: update(advised_against), "update")
    fickle = {Fickle("title", "title"): "x", "type": "timer"}
    assert load(update(fickle), "update").content_state is not None
    with pytest.raises(InvalidPayload):  # it is found in the check, but not when the model is built
        load(update({Fickle("Title", "title"): "x", "type": "timer"}), "update")


def test_a_class_may_have_any_name() -> None:
    assert [type_name(make()) for make in (Nameless, ODD_VALUES["forged name"], ODD_VALUES["empty name"])] == [
        "a Nameless",
        'a "\\n::error::x\\u001b[31m"',
        'a ""',
    ]
    assert type_name(named("x" * 10**6)) == f'a "{"x" * 40}…"'
    (problem,) = check(update(PROGRESS, tags=[named("a\nb")]), "update")
    assert problem.message == 'tags[0] must be a string, got a "a\\nb"'


def of_itself(holder: Any, fill: Callable[[Any], None]) -> Any:
    fill(holder)
    return holder


ENDLESS: dict[str, tuple[Callable[[], Any], str]] = {
    "mapping": (EndlessMapping, "read"),
    "sequence": (EndlessSequence, "read"),
    "range": (lambda: range(10**12), "read"),
    "dict of itself": (lambda: of_itself({}, lambda holder: holder.update(a=holder, b=holder)), "values"),
    "list of itself": (lambda: of_itself([], lambda holder: holder.extend([holder, holder])), "values"),
    "shared dicts": (lambda: doubled(40, lambda each: {"a": each, "b": each}), "values"),
    "shared lists": (lambda: doubled(150, lambda each: [each, each]), "values"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end_is_refused_soon(name: str) -> None:
    make, bound = ENDLESS[name]
    root = ("wrong-type", "", f"the request must be an object, got more than {MAX_READ:,} values")
    of_body = ("not-json", "/action/body", f"body must have at most {MAX_VALUES:,} values, got more")
    payload = update(PROGRESS, action={**WEBHOOK, "body": {"a": make()}})
    assert not is_valid(payload, "update")
    for problems in (
        check(payload, "update"),
        check_partial(payload, "update"),
        Timeline().apply(payload, "update")[1:] if bound != "read" else check(payload, "update"),
    ):
        assert [(each.rule, each.pointer, each.message) for each in problems] == [root if bound == "read" else of_body]
    mixed = update(PROGRESS, action={**WEBHOOK, "body": {"a": make(), "b": (1,)}})
    for problems in (check(mixed, "update"), check_partial({**mixed, "tags": UNKNOWN}, "update")):
        assert [(each.rule, each.pointer, each.message) for each in problems] == [root]
    for payload in (make(), update(make()), update(PROGRESS, metadata={"a": make()}), update(PROGRESS, tags=make())):
        assert not is_valid(payload, "update")
        assert check(payload, "update")


@pytest.mark.slow
def test_a_large_body_keeps_its_verdict() -> None:
    body: dict[str, Any] = {"a": [0] * 1_000_000, "b": [{"c": [1]} for _ in range(1000)]}
    payload = update(PROGRESS, action={**WEBHOOK, "body": body})
    assert verdict(lambda: payload, "update")
    assert [each.rule for each in check(payload, "update")] == ["activity-too-large"]
    assert check_partial(payload, "update") == check(payload, "update")


def test_the_bound_on_values_is_the_same_for_predicates_and_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = [0] * 1000
    whole: dict[Any, Any] = {str(index): shared for index in range(1998)}  # the body, its members, and their items
    assert plain_module.excess({**whole, "rest": [0] * (MAX_VALUES - 1 - 1999 - 1998 * 1000)}) is None
    assert plain_module.excess({**whole, "rest": [0] * (MAX_VALUES - 1999 - 1998 * 1000)}) == "values"
    assert plain_module.excess(doubled(201, lambda each: {"a": each})) == "levels"
    monkeypatch.setattr(plain_module, "MAX_READ", 10)
    assert plain({"a": tuple("x" * 10)}) == {"a": ["x"] * 10}
    assert plain({"a": tuple("x" * 11)}) is plain_module.TOO_MANY
    few = [1, 2]
    assert plain([few] * 6) == [[1, 2]] * 6
    assert plain([few] * 7) is plain_module.TOO_MANY
    key = Opaque("a key")
    assert plain({key: ()}) == {key: []}


def test_an_object_may_change_what_it_is_in() -> None:
    payload = update(PROGRESS)
    payload["tags"] = Meddler(holder=payload)
    assert not is_valid(payload, "update")
    items: list[Any] = []
    items.append(Meddler(holder=of_itself({}, lambda holder: holder.update(a=items))))
    assert plain(items) == [{}]


def test_plain_values_are_known_by_their_exact_types() -> None:
    assert is_plain({"a": [1, 1.5, None, True, "x", {}]})
    for each in ((), {1: 2}, {"a": ()}, [Key("a", "b")], {Key("a", "b"): 1}, Nameless(), OddList()):
        assert not is_plain(each)
    loop: list[Any] = []
    loop.append(loop)
    assert is_plain(loop)


class Interrupt(Exception):  # noqa: N818 - not an error
    pass


class Handler:
    def __call__(self, *_: object) -> None:
        raise Interrupt

    def method(self, *_: object) -> None:
        raise Interrupt


def handler(*_: object) -> None:
    raise Interrupt


@pytest.mark.parametrize("handles", [handler, Handler(), Handler().method, partial(handler)])
def test_the_exception_of_a_signal_handler_is_not_the_payloads(handles: Any) -> None:
    def strike(*_: object) -> Any:
        signal.raise_signal(signal.SIGUSR1)
        return {}.items()

    slow = update(PROGRESS, metadata=type("Slow", (dict,), {"items": strike})())
    key = {**update(PROGRESS), type("Sly", (Key,), {"__eq__": strike, "__hash__": Key.__hash__})("a", "tags"): 1}
    before = signal.signal(signal.SIGUSR1, handles)
    try:
        for ask in (is_valid, check, load, partial(check, enable=["legacy-operation"])):
            for payload in (slow, key):
                with pytest.raises(Interrupt):
                    ask(payload, "update")
        read: Any
        for read in (check_partial, Timeline().apply):
            with pytest.raises(Interrupt):
                read(slow, "update")
    finally:
        signal.signal(signal.SIGUSR1, before)


@pytest.mark.slow
def test_a_check_of_plain_data_can_be_interrupted() -> None:
    body = {"a": [[0] * 10 for _ in range(100_000)]}
    payload = update(PROGRESS, action={**WEBHOOK, "body": body})
    before = signal.signal(signal.SIGALRM, handler)
    text = str(payload).replace("'", '"')
    callbacks = gc.callbacks[:]
    gc.callbacks.clear()  # those of hypothesis are run at any moment, and what is raised in them is ignored
    gc.disable()
    try:
        for ask in (
            lambda: is_valid(payload, "update"),
            lambda: check(payload, "update"),
            lambda: load(payload, "update"),
            lambda: loads(text, "update"),
            lambda: check_partial(payload, "update"),
            lambda: Timeline().apply(payload, "update"),
            lambda: is_valid({**payload, "tags": ("a",)}, "update"),
        ):
            signal.setitimer(signal.ITIMER_REAL, 0.003)
            with pytest.raises(Interrupt):
                ask()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        gc.enable()
        gc.callbacks.extend(callbacks)


@pytest.mark.parametrize("cause", [MemoryError, RecursionError])
def test_a_lack_of_memory_or_stack_is_not_the_payloads(cause: type[Exception]) -> None:
    def lack(*_: object) -> Any:
        raise cause

    payload = update(PROGRESS, tags=type("Lacking", (list,), {"__len__": lack})())
    for ask in (is_valid, check, load):
        with pytest.raises(cause):
            ask(payload, "update")


@pytest.mark.parametrize(("calls", "is_of_value"), [(MAX_DEPTH - 1, False), (MAX_DEPTH, True)])
def test_a_stack_is_filled_by_a_value_if_reading_it_takes_many_calls(calls: int, *, is_of_value: bool) -> None:
    def read(left: int) -> None:
        if left > 1:
            read(left - 1)
        raise RecursionError

    if is_of_value:
        assert attempt(read, calls) is TOO_DEEP
    else:
        with pytest.raises(RecursionError):
            attempt(read, calls)


@pytest.mark.parametrize(
    "enable",
    [
        5,
        True,
        b"legacy-operation",
        "",
        {"a": 1},
        [b"inert-field"],
        [Disguised(str)],
        [Nameless()],
        [Key("nope", "inert-field")],
        ["x" * 10**6] * 9,
        itertools.count(),
        itertools.repeat("inert-field"),
        type("Sulking", (dict,), {"__iter__": fail})(a=1),
    ],
)
def test_what_is_no_collection_of_rules_is_a_value_error(enable: Any) -> None:
    timeline = Timeline()
    for ask in (
        lambda: check(update(PROGRESS), "update", enable=enable),
        lambda: check_partial(update(PROGRESS), "update", enable=enable),
        lambda: check_partial(update(UNKNOWN), "update", enable=enable),
        lambda: timeline.apply(update(PROGRESS), "update", enable=enable),
        lambda: Lifecycle().apply(update(PROGRESS), "update", enable=enable),
    ):
        with pytest.raises(ValueError, match=r"\Aenable must be a collection of rule ids, got ") as caught:
            ask()  # type: ignore[no-untyped-call]
        assert len(str(caught.value)) < 400
        assert str(caught.value).isprintable()
    assert (timeline.count, timeline.latest) == (0, None)


def test_rules_to_enable_are_read_once() -> None:
    def once() -> Iterator[str]:
        yield "legacy-operation"

    some: Any
    for some in (once(), {"legacy-operation": 1}, {"legacy-operation"}, [Key("legacy-operation", "x")]):
        assert [each.rule for each in check(update(PROGRESS), "update", enable=some)] == ["legacy-operation"]
    assert [each.rule for each in check_partial(update(PROGRESS), "update", enable=once())] == ["legacy-operation"]  # type: ignore[arg-type]
    none: Any
    for none in ([], None, frozenset()):
        assert check(update(PROGRESS), "update", enable=none) == []


def test_odd_names_of_operations_and_types_are_value_errors() -> None:
    odd: list[Any] = [Nameless(), Disguised(Operation), [], {}, b"update", 10**5000, named("\n"), "\n" * 10**6]
    odd += [Key("nope", "update"), Sulking("nope", "update"), ActivityType.TIMER]
    odd.append(type("Odd", (), {"__hash__": fail, "__repr__": fail})())
    for name in odd:
        for ask in (
            lambda: Operation(name),  # noqa: B023
            lambda: ActivityType(name if name is not ActivityType.TIMER else "x"),  # noqa: B023
            lambda: check({}, name),  # noqa: B023
            lambda: load({}, name),  # noqa: B023
            lambda: Timeline().apply({}, name),  # noqa: B023
            lambda: check_partial({}, name),  # noqa: B023
        ):
            with pytest.raises(ValueError, match=r" is not a valid (Operation|ActivityType): use one of ") as caught:
                ask()
            assert str(caught.value).isprintable()
            assert len(str(caught.value)) < 200
    right: Any
    for right in (Apart("update", "x"), Sulking("update", "update"), Operation.UPDATE):
        known: Any = Apart("progress", "y")
        assert is_valid(update(PROGRESS), right)
        assert load(update(PROGRESS), right, activity_type=known).tags is None


def test_an_object_with_the_class_of_a_request_is_no_request() -> None:
    assert Timeline().apply(Disguised(type(load(update(PROGRESS), "update"))), "update")  # type: ignore[arg-type]
