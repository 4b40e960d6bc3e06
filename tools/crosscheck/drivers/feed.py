"""Generate Python classes with datamodel-code-generator and pass payloads to them.

It reads a JSON list of tasks from standard input and writes the counts as JSON.
"""

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
    """Create an instance in the way that its class supports."""
    if hasattr(made, "model_validate"):
        made.model_validate(payload)
    elif issubclass(made, msgspec.Struct):
        msgspec.convert(payload, made)
    else:
        made(**payload)


def load(file: Path, name: str) -> Any:  # noqa: ANN401 - a class of any kind
    """Import a generated file and return its class of a given name."""
    module = f"made_{file.parent.name}_{file.stem}"
    spec = importlib.util.spec_from_file_location(module, file)
    if spec is None or spec.loader is None:
        sys.exit(f"{file} is not a module")
    sys.modules[module] = made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return getattr(made, name)


def refused(made: Any, payload: Any) -> bool:  # noqa: ANN401 - as in `take`
    """Return whether a class rejects a payload."""
    try:
        take(made, payload)
    except (ValueError, TypeError, AttributeError):
        return True
    return False


counts = {"schemas": 0, "valid": 0, "invalid": 0, "refused": 0}
for task in json.load(sys.stdin):
    with contextlib.redirect_stderr(io.StringIO()) as printed:
        if main(task["arguments"]) != 0:
            sys.exit(printed.getvalue())
    counts["schemas"] += 1
    made = load(Path(task["file"]), task["class"])
    for name in task["valid"]:
        take(made, json.loads(Path(name).read_bytes()))
        counts["valid"] += 1
    for name in task["invalid"]:
        counts["invalid"] += 1
        counts["refused"] += refused(made, json.loads(Path(name).read_bytes()))
print(json.dumps(counts))
