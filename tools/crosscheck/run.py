"""Run the type generators that ``schemas/README.md`` names, and check the generated types.

The commands are read from that file, so that the documented commands are the
tested ones. A check whose tool is not installed is reported as skipped. Pass
names of languages to check only those.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _committed import WRITE
from _python import datamodel, generated
from _quicktype import CHECKS as LANGUAGES
from _tools import FailedError, SkippedError, install, prepare
from _typescript import json2ts, openapi_typescript

CHECKS: tuple[tuple[str, str, Callable[[Path], str]], ...] = (
    ("schemas", "hypothesis-jsonschema", generated),
    ("typescript", "json-schema-to-typescript", json2ts),
    ("typescript", "openapi-typescript", openapi_typescript),
    ("python", "pydantic v2", datamodel("pydantic_v2.BaseModel", refuses=0.7)),
    ("python", "dataclasses", datamodel("dataclasses.dataclass", refuses=0.0)),
    ("python", "msgspec", datamodel("msgspec.Struct", refuses=0.6, floats=False)),
    *LANGUAGES,
)


def main(wanted: list[str]) -> int:
    """Run the checks, and print a line for each.

    Args:
        wanted: The languages to check; empty for all.

    Returns:
        The exit code: 1 if a check fails, else 0.
    """
    try:
        prepare()
    except SkippedError as error:
        print(f"crosscheck skipped: {error}")
        return 0
    install()
    failed = 0
    for language, tool, check in CHECKS:
        if wanted and language not in wanted:
            continue
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = "ok: " + check(Path(folder))
            except SkippedError as error:
                result = f"skipped: {error}"
            except FailedError as error:
                failed = 1
                result = f"FAILED: {error}"
        print(f"{language:<11} {tool:<26} {time.perf_counter() - began:5.1f} s  {result}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main([each for each in sys.argv[1:] if each != WRITE]))
