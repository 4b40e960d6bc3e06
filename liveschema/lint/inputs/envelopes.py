"""The forms in which requests are recorded: an object with method and path, and the entries of a HAR archive."""

from __future__ import annotations

from liveschema.contract.endpoints import endpoint

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Any, Final

    from liveschema.engine.problems import Path

ENTRIES: Final[Path] = ("log", "entries")
"""The path of the recorded requests in a HAR archive."""
_TARGETS: Final = ("path", "url")
"""The keys of a recorded request that may have its path or URL."""


def har_entries(value: object) -> list[Any] | None:
    """Return the entries of a HAR archive.

    Args:
        value: Any value.

    Returns:
        The entries; None if the value is not a HAR archive.
    """
    log = value.get("log") if isinstance(value, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    return entries if isinstance(entries, list) else None


def target_of(envelope: dict[str, Any]) -> str | None:
    """Return the key of a recorded request that has its path or URL; one of this service is preferred."""
    keys = [key for key in _TARGETS if isinstance(envelope.get(key), str)]
    return next((key for key in keys if endpoint("", envelope[key]).ours), keys[0] if keys else None)


def is_envelope(value: object) -> bool:
    """Return whether a value is a recorded request, that is, an object with a method and a path or URL.

    Args:
        value: Any value.

    Returns:
        Whether it is a recorded request.
    """
    return isinstance(value, dict) and isinstance(value.get("method"), str) and target_of(value) is not None
