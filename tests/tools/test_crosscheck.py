"""The crosscheck of generated types: what it compares, and what it takes for a mistake, a loss or another name."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jsonschema", reason="the crosscheck finds the class of a payload with it")

import _committed
import _round_trip
from _bundle import LARGE_NUMBERS, MERGED, REQUESTS, sent
from _languages import EXAMPLES, LANGUAGES
from _mistakes import FOLDER, MISTAKES, cells, refused_by_compiler, typescript
from _round_trip import Limit, judge, judge_example
from _swift import wire_names
from _tools import README, FailedError, as_doubles, same

PAGE = README.read_text("utf-8")
COMMITTED = {each.name: each for each in LANGUAGES if each.committed}
SWIFT = (_committed.GENERATED / "LiveActivity.swift").read_text("utf-8")


@pytest.mark.parametrize("language", COMMITTED.values(), ids=COMMITTED)
def test_each_committed_file_has_every_definition_and_every_field(language: Any) -> None:
    text = (_committed.GENERATED / language.committed).read_text("utf-8")
    types = {name.replace("URL", "Url") for name in re.findall(language.type, text, re.MULTILINE)}
    assert MERGED.keys() <= types
    assert not types & {"OpenUrlAction", "WebhookAction"}
    fields = {field for each in MERGED.values() for field in each.get("properties", ())}
    assert len(fields) > 30
    assert {field for field in fields if not re.search(rf"\b{field}\b", text)} == set()


def test_the_committed_swift_says_on_the_wire_what_the_schema_says() -> None:
    assert re.fullmatch(r"\d{3} names on the wire as in the schema", wire_names(SWIFT))


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ('"content_state"', '"contentState"'),
        ('case post = "POST"', 'case post = "post"'),
        ("    public var title: String\n", "    public var title: String?\n"),
        ("    public var title: String\n", ""),
    ],
)
def test_another_name_on_the_wire_is_found_in_swift(written: str, other: str) -> None:
    with pytest.raises(FailedError):
        wire_names(SWIFT.replace(written, other, 1))


def test_any_value_can_be_put_into_the_body_of_a_webhook_in_swift() -> None:
    assert "public var body: [String: LAJSONAny]?" in SWIFT
    assert SWIFT.count("    public init(_ value: Any) {\n        self.value = value\n    }\n") == 1
    assert SWIFT.count("(value as? Int).map({ Int64($0) })") == 3


def test_the_swift_example_calls_the_initializers_as_they_are() -> None:
    initializers = {
        name: re.findall(r"(\w+): ([^,)]+)", parameters)
        for name, parameters in re.findall(
            r"^public struct (\w+)[^@]*?^    public init\((.*)\) \{$", SWIFT, re.MULTILINE
        )
    }
    text = (EXAMPLES / "main.swift").read_text("utf-8")
    calls = {
        "LAStreamPercentageProgressRequest": re.findall(r"^    (\w+):", text, re.MULTILINE),
        "LAAction": re.findall(r"(?<![\"\w])(\w+):", text.partition("LAAction(")[2].partition("\n    )")[0]),
        "LAStreamPercentageProgressState": re.findall(r"(\w+): ", re.search(r"ProgressState\((.*)\)", text)[1]),  # type: ignore[index] # it is there
    }
    for name, given in calls.items():
        names = [parameter for parameter, _ in initializers[name]]
        assert given == [each for each in names if each in given]
        assert {parameter for parameter, type_ in initializers[name] if "= nil" not in type_} <= set(given)


def test_the_readme_shows_the_examples_as_they_are_run() -> None:
    shown = [*EXAMPLES.glob("[Ee]xample.*"), EXAMPLES / "main.swift"]
    assert {each.example for each in LANGUAGES if each.example} == {file.name for file in shown} - {"main.swift"}
    assert all(f"\n{file.read_text('utf-8')}```\n" in PAGE for file in shown)


def test_an_example_that_writes_another_request_fails() -> None:
    expected = (EXAMPLES / "expected.json").read_text("utf-8")
    judge_example(expected)
    with pytest.raises(FailedError, match=r"^the example writes"):
        judge_example(expected.replace('"percentage"', '"subtitle": null, "percentage"'))


def test_each_mistake_has_a_row_and_each_cell_is_one_of_four_words() -> None:
    table = PAGE.partition(_committed.HEAD)[2].partition("\n\n")[0].splitlines()
    rows = {row.split("|")[1].strip(): [cell.strip() for cell in row.split("|")[2:-1]] for row in table[2:]}
    assert list(rows) == [each.name for each in MISTAKES]
    assert {cell for row in rows.values() for cell in row} <= {"compile", "decode", "both", "no"}
    assert {len(row) for row in rows.values()} == {table[0].count("|")}


def test_each_file_of_mistakes_has_all_of_them() -> None:
    for file in FOLDER.glob("[Mm]istakes.*"):
        assert re.findall(r"// mistake: (.+)", file.read_text("utf-8")) == [each.name for each in MISTAKES]
    assert {each.mistakes for each in LANGUAGES if each.driver} == {
        *(file.name for file in FOLDER.glob("[Mm]istakes.*")),
        "mistakes.ts",
    }


def test_a_cell_says_who_refuses() -> None:
    names = [each.name for each in MISTAKES]
    made = cells(names[:2], names[1:3])
    assert list(made.values())[:4] == ["compile", "both", "decode", "no"]


def compiler(file: Path, wrong: list[str]) -> Callable[[], None]:
    """Return a compiler that reports only the first line with one of some words."""

    def compile_() -> None:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if any(word in line for word in wrong):
                failure = FailedError("does not compile")
                failure.output = f"{file.name}:{number - 1}:1: warning: dull\n{file.name}:{number}:1: error: no"
                raise failure

    return compile_


def test_a_file_of_mistakes_is_compiled_until_the_rest_is_right(tmp_path: Path) -> None:
    file = tmp_path / "mistakes.ts"
    source = typescript("./types")
    refused = refused_by_compiler(file, source, compiler(file, ["crimson", "Subtitel", '"subtitel"', '"bar"']))
    assert refused == {"unknown type", "unknown colour", "misspelt field"}
    assert "crimson" not in file.read_text("utf-8")
    assert len(file.read_text("utf-8").splitlines()) == len(source.splitlines())


def test_an_error_outside_of_a_mistake_fails(tmp_path: Path) -> None:
    file = tmp_path / "mistakes.ts"
    with pytest.raises(FailedError, match="does not compile"):
        refused_by_compiler(file, typescript("./types"), compiler(file, ["import type"]))
    with pytest.raises(FailedError, match="have other mistakes"):
        refused_by_compiler(file, "// mistake: another", compiler(file, []))


def answer(monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], str]) -> None:
    """Let a driver answer every payload with what is made of it."""
    monkeypatch.setattr(_round_trip, "answers", lambda *_: [change(each.payload) for each in sent()])


def test_every_payload_has_one_class_of_its_operation() -> None:
    assert {each.name for each in sent()} <= set(REQUESTS)
    assert len(sent()) > 150


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.replace("{", '{"subtitle": null, ', 1), "comes back as"),
        (lambda text: text.replace('"title"', '"Title"'), "comes back as"),
        (lambda text: text.replace('"percentage": 0', '"percentage": false'), "comes back as"),
        (lambda _: "{}", "comes back as"),
        (lambda _: "!cannot", "refused"),
    ],
)
def test_a_payload_that_comes_back_as_another_fails(
    change: Callable[[str], str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda payload: change(json.dumps(payload)))
    with pytest.raises(FailedError, match=message):
        judge((), Path(), ())


def test_whole_numbers_may_be_written_as_fractions(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, lambda payload: re.sub(r"(?<=: )(\d{1,15})(?=[,}])", r"\1.0", json.dumps(payload)))
    assert judge((), Path(), ()).startswith(f"{len(sent())} of {len(sent())} ")


def test_a_whole_number_that_is_rounded_is_another() -> None:
    large = (1 << 53) + 1
    assert same({"a": [17, large]}, {"a": [17.0, large]})
    assert not same(large, large - 1)
    assert not same(large, float(large))
    assert same(10**30, 1e30)
    assert not same([1], [True])
    assert same(as_doubles({"a": [large, True, "b"]}), {"a": [float(large), True, "b"]})


def test_a_payload_whose_large_number_is_rounded_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, lambda payload: json.dumps(payload).replace(str((1 << 53) + 1), str(1 << 53)))
    with pytest.raises(FailedError, match=r"^large/metadata as .* comes back as"):
        judge((), Path(), ())
    rounded = [limit for each in LANGUAGES for limit in each.limits if "2^53 is rounded" in limit.reason]
    assert {sum(limit.concerns(each.payload) for each in sent()) for limit in rounded} == {
        len(LARGE_NUMBERS),
        len(LARGE_NUMBERS) - 1,
    }


def test_a_limit_must_still_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, json.dumps)
    with pytest.raises(FailedError, match=r"^no longer a limit: it is large$"):
        judge((), Path(), [Limit("it is large", lambda _: True)])
    answer(monkeypatch, lambda _: "!")
    assert judge((), Path(), [Limit("it is large", lambda _: True)]).endswith(f", {len(sent())} not: it is large")


def test_a_column_is_compared_or_written_and_the_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "README.md"
    page.write_text("Before\n\n| Mistake | Swift | Go |\n| --- | --- | --- |\n| a | both | no |\n\nAfter\n", "utf-8")
    monkeypatch.setattr(_committed, "README", page)
    _committed.settle_column("Go", {"a": "no"})
    with pytest.raises(FailedError, match=r"not up to date: .* \(a: decode\)$"):
        _committed.settle_column("Go", {"a": "decode"})
    monkeypatch.setattr(sys, "argv", ["run.py", "--write"])
    _committed.settle_column("Go", {"a": "decode", "b": "no"})
    table = "| Mistake | Swift | Go |\n| --- | --- | --- |\n| a | both | decode |\n| b | ? | no |\n"
    assert page.read_text("utf-8") == f"Before\n\n{table}\nAfter\n"


def test_a_file_is_compared_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_committed, "GENERATED", tmp_path / "generated")
    with pytest.raises(FailedError, match=r"^schemas/generated/a\.go is not up to date: run .* --write$"):
        _committed.settle("a.go", "package a\n")
    monkeypatch.setattr(sys, "argv", ["run.py", "--write"])
    _committed.settle("a.go", "package a\n")
    monkeypatch.setattr(sys, "argv", ["run.py"])
    _committed.settle("a.go", "package a\n")


def test_the_limits_in_the_readme_are_those_of_the_run() -> None:
    for language in LANGUAGES:
        _committed.check_limits(language.title, [each.reason for each in language.limits])
    with pytest.raises(FailedError, match="has the limits"):
        _committed.check_limits("Go", [])
