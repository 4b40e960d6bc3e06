"""Conversion between data and models: `load`, `loads`, `dump`, `dumps`, and custom converters."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Final, cast

import attrs
import cattrs
import pytest
from amount import examples
from hypothesis import example, given, reject
from hypothesis import strategies as st

import liveschema
from liveschema import (
    Alert,
    EndStreamRequest,
    InvalidPayload,
    Metric,
    Metrics,
    Progress,
    SegmentedProgress,
    State,
    Stats,
    StreamRequest,
    Timer,
    UpdateRequest,
    Value,
    WebhookAction,
    dump,
    dumps,
    load,
    loads,
    register_hooks,
)
from liveschema._generated.build import BUILDERS
from liveschema.contract.requests import REQUESTS
from liveschema.convert import merged
from liveschema.engine import json_text
from liveschema.testing import payloads
from liveschema.text.scan import Scan

COMPACT: Final[dict[str, Any]] = {"ensure_ascii": False, "separators": (",", ":"), "allow_nan": False}
TEXT = '{"activity_id": "act_7", "content_state": {"title": "Backup", "percentage": 42}}'


@pytest.mark.parametrize(
    ("state", "cls"),
    [
        ({"title": "x"}, Timer),
        ({"title": "x", "counts_down": True}, Timer),
        ({"title": "x", "percentage": 5}, Progress),
        ({"title": "x", "value": 5, "upper_limit": 9}, Progress),
        ({"title": "x", "value": 5}, Value),
        ({"title": "x", "message": "m"}, Alert),
        ({"title": "x", "current_step": 1}, SegmentedProgress),
        ({"title": "x", "metrics": [{"label": "a", "value": 1}]}, Metrics),
        ({"title": "x", "metrics": [{"label": "a", "value": 1}], "color": "lime"}, Metrics),
    ],
)
def test_an_untyped_state_has_the_first_type_that_accepts_it(state: dict[str, Any], cls: type[State]) -> None:
    loaded = load({"content_state": state}, "stream")
    assert type(loaded.content_state) is cls
    assert loaded.content_state.title == "x"
    assert getattr(loaded.content_state, "type", "none") is None
    assert dump(loaded) == {"content_state": state}


def test_the_type_of_the_existing_activity_selects_the_class() -> None:
    payload = {"content_state": {"title": "x", "metrics": [{"label": "a", "value": 1}]}}
    loaded = load(payload, "stream", activity_type="stats")
    assert loaded == StreamRequest(content_state=Stats(title="x", metrics=[Metric("a", 1)], type=None))
    assert dump(loaded) == payload


def test_the_type_of_the_existing_activity_is_allowed_without_a_state() -> None:
    assert load({}, "end_stream", activity_type="stats") == EndStreamRequest()


def test_what_an_sdk_adds_is_dropped() -> None:
    action = {"title": "x", "type": "open_url", "url": "https://x.example"}
    state = {"title": "x", "type": "alert", "message": "m"}
    inert = {
        "content_state": {**state, "counts_down": True, "is_running": True, "icon": None, "badge": None},
        "action": {**action, "method": "POST"},
    }
    assert dump(load(inert, "stream")) == {"content_state": state, "action": action}


def test_a_whole_float_stays_a_float() -> None:
    state = load(
        {"content_state": {"title": "x", "type": "segmented_progress", "current_step": 2.0}}, "stream"
    ).content_state
    assert repr(dump(state)["current_step"]) == "2.0"


def test_text_and_bytes_are_equivalent() -> None:
    expected = UpdateRequest(activity_id="act_7", content_state=Progress(title="Backup", percentage=42, type=None))
    for source in (TEXT, TEXT.encode(), bytearray(TEXT.encode())):
        assert loads(source, "update") == expected
    assert loads(TEXT, "update", activity_type="progress") == expected


def _faults(text: str | bytes, operation: Any = "update") -> list[tuple[str, str, int | None, int | None]]:
    with pytest.raises(InvalidPayload) as caught:
        loads(text, operation)
    return [(p.rule, p.pointer, p.line, p.column) for p in caught.value.problems]


def test_a_syntax_error_has_a_position() -> None:
    assert _faults("") == [("invalid-json", "", 1, 1)]
    assert _faults('{\n  "a": 1,\n}') == [("invalid-json", "", 3, 1)]


def test_problems_of_the_text_and_of_the_payload_are_merged() -> None:
    text = (
        '{"content_state": {"title": "x", "percentage": NaN,\n'
        ' "percentage": 7, "wat": 1}, "activity_id": "", "tags": [1e400]}'
    )
    assert _faults(text) == [
        ("non-finite-number", "/content_state/percentage", 1, 48),
        ("duplicate-key", "/content_state/percentage", 2, 2),
        ("unknown-field", "/content_state/wat", None, None),
        ("empty-string", "/activity_id", None, None),
        ("non-finite-number", "/tags/0", 2, 58),
        ("wrong-type", "/tags/0", None, None),
    ]


def test_a_problem_of_both_text_and_payload_is_reported_once() -> None:
    text = '{"activity_id": "a", "content_state": {"title": "x", "type": "value", "value": NaN}}'
    assert _faults(text) == [("non-finite-number", "/content_state/value", 1, 80)]


def test_a_problem_in_a_duplicate_member_keeps_its_position() -> None:
    text = '{"content_state": {"title": {"a": NaN}, "title": "x"}, "activity_id": "a"}'
    assert _faults(text) == [
        ("non-finite-number", "/content_state/title/a", 1, 35),
        ("duplicate-key", "/content_state/title", 1, 41),
    ]


def test_faults_beyond_the_end_of_a_list_that_a_later_duplicate_replaced_are_reported() -> None:
    text = '{"activity_id": "a", "tags": ["x", NaN, NaN, [NaN]], "tags": ["x"], "content_state": {"title": 5}}'
    assert _faults(text) == [
        ("duplicate-key", "/tags", 1, 54),
        ("non-finite-number", "/tags/1", 1, 36),
        ("non-finite-number", "/tags/2", 1, 41),
        ("non-finite-number", "/tags/3/0", 1, 47),
        ("wrong-type", "/content_state/title", None, None),
    ]


WHOLE = (
    '{"content_state": {"title": "at 12:30 \\\\", "type": "metrics", "icon": {"symbol": "bolt"}, '
    '"metrics": [{"label": "a", "value": 1.5}]}, "metadata": {"a": "://", "b": 1}, "tags": ["é"], '
    '"action": {"title": "x", "type": "webhook", "url": "https://x.example", '
    '"body": {"a": [{"b": null}, "\\ud83d\\ude97"]}}}'
)


@pytest.mark.parametrize("colon", [":", ": ", " : ", "\n:"])
def test_no_fault_is_missed_wherever_it_is(colon: str) -> None:
    whole = WHOLE.replace('": ', f'"{colon}')
    expected = load(json.loads(whole), "stream")
    for text in (whole, whole.replace("12:30", "noon"), f" {whole}\r\n", whole.encode()):
        loaded = loads(text, "stream")
        assert dump(loaded) == json.loads(text)
        assert type(loaded) is type(expected)
    for found in re.finditer(r'("\w+"\s*:\s*)([0-9.]+|null|"(?:[^"\\]|\\.)*")', whole):
        at, member = found.end(), found[1]
        for more, rule in ((f", {found[0]}", "duplicate-key"), (f", {member}" + '{"a": {}}', "duplicate-key")):
            assert rule in {each[0] for each in _faults(whole[:at] + more + whole[at:], "stream")}, found
    assert "duplicate-key" in {each[0] for each in _faults(whole[:-1] + f', "tags"{colon}["b"]}}', "stream")}
    for old, new, rule in (
        ("1.5", "1e999", "non-finite-number"),
        ("null", "-Infinity", "non-finite-number"),
        ("null", "9" * 309, "non-finite-number"),
        ("null", "9" * 5000, "non-finite-number"),
        ("null", "[" * 300 + "]" * 300, "too-deep"),
        ("\\ude97", "", "lone-surrogate"),
        ('"://"', '"\\ud83d\\\\\\ude97"', "lone-surrogate"),
        ("é", "\ud83d", "lone-surrogate"),
    ):
        assert rule in {each[0] for each in _faults(whole.replace(old, new), "stream")}, new


def test_builders_count_all_keys() -> None:
    builders: dict[str, Callable[..., StreamRequest]] = BUILDERS
    sizes: list[int] = []
    builders["stream"](json.loads(WHOLE), "metrics", sizes)
    assert sum(sizes) == WHOLE.count('": ')


@given(data=st.data())
@examples(200)
def test_loads_agrees_with_the_scan_of_the_text(data: st.DataObject) -> None:
    operation = data.draw(st.sampled_from(list(REQUESTS)))
    payload = data.draw(payloads(operation))
    noise = data.draw(st.randoms(use_true_random=False))

    def written(value: Any) -> str:
        if isinstance(value, list):
            return f"[{', '.join(map(written, value))}]"
        if not isinstance(value, dict):
            return json.dumps(value, ensure_ascii=noise.random() < 0.5)
        members = [f"{written(key)}{noise.choice([':', ': ', ' :'])}{written(item)}" for key, item in value.items()]
        if members and noise.random() < 0.1:
            members.append(noise.choice(members))
        return f"{{{','.join(members)}}}"

    text = written(payload)
    scan = Scan(text)
    scan.run()
    if scan.faults:
        with pytest.raises(InvalidPayload) as caught:
            loads(text, operation)
        assert list(caught.value.problems) == merged(scan.value, scan.faults, operation, None)
    else:
        assert loads(text, operation) == loads(text.encode(), operation) == load(payload, operation)


def test_the_operation_may_be_a_foreign_object() -> None:
    class Sly(str):
        """A name that is found once."""

        __slots__ = ("asked",)

        def __hash__(self) -> int:
            if hasattr(self, "asked"):
                raise OSError
            self.asked = True
            return str.__hash__(self)

    assert loads(TEXT, cast("Any", Sly("update"))) == loads(TEXT, "update")
    with pytest.raises(ValueError, match="'upd' is not a valid Operation"):
        loads(TEXT, "upd")  # type: ignore[call-overload] # on purpose


def test_a_problem_of_the_text_shows_line_and_column() -> None:
    with pytest.raises(InvalidPayload, match=r"^1:2: error\[invalid-json\] "):
        loads("{", "update")


def test_dumps_is_compact_and_round_trips() -> None:
    request = StreamRequest(
        content_state=Alert(title="Küche", message="💾"),
        action=WebhookAction("Go", "https://x.example", body={"a": [1.5, None]}),
    )
    text = dumps(request)
    assert text == (
        '{"content_state":{"title":"Küche","type":"alert","message":"💾"},'
        '"action":{"type":"webhook","title":"Go","url":"https://x.example","body":{"a":[1.5,null]}}}'
    )
    assert json.loads(text) == dump(request)
    assert loads(text, "stream") == request


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=9), st.text() | st.integers() | st.floats() | st.booleans(), max_size=9
    )
)
@example({"a": 10**308, 'é"\n': 'é"\n\0\u2028💾', "b": -0.0, "c": 1e16, "d": 1e-7, "e": 10**30})
def test_every_metadata_is_written_as_by_json(metadata: dict[str, str | float | bool]) -> None:
    try:
        request = StreamRequest(content_state=Alert(title="x", message="y"), metadata=metadata)
    except InvalidPayload:
        reject()
    assert dumps(request) == json.dumps(dump(request), **COMPACT)


@pytest.mark.slow
def test_text_is_written_without_the_json_module_unless_it_holds_free_content() -> None:
    script = (
        "import sys\n"
        "from liveschema import Icon, dumps, load\n"
        "state = {'title': 'x', 'type': 'alert', 'message': 'é', 'icon': {'symbol': 'bolt'}}\n"
        "print(dumps(load({'content_state': state, 'metadata': {'a': 1}}, 'stream')), 'json' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.endswith('"metadata":{"a":1}} False\n')


def test_text_is_the_same_without_the_json_module_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_json", None)
    assert runpy.run_path(str(json_text.__file__))["entries"]({'é"': "\n"}) == '{"é\\"":"\\n"}'


def test_a_part_can_be_dumped_on_its_own() -> None:
    assert dump(Metric("CPU", 27)) == {"label": "CPU", "value": 27}
    assert dumps(Metric("CPU", 27)) == '{"label":"CPU","value":27}'


def test_an_instance_of_a_subclass_is_dumped_as_its_class() -> None:
    class Load(Metric):
        __slots__ = ()

    assert dumps(Load("CPU", 27)) == '{"label":"CPU","value":27}'


@attrs.frozen
class Job:
    name: str
    request: UpdateRequest
    after: list[StreamRequest] = attrs.field(factory=list)


def test_a_custom_converter_structures_requests() -> None:
    converter = register_hooks(cattrs.Converter())
    data = {
        "name": "nightly",
        "request": json.loads(TEXT),
        "after": [{"content_state": {"title": "x", "type": "timer"}}],
    }
    job = converter.structure(data, Job)
    assert job.request == loads(TEXT, "update")
    assert converter.unstructure(job) == data


def test_a_custom_converter_reports_our_problems() -> None:
    converter = register_hooks(cattrs.Converter(detailed_validation=False))
    with pytest.raises(InvalidPayload) as caught:
        converter.structure({"name": "x", "request": {"activity_id": "a"}}, Job)
    assert [problem.rule for problem in caught.value.problems] == ["missing-field"]


@pytest.mark.parametrize("value", ["x", {"title": "x"}, None])
def test_only_models_can_be_dumped(value: Any) -> None:
    for ask in (dump, dumps):
        with pytest.raises(TypeError, match="dump needs a request or a part of one, got a"):
            ask(value)


def test_the_package_lists_its_public_names() -> None:
    assert dir(liveschema) == sorted(liveschema.__all__)
    with pytest.raises(AttributeError, match="module 'liveschema' has no attribute 'lode'"):
        liveschema.lode  # type: ignore[attr-defined] # noqa: B018 - a misspelt name


@given(payload=st.data())
@examples(50)
def test_a_converter_agrees_with_the_generated_functions(payload: st.DataObject) -> None:
    converter = register_hooks(cattrs.Converter())
    for operation, cls in REQUESTS.items():
        drawn = payload.draw(payloads(operation))
        request = converter.structure(drawn, cls)
        assert request == load(drawn, operation)
        assert converter.unstructure(request) == dump(request)
