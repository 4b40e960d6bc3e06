"""Any invalid input is reported as a finding or in one sentence, and does not stop the run.

The inputs are so large that an algorithm worse than linear would run for hours.
"""

from __future__ import annotations

import json

import pytest
from cost import lines_run
from lint_kit import BAD, GOOD, Folder

DEEP = 20_000
TEXT = json.dumps(GOOD)

BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "invalid"),
    "blank": (b" \n\t\n", "invalid"),
    "deep lists": (b"[" * DEEP, "too-deep"),
    "deep closed lists": (b"[" * DEEP + b"]" * DEEP, "too-deep"),
    "deep objects": (b'{"a":' * DEEP + b"1" + b"}" * DEEP, "too-deep"),
    "deep body": (TEXT[:-1].encode() + b', "action": {"body": ' + b"[" * DEEP + b"]" * DEEP + b"}}", "too-deep"),
    "invalid utf-8": (TEXT.encode().replace(b"Backup", b"B\xe9ckup"), "invalid-utf8"),
    "utf-16": (TEXT.encode("utf-16"), "invalid-utf8"),
    "utf-32": (TEXT.encode("utf-32-be"), "invalid-utf8"),
    "binary": (bytes(range(256)) * 40, "invalid"),
    "nul": (b"\0" * 1000, "invalid"),
    "duplicate keys": (b'{"activity_id": "a", "activity_id": "b"}', "duplicate-key"),
    "nan": (TEXT.encode().replace(b"42", b"NaN"), "non-finite-number"),
    "infinity": (TEXT.encode().replace(b"42", b"-Infinity"), "non-finite-number"),
    "huge float": (TEXT.encode().replace(b"42", b"1e400"), "non-finite-number"),
    "huge integer": (TEXT.encode().replace(b"42", b"9" * 10_000), "non-finite-number"),
    "lone surrogate": (TEXT.encode().replace(b"Backup", b"\\ud83d"), "lone-surrogate"),
    "lone surrogate key": (TEXT.encode().replace(b'"title"', b'"\\udead": 1, "title"'), "lone-surrogate"),
    "byte order mark": (b"\xef\xbb\xbf" + TEXT.encode(), "byte-order-mark"),
    "no object": (b"[]", "no-request"),
    "truncated": (TEXT.encode()[:-1], "invalid"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["json", "jsonl", "yaml"])
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_a_finding_and_does_not_stop_the_next(folder: Folder, kind: str, name: str) -> None:
    source, rule = BROKEN[name]
    folder.write(f"a.update.{kind}", source)
    folder.write("b.update.json", BAD)
    result = folder.check("--format", "json")
    findings = [finding for finding in result.data["findings"] if finding["path"].startswith("a.")]
    assert result.code == 1
    assert result.rules[-1] == "out-of-range"
    if kind == "jsonl" and not source.strip():
        assert findings == []
        return
    assert any(finding["rule"].startswith(rule) for finding in findings), findings
    assert all(finding["line"] >= 1 and finding["column"] >= 1 for finding in findings)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["json", "jsonl", "yaml"])
def test_a_very_long_line_ends_in_a_finding(folder: Folder, kind: str) -> None:
    long = json.dumps({**GOOD, "metadata": {"log": "x" * 50_000_000}})
    folder.write(f"a.update.{kind}", long)
    (first, *_) = folder.findings()
    assert first["rule"] == "too-long"
    assert first["column"] == long.index('"xxx') + 1


@pytest.mark.slow
def test_a_very_long_broken_line_ends_in_a_finding(folder: Folder) -> None:
    folder.write("a.update.json", '{"metadata": {"log": "' + "x" * 50_000_000)
    (only,) = folder.findings()
    assert (only["rule"], only["column"]) == ("invalid-json", 22)


def test_a_folder_instead_of_a_file(folder: Folder) -> None:
    (folder.root / "x.json").mkdir()
    folder.write("a.update.json", GOOD)
    assert folder.check("x.json", "a.update.json").code == 0
    assert folder.check("x.json").err == "liveschema: x.json: there is no file to check\n"
    for option in ("--config", "--baseline"):
        result = folder.check("a.update.json", option, "x.json")
        assert result.code == 2
        assert result.err.endswith("x.json: Is a directory\n")
    assert folder.check("a.update.json", "--output-file", "x.json").err == "liveschema: x.json: Is a directory\n"


def test_an_alias_bomb_is_refused(folder: Folder) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    folder.write("a.update.yaml", "\n".join(lines))
    assert [finding["rule"] for finding in folder.findings()] == ["alias-bomb"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.har"])
def test_the_cost_of_a_document_grows_with_its_findings(folder: Folder, name: str) -> None:
    def cost(count: int) -> int:
        url = "https://activitysmith.com/api/live-activity/update"
        if name == "a.har":
            entry = {"request": {"method": "POST", "url": url, "postData": {"text": json.dumps(BAD)}}}
            folder.write(name, {"log": {"entries": [entry] * count}})
        else:
            folder.write(name, [{"method": "POST", "url": url, "body": BAD}] * count)
        assert len(folder.findings(name)) == count
        return lines_run(lambda: folder.check(name))

    assert cost(200) < 4.5 * cost(50)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gaps.json", "documents.yaml"])
def test_the_cost_grows_with_the_number_of_documents(folder: Folder, name: str) -> None:
    def cost(count: int) -> int:
        values = [GOOD, {"x": 1}] * count
        folder.write(name, values if name == "gaps.json" else "\n---\n".join(map(json.dumps, values)))
        assert len(folder.findings(name)) == count
        return lines_run(lambda: folder.check(name))

    assert cost(200) < 4.5 * cost(50)


@pytest.mark.slow
def test_thousands_of_findings_in_one_document_are_reported_quickly(folder: Folder) -> None:
    items = [{"method": "POST", "path": "/live-activity/update", "body": BAD}] * 20_000
    folder.write("a.json", items)
    assert len(folder.findings()) == len(items)
