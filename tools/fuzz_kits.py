"""What fuzz targets use of the tests: the fixtures, the oracle and partial payloads."""

from __future__ import annotations

import sys
from pathlib import Path

_TESTS = str(Path(__file__).resolve().parents[1] / "tests")
if _TESTS not in sys.path:  # pytest has it there
    sys.path.append(_TESTS)

from fixture_files import Fixture, fixtures  # noqa: E402 - found by the path
from oracle import TYPES, valid  # noqa: E402 - as above
from partial_kit import blurred  # noqa: E402 - as above

__all__ = ["TYPES", "Fixture", "blurred", "fixtures", "valid"]
