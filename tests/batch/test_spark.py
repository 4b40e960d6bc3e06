"""Spark checks tables of requests on several workers, of which one may die."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

import pyarrow.parquet
from programs import programs
from recorded_requests import as_table, chosen
from spark_kit import KEPT, dying, session, why_not

from liveschema.batch import problems

REASON = why_not()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(REASON is not None, reason=REASON or ""),
    pytest.mark.filterwarnings("default"),  # Spark warns about itself
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    made = session()
    yield made
    made.stop()


def test_workers_find_what_one_process_finds_even_if_one_dies(spark: Any, tmp_path: Path) -> None:
    table = as_table(list(chosen(40_000)))
    pyarrow.parquet.write_table(table, tmp_path / "requests.parquet", row_group_size=5000)
    mark = tmp_path / "died"
    rows = spark.read.parquet(str(tmp_path / "requests.parquet")).repartition(8)
    rows.mapInArrow(dying(mark), KEPT).write.parquet(str(tmp_path / "problems.parquet"))
    assert mark.exists()
    found = pyarrow.parquet.read_table(tmp_path / "problems.parquet").to_pylist()
    expected = [row for batch in problems(table.to_batches(), keep=["id"]) for row in batch.to_pylist()]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert len(found) > 4000


def test_the_program_in_the_documentation_writes_problems(tmp_path: Path) -> None:
    table = as_table(list(chosen(500)))
    pyarrow.parquet.write_table(table, tmp_path / "requests.parquet")
    (tmp_path / "program.py").write_text(programs("tables.md")["Spark"], "utf-8")
    command = [sys.executable, "program.py", "requests.parquet", "problems.parquet"]
    env = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=True)
    found = pyarrow.parquet.read_table(tmp_path / "problems.parquet")
    expected = [row for batch in problems(table.to_batches(), keep=["id"]) for row in batch.to_pylist()]
    assert sorted(found.to_pylist(), key=repr) == sorted(expected, key=repr)
