"""The base of what a sender builds: models that are judged by the emitted predicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from liveschema.engine.declare import Model
from liveschema.engine.objects import spec_of


class SentModel(Model):
    """A model that knows its emitted predicate, so that building a sound one costs no report."""

    __slots__ = ()

    def __is_sound__(self, data: dict[str, object]) -> bool:
        """Ask the emitted predicate on objects of this class; a class that has none is left to the report."""
        from liveschema._generated.models import MODEL_PREDICATES  # noqa: PLC0415 - emitted from these models

        predicates: Mapping[str, Callable[[dict[str, object]], bool | None]] = MODEL_PREDICATES
        predicate = predicates.get(spec_of(type(self)).cls.__name__)
        return predicate is not None and predicate(data) is True
