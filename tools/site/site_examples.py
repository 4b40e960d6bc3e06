"""The examples of the rules as files of a person, and what the command prints about them."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from pprint import pformat
from typing import Any, Final
from unittest.mock import patch
from urllib.parse import quote

import attrs
from site_text import as_json, as_yaml, shortened

import liveschema
from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import ENDPOINTS, Operation
from liveschema.engine.rule import Rule
from liveschema.lifecycle.catalogue import LIFECYCLES
from liveschema.lint.__main__ import main
from liveschema.lint.sources import ACTION

_MOST_STEPS: Final = 5
_UNENDED: Final = "never-ended"
"""A rule that the sequences in the examples of others break, since these show no end."""
_QUIET: Final = {
    "NO_COLOR": "1",
    "FORCE_COLOR": "",
    "FORCE_HYPERLINK": "",
    "GITHUB_WORKSPACE": "",
    "CI_PROJECT_DIR": "",
}


@attrs.frozen
class Shown:
    """An example as a page shows it.

    Args:
        file: The name of the file that a person would write it to; empty for values that only code can have.
        content: The bytes of the file.
        texts: By the name of a form, its language for highlighting, and the example in it.
        is_short: Whether something is left out of the texts.
    """

    file: str
    content: bytes
    texts: Mapping[str, tuple[str, str]]
    is_short: bool = False


def shown(rule: Rule, example: Example) -> Shown:
    """Return an example of a rule as a page shows it."""
    payload = example.payload
    if rule.id in LIFECYCLES or example.activity_type is not None:
        return _recording(example)
    if isinstance(payload, str | bytes):
        return _text(rule, payload)
    if rule.id == "invalid-stream-key":
        return _data("request.json", request(in_path(example)))
    if _in_code_only(payload):
        return Shown("", b"", {"Python": ("python", f"payload = {pformat(payload, sort_dicts=False, width=100)}\n")})
    name = "payload" if rule.id == "unknown-operation" else str(example.operation)
    return _data(f"{name}.json", payload)


def in_path(example: Example) -> Example:
    """Return an example whose stream key, if it stands in the payload, is that of the request."""
    body = dict(example.payload)
    return Example(example.operation, body, stream_key=body.pop("stream_key"))


def _text(rule: Rule, payload: str | bytes) -> Shown:
    content = payload.encode() if isinstance(payload, str) else payload
    visible = content.decode(errors="backslashreplace").replace("\ufeff", "<U+FEFF>")
    if rule.source == ACTION:
        return Shown("step.yml", content, {"YAML": ("yaml", visible)})
    if visible.lstrip("<").startswith(("{", "U+")):
        return Shown("update.json", content, {"JSON": ("text", visible)})
    if visible.startswith("activitysmith"):
        return Shown("backup.sh", content, {"Shell": ("sh", visible)})
    return Shown("update.yaml", content, {"YAML": ("yaml", visible)})


def _data(file: str, value: Any) -> Shown:  # noqa: ANN401 - JSON
    short = shortened(value)
    texts = {"JSON": ("json", as_json(short) + "\n")}
    in_yaml = as_yaml(short)
    if in_yaml is not None:
        texts["YAML"] = ("yaml", in_yaml)
    return Shown(file, (as_json(value) + "\n").encode(), texts, is_short=short != value)


def _recording(example: Example) -> Shown:
    steps = [*example.before, example]
    if example.activity_type is not None:
        state = {**example.payload["content_state"], "type": str(example.activity_type)}
        steps.insert(0, Example(Operation.START, {"content_state": state}, activity_id=example.payload["activity_id"]))
    requests = [request(step) for step in steps]
    made = _data("recording.json", requests)
    if len(requests) <= _MOST_STEPS:
        return made
    few = [*requests[:2], "…", requests[-1]]
    texts = {"JSON": ("json", as_json(few) + "\n"), "YAML": ("yaml", as_yaml(few) or "")}
    return Shown(made.file, made.content, texts, is_short=True)


def request(step: Example) -> dict[str, Any]:
    """Return a step as a recorded request."""
    method, path = ENDPOINTS[step.operation]
    made: dict[str, Any] = {"method": method, "path": path.replace("{stream_key}", quote(step.stream_key, safe=""))}
    if step.at is not None:
        made["at"] = step.at
    if step.payload:
        made["body"] = step.payload
    if step.activity_id is not None:
        made["response"] = {"activity_id": step.activity_id}
    return made


def _in_code_only(payload: object) -> bool:
    """Return whether a payload has values that JSON cannot express."""
    try:
        json.dumps(payload)
    except TypeError:
        return True
    return False


def report(rule: Rule, example: Example) -> tuple[str, str]:
    """Return the command that checks an example, and what it prints.

    Args:
        rule: The rule.
        example: The example.

    Returns:
        The command, or the code, as a person would write it; and its output.
    """
    made = shown(rule, example)
    if not made.file:
        problems = liveschema.check(example.payload, example.operation)
        return f'liveschema.check(payload, "{example.operation}")', "\n".join(map(str, problems))
    sequence = made.file == "recording.json"
    arguments = ["timeline" if sequence else "check", "--format", "full"]
    if sequence and rule.id != _UNENDED:
        arguments += ["--ignore", _UNENDED]
    if not rule.default:
        arguments += ["--select", f"default,{rule.id}"]
    with in_folder() as folder:
        (folder / made.file).write_bytes(made.content)
        return f"liveschema {' '.join([*arguments, made.file])}", printed([*arguments, made.file])


@contextlib.contextmanager
def in_folder() -> Iterator[Path]:
    """Work in a new folder, which no configuration is about."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        Path(name, "liveschema.toml").touch()
        yield Path(name)


def printed(arguments: list[str]) -> str:
    """Return what the command prints to the standard output, without colours."""
    out = io.StringIO()
    with patch.dict("os.environ", _QUIET), contextlib.redirect_stdout(out):
        main(arguments)
    return out.getvalue()


def difference(bad: Shown, good: Shown) -> str:
    """Return the lines that differ between two examples, with some around them; empty if their forms differ."""
    form = next(iter(bad.texts))
    if form not in good.texts:
        return ""
    before, after = (each.texts[form][1].splitlines() for each in (bad, good))
    lines = [
        line for line in unified_diff(before, after, n=2, lineterm="") if not line.startswith(("---", "+++", "@@"))
    ]
    return "\n".join(lines)
