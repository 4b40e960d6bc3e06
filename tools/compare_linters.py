"""Measure how many of the fixtures other tools judge rightly: schema validators, the official SDK, a linter of YAML.

Each fixture of `tests/fixtures/` is given to each tool as a file or a text: the broken ones should be refused, and the
right ones, with or without warnings, accepted. Fixtures that need more than the payload to be judged (the type of the
activity, or a rule that is off by default) are left out.

    python tools/compare_linters.py            # print the tables
    python tools/compare_linters.py --write    # write them to docs/comparison.md
    python tools/compare_linters.py --check    # exit with 1 if the page says something else
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import attrs
import check_jsonschema
import yamllint.linter
from figures import record, recorded
from yamllint.config import YamlLintConfig

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from fixture_files import fixtures  # noqa: E402 - found by the path
from service_sdk import document_of  # noqa: E402 - beside the others

import liveschema  # noqa: E402 - as above
from liveschema.contract.vocabulary import ENDPOINTS, Operation  # noqa: E402 - as above
from liveschema.lint.__main__ import main as command  # noqa: E402 - as above

PAGE: Final = ROOT / "docs" / "comparison.md"
NAME: Final = "linters"
_LEFT_OUT: Final = frozenset({"liveschema", "yamllint"})
"""The packages that find all or nothing of a rule, so that a table by rule would say nothing of them."""
KINDS: Final = ("invalid", "text", "right")


@attrs.frozen
class Sample:
    """A payload, or a text that is none.

    Args:
        kind: ``invalid``, ``text`` for broken JSON, or ``right``.
        operation: The operation that it is for.
        content: The text.
        rules: The ids of the rules that it breaks as an error.
    """

    kind: str
    operation: Operation
    content: bytes
    rules: frozenset[str] = frozenset()


def samples() -> list[Sample]:
    """Return the fixtures that a tool can judge without knowing more."""
    found = []
    for fixture in fixtures():
        if "activity_type" not in fixture.data and "enable" not in fixture.data:
            kind = fixture.verdict if fixture.verdict in KINDS else "right"
            errors = frozenset(each["rule"] for each in fixture.problems if each["severity"] == "error")
            content = fixture.source if kind == "text" else fixture.source + b"\n"
            found.append(Sample(kind, fixture.operation, content, errors))
    return found


Verdicts = list[bool]
"""For each sample, whether a tool refuses it."""


@attrs.frozen
class Tool:
    """A tool.

    Args:
        name: What the page calls it.
        package: The package whose version is shown.
        place: What it says about the place of a mistake.
        judge: Returns the verdicts on samples.
    """

    name: str
    package: str
    place: str
    judge: Callable[[Sequence[Sample]], Verdicts]


def _loads(given: Sequence[Sample]) -> Verdicts:
    def refused(sample: Sample) -> bool:
        try:
            liveschema.loads(sample.content, sample.operation)
        except liveschema.InvalidPayload:
            return True
        return False

    return [refused(sample) for sample in given]


def _files(given: Sequence[Sample], folder: Path) -> list[Path]:
    """Write samples to files, each in a folder of its own, named after the operation."""
    files = [folder / f"{index:04}" / f"{sample.operation}.json" for index, sample in enumerate(given)]
    for file, sample in zip(files, given, strict=True):
        file.parent.mkdir()
        file.write_bytes(sample.content)
    return files


def _in_files(judge: Callable[[Sequence[Sample], list[Path]], set[str]]) -> Callable[[Sequence[Sample]], Verdicts]:
    """Return a judge of samples from one of files, which returns the names of those that it refuses."""

    def verdicts(given: Sequence[Sample]) -> Verdicts:
        with tempfile.TemporaryDirectory() as folder:
            files = _files(given, Path(folder))
            refused = judge(given, files)
            return [str(file) in refused for file in files]

    return verdicts


def _command(given: Sequence[Sample], files: list[Path]) -> set[str]:
    del given
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        command(["check", "--no-config", "--format", "json", *map(str, files)])
    return {each["path"] for each in json.loads(out.getvalue())["findings"] if each["severity"] == "error"}


def _check_jsonschema(schemas: Mapping[Operation, object]) -> Callable[[Sequence[Sample], list[Path]], set[str]]:
    """Return a judge of files that runs check-jsonschema with the schema of each operation."""

    def judge(given: Sequence[Sample], files: list[Path]) -> set[str]:
        refused: set[str] = set()
        for operation, schema in schemas.items():
            place = files[0].parents[1] / f"{operation}.schema.json"
            place.write_text(json.dumps(schema), "utf-8")
            arguments = ["--schemafile", str(place), "--output-format", "json"]
            chosen = [(str(file), sample) for file, sample in zip(files, given, strict=True)]
            payloads = [file for file, sample in chosen if sample.operation == operation and sample.kind != "text"]
            texts = [file for file, sample in chosen if sample.operation == operation and sample.kind == "text"]
            for batch in [payloads, *([text] for text in texts)]:  # it stops at a text that it cannot read
                refused |= _refused(arguments, batch)
        return refused

    return judge


def _refused(arguments: list[str], files: list[str]) -> set[str]:
    """Return which files check-jsonschema refuses; if it ends with a traceback, it refuses what it was given."""
    if not files:
        return set()
    out = io.StringIO()
    try:
        with redirect_stdout(out):
            check_jsonschema.main([*arguments, *files], standalone_mode=False)
    except (ValueError, RecursionError):
        return set(files)
    found = json.loads(out.getvalue())
    return {each["filename"] for each in (*found["errors"], *found.get("parse_errors", ()))}


def _yamllint(given: Sequence[Sample]) -> Verdicts:
    config = YamlLintConfig("extends: relaxed")

    def refused(sample: Sample) -> bool:
        try:
            return any(each.level == "error" for each in yamllint.linter.run(sample.content, config))
        except (ValueError, RecursionError):  # it ends with a traceback
            return True

    return [refused(sample) for sample in given]


def service_schemas() -> dict[Operation, object]:
    """Return the schemas of the service's own OpenAPI document, as its SDK has it, by operation."""
    document: dict[str, Any] = document_of("activitysmith_openapi")
    bodies = {
        operation: document["paths"][path][method.lower()]["requestBody"]["content"]["application/json"]["schema"]
        for operation, (method, path) in ENDPOINTS.items()
    }
    return {operation: {**body, "components": document["components"]} for operation, body in bodies.items()}


def _sdk(given: Sequence[Sample]) -> Verdicts:
    from bench_peers import SDK_MODELS  # noqa: PLC0415 - only if the SDK is asked

    def refused(sample: Sample) -> bool:
        try:
            SDK_MODELS[sample.operation].from_dict(json.loads(sample.content))
        except (ValueError, TypeError, AttributeError, RecursionError):
            return True
        return False

    return [refused(sample) for sample in given]


def tools() -> list[Tool]:
    """Return the tools, in the order of the table."""
    ours = {operation: liveschema.json_schema(operation) for operation in Operation}
    return [
        Tool("`liveschema check`", "liveschema", "line and column", _in_files(_command)),
        Tool("`liveschema.loads`", "liveschema", "JSON Pointer; line and column in broken JSON", _loads),
        Tool("check-jsonschema, our schemas", "check-jsonschema", "JSON path", _in_files(_check_jsonschema(ours))),
        Tool(
            "check-jsonschema, the service's schemas",
            "check-jsonschema",
            "JSON path",
            _in_files(_check_jsonschema(service_schemas())),
        ),
        Tool("official SDK, models", "activitysmith", "name of the field", _sdk),
        Tool("yamllint, `relaxed`", "yamllint", "line and column", _yamllint),
    ]


def tables(given: Sequence[Sample], asked: Iterable[Tool]) -> list[str]:
    """Return the tables of the page: the counts of each tool, and those by rule.

    Args:
        given: The samples.
        asked: The tools.
    """
    counts = Counter(sample.kind for sample in given)
    by_tool = {tool: tool.judge(given) for tool in asked}
    totals = {"wrong payloads": "invalid", "broken texts": "text", "right payloads": "right"}
    head = " | ".join(f"{what} refused, of {counts[kind]}" for what, kind in totals.items())
    lines = [f"| tool | version | {head} | place |", "| --- | --- | ---: | ---: | ---: | --- |"]
    for tool, verdicts in by_tool.items():
        refused = Counter(sample.kind for sample, wrong in zip(given, verdicts, strict=True) if wrong)
        cells = [tool.name, version(tool.package), *(str(refused[kind]) for kind in KINDS), tool.place]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, "", *_by_rule(given, by_tool)]


def _by_rule(given: Sequence[Sample], by_tool: Mapping[Tool, Verdicts]) -> list[str]:
    """Return how many of the wrong payloads that break one rule only each tool refuses, rule by rule."""
    single = {index: next(iter(sample.rules)) for index, sample in enumerate(given) if len(sample.rules) == 1}
    wanted = {index: rule for index, rule in single.items() if given[index].kind == "invalid"}
    counts = Counter(wanted.values())
    shown = [tool for tool in by_tool if tool.package not in _LEFT_OUT]
    lines = [
        f"| broken rule | payloads | {' | '.join(tool.name for tool in shown)} |",
        f"| --- | {' | '.join(['---:'] * (len(shown) + 1))} |",
    ]
    for rule in sorted(counts):
        cells = [str(sum(by_tool[tool][index] for index, each in wanted.items() if each == rule)) for tool in shown]
        lines.append(f"| `{rule}` | {counts[rule]} | {' | '.join(cells)} |")
    return lines


def without_versions(lines: Sequence[str]) -> list[str]:
    """Return tables in which versions do not count, since other ones of the tools may be installed."""
    installed = {version(tool.package) for tool in tools()}
    return ["|".join("" if _is_version(cell, installed) else cell for cell in line.split("|")) for line in lines]


def _is_version(cell: str, installed: Iterable[str]) -> bool:
    text = cell.strip()
    return text in installed or (text.count(".") > 1 and text.replace(".", "").isdecimal())


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare the tools.

    Args:
        arguments: The arguments; None for those of the command.

    Returns:
        The exit code: 1 if the page says something else with ``--check``.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="write the tables to docs/comparison.md")
    what.add_argument("--check", action="store_true", help="exit with 1 if docs/comparison.md has other tables")
    options = parser.parse_args(arguments)
    lines = tables(samples(), tools())
    print("\n".join(lines))
    if options.write:
        record(NAME, lines, PAGE)
    if options.check and without_versions(recorded(NAME, PAGE)) != without_versions(lines):
        print("docs/comparison.md has other tables; tools/compare_linters.py --write writes these", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
