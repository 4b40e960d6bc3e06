"""JSON files with many requests: each is read on its own, with the findings of the whole document."""

from __future__ import annotations

import io
import json
from typing import Any
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import BAD, GOOD, Folder
from test_lint_jsonlines import LINES, NAMED, OPEN, TOLD, UPDATE, envelope

from liveschema.engine.record import evolve
from liveschema.lint.inputs import json_files
from liveschema.lint.inputs.document import Document, sharing_secrets
from liveschema.lint.inputs.json.items import documents_of_items
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.secrets import SecretTexts
from liveschema.lint.results import MOST_FINDINGS, FileResult
from liveschema.lint.run.alone import EachAlone
from liveschema.lint.run.context import FileContext
from liveschema.lint.run.judge import lint_document
from liveschema.lint.run.place import excerpt_of
from liveschema.text.lines import Lines

ITEMS = [line for line in LINES if line.strip() and json_document(line).readable and not line.startswith("\ufeff")]
BODIES = [json.dumps(BAD), json.dumps(GOOD), '{"activity_id": NaN}', "{", "ü", "\udead", json.dumps("\ud800")]


def har(body: str, url: str = "https://activitysmith.com/api/live-activity/update") -> str:
    return json.dumps({"request": {"method": "POST", "url": url, "postData": {"text": body}}})


ENTRIES = [
    *map(har, BODIES),
    har("{}", "https://example.com"),
    "5",
    "{}",
    har("x") + " ",
]
WITHOUT_FAULTS = {item for item in ITEMS + ENTRIES if not json_document(item).faults}
FORMS = {
    "list": ("[", "]"),
    "list with spaces": (" \n[\r\n", " \t]\n"),
    "list with a byte order mark": ("\ufeff[", "]"),
    "archive": ('{"log": {"entries": [', "]}}"),
    "archive with more": ('{"log": {"a": "\\ud83d", "entries":\n[ ', '], "a": 2, "comment": [1]}, "x": NaN}'),
    "list in a list": ("[[", "]]"),
}


@given(
    st.sampled_from(list(FORMS)),
    st.lists(st.sampled_from(ITEMS + ENTRIES), max_size=6),
    st.sampled_from([UPDATE, OPEN, NAMED, TOLD]),
    st.sampled_from([",", " ,\n", ",\r\n\t"]),
)
def test_requests_that_are_read_one_by_one_have_the_findings_of_the_whole_document(
    form: str, items: list[str], context: FileContext, comma: str
) -> None:
    before, after = FORMS[form]
    # The text of an item that is no request is no concern.
    own = ENTRIES if "archive" in form else ITEMS
    items = [item for item in items if item in own or item in WITHOUT_FAULTS]
    source = f"{before}{comma.join(items)}{after}".encode("utf-8", "surrogatepass")
    whole = FileResult()
    lint_document(json_document(source), context, whole)
    results = [result for result, _ in EachAlone().read(io.BytesIO(source), "json", context)]
    found = [each for result in results for each in result.findings]
    assert sorted(found, key=str) == sorted(whole.findings, key=str)
    if found:
        assert sum(result.payloads for result in results) == whole.payloads
        assert sum(result.skipped for result in results) == whole.skipped


def test_the_text_of_an_item_that_is_no_request_is_no_concern(folder: Folder) -> None:
    folder.write("a.json", f'[{{"a": 1, "a": 2}}, {json.dumps(GOOD)}]')
    result = folder.check("a.json", "--operation", "update")
    assert [line.split("]")[0] for line in result.lines[:-1]] == ["a.json:1:2: error[no-request"]


def test_a_document_of_an_item_has_its_place_in_the_file() -> None:
    document = json_document(f"[{json.dumps(GOOD)},\n {json.dumps(BAD)}]")
    first, second = documents_of_items(document, ())
    assert (first.value, second.value, first.base, second.base) == (GOOD, BAD, (0,), (1,))
    place = second.locator([("content_state", "percentage")])[("content_state", "percentage")]
    assert (place.value.line, place.value.column) == (2, json.dumps(BAD).index("142") + 2)
    assert next(json_files.json_documents(b"[5]")).base == ()


def test_a_hint_names_the_line_of_the_file(folder: Folder) -> None:
    folder.write("a.json", f'[\n{json.dumps(GOOD)},\n{json.dumps(GOOD)[:-1]},\n"activity_id": "b"}}]')
    (finding,) = folder.findings("a.json", "--operation", "update")
    assert (finding["line"], finding["hint"]) == (4, "it is first given on line 3")


TWICE = '"activity_id": "a",\n"content_state": {"title": "x"},\n"activity_id": "b"'


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.md", f"# x\n\n```json update\n{{{TWICE}}}\n```\n", 4),
        ("a.md", "# x\n\n```yaml update\na: 1\n---\n" + TWICE.replace(",\n", "\n") + "\n```\n", 6),
        ("a.sh", f"#!/bin/sh\ncurl https://activitysmith.com/api/live-activity/update -d '{{{TWICE}}}'\n", 2),
        ("a.json", json.dumps([{}, {"method": "POST", "path": "/live-activity/update", "body": f"{{{TWICE}}}"}]), 1),
        ("a.jsonl", "\n" + json.dumps({"method": "POST", "path": "/live-activity/update", "body": f"{{{TWICE}}}"}), 2),
    ],
)
def test_a_hint_names_the_line_of_the_file_also_for_a_text_in_it(
    folder: Folder, name: str, text: str, line: int
) -> None:
    folder.write(name, text)
    assert [each["hint"] for each in folder.findings() if each["rule"] == "duplicate-key"] == [
        f"it is first given on line {line}"
    ]


def test_values_in_a_row_that_are_no_requests_are_one_finding_across_parts(folder: Folder) -> None:
    folder.write("a.json", [BAD] * (MOST_FINDINGS - 1) + [{"name": "x"}, {"name": "y"}, GOOD, {"name": "z"}])
    found = [finding["pointer"] for finding in folder.findings("a.json", "--operation", "update")]
    assert found[MOST_FINDINGS - 1 :] == [f"/{MOST_FINDINGS - 1}", f"/{MOST_FINDINGS + 2}"]


class Watched(list[Any]):
    """A list that can be watched by a weak reference."""


def test_the_value_of_the_whole_file_is_gone_when_the_first_request_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = []

    def read(source: bytes) -> Document:
        document = json_document(source)
        value = Watched(document.value)
        watched.append(ref(value))
        return evolve(document, value=value)

    monkeypatch.setattr(json_files, "json_document", read)
    documents = json_files.json_documents(json.dumps([GOOD, BAD]).encode())
    assert next(documents).value == GOOD
    assert [each() for each in watched] == [None]


def test_numbers_that_python_does_not_read_do_not_hide_the_items_after_them() -> None:
    document = json_document(f"[{envelope()}, {{'a': {'9' * 5000}}}, {json.dumps(BAD)}]".replace("'", '"'))
    assert [each.base for each in documents_of_items(document, ())] == [(0,), (1,), (2,)]


@pytest.mark.slow
def test_findings_of_many_payloads_are_reported_in_parts(folder: Folder) -> None:
    count = 700
    folder.write("a.update.json", [{**BAD, "tags": [n]} for n in range(count)])
    folder.write("b.json", [{"method": "POST", "path": "/live-activity/update", "body": GOOD}] * count)
    assert len(folder.findings("a.update.json")) == 2 * count
    (context, stream) = FileContext("a.update.json", configured=UPDATE.configured), io.BytesIO()
    stream.write((folder.root / "a.update.json").read_bytes())
    stream.seek(0)
    assert [len(result.findings) for result, _ in EachAlone().read(stream, "json", context)] == [
        MOST_FINDINGS,
        MOST_FINDINGS,
        1400 - 2 * MOST_FINDINGS,
    ]
    result = folder.execute("timeline", "b.json", "a.update.json", "--format", "junit")
    assert result.out.count("<testsuite ") == 2
    assert f'<testsuite name="b.json" tests="{count}" failures="{count}"' in result.out
    assert f'<testsuite name="a.update.json" tests="{count}" failures="{count}"' in result.out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("key abcdefgh1, abcdefgh1", "key •••••••••, •••••••••"),
        ("abcdefgh2 abcdefgh", "abcdefgh2 abcdefgh"),
        ("xx" + "k" * 40 + "…", "xx" + "•" * 40 + "…"),
        ("k" * 50 + "!", "•" * 50 + "!"),
        ("k" * 39, "k" * 39),
        ("short", "short"),
        ("a abcd… abc… abcdefgh… bcde… abcde.", "a ••••… abc… ••••••••… bcde… abcde."),
    ],
)
def test_secrets_are_dotted_whole_or_as_messages_cut_them(text: str, expected: str) -> None:
    secrets = SecretTexts()
    assert not secrets
    source = f"abcdefgh1 {'k' * 50} short"
    secrets.add(source, [(0, 9), (10, 60), (61, 66)])
    assert (bool(secrets), secrets.dotted(text)) == (True, expected)
    assert secrets.are_in(text) is (text != expected)


def test_the_excerpts_of_a_document_hide_the_secrets_of_the_others_even_if_they_begin_before() -> None:
    text = "a" * 100 + "s" * 60 + "b" * 200
    documents = [Document(text, {}, [], lambda _: {}, Lines(text), secrets=[span]) for span in ((100, 160), (0, 3))]
    first, second = sharing_secrets(documents)
    assert first.secrets == second.secrets == [(0, 3), (100, 160)]
    excerpt, _, _ = excerpt_of(second, 1, 170, 171)
    assert excerpt == "…" + "•" * 30 + "b" * 90 + "…"
