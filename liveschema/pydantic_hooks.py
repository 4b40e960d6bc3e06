"""What pydantic needs to take the models as types of fields, and FastAPI as types of bodies.

pydantic asks a class for its schemas (`SentModel.__get_pydantic_core_schema__`), which imports this module. So pydantic
is imported only where it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from liveschema._generated.build import PART_BUILDERS
from liveschema.contract.base import SentModel
from liveschema.contract.requests import CONTRACT, REQUESTS, Request
from liveschema.contract.states import STATES
from liveschema.convert import dump, load
from liveschema.engine.constraint import Context
from liveschema.engine.emit import specs_of
from liveschema.engine.objects import ObjectSpec
from liveschema.engine.plain import plain
from liveschema.engine.problems import InvalidPayload, Problem, ProblemCollector, Severity
from liveschema.engine.rules import WRONG_TYPE
from liveschema.engine.unions import Nested
from liveschema.engine.wording import got
from liveschema.export import json_schema
from liveschema.export.types import TypeDefinitions

if TYPE_CHECKING:
    from liveschema.engine.constraint import Json

M = TypeVar("M", bound=SentModel)
_OPERATIONS = {cls: operation for operation, cls in REQUESTS.items()}
_SPECS: dict[type, ObjectSpec] = {spec.cls: spec for spec in specs_of(CONTRACT)}


def schema_of(cls: type[SentModel]) -> core_schema.CoreSchema:
    """Return the schema by which pydantic validates and serializes a model.

    Args:
        cls: The class of the model: a request, a part of one, or `State` for a state of any activity type.

    Raises:
        TypeError: If the class is `Request`; the operation decides what is valid.
    """
    if cls is Request:
        msg = "Request cannot be validated without an operation; use the class of one, such as UpdateRequest"
        raise TypeError(msg)
    return core_schema.no_info_plain_validator_function(
        partial(_validated, cls),
        ref=f"liveschema.{cls.__name__}:{id(cls)}",  # so that a document has its JSON Schema once, under this name
        serialization=core_schema.plain_serializer_function_ser_schema(dump),
        metadata={"pydantic_js_functions": [lambda _schema, _handler: json_schema_of(cls)]},
    )


def _validated(cls: type[M], value: object) -> M:
    """Return the model of a value, or raise the errors from which pydantic makes its own."""
    if isinstance(value, cls):
        return value
    try:
        return from_plain(cls, value)
    except InvalidPayload as error:
        errors = [_details(problem, value) for problem in error.problems if _is_error(problem)]
        raise ValidationError.from_exception_data(cls.__name__, errors) from None


def _details(problem: Problem, value: object) -> InitErrorDetails:
    """Return a problem as an error of pydantic, which adds the path of the model to that of the problem."""
    context = {"message": problem.message, "hint": problem.hint, "pointer": problem.pointer}
    template = "{message} ({hint})" if problem.hint else "{message}"
    found: Any = plain(value)
    for step in problem.path:
        found = found[step]
    kind = PydanticCustomError(problem.rule, template, context)
    return InitErrorDetails(type=kind, loc=problem.path, input=found)


def from_plain(cls: type[M], value: object) -> M:
    """Validate data, and convert it to a model of any class.

    Args:
        cls: The class: a request, a part of one, or `State`.
        value: The data, such as a dict.

    Raises:
        InvalidPayload: If there is an error; it lists all problems.
    """
    made: M
    if issubclass(cls, Request):
        made = load(value, _OPERATIONS[cls])  # type: ignore[assignment] # it is of the class of the operation
        return made
    data = plain(value)
    spec = _spec_for(cls, data)
    problems = _problems(spec, data)
    if any(map(_is_error, problems)):
        raise InvalidPayload(problems)
    assert spec is not None  # noqa: S101 - a state of no certain type has an error
    made = PART_BUILDERS[spec.cls](data, None, [])  # type: ignore[no-untyped-call] # it is generated
    return made


def _spec_for(cls: type, data: object) -> ObjectSpec | None:
    """Return the specification of a class; for `State`, that of the activity type, or None if no type is certain."""
    if cls is not STATES.shared.cls:
        return _SPECS[cls]
    if not isinstance(data, dict) or STATES.tag_field.name in data:
        return STATES.select(data) if isinstance(data, dict) else None
    return next((spec for spec in STATES.specs.values() if not any(map(_is_error, _problems(spec, data)))), None)


def _problems(spec: ObjectSpec | None, data: object) -> list[Problem]:
    out = ProblemCollector()
    if not isinstance(data, dict):
        label = (spec or STATES.shared).label
        out.add(WRONG_TYPE, (), f"{label} must be an object, got {got(data)}")
    elif spec is None:
        STATES.report(data, (), out, Context())
    else:
        spec.report(data, (), out, Context())
    return out.problems


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def json_schema_of(cls: type[SentModel]) -> Json:
    """Return the JSON Schema of a model, without references, since pydantic makes one document of many schemas.

    Args:
        cls: The class: a request, a part of one, or `State`.
    """
    if issubclass(cls, Request):
        schema = json_schema(_OPERATIONS[cls], form="types")
        definitions = schema.pop("$defs")
        for name in ("$schema", "$id", "$comment"):
            del schema[name]
    else:
        made = TypeDefinitions(Context(contract=CONTRACT))
        schema = (STATES if cls is STATES.shared.cls else Nested(cls)).schema(made)
        definitions = made.made
    inlined: Json = _inlined(schema, definitions)
    return inlined


def _inlined(schema: Any, definitions: Mapping[str, Json]) -> Any:  # noqa: ANN401 - any JSON value
    """Return a schema with the definitions in place of the references to them."""
    if isinstance(schema, list):
        return [_inlined(each, definitions) for each in schema]
    if not isinstance(schema, dict):
        return schema
    others = {name: _inlined(value, definitions) for name, value in schema.items() if name != "$ref"}
    if "$ref" not in schema:
        return others
    return {**_inlined(definitions[schema["$ref"].rpartition("/")[2]], definitions), **others}
