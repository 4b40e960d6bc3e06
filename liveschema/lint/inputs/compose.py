"""Payloads that are made of several parts of a file, such as the state in one option and the channels in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from liveschema.engine.problems import Path
from liveschema.engine.record import evolve
from liveschema.engine.unknown import has_unknown
from liveschema.lint.inputs.document import Document
from liveschema.text.positions import Place


class Member(NamedTuple):
    """A member of a payload that stands elsewhere in the file.

    Args:
        value: The value, or what is known of it.
        place: Where it stands.
    """

    value: Any
    place: Place


def under_key(document: Document, key: str) -> Document:
    """Return a document whose value is an object with the value of another one as its only member.

    Args:
        document: The other document.
        key: The key of the member, which stands nowhere in the file.
    """

    def locator(paths: Iterable[Path]) -> Mapping[Path, Place]:
        inner = {path: path[1:] if path[:1] == (key,) else () for path in paths if not path or path[0] == key}
        places = document.locator(set(inner.values()))
        return {path: places[below] for path, below in inner.items() if below in places}

    faults = [evolve(fault, path=(key, *fault.path)) for fault in document.faults]
    return evolve(document, value={key: document.value}, locator=locator, faults=faults)


def with_members(document: Document, members: Mapping[str, Member]) -> Document:
    """Return a document whose value has further members, or other values of its members.

    Args:
        document: A document whose value is an object.
        members: The members by key.
    """

    def locator(paths: Iterable[Path]) -> Mapping[Path, Place]:
        wanted = list(paths)
        places = dict(document.locator([path for path in wanted if not path or path[0] not in members]))
        for path in wanted:
            if path and path[0] in members:
                places[path] = members[str(path[0])].place
        return places

    value = {**document.value, **{key: member.value for key, member in members.items()}}
    partial = document.is_partial or any(has_unknown(member.value) for member in members.values())
    return evolve(document, value=value, locator=locator, is_partial=partial)


def document_of(base: Document, value: Any, places: Mapping[Path, Place], **about: Any) -> Document:  # noqa: ANN401 - any JSON value, and the fields of a Document
    """Return a document of a value that a reader has put together.

    Args:
        base: A document of the same file, or an empty one with its text.
        value: The value, or what is known of it.
        places: The places of the value and of everything inside it.
        about: Further fields of the `Document`.
    """

    def locator(paths: Iterable[Path]) -> Mapping[Path, Place]:
        return {path: places[path] for path in paths if path in places}

    return evolve(base, value=value, locator=locator, is_partial=has_unknown(value), **about)


def with_documents(document: Document, parts: Mapping[str, Document]) -> Document:
    """Return a document whose value has further members, or other values of its members, from other documents.

    Args:
        document: A document whose value is an object.
        parts: The documents of the members by key. The text of each is that of the same file.
    """

    def locator(paths: Iterable[Path]) -> Mapping[Path, Place]:
        own: list[Path] = []
        inner: dict[str, list[Path]] = {}
        for path in paths:
            if path and path[0] in parts:
                inner.setdefault(str(path[0]), []).append(path[1:])
            else:
                own.append(path)
        places = dict(document.locator(own))
        for key, below in inner.items():
            places |= {(key, *path): place for path, place in parts[key].locator(below).items()}
        return places

    value = {**document.value, **{key: part.value for key, part in parts.items()}}
    faults = [
        *document.faults,
        *(evolve(fault, path=(key, *fault.path)) for key, part in parts.items() for fault in part.faults),
    ]
    partial = document.is_partial or any(part.is_partial for part in parts.values())
    return evolve(document, value=value, faults=faults, locator=locator, is_partial=partial)


def renamed(document: Document, rename: Mapping[str, str]) -> Document:
    """Return a document whose value has other keys, each of which stands at the place of the key in the file.

    Args:
        document: A document whose value is an object.
        rename: The new keys by the keys in the file; of two with the same new key, the last one in the file counts.
    """
    written = {rename.get(key, key): key for key in document.value}

    def locator(paths: Iterable[Path]) -> Mapping[Path, Place]:
        inner = {(written.get(path[0], path[0]), *path[1:]) if path else (): path for path in paths}
        return {inner[path]: place for path, place in document.locator(inner).items()}

    faults = [
        evolve(fault, path=(rename.get(str(fault.path[0]), fault.path[0]), *fault.path[1:])) if fault.path else fault
        for fault in document.faults
    ]
    value = {key: document.value[old] for key, old in written.items()}
    return evolve(document, value=value, locator=locator, faults=faults)
