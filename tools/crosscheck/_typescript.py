"""The crosschecks of TypeScript: valid literals compile, mistakes do not, and Zod says what the rules say."""

from __future__ import annotations

import json
import re
from pathlib import Path

from _committed import settle_column
from _mistakes import MISTAKES, cells, refused_by_compiler, typescript
from _tools import (
    HERE,
    MODULES,
    OPERATIONS,
    ROOT,
    FailedError,
    class_of,
    command,
    kind_of,
    payloads,
    run,
    within_schema,
)

BEYOND_TYPES = frozenset({"percentage-past-100", "no-host", "empty-metrics"})
"""The mistakes in ``literals.ts`` that the types cannot express."""
LET_THROUGH = {
    "json2ts": BEYOND_TYPES | {"second-button"},
    # A state is one type there, so its conditions are lost.
    "openapi-typescript": BEYOND_TYPES | {"second-button", "no-progress", "value-without-limit", "no-duration"},
}
"""The mistakes in ``literals.ts`` that the types of a generator accept."""
EXPORT = re.compile(r"^export (?:type|interface) (\w+)", re.MULTILINE)


def _compile(folder: Path, *, typed: bool) -> tuple[set[str], int, int]:
    """Compile the literals, and the valid payloads as literals.

    Args:
        folder: The folder with ``types.ts``, which exports the request of each operation.
        typed: Whether to leave out payloads whose state has no type.

    Returns:
        The mistakes that were accepted, the number of mistakes, and the number
        of accepted payloads.
    """
    text = (HERE / "literals.ts").read_text("utf-8")
    (folder / "literals.ts").write_text(text, "utf-8")
    lines = [f"import type {{ {', '.join(map(class_of, OPERATIONS))} }} from './types';"]
    for operation in OPERATIONS:
        for path in payloads(operation):
            payload = json.loads(path.read_bytes())
            if not typed or kind_of(payload) is not None or "content_state" not in payload:
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


def _verdict(folder: Path, tool: str, *, typed: bool) -> str:
    through, bad, taken = _compile(folder, typed=typed)
    if through != LET_THROUGH[tool]:
        msg = f"accepts the mistakes {sorted(through)}, expected {sorted(LET_THROUGH[tool])}"
        raise FailedError(msg)
    return f"tsc --strict accepts {taken} valid payloads and refuses {bad - len(through)} of {bad} mistakes"


def _names(text: str) -> int:
    """Check that no exported name ends in a number, and return the number of exports."""
    names = EXPORT.findall(text)
    numbered = [name for name in names if name[-1].isdigit()]
    if numbered:
        msg = f"numbered exports: {numbered}"
        raise FailedError(msg)
    return len(names)


def _column(folder: Path, title: str, types: str) -> None:
    """Compile the mistakes of the table, with the types of a module that has their classes."""
    file = folder / "mistakes.ts"
    refused = refused_by_compiler(
        file, typescript(types), lambda: run(["tsc", "--strict", "--noEmit", file.name], folder)
    )
    settle_column(title, cells(refused, ()))


def bundle(folder: Path) -> str:
    """Generate TypeScript from the schema of all operations, and compile it."""
    run(command("json2ts", "schemas/types/all.schema.json"), folder)
    exports = _names((folder / "requests.ts").read_text("utf-8"))
    (folder / "types.ts").write_text("export type * from './requests';\n", "utf-8")
    _column(folder, "json2ts", "./types")
    return f"{exports} exports; {_verdict(folder, 'json2ts', typed=True)}"


def one_by_one(folder: Path) -> str:
    """Generate TypeScript from the schema of each operation, and compile it."""
    words = command("json2ts", "schemas/types/update.schema.json")
    exports = []
    for operation in OPERATIONS:
        run([word.replace("update", operation) for word in words], folder)
        exports.append(_names((folder / f"{operation}.ts").read_text("utf-8")))
    lines = [f"export type {{ {class_of(operation)} }} from './{operation}';\n" for operation in OPERATIONS]
    (folder / "types.ts").write_text("".join(lines), "utf-8")
    return f"{min(exports)} to {max(exports)} exports; {_verdict(folder, 'json2ts', typed=False)}"


def openapi_typescript(folder: Path) -> str:
    """Generate TypeScript from the OpenAPI document, and compile it."""
    run(command("openapi-typescript"), folder)
    exports = [
        f"export type {class_of(operation)} = components['schemas']['{class_of(operation)}'];\n"
        for operation in OPERATIONS
    ]
    classes = sorted({mistake.cls for mistake in MISTAKES})
    exports += [f"export type {name} = UpdateRequest;\n" for name in classes]
    (folder / "types.ts").write_text("import type { components } from './openapi';\n" + "".join(exports), "utf-8")
    _column(folder, "openapi-typescript", "./types")
    return _verdict(folder, "openapi-typescript", typed=True)


def zod(folder: Path) -> str:
    """Let Zod read the schema of each operation, and compare what it says about every fixture."""
    cases = [
        {"operation": operation, "payload": json.loads(path.read_bytes()), "valid": side == "valid"}
        for operation in OPERATIONS
        for side in ("valid", "invalid")
        for path in payloads(operation, side=side)
        if side == "valid" or within_schema(json.loads(path.read_bytes()), operation)
    ]
    mistakes = [{"operation": "update", "payload": each.payload, "valid": False} for each in MISTAKES]
    (folder / "zod.mjs").write_bytes((HERE / "drivers" / "zod.mjs").read_bytes())
    (folder / "node_modules").symlink_to(MODULES)
    answers = json.loads(
        run(["node", "zod.mjs"], folder, json.dumps([*mistakes, *cases]), SCHEMAS=str(ROOT / "schemas"))
    )
    refused = [each.name for each, taken in zip(MISTAKES, answers, strict=False) if not taken]
    settle_column("Zod", cells((), refused))
    wrong = [case for case, taken in zip(cases, answers[len(mistakes) :], strict=True) if taken is not case["valid"]]
    if wrong:
        msg = f"Zod says otherwise about {len(wrong)} of {len(cases)} payloads, such as {json.dumps(wrong[0])[:300]}"
        raise FailedError(msg)
    return f"z.fromJSONSchema says the same about all {len(cases)} payloads"
