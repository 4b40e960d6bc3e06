"""Swift, read as text, since its compiler is seldom there: each type has the fields and values of its definition."""

from __future__ import annotations

import re
from typing import Any

from _bundle import DEFINITIONS, MERGED
from _tools import FailedError

TYPE = re.compile(r"^public (?:struct|enum) LA(\w+)[^\n]*\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^    public var (\w+): (.+)$", re.MULTILINE)
CASE = re.compile(r'^ +case (\w+) = "(.*)"$', re.MULTILINE)


def wire_names(text: str) -> str:
    """Check that the generated types say on the wire what the definitions of the bundle say.

    Args:
        text: The generated code.

    Returns:
        What to report.

    Raises:
        FailedError: If a name is missing or another one, or a required field is optional or the other way round.
    """
    types = {name.replace("URL", "Url"): body for name, body in TYPE.findall(text)}
    count = 0
    for name, schema in MERGED.items():
        expected = _expected(schema)
        found = _found(types[name])
        if expected and found != expected:
            msg = f"Swift's {name} has {found}, not {expected}"
            raise FailedError(msg)
        count += len(expected)
    return f"{count} names on the wire as in the schema"


def _expected(schema: Any) -> dict[str, bool]:  # noqa: ANN401 - any JSON
    """Return the names on the wire of a definition, and whether each must be there; none for a choice of values."""
    if "oneOf" in schema:
        # The generator makes one type of several: what all require is required.
        members = [_expected(DEFINITIONS[each["$ref"].rpartition("/")[2]]) for each in schema["oneOf"]]
        names = dict.fromkeys(name for each in members for name in each)
        return {name: all(each.get(name, False) for each in members) for name in names}
    if "properties" in schema:
        return {name: name in schema.get("required", ()) for name in schema["properties"]}
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return dict.fromkeys(values, True)


def _found(body: str) -> dict[str, bool]:
    """Return the names on the wire of a type, and whether each must be there."""
    cases, fields = CASE.findall(body), dict(FIELD.findall(body))
    if fields and [name for name, _ in cases] != list(fields):
        msg = f"the fields {list(fields)} have the coding keys {cases}"
        raise FailedError(msg)
    return {wire: not fields.get(name, "").endswith("?") for name, wire in cases}
