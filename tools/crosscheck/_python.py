"""The crosschecks of Python: classes of three kinds from datamodel-code-generator, and generated payloads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from _tools import HERE, PAIRS, PYTHON, ROOT, FailedError, class_of, command, over, payloads, run, whole


def datamodel(kind: str, *, refuses: float, floats: bool = True) -> Callable[[Path], str]:
    """Return the check of one kind of class.

    Args:
        kind: The name of the kind in datamodel-code-generator.
        refuses: The least share of the invalid payloads, from 0 to 1, that the classes must reject.
        floats: Whether the classes accept 2.0 as a whole number.

    Returns:
        The check.
    """

    def check(folder: Path) -> str:
        """Generate the classes of every operation and type, import them, and pass the fixtures to them."""
        tasks = []
        for pair in PAIRS:
            arguments = over(command(kind), *pair)[1:]
            file = folder / arguments[arguments.index("--output") + 1]
            arguments[arguments.index("--output") + 1] = str(file)
            tasks.append(
                {
                    "arguments": arguments,
                    "file": str(file),
                    "class": class_of(pair[0]),
                    "valid": [str(path) for path in payloads(*pair) if floats or whole(json.loads(path.read_bytes()))],
                    "invalid": [str(path) for path in payloads(*pair, side="invalid")],
                }
            )
        counts = json.loads(run([str(PYTHON), str(HERE / "drivers" / "feed.py")], folder, json.dumps(tasks)))
        share = counts["refused"] / counts["invalid"]
        if share < refuses:
            msg = f"rejects {share:.0%} of the invalid payloads, expected at least {refuses:.0%}"
            raise FailedError(msg)
        return (
            f"{counts['schemas']} schemas: {counts['valid']} valid payloads accepted, "
            f"{counts['refused']} of {counts['invalid']} invalid ones rejected"
        )

    return check


def generated(folder: Path) -> str:
    """Compare the schemas with the rules on payloads that hypothesis-jsonschema generates from the schemas."""
    return run([str(PYTHON), str(HERE / "drivers" / "generated.py")], folder, PYTHONPATH=str(ROOT)).strip()
