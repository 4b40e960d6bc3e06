"""The generated predicates: they agree with the report, appear in tracebacks, and work on any object."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import pytest
from fixture_files import fixtures

import liveschema
from liveschema import ActivityType, Metrics, Operation, StartRequest, check, is_valid, load
from liveschema._generated.requests import NO_WARNINGS, VALID
from liveschema.engine import plain as plain_module
from liveschema.engine.limits import MAX_DEPTH
from liveschema.engine.objects import spec_of
from liveschema.engine.plain import plain
from liveschema.engine.scalars import Integer, Number, Text, Url
from liveschema.reports import report

EXAMPLES = Path(__file__).parent.parent / "examples"
PAYLOADS = [
    *((fixture.operation, fixture.payload()) for fixture in fixtures("valid", "warnings", "invalid")),
    *((path.parent.name, json.loads(path.read_bytes())) for path in sorted(EXAMPLES.rglob("*.json"))),
]
BACKUP: dict[str, Any] = {
    "activity_id": "act_7",
    "content_state": {"title": "Nightly backup", "type": "progress", "percentage": 42},
}


class Shade(StrEnum):
    LIME = "lime"


ODD: list[Any] = [
    None,
    True,
    "",
    " ",
    "x" * 5000,
    "\ud800",
    -1,
    1.5,
    2.0,
    1e308 * 10,
    10**400,
    [],
    {},
    ["a"],
    {"type": "timer"},
]
MUTATED = [(operation, payload) for operation, payload in PAYLOADS if isinstance(payload, dict)][::7]


def mutations(payload: Any) -> Iterator[Any]:
    """Yield copies of a payload with a value removed, replaced or added, at every place."""

    def places(at: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        for key, item in list(at.items()) if isinstance(at, dict) else enumerate(at):
            yield (*path, key)
            if isinstance(item, dict | list):
                yield from places(item, (*path, key))

    for path in places(payload, ()):
        for value in (..., *ODD):
            mutated = copy.deepcopy(payload)
            holder = mutated
            for key in path[:-1]:
                holder = holder[key]
            if value is ...:
                del holder[path[-1]]
            else:
                holder[path[-1]] = value
            yield mutated


def verdicts(payload: Any, operation: Any, known: Any = None) -> None:
    """Check that both predicates agree with the report."""
    found = report(payload, operation, known)
    errors = [problem for problem in found if problem.severity == "error"]
    # Call the predicates directly: on plain data, they neither raise nor return None.
    valid, no_warnings = (predicates[operation](payload, known) for predicates in (VALID, NO_WARNINGS))
    assert (valid is False) == bool(errors), (payload, found)
    assert valid is not None
    assert no_warnings is not None
    if no_warnings:
        assert not found, payload
    elif not found:
        # Each type has a warning, but not the same one.
        assert "type" not in payload["content_state"], payload
        assert known is None
    assert check(payload, operation, activity_type=known) == found


@pytest.mark.parametrize(
    "operation",
    [each if each is Operation.STREAM else pytest.param(each, marks=pytest.mark.slow) for each in Operation],
)
def test_both_predicates_agree_with_the_report(operation: Operation) -> None:
    for _, payload in PAYLOADS:
        verdicts(payload, operation)
        for kind in ActivityType:
            verdicts(payload, operation, kind.value)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(0, len(MUTATED), 10))
def test_both_predicates_agree_with_the_report_on_mutations(number: int) -> None:
    for operation, payload in MUTATED[number : number + 10]:
        for mutated in mutations(payload):
            verdicts(mutated, operation)


def test_a_predicate_is_imported_when_first_used() -> None:
    script = (
        "import sys, liveschema\n"
        "loaded = lambda: sorted(n.rpartition('.')[2] for n in sys.modules if '._generated.' in n)\n"
        "assert loaded() == [], loaded()\n"
        "assert liveschema.is_valid({'content_state': {'title': 'x'}}, 'stream')\n"
        "assert loaded() == ['names', 'requests', 'valid_stream'], loaded()\n"
        "for name in ('attrs', 'cattrs', 're', 'typing', 'liveschema.contract', 'liveschema.engine.objects'):\n"
        "    assert name not in sys.modules, name\n"
    )
    subprocess.run([sys.executable, "-S", "-c", script], check=True, env={"PYTHONPATH": str(EXAMPLES.parent)})


def test_a_first_report_and_a_first_model_do_without_slow_imports() -> None:
    script = (
        "import sys, liveschema\n"
        "def slow(): return {'attrs', 'cattrs', 'dataclasses', 'inspect', 'pathlib', 'typing'} & sys.modules.keys()\n"
        "wrong = {'activity_id': 'a', 'content_state': {'titel': 'x', 'type': 'progress', 'percentage': 400}}\n"
        "assert len(liveschema.check(wrong, 'update')) == 3\n"
        "assert not slow() and 'liveschema.engine.writer' not in sys.modules, slow()\n"
        "action = liveschema.WebhookAction('Abort', 'https://x.example', body={'a': 1})\n"
        "liveschema.StreamRequest(content_state=liveschema.Timer(title='x'), action=action)\n"
        "assert not slow(), slow()\n"
    )
    subprocess.run([sys.executable, "-S", "-c", script], check=True, env={"PYTHONPATH": str(EXAMPLES.parent)})


@pytest.mark.slow
def test_many_threads_can_import_a_predicate_concurrently() -> None:
    script = (
        "import sys, threading, liveschema\n"
        "sys.setswitchinterval(1e-6)\n"
        "payload = {'activity_id': 'a', 'content_state': {'title': 'x', 'type': 'progress', 'percentage': 4},\n"
        "           'action': {'title': 'x', 'type': 'webhook', 'url': 'https://x.example', 'body': {'a': [1]}}}\n"
        "wrong = {**payload, 'tags': ['']}\n"
        "barrier, answers = threading.Barrier(16), []\n"
        "def ask():\n"
        "    barrier.wait()\n"
        "    answers.append((liveschema.is_valid(payload, 'update'), liveschema.check(payload, 'update'),\n"
        "                    [p.rule for p in liveschema.check(wrong, 'update')],\n"
        "                    liveschema.dump(liveschema.load(payload, 'update')) == payload))\n"
        "threads = [threading.Thread(target=ask) for _ in range(16)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "assert answers == [(True, [], ['empty-string'], True)] * 16, answers\n"
    )
    for _ in range(3):
        subprocess.run([sys.executable, "-c", script], check=True)


class HostileError(Exception):
    pass


class Raising:
    """An object whose methods raise, with the hash of a given string."""

    def __init__(self, like: str) -> None:
        self.like = like

    def __hash__(self) -> int:
        return hash(self.like)

    def __eq__(self, other: object) -> bool:
        raise HostileError


class RaisingText(str):
    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        raise HostileError


class RaisingDict(dict[str, Any]):
    def get(self, *_: object) -> Any:
        raise HostileError

    def items(self) -> Any:
        raise HostileError

    def __len__(self) -> int:
        raise HostileError


def test_a_traceback_shows_the_generated_line() -> None:
    payload = {**BACKUP, "content_state": {Raising("title"): 1, "type": "progress"}}
    assert is_valid(BACKUP, "update")  # imports the predicate
    with pytest.raises(HostileError) as caught:
        VALID["update"](payload, None)
    shown = "".join(traceback.format_exception(caught.value))
    assert "title = activity.get('title')" in shown
    assert re.search(r'_generated.valid_update\.py", line \d+, in activity_progress', shown)


@pytest.mark.parametrize(
    "payload",
    [
        {Raising("activity_id"): 1},
        {**BACKUP, "content_state": {Raising("type"): 1}},
        {**BACKUP, "content_state": RaisingDict(title="x")},
        RaisingDict(BACKUP),
        {**BACKUP, "metadata": RaisingDict(a=1)},
        {**BACKUP, "tags": [Raising("x")]},
        {**BACKUP, "action": {"type": "webhook", Raising("title"): 1}},
        {**BACKUP, "content_state": {"title": "x", "type": RaisingText("timer"), "color": Raising("lime")}},
    ],
)
def test_an_object_that_raises_is_a_problem_not_an_exception(payload: Any) -> None:
    assert not is_valid(payload, "update")
    assert [problem for problem in check(payload, "update") if problem.severity == "error"]
    with pytest.raises(liveschema.InvalidPayload):
        load(payload, "update")


def test_a_string_that_raises_when_compared_is_used_as_plain_text() -> None:
    payload = {**BACKUP, "content_state": {RaisingText("title"): RaisingText("x"), "type": RaisingText("timer")}}
    assert is_valid(payload, "update")
    assert load(payload, "update").content_state == liveschema.Timer(title="x")


class Elsewhere(str):
    """A key that no lookup finds."""

    __slots__ = ()

    def __hash__(self) -> int:
        return 7

    def __eq__(self, other: object) -> bool:
        return self is other


@pytest.mark.parametrize("known", [None, "progress"])
@pytest.mark.parametrize(
    "at", [(), ("content_state",), ("content_state", "icon"), ("action",), ("target",)], ids="-".join
)
def test_a_key_that_no_lookup_finds_is_used_as_plain_text(at: tuple[str, ...], known: Any) -> None:
    payload: dict[str, Any] = {
        "content_state": {"title": "x", "percentage": 4, "icon": {"symbol": "bolt", "color": "lime"}},
        "action": {"title": "x", "type": "open_url", "url": "https://x.example"},
        "target": {"channels": ["a"]},
    }
    holder = payload
    for key in at:
        holder = holder[key]
    for key in list(holder):
        holder[Elsewhere(key)] = holder.pop(key)
        assert is_valid(payload, "stream", activity_type=known)
        assert [p.rule for p in check(payload, "stream", activity_type=known)] == ["stream-cannot-start"]


def test_two_keys_with_the_same_text_are_both_checked() -> None:
    for first, second in ((Elsewhere, str), (str, Elsewhere)):
        payload = {**BACKUP, first("tags"): [""], second("tags"): ["a"]}
        assert not is_valid(payload, "update")
        assert [problem for problem in check(payload, "update") if problem.severity == "error"]


def test_plain_data_is_never_converted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted(value: object) -> object:
        raise AssertionError(value)

    monkeypatch.setattr(plain_module, "plain", unwanted)
    assert is_valid(BACKUP, "update")
    for operation, payload in MUTATED:
        for mutated in mutations(payload):
            is_valid(mutated, Operation(operation))
    with pytest.raises(AssertionError):
        is_valid({**BACKUP, "tags": ("a",)}, "update")


def test_enum_members_and_tuples_are_converted_to_plain_data() -> None:
    assert is_valid({**BACKUP, "tags": (Shade.LIME,)}, "update")
    assert is_valid({**BACKUP, "content_state": {**BACKUP["content_state"], "color": Shade.LIME}}, "update")
    assert is_valid(BACKUP, Operation.UPDATE, activity_type=ActivityType.PROGRESS)


@pytest.mark.parametrize("operation", ["updates", None, [], 5])
def test_an_unknown_operation_raises(operation: Any) -> None:
    for ask in (is_valid, check, load):
        with pytest.raises(ValueError, match="is not a valid Operation"):
            ask(BACKUP, operation)


def test_an_unknown_activity_type_raises() -> None:
    for ask in (is_valid, check, load):
        with pytest.raises(ValueError, match="is not a valid ActivityType"):
            ask(BACKUP, "update", activity_type=cast("Any", "weather"))


def test_a_body_may_nest_up_to_the_bound() -> None:
    def body(depth: int) -> dict[str, Any]:
        inner: Any = 1
        for number in range(depth - 1):
            inner = [inner] if number % 2 else {"a": inner}
        return {"a": inner}

    def payload(depth: int) -> dict[str, Any]:
        return {**BACKUP, "action": {"title": "x", "type": "webhook", "url": "https://x.example", "body": body(depth)}}

    assert VALID["update"](payload(MAX_DEPTH), None) == "progress"
    assert VALID["update"](payload(MAX_DEPTH + 1), None) is False


def test_the_two_url_patterns_are_complementary() -> None:
    fit, unfit = re.compile(Url.FIT).fullmatch, re.compile(Url.UNFIT).fullmatch
    for code in [*range(0x300), 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF]:
        assert (fit(chr(code)) is None) != (unfit(chr(code)) is None), hex(code)


def test_plain_returns_a_deep_copy() -> None:
    inner = {"a": [1, {"b": 2}]}
    made: Any = plain(inner)
    assert made == inner
    assert made["a"] is not inner["a"]
    assert made["a"][1] is not inner["a"][1]


def test_equal_constraints_compare_equal() -> None:
    assert Text(min_length=1) == Text(min_length=1)
    assert hash(Text(min_length=1)) == hash(Text(min_length=1))
    assert Text(min_length=1) != Text()
    assert Number(minimum=0) != Integer(minimum=0)
    assert repr(Integer(minimum=0)) == "Integer(minimum=0)"


def test_a_constraint_has_a_readable_repr() -> None:
    fields = spec_of(StartRequest).fields
    assert repr(fields["metadata"].constraint) == (
        "MapOf(key=Text(min_length=1, max_length=100, rules=[Rule('blank-key'), Rule('proto-key')]), "
        "value=UnionOf(options=[Text(max_length=4000), Number(), Boolean()], name='MetadataValue'), "
        "max_properties=50, max_bytes=16384, size_rule=Rule('metadata-too-large'))"
    )
    assert repr(spec_of(Metrics).fields["metrics"].constraint) == (
        "ListOf(item=Nested(cls=Metric), item_label='metric', min_items=1, max_items=8)"
    )
    assert repr(spec_of(Metrics).fields["color"].constraint) == "EnumOf(options=Color, rule=Rule('unknown-color'))"


@pytest.mark.parametrize(("function", "table"), [(is_valid, VALID), (check, NO_WARNINGS), (load, VALID)])
@pytest.mark.parametrize("known", [None, "progress"])
def test_a_payload_that_is_not_plain_is_tried_once_and_then_its_copy(
    function: Any, table: dict[str, Any], known: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    predicate = table["update"]
    tried: list[object] = []

    def counted(payload: object, known: Any) -> object:
        tried.append(payload)
        return predicate(payload, known)

    monkeypatch.setitem(table, "update", counted)
    payload = {**BACKUP, "tags": ("nightly",)}
    function(payload, "update", activity_type=known)
    assert tried == [payload, {**BACKUP, "tags": ["nightly"]}]
