"""YAML files are divided into documents before they are parsed, and long ones are read one document after the other."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from lint_kit import BAD, GOOD, Folder

from liveschema.lint.inputs import long_file
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.long_file import LongFile, read_or_open
from liveschema.lint.inputs.yaml import parser as yaml_parser
from liveschema.lint.inputs.yaml import text as yaml_text
from liveschema.lint.inputs.yaml.pieces import pieces_of
from liveschema.lint.inputs.yaml.text import yaml_documents, yaml_documents_in

LINES = [
    "---\n", "---\n", "---\n", "--- a\n", "---", "--- # c\n", "---\tz\n", "---x\n", " ---\n", "--- |\n x\n",
    "--- >\n\n x\n", "--- 'a\n", "--- {a: 1}\n", "--- [\n", "...\n", "...\n", "... # x\n", "...", "...x\n",
    "%YAML 1.2\n", "%TAG ! !x\n", "%foo\n", "%", "a: 1\n", "b: [1, 2]\n", "c: |\n  x\n", "d: |+\n  x\n\n", "e: \n",
    "n: .nan\n", "k: 1\nk: 2\n", "- x\n", "- &a y\n", "- *a\n", "'q\n", '"q\n', "q'\n", "[a,\n", "]\n", "{a: b}\n",
    "  k: v\n", "? a\n", ": b\n", "f: !!str\n", "é: ü\n", "\n", "\n ", "\t\n", "\r\n", "\r", "# c\n",
    "# liveschema: ignore[out-of-range]\n", "x # liveschema: ignore\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), max_size=12).map("".join)


def every_path(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, item in items for found in every_path(item, (*path, key)))]


def seen(documents: Iterable[Document]) -> list[tuple[object, ...]]:
    """Return all that a report could show of documents, with the lines of the file."""
    found: list[tuple[object, ...]] = []
    for document in documents:
        below = document.first_line - 1
        faults = [
            (each.rule, each.path, each.message, (each.line or 0) + below, each.column) for each in document.faults
        ]
        places = {
            path: [
                (span.line + below, span.column, span.end_line + below, span.end_column)
                for span in (place.value, place.key)
                if span
            ]
            for path, place in document.locator(every_path(document.value)).items()
        }
        found.append((repr(document.value), document.index, faults, places))
    return found


def in_blocks(source: bytes, size: int) -> list[bytes]:
    return [source[start : start + size] for start in range(0, len(source), size)]


@given(TEXTS, st.integers(1, 9))
def test_every_text_has_the_same_pieces_in_blocks_of_any_size(text: str, size: int) -> None:
    source = text.encode()
    pieces = list(pieces_of([source]))
    assert b"".join(pieces) == source
    assert all(piece.endswith((b"\n", b"\r")) for piece in pieces[:-1])
    assert list(pieces_of(in_blocks(source, size))) == pieces
    assert (
        seen(yaml_documents_in(in_blocks(source, size))) == seen(yaml_documents(source)) == seen(yaml_documents(text))
    )


@examples(1000)
@given(TEXTS, st.booleans())
def test_every_text_is_read_in_pieces_as_it_is_at_once(text: str, fast: bool) -> None:  # noqa: FBT001
    with pytest.MonkeyPatch.context() as patch:
        if not fast:
            patch.setattr(yaml_parser, "FastParser", None)
        in_pieces = seen(yaml_documents(text))
        patch.setattr(yaml_text, "pieces_of", lambda blocks: iter([b"".join(blocks)]))
        at_once = seen(yaml_documents(text))
    if "UNREADABLE" in at_once[-1]:
        # What follows is read only in pieces.
        assert [(value, *rest) for value, _, *rest in in_pieces[: len(at_once)]] == [
            (value, *rest) for value, _, *rest in at_once
        ]
    else:
        assert in_pieces == at_once


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a\n--- b\n---\n", ["a\n", "--- b\n", "---\n"]),
        ("a\n---", ["a\n", "---"]),
        ("# c\n\n%YAML 1.2\n---\na\n---\nb\n", ["# c\n\n%YAML 1.2\n---\na\n", "---\nb\n"]),
        ("--- a\n...\n# c\n%YAML 1.2\n---\nb\n", ["--- a\n...\n", "# c\n%YAML 1.2\n---\nb\n"]),
        ("--- a\n... # c\n---\nb\n", ["--- a\n... # c\n", "---\nb\n"]),
        ("a\n...x\n%y\n---\nb\n", ["a\n...x\n%y\n", "---\nb\n"]),
        ("'a\n---\nb'\n", ["'a\n", "---\nb'\n"]),
        ("---\n---\n", ["---\n", "---\n"]),
        ("---x\n--- x\n ---\n", ["---x\n", "--- x\n ---\n"]),
        ("a\r---\rb\r\n---\r\nc", ["a\r", "---\rb\r\n", "---\r\nc"]),
        ("# c\r%YAML 1.2\r--- a\r...\r%YAML 1.2\r--- b", ["# c\r%YAML 1.2\r--- a\r...\r", "%YAML 1.2\r--- b"]),
        ("--- a\n...\n\ufeff%YAML 1.2\n--- b\n", ["--- a\n...\n\ufeff%YAML 1.2\n", "--- b\n"]),
        ("\ufeff# c\n--- a\n", ["\ufeff# c\n--- a\n"]),
        ("", [""]),
    ],
)
def test_a_text_is_divided_at_the_markers_of_its_documents(text: str, pieces: list[str]) -> None:
    assert [piece.decode() for piece in pieces_of([text.encode()])] == pieces


@pytest.mark.parametrize("broken", ["[\n", "a: b: c\n", "a: \x07\n", "- *a\n", "'\n"])
def test_a_document_that_cannot_be_read_hides_no_request(folder: Folder, broken: str) -> None:
    folder.write("x.yaml", f"{broken}---\n{json.dumps(BAD)}\n")
    folder.write("y.md", f"```yaml update\n{json.dumps(GOOD)}\n---\n{broken}---\n{json.dumps(BAD)}\n```\n")
    found = [(each["path"], each["rule"], each["line"]) for each in folder.findings()]
    assert [each for each in found if each[1] != "invalid-yaml"] == [
        ("x.yaml", "out-of-range", broken.count("\n") + 2),
        ("y.md", "out-of-range", broken.count("\n") + 5),
    ]


def test_a_problem_at_the_marker_after_a_document_shows_its_line(folder: Folder) -> None:
    folder.write("x.yaml", f"content_state: [\n---\n{json.dumps(BAD)}\n")
    lines = folder.check("x.yaml", "--format", "full").lines
    assert lines[lines.index("2 | ---") + 1] == "  | ^^^"
    folder.write("x.yaml", f"content_state: [\n--- # liveschema: ignore\n{json.dumps(GOOD)}\n")
    assert folder.check("x.yaml").lines == ["2 payloads in 1 file: no problems; 1 ignored by comments"]


def test_only_the_beginning_of_a_text_tells_its_encoding(folder: Folder) -> None:
    folder.write("x.update.yaml", f"{json.dumps(GOOD)}\n...\n%\0\0\0\n---\n{json.dumps(GOOD)}\n")
    (finding,) = folder.findings()
    assert (finding["line"], finding["column"], finding["message"]) == (
        3, 2, "a character must be one that YAML allows, got U+0000"
    )  # fmt: skip


def test_only_the_beginning_of_a_text_has_a_byte_order_mark() -> None:
    found = [
        fault.message
        for document in yaml_documents("a: 1\n...\n\ufeff%YAML 1.2\n---\nb: 1\n")
        for fault in document.faults
    ]
    assert found == ["a character must be escaped, got U+FEFF"]


def test_a_long_text_in_another_encoding_is_a_finding(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_file, "BLOCK", 1000)
    folder.write("x.yaml", f"# {'漢' * 3000}\n---\n{json.dumps(BAD)}\n".encode("utf-16"))
    assert [each["message"] for each in folder.findings()] == ["the text must be UTF-8, got UTF-16"]


def test_a_document_after_the_end_of_another_is_read() -> None:
    assert [each.value for each in yaml_documents("it's\n...\n--- 'a'\n")] == ["it's", "a"]


def test_a_text_in_quotes_that_a_marker_ends_is_reported_there() -> None:
    document, following = yaml_documents("a: 'b\n---\nc: d\n")
    (fault,) = document.faults
    assert following.value == {"c": "d"}
    assert (fault.message, fault.line, fault.column) == (
        "the text must be YAML, got unexpected document separator", 2, 1
    )  # fmt: skip


def test_a_forbidden_character_is_a_problem_of_its_document() -> None:
    first, second, third = yaml_documents("a: 1\n---\nb: \x07\n---\nc: 1\n")
    assert (first.value, second.readable, third.value) == ({"a": 1}, False, {"c": 1})
    (fault,) = second.faults
    assert (second.first_line, fault.line, fault.column) == (2, 2, 4)


def test_each_document_reports_its_own_invalid_byte() -> None:
    found = [
        (document.index, document.first_line, [(each.rule, each.line, each.column) for each in document.faults])
        for document in yaml_documents("a: é\n---\nb: 1\n---\nc:\n  é\n".encode("latin-1"))
    ]
    assert found == [(1, 1, [("invalid-utf8", 1, 4)]), (2, 2, []), (3, 4, [("invalid-utf8", 3, 3)])]


def test_a_comment_before_a_marker_ignores_what_stands_behind_it(folder: Folder) -> None:
    first = "activity_id: a\ncontent_state: {title: x, percentage: 5}\n# liveschema: ignore[out-of-range]\n"
    folder.write("x.update.yaml", f"{first}--- {json.dumps(BAD)}\n---\n{json.dumps(BAD)}\n")
    assert [(each["line"], each["document"]) for each in folder.findings()] == [(6, 3)]


def test_the_hint_of_a_later_document_names_the_line_of_the_file(folder: Folder) -> None:
    folder.write("x.update.yaml", f"{json.dumps(GOOD)}\n---\n{json.dumps(GOOD)[:-1]},\n'activity_id': b}}\n")
    (finding,) = folder.findings()
    assert (finding["line"], finding["hint"]) == (4, "it is first given on line 3")


def as_yaml(*payloads: object) -> str:
    return "".join(f"---\n{json.dumps(payload)}\n" for payload in payloads)


CURL = "curl -X POST https://activitysmith.com/api/live-activity/update -d"
STEPS = f"jobs:\n  a:\n    steps:\n      - run: |\n          {CURL} '{json.dumps(BAD)}'\n"
SENDER = f"jobs:\n  a:\n    steps:\n      - run: {CURL} @a.yaml\n"
RECORDED = {"method": "POST", "path": "/api/live-activity/update", "body": BAD}
FILES = {
    "payloads.yaml": as_yaml(GOOD, BAD, {"name": "x"}, GOOD, BAD),
    "recorded.yaml": as_yaml(RECORDED, RECORDED),
    "steps.yml": f"name: x\n---\n{STEPS}---\n{json.dumps(BAD)}\n",
    "sender.yml": f"name: x\n---\n{SENDER}",
    "a.yaml": as_yaml(BAD, {"name": "x"}),
    "template.yaml": as_yaml(GOOD, BAD).replace('"Backup"', "${TITLE}"),
    "broken.yaml": as_yaml(GOOD, BAD) + "---\n[\n---\n" + json.dumps(BAD),
    "other.yaml": as_yaml({"name": "x"}, {"kind": "Pod"}),
    "utf-16.yaml": as_yaml(BAD).encode("utf-16"),
    "mentions.yaml": as_yaml({"url": "https://activitysmith.com"}, BAD),
}


@pytest.mark.parametrize("arguments", [(), ("a.yaml",), ("-v", "other.yaml", "steps.yml", "mentions.yaml")])
@pytest.mark.parametrize("command", ["check", "timeline", "extract"])
def test_a_long_file_is_read_as_a_short_one(
    folder: Folder, command: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in FILES.items():
        folder.write(name, content)
    at_once = folder.execute(command, *arguments)
    assert at_once.out + at_once.err
    monkeypatch.setattr(long_file, "BLOCK", 50)
    assert folder.execute(command, *arguments) == at_once


class Pipe(io.BytesIO):
    """A stream that can be read only once."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation


@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
def test_a_long_stream_is_read_from_where_it_stands(kind: type[io.BytesIO], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_file, "BLOCK", 4)
    stream = kind(b"0123456789")
    stream.read(3)
    file = read_or_open(stream)
    assert isinstance(file, LongFile)
    for _ in range(2):
        assert list(file.blocks()) == [b"3456", b"789"]
        assert file.read() == b"3456789"
    assert file.any_block(lambda text: b"678" in text)
    assert not file.any_block(lambda text: b"2" in text)
    assert read_or_open(kind(b"012")) == b"012"


def test_a_long_file_is_searched_across_its_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_file, "BLOCK", 5)
    file = tmp_path / "a.yaml"
    file.write_bytes(b"aaacontent_statebbb")
    with file.open("rb") as stream:
        opened = read_or_open(stream)
        assert long_file.any_block(opened, lambda text: b"content_state" in text)
