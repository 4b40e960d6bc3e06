"""Spark with two workers on this machine, and a worker that dies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from liveschema.batch import DDL, problems

KEPT = f"id BIGINT, {DDL}"


def why_not() -> str | None:
    """Return why Spark cannot run here; None if it can."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed"
    java = shutil.which("java")
    if java is None or subprocess.run([java, "-version"], capture_output=True, check=False).returncode:
        return "Java is not installed"
    return None


def session() -> Any:
    """Return a session with two workers, in which a task is tried again if its worker dies."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - it may not be there

    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = SparkSession.builder.master("local[2,3]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        made = made.config(name, "127.0.0.1")
    made = made.config("spark.sql.execution.arrow.maxRecordsPerBatch", "10000")
    spark = made.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def dying(mark: Path) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Return a function for ``mapInArrow`` whose first worker dies after it has given some problems.

    Args:
        mark: A file that is made by the worker that dies.
    """
    name = str(mark)

    def check(batches: Iterable[Any]) -> Iterator[Any]:
        for made in problems(batches, keep=["id"]):
            yield made
            try:
                os.close(os.open(name, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os._exit(7)

    return check
