"""The crosscheck of a language of quicktype: the commands of the README, names, committed file, compiler, payloads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from _bundle import MERGED, REQUESTS
from _committed import check_limits, settle, settle_column
from _languages import EXAMPLES, LANGUAGES, Language
from _mistakes import FOLDER, MISTAKES, cells, refused_by_compiler, typescript
from _round_trip import REFUSED, answers, judge, judge_example
from _tools import HERE, MODULES, FailedError, SkippedError, commands, run

UNTYPED = re.compile(r"JSONAny|\bany\b|\bAny\b|interface\{\}|\bobject\b|\bObject\b|serde_json::Value")
BODY = re.compile(r"\bbody\b", re.IGNORECASE)
"""The only field that may contain any JSON object: the body of a webhook."""
PREPARE = frozenset({"mkdir", "node"})
"""The commands that come before those of every language."""
MADE_UP = re.compile(r"(?:Purple|Fluffy|Tentacled|Sticky|Indigo|Indecent|Hilarious)[A-Z](?!\w*Converter\b)")
"""What quicktype puts before a name that is taken; only names that C# uses inside may have it."""


def check_of(language: Language) -> Callable[[Path], str]:
    """Return the check of one language."""

    def check(folder: Path) -> str:
        """Generate the types, read, compile and run them, and compare what is found with the repository."""
        files = generate(language, folder)
        text = "\n".join(file.read_text("utf-8") for file in files)
        found = f"{_typed(text, language)} fields and {_named(text, language)} types, named as in the schema"
        if language.read:
            found = f"{found}; {language.read(text)}"
        if language.committed:
            settle(language.committed, with_head(files[0].read_text("utf-8"), language))
        try:
            return f"{found}; {_compiled(language, folder)}"
        except SkippedError as error:
            return f"{found}; not compiled: {error}"

    return check


def generate(language: Language, folder: Path) -> list[Path]:
    """Run the commands of a language in a folder, and return the files that they write."""
    for words in commands():
        if words[0] in PREPARE or language.file in words:
            run(words, folder)
    file = folder / language.file
    return sorted(file.parent.glob(f"*{file.suffix}"))


def with_head(text: str, language: Language) -> str:
    """Return generated code with a header that says where it is from, in place of the comment that it begins with."""
    lines = text.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if not re.match(r"\s*$|//(?!go:)", line))
    note = f"// {language.note}\n" if language.note else ""
    version = json.loads((MODULES / "quicktype" / "package.json").read_bytes())["version"]
    return (
        f"// Code generated from schemas/types/all.schema.json by quicktype {version}. DO NOT EDIT.\n"
        f"// The commands for {language.title} in schemas/README.md made it.\n{note}\n"
    ) + "".join(lines[start:])


def _compiled(language: Language, folder: Path) -> str:
    """Compile the generated code, send the payloads through it, and see which mistakes it refuses."""
    if language.driver:
        write_driver(folder, language.driver)
    language.build(folder)
    if not language.driver:
        return "compiled"
    check_limits(language.title, [each.reason for each in language.limits])
    count = judge(language.start, folder, language.limits)
    if language.example:
        shutil.copy(EXAMPLES / language.example, folder)
        judge_example(language.run_example(folder))
    settle_column(language.title, _column(language, folder))
    return f"compiled; {count}"


def write_driver(folder: Path, driver: str) -> None:
    """Write a driver to a folder, with each line that ends in ``// each class`` once for each request."""
    lines: list[str] = []
    for line in (HERE / "drivers" / driver).read_text("utf-8").splitlines():
        template = line.removesuffix(" // each class")
        lines += [template.replace("CLASS", name) for name in REQUESTS] if template != line else [line]
    (folder / driver).write_text("\n".join(lines) + "\n", "utf-8")


def _typed(text: str, language: Language) -> int:
    """Check that no field except the body of a webhook is untyped, and return the number of fields."""
    fields = [line for line in text.splitlines() if re.search(language.field, line)]
    loose = [line for line in fields if UNTYPED.search(line) and not BODY.search(line)]
    if loose or not fields:
        msg = f"untyped fields: {loose[:5]}"
        raise FailedError(msg)
    return len(fields)


def _named(text: str, language: Language) -> int:
    """Check that the types have the names of the definitions of the bundle, and return their number."""
    names = {name.replace("URL", "Url") for name in re.findall(language.type, text, re.MULTILINE)}
    expected = {*MERGED, *language.helpers}
    made_up = {match[0] for match in MADE_UP.finditer(text)}
    if names != expected or made_up:
        msg = (
            f"other names: {sorted(names - expected)}; lacking: {sorted(expected - names)}; made up: {sorted(made_up)}"
        )
        raise FailedError(msg)
    return len(names)


def _column(language: Language, folder: Path) -> dict[str, str]:
    """Return what the compiler and the decoder of a language refuse."""
    name = language.mistakes
    source = typescript(f"./{Path(language.file).stem}") if name.endswith(".ts") else (FOLDER / name).read_text("utf-8")
    compiled = refused_by_compiler(folder / name, source, lambda: language.compile_mistakes(folder))
    replies = answers(language.start, folder, [(each.cls, each.payload) for each in MISTAKES])
    decoded = {each.name for each, reply in zip(MISTAKES, replies, strict=True) if reply.startswith(REFUSED)}
    return cells(compiled, decoded)


CHECKS = tuple((language.name, "quicktype", check_of(language)) for language in LANGUAGES)
