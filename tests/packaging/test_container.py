"""The container file: its steps, run without a container engine, make an image in which the command runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    line.partition(" ")[::2]
    for line in (ROOT / "Containerfile").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
"""The instructions of the container file, each with its arguments."""

DOCKER_INSTRUCTIONS = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENTRYPOINT", "CMD"}


def only(instruction: str) -> str:
    (arguments,) = [arguments for name, arguments in LINES if name == instruction]
    return arguments


def test_every_line_is_an_instruction() -> None:
    assert {name for name, _ in LINES} == DOCKER_INSTRUCTIONS
    assert LINES[0][0] == "FROM"


def test_all_stages_have_a_python_that_the_project_supports() -> None:
    bases = [arguments.split()[0] for name, arguments in LINES if name == "FROM"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (version,) = {re.fullmatch(r"python:([\d.]+)-slim", base)[1] for base in bases}  # type: ignore[index]
    assert f"Programming Language :: Python :: {version}" in project["classifiers"]


def test_what_is_copied_from_a_stage_is_made_in_an_earlier_one() -> None:
    stages = [arguments.partition(" AS ")[2] for name, arguments in LINES if name == "FROM"]
    copied = [arguments for name, arguments in LINES if name == "COPY" and arguments.startswith("--from=")]
    assert stages == ["build", ""]
    assert copied == ["--from=build /wheels /wheels"]


def test_the_command_runs_without_privileges() -> None:
    user, _, group = only("USER").partition(":")
    assert int(user) > 0
    assert int(group) > 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the steps are written for the shell of the image")
def test_the_steps_make_an_image_in_which_the_command_runs(tmp_path: Path) -> None:
    """The stages share the folders of one disk here: `/src`, `/wheels` and, for the installed packages, `/venv`."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    path = os.pathsep.join([str(tmp_path / "venv" / "bin"), os.environ["PATH"]])
    work = tmp_path
    for name, arguments in LINES:
        if name == "WORKDIR":
            work = tmp_path / arguments.strip("/")
            work.mkdir(exist_ok=True)
        elif name == "COPY" and not arguments.startswith("--from="):
            *sources, target = arguments.split()
            for source in sources:
                if (ROOT / source).is_dir():
                    shutil.copytree(ROOT / source, work / target)
                else:
                    shutil.copy(ROOT / source, work / target)
        elif name == "RUN":
            script = arguments.replace("/wheels", str(tmp_path / "wheels"))
            assert script != arguments
            subprocess.run(["sh", "-ec", script], cwd=work, env={**os.environ, "PATH": path}, check=True)
    assert not (tmp_path / "wheels").exists()
    assert work == tmp_path / "work"
    command = [*json.loads(only("ENTRYPOINT")), *json.loads(only("CMD"))]
    (work / "a.update.yaml").write_text("content_state: {title: x, percentage: 142}\nactivity_id: a\n")
    (work / ".gitignore").write_text("b.*\n")
    (work / "b.update.json").write_text("{}")
    done = subprocess.run(
        command, executable=shutil.which(command[0], path=str(tmp_path / "venv" / "bin")), cwd=work,
        env={"PATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith("a.update.yaml:1:39: ")
    assert done.stdout.splitlines()[-1] == "1 error in 1 of 1 file (1 payload)"
