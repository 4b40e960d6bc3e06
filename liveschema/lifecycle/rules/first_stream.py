"""The first stream request of a key has all fields that a start requires."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import API
from liveschema.engine.problems import Severity
from liveschema.engine.rule import Rule
from liveschema.lifecycle.example_sequences import after

FIRST_STREAM: Final = Rule(
    id="first-stream",
    severity=Severity.ERROR,
    title="The first stream request of a key has all fields that a start requires",
    reason=(
        "There is no activity yet whose type and steps could be used; after an "
        "end_stream, the next request is a first one again."
    ),
    source=API,
    bad=stream({"title": "Nightly backup", "percentage": 42}, "/content_state"),
    good=after(stream({"title": "Nightly backup", "type": "progress", "percentage": 57}), stream(PROGRESS)),
)
