"""The settings of the files of a folder, and the groups of rules that they select from."""

from __future__ import annotations

from types import MappingProxyType

from liveschema._generated.rule_index import OFF_BY_DEFAULT, SEVERITIES
from liveschema.engine.record import Record
from liveschema.lint.errors import UsageError
from liveschema.lint.inputs import FORMATS
from liveschema.lint.paths import relative

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from typing import Final

    from liveschema.contract.vocabulary import Operation
    from liveschema.engine.problems import Severity

DEFAULT: Final = "default"
OWN: Final = "liveschema.toml"
PROJECT: Final = "pyproject.toml"
CONFIGURATIONS: Final = frozenset({OWN, PROJECT})
"""The names of configuration files."""
GROUPS: Final[dict[str, Callable[[str], bool]]] = {
    "all": lambda _: True,
    DEFAULT: lambda rule: rule not in OFF_BY_DEFAULT,
    "errors": lambda rule: SEVERITIES[rule] == "error" and rule not in OFF_BY_DEFAULT,
    "warnings": lambda rule: SEVERITIES[rule] == "warning" and rule not in OFF_BY_DEFAULT,
}
"""The groups of rules: by name, whether a rule belongs to it."""


class Settings(Record):
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

    folder: str
    selected: frozenset[str]
    operations: tuple[tuple[str, Operation], ...] = ()
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    exclude: tuple[tuple[str, str], ...] = ()
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
        from liveschema.lint.config.globs import matches  # noqa: PLC0415 - most configurations have no pattern

        shown = {folder: relative(path, folder) for folder, _ in self.exclude}
        return any(shown[folder] != "." and matches(shown[folder], pattern) for folder, pattern in self.exclude)

    def operation_of(self, path: Path | str) -> Operation | None:
        """Return the operation that the configuration sets for a file; None if it sets none."""
        if not self.operations:
            return None
        from liveschema.lint.config.globs import matches  # noqa: PLC0415 - as in `excludes`

        own = self.relative(path)
        return next((operation for pattern, operation in self.operations if matches(own, pattern)), None)

    def reported_in(self, path: Path | str) -> frozenset[str]:
        """Return the rules to report in a file."""
        if not self.per_file_ignores:
            return self.selected
        from liveschema.lint.config.globs import matches  # noqa: PLC0415 - as in `excludes`

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
            from liveschema.engine.wording import suggestion  # noqa: PLC0415 - a mistake

            near = suggestion(name, [*SEVERITIES, *GROUPS]) or "; liveschema rules lists all"
            raise UsageError(where, f"there is no rule {name!r}{near}")
    return frozenset(found)
