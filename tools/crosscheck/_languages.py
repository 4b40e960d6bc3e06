"""The languages for which quicktype generates code: how to compile it, and what it cannot hold."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
from _round_trip import Limit
from _swift import wire_names
from _tools import BEYOND_64_BITS, HERE, SkippedError, run, whole

JARS = tuple(Path("/usr/share/java") / f"jackson-{part}.jar" for part in ("annotations", "core", "databind"))
NEWTONSOFT = Path("/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll")
CRATES = Path("/usr/share/cargo/registry")
EXAMPLES = HERE / "examples"
CLASSES = ":".join(["out", *map(str, JARS)])


def _nothing(_folder: Path) -> None:
    pass


@attrs.frozen
class Language:
    """The settings of a language, in addition to its commands in ``schemas/README.md``.

    Args:
        name: The name of the language in quicktype.
        title: Its name for people, and in the table of mistakes.
        file: The file that the commands write, by which they are found.
        field: A regular expression for lines that declare a field.
        type: A regular expression for lines that declare a type; its group is the name.
        helpers: The names of types that only this language has.
        build: Compiles the generated code and the driver in a folder.
        committed: The name of the file in ``schemas/generated``; empty if there is none.
        note: What else the header of that file says.
        driver: The file of the program that writes each payload back after
            reading it; empty if the code is only compiled.
        start: The command line that runs the driver.
        mistakes: The file of programs with one mistake each.
        compile_mistakes: Compiles that file, after `build`.
        example: The file of the example in ``schemas/README.md``; empty if there is none.
        run_example: Compiles and runs that file, after `build`, and returns the JSON that it writes.
        read: Checks the generated code as text, and returns what to report; None if its tests are enough.
        limits: The kinds of payloads that do not come back from a round trip.
    """

    name: str
    title: str
    file: str
    field: str
    type: str
    build: Callable[[Path], None]
    helpers: frozenset[str] = frozenset()
    committed: str = ""
    note: str = ""
    driver: str = ""
    start: tuple[str, ...] = ()
    mistakes: str = ""
    compile_mistakes: Callable[[Path], None] = _nothing
    example: str = ""
    run_example: Callable[[Path], str] = str
    read: Callable[[str], str] | None = None
    limits: tuple[Limit, ...] = ()


def _need_files(*files: Path) -> None:
    lacking = [file.name for file in files if not file.exists()]
    if lacking:
        msg = f"not installed: {', '.join(lacking)}"
        raise SkippedError(msg)


GO = {"GOFLAGS": "-mod=mod", "GOCACHE": str(HERE / ".cache" / "go"), "GOTOOLCHAIN": "local"}


def _go(folder: Path) -> None:
    (folder / "go.mod").write_text("module example.com/app\n\ngo 1.24\n", "utf-8")
    run(["go", "build", "-o", "driver", "driver.go"], folder, **GO)


def _go_example(folder: Path) -> str:
    return run(["go", "run", "example.go"], folder, **GO)


def _go_mistakes(folder: Path) -> None:
    run(["go", "build", "-gcflags=-e", "mistakes.go"], folder, **GO)


MANIFEST = """\
[package]
name = "live_activity"
version = "0.0.0"
edition = "2021"

[lib]
path = "live_activity.rs"

[[bin]]
name = "driver"
path = "driver.rs"

[[bin]]
name = "example"
path = "example.rs"

[[example]]
name = "mistakes"
path = "mistakes.rs"
crate-type = ["lib"]

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"
"""
CARGO = {"CARGO_TARGET_DIR": str(HERE / ".cache" / "rust"), "RUSTFLAGS": "-Awarnings"}


def _rust(folder: Path) -> None:
    _need_files(CRATES / "serde_json-1.0.87")
    (folder / "Cargo.toml").write_text(MANIFEST, "utf-8")
    (folder / ".cargo").mkdir(exist_ok=True)
    (folder / ".cargo" / "config.toml").write_text(
        f'[source.crates-io]\nreplace-with = "debian"\n\n[source.debian]\ndirectory = "{CRATES}"\n', "utf-8"
    )
    (folder / "mistakes.rs").touch()
    (folder / "example.rs").touch()
    run(["cargo", "build", "-q", "--offline", "--bin", "driver"], folder, **CARGO)
    shutil.copy(HERE / ".cache" / "rust" / "debug" / "driver", folder)


def _rust_example(folder: Path) -> str:
    return run(["cargo", "run", "-q", "--offline", "--bin", "example"], folder, **CARGO)


def _rust_mistakes(folder: Path) -> None:
    run(["cargo", "build", "-q", "--offline", "--example", "mistakes", "--message-format", "short"], folder, **CARGO)


def _java(folder: Path) -> None:
    _need_files(*JARS)
    sources = [str(file) for file in sorted(folder.rglob("*.java"))]
    run(["javac", "-nowarn", "-cp", CLASSES, "-d", "out", *sources], folder)


def _java_example(folder: Path) -> str:
    run(["javac", "-nowarn", "-cp", CLASSES, "-d", "out", "Example.java"], folder)
    return run(["java", "-cp", CLASSES, "Example"], folder)


def _java_mistakes(folder: Path) -> None:
    run(["javac", "-nowarn", "-cp", CLASSES, "-d", "out", "Mistakes.java"], folder)


KOTLIN = ("kotlinc", "-nowarn", "-java-parameters", "-include-runtime", "-cp", CLASSES)


def _kotlin(folder: Path) -> None:
    _need_files(*JARS)
    stand_in = str(HERE / "drivers" / "JacksonModuleKotlin.kt")
    run([*KOTLIN, "-d", "driver.jar", "LiveActivity.kt", "Driver.kt", stand_in], folder)


def _kotlin_example(folder: Path) -> str:
    run(["kotlinc", "-nowarn", "-cp", f"driver.jar:{CLASSES}", "-d", "example", "Example.kt"], folder)
    return run(["java", "-cp", f"example:driver.jar:{CLASSES}", "ExampleKt"], folder)


def _kotlin_mistakes(folder: Path) -> None:
    run(["kotlinc", "-nowarn", "-cp", f"driver.jar:{CLASSES}", "-d", "mistakes", "Mistakes.kt"], folder)


def _csharp(folder: Path) -> None:
    _need_files(NEWTONSOFT)
    shutil.copy(NEWTONSOFT, folder)
    mcs = ["mcs", "-nowarn:1701", f"-r:{NEWTONSOFT.name}"]
    run([*mcs, "-target:library", "-out:LiveActivity.dll", "LiveActivity.cs"], folder)
    run([*mcs, "-r:LiveActivity.dll", "-out:driver.exe", "Driver.cs"], folder)


def _csharp_mistakes(folder: Path) -> None:
    run(
        ["mcs", "-nowarn:169,414", "-target:library", "-r:LiveActivity.dll", "-out:mistakes.dll", "Mistakes.cs"], folder
    )


TSC = ("tsc", "--strict", "--target", "es2020", "--module", "commonjs")


def _typescript(folder: Path) -> None:
    run([*TSC, "LiveActivity.ts"], folder)


def _typescript_mistakes(folder: Path) -> None:
    run([*TSC, "--noEmit", "mistakes.ts"], folder)


def _swift(folder: Path) -> None:
    shutil.copy(EXAMPLES / "main.swift", folder)
    run(["swiftc", "-typecheck", "LiveActivity.swift", "main.swift"], folder)


def _parts(value: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - any JSON
    """Yield each value in a JSON value, and the number of lists and objects around it."""
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield 0, value
    for each in below:
        yield from ((depth + 1, part) for depth, part in _parts(each))


FRACTIONS = Limit("`2.0` for a whole number is refused", lambda payload: not whole(payload))
DEEP = Limit(
    "a webhook body deeper than 127 levels is refused",
    lambda payload: max(depth for depth, _ in _parts(payload)) > 127,  # noqa: PLR2004 - as the reason says
)


def _rounded(value: Any) -> bool:  # noqa: ANN401 - any JSON
    """Return whether a payload has a whole number within 64 bits that is no double."""
    numbers = (part for _, part in _parts(value) if isinstance(part, int))
    return any(abs(number) < BEYOND_64_BITS and float(number) != number for number in numbers)


ROUNDED = Limit("a whole number beyond 2^53 is rounded", _rounded)
ROUNDED_FIELD = Limit(
    "a whole number beyond 2^53 is rounded, except in a webhook body",
    lambda payload: _rounded({**payload, "action": None, "secondary_action": None}),
)
LARGE = Limit(
    "a whole number beyond 64 bits is rounded, by Mono",
    lambda payload: any(isinstance(part, int) and abs(part) >= BEYOND_64_BITS for _, part in _parts(payload)),
)

LANGUAGES = (
    Language(
        "typescript",
        "TypeScript, quicktype",
        "LiveActivity.ts",
        r"^    \w+\??: .*;$",
        r"^export (?:interface|type) (\w+)",
        _typescript,
        driver="driver.cjs",
        start=("node", "HERE/driver.cjs", "HERE/LiveActivity.js"),
        mistakes="mistakes.ts",
        compile_mistakes=_typescript_mistakes,
        limits=(ROUNDED,),
    ),
    Language(
        "go",
        "Go",
        "liveactivity/liveactivity.go",
        "`json:",
        r"^type (\w+)",
        _go,
        committed="liveactivity.go",
        note="It needs Go 1.24 or later, and a folder of its own.",
        driver="driver.go",
        start=("HERE/driver",),
        mistakes="mistakes.go",
        compile_mistakes=_go_mistakes,
        example="example.go",
        run_example=_go_example,
        limits=(FRACTIONS, ROUNDED),
    ),
    Language(
        "rust",
        "Rust",
        "live_activity.rs",
        r"^    pub \w+:",
        r"^pub (?:struct|enum) (\w+)",
        _rust,
        committed="live_activity.rs",
        driver="driver.rs",
        start=("HERE/driver",),
        mistakes="mistakes.rs",
        compile_mistakes=_rust_mistakes,
        example="example.rs",
        run_example=_rust_example,
        limits=(FRACTIONS, DEEP, ROUNDED_FIELD),
    ),
    Language(
        "java",
        "Java",
        "liveactivity/Converter.java",
        r"^    private .*;$",
        r"^public (?:class|enum) (\w+)",
        _java,
        helpers=frozenset({"Converter"}),
        driver="Driver.java",
        start=("java", "-cp", CLASSES, "Driver"),
        mistakes="Mistakes.java",
        compile_mistakes=_java_mistakes,
        example="Example.java",
        run_example=_java_example,
        limits=(ROUNDED_FIELD,),
    ),
    Language(
        "kotlin",
        "Kotlin",
        "LiveActivity.kt",
        r"^    val \w+:",
        r"^(?:data |enum |sealed )?class (\w+)",
        _kotlin,
        committed="LiveActivity.kt",
        driver="Driver.kt",
        start=("java", "-cp", f"driver.jar:{CLASSES}", "DriverKt"),
        mistakes="Mistakes.kt",
        compile_mistakes=_kotlin_mistakes,
        example="Example.kt",
        run_example=_kotlin_example,
        limits=(ROUNDED_FIELD,),
    ),
    Language(
        "cs",
        "C#",
        "LiveActivity.cs",
        r"\{ get; set; \}",
        r"^    public (?:partial )?(?:class|struct|enum) (\w+)",
        _csharp,
        driver="Driver.cs",
        start=("mono", "driver.exe"),
        mistakes="Mistakes.cs",
        compile_mistakes=_csharp_mistakes,
        limits=(LARGE, ROUNDED_FIELD),
    ),
    Language(
        "swift",
        "Swift",
        "LiveActivity.swift",
        r"^    public var \w+: [^{]+$",
        r"^public (?:struct|enum) LA(\w+)",
        _swift,
        committed="LiveActivity.swift",
        read=wire_names,
    ),
)
