"""Requests that the service's command line tool sends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from liveschema._generated.field_names import REQUEST_FIELDS, STATE, STATE_FIELDS, TAG
from liveschema.contract.vocabulary import MANAGED, Operation
from liveschema.engine.problems import Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import MORE, UNKNOWN
from liveschema.engine.wording import did_you_mean
from liveschema.lint.inputs.compose import document_of, renamed, under_key, with_documents
from liveschema.lint.inputs.document import BodyFile, Document
from liveschema.lint.inputs.endpoints import checked_key
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE
from liveschema.lint.inputs.operations import operation_named
from liveschema.lint.inputs.shell.flags import flag_document, json_document, list_document, place_of, types_of
from liveschema.lint.inputs.shell.options import MORE_WORDS, POSITIONAL, Grammar, options_in
from liveschema.lint.inputs.shell.parts import Word
from liveschema.lint.inputs.shell.values import Text, Values
from liveschema.text import UNREADABLE
from liveschema.text.positions import Place

PROGRAM: Final = re.compile(r"activitysmith(?:-cli)?(?:@.*)?\Z")
"""The name of the tool, as it is run itself or by a package runner."""
_CLEAR_TAGS: Final = "clear-tags"
_GRAMMAR: Final = Grammar({}, (), {"json", "help", "version", _CLEAR_TAGS})
_ASKING: Final = frozenset({"h", "help", "V", "version"})
"""Options with which the tool sends nothing."""
_COMMAND: Final = "activity"
_FILE: Final = "_file"
_API_KEY: Final = "api_key"
_CHANNELS: Final = "channels"
_TARGET: Final = "target"
_TAGS: Final = "tags"
_OBJECT: Final = frozenset({"object"})


class CliCall(NamedTuple):
    """A use of the tool.

    Args:
        operation: The operation; None for a command that is about something else.
        key: The positional argument after it; None if there is none.
        options: The texts of its options, by their names in snake case.
        is_open: Whether there may be other options, or some that set fields in a way that is not known.
        place: The words that say what to do.
    """

    operation: Operation | None
    key: Text | None
    options: Mapping[str, Sequence[Text]]
    is_open: bool
    place: Place

    @property
    def api_keys(self) -> list[Fragment]:
        """The texts that are API keys."""
        return [text.fragment for text in self.options.get(_API_KEY, ()) if text.pieces]


def cli_call(values: Values, program: Word, words: Iterator[Word]) -> CliCall:
    """Return how the tool is used.

    Args:
        values: What is known of the command.
        program: The word that names the tool.
        words: The words after it.
    """
    positional: list[Text] = []
    options: dict[str, list[Text]] = {}
    is_open = asks_only = False
    for option in options_in(values, words, _GRAMMAR):
        name = option.name.replace("-", "_")
        if option.name == POSITIONAL:
            positional.append(option.text)
        elif option.name in _ASKING:
            asks_only = True
        elif option.name == MORE_WORDS or not (_is_known(name) or _misspelt(name)):
            is_open = True
        else:
            options.setdefault(name, []).append(option.text)
    is_activity = len(positional) > 1 and positional[0].text == _COMMAND and not asks_only
    operation = operation_named(positional[1].text) if is_activity else None
    span = values.script.fragment.span(program.start, positional[1].end if operation else program.end)
    key = positional[2] if len(positional) > 2 else None  # noqa: PLR2004 - after the command and the operation
    return CliCall(operation, key, options, is_open, Place(span))


@cache
def _is_known(name: str) -> bool:
    """Return whether it is known what an option of the tool, by its name in snake case, is for."""
    known = {*STATE_FIELDS, *REQUEST_FIELDS, _API_KEY, *(flag.replace("-", "_") for flag in _GRAMMAR.flags)}
    return bool({name, name.removesuffix(_FILE)} & known) or _nested_in(name) is not None


@cache
def _misspelt(name: str) -> frozenset[str] | None:
    """Return the fields of which an unknown option is a misspelling, those of states or of requests; None for others.

    The tool refuses an unknown option, so its name is reported like that of an unknown field.
    """
    if _is_known(name):
        return None
    return next((fields for fields in (STATE_FIELDS, REQUEST_FIELDS) if did_you_mean(name, fields)), None)


@cache
def _nested_in(name: str) -> tuple[str, str] | None:
    """Return the field and the member of it that an option such as ``icon_color`` is for; None for other options."""
    outer, _, inner = name.partition("_")
    return (outer, inner) if outer in STATE_FIELDS and inner and types_of(outer) == _OBJECT else None


@cache
def _in_camel_case() -> dict[str, str]:
    """Return the fields of states by their names in camel case, which the tool accepts."""
    return {re.sub("_([a-z])", lambda found: found[1].upper(), name): name for name in STATE_FIELDS}


def in_snake_case(state: Document) -> Document:
    """Return the document of a content state with keys as the tool sends them.

    Args:
        state: A state that is given to the tool, whose keys may be in camel case.
    """
    return renamed(state, _in_camel_case()) if isinstance(state.value, dict) else state


def cli_document(call: CliCall, base: Document) -> Document:
    """Return the document of the request that the tool sends.

    Args:
        call: How the tool is used, with an operation.
        base: A document of the same file, with what is to be said about the request.
    """
    state = _state(call, base)
    key, faults = _stream_key(call)
    if state is not None and state.value is UNREADABLE:
        document = under_key(state, STATE)
        return evolve(document, value=UNREADABLE, stream_key=key, faults=[*document.faults, *faults])
    parts = {} if state is None else {STATE: state}
    document = document_of(base, {MORE: UNKNOWN} if call.is_open else {}, {(): call.place})
    document = with_documents(document, {**parts, **_beside(call, base)})
    path = _last(call, STATE + _FILE)
    file = BodyFile(path.text, is_state=True) if path and path.text and HOLE not in path.text else None
    return evolve(document, stream_key=key, body_file=file, faults=[*document.faults, *faults])


def _last(call: CliCall, name: str) -> Text | None:
    """Return the value of an option, of which the last one counts."""
    return call.options[name][-1] if name in call.options else None


def _stream_key(call: CliCall) -> tuple[object, list[Problem]]:
    if call.operation not in MANAGED:
        return None, []
    if call.key is None or re.fullmatch("<.*>", call.key.text):
        return UNKNOWN, []
    place = place_of(call.key).value
    return checked_key(call.key.text, place.line, place.column)


def _state(call: CliCall, base: Document) -> Document | None:
    """Return the content state: what is given as JSON or in a file, with the fields of other options on top."""
    given = _last(call, STATE)
    parts = _fields_of_state(call, base)
    file = _last(call, STATE + _FILE)
    if given is not None and given.pieces:
        state = in_snake_case(json_document(given, base))
        if not isinstance(state.value, dict) and state.value is not UNKNOWN:
            return state
    elif file is None and not parts:
        return None
    else:
        state = document_of(base, {}, {(): call.place})
    is_open = file is not None or call.is_open or state.value is UNKNOWN
    known = {} if state.value is UNKNOWN else state.value
    if is_open and not known and not parts:
        return evolve(state, value=UNKNOWN, is_partial=True)
    state = evolve(state, value={**known, MORE: UNKNOWN} if is_open else known)
    return with_documents(state, parts)


def _fields_of_state(call: CliCall, base: Document) -> dict[str, Document]:
    """Return the fields of the content state that options set, with those in objects such as the icon."""
    tag = _last(call, TAG)
    parts: dict[str, Document] = {}
    nested: dict[str, dict[str, Document]] = {}
    for name, texts in call.options.items():
        if name in STATE_FIELDS:
            types = types_of(name, tag.text if tag else None)
            parts[name] = flag_document(types, texts[-1], base)
        elif name.removesuffix(_FILE) in STATE_FIELDS:
            parts[name.removesuffix(_FILE)] = document_of(base, UNKNOWN, {(): place_of(texts[-1])})
        elif (inner := _nested_in(name)) is not None:
            nested.setdefault(inner[0], {})[inner[1]] = flag_document(frozenset(), texts[-1], base)
        elif _misspelt(name) is STATE_FIELDS:
            parts[name] = document_of(base, UNKNOWN, {(): place_of(texts[-1])})
    for name, members in nested.items():
        parts[name] = with_documents(document_of(base, {}, {(): call.place}), members)
    return parts


def _beside(call: CliCall, base: Document) -> dict[str, Document]:
    """Return the fields of the request that options set."""
    parts: dict[str, Document] = {}
    for name, texts in call.options.items():
        field = name.removesuffix(_FILE)
        if name == _CHANNELS:
            parts[_TARGET] = under_key(list_document(texts[-1:], base), _CHANNELS)
        elif name == _TAGS:
            parts[_TAGS] = list_document(texts, base)
        elif name in REQUEST_FIELDS and name != STATE:
            made = flag_document(types_of(name), texts[-1], base)
            parts[name] = _normalised(made) if "action" in name else made
        elif (field in REQUEST_FIELDS and field not in {STATE, name}) or (_misspelt(name) is REQUEST_FIELDS):
            parts[field] = document_of(base, UNKNOWN, {(): place_of(texts[-1])})
    if _CLEAR_TAGS.replace("-", "_") in call.options:
        parts[_TAGS] = document_of(base, [], {(): call.place})
    return parts


def _normalised(action: Document) -> Document:
    """Return the document of a button as the tool sends it: only with fields that it knows, without spaces around."""
    if not isinstance(action.value, dict):
        return action
    known = _fields_of_actions()
    value: dict[Any, Any] = {
        name: each.strip() if isinstance(each, str) else each
        for name, each in action.value.items()
        if name in known or name is MORE
    }
    if isinstance(value.get("method"), str):
        value["method"] = value["method"].upper()
    if isinstance(value.get("url"), str):
        value["url"] = value["url"].replace(" ", "%20")
    return evolve(action, value=value)


@cache
def _fields_of_actions() -> frozenset[str]:
    from liveschema.contract.parts import ACTIONS  # noqa: PLC0415 - slow, and needed only for this tool

    return frozenset(name for spec in ACTIONS.specs.values() for name in spec.fields)
