"""The strict JSON reader: the positions of all problems and of all values."""

from __future__ import annotations

import itertools
import json
import math
import re
from typing import Any
from unittest import mock

import pytest
from amount import examples
from cost import lines_run
from hypothesis import given
from hypothesis import strategies as st

from liveschema.engine.problems import Path, Problem
from liveschema.text import UNREADABLE
from liveschema.text.first_given import with_line_of_file
from liveschema.text.lines import Lines
from liveschema.text.read import decode, locate, read_json
from liveschema.text.scan import Scan
from liveschema.text.strict import end_of_value, has_every_key, read_part, strict_value

SPACE = st.text(" \t\r\n", max_size=3)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(["🚗", "a\tb", "naïve", "/~", "\u2028"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, object]:
    """Return a JSON text with white space and escapes in all allowed places, and its value."""
    value = draw(VALUES)

    def write(each: object) -> str:
        if isinstance(each, dict):
            inside = ",".join(f"{write(key)}{gap()}:{write(item)}" for key, item in each.items())
            body = f"{{{inside or gap()}}}"
        elif isinstance(each, list):
            body = f"[{','.join(map(write, each)) or gap()}]"
        else:
            body = json.dumps(each, ensure_ascii=draw(st.booleans()))
        return gap() + body + gap()

    def gap() -> str:
        return draw(SPACE)

    return draw(st.sampled_from(["", "\ufeff"])) + write(value), value


def every_path(value: object, path: Path = ()) -> list[Path]:
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return [path, *(found for key, item in items for found in every_path(item, (*path, key)))]


def lookup(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def as_editors_count(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, computed in the slow and obvious way."""
    before = text[:offset].removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r(?!\n)|\n", before)
    return len(lines), len(lines[-1]) + 1


@given(written())
def test_every_place_slices_back_to_its_value_and_key(case: tuple[str, object]) -> None:
    text, value = case
    places = locate(text)
    assert sorted(map(str, places)) == sorted(map(str, every_path(value)))
    for path, place in places.items():
        span = place.value
        assert json.loads(text[span.start : span.end]) == lookup(value, path)
        assert (span.line, span.column) == as_editors_count(text, span.start)
        assert (span.end_line, span.end_column) == as_editors_count(text, span.end)
        if path and isinstance(path[-1], str):
            assert place.key is not None
            assert json.loads(text[place.key.start : place.key.end]) == path[-1]
            assert (place.key.line, place.key.column) == as_editors_count(text, place.key.start)
        else:
            assert place.key is None


@given(written(), st.data())
def test_selected_places_equal_those_of_all(case: tuple[str, object], data: st.DataObject) -> None:
    text, value = case
    wanted = data.draw(st.lists(st.sampled_from(every_path(value)), max_size=3))
    places = locate(text)
    assert locate(text, [*wanted, ("no", "such", 7)]) == {path: places[path] for path in wanted}


NAMES = ["a", "\\u0061", "b", "", '\\"', "\\\\", '\\\\\\"', ":", "x://", "é", "\\ud83d\\ude97", "🚗"]
ODD_NAMES = [*NAMES, "\\ud83d", "\\ude97\\ud83d", "\\uD83D\\\\\\uDE97", "\\\\ud83d", "\ud83d", "\\x", "\t"]
NUMBERS = ["0", "-0", "1", "1.0", "1E5", "-1e-7", "0.1", "1e999", "-1.8e308", "9" * 308, "9" * 309, "9" * 5000]
ODD_VALUES = st.sampled_from([*NUMBERS, "true", "false", "null", "NaN", "-Infinity", "01", "", "[" * 211 + "]" * 211])


@st.composite
def doubtful(draw: st.DrawFn) -> str:
    """Return a JSON text that may have faults: duplicate keys, lone surrogates, odd numbers and others."""
    names = st.sampled_from(draw(st.sampled_from([NAMES, ODD_NAMES]))).map('"{}"'.format)

    def members(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.tuples(names, st.sampled_from([":", ": ", " : ", "\n:"]), inner).map("".join)

    texts = st.recursive(
        ODD_VALUES | names,
        lambda inner: (
            st.lists(inner, max_size=3).map(lambda items: f"[{','.join(items)}]")
            | st.lists(members(inner), max_size=4).map(lambda items: f"{{{','.join(items)}}}")
        ),
        max_leaves=8,
    )
    return draw(st.sampled_from(["", " ", "\ufeff"])) + draw(texts) + draw(st.sampled_from(["", "\n", "x"]))


def read_by_scan(text: str) -> tuple[str, list[Problem]]:
    """Return the value and the faults by the scan of this package alone, without the parser of `json` for parts."""
    scan = Scan(text)
    scan.run()
    return repr(scan.value if scan.whole else UNREADABLE), scan.faults


@given(doubtful())
@examples(1000)
def test_the_quick_reader_agrees_with_the_scan(text: str) -> None:
    value, faults = read_json(text)
    assert (repr(value), faults) == read_by_scan(text)


@given(written())
def test_a_valid_text_has_a_value_and_no_problem(case: tuple[str, object]) -> None:
    text, value = case
    text = text.removeprefix("\ufeff")
    assert read_json(text) == (value, [])
    assert read_json(text.encode()) == (value, [])
    scan = Scan(text)
    scan.run()
    assert (scan.whole, scan.value, scan.faults) == (True, value, [])


FRAGMENTS = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"a"',
        '"b"',
        '"',
        "1",
        "-",
        "0",
        ".5",
        "e3",
        "true",
        "nul",
        " ",
        "\n",
        "\\",
        "\\u00e9",
        "x",
        "#",
    ]
)


@given(st.lists(FRAGMENTS, max_size=12).map("".join))
def test_the_syntax_agrees_with_the_standard_library(text: str) -> None:
    value, faults = read_json(text)
    try:
        expected = json.loads(text)
    except ValueError:
        assert value is UNREADABLE
        assert faults[-1].rule == "invalid-json"
    else:
        assert {fault.rule for fault in faults} <= {"duplicate-key"}
        assert value == expected


@given(st.binary(max_size=40) | st.text(max_size=20).map(str.encode))
def test_no_bytes_raise_and_every_problem_has_a_position(source: bytes) -> None:
    _, faults = read_json(source)
    for fault in faults:
        assert fault.line is not None
        assert fault.column is not None
    assert faults == sorted(faults, key=lambda fault: (fault.line, fault.column))


def faults_of(source: str | bytes) -> list[tuple[str, str, int | None, int | None]]:
    return [(fault.rule, fault.pointer, fault.line, fault.column) for fault in read_json(source)[1]]


@pytest.mark.parametrize(
    ("source", "line", "column", "message", "hint"),
    [
        ("", 1, 1, "expected a value, got the end of the text", "the text is empty"),
        ("\ufeff", 1, 1, "expected a value, got the end of the text", "the text is empty"),
        (" \r\n\r", 3, 1, "expected a value, got the end of the text", "the text is empty"),
        ("[1", 1, 3, "expected a comma or ], got the end of the text", None),
        ("[1,]", 1, 4, "expected a value, got ]", "remove the comma before it"),
        ('{"a": 1,\n}', 2, 1, "expected a key in double quotes, got }", "remove the comma before it"),
        ('{"a": 1]', 1, 8, "expected a comma or }, got ]", None),
        ('{"a" 1}', 1, 6, "expected a colon, got 1", None),
        ('{"a":}', 1, 6, "expected a value, got }", None),
        ('{"a": 1 "b": 2}', 1, 9, 'expected a comma or }, got "b"', None),
        ("{1: 2}", 1, 2, "expected a key in double quotes or }, got 1", None),
        ("[:]", 1, 2, "expected a value or ], got :", None),
        ("[,1]", 1, 2, "expected a value or ], got ,", None),
        (",", 1, 1, "expected a value, got ,", None),
        ("]", 1, 1, "expected a value, got ]", None),
        ("{'a': 1}", 1, 2, "expected a key in double quotes or }, got '", "JSON strings use double quotes"),
        ("[1 // no\n]", 1, 4, "expected a comma or ], got a comment", "JSON has no comments"),
        ("# no\n1", 1, 1, "expected a value, got a comment", "JSON has no comments"),
        ("[True]", 1, 2, "expected a value or ], got True", "did you mean true?"),
        ("[None]", 1, 2, "expected a value or ], got None", "did you mean null?"),
        ("[yes]", 1, 2, "expected a value or ], got yes", None),
        ("[-07]", 1, 2, "expected a value or ], got -07", "a number has no leading zeros"),
        (
            "1 {}",
            1,
            3,
            "expected nothing more, got {",
            "one document holds one value; JSON Lines go into a .jsonl file",
        ),
        ("1 2", 1, 3, "expected nothing more, got 2", None),
        ("[1 {}]", 1, 4, "expected a comma or ], got {", None),
        ('{"a" [1]}', 1, 6, "expected a colon, got [", None),
        ('"a\nb"', 1, 1, "a string must end with a double quote, got none", None),
        ('["abc', 1, 2, "a string must end with a double quote, got none", None),
        ('"a\tb"', 1, 3, "a control character must be escaped, got U+0009", "write \\t"),
        (r'"C:\disk"', 1, 4, r"expected an escape that JSON has, got \d", None),
        ('"\\u12G4"', 1, 2, r"expected an escape that JSON has, got \u", None),
        ("[\x00]", 1, 2, 'expected a value or ], got "\\u0000"', None),
        ("x" * 60, 1, 1, f"expected a value, got {'x' * 40}…", None),
    ],
)
def test_a_syntax_error_states_what_was_expected(
    source: str, line: int, column: int, message: str, hint: str | None
) -> None:
    value, (fault,) = read_json(source)[0], read_json(source)[1][-1:]
    assert value is UNREADABLE
    assert (fault.rule, fault.path, fault.line, fault.column, fault.message) == (
        "invalid-json",
        (),
        line,
        column,
        message,
    )
    if "an escape" in message:
        assert fault.hint is not None
        assert fault.hint.startswith("JSON has")
    else:
        assert fault.hint == hint


def test_a_lost_key_is_noticed_whatever_colons_stand_in_the_text() -> None:
    for keys, addresses, colons, lost in itertools.product(range(4), range(4), range(4), range(3)):
        values = ["https://x.example?by=http://y.example"] * (addresses % 2) + ["12:30"] * colons
        members = [("first", "://" * addresses), *[("a", 1)] * lost, *[(f"k{index}", 1) for index in range(keys)]]
        members += [(f"v{index}", value) for index, value in enumerate(values)]
        text = "{{{}}}".format(", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in members))
        value = json.loads(text)
        assert has_every_key(text, value, len(value)) == (len(value) == len(members)), text


def test_every_duplicate_key_is_reported_and_the_last_value_kept() -> None:
    source = '{"a": {"x": 1, "x": 2, "\\u0078": 3}, "b": 1,\r\n "a": 5}'
    value, faults = read_json(source)
    assert value == {"a": 5, "b": 1}
    assert faults_of(source) == [
        ("duplicate-key", "/a/x", 1, 16),
        ("duplicate-key", "/a/x", 1, 24),
        ("duplicate-key", "/a", 2, 2),
    ]
    assert faults[0].message == "x must be given only once, got it again"
    assert [fault.at_key for fault in faults] == [True, True, True]
    assert faults[2].hint == "it is first given on line 1"


def test_faults_inside_what_a_later_duplicate_replaces_are_reported_at_their_place() -> None:
    source = '{"a": [NaN, {"b": 1, "b": 2}], "a": 5,\n"c": {"d": [1, NaN]}, "c": [[NaN]]}'
    value, _ = read_json(source)
    assert value == {"a": 5, "c": [[mock.ANY]]}
    assert faults_of(source) == [
        ("non-finite-number", "/a/0", 1, 8),
        ("duplicate-key", "/a/1/b", 1, 22),
        ("duplicate-key", "/a", 1, 32),
        ("non-finite-number", "/c/d/1", 2, 16),
        ("duplicate-key", "/c", 2, 23),
        ("non-finite-number", "/c/0/0", 2, 30),
    ]


def test_problems_before_a_syntax_error_are_reported() -> None:
    assert faults_of('\ufeff{"🚗": NaN, "🚗": [-Infinity, 1e400],\n oops') == [
        ("byte-order-mark", "", 1, 1),
        ("non-finite-number", "/🚗", 1, 7),
        ("duplicate-key", "/🚗", 1, 12),
        ("non-finite-number", "/🚗/0", 1, 18),
        ("non-finite-number", "/🚗/1", 1, 29),
        ("invalid-json", "", 2, 2),
    ]


@pytest.mark.parametrize(
    ("literal", "shown"),
    [
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("1e400", "1e400"),
        ("-1E+9999", "-1E+9999"),
        ("9" * 309, "an integer of 309 digits"),
        ("-" + "9" * 10_000, "an integer of 10000 digits"),
    ],
)
def test_a_number_beyond_a_double_is_reported(literal: str, shown: str) -> None:
    value, (fault,) = read_json(f'{{"n": {literal}}}')
    assert not math.isfinite(value["n"])
    assert (fault.rule, fault.pointer, fault.column) == ("non-finite-number", "/n", 7)
    assert fault.message == f"n must be a finite number, got {shown}"


@pytest.mark.parametrize("literal", ["1.7976931348623157e308", "9" * 308, "1e-999", "-0", "0.1", "1" + "0" * 307])
def test_a_number_that_fits_a_double_is_kept_exactly(literal: str) -> None:
    assert read_json(literal) == (json.loads(literal), [])
    assert read_json(f'{{"a": 0, "a": {literal}}}')[0] == {"a": json.loads(literal)}


def test_lone_surrogates_in_keys_and_values_are_reported() -> None:
    source = '{"k\\udc00": ["\\ud83d", "\\ud83d\\ude97"]}'
    assert faults_of(source) == [("lone-surrogate", "/k\udc00", 1, 2), ("lone-surrogate", "/k\udc00/0", 1, 14)]
    assert faults_of('["\ud83d"]') == [("lone-surrogate", "/0", 1, 2)]
    assert read_json('["\\ud83d\\ude97"]') == (["🚗"], [])
    for lone in ("\\ud83d\\\\\\ude97", "\\ude97\\ud83d", "\\uD83D\\ud83d\\uDE97", "\\ud83d\\ude97\\ude97"):
        assert [fault[0] for fault in faults_of(f'["{lone}"]')] == ["lone-surrogate"], lone


def test_a_text_without_faults_needs_no_scan() -> None:
    for text in (
        '"\\ud83d\\uDE97 \\\\ud83d \\" \\\\\\""',
        ' {"\\"\\\\": "🚗", "a": [-1, 1.5, true, null]}\n',
        "[[[]]]",
    ):
        assert strict_value(text) == json.loads(text)


def test_invalid_utf_8_is_reported_and_the_rest_is_read() -> None:
    value, (fault,) = read_json('{"a":\r "Küche", "b": 1}'.encode("latin-1"))
    assert value == {"a": "K\ufffdche", "b": 1}
    assert (fault.rule, fault.line, fault.column) == ("invalid-utf8", 2, 4)
    assert fault.message == "the text must be UTF-8, got the invalid byte 0xFC"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("inside", ["é", "e"])
def test_another_encoding_is_named(encoding: str, inside: str) -> None:
    value, (fault,) = read_json(f'{{"a": "{inside}"}}'.encode(encoding))
    assert value is UNREADABLE
    assert (fault.rule, fault.line, fault.column) == ("invalid-utf8", 1, 1)
    assert fault.message == f"the text must be UTF-8, got {encoding[:6].upper()}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_encoding_is_named_whatever_the_first_characters_are(encoding: str) -> None:
    value, (fault,) = read_json("部署完成".encode(encoding))
    assert value is UNREADABLE
    assert fault.message == f"the text must be UTF-8, got {encoding.upper()}"


def test_a_nul_in_utf_8_is_not_another_encoding() -> None:
    assert decode(b"12\x0034")[0] == "12\x0034"
    assert decode(bytearray(b"[1]")) == ("[1]", [])


@pytest.mark.parametrize("shape", ["[{}]", "{}", '{{"a":{}}}'])
def test_nesting_is_read_to_210_levels(shape: str) -> None:
    opening, closing = {"[{}]": ("[", "]"), "{}": ("[", "]"), '{{"a":{}}}': ('{"a":', "}")}[shape]
    assert read_json(opening * 210 + "1" + closing * 210)[1] == []
    value, (fault,) = read_json(opening * 211 + "1" + closing * 211)
    assert value is UNREADABLE
    assert (fault.rule, len(fault.path), fault.column) == ("too-deep", 210, 210 * len(opening) + 1)


def test_a_wide_text_is_not_too_deep() -> None:
    assert read_json("[" + ",".join(["[{}]"] * 300) + "]")[1] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "source", ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000 + "NaN" + "}" * 100_000]
)
def test_a_hundred_thousand_levels_are_reported_quickly(source: str) -> None:
    value, faults = read_json(source)
    assert value is UNREADABLE
    assert faults[0].rule == "too-deep"
    assert {fault.rule for fault in faults[1:]} <= {"invalid-json"}


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["[{}]", '{{"a":{}}}', "[{}"])
def test_the_cost_of_too_many_levels_is_linear(shape: str) -> None:
    before, after = shape.format("|").split("|")
    small, large = (before * count + after * count for count in (5_000, 20_000))
    assert lines_run(lambda: read_json(large)) < 5 * lines_run(lambda: read_json(small))


@pytest.mark.parametrize("levels", [100, 1000])
def test_a_deep_text_is_read_again_for_few_of_its_levels(levels: int) -> None:
    with mock.patch("liveschema.text.scan.read_part", wraps=read_part) as read:
        assert read_json("[" * levels)[0] is UNREADABLE
    assert 0 < read.call_count < 10


def test_problems_below_the_depth_limit_are_not_reported() -> None:
    inside = '{"a": NaN, "a": "\\ud800"}'
    assert [fault[0] for fault in faults_of("[" * 211 + inside + "]" * 211)] == ["too-deep"]


def test_the_sentinel_has_a_readable_repr() -> None:
    assert repr(UNREADABLE) == "UNREADABLE"


def test_lines_exclude_line_ends_and_a_byte_order_mark() -> None:
    text = "\ufeffone\r\ntwo\rthree\n"
    lines = Lines(text)
    assert [text[slice(*lines.line(number))] for number in (1, 2, 3, 4)] == ["one", "two", "three", ""]
    assert lines.at(0) == (1, 1)
    assert lines.at(1) == (1, 1)
    assert [lines.offset(*lines.at(offset)) for offset in range(len(text) + 1)] == [1, *range(1, len(text) + 1)]
    assert [Lines(text[1:]).offset(*Lines(text[1:]).at(offset)) for offset in range(16)] == list(range(16))


@pytest.mark.parametrize("value", ["{}", '{"a": ["]"]}', "[1, [2]]", '"a\\"b"', "-1.5e3", "true", "9" * 5000])
def test_the_end_of_a_value_is_found(value: str) -> None:
    assert end_of_value(value, 0) == len(value)
    assert end_of_value(f"[ {value} , 1]", 2) == len(value) + 2


def test_a_hint_names_the_line_of_the_file() -> None:
    assert with_line_of_file("it is first given on line 12", lambda line: line + 100) == "it is first given on line 112"
    for hint in (None, "", "leave it out", "it is first given on line 12 or so"):
        assert with_line_of_file(hint, lambda line: line + 100) == hint


@pytest.mark.parametrize("source", [{}, None, 7, memoryview(b"{}")])
def test_what_is_not_text_is_refused_by_its_type(source: Any) -> None:
    with pytest.raises(TypeError, match=f"JSON text must be str, bytes or bytearray, got an? {type(source).__name__}"):
        read_json(source)
