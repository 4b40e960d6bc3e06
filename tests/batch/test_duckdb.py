"""DuckDB checks tables of requests by a function in SQL."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("numpy", reason="numpy is not installed, which DuckDB needs for functions in Python")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

import pyarrow.parquet  # noqa: E402 - after the check that it is there
from programs import programs  # noqa: E402 - as above
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


@pytest.mark.slow
def test_the_program_in_the_documentation_counts_by_rule_and_day(tmp_path: Path) -> None:
    rows = [("PUT", "/live-activity/stream/prod", body) for body in (b"{}", b'{"a": 1}', b"{}", b"[]")]
    table = as_table(rows, text=True)
    table = table.append_column("day", pyarrow.array(["mon", "mon", "tue", "tue"]))
    pyarrow.parquet.write_table(table, tmp_path / "requests.parquet")
    (tmp_path / "program.py").write_text(programs("tables.md")["DuckDB"], "utf-8")
    command = [sys.executable, "program.py", "requests.parquet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    shown = [[cell.strip() for cell in line.split("│")[1:-1]] for line in done.stdout.splitlines() if "│" in line]
    assert shown[0] == ["day", "rule", "problems"]
    found = [tuple(row) for row in shown if row[0] in {"mon", "tue"}]
    assert found[:2] == [("mon", "missing-field", "2"), ("mon", "unknown-field", "1")]
    assert found[2:] == [("tue", "missing-field", "1"), ("tue", "wrong-type", "1")]
