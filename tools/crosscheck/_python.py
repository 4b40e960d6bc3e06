"""Python: classes of three kinds by datamodel-code-generator, imported and fed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from _tools import HERE, PAIRS, PYTHON, ROOT, FailedError, class_of, command, over, payloads, run, whole


def datamodel(kind: str, *, refuses: float, floats: bool = True) -> Callable[[Path], str]:
    """Make a check of one kind of class.

    Args:
        kind: How the generator calls it.
        refuses: The share of the invalid payloads that its classes refuse at least.
        floats: Whether they take 2.0 for a whole number.

    Returns:
        The check.
    """

    def check(folder: Path) -> str:
        """Make the classes of every operation and type, import them, and feed them the fixtures."""
        jobs = []
        for pair in PAIRS:
            arguments = over(command(kind), *pair)[1:]
            file = folder / arguments[arguments.index("--output") + 1]
            arguments[arguments.index("--output") + 1] = str(file)
            jobs.append(
                {
                    "arguments": arguments,
                    "file": str(file),
                    "class": class_of(pair[0]),
                    "valid": [str(path) for path in payloads(*pair) if floats or whole(json.loads(path.read_bytes()))],
                    "invalid": [str(path) for path in payloads(*pair, side="invalid")],
                }
            )
        counts = json.loads(run([str(PYTHON), str(HERE / "drivers" / "feed.py")], folder, json.dumps(jobs)))
        share = counts["refused"] / counts["invalid"]
        if share < refuses:
            msg = f"refuses {share:.0%} of the invalid payloads, expected {refuses:.0%}"
            raise FailedError(msg)
        return (
            f"{counts['schemas']} schemas: {counts['valid']} valid payloads taken, "
            f"{counts['refused']} of {counts['invalid']} invalid ones refused"
        )

    return check


def generated(folder: Path) -> str:
    """Hold the schemas to the models over payloads that hypothesis-jsonschema makes of the schemas."""
    return run([str(PYTHON), str(HERE / "drivers" / "generated.py")], folder, PYTHONPATH=str(ROOT)).strip()
