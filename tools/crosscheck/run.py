"""Run the generators of types that ``schemas/README.md`` names, and try what they write.

The commands are read from there, so what is told is what is run. A tool that
is not there is skipped, and said so.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BIN = HERE / "node_modules" / ".bin"
OPERATIONS = ("start", "update", "end", "stream", "end_stream")
KINDS = ("segmented_progress", "progress", "metrics", "stats", "alert", "timer", "value")
SOME = (("update", "progress"), ("start", "metrics"), ("stream", "alert"))
OPENAPI_ACCEPTS: set[str] = set()
"""The bad literals that openapi-typescript's types let through."""
UNTYPED = re.compile(r"JSONAny|\bany\b|interface\{\}|\bobject\b|\bObject\b|\bAny\?")


class SkippedError(Exception):
    """A tool is not there."""


def commands() -> list[list[str]]:
    """Read the commands of ``schemas/README.md``."""
    lines = (ROOT / "schemas/README.md").read_text("utf-8").splitlines()
    return [shlex.split(line[2:]) for line in lines if line.startswith("$ ")]


def command(*marks: str) -> list[str]:
    """Find the one command that has all these words."""
    (found,) = [words for words in commands() if set(marks) <= set(words)]
    return found


def run(words: list[str], folder: Path) -> str:
    """Run a tool in a folder.

    Returns:
        What it printed.

    Raises:
        AssertionError: It failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = [str(ROOT / word) if word.startswith("schemas/") else word for word in words]
    path = f"{BIN}{os.pathsep}{HERE / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    exe = shutil.which(made[0], path=path)
    if exe is None:
        msg = f"no {made[0]}"
        raise SkippedError(msg)
    done = subprocess.run(
        [exe, *made[1:]], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        msg = f"{' '.join(words)}: {(done.stdout + done.stderr)[-1500:]}"
        raise AssertionError(msg)
    return done.stdout


def vectors(operation: str) -> list[Path]:
    """List the payloads of an operation that are valid."""
    folder = ROOT / "tests/fixtures/valid" / operation
    return [path for path in sorted(folder.glob("*.json")) if not path.name.endswith(".expected.json")]


def typed(operation: str, kind: str) -> list[Path]:
    """List the valid payloads that say they are of a type."""
    found = []
    for path in vectors(operation):
        state = json.loads(path.read_text("utf-8")).get("content_state", {})
        if state.get("type") == kind:
            found.append(path)
    return found


def name_of(operation: str) -> str:
    """Name the class of an operation's request."""
    return operation.title().replace("_", "") + "Request"


def over(words: list[str], operation: str, kind: str = "") -> list[str]:
    """Take a command to another file than the one it is told with."""
    swap = {
        "schemas/types/update.schema.json": f"schemas/types/{operation}.schema.json",
        "schemas/types/update/progress.schema.json": f"schemas/types/{operation}/{kind}.schema.json",
        "UpdateRequest": name_of(operation),
        "UpdateRequest.java": f"{name_of(operation)}.java",
        "update.ts": f"{operation}.ts",
    }
    return [swap.get(word, word) for word in words]


def tsc(folder: Path, *, payloads: bool) -> set[str]:
    """Compile the literals, and the valid payloads as literals.

    Returns:
        The bad literals that were let through.
    """
    text = (HERE / "literals.ts").read_text("utf-8")
    (folder / "literals.ts").write_text(text, "utf-8")
    (folder / "payloads.ts").write_text(
        f"import type {{ {', '.join(map(name_of, OPERATIONS))} }} from './types';\n"
        + "".join(
            f"export const p_{operation}_{index}: {name_of(operation)} = {path.read_text('utf-8')};\n"
            for operation in OPERATIONS
            for index, path in enumerate(vectors(operation) if payloads else [])
        ),
        "utf-8",
    )
    words = ["tsc", "--strict", "--noEmit", "--noUnusedLocals", "false", "literals.ts", "payloads.ts"]
    try:
        run(words, folder)
    except AssertionError as error:
        lines = re.findall(r"literals\.ts\((\d+),\d+\): error TS2578", str(error))
        if len(lines) != str(error).count("error TS"):
            raise
        return {text.splitlines()[int(line) - 1].split()[-1] for line in lines}
    return set()


def json2ts(folder: Path) -> str:
    """Make TypeScript of every union."""
    for operation in OPERATIONS:
        run(over(command("json2ts"), operation), folder)
    exports = [f"export type {{ {name_of(operation)} }} from './{operation}';\n" for operation in OPERATIONS]
    (folder / "types.ts").write_text("".join(exports), "utf-8")
    through = tsc(folder, payloads=True)
    if through:
        msg = f"let through: {sorted(through)}"
        raise AssertionError(msg)
    return "5 unions; tsc --strict takes the valid payloads, refuses 6 bad literals"


def openapi_typescript(folder: Path) -> str:
    """Make TypeScript of the OpenAPI document."""
    run(command("openapi-typescript"), folder)
    exports = [
        f"export type {name_of(operation)} = components['schemas']['{name_of(operation)}'];\n"
        for operation in OPERATIONS
    ]
    (folder / "types.ts").write_text("import type { components } from './openapi';\n" + "".join(exports), "utf-8")
    through = tsc(folder, payloads=True)
    if through != OPENAPI_ACCEPTS:
        msg = f"let through: {sorted(through)}, told: {sorted(OPENAPI_ACCEPTS)}"
        raise AssertionError(msg)
    return f"1 document; lets through: {', '.join(sorted(through)) or 'none'}"


FEED = {
    "pydantic.py": "made = [m.{name}.model_validate(p) for p in ps]\n"
    "for p in ps:\n"
    "    try: m.{name}.model_validate({{**p, 'nope': 1}})\n"
    "    except ValueError: continue\n"
    "    raise SystemExit('a foreign field was taken')\n",
    "dataclass.py": "made = [m.{name}(**p) for p in ps]\n",
    "msgspec_.py": "import msgspec\nmade = [msgspec.convert(p, m.{name}) for p in ps]\n",
}


def datamodel(mark: str) -> Callable[[Path], str]:
    """Make a check of one kind of Python class."""

    def check(folder: Path) -> str:
        """Make classes, import them, and feed them the valid payloads."""
        fed = 0
        pairs = [(o, k) for o in OPERATIONS for k in KINDS] if mark == "pydantic.py" else [("stream", k) for k in KINDS]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda p: run(over(command(mark), *p), folder / "_".join(p)), pairs))
        for pair in pairs:
            paths = [str(path) for path in typed(*pair)]
            fed += len(paths)
            code = f"import json, sys\nimport {mark[:-3]}_made as m\nps = [json.load(open(f)) for f in sys.argv[1:]]\n"
            place = folder / "_".join(pair)
            (place / mark).rename(place / f"{mark[:-3]}_made.py")
            (place / "feed.py").write_text(code + FEED[mark].format(name=name_of(pair[0])), "utf-8")
            run(["python", "feed.py", *paths], place)
        return f"{len(pairs)} schemas, {fed} valid payloads taken"

    return check


def named(text: str) -> None:
    """Check that nothing but a webhook's body is untyped."""
    loose = [
        line
        for line in text.splitlines()
        if UNTYPED.search(line) and "body" not in line.lower() and not line.lstrip().startswith(("//", "*", "/*"))
    ]
    if loose:
        msg = f"untyped: {loose[:5]}"
        raise AssertionError(msg)


def quicktype(language: str, suffix: str, compiler: list[str] | None) -> Callable[[Path], str]:
    """Make a check of one language."""

    def check(folder: Path) -> str:
        """Make types, and compile them."""
        for pair in SOME:
            place = folder / "_".join(pair)
            run(over(command("quicktype", language), *pair), place)
            files = sorted(place.glob(f"*{suffix}"))
            for file in files:
                named(file.read_text("utf-8"))
            if compiler and shutil.which(compiler[0]):
                run([*compiler, *(file.name for file in files)], place)
        compiled = compiler and shutil.which(compiler[0])
        how = f"compiled by {compiler[0]}" if compiler and compiled else "made, not compiled: no compiler"
        return f"{len(SOME)} schemas, {how}"

    return check


def round_trip(folder: Path) -> str:
    """Send every valid payload through quicktype's converters and back, in node."""
    pairs = [(o, k) for o in OPERATIONS for k in KINDS]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda p: run(over(command("quicktype", "typescript"), *p), folder / "_".join(p)), pairs))
    sources = [str(folder / "_".join(p) / "quicktype.ts") for p in pairs]
    run(["tsc", "--strict", "--target", "es2020", "--module", "commonjs", *sources], folder)
    lines = ["const assert = require('node:assert'), fs = require('node:fs');"]
    count = 0
    for pair in pairs:
        for path in typed(*pair):
            count += 1
            name = name_of(pair[0])
            lines.append(
                f"{{ const t = fs.readFileSync({str(path)!r}, 'utf8'), c = require('./{'_'.join(pair)}/quicktype').Convert;"  # noqa: E501 - one line of JavaScript
                f" const back = c.{name[0].lower() + name[1:]}ToJson(c.to{name}(t));"
                " assert.deepEqual(JSON.parse(back), JSON.parse(t)); }"
            )
    (folder / "go.cjs").write_text("\n".join(lines), "utf-8")
    run(["node", "go.cjs"], folder)
    return f"{len(pairs)} schemas, {count} valid payloads there and back"


def prepare() -> None:
    """Install the tools where they are not, into folders that git ignores."""
    if shutil.which("npm") and not BIN.is_dir():
        run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], HERE)
    if not (HERE / ".venv/bin/datamodel-codegen").exists():
        venv.create(HERE / ".venv", with_pip=True, clear=True)
        run([str(HERE / ".venv/bin/python"), "-m", "pip", "install", "-q", "-r", "requirements.txt"], HERE)


CHECKS: list[tuple[str, str, Callable[[Path], str]]] = [
    ("TypeScript", "json-schema-to-typescript", json2ts),
    ("TypeScript", "openapi-typescript", openapi_typescript),
    ("Python", "pydantic v2", datamodel("pydantic.py")),
    ("Python", "dataclasses", datamodel("dataclass.py")),
    ("Python", "msgspec", datamodel("msgspec_.py")),
    ("TypeScript", "quicktype, round trip", round_trip),
    ("Go", "quicktype", quicktype("go", ".go", ["go", "vet"])),
    ("Java", "quicktype", quicktype("java", ".java", ["javac", "-d", "out"])),
    ("C#", "quicktype", quicktype("cs", ".cs", ["mcs", "-target:library", "-out:out.dll"])),
    ("Swift", "quicktype", quicktype("swift", ".swift", ["swiftc", "-typecheck"])),
    ("Kotlin", "quicktype", quicktype("kotlin", ".kt", ["kotlinc"])),
    ("Rust", "quicktype", quicktype("rust", ".rs", None)),
]


def main() -> int:
    """Run all checks, and print a line for each.

    Returns:
        1 where one failed, else 0.
    """
    prepare()
    failed = False
    wanted = sys.argv[1:]
    for language, tool, check in CHECKS:
        if wanted and language not in wanted:
            continue
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = "ok: " + check(Path(folder))
            except SkippedError as error:
                result = f"skipped: {error}"
            except AssertionError as error:
                failed = True
                result = f"FAILED: {error}"
        print(f"{language:<11} {tool:<26} {time.perf_counter() - began:5.1f} s  {result}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
