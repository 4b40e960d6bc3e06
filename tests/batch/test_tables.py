"""Tables of requests: their problems are those that each request has on its own."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from programs import count, programs  # noqa: E402 - as below
from recorded_requests import as_table, requests  # noqa: E402 - it needs pyarrow

from liveschema import InvalidPayload, Operation, Problem, check, loads  # noqa: E402 - as above
from liveschema import batch as batch_module  # noqa: E402
from liveschema.batch import COUNTS, DDL, PROBLEMS, counts, output_schema, problems  # noqa: E402
from liveschema.convert import merged  # noqa: E402
from liveschema.senders import operation_for  # noqa: E402
from liveschema.testing import mutated, payloads  # noqa: E402
from liveschema.text.read import read_json  # noqa: E402

PUT = ("PUT", "/live-activity/stream/prod")


def encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def expected(row: Any) -> list[tuple[str, str, str]]:
    """Return the problems of a request, as the library finds them in its body."""
    method, path, body = row
    operation = operation_for(method or "", path or "")
    if operation is None:
        return []
    found = []
    if "%20" in path:
        found.append(("invalid-stream-key", "", "error"))
    if body is not None or operation is not Operation.END_STREAM:
        value, faults = read_json(body or b"")
        problems_of_body = merged(value, faults, operation, None)
        found += [(each.rule, encodable(each.pointer), str(each.severity)) for each in problems_of_body]
    return found


def found_in(table: Any, **options: Any) -> list[dict[str, Any]]:
    made = list(problems(table.to_batches(max_chunksize=100), keep=["id"], **options))
    assert all(batch.schema == output_schema(table.schema, ["id"]) for batch in made)
    return [row for batch in made for row in batch.to_pylist()]


def test_every_request_has_the_problems_that_it_has_on_its_own() -> None:
    rows = requests()
    found: dict[int, list[tuple[str, str, str]]] = {number: [] for number in range(len(rows))}
    for each in found_in(as_table(rows)):
        found[each["id"]].append((each["rule"], each["pointer"], each["severity"]))
    assert found == {number: expected(row) for number, row in enumerate(rows)}
    assert len([each for each in found.values() if each]) > 300


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
    ids=str,
)
def test_a_body_may_have_any_type_of_text(kind: Any) -> None:
    texts = [json.dumps({"content_state": {"title": "é", "type": "timer", "duration_seconds": 0}}), None, "{"]
    bodies = pa.array(texts, pa.string()).cast(kind) if kind != pa.string_view() else pa.array(texts, kind)
    table = pa.table({"id": [1, 2, 3], "method": ["PUT"] * 3, "path": [PUT[1]] * 3, "body": bodies})
    assert [(each["id"], each["rule"]) for each in found_in(table)] == [
        (1, "out-of-range"), (2, "invalid-json"), (3, "invalid-json"),
    ]  # fmt: skip


def test_a_body_may_be_a_struct_whose_nulls_are_left_out() -> None:
    states: list[dict[str, Any]] = [
        {"title": "a", "type": "progress", "percentage": 3.5},
        {"title": "b", "type": "alert", "message": "x"},
        {"title": "c", "type": "metrics", "metrics": [{"label": "CPU", "value": 1}, {"label": "", "value": 2}]},
        {"title": "d", "type": "progress"},
    ]
    bodies: list[Any] = [{"content_state": state, "tags": None} for state in states] + [None, {}]
    table = pa.table(
        {
            "id": range(6),
            "method": ["PUT"] * 6,
            "path": [PUT[1]] * 6,
            "body": pa.array(bodies),
        }
    )
    assert [(each["id"], each["rule"], each["pointer"]) for each in found_in(table)] == [
        (2, "empty-string", "/content_state/metrics/1/label"),
        (3, "missing-field", "/content_state"),
        (4, "invalid-json", ""),
        (5, "missing-field", ""),
    ]


def test_a_map_is_an_object_and_a_list_a_list_even_if_they_are_empty() -> None:
    maps = [[("run", "7"), ("", "x")], [], None, [("run", None)]]
    metadata = pa.array(maps, pa.map_(pa.string(), pa.string()))
    state = pa.array([{"title": "x", "type": "alert", "message": "y"}] * 4)
    tags = pa.array([["a"], [], None, []], pa.list_(pa.string()))
    body = pa.StructArray.from_arrays([state, metadata, tags], ["content_state", "metadata", "tags"])
    table = pa.table({"id": range(4), "method": ["PUT"] * 4, "path": [PUT[1]] * 4, "body": body})
    assert [(each["id"], each["rule"], each["pointer"]) for each in found_in(table)] == [
        (0, "empty-string", "/metadata/"),
        (3, "null-value", "/metadata/run"),
    ]


def problems_of(text: str) -> Sequence[Problem]:
    """Return the problems of a text and its payload; a number with very many digits is one of the text."""
    try:
        loads(text, "stream")
    except InvalidPayload as error:
        return error.problems
    return check(json.loads(text), "stream")


@given(st.lists(mutated(payloads("stream"), "stream") | payloads("stream"), max_size=5))
def test_every_table_has_the_problems_of_its_bodies(bodies: list[Any]) -> None:
    texts = [json.dumps(body) for body in bodies]
    table = as_table([(*PUT, text.encode()) for text in texts]) if texts else as_table([(*PUT, b"{}")]).slice(0, 0)
    wanted = [
        (number, problem.rule, *map(encodable, (problem.pointer, problem.message, problem.hint or "")))
        for number, text in enumerate(texts)
        for problem in problems_of(text)
    ]
    found = found_in(table)
    assert [
        (each["id"], each["rule"], each["pointer"], each["message"], each["hint"] or "") for each in found
    ] == wanted


def test_columns_can_have_other_names() -> None:
    batch = pa.record_batch({"verb": ["PUT"], "url": [PUT[1]], "sent": ["{}"], "who": ["ann"]})
    (made,) = problems([batch], method="verb", path="url", body="sent", keep=["who"])
    assert made.to_pylist() == [
        {
            "who": "ann", "operation": "stream", "rule": "missing-field", "severity": "error", "pointer": "",
            "message": "the request needs content_state, got none", "hint": None, "line": None, "column": None,
        }
    ]  # fmt: skip


def test_a_fault_of_the_text_has_its_place() -> None:
    batch = pa.record_batch({"method": ["PUT"], "path": [PUT[1]], "body": ['{\n"a": 1, "a": 2}']})
    (made,) = problems([batch])
    assert [(each["rule"], each["line"], each["column"]) for each in made.to_pylist() if each["line"]] == [
        ("duplicate-key", 2, 9)
    ]


def test_batches_of_problems_stay_small() -> None:
    rows = [(*PUT, b'{"a": 1, "b": 2}')] * 5000
    made = list(problems(as_table(rows).to_batches(), keep=["id"]))
    assert sum(batch.num_rows for batch in made) == 15_000
    assert [batch.num_rows for batch in made] == [10_000, 5_000]


def test_the_problems_of_one_request_may_be_in_several_batches() -> None:
    body = json.dumps(dict.fromkeys(map(str, range(25_000)), 1)).encode()
    made = list(problems(as_table([(*PUT, b"{}"), (*PUT, body)]).to_batches(), keep=["id"]))
    assert [batch.num_rows for batch in made] == [10_000, 10_000, 5_002]
    assert [batch.column("id")[0].as_py() for batch in made] == [0, 1, 1]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"body": "sent"}, KeyError, "sent"),
        ({"keep": ["nothing"]}, KeyError, "nothing"),
        ({"path": "id"}, TypeError, "^the column id must have strings, got int64$"),
        ({"body": "id"}, TypeError, "^the column id must have strings, binary values or a struct, got int64$"),
        (
            {"keep": ["rule"]},
            ValueError,
            "^a column of the problems is named rule, too; rename the column that is kept$",
        ),
    ],
)
def test_wrong_columns_are_refused(options: Any, error: type[Exception], message: str) -> None:
    batch = pa.record_batch({"id": [1], "method": ["PUT"], "path": [PUT[1]], "body": ["{}"], "rule": ["x"]})
    with pytest.raises(error, match=message):
        list(problems([batch], **options))


def test_problems_are_counted_by_rule() -> None:
    rows = [(*PUT, b'{"a": 1}'), (*PUT, b'{"content_state": {"title": "x", "type": "timer"}}'), (*PUT, b"{}")]
    counted = counts(problems(as_table(rows).to_batches()))
    assert counted.schema == COUNTS
    assert counted.to_pylist() == [
        {"rule": "missing-field", "severity": "error", "count": 2},
        {"rule": "stream-cannot-start", "severity": "warning", "count": 1},
        {"rule": "unknown-field", "severity": "error", "count": 1},
    ]
    assert counts([]).num_rows == 0


def test_every_program_in_the_documentation_is_tested() -> None:
    assert programs("tables.md").keys() == {"DuckDB", "Spark"}
    assert count("tables.md") == 2


def test_spark_is_told_all_columns() -> None:
    assert [each.split()[0].strip("`") for each in DDL.split(", ")] == PROBLEMS.names


def test_half_of_a_surrogate_pair_is_written_as_an_escape() -> None:
    batch = pa.record_batch({"method": ["PUT"], "path": [PUT[1]], "body": ['{"\\ud800": 1}']})
    (made,) = problems([batch])
    assert [each["pointer"] for each in made.to_pylist() if each["rule"] == "unknown-field"] == ["/\\ud800"]


def test_batches_without_a_problem_give_none() -> None:
    good = json.dumps({"content_state": {"title": "x", "type": "timer", "duration_seconds": 9}}).encode()
    batches = as_table([(*PUT, good), (*PUT, b"{}"), (*PUT, good)]).to_batches(max_chunksize=1)
    assert [batch.column("id").to_pylist() for batch in problems(batches, keep=["id"])] == [[1]]


def test_it_says_what_is_missing_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"^liveschema\.batch needs pyarrow: pip install 'liveschema\[batch\]'$"):
        runpy.run_path(str(batch_module.__file__))
