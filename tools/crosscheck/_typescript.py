"""The crosschecks of TypeScript: valid literals compile, invalid ones do not, and payloads survive a round trip."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from _tools import HERE, OPERATIONS, PAIRS, FailedError, class_of, command, over, payloads, run

LET_THROUGH: frozenset[str] = frozenset({"second-button"})
"""The invalid literals that the types of openapi-typescript accept, which ``schemas/README.md`` documents."""


def _compile(folder: Path) -> tuple[set[str], int, int]:
    """Compile the literals, and the valid payloads as literals.

    Returns:
        The invalid literals that were accepted, the number of invalid
        literals, and the number of accepted payloads.
    """
    text = (HERE / "literals.ts").read_text("utf-8")
    (folder / "literals.ts").write_text(text, "utf-8")
    lines = [f"import type {{ {', '.join(map(class_of, OPERATIONS))} }} from './types';"]
    for operation in OPERATIONS:
        for path in payloads(operation):
            name = re.sub(r"\W", "_", f"{operation}_{path.stem}")
            lines.append(f"export const {name}: {class_of(operation)} = {path.read_text('utf-8')};")
    (folder / "payloads.ts").write_text("\n".join(lines), "utf-8")
    bad = re.findall(r"// @ts-expect-error (\S+)\n", text)
    taken = len(lines) - 1
    try:
        run(["tsc", "--strict", "--noEmit", "literals.ts", "payloads.ts"], folder)
    except FailedError as error:
        unused = re.findall(r"literals\.ts\((\d+),\d+\): error TS2578", str(error))
        if len(unused) != str(error).count("error TS"):
            raise
        return {text.splitlines()[int(line) - 1].split()[-1] for line in unused}, len(bad), taken
    return set(), len(bad), taken


def _verdict(folder: Path, expected: frozenset[str]) -> str:
    through, bad, taken = _compile(folder)
    if through != expected:
        msg = f"accepts the invalid literals {sorted(through)}, expected {sorted(expected)}"
        raise FailedError(msg)
    but = f", but not {', '.join(sorted(through))}" if through else ""
    rejected = f"rejects {bad - len(through)} of {bad} invalid literals{but}"
    return f"tsc --strict accepts {taken} valid payloads and {rejected}"


def json2ts(folder: Path) -> str:
    """Generate TypeScript from the schema of every operation, and compile it."""
    for operation in OPERATIONS:
        run(over(command("json2ts"), operation), folder)
    exports = [f"export type {{ {class_of(operation)} }} from './{operation}';\n" for operation in OPERATIONS]
    (folder / "types.ts").write_text("".join(exports), "utf-8")
    return _verdict(folder, frozenset())


def openapi_typescript(folder: Path) -> str:
    """Generate TypeScript from the OpenAPI document, and compile it."""
    run(command("openapi-typescript"), folder)
    exports = [
        f"export type {class_of(operation)} = components['schemas']['{class_of(operation)}'];\n"
        for operation in OPERATIONS
    ]
    (folder / "types.ts").write_text("import type { components } from './openapi';\n" + "".join(exports), "utf-8")
    return _verdict(folder, LET_THROUGH)


def round_trip(folder: Path) -> str:
    """Round-trip every valid payload through the converters of quicktype, in Node.js."""

    def make(pair: tuple[str, str]) -> str:
        name = "_".join(pair)
        words = over(command("quicktype", "typescript"), *pair)
        words[words.index("-o") + 1] = f"{name}.ts"
        run(words, folder)
        return f"{name}.ts"

    with ThreadPoolExecutor(2) as pool:
        sources = list(pool.map(make, PAIRS))
    run(["tsc", "--strict", "--target", "es2020", "--module", "commonjs", *sources], folder)
    tasks = [
        {
            "module": f"{folder / '_'.join(pair)}.js",
            "class": class_of(pair[0]),
            "files": [str(f) for f in payloads(*pair)],
        }
        for pair in PAIRS
    ]
    count = run(["node", str(HERE / "drivers" / "round_trip.cjs")], folder, json.dumps(tasks)).strip()
    return f"{len(PAIRS)} schemas, tsc --strict; {count} valid payloads round-tripped"
