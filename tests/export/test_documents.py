"""The documents: valid, self-contained, reproducible, and printed by the command."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from liveschema import ActivityType, Operation
from liveschema.contract.requests import REQUESTS
from liveschema.contract.states import STATES
from liveschema.engine.constraint import Context
from liveschema.engine.schema import Definitions
from liveschema.export import (
    BASE,
    BEYOND_SCHEMA,
    BUNDLE,
    DIALECTS,
    FORMS,
    VERSION,
    documents,
    json_schema,
    openapi,
    schema_path,
    types_bundle,
)
from liveschema.lint.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"
OF_NPM = "packages/npm/src/generated"
OTHER_FILES = {"rules.cel.json", "vectors.json", "vectors.schema.json"}
FILES = [path for path in SCHEMAS.rglob("*.json") if path.name not in OTHER_FILES]
CHECKERS = {"2020-12": jsonschema.Draft202012Validator, "draft-07": jsonschema.Draft7Validator}
ASKED: list[Any] = [
    (operation, dialect, form, kind)
    for dialect in DIALECTS
    for operation in Operation
    for form, kinds in (("validation", [None]), ("types", [None, *ActivityType]))
    for kind in kinds
] + [(operation, "draft-07", "editor", None) for operation in Operation]


def text_of(document: Any) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def references(part: Any) -> Iterator[str]:
    """Return every reference of a document, without those in its examples."""
    if isinstance(part, list):
        for item in part:
            yield from references(item)
    elif isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for key, item in part.items():
            if key != "examples":
                yield from references(item)


def resolve(document: Any, reference: str) -> Any:
    assert reference.startswith("#/")
    for step in reference[2:].split("/"):
        document = document[step]
    return document


def check_document(document: Any, dialect: Any) -> None:
    checker = CHECKERS[dialect]
    assert document["$schema"] == checker.META_SCHEMA["$schema"]
    checker.check_schema(document)
    found = set(references(document))
    assert found
    for reference in found:
        assert resolve(document, reference)
    assert all(rule.id in document["$comment"] for rule in BEYOND_SCHEMA)


@pytest.mark.slow
@pytest.mark.parametrize(("operation", "dialect", "form", "kind"), ASKED)
def test_each_document_is_a_self_contained_schema(
    operation: Operation, dialect: Any, form: Any, kind: ActivityType | None
) -> None:
    document = json_schema(operation, dialect=dialect, form=form, activity_type=kind)
    check_document(document, dialect)
    assert document["$id"] == f"{BASE}/{schema_path(operation, dialect, form, kind)}"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_schema_of_all_operations_is_self_contained_too(dialect: Any) -> None:
    document = types_bundle(dialect=dialect)
    check_document(document, dialect)
    folder = "" if dialect == "2020-12" else "draft-07/"
    assert document["$id"] == f"{BASE}/{folder}{BUNDLE}"
    assert [each["title"] for each in document["anyOf"]] == [cls.__name__ for cls in REQUESTS.values()]


def test_the_base_of_ids_can_be_chosen() -> None:
    base = "https://example.org/schemas"
    for each in (base, f"{base}/"):
        assert json_schema("start", base=each)["$id"] == f"{base}/start.schema.json"
        assert types_bundle(base=each)["$id"] == f"{base}/types/all.schema.json"
    made = documents(base)
    made.pop("openapi.json")
    assert [each["$id"] for each in made.values()] == [f"{base}/{path}" for path in made]


def test_there_is_exactly_one_file_for_each_document() -> None:
    wanted = {schema_path(*arguments) for arguments in ASKED if arguments[-1] is None}
    wanted |= {"openapi.json", BUNDLE, f"draft-07/{BUNDLE}"}
    assert {path.relative_to(SCHEMAS).as_posix() for path in FILES} == wanted


@pytest.mark.parametrize(("operation", "dialect", "form", "kind"), ASKED)
def test_the_examples_of_a_document_conform_to_it(
    operation: Operation, dialect: Any, form: Any, kind: ActivityType | None
) -> None:
    document = json_schema(operation, dialect=dialect, form=form, activity_type=kind)
    checker = CHECKERS[dialect](document)
    for example in document.get("examples", []):
        checker.validate(example)


def test_the_openapi_document_is_valid() -> None:
    document = openapi(VERSION)
    OpenAPIV31SpecValidator(document).validate()
    for reference in references(document):
        assert resolve(document, reference)
    methods = {method for path in document["paths"].values() for method in path if method != "parameters"}
    assert methods == {"post", "put", "delete"}
    ids = [each["operationId"] for path in document["paths"].values() for key, each in path.items() if key in methods]
    assert sorted(ids) == sorted(map(str, Operation))
    assert (SCHEMAS / "openapi.json").read_bytes() == text_of(document).encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"operation": "upd"}, "'upd' is not a valid Operation: did you mean update?"),
        ({"operation": "start", "dialect": "draft-04"}, "dialect must be 2020-12 or draft-07, got 'draft-04'"),
        ({"operation": "start", "form": "short"}, "form must be validation, types or editor, got 'short'"),
        (
            {"operation": "start", "form": "types", "activity_type": "time"},
            "'time' is not a valid ActivityType: did you mean timer?",
        ),
        ({"operation": "start", "activity_type": "timer"}, 'activity_type needs form="types"'),
    ],
)
def test_unknown_arguments_are_rejected(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        json_schema(**arguments)


def test_definitions_are_named_by_the_model_classes() -> None:
    names = set(json_schema("stream")["$defs"])
    assert {spec.cls.__name__ for spec in STATES.specs.values()} <= names
    for document in (json_schema("stream"), json_schema("stream", form="types"), types_bundle()):
        assert all(each["title"] == name for name, each in document["$defs"].items())


def keywords(part: Any) -> Iterator[dict[str, Any]]:
    """Return every schema of a document in the form for types."""
    yield part
    for name in ("properties", "$defs"):
        for each in part.get(name, {}).values():
            yield from keywords(each)
    for name in ("anyOf", "oneOf"):
        for each in part.get(name, []):
            yield from keywords(each)
    for name in ("items", "propertyNames"):
        if name in part:
            yield from keywords(part[name])
    if isinstance(part.get("additionalProperties"), dict):
        yield from keywords(part["additionalProperties"])


TYPES_FORM = [*(json_schema(operation, form="types") for operation in Operation), types_bundle()]


@pytest.mark.parametrize("document", TYPES_FORM, ids=lambda document: document["title"])
def test_the_types_form_has_only_keywords_that_generators_know(document: Any) -> None:
    seen = list(keywords(document))
    assert len(seen) > 100
    for each in seen:
        assert isinstance(each, dict), "no true or false"
        assert not each.keys() & {"not", "if", "then", "else", "allOf", "dependentRequired", "dependentSchemas"}
        assert "$ref" not in each or set(each) == {"$ref"}, "nothing stands beside a reference"
    enumerations = [name for name, each in document["$defs"].items() if "enum" in each]
    assert sorted(enumerations) == ["Color", "WebhookMethod"]
    assert sum("enum" in each for each in seen) == len(enumerations), "every enumeration has a name"


def test_states_that_differ_between_operations_have_names_of_their_own() -> None:
    names = [name for name in types_bundle()["$defs"] if "Timer" in name]
    requests = [
        "StartCountdownTimer",
        "StartStopwatchTimer",
        "UpdateTimer",
        "EndTimer",
        "StreamTimer",
        "EndStreamTimer",
    ]
    states = ["TimerState", "CountdownTimerState", "StopwatchTimerState", "EndTimerState", "StreamTimerState"]
    assert sorted(names) == sorted([*(f"{each}Request" for each in requests), *states, "TimerType"])
    assert not [name for name in types_bundle()["$defs"] if re.search(r"\d", name)]


def test_a_second_definition_of_a_name_gets_a_number() -> None:
    definitions = Definitions(Context(mode=Operation.START))
    keys = [("a", "Part"), ("b", "Part"), ("a", "Part"), ("c", "Part")]
    made = [definitions.refer(key, name, lambda key=key: {"const": key})["$ref"] for key, name in keys]  # type: ignore[misc]
    assert made == ["#/$defs/Part", "#/$defs/Part2", "#/$defs/Part", "#/$defs/Part3"]
    assert definitions.made["Part2"] == {"title": "Part2", "const": "b"}


@pytest.mark.parametrize(
    ("arguments", "document"),
    [
        (["update"], json_schema("update")),
        (["start", "--form", "types"], json_schema("start", form="types")),
        (["start", "--dialect", "draft-07"], json_schema("start", dialect="draft-07")),
        (["start", "--dialect", "2020-12"], json_schema("start")),
        (["start", "--form", "editor"], json_schema("start", form="editor")),
        (["start", "--form", "editor", "--dialect", "draft-07"], json_schema("start", form="editor")),
        (["end", "--form", "editor", "--base", "https://a.b"], json_schema("end", form="editor", base="https://a.b")),
        (
            ["end", "--form", "types", "--type", "timer"],
            json_schema("end", form="types", activity_type="timer"),
        ),
        (["--dialect", "openapi-3.1"], openapi(VERSION)),
        (["--form", "types"], types_bundle()),
        (["--form", "types", "--dialect", "draft-07"], types_bundle(dialect="draft-07")),
        (["end", "--base", "https://a.b/c/"], json_schema("end", base="https://a.b/c")),
        (["--form", "types", "--base", "https://a.b"], types_bundle(base="https://a.b")),
    ],
)
def test_the_command_prints_the_same_documents(
    arguments: list[str], document: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["schema", *arguments]) == 0
    assert capsys.readouterr().out == text_of(document)
    file = tmp_path / "made.json"
    assert main(["schema", *arguments, "--output", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert file.read_bytes() == text_of(document).encode()


COMBINED = "liveschema: --dialect openapi-3.1: cannot be combined with an operation, --form, --type or --base\n"
NEEDS_OPERATION = (
    "liveschema: OPERATION: is required, except with --form types or --dialect openapi-3.1, which have all operations\n"
)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], NEEDS_OPERATION),
        (["--dialect", "draft-07"], NEEDS_OPERATION),
        (["--form", "types", "--type", "timer"], "liveschema: --type: needs an operation\n"),
        (["start", "--type", "timer"], "liveschema: --type: needs --form types\n"),
        (["start", "--type", "timer", "--form", "editor"], "liveschema: --type: needs --form types\n"),
        (["--form", "editor"], NEEDS_OPERATION),
        (
            ["start", "--form", "editor", "--dialect", "2020-12"],
            "liveschema: --dialect 2020-12: cannot be combined with --form editor, which is in draft-07\n",
        ),
        (["start", "--dialect", "openapi-3.1"], COMBINED),
        (["--dialect", "openapi-3.1", "--form", "types"], COMBINED),
        (["--dialect", "openapi-3.1", "--type", "timer"], COMBINED),
        (["--dialect", "openapi-3.1", "--base", "https://a.b"], COMBINED),
        (
            ["start", "--output", "no/such/folder/a.json"],
            "a.json: No such file or directory\n",
        ),
        (["begin"], "there is no operation 'begin'"),
    ],
)
def test_the_command_rejects_conflicting_options(
    arguments: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err


def emit(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "tools" / "emit.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the files that the tool reads and writes."""
    for name in ("tools", "liveschema"):
        (tmp_path / name).mkdir()
    tools = [f"tools/{name}.py" for name in ("emit", "npm_contract", "npm_types")]
    for name in (*tools, "liveschema/__init__.py", "liveschema/models.pyi"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("schemas", "liveschema/_generated", OF_NPM):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.slow
def test_the_committed_files_are_up_to_date() -> None:
    ran = emit(ROOT, "--check")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [line.rpartition(", ")[2] for line in ran.stdout.splitlines()] == ["0 out of date"] * 4


def test_every_document_has_a_file() -> None:
    committed = {path.relative_to(SCHEMAS).as_posix(): json.loads(path.read_bytes()) for path in FILES}
    assert documents() == committed


@pytest.mark.slow
def test_files_that_are_out_of_date_are_reported_and_rewritten(copied: Path) -> None:
    for name in (
        "schemas/start.schema.json",
        "liveschema/_generated/valid_update.py",
        "liveschema/models.pyi",
        f"{OF_NPM}/types.ts",
    ):
        with (copied / name).open("a", encoding="utf-8") as file:
            file.write(" ")
    for name in ("schemas/end.schema.json", "liveschema/_generated/dump.py"):
        (copied / name).unlink()
    for name in ("schemas/stale.json", "liveschema/_generated/stale.py"):
        (copied / name).write_text("{}", encoding="utf-8")
    ran = emit(copied, "--check")
    assert ran.returncode == 1
    assert sorted(line.strip() for line in ran.stdout.splitlines() if line.startswith("  ")) == [
        "liveschema/_generated/dump.py",
        "liveschema/_generated/stale.py",
        "liveschema/_generated/valid_update.py",
        "liveschema/models.pyi",
        f"{OF_NPM}/types.ts",
        "schemas/end.schema.json",
        "schemas/stale.json",
        "schemas/start.schema.json",
    ]
    assert emit(copied).returncode == 0
    assert emit(copied, "--check").returncode == 0
    for folder in ("schemas", "liveschema/_generated", OF_NPM):
        for path in (path for path in (ROOT / folder).rglob("*.*") if "__pycache__" not in path.parts):
            assert (copied / path.relative_to(ROOT)).read_bytes() == path.read_bytes()
    assert (copied / "liveschema" / "models.pyi").read_bytes() == (ROOT / "liveschema" / "models.pyi").read_bytes()
    assert not (copied / "schemas" / "stale.json").exists()


def test_the_forms_differ() -> None:
    assert FORMS == ("validation", "types", "editor")
    made = [json_schema("start", dialect="draft-07", form=form) for form in FORMS]
    assert made[0] != made[1] != made[2] != made[0]
