"""Templates: JSON and YAML files in which expressions are replaced before they are sent."""

from __future__ import annotations

import json
from typing import Any

import amount
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import Folder

from liveschema.engine.problems import Path
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.json_files import json_documents
from liveschema.lint.inputs.templates import ANY, GITHUB, with_holes
from liveschema.lint.inputs.yaml.text import yaml_documents

NUMBER_OR_TEXT = Unknown({"number", "string"})


def shown(document: Document, path: Path) -> str:
    return document.text[slice(*document.locator([path])[path].value.range)]


@pytest.mark.parametrize(
    "expression",
    [
        "${{ github.ref }}",
        "${{ format('}}{0}', x) }}",
        '${{ x || "}}" }}',
        "{{ name }}",
        "{{name}}",
        "{{ .Values.name | quote }}",
        "{{ a['}}'] }}",
        "${NAME}",
        "${NAME:-a b}",
        "${_x}",
        "{{{ raw }}}",
    ],
)
def test_expressions(expression: str) -> None:
    text = f"a {expression} b"
    assert with_holes(Fragment.whole(text)).text == f"a {HOLE} b"


@pytest.mark.parametrize("text", ["$NAME", "$5", "{a}", "${}", "${ }", "${{ a", "{{ a }", "$(date)", "a }} b"])
def test_other_texts_are_no_expressions(text: str) -> None:
    assert with_holes(Fragment.whole(text)).text == text


def test_only_expressions_of_workflows_are_replaced_if_asked_for() -> None:
    assert with_holes(Fragment.whole("${{ a }} {{ b }} ${C}"), GITHUB).text == f"{HOLE} {{{{ b }}}} ${{C}}"
    assert with_holes(Fragment.whole("a ${{ b\nc"), GITHUB).text == f"a {HOLE}"


@amount.examples(300)
@given(st.text(st.sampled_from("${}'\"a\n "), max_size=40))
def test_every_character_outside_of_expressions_stays(text: str) -> None:
    fragment = with_holes(Fragment.whole(text))
    assert fragment.text.replace(HOLE, "") == ANY.sub("", text)


JSON: dict[str, Any] = {
    '{"a": "${{ x }}"}': {"a": PartialText(("", ""))},
    '{"a": {{ x }}, "b": "v${V}"}': {"a": UNKNOWN, "b": PartialText(("v", ""))},
    '{ {{ extra }}, "a": 1, {{{ more }}} }': {MORE: 0, "a": 1},
}


@pytest.mark.parametrize("text", JSON)
def test_json_templates(text: str) -> None:
    (document,) = json_documents(text.encode(), templates=True)
    assert (document.value, document.faults, document.is_partial) == (JSON[text], [], True)


@pytest.mark.parametrize("text", ['{"a": "{{"}', '{"a": "${"}'])
def test_a_text_without_expressions_is_no_template(text: str) -> None:
    (document,) = json_documents(text.encode(), templates=True)
    assert (document.readable, document.is_partial) == (True, False)


def test_without_templates_an_expression_is_text() -> None:
    (document,) = json_documents(b'{"a": "${X}"}')
    assert (document.value, document.is_partial) == ({"a": "${X}"}, False)
    (document,) = yaml_documents("a: ${X}\n")
    assert document.value == {"a": "${X}"}


YAML: dict[str, Any] = {
    "a: Build ${{ n }}\n": {"a": PartialText(("Build ", ""))},
    "a: ${{ n }}\n": {"a": UNKNOWN},
    "a: '${{ n }}'\n": {"a": PartialText(("", ""))},
    "a: -${{ n }}.5\n": {"a": NUMBER_OR_TEXT},
    "a: |\n  x\n  ${{ n }}\n": {"a": PartialText(("x\n", "\n"))},
    "a: 1\n${{ extra }}\n": {"a": 1, MORE: 0},
    "a:\n  b: 1\n  {{ extra }}\nc: 2\n": {"a": {"b": 1, MORE: 0}, "c": 2},
    "${{ k }}: 1\nb: 2\n": {MORE: 1, "b": 2},
    "a: [1, ${{ n }}]\n": {"a": [1, UNKNOWN]},
    "- ${X}\n- y\n": [UNKNOWN, "y"],
    "{{ everything }}\n": {MORE: 0},
    '{"a": ${X}, "b": "c"}': {"a": UNKNOWN, "b": "c"},
    '{\n  "a": 1,\n  ${X}\n}': {"a": 1, MORE: 0},
    "{a: ${X}, b: c}": {"a": UNKNOWN, "b": "c"},
}


@pytest.mark.parametrize("text", YAML)
def test_yaml_templates(text: str) -> None:
    (document,) = yaml_documents(text, templates=True)
    assert (document.value, document.faults, document.is_partial) == (YAML[text], [], True)


def test_places_in_templates() -> None:
    (document,) = json_documents(b'{"a": "x${Y}", "b": ${Z}, "c": 1}', templates=True)
    assert [shown(document, (key,)) for key in "abc"] == ['"x${Y}"', "${Z}", "1"]
    (document,) = yaml_documents("a: ${{ x }}\nb: Build ${{ y }} now\nc: 1\n", templates=True)
    assert [shown(document, (key,)) for key in "abc"] == ["${{ x }}", "Build ${{ y }} now", "1"]


CONDITIONAL = ["{{#if x}}", "{{ if .x }}", "{{- range .x }}", "{% if x %}", "{{/if}}", "{{ end }}", "{{> part }}"]


@pytest.mark.parametrize("tag", CONDITIONAL)
def test_a_template_with_conditions_is_not_read(folder: Folder, tag: str) -> None:
    (document,) = json_documents(f'{{"content_state": {tag} 1}}'.encode(), templates=True)
    assert (document.value, document.faults) == (NOTHING, [])
    (document,) = yaml_documents(f"content_state:\n{tag}\n  a: ${{X}}: 2\n", templates=True)
    assert (document.value, document.faults) == (NOTHING, [])
    folder.write("x.json", f'{{"content_state": {tag} ${{X}}}}')
    assert folder.check("x.json").lines == ["no Live Activity request in 1 file"]


@pytest.mark.parametrize("tag", CONDITIONAL)
def test_a_condition_in_a_text_is_text(tag: str) -> None:
    (document,) = json_documents(f'{{"a": "{tag}${{X}}"}}'.encode(), templates=True)
    assert document.value == {"a": f"{tag}${{X}}"}
    (document,) = yaml_documents(f"a: '{tag}${{X}}'\n", templates=True)
    assert document.value == {"a": f"{tag}${{X}}"}


def test_what_is_known_in_a_template_is_checked(folder: Folder) -> None:
    state = '"title": "Build ${N}", "type": "progress", "percentage": {{ pct }}, "colour": "${C}"'
    folder.write("x.update.json", f'{{"activity_id": "${{ID}}", "content_state": {{{state}}}}}')
    folder.write("y.stream.yaml", "content_state:\n  title: ${{ t }}\n  type: progress\n  percentage: '${{ p }}'\n")
    found = [(each["rule"], each["line"], each["column"], each["message"]) for each in folder.findings()]
    assert found == [
        ("unknown-field", 1, 112, "content_state has no field colour"),
        ("wrong-type", 4, 15, "percentage must be a number, got a string that is not known yet"),
    ]


def test_the_configuration_says_that_no_file_is_a_template(folder: Folder) -> None:
    folder.write("x.update.json", '{"activity_id": "a", "content_state": {"title": "x", "percentage": "${P}"}}')
    folder.write("liveschema.toml", "templates = false\n")
    assert [each["message"] for each in folder.findings()] == ['percentage must be a number, got the string "${P}"']


def test_a_recording_is_no_template(folder: Folder) -> None:
    body = {"content_state": {"title": "${X}", "type": "progress", "percentage": "${P}"}}
    folder.write("x.json", {"method": "PUT", "path": "/live-activity/stream/a", "body": body})
    folder.write("liveschema.toml", 'ignore = ["never-ended"]')
    result = folder.execute("timeline", "x.json", "--format", "json")
    assert [each["message"] for each in result.data["findings"]] == [
        'percentage must be a number, got the string "${P}"'
    ]


def test_a_list_of_requests_is_a_template_but_an_archive_is_none(folder: Folder) -> None:
    def request(percentage: str) -> str:
        state = f'{{"title": "x", "type": "progress", "percentage": {percentage}}}'
        return f'{{"method": "PUT", "path": "/live-activity/stream/a", "body": {{"content_state": {state}}}}}'

    requests = ", ".join(map(request, ("{{ p }}", '"{{ p }}"', "143")))
    folder.write("x.json", f"[{requests}, {{{{ more }}}}]")
    assert [each["message"] for each in folder.findings()] == [
        "percentage must be a number, got a string that is not known yet",
        "percentage must be from 0 to 100, got 143",
    ]
    state = {"title": "x", "type": "progress", "percentage": "{{ p }}"}
    post = {"mimeType": "application/json", "text": json.dumps({"content_state": state})}
    url = "https://activitysmith.com/api/live-activity/stream/a"
    archive = {"log": {"entries": [{"request": {"method": "PUT", "url": url, "postData": post}}]}}
    for text, message in (
        (json.dumps(archive), 'percentage must be a number, got the string "{{ p }}"'),
        (json.dumps(archive).replace('"PUT"', "{{ method }}"), "expected a key in double quotes or }, got {"),
    ):
        folder.write("x.json", text)
        assert [each["message"] for each in folder.findings("x.json")] == [message]
