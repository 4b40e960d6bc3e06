"""The reporter for SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from liveschema.lint.addresses import HOME, help_address
from liveschema.lint.all_rules import RULES
from liveschema.lint.escaping import json_text
from liveschema.lint.findings import FileEdit, Finding, FindingFix
from liveschema.lint.paths import from_root, repository_root
from liveschema.lint.reporters import ReportStyle
from liveschema.lint.reporters.data import JsonItems
from liveschema.lint.reporters.services import Fingerprints
from liveschema.lint.results import Summary
from liveschema.version import __version__

if TYPE_CHECKING:
    from liveschema.lint.output import Writable

_BASE: Final = "%SRCROOT%"
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


class Sarif:
    """The reporter for a SARIF log with one run.

    Args:
        out: The stream that it writes to.
        style: The style, which has no effect.

    Attributes:
        shows_fixes: True; a result has its fix.
    """

    shows_fixes: bool = True

    def __init__(self, out: Writable, style: ReportStyle) -> None:
        del style
        self._out = out
        self._items = JsonItems(out)
        self._fingerprints = Fingerprints()
        self._root = repository_root("GITHUB_WORKSPACE")
        self._indexes = {rule: index for index, rule in enumerate(RULES)}

    def begin(self) -> None:
        """Write the tool with its rules, and the start of the list of results."""
        rules = [
            {
                "id": rule.id,
                "shortDescription": {"text": f"{rule.title}."},
                "fullDescription": {"text": rule.reason},
                "helpUri": help_address(rule.id),
                "help": {"text": f"{rule.reason} Source: {rule.source}. More: liveschema explain {rule.id}"},
                "defaultConfiguration": {"level": str(rule.severity), "enabled": rule.default},
            }
            for rule in RULES.values()
        ]
        tool = {"name": "liveschema", "semanticVersion": __version__, "informationUri": HOME, "rules": rules}
        driver = json_text(tool, ascii_only=True)
        bases = json_text({_BASE: {"uri": f"{self._root.as_uri().rstrip('/')}/"}}, ascii_only=True)
        self._out.write(
            f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": {driver}}}, '
            f'"originalUriBaseIds": {bases}, "columnKind": "unicodeCodePoints", "results": ['
        )

    def finding(self, finding: Finding) -> None:
        """Write a result."""
        path = from_root(finding.path, self._root)
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self._indexes[finding.rule],
            "level": str(finding.severity),
            "message": {"text": finding.message_with_hint},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _location(path),
                        "region": _region(finding),
                    },
                    "logicalLocations": [{"fullyQualifiedName": finding.pointer, "kind": "value"}],
                }
            ],
            "partialFingerprints": {"liveschema/v1": self._fingerprints.of(finding, path)},
        }
        if finding.fix is not None:
            result["fixes"] = [_fix(finding.fix, path)]
        self._items.add(result)

    def file(self, path: str, payloads: int) -> None:
        """Write nothing."""

    def end(self, summary: Summary) -> None:
        """Write the end of the list and of the run."""
        self._items.close()
        whole = json_text([{"executionSuccessful": not summary.unreadable}])
        self._out.write(f', "invocations": {whole}}}]}}\n')


def _region(place: Finding | FileEdit) -> dict[str, int]:
    """Return the region of a finding or of an edit."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: FindingFix, path: str) -> dict[str, Any]:
    """Return a fix, of which the text says whether it is safe, since SARIF has no field for that."""
    careful = "" if fix.safe else "; this may change what the payload means"
    replacements = [{"deletedRegion": _region(edit), "insertedContent": {"text": edit.new}} for edit in fix.edits]
    return {
        "description": {"text": f"{fix.title}{careful}"},
        "artifactChanges": [{"artifactLocation": _location(path), "replacements": replacements}],
    }


def _location(path: str) -> dict[str, str]:
    """Return the location of a file, relative to the root of the repository or as an absolute URI on another drive."""
    if PurePath(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": _BASE}
