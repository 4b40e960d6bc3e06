"""The crosscheck of validators in JavaScript: they say the same about every vector that a schema can judge."""

from __future__ import annotations

import json
from pathlib import Path

from _tools import HERE, MODULES, ROOT, FailedError, run


def javascript(folder: Path) -> str:
    """Compare validators of npm on the vectors."""
    (folder / "validators.mjs").write_bytes((HERE / "drivers" / "validators.mjs").read_bytes())
    (folder / "node_modules").symlink_to(MODULES)
    answer = json.loads(run(["node", "validators.mjs"], folder, SCHEMAS=str(ROOT / "schemas")))
    wrong = [f"{each['name']} {each['folder']}: {each['otherwise']}" for each in answer["results"] if each["otherwise"]]
    if wrong:
        msg = f"of {answer['vectors']} vectors, validators judge otherwise: {'; '.join(wrong)}"
        raise FailedError(msg)
    names = sorted({each["name"] for each in answer["results"]})
    return f"{', '.join(names)} say the same about all {answer['vectors']} vectors"
