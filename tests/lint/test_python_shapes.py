"""States, requests of models, checks and API keys in Python source code."""

from __future__ import annotations

from typing import Any

import pytest
from python_kit import at, documents, payload, request, requests

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.document import NOTHING, Document

SDK = "import activitysmith\n"
STATE = {"title": "x", "type": "progress", "percentage": 4}
OPEN: dict[Any, Any] = {**STATE, MORE: UNKNOWN}


@pytest.mark.parametrize(
    ("source", "body"),
    [
        (f"state = {STATE}\nsend(state)", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state: dict = {STATE}", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = dict(**{STATE})", {"content_state": OPEN, MORE: UNKNOWN}),
        (
            "state = content_state(title='x', type='progress', percentage=4, color=None)",
            {"content_state": {"title": "x", "type": "progress", "percentage": 4, MORE: UNKNOWN}, MORE: UNKNOWN},
        ),
        (f"send({STATE})", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"def f():\n    return {STATE}", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"self.state = {STATE}", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"a = b = {STATE}", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = {STATE}\nsend(**state)", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = {STATE}\nsend({{**state}})", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = {STATE}\nsend(state | other)", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = {STATE}\nother |= state", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = {STATE}\nother.update(state)", {"content_state": OPEN, MORE: UNKNOWN}),
        (f"state = {STATE}\nsend(state.copy())", {"content_state": OPEN, MORE: UNKNOWN}),
        (
            f"state = {STATE}\nstate['color'] = 'red'",
            {"content_state": {**OPEN, "color": Unknown(may_be_missing=True)}, MORE: UNKNOWN},
        ),
        (f"x = {{'content_state': {STATE}, 'tags': []}}", {"content_state": OPEN, "tags": [], MORE: UNKNOWN}),
        (
            "f({'content_state': {'title': 'x', 'percentage': 4}})",
            {"content_state": {"title": "x", "percentage": 4, MORE: UNKNOWN}, MORE: UNKNOWN},
        ),
        ("x = {'content_state': state, 'tags': []}", {"content_state": UNKNOWN, "tags": [], MORE: UNKNOWN}),
    ],
)
def test_a_state_or_a_request_by_its_shape(source: str, body: Any) -> None:
    assert request(SDK + source) == (None, body)
    assert request(f"# PUT /live-activity/stream/a\n{source}") == (None, body)
    assert requests(f"# live_activities\n{source}") == []
    assert requests(f"# as activitysmith and liveschema do\n{source}") == []


@pytest.mark.parametrize(
    "source",
    [
        "x = {'title': 'x', 'type': 'page'}",
        "x = {'title': 'Progress', 'type': 'progress', 'min': 0, 'max': 100}",
        "x = {'title': 'Load', 'type': 'stats', 'targets': []}",
        "x = {'title': 'Disk', 'type': 'alert', 'message': 'full', 'severity': 'critical'}",
        "x = {'title': 'x', 'type': 'timer', 'activity_id': 3}",
        "x = {'title': 'x', 'type': kind}",
        "x = {'type': 'progress'}",
        "x = {'content_state': 'the state of the card'}",
        "x = {'content_state': {'type': 'object'}}",
        "x = {'content_state': {'title': 'x'}}",
        "x = {'content_state': state}",
        "x = {'content_state': state, 'name': 'x'}",
        "x = {'content_state': str(state), 'tags': []}",
        "x = f()",
        "x = dict(y)",
        "def content_state(**x): ...\nx = content_state(title='x', type='progress')",
        f"x = {STATE}\nx.clear()",
        f"x = [{STATE}]\nx[0]['percentage'] = 5",
        f"self.x: dict = {{'a': {STATE}}}\nself.x['a']['percentage'] = 5",
        "x = other(title='x', type='progress')",
    ],
)
def test_what_has_no_shape_of_a_state(source: str) -> None:
    assert requests(SDK + source) == []


def test_a_document_by_its_shape() -> None:
    state = "{'title': 'ä', 'type': 'timer', 'counts_down': True}"
    (found,) = documents(f"{SDK}x = [\n    {state}\n]\n")
    assert (found.is_sent, found.is_partial, found.named_by, list(found.heads)) == (True, True, "its shape", [2, 3])
    assert at(found, "content_state", "type") == "'timer'"
    assert at(found) == state


def test_what_is_sent_is_not_found_again_by_its_shape() -> None:
    source = f"state = {STATE}\nbody = {{'content_state': state}}\nclient.live_activities.start(body)\n"
    assert requests(SDK + source) == [(Operation.START, {"content_state": STATE})]
    again = f"client.live_activities.start(content_state={STATE} if x else {STATE})\n"
    assert [operation for operation, _ in requests(SDK + again)] == [Operation.START, None, None]


def test_documents_are_in_the_order_of_the_text() -> None:
    source = f"{SDK}a = {STATE}\nlive_activities.start(title='x')\nliveschema.check({{}}, 'end')\nb = {STATE}\n"
    assert [operation for operation, _ in requests(source)] == [None, Operation.START, Operation.END, None]


@pytest.mark.parametrize(
    ("call", "operation"),
    [
        (f"liveschema.check({{'content_state': {STATE}}}, 'start')", Operation.START),
        (f"liveschema.check({{'content_state': {STATE}}}, operation='start')", Operation.START),
        (f"liveschema.is_valid(payload={{'content_state': {STATE}}}, operation=Operation.UPDATE)", Operation.UPDATE),
        (f"liveschema.load(dict(content_state={STATE}), liveschema.Operation.END)", Operation.END),
        (f"liveschema.check({{'content_state': {STATE}}})", None),
        (f"liveschema.check({{'content_state': {STATE}}}, 'begin')", None),
        (f"liveschema.check({{'content_state': {STATE}}}, operation)", None),
        (f"client.live_activities.start(LiveActivityStartRequest(content_state={STATE}))", Operation.START),
        (f"LiveActivityStreamDeleteRequest(content_state={STATE}, tags=None)", Operation.END_STREAM),
        (f"LiveActivityStreamRequest(content_state=StreamContentState(**{STATE}))", Operation.STREAM),
        ("liveschema.StreamRequest(content_state=Progress(title='x', percentage=4))", Operation.STREAM),
        ("EndStreamRequest(content_state=liveschema.Progress(title='x', percentage=4))", Operation.END_STREAM),
    ],
)
def test_checks_and_models(call: str, operation: Operation | None) -> None:
    assert request(f"import liveschema\n{call}\n") == (operation, {"content_state": STATE})


@pytest.mark.parametrize(
    "call",
    [
        "liveschema.check(payload, 'start')",
        "liveschema.check()",
        "liveschema.dump({'content_state': {}})",
        "other.check({'content_state': {}}, 'start')",
        "check({'content_state': {}}, 'start')",
        "UnheardRequest(content_state=3)",
        "app.StartRequest(content_state=3)",
        "app.LiveActivityStartRequest(content_state=3)",
    ],
)
def test_other_functions_and_classes_are_nothing(call: str) -> None:
    assert requests(f"import liveschema, app\n{call}\n") == []


def test_functions_of_this_library_may_have_other_names() -> None:
    source = "from liveschema import check as verify\nverify({'a': None}, 'end')\n"
    assert request(source) == (Operation.END, {"a": None})


def secrets_of(source: str) -> list[str]:
    found = documents(source)
    hidden = [source[start:end] for start, end in found[0].secrets] if found else []
    faults = [fault for document in found for fault in document.faults]
    assert [fault.rule for fault in faults] == ["literal-api-key"] * len(hidden)
    for fault, text in zip(faults, hidden, strict=True):
        assert fault.message == f"an API key must not stand in a file, got one of {len(text)} characters"
        lines = source.split("\n")
        assert lines[(fault.line or 0) - 1][(fault.column or 0) - 1 :].startswith(text)
    assert all(document.secrets == found[0].secrets for document in found)
    return hidden


KEY = "4f1c0e9b7d2a"


@pytest.mark.parametrize(
    "source",
    [
        f"client = ActivitySmith(api_key='{KEY}')",
        f"client = ActivitySmith('{KEY}')",
        f"client = activitysmith.ActivitySmith(api_key=os.environ.get('X', '{KEY}'))",
        f"client = ActivitySmith(os.getenv('X') or '{KEY}')",
        f"KEY = r'{KEY}'\nclient = ActivitySmith(api_key=KEY)\nlive_activities.start(title='x')",
        f"headers = {{'Authorization': 'Bearer {KEY}'}}",
        f"session.headers['authorization'] = 'Bearer  {KEY}'",
        f"KEY = '{KEY}'\nheaders = {{'Authorization': f'Bearer {{KEY}}'}}",
        f"KEY = '{KEY}'\nheaders = {{'Authorization': 'Bearer ' + KEY}}",
        f"a = ActivitySmith('{KEY}'); b = 'é'; KEY = 1",
        f"KEY = '{KEY}'\na = ActivitySmith(KEY)\nb = ActivitySmith(KEY)",
    ],
)
def test_an_api_key_is_reported_once_and_hidden(source: str) -> None:
    assert secrets_of(SDK + source) == [KEY]


@pytest.mark.parametrize(
    "source",
    [
        "client = ActivitySmith(api_key=os.environ['ACTIVITYSMITH_API_KEY'])",
        "client = ActivitySmith(api_key=os.environ.get('ACTIVITYSMITH_API_KEY', 'YOUR-API-KEY'))",
        "client = ActivitySmith('short')",
        "client = ActivitySmith(api_key=key)",
        "client = ActivitySmith()",
        "client = ActivitySmith(str(key))",
        "client = ActivitySmith(TYPE_SEGMENTED_PROGRESS)",
        "client = ActivitySmith(('a' + 'b') * 3)",
        "headers = {'Authorization': f'Bearer {key}', key: 'x', **more}",
        "headers = {'Authorization': f'Bearer {key.value}'}",
        f"headers = {{'X-Name': '{KEY}'}}",
        f"headers['X-Name'] = headers[0] = '{KEY}'",
    ],
)
def test_what_is_no_api_key_in_the_text(source: str) -> None:
    assert secrets_of(SDK + source) == []


def test_the_document_of_api_keys_is_no_request() -> None:
    first, second = documents(f"{SDK}ActivitySmith('{KEY}').live_activities.start(title='x')", secrets=[(0, 1)])
    assert first.value is NOTHING
    assert second.faults == []
    assert first.secrets == second.secrets == [(0, 1), (36, 48)]


def only(found: list[Document]) -> Document:
    (document,) = found
    return document


def test_examples_with_prompts() -> None:
    source = (
        "Some text\n"
        "    >>> live_activities.start(\n"
        "    ...     content_state={'title': 'é',\n"
        "    ...                    'color': 'pink'})\n"
        "    Response(…)\n"
        "    >>> # end\n"
        "    >>>\n"
    )
    found = only(documents(source))
    assert found.value == {"content_state": {"title": "é", "color": "pink"}}
    span = found.locator([("content_state", "color")])[("content_state", "color")].value
    assert (span.line, span.column, source[span.start : span.end]) == (4, 37, "'pink'")


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("    live_activities.start(title='x')\n    print()\n", {"content_state": {"title": "x"}}),
        ("# text\n\n  live_activities.start(title='x')", {"content_state": {"title": "x"}}),
        ("await live_activities.start(title='x')\nreturn 3", {"content_state": {"title": "x"}}),
        ("live_activities.start(title='x', ...)", {"content_state": {"title": "x", MORE: UNKNOWN}, MORE: UNKNOWN}),
        ("live_activities.start({'tags': ['#', ...], ...})", {"tags": UNKNOWN, MORE: UNKNOWN}),
        ("live_activities.start({…})", {MORE: UNKNOWN}),
        ("live_activities.start({'tags': […]}, …)", None),
        ("live_activities.start(tags=[…], metadata=…)", {"tags": [MORE], "metadata": UNKNOWN}),
        ("live_activities.start({'tags': '…'}, tags=…)  # …", {"tags": UNKNOWN}),
        ("'''doc … ''' ; live_activities.start(tags=[…, \"…\"])", {"tags": [MORE, "…"]}),
        ("\ufefflive_activities.start(title='x')", {"content_state": {"title": "x"}}),
        ("live_activities.start(title='x')\r\nx = '''a\rb'''\r", {"content_state": {"title": "x"}}),
        ("live_activities.start(title='\\d')", {"content_state": {"title": "\\d"}}),
    ],
)
def test_excerpts(source: str, body: Any) -> None:
    found = documents(source)
    assert len(found) == 1
    value = found[0].value
    if body is not None:
        assert _without_missing(value) == _without_missing(body)
    assert at(found[0])[:5] in {"live_", "{'tag", "{…}"}


def _without_missing(value: Any) -> Any:
    """Return a value in which what may be missing does not differ from what is not known."""
    if isinstance(value, dict):
        return {key: _without_missing(item) for key, item in value.items()}
    return UNKNOWN if isinstance(value, Unknown) else value


@pytest.mark.parametrize(
    "source",
    [
        "print 'live_activities'",
        "live_activities.start(title='x'",
        "{% if x %}live_activities.start(title='x'){% endif %}",
        "live_activities.start(title='\0')",
        "live_activities.start(title='\ud800')",
        "(" * 300 + "live_activities.start(title='x')" + ")" * 300,
        "live_activities" + ".a" * 100_000,
        "live_activities.start(title=…",
        "thing.start(title='x')",
        "",
    ],
)
def test_what_cannot_be_read_is_nothing(source: str) -> None:
    assert documents(source) == []


def test_places_behind_characters_of_several_bytes() -> None:
    source = "x = '🎉é'; live_activities.start(title='ü🎉', color='pink'); y = '🎉'"
    (found,) = documents(source)
    assert at(found, "content_state", "color") == "'pink'"
    assert at(found, "content_state", "title") == "'ü🎉'"
    assert found.locator([("content_state", "color")])[("content_state", "color")].value.column == 51
    assert payload(source) == {"content_state": {"title": "ü🎉", "color": "pink"}}
    assert PartialText(("a", "")) == PartialText(["a", ""])
