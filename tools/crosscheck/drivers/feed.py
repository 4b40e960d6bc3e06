"""Makes Python classes by datamodel-code-generator, and feeds them payloads: one JSON text in, one out."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
from pathlib import Path
from typing import Any

import msgspec
from datamodel_code_generator.__main__ import main


def take(made: Any, payload: Any) -> None:  # noqa: ANN401 - a class of any kind, any JSON
    """Make an instance, by whichever way its class has."""
    if hasattr(made, "model_validate"):
        made.model_validate(payload)
    elif issubclass(made, msgspec.Struct):
        msgspec.convert(payload, made)
    else:
        made(**payload)


def load(file: Path, name: str) -> Any:  # noqa: ANN401 - a class of any kind
    """Import a file that was made, and give the class of that name."""
    module = f"made_{file.parent.name}_{file.stem}"
    spec = importlib.util.spec_from_file_location(module, file)
    if spec is None or spec.loader is None:
        sys.exit(f"{file} is no module")
    sys.modules[module] = made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return getattr(made, name)


def refused(made: Any, payload: Any) -> bool:  # noqa: ANN401 - as `take`
    """Say whether a payload is refused."""
    try:
        take(made, payload)
    except (ValueError, TypeError, AttributeError):
        return True
    return False


counts = {"schemas": 0, "valid": 0, "invalid": 0, "refused": 0}
for job in json.load(sys.stdin):
    with contextlib.redirect_stderr(io.StringIO()) as told:
        if main(job["arguments"]) != 0:
            sys.exit(told.getvalue())
    counts["schemas"] += 1
    made = load(Path(job["file"]), job["class"])
    for name in job["valid"]:
        take(made, json.loads(Path(name).read_bytes()))
        counts["valid"] += 1
    for name in job["invalid"]:
        counts["invalid"] += 1
        counts["refused"] += refused(made, json.loads(Path(name).read_bytes()))
print(json.dumps(counts))
