"""Requests of the service's command line tool."""

from __future__ import annotations

from typing import Any

import pytest
from shell_kit import faults, one, payload, read, shown

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.document import BodyFile
from liveschema.lint.inputs.shell.flags import number_of
from liveschema.text import UNREADABLE

SMITH = "activitysmith activity"
PROGRAMS = [
    "activitysmith",
    "activitysmith-cli",
    "npx activitysmith-cli",
    "npx -y activitysmith-cli@latest",
    "bunx activitysmith-cli",
    "pnpm dlx activitysmith-cli",
    "/usr/local/bin/activitysmith",
    'activitysmith --json --api-key "$KEY"',
    "sudo activitysmith",
]


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("operation", list(Operation))
def test_the_tool_is_found_in_each_spelling(program: str, operation: Operation) -> None:
    document = one(f"{program} activity {operation.replace('_', '-')} key --title x")
    assert document.operation is operation
    assert document.value == {"content_state": {"title": "x"}}
    assert document.stream_key == ("key" if "stream" in operation else None)
    assert document.named_by == "the operation in the command"
    assert document.is_sent


FLAGS: dict[str, Any] = {
    "--title 'Deploy x' --subtitle=y --type segmented_progress --color lime": {
        "title": "Deploy x",
        "subtitle": "y",
        "type": "segmented_progress",
        "color": "lime",
    },
    "--number-of-steps 4 --current-step=0x2 --step-color red": {
        "number_of_steps": 4,
        "current_step": 2,
        "step_color": "red",
    },
    "--type progress --percentage 42.5 --value 1e2 --upper-limit 200": {
        "type": "progress",
        "percentage": 42.5,
        "value": 100,
        "upper_limit": 200,
    },
    "--type value --value 0007": {"type": "value", "value": Unknown({"number", "string"})},
    "--type value --value '$1,240'": {"type": "value", "value": "$1,240"},
    "--value 5": {"value": Unknown({"number", "string"})},
    "--value $V": {"value": Unknown({"number", "string"})},
    "--type progress --value $V": {"type": "progress", "value": Unknown({"number"})},
    "--percentage $P --counts-down $C --title $T": {
        "percentage": Unknown({"number"}),
        "counts_down": Unknown({"boolean"}),
        "title": PartialText(("", "")),
    },
    "--counts-down FALSE --duration-seconds 300": {"counts_down": False, "duration_seconds": 300},
    "--counts-down no --percentage many": {"counts_down": "no", "percentage": "many"},
    "--auto-dismiss-minutes 0 --auto-dismiss-seconds ''": {"auto_dismiss_minutes": 0, "auto_dismiss_seconds": 0},
    "--message m --icon-symbol star --icon-color red --badge-title B": {
        "message": "m",
        "icon": {"symbol": "star", "color": "red"},
        "badge": {"title": "B"},
    },
    '--metrics \'[{"label": "CPU", "value": 1}]\'': {"metrics": [{"label": "CPU", "value": 1}]},
    "--metrics-file m.json --title x": {"metrics": UNKNOWN, "title": "x"},
    "--title a --title b": {"title": "b"},
    "--title": {"title": ""},
    '--content-state \'{"numberOfSteps": 3, "current_step": 1, "title": "x"}\'': {
        "number_of_steps": 3,
        "current_step": 1,
        "title": "x",
    },
    '--content-state \'{"title": "x", "percentage": 1}\' --title y': {"title": "y", "percentage": 1},
    '--content-state "$STATE"': UNKNOWN,
    '--content-state "$STATE" --title y': {"title": "y", MORE: 0},
    "--content-state '[1]' --title y": [1],
    "--title y --new-option z": {"title": "y", MORE: 0},
    '--title y "$@"': {"title": "y", MORE: 0},
    '--content-state \'{"title": "x"}\' ...': {"title": "x", MORE: 0},
}


@pytest.mark.parametrize("flags", FLAGS)
def test_options_make_the_content_state(flags: str) -> None:
    document = one(f"{SMITH} stream k {flags}")
    expected = FLAGS[flags]
    found = document.value["content_state"]
    if isinstance(expected, dict):
        assert found.keys() == expected.keys()
        expected = {key: found[key] if key is MORE else each for key, each in expected.items()}
    assert found == expected
    assert document.faults == []


BESIDE: dict[str, Any] = {
    "--activity-id act_7": {"activity_id": "act_7"},
    "--activity-id <activityId>": {"activity_id": PartialText(("", ""))},
    "--channels ' a, b, ,,'": {"target": {"channels": ["a", "b"]}},
    "--channels a,$B": {"target": {"channels": ["a", MORE]}},
    "--tags a,b --tags c": {"tags": ["a", "b", "c"]},
    "--clear-tags": {"tags": []},
    "--metadata '{\"a\": 1}'": {"metadata": {"a": 1}},
    "--metadata-file m.json": {"metadata": UNKNOWN},
    "--secondary-action-file a.json": {"secondary_action": UNKNOWN},
    '--action \'{"title": " a ", "type": "webhook", "url": "https://x/a b", "method": "get", "zz": 1}\'': {
        "action": {"title": "a", "type": "webhook", "url": "https://x/a%20b", "method": "GET"},
    },
    '--action \'{"body": {"a": " b "}}\'': {"action": {"body": {"a": " b "}}},
    '--action "$ACTION"': {"action": UNKNOWN},
    "$MORE": {MORE: UNKNOWN},
    "": {},
}


@pytest.mark.parametrize("flags", BESIDE)
def test_options_make_the_rest_of_the_request(flags: str) -> None:
    assert payload(f"{SMITH} end-stream k {flags}") == BESIDE[flags]


def test_each_value_has_the_place_of_its_text() -> None:
    script = (
        f'{SMITH} stream k \\\n  --content-state \'{{\n    "numberOfSteps": 3, "title": "x"\n  }}\' --percentage 42'
        ' --action \'{"url": "u"}\' --icon-color "red" --channels "a, bc" --subtitle \'\'\n'
    )
    document = one(script)
    assert shown(document, ("content_state", "number_of_steps")) == "3"
    place = document.locator([("content_state", "number_of_steps")])[("content_state", "number_of_steps")]
    assert place.key is not None
    assert document.text[place.key.start : place.key.end] == '"numberOfSteps"'
    assert shown(document, ("content_state", "percentage")) == "42"
    assert shown(document, ("content_state", "icon", "color")) == "red"
    assert shown(document, ("content_state", "subtitle")) == "''"
    assert shown(document, ("action", "url")) == '"u"'
    assert shown(document, ("target", "channels", 1)) == "bc"
    assert shown(document, ()) == f"{SMITH} stream"
    assert document.heads == [1]


def test_a_state_in_a_file_is_named() -> None:
    document = one(f"{SMITH} update --activity-id a --content-state-file s.json --title x")
    assert document.body_file == BodyFile("s.json", is_state=True)
    assert document.value["content_state"].keys() == {MORE, "title"}
    assert document.value["activity_id"] == "a"
    assert one(f'{SMITH} update --content-state-file "$F"').body_file is None


def test_json_that_cannot_be_read_is_reported_in_its_place() -> None:
    document = one(f"{SMITH} stream 'a b' --content-state '{{title: 1}}'")
    assert document.value is UNREADABLE
    column = len(f"{SMITH} stream 'a b' --content-state '{{") + 1
    assert faults(document) == [("invalid-json", 1, column), ("invalid-stream-key", 1, len(f"{SMITH} stream '") + 1)]
    document = one(f"{SMITH} end-stream k --action '{{'")
    assert [fault.path[:1] for fault in document.faults] == [("action",)]
    assert document.value == {"action": UNKNOWN}


def test_a_key_given_twice_in_two_spellings_counts_once() -> None:
    document = one(f'{SMITH} stream k --content-state \'{{"stepColor": "red", "step_color": "blue", "stepColor": 1}}\'')
    assert document.value == {"content_state": {"step_color": "blue"}}
    assert [(fault.rule, fault.path) for fault in document.faults] == [
        ("duplicate-key", ("content_state", "step_color"))
    ]


KEYS = {"": UNKNOWN, "<stream-key>": UNKNOWN, "$KEY": PartialText(("", "")), "prod-$KEY": PartialText(("prod-", ""))}


@pytest.mark.parametrize("key", KEYS)
def test_a_stream_key_may_be_unknown(key: str) -> None:
    document = one(f'{SMITH} stream --title x "{key}"' if key else f"{SMITH} stream --title x")
    assert (document.stream_key, document.faults) == (KEYS[key], [])


@pytest.mark.parametrize(
    "script",
    [
        "activitysmith push --title x",
        "activitysmith",
        f"{SMITH}",
        f"{SMITH} list x",
        f"{SMITH} start --help",
        f"{SMITH} stream -h",
        f"echo {SMITH} start",
    ],
)
def test_other_uses_are_no_request(script: str) -> None:
    assert read(script) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        (" 5.0 ", 5),
        ("-.5", -0.5),
        ("1e3", 1000),
        ("0b11", 3),
        ("0o17", 15),
        ("", 0),
        ("1e999", None),
        ("5%", None),
        ("1e21", 1e21),
    ],
)
def test_numbers_are_those_of_javascript(text: str, number: float | None) -> None:
    assert number_of(text) == number
    assert type(number_of(text)) is type(number)


def test_a_misspelt_option_is_an_unknown_field_and_others_may_set_anything() -> None:
    document = one(f"{SMITH} update a --title x --subtitel y --chanels ops")
    assert document.value == {"chanels": UNKNOWN, "content_state": {"title": "x", "subtitel": UNKNOWN}}
    assert shown(document, ("content_state", "subtitel")) == "y"
    assert shown(document, ("chanels",)) == "ops"
    assert payload(f"{SMITH} update a --title x --verbosity y") == {
        MORE: UNKNOWN,
        "content_state": {"title": "x", MORE: UNKNOWN},
    }
