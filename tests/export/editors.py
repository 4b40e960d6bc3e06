"""The language services of editors, asked about files whose schema is one of those in ``schemas/editor/``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import attrs
from validators import start

from liveschema import Operation
from liveschema.export import schema_path

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
HERE = "¦"
"""The mark of the cursor in a text."""
Language = Literal["json", "yaml"]


@attrs.frozen
class Offer:
    """A completion.

    Attributes:
        label: What the list of completions shows.
        documentation: What is shown beside it.
        insert: What is inserted, with placeholders.
        span: The part of the text that it replaces.
    """

    label: str
    documentation: str
    insert: str
    span: tuple[int, int]

    @property
    def places(self) -> list[str]:
        """The numbers of its placeholders, in order."""
        return re.findall(r"(?<!\\)\$\{?(\d+)", self.insert)

    def taken(self, text: str) -> str:
        """Return a text after it was chosen, with what its placeholders show.

        Editors indent all lines as far as the first.
        """
        shown = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+|\$\{\d+\}", lambda found: found[1] or "", self.insert)
        begin, end = self.span
        line = text[:begin].rpartition("\n")[2]
        indent = line[: len(line) - len(line.lstrip())]
        return text[:begin] + re.sub(r"\\([\\$}])", r"\1", shown).replace("\n", f"\n{indent}") + text[end:]


@attrs.frozen
class Finding:
    """A diagnostic, and the text that it underlines."""

    message: str
    marked: str
    begin: int


def schema_uri(operation: Operation | str) -> str:
    return (SCHEMAS / schema_path(Operation(operation), form="editor")).as_uri()


class Editor:
    """Both language services, in one process.

    Args:
        folder: The folder of the files that it is asked about; they need not exist.
    """

    def __init__(self, folder: Path = SCHEMAS.parent / "fixtures") -> None:
        self.node = start("editors.js")
        self.folder = folder

    def ask(
        self,
        language: Language,
        operation: Operation | str | None,
        text: str,
        *,
        schemas: list[Any] | None = None,
        name: str | None = None,
        **what: int,
    ) -> dict[str, Any]:
        """Ask about a text, whose schema is that of an operation or, without one, what the settings or the text say."""
        if operation is not None:
            schemas = [{"uri": schema_uri(operation), "fileMatch": ["*"]}]
        uri = (self.folder / (name or f"payload.{language}")).as_uri()
        question = {"language": language, "schemas": schemas or [], "uri": uri, "text": text, **what}
        answer: dict[str, Any] = self.node.ask(question)
        return answer

    def findings(
        self, language: Language, operation: Operation | str | None, text: str, **settings: Any
    ) -> list[Finding]:
        found = self.ask(language, operation, text, **settings)["found"]
        return [Finding(each["message"], text[slice(*each["span"])], each["span"][0]) for each in found]

    def offers(self, language: Language, operation: Operation | str, text: str) -> list[Offer]:
        """Return the completions at the mark in a text."""
        offered = self.ask(language, operation, text.replace(HERE, ""), complete=text.index(HERE))["offered"]
        return [Offer(each["label"], each["documentation"], each["insert"], tuple(each["span"])) for each in offered]

    def labels(self, language: Language, operation: Operation | str, text: str) -> list[str]:
        return [each.label for each in self.offers(language, operation, text)]

    def hover(self, language: Language, operation: Operation | str, text: str, offset: int) -> str:
        shown: str = self.ask(language, operation, text, hover=offset)["shown"]
        return re.sub(r"\\(.)", r"\1", shown)
