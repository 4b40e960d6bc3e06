"""The baseline: findings that are accepted for now, by file, rule and pointer but not by line."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from liveschema.lint.config.settings import UsageError
from liveschema.lint.findings import Finding
from liveschema.lint.output import write_file
from liveschema.lint.paths import relative

_VERSION: Final = 1

Key = tuple[str, str, str]
"""The identity of a finding: file, rule and pointer."""


class Baseline:
    """The accepted findings, and the findings of the current run.

    Args:
        file: The baseline file; the names of the checked files are relative to its folder.
        accepted: The number of accepted findings by identity.
    """

    def __init__(self, file: Path, accepted: Counter[Key]) -> None:
        self.file = file
        self.accepted = accepted
        self.met: Counter[Key] = Counter()
        self.looked_at: set[str] = set()

    def name(self, path: str) -> str:
        """Return the name of a file relative to the folder of the baseline, with slashes."""
        return relative(path, self.file.parent)

    def accepts(self, finding: Finding) -> bool:
        """Count a finding of the run, and return whether the baseline accepts it."""
        key = (self.name(finding.path), finding.rule, finding.pointer)
        self.met[key] += 1
        return self.met[key] <= self.accepted[key]

    def gone(self) -> list[Key]:
        """Return the accepted findings that did not occur, in files that were checked or no longer exist."""
        left = self.accepted - self.met
        return sorted(key for key in left if key[0] in self.looked_at or not (self.file.parent / key[0]).exists())

    def write(self) -> int:
        """Write the findings of this run as the new baseline, and keep the entries of files that were not checked.

        Returns:
            The number of findings that are now accepted.

        Raises:
            OutputError: If the file cannot be written.
        """
        kept = Counter({key: count for key, count in self.accepted.items() if key[0] not in self.looked_at})
        total = self.met + Counter({key: count for key, count in kept.items() if (self.file.parent / key[0]).exists()})
        findings = [
            {"file": file, "rule": rule, "pointer": pointer, "count": count}
            for (file, rule, pointer), count in sorted(total.items())
        ]
        text = json.dumps({"version": _VERSION, "findings": findings}, indent=2)
        write_file(self.file, f"{text}\n".encode())
        return sum(total.values())


def empty_baseline(file: Path) -> Baseline:
    """Return a baseline that accepts nothing yet."""
    return Baseline(file, Counter())


def read_baseline(file: Path) -> Baseline:
    """Read a baseline file.

    Args:
        file: A file that `Baseline.write` wrote.

    Returns:
        The baseline.

    Raises:
        UsageError: If the file cannot be read or is not a baseline.
    """
    try:
        data: Any = json.loads(file.read_text("utf-8"))
        if data["version"] != _VERSION:
            raise UsageError(file, f"the baseline must have version {_VERSION}, got {data['version']!r}")
        accepted = Counter(
            {(each["file"], each["rule"], each["pointer"]): int(each["count"]) for each in data["findings"]}
        )
    except OSError as error:
        raise UsageError(file, error.strerror or str(error)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(file, "the file must be a baseline that --write-baseline wrote") from None
    return Baseline(file, accepted)
