"""Read the fixture files, and update their expected problems.

A fixture is one JSON file in ``fixtures/<verdict>/<operation>/``, where the
verdict is ``valid``, ``warnings``, ``invalid``, or ``text`` for problems of the
JSON text itself. Its keys, in this order:

- ``operation``: the operation of the payload;
- ``activity_type``: the type of the existing activity, if it is known;
- ``enable``: the rules to apply that are off by default, if any;
- ``payload``: the payload, or ``text``: the bytes of a JSON text, with an
  invalid UTF-8 byte written as ``\\udc80`` to ``\\udcff`` (surrogateescape);
- ``problems``: the expected problems, in order, written by ``pytest --update``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

import liveschema
from liveschema import ActivityTypeLike, Operation

ROOT = Path(__file__).resolve().parent / "fixtures"
VERDICTS = ("valid", "warnings", "invalid", "text")
_START = re.compile(r'"(?:payload|text)"\s*:\s*')
_REST = re.compile(r'\s*(?:,\s*"problems"\s*:\s*\[.*\]\s*)?\}\s*', re.DOTALL)


@attrs.frozen(slots=False)
class Fixture:
    """A payload with its expected problems.

    Attributes:
        path: The file.
        data: The content of the file.
    """

    path: Path
    data: dict[str, Any]

    @property
    def operation(self) -> Operation:
        return Operation(self.data["operation"])

    @property
    def activity_type(self) -> ActivityTypeLike | None:
        return self.data.get("activity_type")

    @property
    def problems(self) -> list[dict[str, Any]]:
        return list(self.data.get("problems", ()))

    @property
    def verdict(self) -> str:
        return self.path.relative_to(ROOT).parts[0]

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).with_suffix("").as_posix()

    @cached_property
    def source(self) -> bytes:
        """The payload as JSON text, with numbers as they are written in the file."""
        if "text" in self.data:
            return str(self.data["text"]).encode("utf-8", "surrogateescape")
        file = self.path.read_text("utf-8")
        start, end = span(file)
        return file[start:end].encode()

    def payload(self) -> Any:
        return json.loads(self.source)

    def check(self, payload: object) -> list[liveschema.Problem]:
        enable = tuple(self.data.get("enable", ()))
        return liveschema.check(payload, self.operation, activity_type=self.activity_type, enable=enable)

    def is_valid(self, payload: object) -> bool:
        return liveschema.is_valid(payload, self.operation, activity_type=self.activity_type)

    def load(self, payload: object) -> liveschema.Request:
        return liveschema.load(payload, self.operation, activity_type=self.activity_type)

    def reported(self) -> list[dict[str, Any]]:
        """Return the problems that are reported now, in the form of the file."""
        if self.verdict != "text":
            return [record(problem) for problem in self.check(self.payload())]
        try:
            liveschema.loads(self.source, self.operation)
        except liveschema.InvalidPayload as invalid:
            return [record(problem, position=True) for problem in invalid.problems]
        return []


def record(problem: liveschema.Problem, *, position: bool = False) -> dict[str, Any]:
    names = ["rule", "severity", "pointer", "message", "hint", *(["line", "column"] if position else [])]
    return {name: getattr(problem, name) for name in names}


def read(path: Path) -> Fixture:
    return Fixture(path, json.loads(path.read_bytes()))


def fixtures(*verdicts: str) -> list[Fixture]:
    """Return the fixtures of some verdicts, or of all."""
    return [read(path) for verdict in verdicts or VERDICTS for path in sorted((ROOT / verdict).rglob("*.json"))]


def write(name: str, **data: object) -> None:
    """Write a new fixture; ``data`` are its keys without the problems."""
    path = ROOT / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    update(path)


def span(file: str) -> tuple[int, int]:
    """Return where the payload or text of a fixture starts and ends in its file."""
    key = _START.search(file)
    if key is None:
        msg = "a fixture needs the key payload or text"
        raise ValueError(msg)
    return key.end(), json.JSONDecoder().raw_decode(file, key.end())[1]


def update(path: Path) -> None:
    """Write the problems that are reported now, and move a fixture whose verdict has changed.

    The rest of the file keeps its characters.
    """
    file = path.read_text("utf-8")
    _, end = span(file)
    if not _REST.fullmatch(file, end):
        msg = f"{path}: only the key problems may follow the payload"
        raise ValueError(msg)
    fixture = read(path)
    problems = fixture.reported()
    save(path, f'{file[:end]},\n  "problems": {indented(problems)}\n}}\n')
    target = ROOT / verdict_of(fixture, problems) / path.parent.name / path.name
    if fixture.verdict != "text" and target != path:
        if target.exists():
            msg = f"{path} cannot be moved: {target} exists"
            raise FileExistsError(msg)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)


def verdict_of(fixture: Fixture, problems: Sequence[dict[str, Any]]) -> str:
    if any(problem["severity"] == "error" for problem in problems):
        return "invalid"
    if not problems:
        return "valid"
    return "warnings" if fixture.verdict == "invalid" else fixture.verdict


def indented(problems: Sequence[object]) -> str:
    return json.dumps(problems, indent=2, ensure_ascii=False).replace("\n", "\n  ")


def save(path: Path, text: str) -> None:
    """Write a file, with lone surrogates as JSON escapes, since UTF-8 cannot encode them."""
    path.write_bytes(text.encode("utf-8", "backslashreplace"))
