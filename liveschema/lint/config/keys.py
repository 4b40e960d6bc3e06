"""The keys of a configuration: the table ``[tool.liveschema]`` of pyproject.toml, or liveschema.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.wording import listed, suggestion
from liveschema.lint.config.globs import PatternError, check_pattern
from liveschema.lint.config.settings import DEFAULT, PROJECT, Settings, select
from liveschema.lint.errors import UnreadableConfigurationError, UsageError
from liveschema.lint.inputs import FORMATS
from liveschema.lint.paths import read_file, reason

_DEEP_KEY: Final = re.compile(rb"""(?<![\w"'-])(?>(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
"""A key of so many parts, for which `tomllib` takes time that grows with their square."""


def select_inputs(names: Iterable[str], where: str) -> frozenset[str]:
    """Return the input formats that names select.

    Args:
        names: The names; at least one.
        where: The option or key that contains the names, for the error message.

    Returns:
        The names.

    Raises:
        UsageError: If there is no name, or no format with such a name.
    """
    found = frozenset(names)
    if not found:
        raise UsageError(where, f"it names no format; there are {listed(FORMATS)}")
    for name in sorted(found - FORMATS.keys()):
        near = suggestion(name, FORMATS) or f"; there are {listed(FORMATS)}"
        raise UsageError(where, f"there is no format {name!r}{near}")
    return found


def _strings(value: object, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(key, "expected a list of strings")
    return value


def _table(value: object, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(key, "expected a table")
    return value


def read_flag(value: object, key: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise UsageError(key, "expected true or false")
    return value


def read_path(value: object, key: str) -> str:
    """Read a path."""
    if not isinstance(value, str) or "\0" in value:
        raise UsageError(key, "expected a path")
    return value


def read_patterns(value: object, key: str) -> tuple[str, ...]:
    """Read path patterns."""
    return tuple(_pattern(each, key) for each in _strings(value, key))


def _pattern(value: str, key: str) -> str:
    try:
        check_pattern(value)
    except PatternError as error:
        raise UsageError(key, str(error)) from None
    return value


def read_rules(value: object, key: str) -> frozenset[str]:
    """Read ids of rules and names of groups."""
    return select(_strings(value, key), key)


def read_rules_by_pattern(value: object, key: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Read a table from path patterns to rules."""
    return tuple(
        (_pattern(pattern, key), read_rules(names, f"{key}.{pattern}")) for pattern, names in _table(value, key).items()
    )


def read_inputs(value: object, key: str) -> frozenset[str]:
    """Read names of input formats."""
    return select_inputs(_strings(value, key), key)


def read_operations(value: object, key: str) -> tuple[tuple[str, Operation], ...]:
    """Read a table from path patterns to operations."""
    return tuple(
        (_pattern(pattern, key), Operation(_choice(name, f"{key}.{pattern}", Operation)))
        for pattern, name in _table(value, key).items()
    )


def read_severities(value: object, key: str) -> dict[str, Severity]:
    """Read a table from rules to severities."""
    return {
        rule: Severity(_choice(level, f"{key}.{rule}", Severity))
        for name, level in _table(value, key).items()
        for rule in select([name], key)
    }


def _choice(value: object, key: str, known: Iterable[str]) -> str:
    options = [str(each) for each in known]
    if not isinstance(value, str) or value not in options:
        near = suggestion(value, options) if isinstance(value, str) else ""
        raise UsageError(key, f"expected {listed(options, 'or')}{near}")
    return value


class Key(NamedTuple):
    """A key of the configuration.

    Args:
        read: Reads the value, or raises `UsageError` with the name of the key.
        doc: What the key says.
    """

    read: Callable[[Any, str], Any]
    doc: str


KEYS: Final = {
    "select": Key(read_rules, "The rules to report."),
    "ignore": Key(read_rules, "Rules not to report."),
    "exclude": Key(read_patterns, "Patterns of files and folders to leave out."),
    "inputs": Key(read_inputs, "The formats of files that are read in folders."),
    "templates": Key(read_flag, "Whether expressions such as ${NAME} stand for something that is not known."),
    "strict": Key(read_flag, "Whether warnings fail the run."),
    "baseline": Key(read_path, "The file of accepted findings, relative to the configuration."),
    "operations": Key(read_operations, "The operations of files, by pattern; the first pattern that fits decides."),
    "per-file-ignores": Key(read_rules_by_pattern, "Rules not to report in some files, by pattern."),
    "severity": Key(read_severities, "The severities of rules that differ from the default."),
}
"""The keys of the configuration."""


def read_settings(table: Mapping[str, Any], folder: Path) -> Settings:
    """Read the settings from the table of a configuration file.

    Args:
        table: The table.
        folder: The folder of the file.

    Returns:
        The settings.

    Raises:
        UsageError: If a key is unknown or its value is invalid.
    """
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key == "tool" and isinstance(value, dict):
            where = "[tool.liveschema]"
            raise UsageError(where, "only pyproject.toml has this table; here, write the keys at the top level")
        if key not in KEYS:
            raise UsageError(key, f"there is no such key{suggestion(key, KEYS)}")
        given[key.replace("-", "_")] = KEYS[key].read(value, key)
    selected = given.pop("select", None)
    if selected is None:
        selected = select([DEFAULT])
    given["selected"] = selected - given.pop("ignore", frozenset())
    if "baseline" in given:
        given["baseline"] = folder / given["baseline"]
    given["exclude"] = tuple((str(folder), pattern) for pattern in given.get("exclude", ()))
    return Settings(str(folder), **given)


def load_settings(file: Path) -> Settings | None:
    """Read a configuration file.

    Args:
        file: A pyproject.toml, or a file with the keys at its top level.

    Returns:
        The settings; None for a pyproject.toml without the table ``[tool.liveschema]``.

    Raises:
        UsageError: If the file cannot be read, is not TOML, or has an invalid setting.
    """
    table = _table_of(file)
    if table is None:
        return None
    try:
        return read_settings(table, file.parent)
    except UsageError as error:
        raise UsageError(file, str(error)) from None


def _table_of(file: Path) -> dict[str, Any] | None:
    """Read the table of the configuration from a file; None for a pyproject.toml without it."""
    is_project = file.name == PROJECT
    try:
        content = read_file(file)
    except OSError as error:
        raise UnreadableConfigurationError(file, reason(error)) from None
    if is_project and b"liveschema" not in content:
        return None
    table = _parsed(content, file)
    if not is_project:
        return table
    tool = table.get("tool")
    own = tool.get("liveschema") if isinstance(tool, dict) else None
    try:
        return None if own is None else _table(own, "liveschema")
    except UsageError as error:
        raise UsageError(file, str(error)) from None


def _parsed(content: bytes, file: Path) -> dict[str, Any]:
    """Read TOML, of which no form takes much time or ends in another exception than `UsageError`."""
    if _DEEP_KEY.search(content):
        raise UsageError(file, "a key has more than 100 parts")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise UsageError(file, "it is nested too deeply") from None
    except ValueError as error:
        raise UsageError(file, str(error).partition("; use sys")[0]) from None  # what follows is advice for programmers


def has_table(file: Path) -> bool:
    """Return whether a pyproject.toml has the table of this project; False if it cannot be read."""
    try:
        return _table_of(file) is not None
    except UsageError:
        return False
