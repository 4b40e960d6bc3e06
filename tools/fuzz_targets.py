"""The fuzz targets: one for each reader, and one for each function of the library that takes any input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from zlib import crc32

import attrs
import fuzz_seeds as seeds
from fuzz_files import FileTarget
from fuzz_payloads import check_blurred, check_loads, check_value
from fuzz_settings import ConfigurationTarget, check_baseline, check_comments, check_gitignore

from liveschema.contract.vocabulary import Operation

Check = Callable[[bytes], None]
Seeds = Callable[[], Iterable[bytes]]


@attrs.frozen
class Target:
    """A fuzz target.

    Args:
        checks: The tests of an input, each of which raises an exception if it finds a mistake of this project.
        seeds: Returns the first inputs.
        is_json: Whether inputs are JSON texts, which are mutated as values.
        is_lines: Whether each line of an input is one.
        longest: The most bytes of an input.
    """

    checks: Sequence[Check]
    seeds: Seeds
    is_json: bool = False
    is_lines: bool = False
    longest: int = 2048

    def check(self, source: bytes) -> None:
        """Test an input in all ways."""
        for check in self.checks:
            check(source)

    def check_once(self, source: bytes) -> None:
        """Test an input in one way, always the same one for the same input: ten changed inputs tell more than one."""
        self.checks[crc32(source) % len(self.checks)](source)


def _library(check: Callable[..., None]) -> Target:
    return Target([partial(check, operation=operation) for operation in Operation], seeds.payloads, is_json=True)


def _code(form: str, suffix: str, *tests: str) -> Target:
    checks = FileTarget(form, f"send{suffix}", f"src/send{suffix}").checks
    return Target(checks, partial(seeds.code, form, *tests, "test_code_robust.py"))


def _data(form: str, name: str, other: str, first: Seeds, *, in_sequence: bool = False) -> Target:
    checks = FileTarget(form, name, other, in_sequence).checks
    return Target(checks, first, is_json=True, is_lines=form == "jsonl", longest=4096)


def _text(form: str, name: str, other: str, first: Seeds) -> Target:
    return Target(FileTarget(form, name, other).checks, first)


TARGETS = {
    "loads": _library(check_loads),
    "check": _library(check_value),
    "check-partial": _library(check_blurred),
    "json": _data("json", "a.update.json", "a.json", seeds.json_files),
    "json-lines": _data("jsonl", "a.update.jsonl", "a.jsonl", seeds.recordings),
    "recordings": _data("jsonl", "a.jsonl", "b.jsonl", seeds.recordings, in_sequence=True),
    "har": _data("json", "a.har", "b.har", seeds.archives, in_sequence=True),
    "notebook": _data("notebook", "a.ipynb", "x/a.ipynb", seeds.notebooks),
    "n8n": _data("json", "n8n.json", "flows/n8n.json", seeds.n8n_files),
    "yaml": _text("yaml", "update/a.yaml", "a.yaml", seeds.yaml_files),
    "workflow": _text("yaml", "w.yml", ".github/workflows/w.yml", seeds.workflows),
    "markdown": _text("markdown", "a.md", "docs/a.md", seeds.pages),
    "shell": _code("shell", ".sh", "test_shell_*.py", "shell_kit.py"),
    "python": _code("python", ".py", "test_python_*.py"),
    "javascript": _code("javascript", ".js", "test_javascript.py"),
    "typescript": _code("typescript", ".ts", "test_javascript.py"),
    "go": _code("go", ".go", "test_go.py"),
    "php": _code("php", ".php", "test_php.py"),
    "ruby": _code("ruby", ".rb", "test_ruby.py"),
    "configuration": Target([ConfigurationTarget("liveschema.toml")], seeds.configurations),
    "pyproject": Target([ConfigurationTarget("pyproject.toml")], partial(seeds.configurations, "[tool.liveschema]\n")),
    "baseline": Target([check_baseline], seeds.baselines, is_json=True),
    "gitignore": Target([check_gitignore], seeds.ignore_files, longest=512),
    "comments": Target([check_comments], seeds.comments, longest=1024),
}
"""The targets by name."""
