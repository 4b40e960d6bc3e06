"""Runs the steps of a composite GitHub Action as a runner does: inputs, expressions, environment, shell, outputs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import yaml

SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}
"""The command of each shell; the runner adds the name of a file with the script."""

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
ANNOTATION = re.compile(r"^::(error|warning|notice) (.*?)::(.*)$", re.MULTILINE)
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


@attrs.frozen
class StepResult:
    code: int
    out: str
    err: str

    @property
    def annotations(self) -> list[tuple[str, dict[str, str]]]:
        """Return the severity and the properties of each annotation, such as its file and its line."""
        return [
            (severity, dict(map(_property, properties.split(","))))
            for severity, properties, _ in ANNOTATION.findall(self.out)
        ]


def _property(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    for escape, character in ESCAPES.items():
        value = value.replace(escape, character)
    return name, value


@attrs.define
class Runner:
    """A runner with one job, in whose workspace an action is used.

    Args:
        action: The folder of the action.
        workspace: The folder of the repository that uses it.
        temp: A folder for temporary files, outside the workspace.
        environment: What differs from the environment of this process.
    """

    action: Path
    workspace: Path
    temp: Path
    environment: dict[str, str] = attrs.field(factory=dict)
    outputs: dict[str, dict[str, str]] = attrs.field(factory=dict)

    @property
    def definition(self) -> Any:
        return yaml.safe_load((self.action / "action.yml").read_text("utf-8"))

    def use(self, **given: str) -> StepResult:
        """Run the steps up to the first that fails, as ``uses:`` does with the inputs of ``with:``."""
        results = []
        for number in range(len(self.definition["runs"]["steps"])):
            results.append(self.step(number, **given))
            if results[-1].code:
                break
        return StepResult(results[-1].code, "".join(r.out for r in results), "".join(r.err for r in results))

    def step(self, number: int, **given: str) -> StepResult:
        """Run one step, with the outputs of the steps before it."""
        definition = self.definition
        inputs = {name: str(each.get("default", "")) for name, each in definition["inputs"].items()}
        for name, value in given.items():
            assert name.replace("_", "-") in inputs, f"the action has no input {name}"
            inputs[name.replace("_", "-")] = value
        step = definition["runs"]["steps"][number]
        script, written = self.temp / f"step{number}.sh", self.temp / f"output{number}"
        script.write_text(self._expanded(step["run"], inputs), "utf-8")
        written.write_text("")
        # A runner gives the inputs of a composite action to its steps only by expressions, not as INPUT_… variables.
        done = subprocess.run(
            [*SHELLS[step["shell"]], str(script)],
            cwd=self.workspace / self._expanded(step.get("working-directory", "."), inputs),
            env={
                **os.environ,
                "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self.action),
                "GITHUB_OUTPUT": str(written),
                "GITHUB_WORKSPACE": str(self.workspace),
                "RUNNER_TEMP": str(self.temp),
                **self.environment,
                **{name: self._expanded(str(value), inputs) for name, value in step.get("env", {}).items()},
            },
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in written.read_text("utf-8").splitlines())
        return StepResult(done.returncode, done.stdout, done.stderr)

    def _expanded(self, text: str, inputs: dict[str, str]) -> str:
        """Replace each ``${{ … }}`` in a text, once: what is put in is not read again."""

        def value(match: re.Match[str]) -> str:
            kind, *names = match[1].split(".")
            if kind == "inputs":
                return inputs[names[0]]
            assert (kind, names[1]) == ("steps", "outputs"), f"this runner does not know {match[0]}"
            return self.outputs[names[0]][names[2]]

        return EXPRESSION.sub(value, text)
