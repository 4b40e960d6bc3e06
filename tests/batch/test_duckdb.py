"""DuckDB checks tables of requests by a function in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("numpy", reason="numpy is not installed, which DuckDB needs for functions in Python")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

import pyarrow.parquet  # noqa: E402 - after the check that it is there
from recorded_requests import as_table, chosen, requests  # noqa: E402 - it needs pyarrow

from liveschema.batch import counts, problems, register  # noqa: E402

EACH = "SELECT id, unnest(liveschema_problems(method, path, body), recursive := true) FROM requests ORDER BY id"
BY_RULE = """
    SELECT rule, severity, count(*)
    FROM (SELECT unnest(liveschema_problems(method, path, body), recursive := true) FROM requests)
    GROUP BY ALL ORDER BY 3 DESC, 1
"""


def connected(table: Any, folder: Path) -> Any:
    """Return a connection that reads a table from Parquet."""
    pyarrow.parquet.write_table(table, folder / "requests.parquet", row_group_size=5000)
    connection = duckdb.connect()
    connection.read_parquet(str(folder / "requests.parquet")).create_view("requests")
    register(connection)
    return connection


def test_sql_finds_the_problems_that_python_finds(tmp_path: Path) -> None:
    table = as_table(requests(), text=True)
    found = connected(table, tmp_path).sql(EACH).fetchall()
    batches = problems(table.to_batches(), keep=["id"])
    assert found == [tuple(row.values()) for batch in batches for row in batch.to_pylist()]
    assert len(found) > 400


@pytest.mark.slow
def test_sql_counts_by_rule(tmp_path: Path) -> None:
    table = as_table(list(chosen(20_000)), text=True)
    expected = [tuple(row.values()) for row in counts(problems(table.to_batches())).to_pylist()]
    assert connected(table, tmp_path).sql(BY_RULE).fetchall() == expected
