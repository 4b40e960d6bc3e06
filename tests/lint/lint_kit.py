"""A fixture that runs the command in this process, in a temporary folder."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from liveschema.lint.__main__ import main

GOOD: dict[str, Any] = {
    "activity_id": "act_7",
    "content_state": {"title": "Backup", "type": "progress", "percentage": 42},
}
BAD: dict[str, Any] = {
    "activity_id": "act_7",
    "content_state": {"title": "Backup", "type": "progress", "percentage": 142},
}


@attrs.frozen
class Result:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def rules(self) -> list[str]:
        return [finding["rule"] for finding in self.data["findings"]]


@attrs.frozen
class Folder:
    """A temporary folder, in which files can be written and the command can be run."""

    root: Path
    execute: Callable[..., Result]

    def write(self, name: str, content: object) -> Path:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content)
            file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
        return file

    def check(self, *arguments: str, stdin: bytes = b"") -> Result:
        return self.execute("check", *arguments, stdin=stdin)

    def findings(self, *arguments: str, stdin: bytes = b"") -> list[Any]:
        found: list[Any] = self.check("--format", "json", *arguments, stdin=stdin).data["findings"]
        return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK"):
        monkeypatch.delenv(name, raising=False)

    def execute(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin), close=str))
        capsys.readouterr()
        code = main(arguments)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return Folder(tmp_path, execute)
