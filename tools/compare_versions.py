"""Check the same payloads with two checkouts of this library, and print where the results differ.

Each checkout generates the payloads from the seed and from the fixtures and examples of the repository of
this script: a third are typical payloads, a third have mistakes, and a third are arbitrary values. The exit
code is 0 if all results are equal and the files in ``schemas/`` are identical, 1 if not, and 2 if a checkout
does not run.

    python tools/compare_versions.py OLD NEW --payloads 20000 --seed 0
"""

from __future__ import annotations

import argparse
import copy
import importlib
import inspect
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, UserDict, deque
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any
from zlib import crc32

import attrs

ROOT = Path(__file__).resolve().parents[1]
OPERATIONS = ("start", "update", "end", "stream", "end_stream")
TYPES = ("segmented_progress", "progress", "metrics", "stats", "alert", "timer", "value")
ACTIONS = {"open_url": "OpenUrlAction", "webhook": "WebhookAction"}
PARTS = {"alert": "PushAlert", "target": "Target", "icon": "Icon", "badge": "Badge"}
COMPARED = ["rule", "severity", "pointer", "line", "column", "at_key", "path", "message", "hint"]
NUMBERS: tuple[float, ...] = (
    *(0, 1, -1, 2, 2.0, 2.5, 4, 5, 8, 42, 99.9, 100, 100.0, 100.00000000000001, 101, -0.0, -1e-9, 5e-324, 2**53 + 1),
    *(sys.float_info.max, -sys.float_info.max, int(sys.float_info.max), int(sys.float_info.max) + 1, -(10**309)),
    *(10**309, 10**5000, float("nan"), float("inf"), float("-inf")),
)
WORDS = (
    *("", " ", "\t\n", "a", "\0", "\u2028", "\u00a0", "\ud800", "ok \udfff", "\ud83d\ude00", "😀", "é" * 64, "n" * 63),
    *("n" * 64, "n" * 65, "n" * 100, "n" * 101, "n" * 4000, "é" * 4001, "n" * 20000, "42", "-1234.5", "1e3", "9" * 17),
    *("lime", "Lime", "grey", "GRAY", "GET", "get", "PUT", "POST", "progres", "open-url", *TYPES, *ACTIONS),
    *("https://", "http://a", "HTTPS://A.com", "https://a b.com", "//a/b", "ftp://a", "https://a\n", " https://a"),
    *("shortcuts://run-shortcut", "shortcuts://run-shortcut?name=A", "Shortcuts:x", "https://[::1]/", "https://ü.de"),
    *("https://a/\ud800", "javascript:1", "https://me@host", "https://?q", "bolt.fill", "Bolt Fill", "bolt..fill"),
)
KEYS = ("a/b", "m~n", "", " ", "\ud800", "größe", "n" * 100, "n" * 101, "operation", "stream_key")
STREAM_KEYS = ("a", "prod-web_1", "A" * 255, "A" * 256, "", "prod web", "größe", "prod-web\n", 7, None, b"a", "\ud800")
COUNTS, LENGTHS = (0, 1, 2, 3, 8, 9, 19, 20, 21, 49, 50, 51), (1, 63, 64, 65, 99, 100, 101, 3999, 4000, 4001)
DEPTHS, WAYS = (1, 2, *range(195, 213), 300, 1500), ("rename", "move", "add", "add")
JUNK = (*",:\"'{}[]\\\0\n0-.e#/\ud800\u00a0", *["NaN", "None", "True"] * 6)
BUILDING, READING, SHOWN = {3, 8}, {0, 5}, 10
# Values that senders may have in memory: members of an enumeration, subclasses, and a mapping that raises when read.
Shade = StrEnum("Shade", {"LIME": "lime", "BEIGE": "beige", "PROGRESS": "progress", "GET": "GET"})
Word = type("Word", (str,), {"__str__": lambda _: "another"})
Count, Share, Key = (type(base.__name__, (base,), {"__hash__": lambda _: 7}) for base in (int, float, str))
Sulky = type("Sulky", (UserDict,), {"__getitem__": lambda _, key: {}[key]})
TWINS: dict[type, tuple[Callable[[Any], Any], ...]] = {
    dict: (UserDict, MappingProxyType),
    list: (tuple, deque),
    str: (Word, lambda word: Shade(word) if word in set(Shade) else word),
    int: (Count,),
    float: (Share,),
}
Case = tuple[Any, str, str | None]  # a payload, its operation, and the type of the existing activity


class Maker:
    """A generator of payloads from a corpus, which keeps all cases, the valid ones, texts, and values by field."""

    def __init__(self, seed: int) -> None:
        self.seed, self.rng = seed, random.Random()  # noqa: S311 - not for cryptography
        self.every, self.good, self.texts = list[Case](), list[Case](), list[bytes]()
        self.usual: dict[str, dict[str, list[Any]]] = {}
        for path in sorted((ROOT / "tests" / "fixtures").rglob("*.json")):
            fixture = json.loads(path.read_bytes())
            if "text" in fixture:
                self.texts.append(fixture["text"].encode("utf-8", "surrogateescape"))
            else:
                case = (fixture["payload"], fixture["operation"], fixture.get("activity_type"))
                self.take(case, good="invalid" not in path.parts)
        for path in sorted((ROOT / "examples").rglob("*.json")):
            self.take((json.loads(path.read_bytes()), path.parent.name, None), good="broken" not in path.parts)

    def take(self, case: Case, *, good: bool) -> None:
        """Add a case to the corpus."""
        self.every.append(case)
        if good:
            self.good.append(case)
            self.collect(case[0], "")

    def collect(self, value: object, holder: str) -> None:
        """Record the values of each field of each object."""
        for key, item in value.items() if isinstance(value, dict) else ():
            values = self.usual.setdefault(holder, {}).setdefault(key, [])
            if item not in values:
                values.append(item)
            self.collect(item, key)
        for item in value if isinstance(value, list) else ():
            self.collect(item, holder)

    def chance(self, share: float) -> bool:
        """Return True with a given probability."""
        return self.rng.random() < share

    def case(self, index: int) -> Case:
        """Return the payload with a given number: first the unchanged corpus, then the three kinds in turn."""
        self.rng.seed(f"{self.seed} {index}")
        if index < len(self.every):
            return copy.deepcopy(self.every[index])
        state = {"content_state": self.anything(2, "content_state")} if self.chance(0.8) else {}
        some = self.anything(4) if self.chance(0.2) else self.anything(2, "") | state
        made = self.changed(mildly=index % 3 == 1) if index % 3 else (some, self.rng.choice(OPERATIONS), None)
        payload, operation, known = made
        if self.chance(0.4):
            own = attempt(lambda: payload["content_state"]["type"])
            known = own if own in TYPES and self.chance(0.6) else self.rng.choice(TYPES)
        if self.chance(0.003):
            operation, known = self.rng.choice((("starts", known), (operation, "progres")))
        return payload, operation, known

    def changed(self, *, mildly: bool) -> Case:
        """Return a changed valid payload that is probably still valid, or any payload with a few mistakes."""
        choice = self.rng.choice
        payload, operation, known = copy.deepcopy(choice(self.good if mildly else self.every))
        if mildly and self.chance(0.3):
            operation = choice(OPERATIONS)
            kept = {name: item for name, item in payload.items() if name not in {"activity_id", "channels", *PARTS}}
            payload = kept | ({"activity_id": "act_7"} if operation in {"update", "end"} else {})
        for _ in range(choice((0, 1, 1, 2, 4) if mildly else (1, 2, 3))):
            holder, key, name = self.place(payload)
            if type(holder) is dict and self.chance(0.2 if mildly else 0.35):
                self.arrange(choice(("drop", "shuffle", *(() if mildly else WAYS))), holder, key, payload)
            elif holder:
                twins = TWINS.get(type(holder[key]), (lambda same: same,))
                usual = [copy.deepcopy(choice(self.usual[name][key]))] if key in self.usual.get(name, {}) else []
                new = [*usual, *usual] if mildly else [*map(self.bent, [holder[key]] * 4), self.anything(2), self.odd()]
                holder[key] = choice([*new, choice(twins)(holder[key])])
        holder, key, _ = self.place(payload)
        for _ in range(choice(DEPTHS) if holder and not mildly and self.chance(0.03) else 0):
            holder[key] = {"in": holder[key]} if self.chance(0.2) else [holder[key]]
        return payload, choice(OPERATIONS) if not mildly and self.chance(0.15) else operation, known

    def anything(self, depth: int, holder: str | None = None) -> Any:  # noqa: ANN401 - any value
        """Return an object with some fields, or any value, which is rarely one that JSON cannot represent."""
        rng, size = self.rng, self.rng.choice((0, 1, 1, 2, 3, 5)) if depth else 0
        if holder is not None:
            usual, inner = self.usual[holder], dict(zip(self.usual, self.usual, strict=True))
            names = rng.sample([*usual], min(size + 1, len(usual)))
            new = [self.anything(2, inner.get(name)) if self.chance(0.2) else rng.choice(usual[name]) for name in names]
            return dict(zip(names, copy.deepcopy(new), strict=True))
        kind = rng.choices((list, dict, type, str), (20, 30, 4, 46))[0]
        if kind is list:
            return [self.anything(depth - 1) for _ in range(size)]
        if kind is dict:
            keys = rng.choices((*self.usual[rng.choice(("", "content_state", "metrics", "action"))], *KEYS), k=size)
            return {key: self.anything(depth - 1) for key in keys}
        return self.odd() if kind is type else rng.choice(rng.choice((NUMBERS, WORDS, (None, True, False))))

    def odd(self) -> Any:  # noqa: ANN401 - any value of Python
        """Return a value that JSON cannot represent, or one of an unusual type."""
        when, loop = datetime(2026, 7, 1, tzinfo=UTC), list[object]()
        loop.append(
            loop
        )  # inside a deque, which is never changed; a change that copies the list into itself would never end
        words: list[Any] = [*Shade, Word("lime"), Word(""), Count(5), Share(2.5), b"lime", bytearray(b"7"), 1j, ...]
        words += [when, when.date(), {7}, frozenset(), Decimal("4.2"), (1, 2), range(3), deque([loop]), Sulky(a=1), int]
        keys = ({7: "b", "7": 7}, {7: 1, 8: 2}, {(1, 2): 3}, {Word("title"): "a"}, {Key("a"): 1, "a": 2}, {b"a": 1})
        return self.rng.choice((*words, *keys))

    def place(self, payload: Any) -> tuple[Any, Any, str]:  # noqa: ANN401 - any value
        """Return a random member as its container, its key and the name of the container; None for an empty payload."""
        holder, name = payload, ""
        while type(holder) in {dict, list} and holder:
            keys = list(holder) if type(holder) is dict else [*range(len(holder))]
            inner = [key for key in keys if type(holder[key]) in {dict, list} and holder[key]]
            key = self.rng.choice(inner if inner and self.chance(0.7) else keys)
            if key not in inner or self.chance(0.2):
                return holder, key, name
            holder, name = holder[key], key if type(holder) is dict else name
        return None, None, ""

    def bent(self, value: Any) -> Any:  # noqa: ANN401 - any value
        """Return a value of the same type at or just beyond a bound, or the value converted to another type."""
        rng, count = self.rng, self.rng.choice(COUNTS)
        if isinstance(value, str):
            long = (value[:1] or "n").ljust(rng.choice(LENGTHS), rng.choice("né😀 "))
            return rng.choice((self.misspelt(value), long, f" {value}", f"{value}\ud800", value[:1], len(value)))
        if isinstance(value, int | float) and abs(value) < sys.float_info.max:
            return rng.choice((+value, value + 1, value / 2, float(value), f"{value:.{count}f}", not value, *NUMBERS))
        if isinstance(value, list) and value:
            many, named = enumerate(itertools.islice(itertools.cycle(value), count)), self.chance(0.5)
            return [it | ({"label": f"Label {at}"} if named else {}) if isinstance(it, dict) else it for at, it in many]
        if isinstance(value, dict):
            large = {f"k{at}": rng.choice(("n" * 4000, "é" * 2000)) for at in range(4)}  # with k, about 16,384 bytes
            large["k"] = "n" * rng.choice((343, 344, 345))
            more = {f"key {at}": rng.choice((at, "é", True)) for at in range(count)}
            return rng.choice((large, value | more, value | {"odd": self.odd()}))
        return [value]

    def misspelt(self, word: str) -> str:
        """Return a misspelling of a word."""
        at = self.rng.randrange(len(word) + 1)
        once = (word[:at] + word[at + 1 :], word[:at] + word[at : at + 1] + word[at:], word.upper(), f"{word}s")
        return self.rng.choice((*once, word.title().replace("_", ""), word.replace("_", "-"), word.replace("r", "ur")))

    def arrange(self, how: str, holder: dict[Any, Any], key: Any, payload: object) -> None:  # noqa: ANN401 - any key
        """Remove, rename or move a member of an object, shuffle the members, or add fields of some object."""
        items = list(holder.items())
        if how == "add":
            holder |= self.anything(0, self.rng.choice(("", "content_state", "metrics", "action", "badge")))
        elif how in {"drop", "move"}:
            moved, to = holder.pop(key), self.place(payload)[0]
            if how == "move" and type(to) is dict:
                to[key] = moved
        else:
            new = self.misspelt(key) if how == "rename" and type(key) is str else key
            self.rng.shuffle(items if how == "shuffle" else [])
            holder.clear()
            holder.update((new if name == key else name, item) for name, item in items)

    def text(self, payload: object) -> str | bytes:
        """Return the JSON text of a payload or a text of the corpus, usually damaged."""
        rng = self.rng
        text = attempt(json.dumps, payload, ensure_ascii=self.chance(0.5), indent=rng.choice((None, 2)))
        text = rng.choice(self.texts).decode("utf-8", "replace") if "Error: " in text or self.chance(0.2) else text
        at, junk = rng.randrange(len(text) + 1), rng.choice(JUNK)
        again = re.sub(r'("\w+"): ', r"\1: 1, \1: ", text, count=rng.choice((0, 1, 2)))
        ends = (text[:at], f"{text} {{}}", f"\ufeff{text}", re.sub(r"(?<=[\w\"\]}])([\]}])", r",\1", text, count=2))
        inside = (text[:at] + junk + text[at:], text[:at] + text[at + 1 :], text.replace('"', "'"))
        words = (re.sub(r"\d", r"0\g<0>", text, count=2), re.sub(r"\d+|true", lambda _: junk, text))
        slips = (text.replace('"', '"\\x', 3), text.replace('": "', '": "\\ud83d', 2), re.sub(r"\d", "9" * 400, text))
        text = rng.choice((text, text, again, again, *ends, *inside, *words, *slips))
        data = text.encode("utf-8", "surrogatepass")
        other = (data[:at] + b"\xff" + data[at:], text.encode("utf-16", "surrogatepass"), rng.choice(self.texts))
        return rng.choice((text, rng.choice((data, data, *other))))


def attempt(call: Callable[..., Any], *args: object, **named: object) -> Any:  # noqa: ANN401 - what the call returns
    """Return the result of a call, or what it raised: an `InvalidPayload` itself, the text of any other exception."""
    try:
        return call(*args, **named)
    except Exception as error:  # noqa: BLE001 - the exception may be the difference
        return error if hasattr(error, "problems") else f"{type(error).__name__}: {error}"


def shown(answer: Any) -> object:  # noqa: ANN401 - a result of `attempt`
    """Return problems, an `InvalidPayload` or a model in a form that JSON can represent."""
    if isinstance(answer, list):
        return [[getattr(each, name, None) for name in COMPARED] for each in answer]
    return (
        [str(answer) if "message" in COMPARED else "", shown(list(answer.problems))]
        if hasattr(answer, "problems")
        else repr(answer)
    )


def record(lib: Any, maker: Maker, index: int) -> dict[str, object]:  # noqa: ANN401 - the module of a checkout
    """Return all results of a library for a payload."""
    (payload, operation, known), tenth = maker.case(index), index % 10
    before = attempt(repr, payload)
    problems = attempt(lib.check, payload, operation, activity_type=known)
    request = attempt(lib.load, payload, operation, activity_type=known)
    made = {"payload": crc32(before.encode("utf-8", "replace")), "check": shown(problems)}
    made["is_valid"] = attempt(lib.is_valid, payload, operation, activity_type=known)
    if isinstance(request, lib.InvalidPayload):
        made["load reports the problems of check"] = list(request.problems) == problems
    else:
        made |= {"load": shown(request), "state": type(getattr(request, "content_state", None)).__name__}
        made |= dumped(lib, request)
    if tenth == 1:
        enabled = attempt(lib.check, payload, operation, activity_type=known, enable=["legacy-operation"])
        made |= {"legacy": shown(enabled), "stream key": shown(lib.check_stream_key(maker.rng.choice(STREAM_KEYS)))}
    elif isinstance(payload, dict) and tenth in BUILDING:
        built = attempt(build, lib, payload, f"{operation}_request", str(made.get("state", "Progress")))
        made |= {"built": shown(built), "built dumps": dumped(lib, built), "same": built == request}
    elif tenth in READING:
        text = attempt(maker.text, payload)
        made |= {"text": repr(text)[:200], "loads": shown(attempt(lib.loads, text, operation, activity_type=known))}
    return made | {"unchanged": before == attempt(repr, payload)}


def dumped(lib: Any, model: object) -> dict[str, object]:  # noqa: ANN401 - the module of a checkout
    """Return the results of `dump` and `dumps` for a model; empty for any other value."""
    return {each: repr(attempt(getattr(lib, each), model)) for each in ("dump", "dumps") if attrs.has(type(model))}


def build(lib: Any, fields: dict[Any, Any], name: str, state: str) -> object:  # noqa: ANN401 - the module of a checkout
    """Build a model from keyword arguments, its parts first; a state without a type gets the class that was loaded."""
    cls = getattr(lib, name if name[0].isupper() else name.title().replace("_", ""))
    takes, made = inspect.signature(cls).parameters, {"type": None, **fields} if cls.__name__ == state else {**fields}
    for key, item in fields.items():
        if key == "metrics" and isinstance(item, list):
            made[key] = [build(lib, each, "Metric", state) if isinstance(each, dict) else each for each in item]
        elif isinstance(item, dict) and key in {*PARTS, "content_state", "action", "secondary_action"}:
            kind = state if key == "content_state" else "WebhookAction"
            kind = item["type"] if item.get("type") in TYPES else ACTIONS.get(item.get("type", ""), kind)
            made[key] = build(lib, item, PARTS.get(key, kind), state)
    return cls(**{name: item for name, item in made.items() if name in takes})


def compare(lines: tuple[IO[str], IO[str]], maker: Maker, rules: list[str]) -> int:
    """Print the first ten differences between the results of two checkouts and a summary; return the number of all."""
    outcomes, seen, found = Counter[str](), set[str](), 0
    for index, (old, new) in enumerate(zip(*lines, strict=True)):
        result, other = json.loads(old), json.loads(new)
        verdict = "no verdict" if isinstance(result["is_valid"], str) else "valid" if result["is_valid"] else "invalid"
        outcomes[f"{verdict}, with warnings only" if verdict == "valid" and result["check"] else verdict] += 1
        seen.update(re.findall(r'\["([a-z0-9-]+)", "(?:error|warning)", "', old))
        found += result != other
        if result == other or found > SHOWN:
            continue
        print(f"\npayload {index}: {attempt(repr, maker.case(index)[::-1])[:2000]}")
        for name in (each for each in {**result, **other} if result.get(each) != other.get(each)):
            one, two = (json.dumps(each.get(name)) for each in (result, other))
            at = max(0, next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0) - 60)
            part = slice(at, at + 400)
            print(f"  {name}, from character {at}\n    old: {one[part]}\n    new: {two[part]}")
    print(f"\n{outcomes.total():,} payloads: {', '.join(f'{n:,} {each}' for each, n in outcomes.most_common())}")
    missing = ", ".join(rule for rule in rules if rule not in seen)
    print(f"{len(seen & {*rules})} of {len(rules)} rules reported; not reported: {missing}")
    print(f"{len(seen)} rules reported: {', '.join(sorted(seen))}\n{found:,} payloads with different results")
    return found


def main() -> int:
    """Compare two checkouts, or with ``--side`` print the results of one.

    Returns:
        The exit code: 0 for equal results, 1 for differences, 2 if a checkout does not run.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path, help="the checkout to compare with")
    parser.add_argument("new", type=Path, help="the checkout to compare")
    parser.add_argument("--payloads", type=int, default=20_000, help="number of payloads (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="seed of the payloads (default: %(default)s)")
    parser.add_argument("--side", action="store_true", help=argparse.SUPPRESS)  # print the results of NEW
    parser.add_argument("--without-wording", action="store_true", help="do not compare messages and hints")
    given = parser.parse_args()
    if given.without_wording:
        del COMPARED[-2:]
    old, new = given.old.resolve(), given.new.resolve()
    maker = Maker(given.seed)
    if given.side:
        library = importlib.import_module("liveschema")
        if not Path(str(library.__file__)).resolve().is_relative_to(new):
            sys.exit(f"liveschema cannot be imported from {new}")
        for index in range(given.payloads):
            print(json.dumps(record(library, maker, index), default=repr))
        return 0
    with tempfile.TemporaryFile("w+") as one, tempfile.TemporaryFile("w+") as two:
        call, settings = [sys.executable, "-B"], [f"--payloads={given.payloads}", f"--seed={given.seed}", "--side"]
        settings += ["--without-wording"] if given.without_wording else []
        here = os.environ | {"PYTHONPATH": ".", "PYTHONHASHSEED": "0"}
        calls = [([*call, __file__, old, side, *settings], side, out) for side, out in ((old, one), (new, two))]
        sides = [subprocess.Popen(call, cwd=side, stdout=out, env=here) for call, side, out in calls]
        if {side.wait() for side in sides} != {0}:
            return 2
        listed = subprocess.check_output([*call, "-m", "liveschema", "rules"], cwd=old, env=here, text=True)
        one.seek(0), two.seek(0)
        found = compare((one, two), maker, [line.split()[0] for line in listed.splitlines()])
    left, right = ({p.relative_to(side): p.read_bytes() for p in side.glob("schemas/**/*.json")} for side in (old, new))
    differing = [str(path) for path in sorted(left.keys() | right.keys()) if left.get(path) != right.get(path)]
    print(f"schemas/: {len(left)} files, {', '.join(['differing:', *differing]) if differing else 'identical'}")
    return 1 if found or differing else 0


if __name__ == "__main__":
    sys.exit(main())
