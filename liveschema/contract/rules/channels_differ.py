"""channels and target.channels name the same channels."""

from __future__ import annotations

from liveschema.contract.example_payloads import PROGRESS, stream
from liveschema.contract.sources import API
from liveschema.engine.cross_field_tests import SameItems
from liveschema.engine.problems import Severity
from liveschema.engine.rule import CrossFieldRule

CHANNELS_DIFFER = CrossFieldRule(
    id="channels-differ",
    severity=Severity.ERROR,
    title="channels and target.channels name the same channels",
    reason="They are two spellings of the same thing; if both are sent, they must agree.",
    source=API,
    bad=stream(PROGRESS, "/channels", channels=["ops"], target={"channels": ["ops", "sales"]}),
    good=stream(PROGRESS, channels=["ops", "sales"], target={"channels": ["sales", "ops"]}),
    test=SameItems("channels", "target", "channels"),
    message="channels must name the same channels as target.channels ({second}), got {first}",
    hint="leave target out",
)
