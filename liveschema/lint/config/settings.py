"""Configuration: ``[tool.liveschema]`` of pyproject.toml, or liveschema.toml."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from liveschema._generated.rule_index import OFF_BY_DEFAULT, SEVERITIES
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Severity
from liveschema.engine.wording import did_you_mean
from liveschema.lint.config.globs import matches

DEFAULT: Final = "default"
_GROUPS: Final[dict[str, Callable[[str], bool]]] = {
    "all": lambda _: True,
    DEFAULT: lambda rule: rule not in OFF_BY_DEFAULT,
    "errors": lambda rule: SEVERITIES[rule] == Severity.ERROR and rule not in OFF_BY_DEFAULT,
    "warnings": lambda rule: SEVERITIES[rule] == Severity.WARNING and rule not in OFF_BY_DEFAULT,
}


class UsageError(Exception):
    """The command line or the configuration asks for what cannot be; it ends the run with exit code 2.

    Args:
        where: The option, the key or the file that asks for it.
        what: What is wrong there.
    """

    def __init__(self, where: object, what: str) -> None:
        super().__init__(f"{where}: {what}")


class Settings(NamedTuple):
    """What a configuration file says.

    Args:
        folder: The folder that its patterns are relative to.
        selected: The rules to report.
        operations: Operations by patterns of paths; the first that fits decides.
        per_file_ignores: Rules not to report, by patterns of paths.
        severity: Severities that differ from the catalogue's.
        exclude: Patterns of paths to leave out, each with the folder that it
            is relative to.
        markdown: Whether Markdown files are read.
        strict: Whether warnings fail the run.
        baseline: The file of accepted findings.
    """

    folder: Path
    selected: frozenset[str]
    operations: tuple[tuple[str, Operation], ...] = ()
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    exclude: tuple[tuple[Path, str], ...] = ()
    markdown: bool = False
    strict: bool = False
    baseline: Path | None = None

    def relative(self, path: Path) -> str:
        """Write a path relative to the folder of the configuration, with slashes."""
        return _relative(path, self.folder)

    def excludes(self, path: Path) -> bool:
        """Say whether a file or folder is left out."""
        return any(matches(_relative(path, folder), pattern) for folder, pattern in self.exclude)

    def operation_of(self, path: Path) -> Operation | None:
        """Find the operation that the configuration gives a file."""
        if not self.operations:
            return None
        relative = self.relative(path)
        return next((operation for pattern, operation in self.operations if matches(relative, pattern)), None)

    def reported_in(self, path: Path) -> frozenset[str]:
        """Find the rules that are reported in a file."""
        if not self.per_file_ignores:
            return self.selected
        relative = self.relative(path)
        ignored = [rules for pattern, rules in self.per_file_ignores if matches(relative, pattern)]
        return self.selected.difference(*ignored)


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def select(names: Iterable[str], where: str = "select") -> frozenset[str]:
    """Find the rules that names stand for.

    Args:
        names: Ids of rules, or ``all``, ``default``, ``errors``, ``warnings``.
        where: What to call the place where the names stand.

    Returns:
        The ids.

    Raises:
        UsageError: If there is no such rule.
    """
    found: set[str] = set()
    for name in names:
        if name in _GROUPS:
            found.update(filter(_GROUPS[name], SEVERITIES))
        elif name in SEVERITIES:
            found.add(name)
        else:
            raise UsageError(where, f"there is no rule {name!r}{_suggest(name, [*SEVERITIES, *_GROUPS])}")
    return frozenset(found)


def _suggest(name: str, known: Iterable[str]) -> str:
    near = did_you_mean(name, {each.replace("-", "_"): each for each in known}) or did_you_mean(name, known)
    return f"; {near.replace('_', '-')}" if near else ""


def _strings(value: object, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(key, "a list of strings must come here")
    return value


def _table(value: object, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(key, "a table must come here")
    return value


def _bool(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(key, "true or false must come here")
    return value


def _choice(value: object, key: str, known: Iterable[str]) -> str:
    options = [str(each) for each in known]
    if not isinstance(value, str) or value not in options:
        near = _suggest(value, options).replace("-", "_") if isinstance(value, str) else ""
        raise UsageError(key, f"one of {', '.join(options)} must come here{near}")
    return value


def _severities(value: object, key: str) -> dict[str, Severity]:
    return {
        rule: Severity(_choice(level, f"{key}.{rule}", Severity))
        for name, level in _table(value, key).items()
        for rule in select([name], key)
    }


_KEYS: Final[dict[str, Callable[[Any, str], Any]]] = {
    "operations": lambda value, key: tuple(
        (pattern, Operation(_choice(name, f"{key}.{pattern}", Operation)))
        for pattern, name in _table(value, key).items()
    ),
    "select": lambda value, key: select(_strings(value, key), key),
    "ignore": lambda value, key: select(_strings(value, key), key),
    "per-file-ignores": lambda value, key: tuple(
        (pattern, select(_strings(names, f"{key}.{pattern}"), key)) for pattern, names in _table(value, key).items()
    ),
    "severity": _severities,
    "exclude": lambda value, key: tuple(_strings(value, key)),
    "markdown": _bool,
    "strict": _bool,
    "baseline": lambda value, key: _choice(value, key, [value] if isinstance(value, str) else ["a path"]),
}


def read_settings(table: Mapping[str, Any], folder: Path) -> Settings:
    """Read the table of a configuration file.

    Args:
        table: What it holds.
        folder: Where the file stands.

    Returns:
        The settings.

    Raises:
        UsageError: If a key is unknown or its value is of the wrong kind.
    """
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(key, f"there is no such key{_suggest(key, _KEYS)}")
        given[key.replace("-", "_")] = _KEYS[key](value, key)
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
        file: A pyproject.toml, or a file that holds the table alone.

    Returns:
        The settings; None for a pyproject.toml without our table.

    Raises:
        UsageError: If it cannot be read, is no TOML, or says what cannot be.
    """
    try:
        text = file.read_bytes()
        if file.name == "pyproject.toml" and b"liveschema" not in text:
            return None
        import tomllib  # noqa: PLC0415 - most runs have no configuration

        table: dict[str, Any] | None = tomllib.loads(text.decode())
    except (OSError, ValueError) as error:
        raise UsageError(file, getattr(error, "strerror", None) or str(error)) from None
    if file.name == "pyproject.toml":
        tool = (table or {}).get("tool")
        table = tool.get("liveschema") if isinstance(tool, dict) else None
        if table is None:
            return None
    try:
        return read_settings(_table(table, "liveschema"), file.parent)
    except UsageError as error:
        raise UsageError(file, str(error)) from None


class SettingsFinder:
    """Finds the settings of files: those of the nearest folder above that has some.

    Args:
        fixed: The settings for every file, where the command line names them.
        adjust: What the command line changes in any settings.
    """

    def __init__(self, fixed: Settings | None, adjust: Callable[[Settings], Settings]) -> None:
        self._fixed = None if fixed is None else adjust(fixed)
        self._adjust = adjust
        self._known: dict[Path, Settings] = {}

    def in_folder(self, folder: Path) -> Settings:
        """Find the settings of a folder.

        Args:
            folder: The folder.

        Returns:
            Its settings; the defaults where no configuration is found.

        Raises:
            UsageError: If the configuration says what cannot be.
        """
        if self._fixed is not None:
            return self._fixed
        found = self._known.get(folder)
        if found is None:
            found = self._known[folder] = self._look_up(folder.absolute(), folder)
        return found

    def _look_up(self, folder: Path, asked: Path) -> Settings:
        for name in ("liveschema.toml", "pyproject.toml"):
            file = folder / name
            if file.is_file():
                settings = load_settings(file)
                if settings is not None:
                    return self._adjust(settings)
        if folder.parent == folder:
            return self._adjust(Settings(Path.cwd(), select([DEFAULT])))
        above = self._known.get(folder.parent)
        if above is None:
            above = self._known[folder.parent] = self._look_up(folder.parent, asked)
        return above
