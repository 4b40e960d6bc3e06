"""The seeds and the dictionary of each fuzz target, from the contract, the fixtures, the examples and the tests."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from fuzz_kits import Fixture, fixtures

from liveschema._generated.field_names import REQUEST_FIELDS, STATE_FIELDS
from liveschema._generated.rule_index import SEVERITIES
from liveschema.contract.vocabulary import ENDPOINTS, ActionType, ActivityType, Color, Operation
from liveschema.lint.config.keys import KEYS
from liveschema.lint.inputs import FORMATS

ROOT: Final = Path(__file__).resolve().parents[1]
TESTS: Final = ROOT / "tests" / "lint"
MOST_SEEDS: Final = 400
MOST_WORDS: Final = 400
_WORD: Final = re.compile(rb"[A-Za-z_$][\w-]{2,29}")
_SIGNS: Final = re.compile(rb"[^\w\s]{2,4}")
_IN_TEXT: Final = re.compile(r"^(```|~~~) *(\w+).*?\n(.*?)^\1", re.DOTALL | re.MULTILINE)
_URL: Final = "https://activitysmith.com/api/live-activity/start"
_SENDERS: Final = {
    "python": f"import requests\nrequests.post('{_URL}', json={{'content_state': {{'title': 'x'}}, 'value': %s}})\n",
    "javascript": f"fetch('{_URL}', {{method: 'POST', body: JSON.stringify({{content_state: {{}}, value: %s}})}});\n",
    "typescript": f"const x: T = await fetch('{_URL}', {{method: 'POST', body: JSON.stringify({{value: %s}})}});\n",
    "go": f'func main() {{\n\tbody, _ := json.Marshal(map[string]any{{"value": %s}})\n'
    f'\thttp.Post("{_URL}", "text/json", bytes.NewReader(body))\n}}\n',
    "ruby": f'HTTParty.post("{_URL}", body: {{ content_state: {{}}, value: %s }}.to_json)\n',
    "php": f"<?php $client->post('{_URL}', ['json' => ['content_state' => [], 'value' => %s]]);\n",
    "shell": f"""curl {_URL} -d '{{"content_state": {{"title": "x"}}, "value": %s}}'\n""",
    "yaml": "content_state:\n  title: x\n  value: %s\n",
}
"""By language: how it sends a request of which one value is an expression, since tests name only the expression."""
_MARKS: Final = {"javascript": "\n// activitysmith", "typescript": "\n// activitysmith", "php": "\n// activitysmith"}
_MARKS_ELSEWHERE: Final = "\n# activitysmith"
_LONGEST_EXPRESSION: Final = 120


def strings_in(*patterns: str) -> Iterator[str]:
    """Yield the texts that stand in tests; of an f-string, its constants and what is known of the rest.

    Args:
        patterns: Globs of the files in ``tests/lint``.
    """
    for pattern in patterns:
        for file in sorted(TESTS.glob(pattern)):
            tree = ast.parse(file.read_text("utf-8"))
            yield from _Strings().of(tree)


class _Strings(ast.NodeVisitor):
    """The strings of a module, each as a whole."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._names: dict[str, str] = {}

    def of(self, tree: ast.AST) -> list[str]:
        self.visit(tree)
        return self.found

    def visit_Assign(self, node: ast.Assign) -> None:
        text = self._text(node.value)
        if text is not None:
            self._names.update({each.id: text for each in node.targets if isinstance(each, ast.Name)})
        self.visit(node.value)

    def generic_visit(self, node: ast.AST) -> None:
        text = self._text(node)
        if text is None:
            super().generic_visit(node)
        elif len(text) > 1:
            self.found.append(text)

    def _text(self, node: ast.AST | None) -> str | None:
        if isinstance(node, ast.Constant):
            value = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
            return value if isinstance(value, str) else None
        if isinstance(node, ast.JoinedStr):
            return "".join(map(self._part, node.values))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, right = self._text(node.left) or self._part(node.left), self._text(node.right)
            return None if right is None else left + right
        return None

    def _part(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant):
            return str(node.value)
        inner = node.value if isinstance(node, ast.FormattedValue) else node
        return self._names.get(inner.id, "x") if isinstance(inner, ast.Name) else "x"


def code(form: str, *patterns: str) -> list[bytes]:
    """Return seeds in a language: the examples in it, and the texts of its tests.

    Args:
        form: The name of the format.
        patterns: Globs of the tests.
    """
    mark = _MARKS.get(form, _MARKS_ELSEWHERE)
    found = [file.read_bytes() for file in _examples() if file.suffix in FORMATS[form].suffixes]
    found += [text.encode() for word, text in _blocks() if word in (form, *(s[1:] for s in FORMATS[form].suffixes))]
    texts = []
    for text in strings_in(*patterns):
        raw = text.encode(errors="surrogatepass")
        texts.append(raw)
        if len(text) < _LONGEST_EXPRESSION and "\n" not in text and form in _SENDERS:
            texts.append(_SENDERS[form].replace("%s", text).encode(errors="surrogatepass"))
        elif b"activitysmith" not in raw.lower():
            texts.append(raw + mark.encode())
    return _some([*found, *texts])


def _some(found: list[bytes]) -> list[bytes]:
    """Return some of many seeds, from the beginning to the end."""
    distinct = list(dict.fromkeys(found))
    step = -(-len(distinct) // MOST_SEEDS)
    return distinct[:: step or 1]


def _examples() -> list[Path]:
    return [file for file in sorted((ROOT / "examples").rglob("*")) if file.is_file()]


def _pages() -> list[str]:
    pages = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [*(page.read_text("utf-8") for page in pages), (TESTS / "samples" / "NOTES.md").read_text("utf-8")]


def _blocks() -> list[tuple[str, str]]:
    """Return the code blocks of the documentation with their languages."""
    return [(found[2], found[3]) for page in _pages() for found in _IN_TEXT.finditer(page)]


@cache
def _fixtures() -> list[Fixture]:
    return fixtures()


def payloads() -> list[bytes]:
    """Return the payloads and texts of the fixtures."""
    return [each.source for each in _fixtures()]


def json_files() -> list[bytes]:
    """Return JSON files with payloads, recordings, templates and mistakes."""
    samples = [file.read_bytes() for file in sorted((TESTS / "samples").rglob("*.json"))]
    tests = strings_in("test_templates.py", "test_lint_items.py", "test_lint_senders.py", "test_marks.py")
    templates = [text.encode() for text in tests if text[:1] in "{["]
    return _some([*samples, *(file.read_bytes() for file in _examples() if file.suffix == ".json"), *templates])


def recordings() -> list[bytes]:
    """Return JSON Lines with recorded requests, and with payloads."""
    files = [*(ROOT / "examples" / "recordings").glob("*.jsonl"), TESTS / "samples" / "requests.jsonl"]
    lines = [_line(each) for each in _recorded()]
    groups = [b"".join(lines[start : start + 4]) for start in range(0, len(lines), 4)]
    return _some([*(file.read_bytes() for file in sorted(files)), *groups, *(each + b"\n" for each in payloads()[:50])])


def _line(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _recorded() -> Iterator[dict[str, Any]]:
    for number, each in enumerate(_fixtures()):
        if each.verdict != "text":
            method, path = ENDPOINTS[Operation(each.operation)]
            yield {
                "method": method,
                "path": path.replace("{stream_key}", "demo"),
                "body": each.payload(),
                "at": f"2026-01-01T00:{number % 60:02}:00Z",
            }


def archives() -> list[bytes]:
    """Return HAR archives."""
    found = [(TESTS / "samples" / "session.har").read_bytes()]
    for each in _recorded():
        request = {
            "method": each["method"],
            "url": f"https://activitysmith.com/api{each['path']}",
            "postData": {"mimeType": "application/json", "text": json.dumps(each["body"])},
        }
        found.append(_line({"log": {"entries": [{"startedDateTime": each["at"], "request": request}]}}))
    return _some(found)


def yaml_files() -> list[bytes]:
    """Return YAML files with payloads, and the texts of the tests of the YAML reader."""
    whole = [each.payload() for each in _fixtures() if each.verdict != "text"]
    written = [yaml.safe_dump(each, allow_unicode=True).encode(errors="surrogatepass") for each in whole[::4]]
    return _some([*written, *code("yaml", "test_lint_yaml*.py", "test_yaml_*.py", "test_templates.py")])


def workflows() -> list[bytes]:
    """Return workflows and composite actions with steps and scripts."""
    found = code("yaml", "test_workflow*.py", "workflow_kit.py")
    return [*found, (ROOT / "action.yml").read_bytes()]


def n8n_files() -> list[bytes]:
    """Return workflows of n8n: the example, and a node for each parameter that the tests name."""
    example = json.loads((ROOT / "examples" / "senders" / "n8n.json").read_bytes())
    found = [_line(example)]
    texts = [text for text in strings_in("test_n8n*.py", "n8n_kit.py") if len(text) < _LONGEST_EXPRESSION]
    for number, text in enumerate(dict.fromkeys(texts)):
        node = json.loads(json.dumps(example["nodes"][1 + number % 2]))
        names = [*node["parameters"], text]
        node["parameters"][names[number % len(names)]] = text
        found.append(_line({"nodes": [node], "connections": {}}))
    return _some(found)


def pages() -> list[bytes]:
    """Return sections of Markdown with code blocks."""
    sections = [each.encode() for page in _pages() for each in re.split(r"(?m)^(?=## )", page)]
    tests = [text.encode() for text in strings_in("test_lint_markdown.py", "test_lint_code.py") if "\n" in text]
    return _some([*sections, *tests])


def notebooks() -> list[bytes]:
    """Return notebooks with the Python code of the tests."""
    found = [text.encode() for text in strings_in("test_notebook.py") if len(text) > _LONGEST_EXPRESSION]
    for source in code("python", "test_python_calls.py", "test_python_http.py")[::4]:
        text = source.decode(errors="replace")
        for cell in (text, text.splitlines(keepends=True)):
            cells: list[object] = [
                {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": cell}
            ]
            found.append(_line({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return _some(found)


def configurations(head: str = "") -> list[bytes]:
    """Return configurations; with a head, those that stand below it in a pyproject.toml."""
    texts = [text for word, text in _blocks() if word == "toml"]
    texts += [text for text in strings_in("test_lint_settings.py", "test_lint_usage.py") if "=" in text]
    texts += [f"{key} = {value}" for key in KEYS for value in ("[]", "{}", "true", '"x"', '["all"]')]
    tables = [text if "[tool.liveschema]" in text else head + text for text in texts]
    return _some([each.replace("[tool.liveschema]\n", head).encode() for each in tables])


def baselines() -> list[bytes]:
    """Return baselines."""
    names = [*SEVERITIES][:20]
    entries = [{"file": "a.json", "rule": rule, "pointer": f"/{rule}", "count": 1 + len(rule)} for rule in names]
    return [_line({"version": 1, "findings": entries[:number]}) for number in range(len(entries))]


def ignore_files() -> list[bytes]:
    """Return .gitignore files."""
    texts = [text for text in strings_in("test_lint_files.py") if len(text) < _LONGEST_EXPRESSION]
    groups = ["\n".join(texts[start : start + 5]) for start in range(0, len(texts), 5)]
    own = (ROOT / ".gitignore").read_bytes()
    return _some(
        [own, *(each.encode(errors="surrogatepass") for each in groups), b"[[:digit:]]?\n**/a/**\n!\\#x\\ \n/*/"]
    )


def comments() -> list[bytes]:
    """Return texts with ignore comments in each form."""
    texts = [text for text in strings_in("test_*.py") if "liveschema:" in text]
    texts += [f"{mark} liveschema: ignore[{rule}]\nx: 1 {mark} liveschema: ignore\n" for mark in ("#", "//", "/*")
              for rule in [*SEVERITIES][:5]]  # fmt: skip
    return _some([each.encode(errors="surrogatepass") for each in texts])


def names() -> list[bytes]:
    """Return the names of the contract: fields, operations, types, colours, methods, paths, rules and keys."""
    groups: Iterable[Iterable[object]] = (
        sorted(REQUEST_FIELDS | STATE_FIELDS), Operation, ActivityType, ActionType, Color,
        (part for endpoint in ENDPOINTS.values() for part in endpoint), KEYS, [*SEVERITIES][::8],
        (word.decode() for form in FORMATS.values() for word in form.words),
    )  # fmt: skip
    return [str(name).encode() for group in groups for name in group]


def dictionary(seeds: Iterable[bytes]) -> list[bytes]:
    """Return the words of a target: the names of the contract, and the words and signs that many seeds have."""
    words: Counter[bytes] = Counter()
    signs: Counter[bytes] = Counter()
    for seed in seeds:
        words.update(set(_WORD.findall(seed)))
        signs.update(set(_SIGNS.findall(seed)))
    common = [*(sign for sign, _ in signs.most_common(80)), *(word for word, _ in words.most_common(MOST_WORDS))]
    return list(dict.fromkeys([*names(), *common]))


def dictionary_file(words: Iterable[bytes]) -> str:
    """Return the text of a dictionary of libFuzzer."""
    escaped = ("".join(f"\\x{byte:02X}" for byte in word) for word in words)
    return "".join(f'"{word}"\n' for word in escaped)
