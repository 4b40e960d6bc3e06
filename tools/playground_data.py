"""The data of the playground: the examples that its page offers, and what its browser must report."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from playground_parts import MODULE, ROOT, SOURCES

from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.lint.editor import text_report
from liveschema.version import version

EXAMPLES: Final = ROOT / "examples"

_LINE: Final = re.compile(r"^\| `(?P<file>(?P<folder>[\w/]+)/[\w-]+\.json)` \| (?P<title>.+) \|$", re.MULTILINE)
_BROKEN: Final = "broken/"
_VALID_GROUP: Final = "Valid, one for each activity type"
_BROKEN_GROUP: Final = "With mistakes"
_YAML_GROUP: Final = "In YAML"


def page_data() -> dict[str, Any]:
    """Return what the page shows: the version, the operations, and the examples to choose."""
    listed = [(each["file"], each["title"]) for each in _LINE.finditer((EXAMPLES / "README.md").read_text("utf-8"))]
    broken = [_example(_BROKEN_GROUP, title, file) for file, title in listed if file.startswith(_BROKEN)]
    broken.sort(key=lambda each: not _can_be_fixed(each))  # the first one is shown first, and shows the most
    valid = [*_one_of_each_type([each for each in listed if not each[0].startswith(_BROKEN)])]
    in_yaml = [_in_yaml(each) for each in (broken[0], valid[0])]
    operations = [str(each) for each in Operation]
    return {"version": version(), "operations": operations, "examples": [*broken, *valid, *in_yaml]}


def _one_of_each_type(listed: list[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Return the first example of each activity type."""
    missing = {str(each) for each in ActivityType}
    for file, title in listed:
        state = json.loads((EXAMPLES / file).read_text("utf-8")).get("content_state", {})
        if state.get("type") in missing:
            missing.remove(state["type"])
            yield _example(_VALID_GROUP, f"{state['type']}: {title}", file)


def _example(group: str, title: str, file: str) -> dict[str, str]:
    text = (EXAMPLES / file).read_text("utf-8")
    return {"group": group, "title": title, "form": "json", "operation": Path(file).parent.name, "text": text}


def _can_be_fixed(example: dict[str, str]) -> bool:
    """Return whether nothing is wrong with an example after its safe fixes."""
    operation = Operation(example["operation"])
    after = text_report(example["text"], example["form"], operation)["fixed"]
    return after is not None and not text_report(after, example["form"], operation)["findings"]


def _in_yaml(example: dict[str, str]) -> dict[str, str]:
    text = yaml.safe_dump(json.loads(example["text"]), sort_keys=False, allow_unicode=True, width=1000)
    return {**example, "group": _YAML_GROUP, "form": "yaml", "text": text}


def questions() -> Iterator[dict[str, str]]:
    """Return texts to check in the browser and here: all fixtures, as JSON, without an operation, or as YAML."""
    for index, path in enumerate(sorted((ROOT / "tests" / "fixtures").rglob("*.json"))):
        fixture = json.loads(path.read_text("utf-8"))
        operation, payload = str(fixture["operation"]), fixture.get("payload")
        if "text" in fixture:
            yield {"text": fixture["text"], "form": "json", "operation": operation}
        elif index % 3 == 0:
            yield {"text": json.dumps(payload, indent=2), "form": "json", "operation": operation}
        elif index % 3 == 1:
            yield {"text": json.dumps(payload, ensure_ascii=False), "form": "", "operation": ""}
        else:
            yield {"text": yaml.safe_dump(payload, allow_unicode=True), "form": "yaml", "operation": operation}


def expected() -> list[dict[str, Any]]:
    """Return the reports that the browser must give, with their questions."""
    answer = runpy.run_path(str(SOURCES / MODULE))["answer"]
    return [{**question, "report": json.loads(answer(**question))} for question in questions()]
