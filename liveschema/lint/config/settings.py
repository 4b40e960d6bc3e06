"""The configuration, from the table ``[tool.liveschema]`` of pyproject.toml or from liveschema.toml."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from liveschema._generated.rule_index import OFF_BY_DEFAULT, SEVERITIES
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.wording import listed, suggestion
from liveschema.lint.config.globs import PatternError, check_pattern, matches
from liveschema.lint.inputs import FORMATS
from liveschema.lint.paths import read_file, reason, relative, status_of

DEFAULT: Final = "default"
_OWN: Final = "liveschema.toml"
_PROJECT: Final = "pyproject.toml"
CONFIGURATIONS: Final = frozenset({_OWN, _PROJECT})
"""The names of configuration files."""
_DEEP_KEY: Final = re.compile(rb"""(?<![\w"'-])(?>(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
"""A key of so many parts, for which `tomllib` takes time that grows with their square."""
GROUPS: Final[dict[str, Callable[[str], bool]]] = {
    "all": lambda _: True,
    DEFAULT: lambda rule: rule not in OFF_BY_DEFAULT,
    "errors": lambda rule: SEVERITIES[rule] == Severity.ERROR and rule not in OFF_BY_DEFAULT,
    "warnings": lambda rule: SEVERITIES[rule] == Severity.WARNING and rule not in OFF_BY_DEFAULT,
}
"""The groups of rules: by name, whether a rule belongs to it."""


class UsageError(Exception):
    """An invalid command line or configuration, which ends the run with exit code 2.

    Args:
        where: The option, key or file with the mistake.
        what: The mistake, as a phrase that follows ``where`` and a colon.
    """

    def __init__(self, where: object, what: str) -> None:
        super().__init__(f"{where}: {what}")


class UnreadableConfigurationError(UsageError):
    """A configuration file that cannot be read, or of which it is not known whether there is one."""


class Settings(NamedTuple):
    """The settings of a configuration file.

    Args:
        folder: The folder that the patterns are relative to.
        selected: The ids of the rules to report.
        operations: Pairs of a path pattern and an operation; the first match decides.
        per_file_ignores: Pairs of a path pattern and the rules to ignore there.
        severity: The severities of rules that differ from the default.
        exclude: The path patterns to exclude, each with the folder that it is
            relative to.
        inputs: The names of the formats of files to read in folders.
        templates: Whether expressions such as ``${NAME}`` in JSON and YAML stand for something that is not known.
        strict: Whether warnings fail the run.
        baseline: The baseline file; None for no baseline.
    """

    folder: Path
    selected: frozenset[str]
    operations: tuple[tuple[str, Operation], ...] = ()
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    exclude: tuple[tuple[Path, str], ...] = ()
    inputs: frozenset[str] = frozenset(FORMATS)
    templates: bool = True
    strict: bool = False
    baseline: Path | None = None

    def relative(self, path: Path | str) -> str:
        """Return a path relative to the folder of the configuration, with slashes."""
        return relative(path, self.folder)

    def excludes(self, path: Path | str) -> bool:
        """Return whether a file or folder is excluded."""
        if not self.exclude:
            return False
        shown = {folder: relative(path, folder) for folder, _ in self.exclude}
        return any(shown[folder] != "." and matches(shown[folder], pattern) for folder, pattern in self.exclude)

    def operation_of(self, path: Path | str) -> Operation | None:
        """Return the operation that the configuration sets for a file; None if it sets none."""
        if not self.operations:
            return None
        relative = self.relative(path)
        return next((operation for pattern, operation in self.operations if matches(relative, pattern)), None)

    def reported_in(self, path: Path | str) -> frozenset[str]:
        """Return the rules to report in a file."""
        if not self.per_file_ignores:
            return self.selected
        own = self.relative(path)
        ignored = [rules for pattern, rules in self.per_file_ignores if matches(own, pattern)]
        return self.selected.difference(*ignored)


def select(names: Iterable[str], where: str = "select") -> frozenset[str]:
    """Return the rules that names select.

    Args:
        names: Ids of rules, or the groups ``all``, ``default``, ``errors`` and ``warnings``.
        where: The option or key that contains the names, for the error message.

    Returns:
        The ids of the rules.

    Raises:
        UsageError: If a name is neither a rule nor a group.
    """
    found: set[str] = set()
    for name in names:
        if name in GROUPS:
            found.update(filter(GROUPS[name], SEVERITIES))
        elif name in SEVERITIES:
            found.add(name)
        else:
            near = suggestion(name, [*SEVERITIES, *GROUPS]) or "; liveschema rules lists all"
            raise UsageError(where, f"there is no rule {name!r}{near}")
    return frozenset(found)


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
    given["exclude"] = tuple((folder, pattern) for pattern in given.get("exclude", ()))
    return Settings(folder, **given)


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
    is_project = file.name == _PROJECT
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
    import tomllib  # noqa: PLC0415 - most runs have no configuration

    if _DEEP_KEY.search(content):
        raise UsageError(file, "a key has more than 100 parts")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise UsageError(file, "it is nested too deeply") from None
    except ValueError as error:
        raise UsageError(file, str(error).partition("; use sys")[0]) from None  # what follows is advice for programmers


class SettingsFinder:
    """The lookup of settings by folder: the nearest configuration in the folder or above it applies.

    Args:
        fixed: The settings of all files, if the command line names a configuration or none; else None.
        adjust: Applies the options of the command line to settings.
        warn: Called with a sentence about a configuration that is not used.
    """

    def __init__(
        self, fixed: Settings | None, adjust: Callable[[Settings], Settings], warn: Callable[[str], None]
    ) -> None:
        self._fixed = None if fixed is None else adjust(fixed)
        self._adjust = adjust
        self._warn = warn
        self._known: dict[Path, Settings] = {}

    def in_folder(self, folder: Path) -> Settings:
        """Return the settings for the files of a folder.

        Args:
            folder: The folder.

        Returns:
            The settings; the defaults if no configuration is found.

        Raises:
            UnreadableConfigurationError: If the configuration cannot be read.
            UsageError: If it is invalid.
        """
        if self._fixed is not None:
            return self._fixed
        folder = folder.absolute()
        found = self._known.get(folder)
        if found is None:
            found = self._known[folder] = self._look_up(folder)
        return found

    def _look_up(self, folder: Path) -> Settings:
        for each in (folder, *folder.parents):
            found = self._known.get(each) or self._read(each)
            if found is not None:
                return found
        return self._adjust(Settings(Path.cwd(), select([DEFAULT])))

    def _read(self, folder: Path) -> Settings | None:
        """Read the configuration in a folder; None if there is none."""
        own, project = folder / _OWN, folder / _PROJECT
        for file in (own, project):
            settings = load_settings(file) if _is_there(file) else None
            if settings is not None:
                if file == own and _is_there(project) and _has_table(project):
                    self._warn(f"{project}: [tool.liveschema] is not used, because {_OWN} is in the same folder")
                self._known[folder] = self._adjust(settings)
                return self._known[folder]
        return None


def _is_there(file: Path) -> bool:
    """Return whether there is a configuration file; a file of our own name must be one, whatever it is.

    Raises:
        UnreadableConfigurationError: If that cannot be told.
    """
    try:
        mode = status_of(file).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UnreadableConfigurationError(file, reason(error)) from None
    return stat.S_ISREG(mode) or file.name == _OWN


def _has_table(file: Path) -> bool:
    """Return whether a pyproject.toml has the table of this project; False if it cannot be read."""
    try:
        return _table_of(file) is not None
    except UsageError:
        return False
