"""Write the schemas into ``schemas/``, or say with ``--check`` where they have drifted.

Everything comes from the declarations of the models; run it after a change of
them, and commit what it writes.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from liveschema import ActivityType, Operation
from liveschema.export import DIALECTS, FORMS, VERSION, json_schema, openapi, schema_path

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


def documents() -> dict[str, dict[str, Any]]:
    """Make every document, by its path in the folder."""
    made = {
        schema_path(operation, dialect, form): json_schema(operation, dialect=dialect, form=form)
        for dialect in DIALECTS
        for form in FORMS
        for operation in Operation
    }
    made |= {
        schema_path(operation, dialect, "types", kind): json_schema(
            operation, dialect=dialect, form="types", activity_type=kind
        )
        for dialect in DIALECTS
        for operation in Operation
        for kind in ActivityType
    }
    return {**made, "openapi.json": openapi(VERSION)}


def text_of(document: dict[str, Any]) -> str:
    """Write a document as it is committed: as declared, two spaces, a final newline."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Emit, or check.

    Returns:
        0; with ``--check`` 1 where a file differs, is missing or is one too many.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on drift")
    check = parser.parse_args().check
    wanted = {path: text_of(document) for path, document in documents().items()}
    there = {path.relative_to(SCHEMAS).as_posix() for path in SCHEMAS.rglob("*.json")}
    drifted = sorted(there - wanted.keys())
    for path, text in wanted.items():
        file = SCHEMAS / path
        if file.is_file() and file.read_bytes() == text.encode():
            continue
        drifted.append(path)
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    if not check:
        for path in there - wanted.keys():
            (SCHEMAS / path).unlink()
    print(f"{len(wanted)} schemas, {len(drifted)} {'drifted' if check else 'written or removed'}")
    for path in drifted:
        print(f"  {path}")
    return 1 if check and drifted else 0


if __name__ == "__main__":
    sys.exit(main())
