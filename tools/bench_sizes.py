"""The rows of memory and of size on disk, measured in an installed environment."""

from __future__ import annotations

import statistics
import sys
from typing import Final

from bench_installed import Installed
from bench_processes import BARE, VERDICT
from bench_rows import Limit, Row

MIB: Final = 2**20
PEAK: Final = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
PEAK_UNIT: Final = 1 if sys.platform == "darwin" else 1024
"""The bytes in which the peak is counted: macOS counts single ones, Linux KiB."""
GENERATED: Final = """
import pathlib
from liveschema import _generated
for pattern in ("*.py", "__pycache__/*.pyc"):
    files = list(pathlib.Path(_generated.__file__).parent.glob(pattern))
    print(len(files), sum(file.stat().st_size for file in files))
"""
"""Prints the number of the emitted modules and their bytes, as source and as bytecode."""
LOADED: Final = """
import importlib, pkgutil, tracemalloc
from liveschema import _generated
from liveschema.contract import requests
tracemalloc.start()
for module in pkgutil.iter_modules(_generated.__path__):
    importlib.import_module(f"{_generated.__name__}.{module.name}")
print(tracemalloc.get_traced_memory()[0])
"""
"""Prints the memory in bytes of all generated predicates, builders and dumps, without the models."""


def size_rows(installed: Installed, rounds: int) -> list[Row]:
    """Measure the peak memory of a verdict, and the size of the emitted modules.

    The peak is the largest resident memory of a whole process, as the system
    counts it. The row compares a process with one verdict to the bare
    interpreter, in turn within a round; both import ``resource``.

    Args:
        installed: The environment.
        rounds: How often each process runs.

    Returns:
        The rows.
    """
    pairs = [(_peak(installed, f"{VERDICT}; "), _peak(installed, "")) for _ in range(rounds)]
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    above = statistics.median(one - other for one, other in pairs)
    return [
        Row("size", "peak memory, import and one verdict", ours, BARE, bare, above, Limit(4.0), "MiB"),
        *(
            Row("size", f"emitted modules on disk, {count} files {ending}", int(size) / MIB, unit="MiB")
            for ending, (count, size) in zip(
                (".py", ".pyc"),
                (line.split() for line in installed.printed("-c", GENERATED).splitlines()),
                strict=True,
            )
        ),
        Row("size", "emitted modules in memory, all of them", int(installed.printed("-c", LOADED)) / MIB, unit="MiB"),
    ]


def _peak(installed: Installed, code: str) -> float:
    """Return the peak memory in MiB of a process that runs some code."""
    return int(installed.printed("-c", code + PEAK, from_shell=True)) * PEAK_UNIT / MIB
