"""Jupyter notebooks."""

from __future__ import annotations

import json
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from python_kit import at

from liveschema.contract.vocabulary import Operation
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.python.notebook import notebook_documents


def notebook(*cells: Any, **metadata: Any) -> dict[str, Any]:
    made = [each if isinstance(each, dict) else {"cell_type": "code", "source": each} for each in cells]
    return {"cells": made, "metadata": metadata, "nbformat": 4}


def read(value: Any, **options: Any) -> list[Document]:
    return list(notebook_documents(json.dumps(value, indent=1, **options).encode()))


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("as_lines", [True, False])
def test_the_cells_are_one_module_with_exact_places(as_lines: bool, ascii_only: bool) -> None:  # noqa: FBT001
    first = "# setup\nSTATE = {\n    \"title\": \"é🎉\\n\", 'color': 'pink'\n}"
    second = "%time\nif x:\n    !ls\nSTATE?\nlive_activities.start(content_state=STATE)"
    cells = [each.splitlines(keepends=True) if as_lines else each for each in (first, second)]
    (found,) = read(notebook(cells[0], {"cell_type": "markdown", "source": "live"}, cells[1]), ensure_ascii=ascii_only)
    assert (found.operation, found.reader) == (Operation.START, "notebook")
    assert found.value == {"content_state": {"title": "é🎉\n", "color": "pink"}}
    assert at(found, "content_state", "color") == "'pink'"
    title = at(found, "content_state", "title")
    assert json.loads(f'"{title}"') == '"é🎉\\n"'
    assert "live_activities.start(" in found.text.split("\n")[found.heads[0] - 1]


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        {"cells": 3},
        notebook(),
        notebook(3, None, {"source": "live_activities.start()"}, [3]),
        notebook("%%bash\nlive_activities.start()"),
        notebook("live_activities.start()", kernelspec={"language": "R"}),
        notebook("live_activities.start()", language_info={"name": "julia"}),
        {"cells": [3, None, {"cell_type": "code"}]},
    ],
)
def test_what_is_no_code_of_python(value: Any) -> None:
    assert read(value) == []


@pytest.mark.parametrize(
    "metadata",
    [{}, {"kernelspec": {"language": "python"}}, {"kernelspec": 3, "language_info": {"name": "Python"}}],
)
def test_the_kernel_is_of_python(metadata: dict[str, Any]) -> None:
    assert len(read(notebook("%%time\nlive_activities.start()", **metadata))) == 1
    assert len(read({**notebook("live_activities.start()"), "metadata": 3})) == 1


def test_a_text_that_is_no_json_is_nothing() -> None:
    assert list(notebook_documents(b'{"cells": [')) == []


@examples(100)
@given(st.lists(st.text(max_size=20) | st.sampled_from(["live_activities.start(title='x')", "\\", "é🎉", "%x"])))
def test_no_cell_raises(cells: list[str]) -> None:
    for found in read(notebook(*cells)):
        span = found.locator([()])[()].value
        assert 0 <= span.start <= span.end <= len(found.text)


def test_a_cell_that_is_no_python_does_not_hide_the_others() -> None:
    cells = ("x = !ls\ny = %pwd\nlive_activities.start(title='a')", "print 'x'", "live_activities.start(title='b')")
    titles = [found.value["content_state"]["title"] for found in read(notebook(*cells))]
    assert titles == ["a", "b"]


def test_a_comment_in_a_notebook_without_line_ends_is_about_nothing() -> None:
    source = "# liveschema: ignore\nlive_activities.start(title='a')"
    (found,) = notebook_documents(json.dumps(notebook(source)).encode())
    assert found.ignores == {}
    (found,) = read(notebook(source.splitlines(keepends=True)))
    assert set(found.ignores.values()) == {frozenset({"*"})}
