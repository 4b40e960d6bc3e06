"""Validation, types and a linter for the payloads of Live Activity requests."""

TYPE_CHECKING = False  # type checkers know the name; importing `typing` would be slow
if TYPE_CHECKING:
    from liveschema.contract.stream_key import check_stream_key
    from liveschema.contract.vocabulary import (
        ActionType,
        ActionTypeLike,
        ActivityType,
        ActivityTypeLike,
        Color,
        ColorLike,
        Operation,
        OperationLike,
        WebhookMethod,
        WebhookMethodLike,
    )
    from liveschema.convert import dump, dumps, load, loads, register_hooks
    from liveschema.engine.problems import InvalidPayload, Problem, Severity
    from liveschema.export import json_schema
    from liveschema.models import (
        Alert,
        AnyRequest,
        AnyState,
        Badge,
        EndRequest,
        EndStreamRequest,
        Icon,
        Metric,
        Metrics,
        OpenUrlAction,
        Progress,
        PushAlert,
        Request,
        SegmentedProgress,
        StartRequest,
        State,
        Stats,
        StreamRequest,
        Target,
        Timer,
        UpdateRequest,
        Value,
        WebhookAction,
    )
    from liveschema.verdicts import check, is_valid
    from liveschema.version import __version__

__all__ = [
    "ActionType",
    "ActionTypeLike",
    "ActivityType",
    "ActivityTypeLike",
    "Alert",
    "AnyRequest",
    "AnyState",
    "Badge",
    "Color",
    "ColorLike",
    "EndRequest",
    "EndStreamRequest",
    "Icon",
    "InvalidPayload",
    "Metric",
    "Metrics",
    "OpenUrlAction",
    "Operation",
    "OperationLike",
    "Problem",
    "Progress",
    "PushAlert",
    "Request",
    "SegmentedProgress",
    "Severity",
    "StartRequest",
    "State",
    "Stats",
    "StreamRequest",
    "Target",
    "Timer",
    "UpdateRequest",
    "Value",
    "WebhookAction",
    "WebhookMethod",
    "WebhookMethodLike",
    "__version__",
    "check",
    "check_stream_key",
    "dump",
    "dumps",
    "is_valid",
    "json_schema",
    "load",
    "loads",
    "register_hooks",
]


if not TYPE_CHECKING:  # pragma: no branch - hidden from type checkers, which would accept any name

    def __getattr__(name: str) -> object:
        """Import a public name on first use, so that the first check does not wait for the import of the models."""
        from importlib import import_module  # noqa: PLC0415 - imported on first use

        from liveschema._generated.names import MODULES  # noqa: PLC0415

        if name not in MODULES:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value: object = getattr(import_module(MODULES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
