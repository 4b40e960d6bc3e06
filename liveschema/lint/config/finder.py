"""The lookup of the settings of a folder in the configuration files in it and above it."""

from __future__ import annotations

import os
import stat

from liveschema.lint.config.settings import DEFAULT, OWN, PROJECT, Settings, select
from liveschema.lint.errors import UnreadableConfigurationError
from liveschema.lint.paths import absolute, reason, status_of, upwards

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Callable


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
        self._known: dict[str, Settings] = {}

    def in_folder(self, folder: str) -> Settings:
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
        folder = absolute(folder)
        found = self._known.get(folder)
        if found is None:
            found = self._known[folder] = self._look_up(folder)
        return found

    def _look_up(self, folder: str) -> Settings:
        for each in upwards(folder):
            found = self._known.get(each) or self._read(each)
            if found is not None:
                return found
        return self._adjust(Settings(absolute(os.curdir), select([DEFAULT])))

    def _read(self, folder: str) -> Settings | None:
        """Read the configuration in a folder; None if there is none."""
        for name in (OWN, PROJECT):
            settings = self._load(folder, name) if _is_there(folder, name) else None
            if settings is not None:
                self._known[folder] = self._adjust(settings)
                return self._known[folder]
        return None

    def _load(self, folder: str, name: str) -> Settings | None:
        """Read a configuration file; None if it is a pyproject.toml without our table."""
        from pathlib import Path  # noqa: PLC0415 - most runs have no configuration

        from liveschema.lint.config.keys import has_table, load_settings  # noqa: PLC0415 - as above

        settings, project = load_settings(Path(folder, name)), Path(folder, PROJECT)
        if name == OWN and _is_there(folder, PROJECT) and has_table(project):
            self._warn(f"{project}: [tool.liveschema] is not used, because {OWN} is in the same folder")
        return settings


def _is_there(folder: str, name: str) -> bool:
    """Return whether there is a configuration file; a file of our own name must be one, whatever it is.

    Raises:
        UnreadableConfigurationError: If that cannot be told.
    """
    file = os.path.join(folder, name)  # noqa: PTH118 - as in `absolute`
    try:
        mode = status_of(file).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UnreadableConfigurationError(file, reason(error)) from None
    return stat.S_ISREG(mode) or name == OWN
