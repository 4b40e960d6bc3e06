"""Payloads in files that a workflow or a script sends, by which their operation is known."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from liveschema.lint.config.files import Source
from liveschema.lint.config.settings import SettingsFinder
from liveschema.lint.inputs import BY_SUFFIX, FORMATS, MissingPackageError, reader_of
from liveschema.lint.inputs.marks import may_have_sender
from liveschema.lint.inputs.sent_file import SentFile
from liveschema.lint.paths import relative

_MENTIONS: Final = (b"payload-file-path", b"@", b"-file", b"<")
"""What stands before the name of the file in each form in which a request can name one."""
_SENDERS: Final = frozenset({"yaml", "shell"})


def with_sent_files(sources: list[Source], settings: SettingsFinder) -> list[Source]:
    """Find the files that the requests in some files send, and add what is known of them.

    Args:
        sources: The files to check.
        settings: Finds the settings of files that are not among them.

    Returns:
        The files in order, and behind them those that are sent and were not among them.
    """
    sent: dict[str, list[SentFile]] = {}
    for source in sources:
        if source.format in _SENDERS and not source.is_stdin:
            for path, file in _sent_by(source):
                sent.setdefault(path, []).append(file)
    if not sent:
        return sources
    found = []
    for source in sources:
        files = sent.pop(os.path.realpath(source.path), None)
        found.append(source if files is None else source._replace(sent=_only(files)))
    for path, files in sent.items():
        form, own = BY_SUFFIX.get(Path(path).suffix.lower()), settings.in_folder(Path(path).parent)
        if form is not None and FORMATS[form].is_data and not own.excludes(path):
            found.append(Source(path, relative(path), form, own, sent=_only(files)))
    return found


def _only(files: list[SentFile]) -> SentFile:
    """Return what is known of a file that is sent, perhaps by several requests."""
    first = files[0]
    operations = {each.operation for each in files}
    members = dict.fromkeys(key for each in files for key in each.members)
    if len(operations) == 1:
        return first
    return attrs.evolve(first, operation=None, members={**members, **first.members})


def _sent_by(source: Source) -> Iterator[tuple[str, SentFile]]:
    """Yield the files that the requests in a file send, by their paths without links."""
    try:
        content = Path(source.path).read_bytes()
        if not may_have_sender(content) or not any(each in content for each in _MENTIONS):
            return
        documents = list(reader_of(source.format)(content))
    except (OSError, MissingPackageError):
        return  # the run says so when it reads the file
    for document in documents:
        if document.body_file is None:
            continue
        path = _found(document.body_file.path, source.path)
        if path is not None:
            members = document.value if isinstance(document.value, dict) else {}
            by = document.place_in(source.name)
            yield path, SentFile(by, document.operation, members, document.body_file.is_state)


def _found(name: str, sender: str) -> str | None:
    """Return the path of a file that a request names, without links; None if there is none in the same repository.

    A workflow runs in the root of the repository, and a script mostly there, in its own folder or in the current one.
    """
    folder = Path(sender).parent.resolve()
    root = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), Path.cwd())
    for base in (root, folder, Path.cwd()):
        try:
            path = (base / name).resolve()
            if path.is_relative_to(root) and path.is_file():
                return str(path)
        except (OSError, ValueError):
            continue
    return None
