"""What pydantic needs to take the models as types of fields, and FastAPI as types of bodies.

pydantic asks a class for its schemas (`SentModel.__get_pydantic_core_schema__`), which imports this module. So pydantic
is imported only where it is used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from liveschema._generated.build import PART_BUILDERS
from liveschema.contract.base import SentModel
from liveschema.contract.requests import CONTRACT, REQUESTS, Request
from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import Operation
from liveschema.convert import dump, load
from liveschema.engine.constraint import Context
from liveschema.engine.emit import specs_of
from liveschema.engine.objects import ObjectSpec
from liveschema.engine.plain import plain
from liveschema.engine.problems import InvalidPayload, Problem, ProblemCollector
from liveschema.engine.record import evolve
from liveschema.engine.rules import WRONG_TYPE
from liveschema.engine.unions import Nested
from liveschema.engine.wording import encodable, got
from liveschema.export import json_schema
from liveschema.export.types import TypeDefinitions

if TYPE_CHECKING:
    from liveschema.engine.constraint import Json

_OPERATIONS: dict[type, Operation] = {cls: operation for operation, cls in REQUESTS.items()}
_SPECS: dict[type, ObjectSpec] = {spec.cls: spec for spec in specs_of(CONTRACT)}
_STATE: type = STATES.shared.cls


def schema_of(cls: type[SentModel]) -> core_schema.CoreSchema:
    """Return the schema by which pydantic validates and serializes a model.

    Args:
        cls: The class of the model: a request, a part of one, or `State` for a state of any activity type.

    Raises:
        TypeError: If the class is another one: `Request`, whose operation decides what is valid, or a derived class.
    """
    if cls is Request:
        msg = "Request cannot be validated without an operation; use the class of one, such as UpdateRequest"
        raise TypeError(msg)
    if cls not in _SPECS and cls is not _STATE:
        msg = f"{cls.__name__} cannot be validated; use State, or a class of liveschema that is not abstract"
        raise TypeError(msg)

    def validated(value: object) -> SentModel:
        return _validated(cls, value)

    validated.__name__ = validated.__qualname__ = cls.__name__  # what pydantic calls the schema in errors
    return core_schema.no_info_plain_validator_function(
        validated,
        ref=f"liveschema.{cls.__name__}:{id(cls)}",  # so that a document has its JSON Schema once, under this name
        serialization=core_schema.plain_serializer_function_ser_schema(dump),
        metadata={"pydantic_js_functions": [lambda _schema, _handler: _json_schema_of(cls)]},
    )


def _validated(cls: type[SentModel], value: object) -> SentModel:
    """Return the model of a value, or raise the errors from which pydantic makes its own."""
    if isinstance(value, cls):
        return value
    try:
        return _from_plain(cls, value)
    except InvalidPayload as error:
        errors = [_details(problem, value) for problem in error.problems if problem.is_error]
        raise ValidationError.from_exception_data(cls.__name__, errors) from None


def _details(problem: Problem, value: object) -> InitErrorDetails:
    """Return a problem as an error of pydantic, which adds the path of the model to that of the problem."""
    found: Any = value
    for step in problem.path:
        found = _at(found, step)
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    context = {"hint": problem.hint and encodable(problem.hint), "pointer": encodable(problem.pointer)}
    # The text comes last, since pydantic replaces names in braces one after the other, and the text may have some.
    kind = PydanticCustomError(problem.rule, "{message}", {**context, "message": encodable(text)})
    path = tuple(encodable(step) if isinstance(step, str) else step for step in problem.path)
    return InitErrorDetails(type=kind, loc=path, input=_writable(found))


def _at(value: Any, step: str | int) -> Any:  # noqa: ANN401 - any object
    """Return what is at a step of a path; None if it cannot be read as it is."""
    try:
        return value[step]
    except (LookupError, TypeError):
        return None


def _writable(value: object) -> object:
    """Return a value as an answer can hold it: anything that is not JSON is described."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError):
        return encodable(got(plain(value)))
    return value


def _from_plain(cls: type[SentModel], value: object) -> SentModel:
    """Validate data, and convert it to a model.

    Args:
        cls: The class: a request, a part of one, or `State`.
        value: The data, such as a dict. A model of another class is refused, so that no union takes it for data.

    Raises:
        InvalidPayload: If there is an error; it lists all problems.
    """
    data = value if isinstance(value, SentModel) else plain(value)
    if not isinstance(data, dict):
        raise InvalidPayload([WRONG_TYPE.at((), f"{cls.__name__} must be an object, got {got(data)}")])
    if issubclass(cls, Request):
        return load(value, _OPERATIONS[cls])
    spec = _SPECS.get(cls) or _spec_of_state(data)
    if spec is not None and spec.tag_needed and spec.tag_field is not None:
        data = {spec.tag_field.name: str(spec.tag), **data}  # the class tells it
    problems = _problems(spec, data)
    if any(problem.is_error for problem in problems):
        raise InvalidPayload(problems)
    assert spec is not None  # noqa: S101 - a state of no certain type has an error
    made: SentModel = PART_BUILDERS[spec.cls](data, None, [])  # type: ignore[no-untyped-call] # it is generated
    return made


def _spec_of_state(data: dict[Any, object]) -> ObjectSpec | None:
    """Return the specification of the activity type of a state; None if none is certain."""
    if STATES.tag_field.name in data:
        return STATES.select(data)
    for spec in STATES.specs.values():
        if not any(problem.is_error for problem in _problems(spec, data)):
            return spec
    return None


def _problems(spec: ObjectSpec | None, data: dict[Any, object]) -> list[Problem]:
    out = ProblemCollector()
    if spec is not None:
        spec.report(data, (), out, Context())
        return out.problems
    # Messages name the state by its key, which is none of the path of pydantic.
    STATES.report(data, (STATES.shared.label,), out, Context())
    return [evolve(problem, path=problem.path[1:]) for problem in out.problems]


def _json_schema_of(cls: type[SentModel]) -> Json:
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
        made = TypeDefinitions()
        schema = (STATES if cls is _STATE else Nested(cls)).schema(made)
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
