"""Completions of editors that use the schema: the activity types, and the keys of the chosen type."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from validators import Node, start

from liveschema import ActivityType, Operation
from liveschema.contract.states import STATES
from liveschema.engine.constraint import Context
from liveschema.export import json_schema

HERE = "¦"


@pytest.fixture(scope="module")
def editor() -> Iterator[Node]:
    node = start("complete.js")
    yield node
    node.close()


def offered(editor: Node, operation: Operation, text: str) -> list[str]:
    """Return the completions that an editor offers at the mark."""
    offset = text.index(HERE)
    request = {"schema": json_schema(operation), "text": text.replace(HERE, ""), "offset": offset}
    labels: list[str] = editor.ask(request)["labels"]
    return labels


@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize("text", ['{"content_state": {"type": ¦}}', '{"content_state": {"type": "¦"}}'])
def test_an_editor_offers_exactly_the_activity_types(editor: Node, operation: Operation, text: str) -> None:
    labels = offered(editor, operation, text)
    assert sorted(labels) == sorted(json.dumps(str(kind)) for kind in ActivityType)


@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize("kind", ActivityType)
def test_an_editor_offers_only_the_keys_of_the_chosen_type(
    editor: Node, operation: Operation, kind: ActivityType
) -> None:
    labels = offered(editor, operation, f'{{"content_state": {{"type": "{kind}", ¦}}}}')
    fields = STATES.specs[kind].fields.items()
    context = Context(mode=operation)
    own = {name for name, field in fields if field.fits(context)} - {"type"}
    inert = set(STATES.specs[kind].tolerated)
    assert own <= set(labels)
    assert set(labels) <= own | inert
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(("name", "keys"), [("icon", ["color", "symbol"]), ("badge", ["color", "title"])])
def test_an_editor_offers_the_keys_of_an_object_that_may_be_null(editor: Node, name: str, keys: list[str]) -> None:
    text = f'{{"content_state": {{"type": "alert", "{name}": {{{HERE}}}}}}}'
    assert sorted(offered(editor, Operation.STREAM, text)) == keys


@pytest.mark.parametrize("operation", Operation)
def test_an_editor_offers_the_keys_of_a_request(editor: Node, operation: Operation) -> None:
    labels = offered(editor, operation, "{¦}")
    assert sorted(labels) == sorted(json_schema(operation)["properties"])
