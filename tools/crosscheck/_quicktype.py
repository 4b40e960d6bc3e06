"""The crosschecks of six languages with quicktype: named types that compile, and round trips of valid payloads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
from _tools import HERE, KINDS, PAIRS, FailedError, SkippedError, class_of, command, over, payloads, run, whole

SOME = tuple(pair for pair in PAIRS if pair[0] == "stream" or pair[1] in {"progress", "timer"})
"""Pairs that cover every type and every operation."""
FEW = tuple(("stream", kind) for kind in KINDS)
UNTYPED = re.compile(r"JSONAny|\bany\b|\bAny\b|interface\{\}|\bobject\b|\bObject\b|serde_json::Value")
BODY = re.compile(r"\bbody\b", re.IGNORECASE)
"""The only field that may contain any JSON object: the body of a webhook."""
JARS = tuple(Path("/usr/share/java") / f"jackson-{part}.jar" for part in ("annotations", "core", "databind"))
NEWTONSOFT = Path("/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll")
CRATES = Path("/usr/share/cargo/registry")


@attrs.frozen
class Language:
    """The settings of a language, in addition to its command in ``schemas/README.md``.

    Args:
        name: The name of the language in quicktype.
        field: A regular expression for lines that declare a field.
        place: The path template of the file of a pair.
        pairs: The operations and types to check.
        driver: The file of the program that writes each payload back after
            reading it; None if the types are only compiled.
        build: A function that compiles a folder; None if nothing is compiled.
        start: The command line that runs the driver.
        widens: The allowed differences after a round trip, which the README
            describes: ``null`` for fields that are not set, and ``empty`` for
            empty lists and objects that are left out.
        utf16: Whether the language measures strings in UTF-16 code units; then
            payloads with characters outside the BMP are skipped.
    """

    name: str
    field: str
    place: str
    build: Callable[[Path], None] | None = None
    pairs: tuple[tuple[str, str], ...] = SOME
    driver: str | None = None
    start: tuple[str, ...] = ()
    widens: frozenset[str] = frozenset()
    utf16: bool = False


def check_of(language: Language) -> Callable[[Path], str]:
    """Return the check of one language."""

    def check(folder: Path) -> str:
        """Generate the types, check that they are named, compile them, and round-trip the payloads."""
        words = command("quicktype", language.name)
        made: list[Path] = []

        def make(pair: tuple[str, str]) -> Path:
            file = folder / language.place.format(pair="_".join(pair), cls=class_of(pair[0]))
            arguments = over(words, *pair)
            arguments[arguments.index("-o") + 1] = str(file)
            file.parent.mkdir(parents=True, exist_ok=True)
            run(arguments, folder)
            return file

        with ThreadPoolExecutor(2) as pool:
            made = list(pool.map(make, language.pairs))
        fields = 0
        for file in made:
            # Java requires a separate file for each class.
            for each in file.parent.glob("*.java") if file.suffix == ".java" else [file]:
                fields += _named(each.read_text("utf-8"), language.field)
        result = f"{len(made)} schemas, {fields} fields, each of a named type"
        if language.build is None:
            return f"{result}; not compiled"
        if language.driver is not None:
            _drive(folder, language.driver, language.pairs)
        try:
            language.build(folder)
        except SkippedError as error:
            return f"{result}; not compiled: {error}"
        if language.driver is None:
            return f"{result}, compiled"
        return f"{result}, compiled; {_round_trip(folder, language)}"

    return check


def _named(text: str, field: str) -> int:
    """Check that no field except the body of a webhook is untyped, and return the number of fields."""
    fields = [line for line in text.splitlines() if re.search(field, line)]
    loose = [line for line in fields if UNTYPED.search(line) and not BODY.search(line)]
    if loose:
        msg = f"untyped fields: {loose[:5]}"
        raise FailedError(msg)
    return len(fields)


def _drive(folder: Path, driver: str, pairs: tuple[tuple[str, str], ...]) -> None:
    """Write the driver, with a line that ends in ``// each pair`` repeated for each pair."""
    lines: list[str] = []
    for line in (HERE / "drivers" / driver).read_text("utf-8").splitlines():
        if line.endswith("// each pair"):
            template = line.removesuffix("// each pair").rstrip()
            lines += [template.replace("PAIR", "_".join(pair)).replace("CLASS", class_of(pair[0])) for pair in pairs]
        else:
            lines.append(line)
    (folder / driver).write_text("\n".join(lines) + "\n", "utf-8")


def _round_trip(folder: Path, language: Language) -> str:
    sent: list[tuple[Path, Any]] = []
    inputs: list[str] = []
    for pair in language.pairs:
        for path in payloads(*pair):
            payload = json.loads(path.read_bytes())
            if not whole(payload) or (language.utf16 and max(json.dumps(payload, ensure_ascii=False)) > "\uffff"):
                continue
            sent.append((path, payload))
            inputs.append(f"{'_'.join(pair)}\t{json.dumps(payload)}\n")
    answers = run([word.replace("HERE", str(folder)) for word in language.start], folder, "".join(inputs)).splitlines()
    if len(answers) != len(sent):
        msg = f"{len(sent)} payloads sent, {len(answers)} returned"
        raise FailedError(msg)
    for (path, payload), answer in zip(sent, answers, strict=True):
        back = json.loads(answer)
        if _bare(back, language.widens) != _bare(payload, language.widens):
            msg = f"{path.parent.name}/{path.name} was returned as {answer}"
            raise FailedError(msg)
    return f"{len(sent)} valid payloads round-tripped"


def _bare(value: Any, widens: frozenset[str]) -> Any:  # noqa: ANN401 - any JSON
    """Return a value without the members that the language may write differently."""
    if isinstance(value, list):
        return [_bare(item, widens) for item in value]
    if not isinstance(value, dict):
        return value
    bare = {key: _bare(item, widens) for key, item in value.items()}
    return {
        key: item
        for key, item in bare.items()
        if not ("null" in widens and item is None) and not ("empty" in widens and item in ({}, []))
    }


def _need_files(*files: Path) -> None:
    lacking = [file.name for file in files if not file.exists()]
    if lacking:
        msg = f"not installed: {', '.join(lacking)}"
        raise SkippedError(msg)


def _sources(folder: Path, suffix: str) -> list[str]:
    return [str(file) for file in sorted(folder.rglob(f"*{suffix}"))]


def _go(folder: Path) -> None:
    (folder / "go.mod").write_text("module crosscheck\n\ngo 1.19\n", "utf-8")
    run(["go", "build", "-o", "driver", "."], folder, GOFLAGS="-mod=mod", GOCACHE=str(HERE / ".cache" / "go"))


def _java(folder: Path) -> None:
    _need_files(*JARS)
    # Debian's Jackson declares more exceptions than the converters catch, so the driver uses the mapper instead.
    sources = [file for file in _sources(folder, ".java") if not file.endswith("/Converter.java")]
    run(["javac", "-nowarn", "-cp", ":".join(map(str, JARS)), "-d", "out", *sources], folder)


def _csharp(folder: Path) -> None:
    _need_files(NEWTONSOFT)
    shutil.copy(NEWTONSOFT, folder)
    run(["mcs", "-nowarn:1701", f"-r:{NEWTONSOFT.name}", "-out:driver.exe", *_sources(folder, ".cs")], folder)


def _kotlin(folder: Path) -> None:
    run(["kotlinc", "-nowarn", "-d", "out", *_sources(folder, ".kt")], folder)


def _swift(folder: Path) -> None:
    for file in _sources(folder, ".swift"):
        run(["swiftc", "-typecheck", file], folder)


def _rust(folder: Path) -> None:
    _need_files(CRATES / "serde_json-1.0.87")
    (folder / "Cargo.toml").write_text(
        '[package]\nname = "driver"\nversion = "0.0.0"\nedition = "2021"\n\n'
        '[[bin]]\nname = "driver"\npath = "driver.rs"\n\n'
        '[dependencies]\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\n',
        "utf-8",
    )
    (folder / ".cargo").mkdir(exist_ok=True)
    (folder / ".cargo" / "config.toml").write_text(
        f'[source.crates-io]\nreplace-with = "debian"\n\n[source.debian]\ndirectory = "{CRATES}"\n', "utf-8"
    )
    run(["cargo", "build", "-q", "--offline"], folder, CARGO_TARGET_DIR=str(HERE / ".cache" / "rust"))
    shutil.copy(HERE / ".cache" / "rust" / "debug" / "driver", folder)


LANGUAGES = (
    Language(
        "go",
        "`json:",
        "{pair}/{pair}.go",
        _go,
        driver="driver.go",
        start=("HERE/driver",),
        widens=frozenset({"null", "empty"}),
    ),
    Language(
        "rust",
        r"^    pub \w+:",
        "{pair}.rs",
        _rust,
        driver="driver.rs",
        start=("HERE/driver",),
        widens=frozenset({"null"}),
    ),
    Language(
        "java",
        r"^    private .*;$",
        "{pair}/{cls}.java",
        _java,
        driver="Driver.java",
        start=("java", "-cp", ":".join(["out", *map(str, JARS)]), "Driver"),
        widens=frozenset({"null"}),
    ),
    Language(
        "cs", r"\{ get; set; \}", "{pair}.cs", _csharp, driver="Driver.cs", start=("mono", "driver.exe"), utf16=True
    ),
    Language("kotlin", r"^    val \w+:", "{pair}.kt", _kotlin, pairs=FEW),
    Language("swift", r"^    (let|var) \w+:", "{pair}.swift", _swift, pairs=FEW),
)
