"""Checks of tables of requests: Arrow record batches of requests in, Arrow record batches of problems out.

It needs the extra ``liveschema[batch]``. Engines for tables run it: DuckDB by `register`, Spark by ``mapInArrow`` with
`problems`, and anything else that has Arrow batches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

try:
    import pyarrow as pa
except ModuleNotFoundError:
    msg = "liveschema.batch needs pyarrow: pip install 'liveschema[batch]'"
    raise ImportError(msg) from None

from liveschema.contract.endpoints import endpoint
from liveschema.engine.wording import encodable
from liveschema.senders.guarding import OutgoingRequest, examined, examined_payload, is_guarded

if TYPE_CHECKING:
    import duckdb

    from liveschema.engine.problems import Problem

__all__ = ["COUNTS", "DDL", "PROBLEMS", "SQL_FUNCTION", "counts", "output_schema", "problems", "register"]

_FIELDS: Final = (
    pa.field("operation", pa.string()),
    pa.field("rule", pa.string()),
    pa.field("severity", pa.string()),
    pa.field("pointer", pa.string()),
    pa.field("message", pa.string()),
    pa.field("hint", pa.string()),
    pa.field("line", pa.int32()),
    pa.field("column", pa.int32()),
)
PROBLEMS: Final = pa.schema(_FIELDS)
"""The columns of a problem; ``hint`` may be null, and ``line`` and ``column`` are, unless the text has a fault."""
DDL: Final = ", ".join(f"`{field.name}` {'INT' if field.type == pa.int32() else 'STRING'}" for field in _FIELDS)
"""The columns of a problem as Spark's ``mapInArrow`` takes them, after those that are kept."""
COUNTS: Final = pa.schema(
    [pa.field("rule", pa.string()), pa.field("severity", pa.string()), pa.field("count", pa.int64())]
)
"""The columns of `counts`."""
SQL_FUNCTION: Final = "liveschema_problems"
"""The name of the function that `register` adds to a connection of DuckDB."""
_MOST_ROWS: Final = 10_000
"""How many problems an output batch has at most, so that memory does not grow with the input."""


def output_schema(schema: pa.Schema, keep: Sequence[str] = ()) -> pa.Schema:
    """Return the schema of the problems of batches with a schema.

    Args:
        schema: The schema of the requests.
        keep: The columns to repeat for each problem, as for `problems`.

    Returns:
        The kept columns, then those of `PROBLEMS`.

    Raises:
        KeyError: If a column does not exist.
        ValueError: If a kept column has the name of a column of `PROBLEMS`.

    .. versionadded:: 0.1.0
    """
    taken = [name for name in keep if name in PROBLEMS.names]
    if taken:
        message = f"a column of the problems is named {taken[0]}, too; rename the column that is kept"
        raise ValueError(message)
    return pa.schema([*map(schema.field, keep), *PROBLEMS])


def problems(
    batches: Iterable[pa.RecordBatch],
    *,
    method: str = "method",
    path: str = "path",
    body: str = "body",
    keep: Sequence[str] = (),
) -> Iterator[pa.RecordBatch]:
    """Check recorded requests.

    Rows whose method and path are those of no operation are passed over.

    Args:
        batches: Batches of requests, all with the same schema; one is read at a time.
        method: The column with the HTTP method.
        path: The column with the path or the URL.
        body: The column with the body: JSON text as strings or binary values,
            or a struct, in which a null field counts as left out.
        keep: Columns to repeat for each problem, such as the id of the request; not the body, which would be
            there once for each of its problems.

    Yields:
        Batches of problems with the schema of `output_schema`, in the order of the requests.

    Raises:
        KeyError: If a column does not exist.
        TypeError: If a column has another type.

    .. versionadded:: 0.1.0
    """
    for batch in batches:
        for name in (method, path, body):
            _require_type(batch.schema, name, can_be_struct=name == body)
        schema = output_schema(batch.schema, keep)
        found: list[dict[str, Any]] = []
        rows: list[int] = []
        for row, structs in enumerate(_problems_of_rows(*(batch.column(name) for name in (method, path, body)))):
            found += structs
            rows += [row] * len(structs)
            while len(found) >= _MOST_ROWS:
                yield _made(batch, schema, keep, rows[:_MOST_ROWS], found[:_MOST_ROWS])
                found, rows = found[_MOST_ROWS:], rows[_MOST_ROWS:]
        if found:
            yield _made(batch, schema, keep, rows, found)


def _require_type(schema: pa.Schema, name: str, *, can_be_struct: bool) -> None:
    kind = schema.field(name).type
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    if _is_text(value) or (can_be_struct and (pa.types.is_struct(value) or pa.types.is_null(value))):
        return
    wanted = "strings, binary values or a struct" if can_be_struct else "strings"
    message = f"the column {name} must have {wanted}, got {kind}"
    raise TypeError(message)


def _is_text(kind: pa.DataType) -> bool:
    tests = ("is_string", "is_large_string", "is_string_view", "is_binary", "is_large_binary", "is_binary_view")
    return any(getattr(pa.types, test)(kind) for test in tests)


def _problems_of_rows(methods: pa.Array, paths: pa.Array, bodies: pa.Array) -> Iterator[list[dict[str, Any]]]:
    """Return the problems of each row as structs with the fields of `PROBLEMS`."""
    kind = bodies.type
    for method, path, body in zip(methods.to_pylist(), paths.to_pylist(), bodies.to_pylist(), strict=True):
        request = _examined(_text(method), _text(path), body, kind)
        yield [] if request is None else [_struct(request, problem) for problem in request.problems]


def _text(value: str | bytes | None) -> str:
    return "" if value is None else value if isinstance(value, str) else value.decode("utf-8", "replace")


def _examined(method: str, path: str, body: Any, kind: pa.DataType) -> OutgoingRequest | None:  # noqa: ANN401 - a value of the column
    if not is_guarded(method, path):
        return None
    if not isinstance(body, dict):
        return examined(method, path, body)
    found = endpoint(method, path)
    assert found.operation is not None  # noqa: S101 - see above
    return examined_payload(method, path, found.operation, found.stream_key, _json_of(body, kind))


def _json_of(value: Any, kind: pa.DataType) -> Any:  # noqa: ANN401 - any value of Arrow
    """Return the JSON value of a value of a type.

    In a struct, each row has all fields, so a null one counts as left out. A map becomes an object.
    """
    if value is None:
        return None
    if pa.types.is_struct(kind):
        given = {field: value[field.name] for field in kind if value[field.name] is not None}
        return {field.name: _json_of(item, field.type) for field, item in given.items()}
    if pa.types.is_map(kind):
        return {key: _json_of(item, kind.item_type) for key, item in value}
    if pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind):
        return [_json_of(item, kind.value_type) for item in value]
    return value


def _struct(request: OutgoingRequest, problem: Problem) -> dict[str, Any]:
    return {
        "operation": str(request.operation),
        "rule": problem.rule,
        "severity": str(problem.severity),
        "pointer": encodable(problem.pointer),
        "message": encodable(problem.message),
        "hint": problem.hint and encodable(problem.hint),
        "line": problem.line,
        "column": problem.column,
    }


def _made(
    batch: pa.RecordBatch, schema: pa.Schema, keep: Sequence[str], rows: list[int], found: list[dict[str, Any]]
) -> pa.RecordBatch:
    """Return a batch of problems, each with the kept columns of its row."""
    made = pa.RecordBatch.from_pylist(found, schema=PROBLEMS)
    kept = [batch.column(name).take(pa.array(rows, pa.int64())) for name in keep]
    return pa.record_batch([*kept, *made.columns], schema=schema)


def counts(batches: Iterable[pa.RecordBatch]) -> pa.RecordBatch:
    """Count problems by rule.

    Args:
        batches: Batches of problems, as `problems` gives them.

    Returns:
        A batch with the columns of `COUNTS`, the highest counts first.

    .. versionadded:: 0.1.0
    """
    counted: Counter[tuple[str, str]] = Counter()
    for batch in batches:
        columns = (batch.column(name).to_pylist() for name in ("rule", "severity"))
        counted.update(zip(*columns, strict=True))
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    values = (
        [rule for (rule, _), _ in ordered],
        [severity for (_, severity), _ in ordered],
        [each for _, each in ordered],
    )
    return pa.record_batch(
        [pa.array(each, field.type) for each, field in zip(values, COUNTS, strict=True)], schema=COUNTS
    )


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the function ``liveschema_problems(method, path, body)`` to a connection of DuckDB.

    It takes three strings, and returns a list of structs with the fields of `PROBLEMS`. The list is empty for a row
    without a problem, and for one that is no request to this service.

    Args:
        connection: The connection.

    .. versionadded:: 0.1.0
    """
    of_rows = pa.list_(pa.struct(_FIELDS))

    def listed(methods: pa.ChunkedArray, paths: pa.ChunkedArray, bodies: pa.ChunkedArray) -> pa.Array:
        return pa.array([*_problems_of_rows(methods, paths, bodies)], of_rows)

    kinds = [f'"{field.name}" {"INTEGER" if field.type == pa.int32() else "VARCHAR"}' for field in _FIELDS]
    # For rows with null, which DuckDB would pass over.
    options: Any = {"type": "arrow", "null_handling": "special"}
    connection.create_function(SQL_FUNCTION, listed, ["VARCHAR"] * 3, f"STRUCT({', '.join(kinds)})[]", **options)
