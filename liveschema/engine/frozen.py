"""Dicts and lists that cannot be changed, in which models keep free content.

They are dicts and lists for those who read them: `json`, `pickle`, `copy`,
comparisons and `attrs.asdict` take them as such. What writes only exact dicts
and lists, such as `yaml.safe_dump`, needs `liveschema.dump`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, NoReturn, Self, TypeVar

    T = TypeVar("T")
else:
    T = object  # without an import of ``typing``


def _refuse(self: object, *_: object, **__: object) -> NoReturn:
    """Refuse the change.

    Raises:
        TypeError: Always.
    """
    kind = "dict" if isinstance(self, dict) else "list"
    msg = f"this {kind} belongs to a model, which cannot be changed; change a copy of it: {kind}(…), or liveschema.dump"
    raise TypeError(msg)


class FrozenDict(dict[str, T]):
    """A dict that cannot be changed.

    Args:
        items: The content. Values that are dicts or lists must be frozen, too.
    """

    __slots__ = ()

    def __new__(cls, items: Mapping[str, T] | Iterable[tuple[str, T]] = ()) -> Self:
        """Make the dict with its content, so that a later call of ``__init__`` cannot change it."""
        made = dict.__new__(cls)
        dict.update(made, items)
        return made

    if not TYPE_CHECKING:  # pragma: no branch - type checkers take it for a dict
        __init__ = object.__init__  # which takes any arguments beside a `__new__`
        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override] # dicts that can be changed have none
        return hash(frozenset(self.items()))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, T]]]:
        return type(self), (dict(self),)


class FrozenList(list[T]):
    """A list that cannot be changed.

    Args:
        items: The content. Items that are dicts or lists must be frozen, too.
    """

    __slots__ = ()

    def __new__(cls, items: Iterable[T] = ()) -> Self:
        """Make the list with its content, as `FrozenDict`."""
        made = list.__new__(cls)
        list.extend(made, items)
        return made

    if not TYPE_CHECKING:  # pragma: no branch - as for `FrozenDict`
        __init__ = object.__init__
        __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
        append = clear = extend = insert = pop = remove = reverse = sort = _refuse

    def __hash__(self) -> int:  # type: ignore[override] # lists that can be changed have none
        return hash((*self,))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[list[T]]]:
        return type(self), (list(self),)


def frozen(value: Any, sizes: list[int]) -> Any:  # noqa: ANN401 - any JSON value
    """Return a deep copy of free content that cannot be changed.

    Args:
        value: The content, a plain value.
        sizes: A list, to which the number of keys of each dict is added.
    """
    kind = type(value)
    if kind is dict:
        sizes.append(len(value))
        return FrozenDict([(key, frozen(item, sizes)) for key, item in value.items()])
    if kind is list:
        return FrozenList([frozen(item, sizes) for item in value])
    return value


def frozen_entries(value: dict[str, object], sizes: list[int]) -> FrozenDict[object]:
    """Do as `frozen` for a dict of scalars."""
    sizes.append(len(value))
    made: FrozenDict[object] = FrozenDict(value)
    return made


def thawed(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a copy of free content in new dicts and lists, which can be changed.

    Args:
        value: The content, as a model has it.
    """
    if isinstance(value, dict):
        return {key: thawed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [thawed(item) for item in value]
    return value
