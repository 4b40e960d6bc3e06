"""The text of a YAML scalar in each style, with the place of each character."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from amount import examples
from hypothesis import given
from hypothesis import strategies as st

from liveschema.engine.problems import Path
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.yaml.scalars import scalar_in
from liveschema.lint.inputs.yaml.text import yaml_documents


def scalar(text: str, path: Path = ("a",)) -> Fragment:
    (document,) = yaml_documents(text)
    value = document.value
    for step in path:
        value = value[step]
    span = document.locator([path])[path].value
    return scalar_in(Fragment.whole(text), span.start, span.end, value)


def copied(text: str, fragment: Fragment) -> str:
    """Return the text with a dot in place of each character that is written in another way in the file."""
    shown = ""
    for offset, character in enumerate(fragment.text):
        start, end = fragment.start(offset), fragment.end(offset + 1)
        shown += character if text[start:end] == character else "."
    return shown


@pytest.mark.parametrize(
    ("text", "expected", "shown"),
    [
        ("a: |\n  x: 1\n  y: 2\nb: 1\n", "x: 1\ny: 2\n", "x: 1.y: 2\n"),
        ("a: |-\n  x\n\n   y\n\nb: 1\n", "x\n\n y", "x.. y"),
        ("a: |+\n  x\n\n \nb: 1\n", "x\n\n\n", "x..."),
        ("a: |2\n    x\n   y\n", "  x\n y\n", "  x. y\n"),
        ("- a: |1-\n    x\n   y", " x\ny", " x.y"),
        ("a: | # note\n\n\n  x\n", "\n\nx\n", "..x\n"),
        ("a: |\r\n  x\r\n  y\r\n", "x\ny\n", "x.y."),
        ("a: |\n  \tx\n", "\tx\n", "\tx\n"),
        ("a: &x !!str |\n  x\n", "x\n", "x\n"),
        ("a: &x # note\n  x y\n", "x y", "x y"),
        ("a: >\n  x\n  y\n\n  z\n", "x y\nz\n", "x.y.z\n"),
        ("a: >\n  x\n\n\n    y\n   y\n  z\n", "x\n\n\n  y\n y\nz\n", "x...  y. y.z\n"),
        ("a: >-\n  x\n  y\n\n\n", "x y", "x.y"),
        ("a: |\n  x: 1 \n  y: 2\t \nb: 1\n", "x: 1 \ny: 2\t \n", "x: 1 .y: 2..."),
        ("a: |\n  x\n     \nb: 1\n", "x\n   \n", "x....."),
        ("a: >-\n  x\n  y  \n\nb: 1\n", "x y  ", "x.y.."),
        ("a: |\n  \t\nb: 1\n", "\t\n", ".."),
        ("a: |\n  \nb: 1\n", "", ""),
        ("a: |+\n\n\nb: 1\n", "\n\n", ".."),
        ('a: "x\\ty\\u00e9\\x41\\U0001F697\\/\\""\n', 'x\ty\xe9A\U0001f697/"', "x.y....."),
        ('a: "x  \n\n  y\\\n    z\\\n\n  w"\n', "x\nyz\nw", "x.yz.w"),
        ('a: "x \\\n  \\  y"\n', "x   y", "x . y"),
        ("a: 'it''s  \n  here'\n", "it's here", "it.s.here"),
        ("a: x  y\n   z\n\n   w # note\n", "x  y z\nw", "x  y.z.w"),
        ("a: 12 # note\n", "12", "12"),
        ("a: !!str 12\n", "12", "12"),
        ("a: true\n", "true", "true"),
        (f'a: "x{HOLE}\\n"\n', f"x{HOLE}\n", f"x{HOLE}."),
        ("{a: x, b: y}\n", "x", "x"),
    ],
)
def test_each_character_has_its_place(text: str, expected: str, shown: str) -> None:
    fragment = scalar(text, (0, "a") if text.startswith("-") else ("a",))
    assert fragment.text == expected
    assert copied(text, fragment) == shown


@pytest.mark.parametrize(
    ("anchor", "expected"), [("|\n  x\n  y", "x\ny\n"), ("12", "12"), ("true", "true"), ('"*"', "*"), ('"*b"', "*b")]
)
def test_the_text_of_an_alias_stands_at_the_alias(anchor: str, expected: str) -> None:
    text = f"b: &b {anchor}\na: *b\n"
    fragment = scalar(text)
    assert fragment.text == expected
    at = text.index("*b\n", len(anchor))
    assert (fragment.start(0), fragment.end(len(expected))) == (at, at + 2)


LINES = st.text(st.sampled_from("ab: #'\"\\-\n\n  \t\u00e9\U0001f697%&*!|>[]{},?"), max_size=30)


WRITTEN = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from(["|", ">", '"', "'", None]),
        "indent": st.sampled_from([2, 3, 4, 8]),
        "width": st.sampled_from([10, 80]),
        "allow_unicode": st.booleans(),
    }
)


@given(LINES, WRITTEN, st.sampled_from(["\n", "\r\n"]))
@examples(600)
def test_every_string_in_every_style_is_found_again(content: str, written: dict[str, Any], line_end: str) -> None:
    values: list[tuple[Any, Path]] = [
        ({"a": content}, ("a",)),
        ({"a": [content, {"k": content}], "z": 1}, ("a", 1, "k")),
        ({"x": {"y": [{"z": content}, "t"]}}, ("x", "y", 0, "z")),
    ]
    for value, path in values:
        text = yaml.dump(value, **written)
        (document,) = yaml_documents(text)
        expected = document.value
        for step in path:
            expected = expected[step]
        text = text.replace("\n", line_end)
        fragment = scalar(text, path)
        assert fragment.text == expected or not isinstance(expected, str)
        last = 0
        for offset, character in enumerate(fragment.text):
            start, end = fragment.start(offset), fragment.end(offset + 1)
            assert last <= start <= end <= len(text)
            last = start
            if character.isalnum() and (character.isascii() or written["allow_unicode"]):
                assert text[start:end] == character
