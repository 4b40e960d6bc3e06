"""Which activity type a state without one is of, found without trying all of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from liveschema.constraints._objects import ObjectSpec
from liveschema.constraints._source import Function
from liveschema.vocabulary import ActivityType, Operation

if TYPE_CHECKING:
    from liveschema.constraints._requests import States


def _narrowing(states: States) -> dict[str, tuple[str, ...]]:
    """Give the types that have a field, for each that tells of the type whatever its value."""
    everywhere = {name for spec in states.specs.values() for name in spec.tolerated}
    return {
        name: tuple(str(kind) for kind in ActivityType if kind in kinds)
        for name, kinds in states.having.items()
        if name not in everywhere
    }


def _unmarked(states: States, narrowing: Mapping[str, object], operation: Operation) -> tuple[str, ...]:
    """Give the types that need none of the fields that tell of a type."""
    return tuple(
        tag
        for tag, spec in states.specs.items()
        if not any(need.unless is None and narrowing.keys() & need.names for need in spec.needs_on(operation))
    )


def settling(request: ObjectSpec, states: States, operation: Operation) -> Function:
    """Give what finds the first activity type that takes a state without one.

    Args:
        request: What the class of the request declares.
        states: The states it may hold.
        operation: What the request is sent for.

    Returns:
        A function of the state, the predicates on states by type, the type that
        the activity is known to have, and the request. It gives the type; False
        where there is none, None where that cannot be told.
    """
    narrowing = _narrowing(states)
    unmarked = _unmarked(states, narrowing, operation)
    typed = [(name, field.types) for name, field in request.fields.items() if field.types is not None]

    def settle(
        state: dict[str, object], judges: Mapping[str, Function], known: str | None, data: dict[str, object]
    ) -> str | bool | None:
        kinds: Collection[str] = unmarked if known is None else (known,)
        if known is None:
            for name in state:
                having = narrowing.get(name)
                if having is not None:  # one such field will do: no other type takes it
                    kinds = having
                    break
        for name, types in typed:
            if name in data:
                kinds = [kind for kind in kinds if kind in types]
        answer: bool | None = False
        for kind in kinds:
            taken = judges[kind](state, len(state))
            if taken:
                return kind
            if taken is None:
                answer = None
        return answer

    return settle
