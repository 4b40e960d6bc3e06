"""Variables of a script, which are followed only where their value is certain."""

from __future__ import annotations

import pytest
from shell_kit import API, one, payload, read, shown

from liveschema.engine.unknown import UNKNOWN, PartialText
from liveschema.lint.inputs.document import BodyFile

BODY = "B='{\"a\": 1}'"
SEND = f'curl -d "$B" {API}/start'

FOLLOWED = [
    f"{BODY}\n{SEND}",
    f"{BODY}; if x; then {SEND}; fi",
    f"export {BODY} && {SEND}",
    f"if x; then {BODY}; {SEND}; fi",
    f'A=\'{{"a":\'; B="$A 1}}"; {SEND}',
    f"read -r -d '' B <<E\n{{\"a\": 1}}\nE\n{SEND}",
    f"source x\n{BODY}\n{SEND}",
    f"B=$(echo '{{\"a\": 1}}')\n{SEND}",
    f"{BODY}\nB=2 x\n{SEND}",
    f'a=(-d \'{{"a": 1}}\'); curl "${{a[@]}}" {API}/start',
]


@pytest.mark.parametrize("script", FOLLOWED)
def test_a_certain_value_is_read_where_it_is_assigned(script: str) -> None:
    document = one(script)
    assert document.value == {"a": 1}
    assert shown(document, ("a",)) == "1"


NOT_FOLLOWED = [
    SEND,
    f"{SEND}; {BODY}",
    f"{BODY}; B=2; {SEND}",
    f"{BODY}; B+=2; {SEND}",
    f"B+=2; {SEND}",
    f"if x; then {BODY}; fi; {SEND}",
    f"if x; then {BODY}; else {SEND}; fi",
    f"({BODY}); {SEND}",
    f"x && {BODY}; {SEND}",
    f"x | {BODY}; {SEND}",
    f"{BODY}; . ./x; {SEND}",
    f"{BODY}; unset B; {SEND}",
    f"{BODY}; local B; {SEND}",
    f"for B in a b; do {SEND}; done",
    f"read B; {SEND}",
    f"read A B <<E\nx\nE\n{SEND}",
    f"{BODY} x; {SEND}",
    f"B=(1 2); {SEND}",
    f"B=$B; {SEND}",
]


@pytest.mark.parametrize("script", NOT_FOLLOWED)
def test_any_other_value_is_not_known(script: str) -> None:
    assert payload(script) == UNKNOWN


def test_a_request_begins_also_where_its_values_are_assigned() -> None:
    assert one(f"x\n{BODY}\n\n{SEND}").heads == [2, 4]


def test_variables_in_variables_are_followed_to_a_limit() -> None:
    nested = "".join(f'A{index}="$A{index - 1}"\n' for index in range(1, 20))
    assert payload(f'A0=\'{{"a": 1}}\'\n{nested}curl -d "$A5" {API}/start') == {"a": 1}
    assert payload(f'A0=\'{{"a": 1}}\'\n{nested}curl -d "$A19" {API}/start') == UNKNOWN
    many = "".join(f"A{index}='{{\"a\": '$A{index - 1}$A{index - 1}'}}'\n" for index in range(1, 8))
    assert len(read(f"A0={'x' * 10_000}\n{many}" + f'curl -d "$A7" {API}/start\n' * 50)) == 50


def test_pipes_are_followed_to_a_limit() -> None:
    assert payload("echo '{}' | " + "cat | " * 3 + f"curl -d @- {API}/start") == {}
    assert payload("echo '{}' | " + "cat | " * 30 + f"curl -d @- {API}/start") == UNKNOWN


def test_arrays_are_followed_to_a_limit() -> None:
    script = "a=(" + "x " * 20_000 + ")\n" + f'curl "${{a[@]}}" -d "{{}}" {API}/start\n' * 30
    assert len(read(script)) == 30


def test_a_path_or_url_in_a_variable_is_known() -> None:
    assert one(f"U={API}\nF=b.json\ncurl -d @$F $U/start").body_file == BodyFile("b.json")
    assert one(f'U="{API}/start"\ncurl -d "{{}}" "$U"').operation == "start"


def test_options_in_a_variable_are_several_words() -> None:
    assert one(f"O='-X PUT'\ncurl $O -d '{{}}' {API}/stream/k").operation is None
    assert one(f"M=PUT\ncurl -X $M -d '{{}}' {API}/stream/k").operation == "stream"
    assert payload(f"O='-d {{}}'\ncurl -X POST $O {API}/start") == UNKNOWN


def test_the_output_of_a_command_has_no_line_ends_at_its_end() -> None:
    script = 'activitysmith activity end-stream k --title "$(cat <<-E\n\t\tDeploy\n\t$X to\n\n\tE\n)"'
    assert payload(script) == {"content_state": {"title": PartialText(("Deploy\n", " to"))}}
    script = 'activitysmith activity end-stream "$(printf \'k\\n\\n\')" --title "$(echo "$X")$(printf \'\\n\')"'
    assert one(script).stream_key == "k"
    assert payload(script) == {"content_state": {"title": PartialText(("", ""))}}
    assert payload("activitysmith activity end-stream k --title \"$(printf $'a\\n\\n')\"") == {
        "content_state": {"title": "a"}
    }
