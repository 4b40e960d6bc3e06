"""Fixes: changes of a payload that mend a problem mechanically, as plain data."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.engine.unknown import MORE
from liveschema.engine.wording import got, named, subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from liveschema.engine.problems import Path


class Fix(Record):
    """The base class of fixes, each of which changes one member or value of a payload.

    Args:
        path: The path of what is changed.
        safe: Whether the payload certainly means what it meant, so that nobody needs to look at the change.

    .. versionadded:: 0.1.0
    """

    path: Path
    safe: bool

    @property
    def title(self) -> str:
        """What the fix does, such as ``rename sub_title to subtitle``."""
        raise NotImplementedError

    def apply(self, payload: object) -> object:
        """Return a copy of a payload with the change.

        Args:
            payload: The payload, made of plain values and placeholders, which is not changed.

        Raises:
            LookupError: If the payload has nothing at the path, or already has what would be added.
        """
        raise NotImplementedError

    def moved(self, path: Path) -> Path:
        """Return the path, after the change, of what was at a path before."""
        return path


class RenameMember(Fix):
    """The fix that gives a member another name.

    Args:
        name: The right name.
    """

    name: str

    @property
    def new_path(self) -> Path:
        """The path of the member after the change."""
        return (*self.path[:-1], self.name)

    @property
    def title(self) -> str:
        """Both names."""
        return f"rename {named(str(self.path[-1]))} to {self.name}"

    def apply(self, payload: object) -> object:
        """Return a copy in which the member has the other name, at the same place."""

        def renamed(members: dict[object, object]) -> dict[object, object]:
            refuse_to_replace(members, self.name)
            return {self.name if name == self.path[-1] else name: value for name, value in members.items()}

        return changed(payload, self.path, renamed)

    def moved(self, path: Path) -> Path:
        """Return a path with the other name if it leads to the member or into it."""
        return rebased(path, self.path, self.new_path)


class ReplaceValue(Fix):
    """The fix that puts another value in the place of one.

    Args:
        value: The right value, a JSON scalar.
    """

    value: str | float

    @property
    def title(self) -> str:
        """The right value."""
        return f"write {got(self.value).removeprefix('the string ')} for {subject(self.path)}"

    def apply(self, payload: object) -> object:
        """Return a copy with the right value."""

        def replaced(inside: Any) -> Any:  # noqa: ANN401 - an object or a list
            made = inside.copy()
            made[self.path[-1]] = self.value
            return made

        return changed(payload, self.path, replaced)


class RemoveMember(Fix):
    """The fix that leaves a member out."""

    @property
    def title(self) -> str:
        """The name of the member."""
        return f"leave {named(str(self.path[-1]))} out"

    def apply(self, payload: object) -> object:
        """Return a copy without the member."""

        def without(members: dict[object, object]) -> dict[object, object]:
            return {name: value for name, value in members.items() if name != self.path[-1]}

        return changed(payload, self.path, without)


class MoveMember(Fix):
    """The fix that moves a member to the end of another object, which must be there.

    Args:
        target: The path of the other object.
    """

    target: Path

    @property
    def new_path(self) -> Path:
        """The path of the member after the change."""
        return (*self.target, self.path[-1])

    @property
    def title(self) -> str:
        """The name of the member, and the object."""
        return f"move {named(str(self.path[-1]))} into {subject(self.target)}"

    def apply(self, payload: object) -> object:
        """Return a copy in which the other object has the member."""
        value = value_at(payload, self.path)
        return with_member(RemoveMember(path=self.path, safe=self.safe).apply(payload), self.new_path, value)

    def moved(self, path: Path) -> Path:
        """Return a path in the other object if it leads to the member or into it."""
        return rebased(path, self.path, self.new_path)


class AddMember(Fix):
    """The fix that adds a member at the end of an object.

    Args:
        value: Its value, a string.
    """

    value: str

    @property
    def title(self) -> str:
        """The name and the value of the member."""
        return f'add "{self.path[-1]}": {got(self.value).removeprefix("the string ")}'

    def apply(self, payload: object) -> object:
        """Return a copy with the member."""
        return with_member(payload, self.path, self.value)


def rebased(path: Path, old: Path, new: Path) -> Path:
    """Return a path with another beginning if it begins with a given one."""
    return (*new, *path[len(old) :]) if path[: len(old)] == old else path


def value_at(payload: Any, path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value at a path.

    Raises:
        LookupError: If there is none.
    """
    for step in path:
        is_there = isinstance(payload, dict if isinstance(step, str) else list)
        if not is_there:
            raise LookupError(step)
        payload = payload[step]
    return payload


def refuse_to_replace(members: dict[object, object], name: object) -> None:
    """Refuse to add a member to an object that has it, or may have it.

    Raises:
        LookupError: If it has.
    """
    if name in members or MORE in members:
        raise LookupError(name)


def with_member(payload: object, path: Path, value: object) -> object:
    """Return a copy of a payload with one more member at a path, whose object must be there.

    Raises:
        LookupError: If it is not, or has the member.
    """

    def added(members: Any) -> object:  # noqa: ANN401 - any JSON value
        is_object = isinstance(members, dict)
        if not is_object:
            raise LookupError(path)
        refuse_to_replace(members, path[-1])
        return {**members, path[-1]: value}

    return inside(payload, path[:-1], added)


def changed(payload: object, path: Path, change: Callable[[Any], object]) -> object:
    """Return a copy of a payload in which the object or list is changed that has the value at a path.

    Raises:
        LookupError: If there is no value at the path.
    """
    value_at(payload, path)
    return inside(payload, path[:-1], change)


def inside(payload: Any, path: Path, change: Callable[[Any], object]) -> object:  # noqa: ANN401 - any JSON value
    """Return a copy of a payload in which the value at a path is changed.

    Raises:
        LookupError: If there is no value at the path.
    """
    if not path:
        return change(payload)
    step, *rest = path
    value = inside(value_at(payload, (step,)), tuple(rest), change)
    made = payload.copy()
    made[step] = value
    return made
