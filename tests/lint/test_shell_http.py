"""Requests of curl, wget and HTTPie: method, URL, body, and API keys."""

from __future__ import annotations

import re
from typing import Any

import pytest
from shell_kit import API, KEY, faults, one, payload, read, shown

from liveschema.engine.unknown import MORE, UNKNOWN, PartialText
from liveschema.lint.inputs.document import NOTHING, BodyFile
from liveschema.lint.inputs.holes import HOLE
from liveschema.text import UNREADABLE

SENT = {
    f"curl -X PUT {API}/stream/k -d '{{}}'": "stream",
    f"curl -XDELETE {API}/stream/k": "end_stream",
    f"curl --request PUT --url {API}/stream/k --data '{{}}'": "stream",
    f"curl --request=put {API}/stream/k --data='{{}}'": "stream",
    f"/usr/bin/curl -sSfX POST -o out -w '%{{http_code}}' {API}/start -d'{{}}'": "start",
    f"curl.exe {API}/update --data-raw '{{}}' --retry 3": "update",
    f"curl {API}/end --data-binary '{{}}'": "end",
    f"curl --json '{{}}' -- {API}/end": "end",
    "curl --data-ascii '{}' \"$BASE/live-activity/end\"": "end",
    "curl -d '{}' activitysmith.com/api/live-activity/start?x=$Y": "start",
    "curl -d '{}' http://localhost:8080/live-activity/start": "start",
    f"curl -X \"$M\" -d '{{}}' {API}/start": "start",
    f"curl -X \"$M\" -d '{{}}' {API}/stream/k": None,
    f"curl $OPTIONS -d '{{}}' {API}/stream/k": None,
    f"curl -K config -d '{{}}' {API}/update": "update",
    f"curl -d '{{}}' {API}/$WHAT": None,
    f"curl -d '{{}}' {API}/{{operation}}": None,
    f"curl -X $M {API}/pause": None,
    f"wget --method=PUT --body-data='{{}}' -qO- {API}/stream/k": "stream",
    f"wget --method PUT --body-data '{{}}' {API}/stream/k": "stream",
    f"wget --post-data='{{}}' {API}/start": "start",
    f"wget $OPTIONS --body-data='{{}}' {API}/start": "start",
    f"http PUT {API}/stream/k a=b": "stream",
    f"http {API}/start a=b": "start",
    f"https --raw '{{}}' {API}/start": "start",
    f"xh -v delete {API}/stream/k": "end_stream",
    f"http $METHOD {API}/stream/k a=b": None,
    f"echo '{{}}' | http {API}/start": "start",
}


@pytest.mark.parametrize("script", SENT)
def test_the_method_and_the_url_decide_the_operation(script: str) -> None:
    document = one(script)
    assert (document.operation, document.faults) == (SENT[script], [])
    assert document.is_sent
    assert document.reader == "shell"
    assert document.named_by == "its method and path"


NOT_SENT = [
    f"curl -G {API}/start -d a=b",
    f"curl --head {API}/start",
    "curl https://activitysmith.com/api/push-notification -d '{}'",
    "curl \"$URL\" -d '{}' # live-activity",
    "curl https://example.com/live-activity/approve -d '{}'",
    "curl http://localhost:80/live-activity/approve -d '{}'",
    "curl https://example.com",
    "curl https://example.com/live-activity/start -d '{}'",
    f"xargs -I{{}} curl {API}/start -d '{{}}'",
    "curl -d https://activitysmith.com/api/live-activity/start",
    "curl # live-activity",
    "http # live-activity",
    f"scp {API}/start x",
    f"curl '' -d '{API}/start'",
]


@pytest.mark.parametrize("script", NOT_SENT)
def test_other_commands_are_passed_over(script: str) -> None:
    assert read(script) == []


UNKNOWN_ENDPOINTS = {
    f"curl {API}/start": ("GET", f"{API}/start", 6),
    f"curl -d '{{}}' {API}/strat": ("POST", f"{API}/strat", 14),
    f"curl -d '{{}}' \"{API}/stream/$KEY\"": ("POST", f"{API}/stream/…", 15),
    f"wget {API}/end": ("GET", f"{API}/end", 6),
    f"http {API}/end": ("GET", f"{API}/end", 6),
    f"curl -T f {API}/end": ("PUT", f"{API}/end", 11),
}


@pytest.mark.parametrize("script", UNKNOWN_ENDPOINTS)
def test_a_wrong_method_or_path_is_reported_at_the_url(script: str) -> None:
    method, url, column = UNKNOWN_ENDPOINTS[script]
    document = one(script)
    assert document.value is NOTHING
    assert faults(document) == [("unknown-endpoint", 1, column)]
    expected = f"a request must have the method and path of an endpoint, got {method} {url}"
    assert document.faults[0].message == expected


KEYS = {
    "prod-web-1": ("prod-web-1", []),
    "$KEY": (PartialText(("", "")), []),
    "prod-$KEY?x=1": (PartialText(("prod-", "")), []),
    "<stream-key>": (UNKNOWN, []),
    "{stream_key}": (UNKNOWN, []),
    "a%20b": ("a b", [("invalid-stream-key", 1, 65)]),
}


@pytest.mark.parametrize("key", KEYS)
def test_the_stream_key_is_that_of_the_url(key: str) -> None:
    document = one(f"curl -X PUT -d '{{}}' \"{API}/stream/{key}\"")
    expected, found = KEYS[key]
    assert document.stream_key == expected
    assert [rule for rule, _, _ in faults(document)] == [rule for rule, _, _ in found]
    if found:
        line, column = document.faults[0].line or 0, document.faults[0].column or 0
        assert document.text.splitlines()[line - 1][column - 1 :].startswith("a%20b")


BODIES: dict[str, Any] = {
    "-d '{\"a\":' --json '1}'": {"a": 1},
    "--json '{\"a\":' --json '1}'": {"a": 1},
    "-d @body.json": BodyFile("body.json"),
    "--data-binary @body.json": BodyFile("body.json"),
    '-d "$(cat body.json)"': BodyFile("body.json"),
    '--data="$(<body.json)"': BodyFile("body.json"),
    "-d @- < body.json": BodyFile("body.json"),
    "-X POST -T body.json": BodyFile("body.json"),
    "-d @/dev/stdin <<< '{\"a\": 1}'": {"a": 1},
    '-d "$(echo \'{"a": 1}\')"': {"a": 1},
    '-d "$(echo -n \'{"a":\' 1})"': {"a": 1},
    '-d "$(echo -e \'{"a": 1}\')"': {"a": 1},
    "-d \"$(echo -e '{\\n}')\"": UNKNOWN,
    '-d "$(printf \'{"a": %d, "b": "%s%%"}\' 5 "$X")"': {"a": 5, "b": PartialText(("", "%"))},
    '-d "$(printf "{\\"a\\": %s}\\n" 5)"': {"a": 5},
    '-d "$(printf \'{"a": %d}\' "$N")"': {"a": UNKNOWN},
    "-d \"$(printf '{\\x61}\\t\\q')\"": UNREADABLE,
    "-d \"$(printf '%s' '{' '}')\"": UNKNOWN,
    "-d \"$(printf '%b' '{}')\"": UNKNOWN,
    '-d "$(printf "$F" 1)"': UNKNOWN,
    "-d \"$(printf -v x '{}')\"": UNKNOWN,
    '-d "$(cat -n f)"': UNKNOWN,
    '-d "$(cat a b)"': UNKNOWN,
    '-d "$(cat $F)"': UNKNOWN,
    '-d "$(cat)"': UNKNOWN,
    '-d "$(cat f | tr a b)"': UNKNOWN,
    '-d "$(A=1)"': UNKNOWN,
    "-d @$FILE": UNKNOWN,
    "-d @-": UNKNOWN,
    "-d @a -d @b": UNKNOWN,
    "-d '{' -d @b": UNKNOWN,
    "-F a=b": UNKNOWN,
    "--data-urlencode a=b": UNKNOWN,
    "-d": {},
    "-d ''": {},
    "-X POST": {},
    '-X POST "$@"': UNKNOWN,
    "-d '{\"a\": 1}' ...": {"a": 1},
    "-d '{a: 1}'": UNREADABLE,
    "-d '{' -d '}'": UNREADABLE,
}


@pytest.mark.parametrize("options", BODIES)
def test_the_body_is_read_from_where_it_comes(options: str) -> None:
    document = one(f"curl {API}/start {options}")
    assert document.operation == "start"
    assert (document.body_file or document.value) == BODIES[options]


def test_data_raw_takes_an_at_sign_as_it_is() -> None:
    document = one(f"curl {API}/start --data-raw @x")
    assert document.body_file is None
    assert faults(document) == [("invalid-json", 1, len(f"curl {API}/start --data-raw @"))]


def test_other_tools_read_files_too() -> None:
    assert one(f"wget --method=POST --body-file=b {API}/start").body_file == BodyFile("b")
    assert one(f"http {API}/start < b").body_file == BodyFile("b")
    assert one(f"wget $X {API}/start").value == UNKNOWN


def test_curl_sends_several_requests() -> None:
    script = f"curl {API}/start -d '{{}}' --next {API}/end {API}/update -d '{{\"a\": 1}}'"
    assert [(each.operation, each.value) for each in read(script)] == [
        ("start", {}),
        ("end", {"a": 1}),
        ("update", {"a": 1}),
    ]


ITEMS: dict[str, Any] = {
    "title=x n:=1 b:='{\"c\": [2]}' Accept:json q==1 'X-Y;'": {"title": "x", "n": 1, "b": {"c": [2]}},
    "a[b]=c a[d]:=true": {"a": {"b": "c", "d": True}},
    "m[0][x]=1 m[1][x]=2 m[]=3": {"m": [{"x": "1"}, {"x": "2"}, "3"]},
    "m[0]=1 m[0]=2": {"m": ["2"]},
    "m[0][x]=1 m[0][y]=2": {"m": [{"x": "1", "y": "2"}]},
    "m[5]=1": {"m": UNKNOWN},
    "m[]=1 m[x]=2": {"m": UNKNOWN},
    "a=1 a[b]=2": {"a": UNKNOWN},
    "title=$T": {"title": PartialText(("", ""))},
    "$N=1": {MORE: UNKNOWN},
    "$ITEMS": {MORE: UNKNOWN},
    'a=b "$@"': {"a": "b", MORE: UNKNOWN},
    "a=@f": {"a": UNKNOWN},
    "a:=$N": {"a": UNKNOWN},
    "a:=": {"a": UNKNOWN},
    "a=": {"a": ""},
    "[]=x": {MORE: UNKNOWN},
    "a[b]=1 a[c][d]=2 a[c]=3 a[c][e]=4": {"a": UNKNOWN},
    "noseparator a=b": {MORE: UNKNOWN, "a": "b"},
    "a" + "[b]" * 30 + "=c": {"a": UNKNOWN},
}


@pytest.mark.parametrize("items", ITEMS)
def test_httpie_makes_an_object_of_words(items: str) -> None:
    document = one(f"http POST {API}/start {items}")
    assert document.value == ITEMS[items]


def test_the_values_of_httpie_have_places() -> None:
    document = one(f"http POST {API}/start content_state[title]=Deploy n:='{{\"a\": 42}}' e= j:=x")
    assert shown(document, ("content_state", "title")) == "Deploy"
    assert shown(document, ("n", "a")) == "42"
    assert shown(document, ("e",)) == "e="
    assert [(fault.rule, fault.path) for fault in document.faults] == [("invalid-json", ("j",))]


def test_httpie_sends_a_form_only_if_asked() -> None:
    assert one(f"http -f POST {API}/start a=b").value == UNKNOWN


SECRET = {
    f"curl {API}/start -d @x -H 'Authorization: Bearer {KEY}'": 1,
    f"curl {API}/start -d @x -H 'authorization:{KEY}'": 1,
    f"curl {API}/start -d @x --oauth2-bearer {KEY}": 1,
    f"wget --header='Authorization: Bearer {KEY}' --post-data=x {API}/start": 1,
    f"http {API}/start a=b Authorization:'Bearer {KEY}'": 1,
    f"http -A bearer -a {KEY} {API}/start a=b": 1,
    f'K={KEY}; curl {API}/start -d @x -H "Authorization: Bearer $K"': 1,
    f"export ACTIVITYSMITH_API_KEY={KEY}": 1,
    f"ACTIVITYSMITH_API_KEY='{KEY}' ./run": 1,
    f"docker run -e ACTIVITYSMITH_API_KEY={KEY} x": 1,
    f'ACTIVITYSMITH_API_KEY={KEY}; curl -d @x {API}/start -H "Authorization: Bearer $ACTIVITYSMITH_API_KEY"': 1,
    f"activitysmith --api-key {KEY} push --title x": 1,
    "ACTIVITYSMITH_API_KEY=YOUR-API-KEY ./run": 0,
    "ACTIVITYSMITH_API_KEY=$KEY ./run": 0,
    f"OTHER={KEY} # activitysmith": 0,
    "activitysmith --api-key '' push --title x": 0,
    f"http -A basic -a {KEY} {API}/start a=b": 0,
    f"curl {API}/start -d @x -H 'Authorization: Bearer $KEY'": 0,
    f"curl {API}/start -d @x -H 'Accept: {KEY}'": 0,
}


@pytest.mark.parametrize("script", SECRET)
def test_an_api_key_is_reported_once_and_kept_secret(script: str) -> None:
    documents = read(script)
    found = [fault for document in documents for fault in document.faults if fault.rule == "literal-api-key"]
    assert len(found) == SECRET[script]
    for fault in found:
        assert (fault.line, fault.column) == (1, script.index(KEY) + 1)
        assert all(document.secrets == [(script.index(KEY), script.index(KEY) + len(KEY))] for document in documents)


def test_elisions_of_documentation_are_passed_over_if_the_caller_says_so() -> None:
    elision = re.compile(r"\.\.\.")
    script = f"curl {API}/start -d '{{...}}'"
    assert one(script).value is UNREADABLE
    assert read(script, elision=elision) == []
    assert one(script.replace("...", "x"), elision=elision).value is UNREADABLE
    assert read("activitysmith activity start --content-state '{...}'", elision=elision) == []


def test_what_is_said_about_the_file_is_in_each_document() -> None:
    document = one(f"curl {API}/start -d '{{}}'", ignores={1: frozenset({"x"})}, secrets=[(0, 1)])
    assert document.ignores == {1: frozenset({"x"})}
    assert document.secrets == [(0, 1)]


def test_a_hole_is_a_text_that_is_not_known() -> None:
    assert payload(f"curl {HOLE} -d '{{\"a\": {HOLE}}}' {API}/{HOLE}") == {"a": UNKNOWN}
