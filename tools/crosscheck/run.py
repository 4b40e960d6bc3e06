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
from _openapi import generator, redocly, spectral
from _python import CHECKS as PYTHON_CHECKS
from _python import generated
from _quicktype import CHECKS as LANGUAGES
from _tools import FailedError, SkippedError, install, prepare
from _typescript import bundle, one_by_one, openapi_typescript, zod
from _validators import javascript

CHECKS: tuple[tuple[str, str, Callable[[Path], str]], ...] = (
    ("schemas", "hypothesis-jsonschema", generated),
    ("schemas", "validators of npm", javascript),
    ("typescript", "json-schema-to-typescript", bundle),
    ("typescript", "json-schema-to-typescript", one_by_one),
    ("typescript", "openapi-typescript", openapi_typescript),
    ("typescript", "Zod", zod),
    *PYTHON_CHECKS,
    ("openapi", "Redocly", redocly),
    ("openapi", "Spectral", spectral),
    ("openapi", "openapi-generator", generator),
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
