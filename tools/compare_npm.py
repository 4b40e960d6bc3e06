"""Compare what the npm package and the Python package report about random payloads: each rule, severity and pointer.

A part of the payloads comes from the strategies in ``liveschema.testing``. The others are these, changed in a few
places at random: fields are left out, moved, renamed or given values that come from other places or are no JSON.
Python reads each payload as JavaScript does, where 2.0 is 2, and keys that are indexes come first.

Run it after ``npm run build`` in ``packages/npm``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import hypothesis
from figures import record
from hypothesis import strategies as st

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from additions import added  # noqa: E402 - needs the path set above
from fixture_files import fixtures  # noqa: E402 - as above

from liveschema import ActivityType, Operation, check  # noqa: E402 - in one block with the imports above
from liveschema.testing import mutated, payloads  # noqa: E402 - as above

PACKAGE: Final = ROOT / "packages" / "npm"
EXAMPLES: Final = 100_000
_PER_STRATEGY: Final = 8
"""Of how many payloads one comes from a strategy, which takes a hundred times as long as a change."""
_MOST_INDEX: Final = 2**32 - 2
_is_index = re.compile(r"0|[1-9][0-9]{0,9}").fullmatch
_OPAQUE: Final = ("bigint", "date", "function", "instance", "map", "string", "symbol")


class Opaque:
    """A value that JSON cannot represent; the driver puts one of JavaScript in its place.

    Args:
        kind: Which one.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return f"<{self.kind}>"


@attrs.frozen
class Case:
    """A payload with the arguments of a check."""

    payload: Any
    operation: Operation
    activity_type: ActivityType | None = None
    enable: tuple[str, ...] = ()

    def line(self) -> str:
        """Return the line for the driver."""
        asked = {"payload": marked(self.payload), "operation": self.operation, "enable": self.enable}
        if self.activity_type is not None:
            asked["activity_type"] = self.activity_type
        return json.dumps(asked)

    def expected(self) -> tuple[bool, list[list[str]]]:
        """Return what Python says: whether the payload is valid, and its problems."""
        problems = check(self.payload, self.operation, activity_type=self.activity_type, enable=self.enable)
        found = [[each.rule, str(each.severity), each.pointer] for each in problems]
        return not any(each.is_error for each in problems), found


def as_javascript_reads(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value as JavaScript reads it from JSON."""
    if isinstance(value, dict):
        members = {as_javascript_reads(key): as_javascript_reads(item) for key, item in value.items()}
        indexes = sorted((key for key in members if _is_index(key) and int(key) <= _MOST_INDEX), key=int)
        return {key: members[key] for key in (*indexes, *(key for key in members if key not in indexes))}
    if isinstance(value, list):
        return [as_javascript_reads(item) for item in value]
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    return value


def _number(value: float) -> float:
    try:
        double = float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
    return int(double) if math.isfinite(double) and double.is_integer() and abs(double) < 1e21 else double  # noqa: PLR2004 - from there, both write an exponent


def marked(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value with markers in the place of what JSON cannot represent."""
    if isinstance(value, dict):
        return {key: marked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [marked(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {"\0number": str(value)}
    return {"\0opaque": value.kind} if isinstance(value, Opaque) else value


def is_shared(value: Any) -> bool:  # noqa: ANN401 - any value
    """Return whether both languages have such a value."""
    if isinstance(value, dict):
        return all(type(key) is str and is_shared(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(is_shared, value))
    return value is None or type(value) in {str, int, float, bool, Opaque}


class Changes:
    """Changes of payloads at random.

    Args:
        seed: Chooses them.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.pool: list[Any] = [
            None,
            True,
            False,
            0,
            -1,
            1,
            2.5,
            1e308,
            math.nan,
            math.inf,
            "",
            " ",
            "__proto__",
            [],
            {},
        ]
        self.pool += [
            "x" * 64,
            "x" * 65,
            "é" * 5000,
            "💡" * 100,
            "\ud800",
            "\u2003\x1c",
            "\ufeff",
            *map(Opaque, _OPAQUE),
        ]
        self.pool += ["shortcuts://run-shortcut?name=x", "shortcuts://run-\u017fhortcut?name=x", "https://é.com/ b"]
        self.of_field: dict[str, list[Any]] = {}
        self.names: list[str] = ["7", "constructor", "toString", "stream_key", "", "a/b~c"]

    def learn(self, value: Any) -> None:  # noqa: ANN401 - any value
        """Take the values and the keys of a payload for other ones."""
        if isinstance(value, dict):
            self.names += value
            self.pool += value.values()
            for name, item in value.items():
                self.of_field.setdefault(name, []).append(item)
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            self.learn(item)

    def changed(self, payload: Any) -> Any:  # noqa: ANN401 - any value
        """Return a copy of a payload that is changed in one to four places."""
        copy = _copy(payload)
        for _ in range(self.random.choice((1, 1, 2, 3, 4))):
            places = list(_containers(copy))
            if not places:
                return self.random.choice(self.pool)
            self.change(self.random.choice(places))
        return copy

    def change(self, at: dict[str, Any] | list[Any]) -> None:
        """Change one member of an object or a list."""
        kind = self.random.randrange(10)
        value = _copy(self.random.choice(self.pool))
        if isinstance(at, list):
            if at and kind < 5:  # noqa: PLR2004 - half of the changes
                at[self.random.randrange(len(at))] = value
            else:
                at.extend([value] * self.random.choice((1, 1, 2, 9, 25)))
            return
        name = self.random.choice([*at]) if at else self.random.choice(self.names)
        if kind == 0:
            at.pop(name, None)
        elif kind == 1:
            at[self.random.choice(self.names)] = at.pop(name, value)
        elif kind == 2:  # noqa: PLR2004 - as above
            at[self.random.choice(self.names)] = value
        elif kind == 3:  # noqa: PLR2004 - as above
            at[name] = value
        else:  # a value of the same field elsewhere, with which a payload is often valid
            at[name] = _copy(self.random.choice(self.of_field.get(name, self.pool)))


def _copy(value: Any) -> Any:  # noqa: ANN401 - any value
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _containers(value: Any) -> Iterator[dict[str, Any] | list[Any]]:  # noqa: ANN401 - any value
    if isinstance(value, dict | list):
        yield value
        for item in value.values() if isinstance(value, dict) else value:
            yield from _containers(item)


def made(operation: Operation, count: int, seed: int) -> list[Any]:
    """Return payloads of an operation that the strategies make."""
    once = mutated(payloads(operation), operation)
    twice = mutated(once.filter(lambda payload: isinstance(payload, dict)), operation)
    by_sdk = (payloads(operation) | once).flatmap(added).map(lambda pair: pair[0])
    found: list[Any] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=count, database=None, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    @hypothesis.given(payload=st.one_of(payloads(operation), once, twice, by_sdk))
    def collect(payload: Any) -> None:  # noqa: ANN401 - any value
        if is_shared(payload):
            found.append(payload)

    collect()
    return found


def cases(operation: Operation, count: int, seed: int) -> Iterator[Case]:
    """Yield payloads of an operation: those of the fixtures, made ones, and changed ones."""
    changes = Changes(seed)
    known = [
        Case(each.payload(), operation)
        for each in fixtures()
        if each.operation == operation and "text" not in each.data
    ]
    sources = [*(each.payload for each in known), *made(operation, -(-count // _PER_STRATEGY), seed)]
    for payload in sources:
        changes.learn(payload)
    for index in range(count):
        payload = sources[index] if index < len(sources) else changes.changed(changes.random.choice(sources))
        kind = changes.random.choice([*[None] * 14, *ActivityType])
        enable = changes.random.choice([(), (), ("inert-field",), ("inert-field", "legacy-operation")])
        if is_shared(payload):
            yield Case(as_javascript_reads(payload), operation, kind, enable)


class Driver:
    """The process that asks the npm package."""

    def __init__(self, node: str = "node") -> None:
        self.process = subprocess.Popen(
            [node, "test/judge.js"],
            cwd=PACKAGE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, case: Case) -> tuple[bool, list[list[str]]]:
        """Return what the package says about a payload: whether it is valid, and its problems."""
        into, out = self.process.stdin, self.process.stdout
        assert into is not None  # noqa: S101 - both are pipes
        assert out is not None  # noqa: S101 - as above
        into.write(case.line() + "\n")
        into.flush()
        valid, problems = json.loads(out.readline())
        return valid, problems

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


def compare(driver: Driver, found: Iterator[Case], seen: Counter[str]) -> Iterator[str]:
    """Yield a description of each payload about which the packages disagree, and count the payloads by kind."""
    for case in found:
        valid, problems = driver.ask(case)
        expected_valid, expected = case.expected()
        seen["all"] += 1
        seen["valid" if expected_valid else "invalid"] += 1
        seen["problems"] += len(expected)
        seen.update({f"rule {rule}": 1 for rule in {rule for rule, _, _ in expected}})
        if (valid, problems) != (expected_valid, expected):
            yield f"{case}\n  Python: {expected_valid} {expected}\n  npm:    {valid} {problems}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        The exit code: 0 if both packages say the same about all payloads, otherwise 1.
    """
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--examples", type=int, default=EXAMPLES, metavar="N", help="payloads in all (default: 100,000)"
    )
    parser.add_argument("--record", action="store_true", help="write the result to docs/verification.md")
    parser.add_argument(
        "--seed",
        type=int,
        default=dt.datetime.now(dt.UTC).date().toordinal(),
        metavar="N",
        help="chooses them (default: new each day)",
    )
    options = parser.parse_args(arguments)
    driver, seen, start = Driver(), Counter[str](), time.monotonic()
    each, differing = -(-options.examples // len(Operation)), 0
    for operation in Operation:
        for line in compare(driver, cases(operation, each, options.seed), seen):
            differing += 1
            if differing <= 10:  # noqa: PLR2004 - enough to see
                print(line)
    driver.close()
    rules = sum(1 for name in seen if name.startswith("rule "))
    result = (
        f"seed {options.seed}: {seen['all']:,} payloads ({seen['valid']:,} valid, {seen['invalid']:,} invalid), "
        f"{seen['problems']:,} problems of {rules} rules, {differing:,} differences, {time.monotonic() - start:.0f} s"
    )
    print(result)
    if options.record:
        record("npm", [f"{dt.datetime.now(dt.UTC).date()}, {result}."])
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
