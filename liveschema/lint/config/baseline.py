"""The baseline: findings that are accepted for now, by file, rule and pointer but not by line."""

from __future__ import annotations

import json
import reprlib
from collections import Counter
from pathlib import Path
from typing import Any, Final

from liveschema.lint.errors import UsageError
from liveschema.lint.findings import Finding
from liveschema.lint.output import write_file
from liveschema.lint.paths import exists, read_file, reason, relative

_VERSION: Final = 1
_MOST: Final = 1_000_000_000
"""The most findings that an entry may accept."""
_LONGEST_PATH: Final = 4096
_FORM: Final = "the file must be a baseline that --write-baseline wrote"

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
        return sorted(key for key in left if key[0] in self.looked_at or not exists(self.file.parent / key[0]))

    def write(self) -> int:
        """Write the findings of this run as the new baseline, and keep the entries of files that were not checked.

        Returns:
            The number of findings that are now accepted.

        Raises:
            OutputError: If the file cannot be written.
        """
        kept = Counter({key: count for key, count in self.accepted.items() if key[0] not in self.looked_at})
        total = self.met + Counter({key: count for key, count in kept.items() if exists(self.file.parent / key[0])})
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
        data: Any = json.loads(read_file(file).decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(file, reason(error)) from None
    except (ValueError, RecursionError):
        raise UsageError(file, _FORM) from None
    if not (isinstance(data, dict) and "version" in data and isinstance(data.get("findings"), list)):
        raise UsageError(file, _FORM)
    if type(data["version"]) is not int or data["version"] != _VERSION:
        raise UsageError(file, f"the baseline must have version {_VERSION}, got {reprlib.repr(data['version'])}")
    return Baseline(
        file, Counter(dict(_entry(each, f"{file}: findings[{n}]") for n, each in enumerate(data["findings"])))
    )


def _entry(entry: object, where: str) -> tuple[Key, int]:
    """Return the identity of findings that a baseline accepts, and their number."""
    if not isinstance(entry, dict):
        raise UsageError(where, "it must be an object")
    for name in ("file", "rule", "pointer"):
        if not isinstance(entry.get(name), str):
            raise UsageError(where, f"{name} must be a string")
    if not entry["file"] or "\0" in entry["file"] or len(entry["file"]) > _LONGEST_PATH:
        raise UsageError(where, "file must be the path of a file")
    count = entry.get("count")
    if type(count) is not int or not 1 <= count <= _MOST:
        raise UsageError(where, f"count must be a whole number from 1 to {_MOST}")
    return (entry["file"], entry["rule"], entry["pointer"]), count
