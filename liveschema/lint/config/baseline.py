"""Findings accepted for now: by file, rule and pointer, never by line."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any, Final

from liveschema.lint.config.settings import UsageError
from liveschema.lint.findings import Finding

_VERSION: Final = 1

Key = tuple[str, str, str]
"""File, rule and pointer."""


class Baseline:
    """The accepted findings, and those met in a run.

    Args:
        file: Where they are kept; its folder is what file names are relative to.
        accepted: How often each is accepted.
    """

    def __init__(self, file: Path, accepted: Counter[Key]) -> None:
        self.file = file
        self.accepted = accepted
        self.met: Counter[Key] = Counter()
        self.looked_at: set[str] = set()

    def name(self, path: str) -> str:
        """Write a file's name relative to the baseline, with slashes."""
        return Path(os.path.relpath(path, self.file.parent)).as_posix()

    def accepts(self, finding: Finding) -> bool:
        """Take note of a finding, and say whether it is accepted."""
        key = (self.name(finding.path), finding.rule, finding.pointer)
        self.met[key] += 1
        return self.met[key] <= self.accepted[key]

    def gone(self) -> list[Key]:
        """Find what is accepted and was not met, in files that were looked at or are no more."""
        left = self.accepted - self.met
        return sorted(key for key in left if key[0] in self.looked_at or not (self.file.parent / key[0]).exists())

    def write(self) -> int:
        """Accept what was met in this run, and keep what stands for files that were not looked at.

        Returns:
            How many findings are accepted now.

        Raises:
            UsageError: If the file cannot be written.
        """
        kept = Counter({key: count for key, count in self.accepted.items() if key[0] not in self.looked_at})
        total = self.met + Counter({key: count for key, count in kept.items() if (self.file.parent / key[0]).exists()})
        findings = [
            {"file": file, "rule": rule, "pointer": pointer, "count": count}
            for (file, rule, pointer), count in sorted(total.items())
        ]
        text = json.dumps({"version": _VERSION, "findings": findings}, indent=2)
        try:
            self.file.write_text(text + "\n", "utf-8")
        except OSError as error:
            raise UsageError(self.file, error.strerror or str(error)) from None
        return sum(total.values())


def empty_baseline(file: Path) -> Baseline:
    """Make a baseline that accepts nothing yet."""
    return Baseline(file, Counter())


def read_baseline(file: Path) -> Baseline:
    """Read the accepted findings.

    Args:
        file: What `Baseline.write` wrote.

    Returns:
        The baseline.

    Raises:
        UsageError: If it cannot be read, or is something else.
    """
    try:
        data: Any = json.loads(file.read_text("utf-8"))
        if data["version"] != _VERSION:
            raise UsageError(file, f"the baseline must be of version {_VERSION}, got {data['version']!r}")
        accepted = Counter(
            {(each["file"], each["rule"], each["pointer"]): int(each["count"]) for each in data["findings"]}
        )
    except OSError as error:
        raise UsageError(file, error.strerror or str(error)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(file, "the file must be a baseline that --write-baseline wrote") from None
    return Baseline(file, accepted)
