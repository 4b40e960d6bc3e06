"""The base class of all models of requests and their parts, which are validated by generated predicates."""

from __future__ import annotations

from importlib import import_module

from liveschema.engine.declare import Model
from liveschema.engine.objects import spec_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class SentModel(Model):
    """A model that is validated by a generated predicate; a report is made only if that does not accept it."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:  # noqa: ANN401 - pydantic's type
        """Return the schema by which pydantic validates and serializes this class; pydantic calls it."""
        del source, handler
        # By name, since that module imports the models.
        return import_module("liveschema.pydantic_hooks").schema_of(cls)

    def __is_sound__(self, data: dict[str, object]) -> bool:
        """Return whether the generated predicate of this class accepts the data; False if there is none."""
        from liveschema._generated.models import MODEL_PREDICATES  # noqa: PLC0415 - generated from these models

        predicates: Mapping[str, Callable[[dict[str, object]], bool | None]] = MODEL_PREDICATES
        predicate = predicates.get(spec_of(type(self)).cls.__name__)
        return predicate is not None and predicate(data) is True
