"""Round trips of payloads through generated code: what is written back must be what was sent, and valid."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs
from _bundle import Sent, sent
from _tools import HERE, FailedError, run, same

from liveschema import is_valid

REFUSED = "!"
"""The first character of the answer of a driver that could not read a payload."""


@attrs.frozen
class Limit:
    """A kind of payload that a language cannot read, or cannot write back as it was.

    Args:
        reason: What it cannot, as ``schemas/README.md`` says it.
        concerns: Returns whether a payload is of that kind.
    """

    reason: str
    concerns: Callable[[Any], bool]


def answers(start: Iterable[str], folder: Path, asked: Iterable[tuple[str, Any]]) -> list[str]:
    """Run a driver, and return its answers: JSON text, or `REFUSED` and a reason.

    Args:
        start: The command line of the driver; HERE stands for the folder.
        folder: The folder in which it runs.
        asked: The names of the classes, and the payloads.
    """
    lines = [f"{name}\t{json.dumps(payload)}\n" for name, payload in asked]
    made = (
        run([word.replace("HERE", str(folder)) for word in start], folder, "".join(lines))
        .removesuffix("\n")
        .split("\n")
    )
    if len(made) != len(lines):
        msg = f"{len(lines)} payloads sent, {len(made)} returned"
        raise FailedError(msg)
    return made


def judge(start: Iterable[str], folder: Path, limits: Iterable[Limit]) -> str:
    """Send each valid payload through a driver, and return how many came back.

    Args:
        start: The command line of the driver.
        folder: The folder in which it runs.
        limits: The kinds of payloads that do not come back.

    Returns:
        What to report.

    Raises:
        FailedError: If another payload does not come back, or all of a kind do.
    """
    counts = dict.fromkeys([each.reason for each in limits], 0)
    for each, answer in zip(
        sent(), answers(start, folder, [(each.name, each.payload) for each in sent()]), strict=True
    ):
        wrong = _wrong(each, answer)
        if not wrong:
            continue
        reasons = [limit.reason for limit in limits if limit.concerns(each.payload)]
        if not reasons:
            msg = f"{each.file.parent.name}/{each.file.name} as {each.name}: {wrong}: {answer[:500]}"
            raise FailedError(msg)
        counts[reasons[0]] += 1
    stale = [reason for reason, count in counts.items() if not count]
    if stale:
        msg = f"no longer a limit: {'; '.join(stale)}"
        raise FailedError(msg)
    but = "".join(f", {count} not: {reason}" for reason, count in counts.items())
    return f"{len(sent()) - sum(counts.values())} of {len(sent())} valid payloads come back, and are valid{but}"


def judge_example(text: str) -> None:
    """Check that an example of ``schemas/README.md`` writes the request that all of them write.

    Args:
        text: The JSON that it writes.

    Raises:
        FailedError: If it is another one, or not valid.
    """
    expected = json.loads((HERE / "examples" / "expected.json").read_bytes())
    if not same(json.loads(text), expected) or not is_valid(expected, "stream"):
        msg = f"the example writes {text}"
        raise FailedError(msg)


def _wrong(each: Sent, answer: str) -> str:
    """Return what is wrong with the answer to a valid payload; empty if nothing is."""
    if answer.startswith(REFUSED):
        return "refused"
    back = json.loads(answer)
    if not same(back, each.payload):
        return "comes back as"
    return "" if is_valid(back, each.operation) else "is invalid when it comes back"
