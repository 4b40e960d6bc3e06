"""Payloads in files that a workflow or a script sends, by which their operation is known."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from liveschema.engine.record import evolve
from liveschema.lint.config.finder import SettingsFinder
from liveschema.lint.config.selection import Source
from liveschema.lint.errors import UnreadableConfigurationError
from liveschema.lint.inputs import BY_SUFFIX, FORMATS, NAMING_FILES, MissingPackageError, reader_of
from liveschema.lint.inputs.long_file import any_block, read_or_open
from liveschema.lint.inputs.marks import may_have_sender
from liveschema.lint.inputs.sent_file import SentFile
from liveschema.lint.paths import exists, open_file, relative
from liveschema.lint.run.marked import is_unmarked

_MENTION: Final = re.compile(rb"-file|\s-\w*T|\bcat\b|(?<![\w.)}-])@|[\s\"'=]-\w+@|(?<!<)<(?![<(=])")
"""What stands before the name of the file in each form in which a request can name one; not as in ``checkout@v4``."""


def with_sent_files(sources: list[Source], settings: SettingsFinder) -> list[Source]:
    """Find the files that the requests in some files send, and add what is known of them.

    Args:
        sources: The files to check.
        settings: Finds the settings of files that are not among them.

    Returns:
        The files in order, and behind them those that are sent and were not among them.
    """
    sent = _sent_by_any(sources)
    for source in sources if sent else ():
        files = sent.pop(os.path.realpath(source.path), None)
        if files is not None:
            source.sent = _only(files)
    found = [*sources]
    for path, files in sent.items():
        form = BY_SUFFIX.get(Path(path).suffix.lower())
        if form is None or not FORMATS[form].is_data:
            continue
        try:
            own = settings.in_folder(str(Path(path).parent))
        except UnreadableConfigurationError:
            continue  # as long as no run is asked for this file, its configuration is no trouble
        if not own.excludes(path):
            source = Source(path, relative(path), form, own)
            source.sent = _only(files)
            found.append(source)
    return found


def _sent_by_any(sources: list[Source]) -> dict[str, list[SentFile]]:
    """Return what is known of the files that the requests in other files send, by their paths without links."""
    sent: dict[str, list[SentFile]] = {}
    root = cache(_root_above)
    for source in sources:
        if source.format in NAMING_FILES and not source.is_stdin:
            for path, file in _sent_by(source, root):
                sent.setdefault(path, []).append(file)
    return sent


def _only(files: list[SentFile]) -> SentFile:
    """Return what is known of a file that is sent, perhaps by several requests."""
    first = files[0]
    operations = {each.operation for each in files}
    members = dict.fromkeys(key for each in files for key in each.members)
    if len(operations) == 1:
        return first
    return evolve(first, operation=None, members={**members, **first.members})


def _sent_by(source: Source, root: Callable[[Path], Path]) -> Iterator[tuple[str, SentFile]]:
    """Yield the files that the requests in a file send, by their paths without links."""
    try:
        if is_unmarked(source):
            return
        with open_file(source.path) as stream:
            content = read_or_open(stream) if source.format == "yaml" else stream.read()
            if not any_block(content, may_have_sender) or not any_block(content, _has_mention):
                return
            named = [(each, each.body_file) for each in reader_of(source.format)(content) if each.body_file is not None]
    except (OSError, MissingPackageError, MemoryError, RecursionError):
        return  # the run says so when it reads the file
    for document, file in named:
        path = _found(file.path, source.path, root)
        if path is not None:
            members = document.value if isinstance(document.value, dict) else {}
            by = document.place_in(source.name)
            yield path, SentFile(by, document.operation, members, file.is_state)


def _has_mention(content: bytes) -> bool:
    return _MENTION.search(content) is not None


def _found(name: str, sender: str, root_above: Callable[[Path], Path]) -> str | None:
    """Return the path of a file that a request names, without links; None if there is none in the same repository.

    A workflow runs in the root of the repository, and a script mostly there, in its own folder or in the current one.
    """
    try:
        folder = Path(sender).parent.resolve()
        root = root_above(folder)
    except (OSError, RuntimeError):  # a link that leads to itself
        return None
    for base in (root, folder, Path.cwd()):
        try:
            path = (base / name).resolve()
            if path.is_relative_to(root) and path.is_file():
                return str(path)
        except (OSError, RuntimeError, ValueError):
            continue
    return None


def _root_above(folder: Path) -> Path:
    """Return the root of the repository that a folder is in; the current folder if it is in none."""
    return next((each for each in (folder, *folder.parents) if exists(each / ".git")), Path.cwd())
