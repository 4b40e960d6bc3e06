"""The cases of the public test suites, from a package of a registry or from a folder; none of them is in this tree."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

VALID, INVALID, UNDEFINED = "valid", "invalid", "undefined"
KINDS: Final = (VALID, INVALID, UNDEFINED)
_SECONDS: Final = 180
"""The longest time that a registry gets."""
_REASON: Final = re.compile(r"^(?:ERROR: |npm (?:error|ERR!) ).*", re.MULTILINE)
"""The line in which pip or npm says why it fails."""


class UnreachableError(Exception):
    """The signal that a suite cannot be brought here."""


@attrs.frozen
class Case:
    """One text of a suite.

    Args:
        name: Its name in the suite.
        kind: ``valid``, ``invalid``, or ``undefined`` if a reader may do as it likes.
        source: Its bytes.
        values: The values of the documents in a valid text.
    """

    name: str
    kind: str
    source: bytes
    values: list[Any] = attrs.Factory(list)


@attrs.frozen(eq=False)
class Suite:
    """A suite.

    Args:
        key: The name of its option and of its table in `corpora.toml`.
        title: The name of the project.
        files: The paths that matter, in the package and in a checkout.
        cases: Makes the cases from these files.
        kinds: What the texts of each kind are, for the table.
    """

    key: str
    title: str
    files: re.Pattern[str]
    cases: Callable[[Mapping[str, bytes]], Iterable[Case]]
    kinds: Mapping[str, str]


def _json_cases(files: Mapping[str, bytes]) -> Iterable[Case]:
    kinds = {"y": VALID, "n": INVALID, "i": UNDEFINED}
    for path, source in files.items():
        name = path.rpartition("/")[2].removesuffix(".json")
        kind = kinds[name[0]]
        yield Case(name, kind, source, [json.loads(source)] if kind == VALID else [])


def _yaml_cases(files: Mapping[str, bytes]) -> Iterable[Case]:
    for path, source in files.items():
        folder, _, file = path.rpartition("/")
        if file == "in.yaml":
            values = files.get(f"{folder}/in.json")
            error = f"{folder}/error" in files
            yield _yaml_case(folder, source.decode(), None if values is None else values.decode(), error=error)
        elif file.endswith(".js"):
            yield from _yaml_cases_in_module(file.removesuffix(".js"), source.decode())


def _yaml_cases_in_module(name: str, module: str) -> Iterable[Case]:
    """Read the cases of a module of the npm package, which exports an object that is written as JSON."""
    cases = json.loads(module[module.index("{") :])["cases"]
    digits = len(str(len(cases))) + 1  # as in a checkout
    values: str | None = None
    for index, each in enumerate(cases):
        values = each.get("json", values)  # a case has what it does not say itself from the one before it
        own_name = name if len(cases) == 1 else f"{name}/{index:0{digits}}"
        yield _yaml_case(own_name, each["yaml"], values, error=bool(each.get("fail")))


def _yaml_case(name: str, text: str, values: str | None, *, error: bool) -> Case:
    if error:
        return Case(name, INVALID, text.encode())
    if values is None:
        return Case(name, UNDEFINED, text.encode())
    return Case(name, VALID, text.encode(), list(_json_values(values)))


def _json_values(text: str) -> Iterable[Any]:
    """Yield the values of JSON texts that follow each other."""
    decoder = json.JSONDecoder()
    rest = text.lstrip()
    while rest:
        value, end = decoder.raw_decode(rest)
        yield value
        rest = rest[end:].lstrip()


SUITES: Final = (
    Suite(
        "json",
        "JSONTestSuite",
        re.compile(r"(?:(?:.*/)?test_parsing/)?[yni]_[^/]*\.json"),
        _json_cases,
        {VALID: "valid JSON", INVALID: "not JSON", UNDEFINED: "JSON that readers may refuse"},
    ),
    Suite(
        "yaml",
        "YAML test suite",
        re.compile(r"[A-Z0-9]{4}(?:/[0-9]+)?/(?:in\.yaml|in\.json|error)|package/data/[A-Z0-9]{4}\.js"),
        _yaml_cases,
        {VALID: "YAML with a JSON value", INVALID: "not YAML", UNDEFINED: "YAML without a JSON value"},
    ),
)


def cases_in_folder(suite: Suite, folder: Path) -> list[Case]:
    """Read the cases of a suite from a folder.

    Args:
        suite: The suite.
        folder: A checkout: of YAML, that of a tag ``data-…``, which has a folder for each case.

    Returns:
        The cases, sorted by name; none if the folder is not one of the suite.
    """
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return _sorted(suite, {name: path.read_bytes() for name, path in paths.items() if suite.files.fullmatch(name)})


def cases_of_package(suite: Suite, registry: str, package: str, version: str) -> list[Case]:
    """Get a package, and read the cases that it has.

    Args:
        suite: The suite.
        registry: ``PyPI`` or ``npm``.
        package: The name of the package, which is the suite or has a copy of it.
        version: Its version.

    Returns:
        The cases, sorted by name.

    Raises:
        UnreachableError: If the package cannot be got.
    """
    with tempfile.TemporaryDirectory() as folder:
        if registry == "npm":
            command = ["npm", "pack", "--loglevel=error", "--fetch-retries=1", "--pack-destination", folder]
            _fetch(registry, [*command, f"{package}@{version}"])
        else:
            command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--retries=1"]
            _fetch(
                registry, [*command, "--no-deps", f"--no-binary={package}", f"--dest={folder}", f"{package}=={version}"]
            )
        archives = [path for path in Path(folder).iterdir() if path.suffix in (".gz", ".tgz")]
        return _sorted(suite, {name: text for path in archives for name, text in _files_in(path, suite.files).items()})


def _fetch(registry: str, command: Sequence[str]) -> None:
    """Run the client of a registry."""
    client = shutil.which(command[0])
    if client is None:
        message = f"{command[0]} is not installed"
        raise UnreachableError(message)
    try:
        result = subprocess.run(
            [client, *command[1:]], capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"{registry} did not answer in {_SECONDS} seconds"
        raise UnreachableError(message) from None
    if result.returncode:
        reason = _REASON.search(result.stderr)
        message = f"{registry} did not give the package: {reason[0] if reason else f'exit code {result.returncode}'}"
        raise UnreachableError(message)


def _files_in(archive: Path, wanted: re.Pattern[str]) -> dict[str, bytes]:
    found = {}
    with tarfile.open(archive) as members:
        for member in members:
            content = members.extractfile(member) if wanted.fullmatch(member.name) else None
            if content is not None:
                found[member.name] = content.read()
    return found


def _sorted(suite: Suite, files: Mapping[str, bytes]) -> list[Case]:
    return sorted(suite.cases(files), key=lambda case: case.name)
