"""Words of shell scripts: quotes, here-documents, substitutions, and texts that are no scripts."""

from __future__ import annotations

import json
import re
import shlex

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from shell_kit import API, one, payload, read, shown

from liveschema.engine.unknown import MORE, UNKNOWN, PartialText
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.shell.commands import commands_in
from liveschema.text import UNREADABLE

CURL = f"curl {API}/start -d "
ANY = PartialText(("", ""))

QUOTED = {
    "single": ("""'{"a": "b"}'""", {"a": "b"}),
    "double": (r'''"{\"a\": \"b\"}"''', {"a": "b"}),
    "double with other backslashes": (r'''"{\"a\": \"\\\\ \n \u0041 \`\$\"}"''', {"a": "\\ \n A `$"}),
    "double over lines": ('"{\\\n\\"a\\": \\"b\\"}"', {"a": "b"}),
    "locale": (r'''$"{\"a\": 1}"''', {"a": 1}),
    "escapes": (r"""$'{"a": "\'\x41\101\u00e9\xc3\xa9\\n\cA\U1F600"}' """, None),
    "unquoted": (r"\{\"a\":1\}", {"a": 1}),
    "pieces": ("""'{"a": "'b'"}'""", {"a": "b"}),
    "variable between": ("""'{"a": "x'"$X"'y"}'""", {"a": PartialText(("x", "y"))}),
    "variable as number": ("""'{"a": '$N'}'""", {"a": UNKNOWN}),
    "variable in braces": (r'''"{\"a\": ${N:-"}"}, \"b\": \"${T}\"}"''', {"a": UNKNOWN, "b": ANY}),
    "variable as member": (r'''"{\"a\": 1, $MORE}"''', {"a": 1, MORE: 0}),
    "command": (r'''"{\"a\": $(date +'%s' | cut -c 1), \"b\": \"`whoami \`x\``\"}"''', {"a": UNKNOWN, "b": ANY}),
    "apostrophe in braces": (r'''"{\"a\": \"${X:-it's}\"}"''', {"a": ANY}),
    "calculation": (r'''"{\"a\": $(((1 << 2) + 3))}"''', {"a": UNKNOWN}),
    "dollar": ('''"{\\"a\\": \\"$ 5 $\\"}"''', {"a": "$ 5 $"}),
    "special variable": ('''"{\\"a\\": \\"$1 $@\\"}"''', {"a": PartialText(("", " ", ""))}),
    "hole": (f'{{"a":{HOLE}}}'.join("''"), {"a": UNKNOWN}),
    "only a variable": ('"$BODY"', UNKNOWN),
    "only a command": ("$(jq -n '{a: 1}')", UNKNOWN),
    "braces that make several words": ("{a,b}", UNKNOWN),
    "range in braces": ("{1..3}", UNKNOWN),
}


@pytest.mark.parametrize("name", QUOTED)
def test_quotes_are_removed(name: str) -> None:
    word, expected = QUOTED[name]
    if name == "escapes":
        expected = {"a": "'AAéé\\n\x01😀"}
        assert one(CURL + word).value is UNREADABLE, "a control character must be escaped in JSON"
        word, expected = word.replace(r"\cA", ""), {"a": "'AAéé\n😀"}
    assert payload(CURL + word) == expected


@pytest.mark.parametrize("escape", [r"\xff", r"\0", r"\ud800", r"\U110000", r"\377", r"\cé"])
def test_escapes_that_are_no_character_are_not_known(escape: str) -> None:
    assert payload(CURL + rf"""$'{{"a": "{escape}"}}'""") == {"a": ANY}


def test_unknown_escapes_keep_their_backslash() -> None:
    assert payload(CURL + r"""$'{"a": "\/\"b"}' """.replace(r"\"b", "b")) == {"a": "/b"}


HERE = {
    "literal": ("<<'E'", '{"a": "$X"}', "E", {"a": "$X"}),
    "with a backslash": (r"<<\E", '{"a": "$X"}', "E", {"a": "$X"}),
    "replaced": (
        "<<E",
        '{"a": "$X \\$Y \\\\n \\"", "b": `x`}',
        "E",
        {"a": PartialText(("", ' $Y \n "')), "b": UNKNOWN},
    ),
    "joined lines": ("<<E", '{"a"\\\n: 1}', "E", {"a": 1}),
    "tabs": ("<<-E", '\t\t{"a":\n\t"b\tc"}'.replace("b\tc", "bc"), "\tE", {"a": "bc"}),
    "windows": ("<<E", '{"a": 1}\r', "E\r", {"a": 1}),
    "file descriptor": ("0<<E", '{"a": 1}', "E", {"a": 1}),
}


@pytest.mark.parametrize("name", HERE)
def test_here_documents_are_read(name: str) -> None:
    operator, text, delimiter, expected = HERE[name]
    document = f"{operator}\n{text}\n{delimiter}\n"
    assert payload(f"curl {API}/start -d @- {document}") == expected
    assert payload(f"cat {operator} | curl {API}/start --json @-\n{text}\n{delimiter}\n") == expected
    assert payload(f'curl {API}/start -d "$(cat {document})"') == expected
    assert payload(f'B=$(cat {document})\ncurl {API}/start -d "$B"') == expected


def test_two_here_documents_follow_in_order_and_one_may_end_with_the_script() -> None:
    script = f"cat <<A >/dev/null; curl {API}/start -d @- <<B\nx\nA\n" + '{"a": 1}'
    assert payload(script) == {"a": 1}
    assert payload(f'curl -d "$(cat <<E\n{{"a": 1}}\nE)" {API}/start') == {"a": 1}


PLACES = {
    "single": '\'{"title": "Deploy", "n": 42}\'',
    "double": '"{\\"title\\": \\"Deploy\\", \\"n\\": 42}"',
    "variable": '\'{"title": "Deploy", "n": 42, "x": "\'"$X"\'"}\'',
    "here": '@- <<E\n{"title": "Deploy",\n "n": 42}\nE',
}


@pytest.mark.parametrize("name", PLACES)
def test_each_value_has_its_place(name: str) -> None:
    document = one(CURL + PLACES[name])
    assert "Deploy" in shown(document, ("title",))
    assert shown(document, ("n",)) == "42"
    assert document.locator([("n",)])[("n",)].value.line == (3 if name == "here" else 1)


COMMANDS = {
    "if true; then CURL; fi": 1,
    "for x in a b; do CURL; done": 1,
    "while read -r x; do CURL; done < f": 1,
    "CURL 3<<E\nE\nCURL": 2,
    "CURL 3< f; CURL 3<<< f; CURL <& 3; CURL > f; CURL <": 5,
    "case $1 in\n a|b) CURL ;;\n (c) CURL ;;\nesac": 2,
    "send() {\n CURL\n}": 1,
    "(cd x && CURL)": 1,
    "x=$(CURL | jq -r .id)": 1,
    'echo "id: $(CURL) `CURL`"': 2,
    "CURL & CURL; CURL || CURL |& cat": 4,
    "! time CURL": 1,
    "sudo -E timeout 5 CURL": 1,
    "A=1 B='2' CURL > out 2>&1 <in &>x": 1,
    "diff <(CURL) >(cat)": 1,
    "[[ $a < b && ( $c > d || x =~ (y|z) ) ]] && CURL": 1,
    "(( x << 2 )); CURL": 1,
    "echo $((1 << 2)); CURL": 1,
    "# CURL": 0,
    "x # CURL": 0,
    "echo 'CURL'": 0,
    "echo CURL": 0,
    "cat <<E\nCURL\nE": 0,
    "bash -ec 'CURL'": 1,
    "sh script -c 'CURL'": 0,
    "bash -e; bash -c": 0,
    "\\\nCURL": 1,
    "it's not; CURL": 0,
    "x=$(case $1 in a) CURL;; esac)": 1,
    "a=( b # c\n d ) CURL": 1,
    "<x> CURL": 0,
    "${x:-$(CURL)'}'}": 1,
    "(if x) CURL": 1,
    ") CURL": 1,
    "bash -e -c 'CURL'": 1,
    "bash -c 'echo x'": 0,
    "sudo \\\n cu\\\nrl -d @x https://x/live-activity/start": 1,
    "if ) CURL": 1,
    "CURL 'open": 0,
}


@pytest.mark.parametrize("script", COMMANDS)
def test_commands_are_found_wherever_they_stand(script: str) -> None:
    found = read(script.replace("CURL", f"curl -X POST {API}/start -d @x") + "\n# live-activity")
    assert len(found) == COMMANDS[script]


def test_a_prompt_is_no_word_of_the_command() -> None:
    script = f'$ curl {API}/start \\\n>  -d \'{{\n>   "title": "x"\n> }}\'\nme@host:~$ curl {API}/end\n'
    first, second = read(script)
    assert first.value == {"title": "x"}
    assert first.locator([("title",)])[("title",)].value.line == 3
    assert [first.heads, second.heads] == [[1], [5]]
    assert payload(f"$ curl {API}/end -d @- <<E\n> {{\n> }}\n> E\n") == {}


def test_substitutions_that_are_too_deep_end_the_reading() -> None:
    assert read(f"curl {API}/end\n" + "$(" * 100 + f"\ncurl {API}/end") != []
    assert commands_in("x\n" + "${a:-" * 100)[0].words[0].plain == "x"


def test_arithmetic_that_does_not_end_is_searched_once() -> None:
    assert len(read(f"((a) b ); (( ((\ncurl {API}/end; (((1)))")) == 1


def quoted(text: str, way: str) -> str:
    if way == "single":
        return shlex.quote(text)
    if way == "double":
        return '"' + re.sub(r'(["$`\\])', r"\\\1", text) + '"'
    if way == "ansi":
        return (
            "$'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\t", "\\t").replace("é", "\\xc3\\xa9") + "'"
        )
    if way == "here":
        return "@- <<'END OF IT'\n" + text + "\nEND OF IT\n"
    if way == "replaced here":
        return "@- <<E\n" + re.sub(r"([$`\\])", r"\\\1", text) + "\nE\n"
    return shlex.quote(text[: len(text) // 2]) + '"${NOTHING_KNOWN}"' + shlex.quote(text[len(text) // 2 :])


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters=HOLE, exclude_categories=["Cc", "Cs", "Cn"]), max_size=8
)
NAMES = st.text("abc$`'\"\\ é", min_size=1, max_size=5)
VALUES = st.recursive(
    TEXTS | NAMES | st.integers() | st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


@examples(150)
@given(
    st.dictionaries(NAMES, VALUES, min_size=1, max_size=4),
    st.sampled_from(["single", "double", "ansi", "here", "replaced here"]),
)
def test_every_payload_is_read_back_from_every_way_to_quote_it(value: dict[str, object], way: str) -> None:
    text = json.dumps(value, ensure_ascii=False)
    document = one(f"# é\n{CURL}{quoted(text, way)}")
    assert document.value == value
    assert document.faults == []
    for key, member in value.items():
        if type(member) is int:
            assert shown(document, (key,)) == str(member)
        if isinstance(member, str) and member.isalnum() and member.isascii():
            assert member in shown(document, (key,))


@examples(100)
@given(TEXTS.filter(str.isalnum), TEXTS.filter(str.isalnum))
def test_every_text_around_a_variable_is_known(before: str, after: str) -> None:
    text = json.dumps({"title": before + after}, ensure_ascii=False)
    middle = len('{"title": "') + len(before)
    word = shlex.quote(text[:middle]) + '"$NAME"' + shlex.quote(text[middle:])
    assert payload(CURL + word) == {"title": PartialText((before, after))}


SCRIPTS = [
    f'$ curl -X PUT "{API}/stream/$K" \\\n  -d \'{{"a": {{"title": "\'"$T"\'"}}}}\' -H "Authorization: Bearer $K"\n',
    f'cat <<-E | curl -d @- {API}/start\n\t{{"a": $((1+2)), "b": "$(date)"}}\n\tE\n',
    f"a=(-d '{{}}' $'\\x41'); curl \"${{a[@]}}\" {API}/update; case x in y) http PUT {API}/stream/x a[b]:=1 c=d;; esac",
    "npx activitysmith-cli activity end --activity-id <id> --content-state '{\"stepColor\": 2}' --tags a,b\n",
    f'read -r -d \'\' B <<E\n{{}}\nE\nprintf \'{{"x": "%s"}}\' "$B" | wget --method=PUT --body-file=- {API}/stream/k',
]
MUTATED = st.sampled_from(SCRIPTS).flatmap(
    lambda script: st.tuples(
        st.just(script),
        st.lists(
            st.tuples(
                st.integers(0, len(script)),
                st.sampled_from([*"'\"`$(){}<>|&;\\\n\r\t#=-@[]:,", "\0", "\ud800", HOLE, "<<E", "$(", "${", "))"]),
            ),
            max_size=5,
        ),
    )
)


@examples(400)
@given(MUTATED)
def test_every_mistake_in_a_script_is_survived(case: tuple[str, list[tuple[int, str]]]) -> None:
    script, changes = case
    for at, new in changes:
        script = script[:at] + new + script[at + len(new) % 2 :]
    survives(script)


@examples(200)
@given(st.text(max_size=60))
def test_every_text_is_survived(text: str) -> None:
    survives(f"activitysmith activity start {text}\ncurl {API}/start -d {text}")


def survives(script: str) -> None:
    for document in read(script):
        paths = [(), ("content_state",), ("title",), ("a",)]
        for place in document.locator(paths).values():
            assert 0 <= place.value.start <= place.value.end <= len(script)
        for fault in document.faults:
            assert fault.line is not None
            assert fault.line <= len(document.lines.starts)
        assert all(1 <= head <= len(document.lines.starts) for head in document.heads)


def test_shells_in_shells_are_read_to_a_limit() -> None:
    script = f"curl {API}/end"
    for _ in range(3):
        script = f"bash -c {shlex.quote(script)}"
        assert len(read(script)) == 1
    assert read(f"bash -c {shlex.quote(script)}") == []


def test_blocks_are_followed_to_a_limit() -> None:
    send = f'curl -d "$B" {API}/start'
    assert payload("B='{}'\n" + "{\n" * 50 + send) == {}
    assert payload("B='{}'\n" + "{\n" * 150 + send) == UNKNOWN
