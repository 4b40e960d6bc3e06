"""The hooks, run by pre-commit in a temporary repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lint_kit import BAD, GOOD

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
PRE_COMMIT = shutil.which("pre-commit", path=str(Path(sys.executable).parent)) or shutil.which("pre-commit")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed")
def test_the_hooks_accept_valid_files_and_report_findings(tmp_path: Path) -> None:
    # The published hooks, but run in this environment: the test covers the selected
    # files and the findings, not the installation by pip.
    hooks = [{**hook, "language": "system", "additional_dependencies": []} for hook in HOOKS]
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))
    (tmp_path / "update").mkdir()
    (tmp_path / "update/web.json").write_text(json.dumps(GOOD))
    (tmp_path / "package.json").write_text('{"name": "x", "version": "1.0.0"}')
    (tmp_path / "update/notes.txt").write_text("{}")
    (tmp_path / "notes.txt").write_text("{}")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(PRE_COMMIT), "run", "--all-files"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env={**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    clean = run()
    assert (clean.returncode, "Passed" in clean.stdout) == (0, True), clean.stdout
    (tmp_path / "deploy.end.yaml").write_text("content_state:\n  title: x\n  percentage: 101\nactivity_id: a\n")
    (tmp_path / "update/more.jsonl").write_text(json.dumps(BAD) + "\n")
    (tmp_path / "send").write_text(
        "#!/bin/sh\nactivitysmith activity update --activity-id a --title x --percentage 142\n"
    )
    (tmp_path / "send").chmod(0o755)
    (tmp_path / "README.md").write_text('```json start\n{"content_state": {"title": 1}}\n```\n')
    git(tmp_path, "add", ".")
    broken = run()
    assert broken.returncode == 1
    reported = [line.split(" ")[0:2] for line in broken.stdout.splitlines()]
    assert ["deploy.end.yaml:3:15:", "error[out-of-range]"] in reported
    assert ["update/more.jsonl:1:97:", "error[out-of-range]"] in reported
    assert ["send:2:70:", "error[out-of-range]"] in reported
    assert ["README.md:2:29:", "error[wrong-type]"] in reported
    assert "package.json" not in broken.stdout
    assert "notes.txt" not in broken.stdout


def test_the_hooks_have_different_ids_and_run_the_command() -> None:
    assert [hook["id"] for hook in HOOKS] == ["liveschema", "liveschema-markdown", "liveschema-code"]
    assert all(hook["entry"].startswith("liveschema check") for hook in HOOKS)
