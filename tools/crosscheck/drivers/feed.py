"""Generate Python classes with datamodel-code-generator, and write back the payloads that they read.

It reads the commands and the tasks as JSON from standard input. It writes a list with, for each task, the payload as
the first of its classes that reads it writes it; null if none reads it.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import sys
from typing import Any

import msgspec
from datamodel_code_generator.__main__ import main
from pydantic import TypeAdapter


def written_back(made: Any, payload: Any) -> Any:  # noqa: ANN401 - a class of any kind, any JSON
    """Read a payload with a class, and write it as its users would."""
    if isinstance(made, type) and issubclass(made, msgspec.Struct):
        return msgspec.to_builtins(msgspec.convert(payload, made))
    adapter: TypeAdapter[Any] = TypeAdapter(made)
    return adapter.dump_python(adapter.validate_python(payload), mode="json", exclude_none=True)


def first_of(classes: list[Any], payload: Any) -> Any:  # noqa: ANN401 - as in `written_back`
    """Return a payload as the first of some classes writes it; None if none reads it."""
    for made in classes:
        with contextlib.suppress(ValueError, TypeError):
            return written_back(made, payload)
    return None


question = json.load(sys.stdin)
for arguments in question["commands"]:
    with contextlib.redirect_stderr(io.StringIO()) as printed:
        if main(arguments) != 0:
            sys.exit(printed.getvalue())
sys.path.insert(0, "")
modules = {task["module"]: importlib.import_module(task["module"]) for task in question["tasks"]}
answers = [
    first_of([getattr(modules[task["module"]], name) for name in task["classes"]], task["payload"])
    for task in question["tasks"]
]
print(json.dumps(answers))
