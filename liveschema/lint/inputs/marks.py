"""The marks of a Live Activity request, by which the linter tells it from any other value in a file.

A file in a folder may hold anything, so only what bears such a mark is checked:
`is_request`. Where a name says that a file has a request, less is needed:
`resembles_request`. `may_have_request` tests the bytes of a file before they
are parsed, since most files in a folder have no request.
"""

from __future__ import annotations

import re

from liveschema._generated.field_names import (
    IDENTIFIERS,
    REQUEST_FIELDS,
    REQUIRED_IN_STATE,
    STATE,
    STATE_FIELDS,
    TAG,
)
from liveschema.contract.endpoints import PATH_OF_REQUESTS, endpoint
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.lint.inputs.envelopes import har_entries, is_envelope, target_of
from liveschema.lint.inputs.operations import operation_of_schema

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Final

PROJECT: Final = "liveschema"
"""The name of this project, in the addresses of its schemas and in its reports."""
N8N_PACKAGE: Final = "n8n-nodes-activitysmith"
"""The package of the official node for n8n, by which a workflow names the type of the node."""
_VECTOR: Final = frozenset({"operation", "payload", "problems", "expressible"})
_RULE_IN_CEL: Final = frozenset({"id", "operations", "pointer", "expression"})
_DIALECTS: Final = ("https://json-schema.org/", "http://json-schema.org/")
_TELLING: Final = STATE_FIELDS - REQUIRED_IN_STATE - {TAG}
"""The fields that make an object look like a state; objects of many kinds have a title and a type."""
_TAGS: Final = frozenset(map(str, ActivityType))
_KNOWN: Final = REQUEST_FIELDS | STATE_FIELDS | {"$schema"}


def is_request(value: object) -> bool:
    """Return whether a value bears the mark of a Live Activity request.

    Args:
        value: Any JSON value.

    Returns:
        True for an object with ``content_state`` that is an object, or beside which there are only known keys; for one
        with a misspelling of it by at most two letters whose value has a ``title`` and something else that is known;
        for one with ``activity_id`` and only other fields of a request, or something that looks like a state; for one
        whose ``$schema`` is a schema of this project; for a recorded request to a path of the service; and for a list
        or a HAR archive that has one of these.
    """
    if isinstance(value, list):
        return any(isinstance(item, dict) and is_request(item) for item in value)
    if not isinstance(value, dict):
        return False
    if is_recorded_request(value) or _names_our_schema(value):
        return True
    if STATE in value:
        return isinstance(value[STATE], dict) or value.keys() <= _KNOWN
    entries = har_entries(value)
    if entries is not None:
        return any(isinstance(entry, dict) and is_recorded_request(entry.get("request")) for entry in entries)
    if is_envelope(value) and is_request(value.get("body")):
        return True
    if any(_is_misspelt(name, value) for name in value):
        return not is_schema(value)
    return _has_activity(value) and (_has_only_request_fields(value) or (_has_state(value) and _unknown(value) <= 1))


def resembles_request(value: object) -> bool:
    """Return whether a value could be a request with several mistakes, if its file is said to have one.

    Args:
        value: Any JSON value.

    Returns:
        True for what `is_likely_request` accepts, for an object with ``activity_id`` or a misspelling of
        ``content_state``, for one with an object that looks like a state or that looks like a state itself, and for one
        that has only fields of a request, one of which is a list or an object.
    """
    if is_likely_request(value):
        return True
    if not isinstance(value, dict) or not value:
        return False
    from liveschema.lint.inputs.misspelt import is_misspelt_state  # noqa: PLC0415 - most requests have no such mistake

    if not IDENTIFIERS.isdisjoint(value) or any(map(is_misspelt_state, value)):
        return True
    return _has_state(value) or _has_only_request_fields(value)


def is_likely_request(value: object) -> bool:
    """Return whether a value is likely a request, if the name of its file or folder names an operation.

    Args:
        value: Any JSON value.

    Returns:
        True for what `is_request` accepts, for an object with an ``activity_id`` and at most one mistake, and for one
        with an object that is clearly a state, or that is one itself: of an activity type, or with a field that is no
        text.
    """
    if is_request(value):
        return True
    if not isinstance(value, dict):
        return False
    if _has_activity(value) and _mistakes(value) <= 1:
        return True
    return any(_is_state(item) and _is_clear(item) for item in (value, *value.values()))


def is_recorded_request(value: object) -> bool:
    """Return whether a value is a recorded request to a path of the service, which may be one that it does not have."""
    if not isinstance(value, dict) or not is_envelope(value):
        return False
    named = target_of(value)
    return named is not None and endpoint("", value[named]).ours


def is_schema(value: dict[str, Any]) -> bool:
    """Return whether an object says that it is a JSON Schema."""
    dialect = value.get("$schema")
    return isinstance(dialect, str) and dialect.startswith(_DIALECTS)


def is_own_value(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value is a report or a baseline."""
    if isinstance(value, list):
        return (
            bool(value) and isinstance(value[0], dict) and {"check_name", "fingerprint", "location"} <= value[0].keys()
        )
    if not isinstance(value, dict):
        return False
    findings, runs = value.get("findings"), value.get("runs")
    if isinstance(findings, list) and value.get("version") == 1 and all(map(_is_finding, findings)):
        return True
    return isinstance(runs, list) and bool(runs) and _tool_of(runs[0]) == PROJECT


def is_for_ports(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value is that of ``schemas/vectors.json`` or ``schemas/rules.cel.json``."""
    rows = value if isinstance(value, list) else value.get("rules") if isinstance(value, dict) else None
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], dict):
        return False
    return rows[0].keys() >= _VECTOR or rows[0].keys() >= _RULE_IN_CEL


def _is_finding(value: object) -> bool:
    return isinstance(value, dict) and {"rule", "pointer"} <= value.keys()


def _tool_of(run: object) -> object:
    """Return the name of the tool of a run in a SARIF log."""
    for key in ("tool", "driver", "name"):
        run = run.get(key) if isinstance(run, dict) else None
    return run


def _names_our_schema(value: dict[str, Any]) -> bool:
    """Return whether ``$schema`` names a schema of a request: a file, or an address that names this project."""
    url = value.get("$schema")
    return isinstance(url, str) and operation_of_schema(url) is not None and ("://" not in url or PROJECT in url)


def _has_title(value: object) -> bool:
    return isinstance(value, dict) and value.keys() >= REQUIRED_IN_STATE


def _is_misspelt(name: str, value: dict[str, Any]) -> bool:
    """Return whether a member of an object is the state under a misspelt name."""
    state = value[name]
    if not _has_title(state):
        return False
    from liveschema.lint.inputs.misspelt import is_misspelt_state  # noqa: PLC0415 - as in `resembles_request`

    if not is_misspelt_state(name):
        return False
    return not STATE_FIELDS.isdisjoint(state.keys() - REQUIRED_IN_STATE) or _unknown(value) <= 1


def _has_activity(value: dict[str, Any]) -> bool:
    """Return whether an object names an activity, by a text as the service does."""
    return any(isinstance(value.get(name), str) for name in IDENTIFIERS)


def _has_only_request_fields(value: dict[str, Any]) -> bool:
    """Return whether an object has only fields of a request, one of which is a list or an object."""
    return value.keys() - {"$schema"} <= REQUEST_FIELDS and any(
        isinstance(item, dict | list) for item in value.values()
    )


def _unknown(value: dict[str, Any]) -> int:
    """Return how many keys of an object are none of a request or a state."""
    return len(value.keys() - _KNOWN)


def _mistakes(value: dict[str, Any]) -> int:
    """Return how many keys of an object are unknown, or should have a list or an object as value and have none."""
    others = (value.keys() & REQUEST_FIELDS) - IDENTIFIERS
    return _unknown(value) + sum(not isinstance(value[name], dict | list) for name in others)


def _has_state(value: dict[str, Any]) -> bool:
    """Return whether an object looks like a state, or one of its members does."""
    return any(_is_state(item) for item in (value, *value.values()))


def _is_clear(state: dict[str, Any]) -> bool:
    """Return whether what looks like a state is more than texts, as translations and titles of pages are."""
    if TAG in state:
        return isinstance(state[TAG], str) and state[TAG] in _TAGS
    return any(not isinstance(state[name], str) for name in _TELLING & state.keys())


def _is_state(value: object) -> bool:
    if not isinstance(value, dict) or not _has_title(value) or _TELLING.isdisjoint(value):
        return False
    return _unknown(value) <= len(value.keys() & STATE_FIELDS)


_SURE: Final = STATE.encode()
_OTHERS: Final = tuple(name.encode() for name in (*IDENTIFIERS, PATH_OF_REQUESTS.strip("/"), N8N_PACKAGE))
"""All other names that are certain marks."""
_SENDERS: Final = (b"activitysmith", PATH_OF_REQUESTS.strip("/").encode())
"""The names by which a text may send a request."""
_IN_NAMES: Final = b"ctivit"
"""What these names and most words of a sender have in common, so that most texts are searched for one of them only."""
_IN_VARIABLE: Final = b"ACTIVITYSMITH"
"""What the names of environment variables with an API key have in common."""
_ZERO, _BACKSLASH, _DOLLAR = b"\0\\$"
"""Single characters, which are found ten times faster than words."""
_SCHEMA_ENDING: Final = b".schema.json"
_SCHEMA: Final = rb"(?:%s)%s" % ("|".join(Operation).encode(), re.escape(_SCHEMA_ENDING))
(_NEEDED,) = (name.encode() for name in REQUIRED_IN_STATE)
_ESCAPED_LETTER: Final = rb"\\(?:u00|U000000|x)(?!22|5[cC])([2-7][0-9a-fA-F])"
"""The escapes of ASCII characters, except for those of a quote and a backslash, which would be read differently."""
_BEGINS_AS_SCHEMA: Final = rb'\s*\{[^{}]{0,512}?"\$schema"\s*:\s*"(?:%s)' % "|".join(_DIALECTS).encode()
_OPENINGS: Final = (b"{{", b"{%", b"${")
"""What every expression begins with, and every part of a template that is conditional or repeated."""


def may_have_sender(source: bytes, words: Iterable[bytes] = ()) -> bool:
    """Return whether a text may send a request, since it has the name of the service or the path of a request.

    The names of all tools of the service have its name in them.

    Args:
        source: The bytes of a text.
        words: Further words by which a text may send a request.

    Returns:
        False if it certainly sends none.
    """
    return (_has(source, _IN_NAMES) and _has_one_of(source, (*_SENDERS, *words))) or _has_other_word(source, words)


def may_be_template(source: bytes) -> bool:
    """Return whether a text may have what `liveschema.lint.inputs.templates` looks for, without decoding it."""
    return any(opening in source for opening in _OPENINGS)


def may_have_request(source: bytes, form: str = "") -> bool:
    """Return whether a text may have a value that `is_request` accepts, or a workflow of n8n, without parsing it.

    Args:
        source: The bytes of a JSON, YAML, JSON Lines or Markdown text, in any encoding.
        form: The name of the format; nothing for any.

    Returns:
        False if it certainly has none.
    """
    source = _without_escapes(source)
    return (_has(source, _IN_NAMES) and _has_one_of(source, _OTHERS)) or _may_have_state(source, form)


def may_have_request_or_sender(source: bytes, form: str = "", words: Iterable[bytes] = ()) -> bool:
    """Return whether `may_have_request` or `may_have_sender` does, which takes less time than both.

    Args:
        source: The bytes of a YAML or Markdown text, in any encoding.
        form: The name of the format; nothing for any.
        words: Further words by which the text may send a request.

    Returns:
        False if it certainly has and sends none.
    """
    if _without_escapes(source) is source and not _has(source, _IN_NAMES):
        return _may_have_state(source, form) or _has_other_word(source, words)
    return may_have_request(source, form) or may_have_sender(source, words)


def _has(source: bytes, word: bytes) -> bool:
    """Return whether a text has a word; faster than ``in``, which takes the word for a number first."""
    return source.find(word) >= 0


def _has_one_of(source: bytes, words: Iterable[bytes]) -> bool:
    return any(word in source for word in words)


def _has_other_word(source: bytes, words: Iterable[bytes]) -> bool:
    """Return whether a text has the variable of a sender, or a word that has nothing in common with the names."""
    if _has(source, _IN_VARIABLE):
        return True
    for word in words:  # noqa: SIM110 - called for every file, and twice as fast as `any`
        if _IN_NAMES not in word and _has(source, word):
            return True
    return False


def _without_escapes(source: bytes) -> bytes:
    """Return a text with ASCII characters in place of their escapes; the same object if there are none."""
    if _ZERO in source:  # UTF-16 or UTF-32
        source = source.replace(b"\0", b"")
    if _BACKSLASH in source and re.search(_ESCAPED_LETTER, source):
        return re.sub(_ESCAPED_LETTER, lambda found: bytes.fromhex(found[1].decode()), source)
    return source


def _may_have_state(source: bytes, form: str) -> bool:
    """Return whether a text may have the name of the state, a misspelling of it, or that of one of our schemas."""
    if _DOLLAR in source and _has(source, _SCHEMA_ENDING) and re.search(_SCHEMA, source):
        return True
    # `is_request` accepts a misspelt name only beside what is needed, and not in a schema.
    if not _has(source, _NEEDED) or (form == "json" and re.match(_BEGINS_AS_SCHEMA, source)):
        return _has(source, _SURE)
    from liveschema.lint.inputs.misspelt import may_have_state_name  # noqa: PLC0415 - as in `resembles_request`

    return may_have_state_name(source)
