"""Check a million recorded requests in Parquet with one process, DuckDB and Spark, and compare what they find.

Spark has two workers, of which one dies on purpose. Without Java or pyspark it
is skipped, and the output says so.

    python tools/batch_scale.py
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "batch"))

from recorded_requests import as_table, chosen
from spark_kit import KEPT, dying, session, why_not

from liveschema.batch import counts, output_schema, problems, register

ROWS: Final = 1_000_000
_PART: Final = 50_000


def write(file: Path, rows: int) -> None:
    """Write recorded requests to a Parquet file, part by part.

    Args:
        file: The file.
        rows: How many requests.
    """
    made = chosen(rows)
    with pq.ParquetWriter(file, as_table(list(chosen(1)), text=True).schema) as writer:
        for first in range(0, rows, _PART):
            part = [next(made) for _ in range(min(_PART, rows - first))]
            writer.write_table(as_table(part, first, text=True))


def by_one_process(file: Path, folder: Path) -> pa.Table:
    """Return the problems that `problems` finds."""
    del folder
    source = pq.ParquetFile(file)
    schema = output_schema(source.schema_arrow, ["id"])
    return pa.Table.from_batches(problems(source.iter_batches(10_000), keep=["id"]), schema)


def by_duckdb(file: Path, folder: Path) -> pa.Table:
    """Return the problems that DuckDB finds by a function in SQL."""
    del folder
    connection = duckdb.connect()
    register(connection)
    connection.read_parquet(str(file)).create_view("requests")
    found = "SELECT id, unnest(liveschema_problems(method, path, body), recursive := true) FROM requests"
    table = connection.sql(found).to_arrow_table()
    assert isinstance(table, pa.Table)  # noqa: S101 - for the type
    return table


def by_spark(file: Path, folder: Path) -> pa.Table:
    """Return the problems that two workers of Spark find, of which one dies."""
    spark = session()
    rows = spark.read.parquet(str(file)).repartition(8)
    start = time.monotonic()
    rows.mapInArrow(dying(folder / "died"), KEPT).write.parquet(str(folder / "problems"))
    print(f"Spark: {time.monotonic() - start:.0f} s without its start; a worker died: {(folder / 'died').exists()}")
    spark.stop()
    return pq.read_table(folder / "problems")


def sorted_rows(table: pa.Table) -> pa.Table:
    """Return a table in an order that depends on its content only."""
    names = ["id", "rule", "pointer", "message", "line", "column"]
    return table.select(sorted(table.column_names)).sort_by([(name, "ascending") for name in names]).combine_chunks()


def rows_of(engines: dict[str, Callable[[Path, Path], pa.Table]], count: int, folder: Path) -> Iterator[list[Any]]:
    """Check the requests with each engine.

    Args:
        engines: The engines by name; the first is the one to compare with.
        count: How many requests.
        folder: A folder for files.

    Yields:
        The name, the seconds, how many problems it found, and whether they are those of the first engine.
    """
    file = folder / "requests.parquet"
    write(file, count)
    first: pa.Table | None = None
    for name, check in engines.items():
        start = time.monotonic()
        made = check(file, folder)
        seconds = time.monotonic() - start
        found = sorted_rows(made)
        first = found if first is None else first
        yield [name, seconds, found.num_rows, found.cast(first.schema).equals(first)]
    assert first is not None  # noqa: S101 - there is an engine
    print("counts by rule:", counts(first.to_batches()).num_rows, "rules")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        The exit code: 0, or 1 if an engine finds something else than one process.
    """
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=ROWS, metavar="N", help="how many requests (default: 1,000,000)")
    count = parser.parse_args(arguments).rows
    if count < 1:
        parser.error("--rows must be at least 1")
    engines: dict[str, Callable[[Path, Path], pa.Table]] = {"one process": by_one_process, "DuckDB": by_duckdb}
    if reason := why_not():
        print(f"Spark is skipped: {reason}")
    else:
        engines["Spark, two workers"] = by_spark
    with tempfile.TemporaryDirectory() as name:
        made = list(rows_of(engines, count, Path(name)))
    print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}: {count:,} requests\n")
    print("| engine | time | requests a second | problems | as one process |\n| --- | ---: | ---: | ---: | --- |")
    for engine, seconds, found, is_same in made:
        print(f"| {engine} | {seconds:.0f} s | {count / seconds:,.0f} | {found:,} | {'yes' if is_same else 'no'} |")
    return int(not all(row[-1] for row in made))


if __name__ == "__main__":
    sys.exit(main())
