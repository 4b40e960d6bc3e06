"""What editors do with the editor form: the language services of VS Code (JSON) and of YAML editors, without a window.

Neovim, Emacs, Zed and others use the same two services.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from editors import HERE, Editor, Finding, Language, Offer
from fixture_files import fixtures
from test_one_mistake import mistakes
from test_one_mistake import pointer as pointer_to

from liveschema import ActivityType, Operation, is_valid, json_schema
from liveschema.contract.parts import ACTIONS, Badge, Icon, Metric, PushAlert, Target
from liveschema.contract.requests import REQUESTS
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActionType, Color, WebhookMethod
from liveschema.engine.constraint import Context
from liveschema.engine.objects import spec_of
from liveschema.export import schema_path
from liveschema.text.read import locate

pytestmark = pytest.mark.slow
each_operation = pytest.mark.parametrize("operation", Operation)
each_type = pytest.mark.parametrize("kind", ActivityType)
each_language = pytest.mark.parametrize("language", ["json", "yaml"])


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    editor.node.close()


def texts(payload: Any) -> list[tuple[Language, str]]:
    """Return a payload as it stands in files."""
    plain = json.dumps(payload, indent=2)
    block = yaml.safe_dump(payload, allow_unicode=True, sort_keys=False)
    return [("json", plain), ("yaml", plain), ("yaml", block)]


def state(payload: str = "") -> dict[Language, str]:
    """Return texts with a state, at whose end the cursor is; it begins with some fields in YAML's block style."""
    lines = payload.splitlines()
    members = [json.dumps(name) + ": " + value for name, _, value in (line.partition(": ") for line in lines)]
    return {
        "json": f'{{"content_state": {{{", ".join([*members, HERE])}}}}}',
        "yaml": "\n  ".join(["content_state:", *lines, HERE]),
    }


def keys(offers: list[Offer], *others: str) -> list[str]:
    """Return the labels of completions in order, without certain others."""
    return sorted(each.label for each in offers if each.label not in others)


def own_fields(operation: Operation, kind: ActivityType) -> list[str]:
    fields = STATES.specs[kind].fields.items()
    return sorted(name for name, field in fields if field.fits(Context(mode=operation)))


ACTIVITIES = [f"{kind} activity" for kind in ActivityType]
"""The labels of the snippets for states, which one service offers also inside a state."""


# Diagnostics


def test_a_valid_file_has_no_diagnostics(editor: Editor) -> None:
    seen = Counter[str]()
    for fixture in fixtures("valid", "warnings"):
        place = f"../schemas/{schema_path(fixture.operation, form='editor')}"
        for payload in (fixture.payload(), {"$schema": place, **fixture.payload()}):
            for language, text in texts(payload):
                assert editor.findings(language, fixture.operation, text) == [], fixture.name
                seen[language] += 1
    assert seen["json"] > 400
    assert seen["yaml"] == 2 * seen["json"]


def is_at(finding: Finding, text: str, pointer: str) -> bool:
    """Return whether a diagnostic is at the place that the library reports.

    What is missing is marked at the key of the object that lacks it, and a
    second button that a type does not allow at the type.
    """
    places = locate(text)
    (path,) = (path for path in places if pointer_to(list(path)) == pointer)
    starts = {places[path].value.start}
    if (key := places[path].key) is not None:
        starts.add(key.start)
    if pointer == "/secondary_action":
        state = places[("content_state",)]
        tag = places.get(("content_state", "type"), state)
        starts |= {tag.value.start, state.value.start, *([state.key.start] if state.key else [])}
    return finding.begin in starts


@each_operation
def test_one_mistake_is_one_diagnostic_at_its_place(editor: Editor, operation: Operation) -> None:
    counts = Counter[int]()
    for name, payload, problem in mistakes(operation):
        text = json.dumps(payload, indent=2)
        untyped = problem["rule"] == "no-matching-type"
        for language in ("json", "yaml"):
            found = editor.findings(language, operation, text)
            counts[len(found)] += 1
            assert untyped or any(is_at(each, text, problem["pointer"]) for each in found), f"{name}: {found}"
        block = editor.findings("yaml", operation, yaml.safe_dump(payload, allow_unicode=True))
        assert len(block) == len(found), f"{name}: {block}"
    assert counts[0] == 0
    assert counts[1] / counts.total() > 0.95


def action(kind: str, url: str, **others: str) -> dict[str, Any]:
    return {"action": {"type": kind, "title": "Go", "url": url, **others}}


MESSAGES: list[tuple[dict[str, Any], str, str]] = [
    (
        action("open_url", "example.com"),
        "This must be an absolute http, https or x-safari-https URL, or a shortcuts://run-shortcut URL.",
        '"example.com"',
    ),
    (action("webhook", "http://a.b"), "This must be an absolute https URL.", '"http://a.b"'),
    (action("webhook", "https://a.b/c d"), "This must be an absolute https URL.", '"https://a.b/c d"'),
    (action("open_url", "https://a.b", method="GET"), "method belongs to webhook actions.", '"GET"'),
    ({"tags": ["x" * 65]}, "This must have at most 64 characters.", '"xxx'),
    ({"metadata": {"log": "x" * 4001}}, "This must have at most 4,000 characters.", '"xxx'),
    ({"metadata": {"log": []}}, "This must be a string, a number, true or false.", "[]"),
    ({"metadata": {"k" * 101: 1}}, "This must have at most 100 characters.", '"kkk'),
]


@each_language
@pytest.mark.parametrize(("fields", "message", "marked"), MESSAGES)
def test_a_message_about_a_request_says_what_is_expected(
    editor: Editor, language: Language, fields: dict[str, Any], message: str, marked: str
) -> None:
    payload = {"activity_id": "a", "content_state": {"type": "timer", "title": "T"}, **fields}
    (found,) = editor.findings(language, "update", json.dumps(payload))
    assert found.message == message
    assert found.marked.startswith(marked)


STATE_MESSAGES: list[tuple[dict[str, Any], str, str]] = [
    ({"type": "stats", "metrics": [{"label": "a", "value": [1]}]}, "This must be a number or a string.", "[1]"),
    ({"type": "segmented_progress", "current_step": 1.5}, "This must be a whole number.", "1.5"),
    ({"type": "segmented_progress", "current_step": "1"}, "This must be a whole number.", '"1"'),
    (
        {"type": "timer", "badge": {"title": "New"}},
        "badge belongs to segmented_progress, progress, alert and value activities.",
        '{"title"',
    ),
    ({"type": "alert", "message": "m", "counts_down": False}, "counts_down belongs to timer activities.", "false"),
    ({"type": "timer", "percentage": 1}, "Property percentage is not allowed.", '"percentage"'),
    ({"type": "alert"}, 'Missing property "message".', '"content_state"'),
    (
        {"type": "timr"},
        f"Value is not accepted. Valid values: {', '.join(json.dumps(str(kind)) for kind in ActivityType)}.",
        '"timr"',
    ),
]


@each_language
@pytest.mark.parametrize(("fields", "message", "marked"), STATE_MESSAGES)
def test_a_message_about_a_state_says_what_is_expected(
    editor: Editor, language: Language, fields: dict[str, Any], message: str, marked: str
) -> None:
    payload = {"activity_id": "a", "content_state": {"title": "T", **fields}}
    (found,) = editor.findings(language, "update", json.dumps(payload))
    assert found.message == message
    assert found.marked.startswith(marked)


# How a file gets its schema

NAMING: list[tuple[Language, str]] = [
    ("json", '{{"$schema": "{place}", "colour": "red"}}'),
    ("yaml", "$schema: {place}\ncolour: red\n"),
    ("yaml", "# yaml-language-server: $schema={place}\ncolour: red\n"),
]


@each_operation
@pytest.mark.parametrize(("language", "text"), NAMING)
def test_a_file_may_name_its_schema(editor: Editor, operation: Operation, language: Language, text: str) -> None:
    written = text.format(place=f"../schemas/{schema_path(operation, form='editor')}")
    marked = {each.message: each.marked.strip('"') for each in editor.findings(language, None, written)}
    assert marked["Property colour is not allowed."] == "colour"
    assert editor.findings(language, None, written.replace("$schema", "$scheme")) == []


# Completions of keys


@each_language
@each_operation
@each_type
def test_exactly_the_keys_of_the_chosen_type_are_offered(
    editor: Editor, language: Language, operation: Operation, kind: ActivityType
) -> None:
    text = state(f'type: "{kind}"')[language]
    whole = STATES.specs[kind].cls.__name__
    wanted = [name for name in own_fields(operation, kind) if name != "type"]
    assert keys(editor.offers(language, operation, text), whole, *ACTIVITIES) == wanted


@each_language
@each_operation
@each_type
def test_a_key_that_is_there_is_not_offered_again(
    editor: Editor, language: Language, operation: Operation, kind: ActivityType
) -> None:
    text = state(f'type: "{kind}"\ntitle: "T"\ncolor: "red"')[language]
    wanted = [name for name in own_fields(operation, kind) if name not in {"type", "title", "color"}]
    whole = STATES.specs[kind].cls.__name__
    assert keys(editor.offers(language, operation, text), whole, *ACTIVITIES) == wanted


@each_language
@each_operation
def test_without_a_type_everything_that_is_possible_is_offered(
    editor: Editor, language: Language, operation: Operation
) -> None:
    every = sorted({name for kind in ActivityType for name in own_fields(operation, kind)})
    wanted = ["type"] if operation is Operation.START else every
    offers = editor.offers(language, operation, state()[language])
    assert keys(offers, "State", "Timer", *ACTIVITIES) == wanted


@each_language
@pytest.mark.parametrize("operation", [each for each in Operation if each is not Operation.START])
@pytest.mark.parametrize(
    ("field", "kinds"),
    [
        ("percentage: 1", [ActivityType.PROGRESS]),
        ("current_step: 1", [ActivityType.SEGMENTED_PROGRESS]),
        ("duration_seconds: 1", [ActivityType.TIMER]),
        ('message: "m"', [ActivityType.ALERT]),
        ("value: 1", [ActivityType.PROGRESS, ActivityType.VALUE]),
        ("metrics: []", [ActivityType.METRICS, ActivityType.STATS]),
    ],
)
def test_without_a_type_a_field_decides_which_keys_are_offered(
    editor: Editor, language: Language, operation: Operation, field: str, kinds: list[ActivityType]
) -> None:
    wanted = {name for kind in kinds for name in own_fields(operation, kind)} - {field.partition(":")[0]}
    offers = editor.offers(language, operation, state(field)[language])
    wholes = {spec.cls.__name__ for spec in STATES.specs.values()}
    tolerated = {"counts_down", "is_running"} if ActivityType.TIMER not in kinds else set()
    assert keys(offers, *wholes, *ACTIVITIES) == sorted(wanted)
    assert not tolerated & set(keys(offers))


@each_operation
@pytest.mark.parametrize(("language", "text"), [("json", f"{{{HERE}}}"), ("yaml", HERE), ("yaml", f"{{{HERE}}}")])
def test_exactly_the_keys_of_a_request_are_offered(
    editor: Editor, language: Language, text: str, operation: Operation
) -> None:
    fields = spec_of(REQUESTS[operation]).fields.items()
    wanted = sorted(["$schema", *(name for name, _ in fields)])
    others = [f"{operation} {kind}" for kind in ActivityType]
    assert keys(editor.offers(language, operation, text), str(operation), *others) == wanted


IN_STATE = {"json": '{{"content_state": {{"type": "{}", {}}}}}', "yaml": "content_state:\n  type: {}\n  {}"}
PARTS: list[tuple[type, str, str, str]] = [
    (Icon, "icon", IN_STATE["json"].format("alert", '"icon": {¦}'), IN_STATE["yaml"].format("alert", "icon:\n    ¦")),
    (
        Badge,
        "badge",
        IN_STATE["json"].format("value", '"badge": {¦}'),
        IN_STATE["yaml"].format("value", "badge:\n    ¦"),
    ),
    (
        Metric,
        "metric",
        IN_STATE["json"].format("stats", '"metrics": [{¦}]'),
        IN_STATE["yaml"].format("stats", "metrics:\n    - ¦"),
    ),
    (
        Metric,
        "metric",
        IN_STATE["json"].format("metrics", '"metrics": [{"label": "a", "value": 1}, {¦}]'),
        IN_STATE["yaml"].format("metrics", "metrics:\n    - label: a\n      value: 1\n    - ¦"),
    ),
    (PushAlert, "alert", '{"alert": {¦}}', "alert:\n  ¦"),
    (Target, "target", '{"target": {¦}}', "target:\n  ¦"),
]


@pytest.mark.parametrize(("cls", "label", "text", "block"), PARTS)
def test_exactly_the_keys_of_a_part_are_offered(editor: Editor, cls: type, label: str, text: str, block: str) -> None:
    wanted = sorted(spec_of(cls).fields)
    assert keys(editor.offers("json", Operation.STREAM, text)) == wanted
    assert keys(editor.offers("yaml", Operation.STREAM, block), cls.__name__, label) == wanted


@each_operation
@pytest.mark.parametrize("name", ["action", "secondary_action"])
def test_exactly_the_keys_of_the_chosen_action_are_offered(editor: Editor, operation: Operation, name: str) -> None:
    snippets = ["open_url action", "webhook action"]
    for tag, spec in ACTIONS.specs.items():
        wanted = sorted(spec.fields.keys() - {"type"})
        assert keys(editor.offers("json", operation, f'{{"{name}": {{"type": "{tag}", {HERE}}}}}')) == wanted
        block = editor.offers("yaml", operation, f"{name}:\n  type: {tag}\n  {HERE}")
        assert keys(block, spec.cls.__name__, *snippets) == wanted
    assert keys(editor.offers("json", operation, f'{{"{name}": {{{HERE}}}}}')) == ["type"]
    assert keys(editor.offers("yaml", operation, f"{name}:\n  {HERE}"), "Action", *snippets) == ["type"]


# Completions of values

VALUES: list[tuple[str, list[str]]] = [
    ('{"content_state": {"type": ¦}}', list(ActivityType)),
    ('{"content_state": {"title": "T", "type": ¦}}', list(ActivityType)),
    ('{"content_state": {"type": "alert", "color": ¦}}', list(Color)),
    ('{"content_state": {"type": "timer", "icon": {"symbol": "x", "color": ¦}}}', list(Color)),
    ('{"content_state": {"type": "value", "badge": {"title": "x", "color": ¦}}}', list(Color)),
    ('{"content_state": {"type": "stats", "metrics": [{"label": "x", "color": ¦}]}}', list(Color)),
    ('{"content_state": {"type": "segmented_progress", "step_color": ¦}}', list(Color)),
    ('{"content_state": {"type": "segmented_progress", "step_colors": [¦]}}', list(Color)),
    ('{"action": {"type": ¦}}', list(ActionType)),
    ('{"secondary_action": {"title": "T", "type": ¦}}', list(ActionType)),
    ('{"action": {"type": "webhook", "method": ¦}}', list(WebhookMethod)),
]


@each_language
@each_operation
@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_exactly_the_values_that_a_field_may_have_are_offered(
    editor: Editor, language: Language, operation: Operation, text: str, wanted: list[str]
) -> None:
    found = sorted(label.strip('"') for label in editor.labels(language, operation, text))
    assert found == sorted(map(str, wanted))


@each_language
@each_operation
@each_type
def test_a_type_is_offered_with_what_it_is(
    editor: Editor, language: Language, operation: Operation, kind: ActivityType
) -> None:
    (offer,) = [
        each
        for each in editor.offers(language, operation, f'{{"content_state": {{"type": {HERE}}}}}')
        if each.label.strip('"') == kind
    ]
    assert offer.documentation == (STATES.specs[kind].cls.__doc__ or "").partition("\n")[0]


@each_language
@pytest.mark.parametrize("name", ["counts_down", "is_running"])
def test_a_flag_is_true_or_false(editor: Editor, language: Language, name: str) -> None:
    text = f'{{"content_state": {{"type": "timer", "{name}": {HERE}}}}}'
    assert sorted(editor.labels(language, Operation.UPDATE, text)) == ["false", "true"]


# Snippets


def read(language: Language, text: str) -> Any:
    return json.loads(text) if language == "json" else yaml.safe_load(text)


@each_language
@each_operation
def test_an_empty_file_becomes_a_valid_request_of_each_type(
    editor: Editor, language: Language, operation: Operation
) -> None:
    offers = {each.label: each for each in editor.offers(language, operation, HERE)}
    for kind in ActivityType:
        request = read(language, offers[f"{operation} {kind}"].taken(""))
        assert is_valid(request, operation)
        assert request["content_state"]["type"] == kind


STATES_TO_BE: list[tuple[Language, str]] = [
    ("json", '{"content_state": ¦}'),
    ("json", '{\n  "content_state": ¦\n}'),
    ("yaml", "content_state: ¦"),
    ("yaml", "content_state:\n  ¦"),
    ("yaml", "content_state:\n    ¦"),
]


@each_operation
@pytest.mark.parametrize(("language", "text"), STATES_TO_BE)
def test_a_snippet_gives_a_valid_state_of_each_type(
    editor: Editor, operation: Operation, language: Language, text: str
) -> None:
    needed = {"activity_id": "a"} if "activity_id" in spec_of(REQUESTS[operation]).fields else {}
    offers = {each.label: each for each in editor.offers(language, operation, text)}
    for kind in ActivityType:
        request = read(language, offers[f"{kind} activity"].taken(text.replace(HERE, "")))
        assert is_valid({**needed, **request}, operation), request
        assert request["content_state"]["type"] == kind


OTHERS_TO_BE: list[tuple[str, list[tuple[Language, str]]]] = [
    ("open_url action", [("json", '{"action": ¦}'), ("yaml", "action: ¦"), ("yaml", "action:\n  ¦")]),
    ("webhook action", [("json", '{"action": ¦}'), ("yaml", "action: ¦"), ("yaml", "action:\n  ¦")]),
    ("webhook action", [("json", '{"secondary_action": ¦}'), ("yaml", "secondary_action: ¦")]),
    ("alert", [("json", '{"alert": ¦}'), ("yaml", "alert:\n  ¦"), ("json", "{¦}"), ("yaml", "¦")]),
    ("target", [("json", '{"target": ¦}'), ("yaml", "target:\n  ¦"), ("json", "{¦}"), ("yaml", "¦")]),
    (
        "icon",
        [
            ("json", '{"content_state": {"type": "value", "icon": ¦}}'),
            ("json", '{"content_state": {"type": "value", ¦}}'),
            ("yaml", "content_state:\n  type: value\n  icon: ¦"),
            ("yaml", "content_state:\n  type: value\n  icon:\n    ¦"),
            ("yaml", "content_state:\n  type: value\n  ¦"),
        ],
    ),
    (
        "badge",
        [
            ("json", '{"content_state": {"type": "value", "badge": ¦}}'),
            ("json", '{"content_state": {"type": "value", ¦}}'),
            ("yaml", "content_state:\n  type: value\n  badge: ¦"),
            ("yaml", "content_state:\n  type: value\n  ¦"),
        ],
    ),
    (
        "metric",
        [
            ("json", '{"content_state": {"type": "stats", "metrics": [¦]}}'),
            ("json", '{"content_state": {"type": "stats", "metrics": [{"label": "a", "value": 1}, ¦]}}'),
            ("yaml", "content_state:\n  type: stats\n  metrics:\n    - ¦"),
            ("yaml", "content_state:\n  type: stats\n  metrics:\n    - label: a\n      value: 1\n    - ¦"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("label", "language", "text"), [(label, *place) for label, places in OTHERS_TO_BE for place in places]
)
def test_a_snippet_gives_a_valid_part(editor: Editor, label: str, language: Language, text: str) -> None:
    (offer,) = [each for each in editor.offers(language, "stream", text) if each.label == label]
    request = read(language, offer.taken(text.replace(HERE, "")))
    base: dict[str, Any] = {"title": "T", "type": "value", "value": 1}
    if label == "metric":
        base.pop("value")
    state = {**base, **request.pop("content_state", {})}
    assert is_valid({"content_state": state, **request}, "stream"), request
    assert offer.places


@each_language
@each_operation
@each_type
def test_a_key_is_completed_to_a_key_and_its_value(
    editor: Editor, language: Language, operation: Operation, kind: ActivityType
) -> None:
    text = state(f'type: "{kind}"')[language]
    for offer in editor.offers(language, operation, text):
        if offer.label in own_fields(operation, kind):
            taken = offer.taken(text.replace(HERE, ""))
            filled = taken.replace(": }}", ": 1}}") if language == "json" else taken
            assert offer.label in read(language, filled)["content_state"]


@each_language
@each_operation
def test_the_type_is_completed_without_a_choice(editor: Editor, language: Language, operation: Operation) -> None:
    (offer,) = [each for each in editor.offers(language, operation, state()[language]) if each.label == "type"]
    assert re.fullmatch(r'"?type"?: (\$1)?', offer.insert)


# Hovers


def shown_for(editor: Editor, language: Language, operation: Operation, payload: Any) -> dict[str, str]:
    """Return what an editor shows for each key of a payload, by its JSON Pointer."""
    text = json.dumps(payload, indent=2)
    found = {}
    for path, place in locate(text).items():
        if place.key is not None:
            pointer = "".join(f"/{step}" for step in path)
            found[pointer] = editor.hover(language, operation, text, place.key.start + 1)
    return found


@each_language
@each_operation
def test_a_key_shows_what_its_field_is_for(editor: Editor, language: Language, operation: Operation) -> None:
    fields = {f"/{name}": field.doc for name, field in spec_of(REQUESTS[operation]).fields.items()}
    checked = 0
    for payload in json_schema(operation)["examples"]:
        spec = STATES.specs[payload["content_state"]["type"]]
        wanted = {**fields, **{f"/content_state/{name}": field.doc for name, field in spec.fields.items()}}
        for pointer, shown in shown_for(editor, language, operation, payload).items():
            if pointer in wanted:
                assert shown.partition("\n")[0] == wanted[pointer], pointer
                assert "\n" not in shown.strip() or pointer.endswith("type") or "color" in pointer, shown
                checked += 1
    assert checked > 20


@each_language
@pytest.mark.parametrize("operation", [each for each in Operation if each is not Operation.START])
@pytest.mark.parametrize("state", [{}, {"title": "T"}, {"title": "T", "value": 1}, {"percentage": 1}, {"metrics": []}])
def test_a_state_without_a_type_shows_what_the_field_is_for(
    editor: Editor, language: Language, operation: Operation, state: Any
) -> None:
    shown = shown_for(editor, language, operation, {"content_state": state})["/content_state"]
    assert shown == spec_of(REQUESTS[operation]).fields["content_state"].doc


@each_language
@each_type
def test_a_type_shows_what_it_is(editor: Editor, language: Language, kind: ActivityType) -> None:
    shown = shown_for(editor, language, Operation.STREAM, {"content_state": {"type": kind}})["/content_state/type"]
    described = (STATES.specs[kind].cls.__doc__ or "").partition("\n")[0]
    assert shown.startswith("The activity type.\n")
    assert f"`{kind}`: {described}" in shown.replace("*", "")


@each_language
@each_operation
def test_a_request_shows_what_it_does(editor: Editor, language: Language, operation: Operation) -> None:
    shown = editor.hover(language, operation, json.dumps({"tags": []}), 0)
    assert shown == json_schema(operation, form="editor")["description"]


@each_language
def test_a_value_that_only_an_sdk_sends_says_so(editor: Editor, language: Language) -> None:
    state = {"type": "alert", "title": "T", "message": "m", "counts_down": True}
    shown = shown_for(editor, language, Operation.STREAM, {"content_state": state})["/content_state/counts_down"]
    assert shown == "Accepted at its default, which the official Python SDK adds; without effect here."
