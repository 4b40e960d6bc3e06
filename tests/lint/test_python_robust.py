"""Arbitrary Python source code, and payloads that are written as code in random ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from amount import examples
from hypothesis import given
from hypothesis import strategies as st
from python_kit import at, documents

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import More
from liveschema.testing import payloads

DEEPEST = 40
SAMPLE = """import activitysmith, json, requests
from activitysmith import ActivitySmith, content_state, metric
KEY = '4f1c0e9b7d2a'
client = ActivitySmith(api_key=KEY)
BADGE = {'title': 'é🎉', **more}
BADGE['color'] = 'red'
for each in [1, *BADGE]:
    live = client.live_activities
    live.stream(f'build-{each}', content_state=content_state('x', badge=BADGE, metrics=[metric('CPU', 7)]))
requests.put('https://x.test/live-activity/stream/a', data=json.dumps({'content_state': {'title': 'a' + each}}))
H = {'Authorization': f'Bearer {KEY}'}
requests.post('/live-activity/start', data='{"content_state": {"title": 1}}', headers=H)
state: dict = {'title': '%d' % 3, 'type': 'timer', 'counts_down': True} | {}
@app.get('x')
async def f(state, *, x=1):
    global BADGE
    if (y := await state): del state['x']
    return [x for x in y], LiveActivityStreamRequest(content_state=StreamContentState(**state))
"""
PIECES = st.sampled_from(
    [*SAMPLE.split(), *"()[]{}'\",:=.\n\r\t#\\", "\0", "\ufeff", "\ud800", "é", "...", "…", ">>> "]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return the sample with some ranges of it replaced."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 10, len(text))))
        text = text[:start] + draw(PIECES) + text[end:]
    return text


def paths_in(value: Any) -> list[tuple[Any, ...]]:
    """Return the paths of a value and of everything inside it that has a place."""
    found: list[tuple[Any, ...]] = [()]
    inside = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    for key, item in inside:
        if not isinstance(key, More):
            found += [(key, *path) for path in paths_in(item)]
    return found


@examples(300)
@given(st.text() | st.lists(PIECES).map("".join) | mutated())
def test_no_text_raises_and_every_place_is_in_it(text: str) -> None:
    for document in documents(text):
        assert document.text == text
        for path, place in document.locator(paths_in(document.value)).items():
            for span in (place.value, *([place.key] if place.key else [])):
                assert 0 <= span.start <= span.end <= len(text), path
        for fault in document.faults:
            assert 0 <= document.lines.offset(fault.line or 0, fault.column or 0) <= len(text)
        assert all(1 <= head <= len(document.lines.starts) for head in document.heads)
        assert all(0 <= start < end <= len(text) for start, end in document.secrets)


def test_the_sample_has_every_kind_of_document() -> None:
    found = documents(SAMPLE)
    assert [document.named_by for document in found[1:]] == [
        "the call",
        "its method and path",
        "its method and path",
        "its shape",
        "the call",
    ]
    assert len(found[0].faults) == 1


class Writer:
    """Writes a value as Python source code in random ways, with some parts in variables."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self.draw = draw
        self.variables: list[str] = []

    def write(self, value: Any) -> str:
        text = self._inside(value)
        if self.draw(st.integers(0, 4)):
            return text
        self.variables.append(f"variable_{len(self.variables)} = {text}")
        return f"variable_{len(self.variables) - 1}"

    def _inside(self, value: Any) -> str:
        choice = self.draw(st.integers(0, 2))
        if isinstance(value, dict):
            if choice == 0 and all(map(_is_name, value)):
                return f"dict({', '.join(f'{key}={self.write(item)}' for key, item in value.items())})"
            members = ", ".join(f"{key!r}: {self.write(item)}" for key, item in value.items())
            return f"{{**{{}}, {members}}}" if choice == 1 else f"{{{members}}}"
        if isinstance(value, list):
            items = [self.write(item) for item in value]
            return f"[*[], {', '.join(items)}]" if choice == 0 else f"[{', '.join(items)}]"
        if isinstance(value, str) and choice == 0:
            braces = repr(value).replace("{", "{{").replace("}", "}}")
            return f"f{braces}" if "\\" not in braces else repr(value)
        if isinstance(value, str) and choice == 1:
            return f"{value[:1]!r} {value[1:]!r}"
        return repr(value)


def _is_name(key: str) -> bool:
    return key.isascii() and key.isidentifier() and key not in {"None", "True", "False"}


@examples(100)
@given(st.data(), st.sampled_from(Operation))
def test_a_payload_that_is_written_as_code_is_read_back(data: st.DataObject, operation: Operation) -> None:
    # Python has a limit of its own for brackets inside brackets.
    payload = data.draw(payloads(operation).filter(lambda each: max(map(len, paths_in(each))) < DEEPEST))
    writer = Writer(data.draw)
    body = writer.write(payload)
    call = data.draw(st.sampled_from(["check({}, {!r})", "check(payload={}, operation={!r})"]))
    lines = ["import liveschema", *writer.variables, f"print('é', liveschema.{call.format(body, str(operation))})"]
    (found,) = [each for each in documents("\n".join(lines)) if each.is_sent]
    assert (found.value, found.operation, found.is_partial) == (payload, operation, False)
    for path in paths_in(payload):
        value = payload
        for step in path:
            value = value[step]
        if not isinstance(value, dict | list):
            assert eval(at(found, *path)) == value  # noqa: S307 - what the test has written
