"""A request has at most 20 tags, even where no limit is documented."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import OURS
from liveschema.engine.problems import Severity
from liveschema.engine.rule import ValueRule
from liveschema.engine.value_tests import Length

MOST_TAGS = 20
"""The maximum number of tags that the service accepts on update and end."""

MANY_TAGS = ValueRule(
    id="many-tags",
    severity=Severity.WARNING,
    title=f"A request has at most {MOST_TAGS} tags, even where no limit is documented",
    reason=f"update and end accept at most {MOST_TAGS}; the other operations probably share the limit.",
    source=OURS,
    bad=stream(PROGRESS, "/tags", tags=[f"host-{n}" for n in range(MOST_TAGS + 1)]),
    good=stream(PROGRESS, tags=[f"host-{n}" for n in range(MOST_TAGS)]),
    test=Length(at_most=MOST_TAGS),
    message=f"{{name}} should have at most {MOST_TAGS} tags, got {{length}}",
)
