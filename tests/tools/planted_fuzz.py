"""Fuzzes a target after a mistake was put into the library, for a test that it is found."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))

from fuzz_process import main

patch("liveschema.lint.inputs.comments.did_you_mean", side_effect=RuntimeError("planted")).start()
main(sys.argv[1:])
