"""The pages about the fields of payloads, made from the contract."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Any, Final

from site_links import DOCS, ROOT
from site_text import as_json, block, plain, sentence, table, tabs

from liveschema.contract.requests import CONTRACT, REQUESTS
from liveschema.contract.states import BUTTONED, STATES
from liveschema.contract.vocabulary import ENDPOINTS, LEGACY, ActivityType, Operation
from liveschema.engine.constraint import Constraint
from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.objects import Field, ObjectSpec
from liveschema.engine.scalars import EnumOf, Number, Tag, Text
from liveschema.engine.unions import InferredUnion, Nested, TaggedUnion
from liveschema.engine.wording import listed
from liveschema.examples.make import example, part

FOLDER: Final = "reference/fields"
_UP: Final = "../../"


def parts() -> dict[str, ObjectSpec]:
    """Return the objects that payloads are made of, besides the states, by the name of their class."""
    found: dict[str, ObjectSpec] = {}
    queue = [*STATES.specs.values(), *(CONTRACT.root(operation) for operation in Operation)]
    for spec in queue:  # which grows
        for field in spec.fields.values():
            if not isinstance(field.constraint, InferredUnion):
                new = [each for each in field.constraint.specs.values() if each.cls.__name__ not in found]
                found |= {each.cls.__name__: each for each in new}
                queue += new
    return found


def pages() -> dict[str, str]:
    """Return the Markdown of all pages about fields by path."""
    made = {f"{FOLDER}/{each}.md": page(each) for each in ActivityType}
    return {f"{FOLDER}/index.md": index(), **made, REQUESTS_PAGE: requests(), PARTS_PAGE: parts_page()}


REQUESTS_PAGE: Final = f"{FOLDER}/requests.md"
PARTS_PAGE: Final = f"{FOLDER}/parts.md"


def navigation() -> list[Any]:
    """Return the entries of the fields for the navigation."""
    types: list[Any] = [{str(each): f"{FOLDER}/{each}.md"} for each in ActivityType]
    return [f"{FOLDER}/index.md", *types, {"Requests": REQUESTS_PAGE}, {"Parts": PARTS_PAGE}]


def index() -> str:
    """Return the page that lists the activity types and the operations."""
    types = [(f"[`{each}`]({each}.md)", summary(STATES.specs[each].cls), _own(each)) for each in ActivityType]
    sent = [
        (f"[`{operation}`](requests.md#{operation})", f"`{method} {path}`", summary(REQUESTS[operation]).split(":")[0])
        for operation, (method, path) in ENDPOINTS.items()
    ]
    return (
        "# The fields of a payload\n\n"
        "A request has a `content_state`, which says what the card shows, and beside it the fields of its operation. "
        "The activity type decides which fields the state has.\n\n"
        f"## Activity types\n\n{table(['type', 'what it shows', 'its own fields'], types)}\n"
        f"## Operations\n\n{table(['operation', 'request', 'what it does'], sent)}\n"
        f"{', '.join(f'`{each}`' for each in Operation if each in LEGACY)} are the older lifecycle, which is still "
        "supported. [Parts](parts.md) lists the objects inside of a payload, such as icons and buttons.\n"
    )


def summary(cls: type) -> str:
    """Return the first paragraph of the docstring of a class as one line."""
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split()).replace("``", "`")


def _own(activity_type: ActivityType) -> str:
    spec, shared = STATES.specs[activity_type], STATES.shared.fields
    own = [name for name, field in spec.fields.items() if name not in shared and field is not spec.tag_field]
    return ", ".join(f"`{name}`" for name in own)


def page(activity_type: ActivityType) -> str:
    """Return the page of an activity type."""
    spec = STATES.specs[activity_type]
    buttons = "a badge and a second button" if activity_type in BUTTONED else "neither a badge nor a second button"
    rules = ", ".join(f"[`{rule.id}`]({_UP}rules/{rule.id}.md)" for rule in spec.rules)
    lines = [
        f"# {activity_type}\n",
        f"{summary(spec.cls)} Its card has space for {buttons}.\n",
        picture(activity_type),
        "## Fields of the state\n",
        fields_table(spec),
        *needs(spec),
        f"Rules over several fields: {rules}.\n",
        "Beside the state, a request has [the fields of its operation](requests.md).\n",
        "## Examples\n",
        examples(activity_type),
        f"With all fields that go together:\n\n{_payload(example(activity_type, Operation.STREAM, full=True))}",
        f"In Python, the class is [`{spec.cls.__name__}`](../python/liveschema.md#liveschema.{spec.cls.__name__}).\n",
    ]
    return "\n".join(each for each in lines if each)


def picture(activity_type: ActivityType) -> str:
    """Return the picture of the card of an activity type, if there is one."""
    file = f"images/{activity_type}.svg"
    exists = (ROOT / DOCS / file).is_file()
    return f"![A card of the type {activity_type}]({_UP}{file}){{ .card }}\n" if exists else ""


def fields_table(spec: ObjectSpec, operations: Sequence[Operation] = tuple(Operation)) -> str:
    """Return the table of the fields of an object."""
    rows = [
        (f"`{name}`", described(field.constraint), sent_in(spec, field, operations), about(field))
        for name, field in spec.fields.items()
    ]
    return table(["field", "value", "needed", "what it says"], rows)


def sent_in(spec: ObjectSpec, field: Field, operations: Sequence[Operation]) -> str:
    """Return in which operations a field is required, and in which it is allowed, in words."""
    allowed = [each for each in operations if field.allows(each)]
    required = [each for each in allowed if _is_required(spec, field, each)]
    grouped = [each for each in allowed if each not in required and _in_group(spec, field, each)]
    if required or grouped:
        word, found = ("required", required) if required else ("required, or its alternative", grouped)
        return word if found == list(operations) else f"{word} in {_listed(found)}"
    return "optional" if allowed == list(operations) else f"optional, in {_listed(allowed)} only"


def _listed(operations: Sequence[Operation]) -> str:
    return listed([f"`{each}`" for each in operations])


def _is_required(spec: ObjectSpec, field: Field, operation: Operation) -> bool:
    if field is spec.tag_field:
        return spec.needs_tag(operation)
    return any(each.single and field.name in each.names for each in spec.required(operation))


def _in_group(spec: ObjectSpec, field: Field, operation: Operation) -> bool:
    return any(field.name in group for each in spec.required(operation) for group in each.groups)


def needs(spec: ObjectSpec) -> Iterator[str]:
    """Yield what an object requires of groups of fields, and what it should have."""
    for required in spec.requirements:
        modes = [f"`{each}`" for each in Operation if each in required.modes]
        where = "always" if len(modes) == len(Operation) else f"in {', '.join(modes)}"
        yield f"Required {where}: {plain(required.expected)}.\n"
    for also in spec.also_needs:
        link = f"[`{also.rule.id}`]({_UP}rules/{also.rule.id}.md)"
        yield f"A `{also.mode}` should also have what a `{also.like}` requires; {link} warns if it has not.\n"


def default_of(field: Field) -> str:
    """Return what the service assumes if a field is left out."""
    if field.plain_default is None:
        return ""
    modes = [str(each) for each in Operation if each in field.default_in]
    return f"`{as_json(field.plain_default)}`" + ("" if len(modes) == len(Operation) else f" in {', '.join(modes)}")


def about(field: Field) -> str:
    """Return the description of a field, its default, and with which activity types it may be sent."""
    default = default_of(field)
    text = plain(sentence(field.doc)) + (f" Default: {default}." if default else "")
    if field.beside is None:
        return text
    types = ", ".join(f"`{each}`" for each in ActivityType if each in field.beside)
    return f"{text} Only with {types}."


def examples(activity_type: ActivityType) -> str:
    """Return the smallest payload of each operation."""
    return tabs({str(operation): _payload(example(activity_type, operation)) for operation in Operation})


def _payload(payload: object) -> str:
    return block("json", as_json(payload))


def requests() -> str:
    """Return the page about the requests of each operation."""
    lines = ["# Requests\n", "What a request has besides the state of its card, by operation.\n"]
    for operation, (method, path) in ENDPOINTS.items():
        spec = CONTRACT.root(operation)
        rules = ", ".join(f"[`{rule.id}`]({_UP}rules/{rule.id}.md)" for rule in spec.rules)
        lines += [
            f"## {operation}\n",
            f"`{method} {path}`. {_after_colon(summary(REQUESTS[operation]))}\n",
            fields_table(spec, (operation,)),
            f"Rules over several fields: {rules}.\n",
        ]
    return "\n".join(lines)


def _after_colon(text: str) -> str:
    return sentence(text.partition(":")[0])


def parts_page() -> str:
    """Return the page about the objects inside of payloads."""
    lines = ["# Parts of a payload\n"]
    for name, spec in parts().items():
        lines += [
            f"## {name}\n",
            f"{summary(spec.cls)}\n",
            fields_table(spec, (Operation.STREAM,)),
            _payload(part(spec, Operation.STREAM)),
        ]
    return "\n".join(lines)


@singledispatch
def described(constraint: Constraint) -> str:
    """Return what a constraint accepts, in words."""
    return plain(_without_article(constraint.expected))


def _without_article(text: str) -> str:
    return text.removeprefix("a ").removeprefix("an ")


@described.register
def _(constraint: Text) -> str:
    low, high = constraint.min_length, constraint.max_length
    if high is not None:
        return f"string, {low} to {high:,} characters" if low else f"string, at most {high:,} characters"
    return "string, not empty" if low else "string"


@described.register
def _(constraint: Number) -> str:
    kind = _without_article(constraint.expected)
    limits = (constraint.minimum, constraint.exclusive_minimum, constraint.maximum)
    return f"{kind}, {constraint.bounds}" if any(each is not None for each in limits) else kind


@described.register
def _(constraint: EnumOf) -> str:
    return ", ".join(f"`{value}`" for value in constraint.by_value)


@described.register
def _(constraint: Tag) -> str:
    return f"`{constraint.value}`"


@described.register
def _(constraint: ListOf) -> str:
    low, high = constraint.min_items, constraint.max_items
    count = f"{low} to {high}" if high is not None and low else f"at most {high}" if high is not None else ""
    bounds = f", {count}" if count else ", not empty" if low else ""
    return f"list of: {described(constraint.item)}{bounds}" + (" items" if count else "")


@described.register
def _(constraint: UnionOf) -> str:
    return " or ".join(described(option) for option in constraint.options)


@described.register
def _(constraint: MapOf) -> str:
    return (
        f"object with at most {constraint.max_properties} entries and {constraint.max_bytes:,} bytes as JSON; keys: "
        f"{described(constraint.key)}; values: {described(constraint.value)}"
    )


@described.register
def _(constraint: JsonObject) -> str:
    del constraint
    return "any JSON object"


@described.register
def _(constraint: Nested) -> str:
    return _link(constraint.cls.__name__)


@described.register
def _(constraint: TaggedUnion) -> str:
    return " or ".join(_link(spec.cls.__name__) for spec in constraint.specs.values())


@described.register
def _(constraint: InferredUnion) -> str:
    return "the state of " + ", ".join(f"[`{each}`]({each}.md)" for each in constraint.specs)


def _link(name: str) -> str:
    return f"[{name}](parts.md#{name.lower()})"
