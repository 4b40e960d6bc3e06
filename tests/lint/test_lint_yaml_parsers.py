"""The YAML reader gives one verdict, however PyYAML is built, refuses what is not certain, and reads all JSON."""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import Any

import pytest
import yaml
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import GOOD, Folder

from liveschema.engine.limits import DEPTH_READ
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.json.text import json_document
from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.inputs.yaml.text import yaml_documents
from liveschema.text import UNREADABLE

LIBYAML = yaml_parser.FastParser
needs_libyaml = pytest.mark.skipif(LIBYAML is None, reason="PyYAML is built without libyaml")


@pytest.fixture(params=["python", pytest.param("libyaml", marks=needs_libyaml)])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read YAML as PyYAML does if it is built without libyaml, and with it."""
    monkeypatch.setattr(yaml_parser, "FastParser", LIBYAML if request.param == "libyaml" else None)
    return str(request.param)


def readings(text: str, fast: Any) -> list[tuple[Any, ...]]:
    """Read a text with or without libyaml; return everything that a report could show of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_parser, "FastParser", fast)
        return [
            (repr(each.value), each.faults, each.index, each.ignores, places(each)) for each in yaml_documents(text)
        ]


def places(document: Document) -> object:
    """Return the places of every value of a document."""
    return document.locator(every_path(document.value)) if document.readable else None


def every_path(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of a value and of everything in it."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, item in items for found in every_path(item, (*path, key)))]


# One document, the hint that goes with its message, or None.
REFUSED: list[tuple[str, int, int, str, str | None]] = [
    ("{ ?foo: bar }\n", 1, 3, "a question mark must have a space after it, got none",
     "quote a text that begins with a question mark"),
    ("[?x]\n", 1, 2, "a question mark must have a space after it, got none",
     "quote a text that begins with a question mark"),
    ("a: &an:chor b\n", 1, 7, "the name of an anchor or an alias must have a space after it, got none",
     "quote a text that begins with & or *"),
    ("- &a b\n- {*a: c}\n", 2, 6, "the name of an anchor or an alias must have a space after it, got none",
     "quote a text that begins with & or *"),
    ("- |+\n   ", 2, 4, "the last line of a block scalar must have a line end, got spaces without one",
     "remove the spaces"),
    ("a: |\n  x\n   ", 3, 4, "the last line of a block scalar must have a line end, got spaces without one",
     "remove the spaces"),
    ("%YAML 1.2#c\n--- a\n", 1, 1, "a directive must be %YAML 1.2 or %TAG, got something else",
     "leave the directive out"),
    ("%YAML 1.3\n--- a\n", 1, 1, "a directive must be %YAML 1.2 or %TAG, got something else",
     "leave the directive out"),
    ("%NEW x\n--- a\n", 1, 1, "a directive must be %YAML 1.2 or %TAG, got something else",
     "leave the directive out"),
    ("--- a # b\n%YAML 1.2\n--- c\n", 2, 1, "a directive must follow a line with ..., got none", None),
    ("%YAML 1.2\n--- 'a'\n%YAML 1.2\n--- b\n", 3, 1, "a directive must follow a line with ..., got none", None),
    ("a: >\n \n   \n # b\n", 4, 2, "the empty lines before a text must not be indented more than it, got more spaces",
     "remove the spaces"),
    ("a: |\n\t\nb: c\n", 2, 1, "a line must be indented with spaces, got a tab",
     "a tab can separate values, but not indent them"),
    ("a: ># folded\n  b\n", 1, 5, "expected chomping or indentation indicators, got '#'", None),
    ("a: |1#\n  b\n", 1, 6, "expected chomping or indentation indicators, got '#'", None),
    ("- [\n\ta,\n b\n ]\n", 2, 1, "a line must be indented with spaces, got a tab",
     "a tab can separate values, but not indent them"),
    ("- [a\n\tb\n ]\n", 2, 1, "a line must be indented with spaces, got a tab",
     "a tab can separate values, but not indent them"),
    ("a:\n\tb: c\n", 2, 1, "a line must be indented with spaces, got a tab",
     "a tab can separate values, but not indent them"),
    ("a: b\n\tc: d\n", 2, 1, "a line must be indented with spaces, got a tab",
     "a tab can separate values, but not indent them"),
    ("-\t- a\n", 1, 2, "a line must be indented with spaces, got a tab",
     "a tab can separate values, but not indent them"),
    ("[a, -]\n", 1, 5, "the text must be YAML, got character '-' that cannot start any token", None),
    ("a: ? b\n", 1, 4, "a question mark and a space must begin a key, got them inside a value",
     "quote a text that contains them"),
    ("a: 'b'#c\n", 1, 7, "a comment must have a space before it, got none", None),
    ("[a,#c\n]\n", 1, 4, "a comment must have a space before it, got none", None),
    ('- a: "\\ud83d\\ude97"\n', 1, 6, "an escape must be that of a character, got half of a surrogate pair",
     "write the character itself"),
    ('a: "\\U00110000"\n', 1, 7, "the text must be YAML, got an escape beyond U+10FFFF", None),
    ('a: "\\UFFFFFFFF"\n', 1, 7, "the text must be YAML, got an escape beyond U+10FFFF", None),
    ("a: b\u2028c\n", 1, 5, "a character must be escaped, got U+2028",
     'write "\\u2028", in double quotes'),
    ("# \x85a: b\n", 1, 3, "a character must be escaped, got U+0085",
     'write "\\u0085", in double quotes'),
    ("a: b\ufeff\n", 1, 5, "a character must be escaped, got U+FEFF",
     'write "\\uFEFF", in double quotes'),
    ("a: b\x7f\n", 1, 5, "a character must be escaped, got U+007F",
     'write "\\u007F", in double quotes'),
    ("a: b\uffff\n", 1, 5, "a character must be one that YAML allows, got U+FFFF", None),
]  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), REFUSED)
def test_what_is_not_certain_is_refused(text: str, line: int, column: int, message: str, hint: str | None) -> None:
    (document,) = [each for each in yaml_documents(text) if not each.readable]
    assert document.value is UNREADABLE
    assert [(each.rule, each.line, each.column, each.message, each.hint) for each in document.faults] == [
        ("invalid-yaml", line, column, message, hint)
    ]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Tabs that separate, and tabs in texts.
        ("a:\tb\t\nc:\t# d\n  - e\t# f\n", {"a": "b", "c": ["e"]}),
        ("a: b\tc\n", {"a": "b\tc"}),
        ("a: b\n \t\n \tc\n\nd: e\n", {"a": "b\nc", "d": "e"}),
        ("a: 1\n\t\n\t# b\nc: 2\n", {"a": 1, "c": 2}),
        ("a: b\n\t# c\nd: e\n", {"a": "b", "d": "e"}),
        ("---\ta\n", "a"),
        ("{\n\ta: 1,\n\t'b':\t[ 2,\t3 ]\n}\n", {"a": 1, "b": [2, 3]}),
        ("a: [\n\t\n  \tb,\n  c\n ]\n", {"a": ["b", "c"]}),
        ("a: |-\n \tb\n", {"a": "\tb"}),
        ("a\n\tb\n", "a b"),
        # Question marks and colons in texts.
        ("[a?, b ?c, d?e: f, http://x.y/?z=1]\n", ["a?", "b ?c", {"d?e": "f"}, "http://x.y/?z=1"]),
        ("{a: Ready?, http://x.y, 'b':c}\n", {"a": "Ready?", "http://x.y": None, "b": "c"}),
        ("?a: -b\n:c: d?\n", {"?a": "-b", ":c": "d?"}),
        ("? a\n: b\n", {"a": "b"}),
        ("[a :b, c]\n", ["a :b", "c"]),
        # Lines, comments and document markers.
        ("a: b # c\n  # d\ne: f#g\n", {"a": "b", "e": "f#g"}),
        ("a: b\n\n\n  c\n", {"a": "b\n\nc"}),
        ("a: |\n  b\n  ", {"a": "b\n"}),
        ("a: |\n    b\n  # c\nd: e\n", {"a": "b\n", "d": "e"}),
        ("a: |\n\n# c\nd: e\n", {"a": "", "d": "e"}),
        ("a: |-\n  b", {"a": "b"}),
        ("a: > # c\n  b\n", {"a": "b\n"}),
        ("%YAML 1.2 # c\n---\na: b\n...\n", {"a": "b"}),
        ("%TAG !t! tag:yaml.org,2002:\n---\n!t!str 5\n", "5"),
        ("a: &b-1 c\nd: [*b-1, *b-1]\n", {"a": "c", "d": ["c", "c"]}),
        ("a: " + "b" * 3000 + "\n", {"a": "b" * 3000}),
        ("a: b\r\nc:\r\n- d\r\n", {"a": "b", "c": ["d"]}),
        ("a:\nb:   # c\n  \nd: ''\n", {"a": None, "b": None, "d": ""}),
    ],
)  # fmt: skip
def test_what_is_certain_is_read(text: str, value: object) -> None:
    (document,) = yaml_documents(text)
    assert document.faults == []
    assert document.value == value


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a:\n\n# c\nb: 1\n", 1, 3), ("{a:\n}\n", 1, 4), ("{ b: c, a: # d\n }\n", 1, 11)],
)
def test_a_value_that_is_not_there_is_placed_after_its_key(text: str, line: int, column: int) -> None:
    (document,) = yaml_documents(text)
    place = document.locator([("a",)])[("a",)].value
    assert (place.line, place.column, place.end_line, place.end_column) == (line, column, line, column)


@needs_libyaml
@pytest.mark.parametrize(
    "form", ["{0}: 1\n", "'{0}': 1\n", "# c\n{{{0}: 1}}\n", "[ '{0}'  : 1, a: b]\n", "- {0} : 1\n"]
)
@pytest.mark.parametrize("char", "ké🚗")
def test_both_parsers_read_keys_of_the_same_length(form: str, char: str) -> None:
    found = []
    for length in range(1015, 1030):
        text = form.format(char * length)
        assert readings(text, LIBYAML) == readings(text, None)
        found.append(readings(text, None)[-1][0] != "UNREADABLE")
    assert True in found
    assert False in found


FRAGMENTS = [
    "a", "b", "key", "1", "- ", "-", "---", "---\n", "...\n", ": ", ":", "?", "? ", "{", "}", "[", "]", ", ", ",",
    "\n", "\n", "\n", "\n  ", "\n ", "\n    ", " ", "  ", "#", " # c", "'", '"', "\\", "\\n", "\\u0041", "\\/", "\\x41",
    "|", "|\n", "> \n", ">\n", "|-\n", ">+\n", "|2\n", "&", "&x ", "*x", "*", "!", "!!str ", "! ", "%", "%YAML 1.2\n",
    "%TAG ! tag:x,2000:\n", "\t", "\r\n", "\r", "é", "🚗", "~", "null", "true", ".nan", "@", "`", "<<: ", "=", "a b",
    "x: y", "a: ", '"q"', "'s'", '"k": ', "\u2028", "\x85", "\ufeff", "\x7f", "a?", "?b", "!?", "a#b", "\\U0011ffff",
    "\\ud83d", "\\\n",
]  # fmt: skip
"""Pieces of YAML, of which short texts are made that have every construct in every place."""

PLAIN_FRAGMENTS = [each for each in FRAGMENTS if not yaml_parser.DOUBTFUL.search(f"a {each}\n")]


@needs_libyaml
@examples(3000)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14) | st.lists(st.sampled_from(PLAIN_FRAGMENTS), max_size=20))
def test_both_parsers_read_every_text_alike(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert readings(text, LIBYAML) == readings(text, None)


@needs_libyaml
@examples(500)
@given(
    st.sampled_from([text for text, *_ in REFUSED]) | st.just(yaml.safe_dump([GOOD, {"a": ["b: c", {"d": None}]}])),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 3), st.sampled_from(["", *FRAGMENTS])), max_size=4),
)
def test_both_parsers_read_every_changed_text_alike(text: str, edits: list[tuple[int, int, str]]) -> None:
    for at, removed, added in edits:
        text = text[:at] + added + text[at + removed :]
    assert readings(text, LIBYAML) == readings(text, None)


@needs_libyaml
def test_libyaml_reads_what_nobody_can_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser.StrictParser, "__init__", None)
    text = (
        "# a comment\ncontent_state:\n  title: Ready? Go!\n  metrics: [{label: 'R&D', value: 1}]\n  message: |\n    x\n"
    )
    (document,) = yaml_documents(text)
    assert document.value["content_state"]["message"] == "x\n"


def test_the_parser_in_python_is_used_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    monkeypatch.delattr(yaml, "cyaml", raising=False)
    spec = importlib.util.find_spec(yaml_parser.__name__)
    assert spec is not None
    assert spec.loader is not None
    again = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(again)
    assert again.FastParser is None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=6)
    | st.sampled_from(["🚗", "\x7f", "\x85 \u2028", "\ufeff", "a: b", "# liveschema: ignore", "/", "x" * 1100]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3) | st.just("k" * 1100), inner, max_size=3)
    ),
    max_leaves=10,
)  # fmt: skip
SPACE = st.sampled_from(["", " ", "\t", "\n", "\r\n", "\n\t", "\n  "])


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    """Draw any JSON value, written in any way that JSON allows."""
    value = draw(JSON)
    indent = draw(st.sampled_from([None, 0, 2, "\t", " \t"]))
    comma, colon = draw(st.sampled_from([(",", ":"), (", ", ": "), (" ,", "\t:\t"), (",\t", ":\n")]))
    text = json.dumps(value, indent=indent, separators=(comma, colon), ensure_ascii=draw(st.booleans()))
    if draw(st.booleans()):
        text = text.replace("/", "\\/")
    return draw(SPACE) + text + draw(SPACE)


def assert_read_as_json(source: str | bytes) -> None:
    """Assert that the YAML reader finds in a text what the JSON reader finds."""
    (document,) = yaml_documents(source)
    expected = json_document(source)
    assert repr(document.value) == repr(expected.value)
    assert document.faults == expected.faults
    assert document.text == expected.text
    assert (document.index, document.ignores, places(document)) == (None, {}, places(expected))


@examples(300)
@given(json_texts(), st.booleans())
def test_every_json_text_is_read_as_json(text: str, encoded: bool) -> None:  # noqa: FBT001
    assert_read_as_json(text.encode("utf-8", "surrogatepass") if encoded else text)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        '{"a": "\\ud83d\\ude97", "b": "\\ud83d"}', '{"a": 1, "a": 2}', "[NaN, 1e999, -Infinity]", "\ufeff{}",
        "9" * 400, "-0", "1E5", "NaN", "[" * DEPTH_READ + "[1]" + "]" * DEPTH_READ, '{"a":{"b":1,"b":1}}', "[\t]",
        b'{"a": "\xe9"}'.decode(errors="replace"),
    ],
)  # fmt: skip
def test_a_mistake_in_json_is_reported_as_in_a_json_file(text: str) -> None:
    assert_read_as_json(text)


def test_invalid_bytes_in_json_are_reported_once() -> None:
    assert_read_as_json(b'{"a": "\xe9"}')


def test_json_in_a_yaml_file_is_checked_with_its_positions(folder: Folder) -> None:
    text = json.dumps({**GOOD, "activity_id": "\u2028🚗" * 200}, indent="\t")
    folder.write("a.update.json", text.replace("42", "142"))
    folder.write("b.update.yaml", text.replace("42", "142"))
    first, second = folder.findings()
    assert first.pop("path") == "a.update.json"
    assert second.pop("path") == "b.update.yaml"
    assert first == second
