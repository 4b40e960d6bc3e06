"""The wheel: what users of the installed package find in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

READ = """
import importlib.resources, json, pathlib, sys
schemas = importlib.resources.files("liveschema") / "schemas"
title = json.loads((schemas / "types" / "all.schema.json").read_text("utf-8"))["title"]
for path in pathlib.Path(sys.argv[1]).rglob("*.schema.json"):
    assert schemas.joinpath(*path.relative_to(sys.argv[1]).parts).read_bytes() == path.read_bytes()
print(json.dumps(title))
"""


@pytest.mark.slow
def test_the_wheel_has_the_schemas_as_resources(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in ("liveschema", "schemas"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(source)]
    subprocess.run(pip, check=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    command = [sys.executable, "-c", READ, str(ROOT / "schemas")]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert json.loads(ran.stdout) == "LiveActivityRequest", ran.stderr
