"""The fuzz targets of what steers a run: configuration, baselines, .gitignore files and ignore comments."""

from __future__ import annotations

import functools
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import attrs
from fuzz_promise import promise, same

from liveschema._generated.rule_index import SEVERITIES
from liveschema.engine.problems import Problem
from liveschema.lint.config.baseline import read_baseline
from liveschema.lint.config.gitignore import read_patterns
from liveschema.lint.config.keys import load_settings
from liveschema.lint.errors import UsageError
from liveschema.lint.escaping import printable
from liveschema.lint.inputs.comments import CommentForm, ignored_before, ignores_in
from liveschema.lint.inputs.document import ALL
from liveschema.text.lines import Lines

PATHS = ("a.json", "update/a.json", "a/b/c.yaml", ".github/x.yml", "build/x", "é.md", "a b/[x].json")
T = TypeVar("T")
_END = re.compile(r"\r\n|\r|\n")


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="liveschema-fuzz-")


def _written(name: str, source: bytes) -> Path:
    file = Path(_folder().name, name)
    file.write_bytes(source)
    return file


def _read_twice(read: Callable[[Path], T | None], file: Path, result: Callable[[T], object]) -> T | None:
    """Read a file twice, and return what was read; None for a mistake that is told in one sentence."""
    found: list[T | None] = []
    sentences = []
    for _ in range(2):
        try:
            found.append(read(file))
            sentences.append("")
        except UsageError as error:
            found.append(None)
            sentences.append(printable(str(error)))
            promise(str(error).startswith(str(file)), "a mistake names the file", error)
    first, second = found
    same("a file is read twice in the same way", sentences[0], sentences[1])
    if first is not None and second is not None:
        same("a file gives the same twice", result(first), result(second))
    return first


@attrs.frozen
class ConfigurationTarget:
    """The target of configuration files.

    Args:
        name: The name of the file.
    """

    name: str

    def __call__(self, source: bytes) -> None:
        """Test that a configuration is either refused with a sentence, or can be used for any path."""
        file = _written(self.name, source)
        settings = _read_twice(load_settings, file, lambda each: each)
        if settings is None:
            return
        for path in PATHS:
            full = str(file.parent / path)
            same("a path is always excluded or never", settings.excludes(full), settings.excludes(full))
            promise(settings.reported_in(full) <= SEVERITIES.keys(), "rules that are reported exist", path)
            settings.operation_of(full)


def check_baseline(source: bytes) -> None:
    """Test that a baseline is either refused with a sentence, or written as it was read."""
    file = _written("baseline.json", source)
    baseline = _read_twice(read_baseline, file, lambda each: each.accepted)
    if baseline is None:
        return
    gone = baseline.gone()
    promise(set(gone) <= baseline.accepted.keys(), "what is gone was accepted", gone)
    there = {key for key in baseline.accepted if key not in gone}
    baseline.write()
    promise(read_baseline(file).accepted.keys() <= there, "only what is still there is written", there)


def check_gitignore(source: bytes) -> None:
    """Test that patterns of a .gitignore file match the same with all tests and with the quick ones before them."""
    lines = source.decode("utf-8-sig", errors="surrogateescape").split("\n")
    file = read_patterns(Path("/r"), lines)
    same("patterns are read twice in the same way", file, read_patterns(Path("/r"), lines))
    likely = [re.sub(r"[*?\[\]!\\]", "", line.strip("/ \r")) for line in lines[:8]]
    for path in (*PATHS, *filter(None, likely)):
        for is_folder in (False, True):
            found = file.decides(f"/r/{path}", path.rpartition("/")[2], is_folder=is_folder)
            fitting = (
                pattern.ignores
                for pattern in file.patterns
                if (is_folder or not pattern.only_folders) and re.compile(pattern.expression, re.DOTALL).match(path)
            )
            same("the quick tests of patterns leave none out", found, next(fitting, None))


def check_comments(source: bytes) -> None:
    """Test that ignore comments are found at their places, also if a text is read in two parts."""
    text = source.decode(errors="replace")
    lines = Lines(text)
    starts = [0, *(end.end() for end in _END.finditer(text))]
    middle = starts[len(starts) // 2]
    for form in CommentForm:
        found = ignores_in(text, form)
        promise(found.by_line.keys() <= set(range(1, len(starts) + 1)), "an ignored line is in the text", found.by_line)
        for fault in found.faults:
            place = lines.offset(fault.line or 0, fault.column or 0)
            promise(str(fault).isprintable() and place <= len(text), "a fault is in the text", fault)
        before = ignores_in(text[:middle], form)
        after = ignores_in(text[middle:], form, before.waiting)
        below = starts.index(middle)
        parts = {number: rules for number, rules in before.by_line.items() if number <= below}
        parts |= {number + below: rules for number, rules in after.by_line.items()}
        same("comments in two parts are those of the whole", parts, found.by_line)
    for number, line in enumerate(_END.split(text), start=1):
        faults: list[Problem] = []
        ignored = ignored_before(line, number, faults)
        promise(ignored == ALL or len(ignored - SEVERITIES.keys()) <= len(faults), "an unknown rule is a fault", line)
