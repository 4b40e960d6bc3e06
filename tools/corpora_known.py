"""What is known of each suite: where it comes from, and the cases that are not read as they should be, with reasons."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from attrs.validators import deep_iterable, in_, instance_of
from corpora_readers import ORDER, Verdict
from corpora_suites import INVALID, KINDS, UNDEFINED, VALID, Case

KNOWN: Final = Path(__file__).with_name("corpora.toml")
_HEAD: Final = """\
# What our readers of JSON and YAML make of public test suites. `tools/corpora.py` compares it with what they do now;
# `tools/corpora.py --update` writes this file, and keeps the reasons.
#
# Each suite has the package that brings it, and the number of its cases of each kind. Valid texts are read, and all
# others refused, except for those in the lists, each of which says what becomes of its cases, and why.
"""
_OUTCOMES: Final = sorted({outcome for order in ORDER.values() for outcome in order})
_IN_LINE: Final = 120
_SHORT: Final = 300
_EQUAL: Final = 3
"""So many outcomes of an undefined text are as good as each other."""


@attrs.frozen
class Group:
    """Cases of which the same becomes for the same reason.

    Args:
        outcome: What becomes of them.
        reason: Why; empty if nobody has said it yet.
        cases: Their names.
    """

    outcome: str = attrs.field(validator=in_(_OUTCOMES))
    reason: str = attrs.field(validator=instance_of(str))
    cases: list[str] = attrs.field(validator=deep_iterable(instance_of(str), instance_of(list)))


@attrs.frozen
class Known:
    """What is known of a suite.

    Args:
        registry: The registry that brings it.
        package: The package there.
        version: The version of the package.
        valid: The number of its valid cases.
        invalid: The number of its invalid cases.
        undefined: The number of its other cases.
        groups: The cases of which becomes something else than of most.
    """

    registry: str = attrs.field(validator=in_(["PyPI", "npm"]))
    package: str = attrs.field(validator=instance_of(str))
    version: str = attrs.field(validator=instance_of(str))
    valid: int = attrs.field(validator=instance_of(int))
    invalid: int = attrs.field(validator=instance_of(int))
    undefined: int = attrs.field(validator=instance_of(int))
    groups: list[Group] = attrs.Factory(list)

    def outcomes(self, cases: Iterable[Case]) -> dict[str, str]:
        """Return what should become of each case."""
        found = {case.name: ORDER[case.kind][0] for case in cases}
        return found | {name: group.outcome for group in self.groups for name in group.cases}


def read_known(path: Path) -> dict[str, Known]:
    """Read what is known.

    Args:
        path: The file.

    Returns:
        What is known by the keys of the suites.

    Raises:
        ValueError: If the file is not what it should be.
    """
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        return {
            key: Known(**{**table, "groups": [Group(**each) for each in table.get("groups", [])]})
            for key, table in tables.items()
        }
    except (TypeError, ValueError, AttributeError) as error:
        # The message of attrs is the first argument; others are the field and the value.
        message = f"{path.name} cannot be read: {error.args[0] if error.args else error}"
        raise ValueError(message) from None


def write_known(path: Path, known: Mapping[str, Known]) -> None:
    """Write what is known.

    Args:
        path: The file.
        known: What is known by the keys of the suites.
    """
    lines = [_HEAD]
    for key, each in known.items():
        names = ("registry", "package", "version", *KINDS)
        lines += [f"[{key}]", *(f"{name} = {json.dumps(getattr(each, name))}" for name in names)]
        for group in each.groups:
            lines += ["", f"[[{key}.groups]]", f"outcome = {_quoted(group.outcome)}"]
            lines += [f"reason = {_quoted(group.reason)}", *_list("cases", group.cases)]
        lines.append("")
    path.write_text("\n".join(lines), "utf-8", newline="\n")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(name: str, texts: Sequence[str]) -> list[str]:
    quoted = [_quoted(text) for text in texts]
    in_one_line = f"{name} = [{', '.join(quoted)}]"
    if len(in_one_line) <= _IN_LINE:
        return [in_one_line]
    lines = [f"{name} = ["]
    for text in quoted:
        if lines[-1].startswith(" ") and len(f"{lines[-1]} {text},") <= _IN_LINE:
            lines[-1] += f" {text},"
        else:
            lines.append(f"  {text},")
    return [*lines, "]"]


def changes(known: Known, cases: Sequence[Case], verdicts: Mapping[str, Verdict]) -> list[str]:
    """Compare what is known with what became of the cases.

    Args:
        known: What is known.
        cases: The cases.
        verdicts: What became of them, by name.

    Returns:
        A line for each case and each number that differs; none if nothing has changed.
    """
    counts = Counter(case.kind for case in cases)
    found = [
        f"{counts[kind]} cases are {kind}, rather than {getattr(known, kind)}"
        for kind in KINDS
        if counts[kind] != getattr(known, kind)
    ]
    expected = known.outcomes(cases)
    for case in cases:
        before, (outcome, detail) = expected[case.name], verdicts[case.name]
        if outcome != before:
            how = _how(case.kind, before, outcome)
            found.append(f"{how}: {case.name}, which is {case.kind}: {outcome}, before: {before} ({_short(detail)})")
    found += [f"no such case: {name}" for name in expected if name not in verdicts]
    found += [
        f"no reason is given: {', '.join(group.cases)}: {group.outcome}" for group in known.groups if not group.reason
    ]
    return found


def _short(detail: str) -> str:
    """Return the beginning of a text, in one line."""
    line = " ".join(detail.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"


def _how(kind: str, before: str, now: str) -> str:
    order = ORDER[kind]
    if before not in order:
        return "changed"  # the kind of the case has changed
    ranks = [order.index(outcome) for outcome in (before, now)]
    if kind == UNDEFINED:
        ranks = [max(rank, _EQUAL - 1) for rank in ranks]
    return "worse" if ranks[1] > ranks[0] else "better" if ranks[1] < ranks[0] else "changed"


def updated(known: Known, cases: Sequence[Case], verdicts: Mapping[str, Verdict]) -> Known:
    """Return what is known now: with the reasons of what has not changed, and without reasons for the rest.

    Args:
        known: What was known.
        cases: The cases.
        verdicts: What became of them, by name.
    """
    counts = Counter(case.kind for case in cases)
    left = {case.name: verdicts[case.name].outcome for case in cases}
    for case in cases:
        if left[case.name] == ORDER[case.kind][0]:
            del left[case.name]
    groups = []
    for group in known.groups:
        names = [name for name in group.cases if left.get(name) == group.outcome]
        groups += [attrs.evolve(group, cases=names)] if names else []
        left = {name: outcome for name, outcome in left.items() if name not in names}
    new = sorted(set(left.values()))
    groups += [Group(outcome, "", [name for name in left if left[name] == outcome]) for outcome in new]
    return attrs.evolve(known, valid=counts[VALID], invalid=counts[INVALID], undefined=counts[UNDEFINED], groups=groups)
