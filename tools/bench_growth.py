"""Measure how the time and the memory of the command grow with its input, for every input format, command and report.

Each case is run in a process of its own at two sizes, of which the second is
ten times the first. A line has the CPU time at both sizes, how many times as
long the second one takes, and its peak memory. What the command takes for one
small file is subtracted from the times. With ``--check``, it exits with code 1
if a case takes more than 13 times as long.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

MOST: Final = 13.0
FACTOR: Final = 10
GOOD: Final[dict[str, Any]] = {
    "activity_id": "act_7",
    "content_state": {"title": "Nightly backup", "subtitle": "db-1", "type": "progress", "percentage": 42},
}
BAD: Final[dict[str, Any]] = {**GOOD, "content_state": {**GOOD["content_state"], "percentage": 142, "collor": "lime"}}
API: Final = "https://activitysmith.com/api/live-activity"
UPDATE: Final = ("--operation", "update")
REPORTS: Final = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


class Case(NamedTuple):
    """An input of any size and the command that reads it.

    Args:
        file: The name of the file.
        pieces: Yields the pieces of the file without end; the text is cut after the piece that reaches the size.
        before: The text before the pieces.
        after: The text after them.
        command: The command with its options.
    """

    file: str
    pieces: Callable[[], Iterator[str]]
    before: str = ""
    after: str = ""
    command: tuple[str, ...] = ("check",)

    def write(self, folder: Path, size: int) -> None:
        """Write the file with about a number of bytes."""
        with (folder / self.file).open("w", encoding="utf-8") as out:
            written = out.write(self.before)
            for piece in self.pieces():
                written += out.write(piece)
                if written >= size:
                    break
            out.write(self.after)


def each(text: str) -> Callable[[], Iterator[str]]:
    """Return a function that yields a text again and again, with a number in place of ``NUMBER``."""

    def pieces() -> Iterator[str]:
        number = 0
        while True:
            number += 1
            yield text.replace("NUMBER", str(number))

    return pieces


def items(value: object, end: str = "") -> Callable[[], Iterator[str]]:
    """Return a function that yields a JSON value as the items of a list, with a text in place of its last bracket."""
    text = json.dumps(value)
    text = text[: -len("}")] + end if end else text
    following = each(f",\n{text}")

    def pieces() -> Iterator[str]:
        yield text.replace("NUMBER", "0")
        yield from following()

    return pieces


def recorded(body: object, operation: str = "update") -> dict[str, Any]:
    """Return a recorded request."""
    return {"method": "POST", "path": f"/api/live-activity/{operation}", "body": body}


def har(body: object) -> dict[str, Any]:
    """Return an entry of a HAR archive."""
    sent = {"mimeType": "application/json", "text": json.dumps(body)}
    return {
        "startedDateTime": "2026-11-24T03:00:00Z",
        "request": {"method": "POST", "url": f"{API}/update", "postData": sent},
    }


def as_yaml(body: dict[str, Any], indent: str = "") -> str:
    """Return a payload in YAML."""
    state = "".join(f"{indent}  {key}: {value}\n" for key, value in body["content_state"].items())
    return f"activity_id: {body['activity_id']}\n{indent}content_state:\n{state}"


def curl(body: object, end: str = "\n") -> str:
    """Return a shell command that sends a payload."""
    return f"curl -X POST {API}/update -H 'Content-Type: application/json' -d '{json.dumps(body)}'{end}"


STATE: Final = "content_state: { title: 'x', type: 'progress', percentage: 142 }"
GO_HEAD: Final = 'package a\n\nimport sdk "github.com/ActivitySmithHQ/activitysmith-go"\n\nfunc main() {\n'
GO_STATE: Final = 'sdk.LiveActivityContentStateInput{Title: "x", Type: "progress", Percentage: 142}'
GO_CALL: Final = f"client.LiveActivities.Start(sdk.LiveActivityStartInput{{ContentState: {GO_STATE}}})\n"
ENTRIES: Final = "'title' => 'x', 'type' => 'progress', 'percentage' => 142"
STEP: Final = f"      - name: step NUMBER\n        run: |\n          {curl(BAD)}"
NODE: Final = {
    "parameters": {
        "url": f"{API}/stream/k",
        "method": "PUT",
        "sendBody": True,
        "specifyBody": "json",
        "jsonBody": json.dumps({"content_state": BAD["content_state"]}),
    },
    "type": "n8n-nodes-base.httpRequest",
    "typeVersion": 4.2,
}
OURS: Final = {"parameters": {"operation": "stream"}, "type": "n8n-nodes-activitysmith.activitySmith"}
CELL: Final = {
    "cell_type": "code",
    "metadata": {},
    "source": [f"client.live_activities.stream('k', {ENTRIES.replace(' =>', ':').join('{}')})\n"],
}


def cases() -> dict[str, Case]:
    """Return the cases by name."""
    checked = ("check", *UPDATE)
    found = {
        "JSON list, valid": Case("a.json", items(GOOD), "[", "]", checked),
        "JSON list, findings": Case("a.json", items(BAD), "[", "]", checked),
        "JSON list, one NaN": Case("a.json", items(GOOD), "[", ', {"activity_id": NaN}]', checked),
        "JSON list, one comma too many": Case("a.json", items(GOOD), "[", ",]", checked),
        "JSON, one payload, one finding": Case(
            "a.update.json", items({"a": [1, "x", None]}), '{"activity_id": "a", "metadata": {"a": [', "]}}"
        ),
        "JSON, recorded requests": Case("a.json", items(recorded(BAD)), "[", "]"),
        "JSON, bodies in strings": Case("a.json", items(recorded(json.dumps(BAD))), "[", "]"),
        "JSON, brackets": Case("a.update.json", each("[")),
        "JSON, a NaN in each item": Case("a.update.json", each(',{"a":[NaN]}'), '[{"content_state":{}}', "]"),
        "HAR, valid": Case("a.har", items(har(GOOD)), '{"log": {"entries": [', "]}}"),
        "HAR, findings": Case("a.har", items(har(BAD)), '{"log": {"entries": [', "]}}"),
        "JSON Lines, valid": Case("a.jsonl", each(json.dumps(GOOD) + "\n"), command=checked),
        "JSON Lines, findings": Case("a.jsonl", each(json.dumps(BAD) + "\n"), command=checked),
        "JSON Lines, one process": Case("a.jsonl", each(json.dumps(BAD) + "\n"), command=(*checked, "--jobs", "1")),
        "JSON Lines, one invalid byte": Case(
            "a.jsonl", each(json.dumps(BAD) + "\n"), f"{json.dumps(GOOD)[:-1]}, \x00\n", command=checked
        ),
        "JSON Lines, one line": Case("a.jsonl", items(GOOD), "[", "]", checked),
        "YAML, one document": Case("a.yaml", each(f"- {as_yaml(BAD, '  ')}"), command=checked),
        "YAML, many documents, valid": Case("a.yaml", each(f"---\n{as_yaml(GOOD)}"), command=checked),
        "YAML, many documents, findings": Case("a.yaml", each(f"---\n{as_yaml(BAD)}"), command=checked),
        "YAML, without libyaml": Case("a.yaml", each(f"---\n{as_yaml(BAD)}"), "---\na: ?b\n", command=checked),
        "YAML, unknown ignores": Case(
            "a.yaml", each(f"---\n{as_yaml(GOOD)}# liveschema: ignore[ruleNUMBER]\n"), command=checked
        ),
        "YAML, aliases": Case("a.yaml", each("- *a\n"), "- &a x\n", command=("check", "--operation", "update")),
        "YAML, recorded requests": Case(
            "a.yaml", each(f"- method: POST\n  path: /api/live-activity/update\n  body:\n    {as_yaml(BAD, '    ')}")
        ),
        "YAML, steps of a workflow": Case("a.yml", each(STEP), "on: push\njobs:\n  a:\n    steps:\n"),
        "Markdown, blocks": Case("a.md", each(f"# x\n\n```json update\n{json.dumps(BAD)}\n```\n\n")),
        "Markdown, text": Case("a.md", each("Some text, `code` and more.\n"), "```json update\n[]\n```\n"),
        "Markdown, one block": Case("a.md", items(BAD), "```json update\n[", "]\n```\n"),
        "Markdown, shell": Case("a.md", each(f"```sh\n{curl(BAD)}```\n")),
        "shell, commands": Case("a.sh", each(curl(BAD))),
        "shell, one command": Case("a.sh", items(BAD), f"curl {API}/update -d '[", "]'\n"),
        "shell, variables": Case(
            "a.sh", each(f"V=142\nP='{{\"content_state\": 1}}'\n{curl(BAD).replace('142', '$V')}")
        ),
        "shell, one line": Case("a.sh", each(curl(BAD, "; "))),
        "Python, calls": Case("a.py", each(f"client.live_activities.update({BAD!r})\n")),
        "Python, one call": Case("a.py", items(BAD), "client.live_activities.update({'x': [", "]})\n"),
        "Python, variables": Case("a.py", each(f"vNUMBER = {BAD!r}\nclient.live_activities.update(vNUMBER)\n")),
        "Python, one variable": Case(
            "a.py",
            each("v['content_state']['percentage'] = 142\nclient.live_activities.update(v)\n"),
            f"v = {GOOD!r}\n",
        ),
        "Python, aliases": Case("a.py", each("aNUMBER = v\nclient.live_activities.update(v)\n"), f"v = {BAD!r}\n"),
        "notebook": Case(
            "a.ipynb", items(CELL), '{"cells": [', '], "metadata": {"language_info": {"name": "python"}}}'
        ),
        "n8n, duplicate keys": Case(
            "a.json",
            items(NODE, f', "type": "{NODE["type"]}"}}'),
            f'{{"nodes": [{json.dumps(OURS)},',
            '], "connections": {}}',
        ),
        "n8n": Case("a.json", items(NODE), f'{{"nodes": [{json.dumps(OURS)},', '], "connections": {}}'),
        "JavaScript, calls": Case("a.js", each(f"client.liveActivities.stream('k', {{ {STATE} }});\n")),
        "JavaScript, one line": Case("a.js", each(f"client.liveActivities.stream('k', {{ {STATE} }});")),
        "JavaScript, variables": Case(
            "a.js", each(f"const vNUMBER = {{ {STATE} }};\nclient.liveActivities.stream('k', vNUMBER);\n")
        ),
        "JavaScript, changes": Case(
            "a.js",
            each("v.content_state.percentage = 142;\nclient.liveActivities.stream('k', v);\n"),
            f"const v = {{ {STATE} }};\n",
        ),
        "JavaScript, long text": Case(
            "a.js", each(" + 'x'"), "const s = ''", f";\nclient.liveActivities.stream('k', {{ {STATE} }});\n"
        ),
        "TypeScript, calls": Case("a.ts", each(f"client.liveActivities.stream('k', {{ {STATE} }});\n")),
        "JavaScript, changes by other names": Case(
            "a.js",
            each("const aNUMBER = v;\naNUMBER.kNUMBER = 1;\nclient.liveActivities.stream('k', v);\n"),
            "let v = {};\n",
        ),
        "JavaScript, names bound and used": Case(
            "a.js", each("v = 1; v.f(v);\n"), after=f"client.liveActivities.stream('k', {{ {STATE} }});\n"
        ),
        "JavaScript, one declaration": Case(
            "a.js", each(", aNUMBER = v"), "var v = 1", f";\nclient.liveActivities.stream('k', {{ {STATE} }});\n"
        ),
        "JavaScript, calls inside each other": Case(
            "a.js", each("f(v, "), f"client.liveActivities.stream('k', {{ {STATE} }});\n"
        ),
        "JavaScript, no code": Case("a.js", each("->"), after=f"\nclient.liveActivities.stream('k', {{ {STATE} }});\n"),
        "JavaScript, brackets": Case("a.js", each("("), f"client.liveActivities.stream('k', {{ {STATE} }});\n"),
        "Python, members that are not known": Case(
            "a.py", each("'kNUMBER': 1, **more, "), "client.live_activities.update({", "})\n"
        ),
        "Python, a long text in variables": Case(
            "a.py", each("x"), "v = '", "'\n" + "client.live_activities.update({'activity_id': v})\n" * 100
        ),
        "Ruby, loops": Case(
            "a.rb", each("for x in y do\nend\n"), after=f"client.live_activities.stream('k', {{ {STATE} }})\n"
        ),
        "PHP, arguments by reference": Case(
            "a.php",
            each("f($v);\n"),
            "<?php\nfunction f(&$a) {}\n",
            f"$c->liveActivities->stream('k', ['content_state' => [{ENTRIES}]]);\n",
        ),
        "API keys": Case("a.sh", each(curl(BAD).replace("-d", "-H 'Authorization: Bearer as_live_kNUMBERabcd' -d"))),
        "Go, calls": Case("a.go", each(GO_CALL), GO_HEAD, "}\n"),
        "Go, long text": Case("a.go", each(' + "x"'), f'{GO_HEAD}s := "a"', f"\n{GO_CALL}}}\n"),
        "Ruby, calls": Case("a.rb", each(f"client.live_activities.stream('k', {{ {STATE} }})\n")),
        "PHP, calls": Case(
            "a.php", each(f"$c->liveActivities->stream('k', ['content_state' => [{ENTRIES}]]);\n"), "<?php\n"
        ),
        "timeline, JSON list": Case("a.json", items(recorded(BAD)), "[", "]", ("timeline",)),
        "timeline, HAR": Case("a.har", items(har(BAD)), '{"log": {"entries": [', "]}}", ("timeline",)),
        "timeline, JSON Lines": Case("a.jsonl", each(json.dumps(recorded(BAD)) + "\n"), command=("timeline",)),
        "timeline, unknown activities": Case("a.jsonl", each(json.dumps(recorded(GOOD)) + "\n"), command=("timeline",)),
        "timeline, many activities": Case(
            "a.jsonl", each(json.dumps(recorded({**GOOD, "activity_id": "act_NUMBER"})) + "\n"), command=("timeline",)
        ),
        "timeline, many activities in a list": Case(
            "a.json", items(recorded({**GOOD, "activity_id": "act_NUMBER"})), "[", "]", ("timeline",)
        ),
        "extract, JSON list": Case("a.json", items(BAD), "[", "]", ("extract",)),
        "extract, HAR": Case("a.har", items(har(BAD)), '{"log": {"entries": [', "]}}", ("extract",)),
        "extract, JSON Lines": Case("a.jsonl", each(json.dumps(BAD) + "\n"), command=("extract",)),
        "extract, YAML": Case("a.yaml", each(f"---\n{as_yaml(BAD)}"), command=("extract",)),
        "extract, shell": Case("a.sh", each(curl(BAD)), command=("extract",)),
        "verbose": Case("a.json", items(BAD), "[", "]", (*checked, "--verbose")),
        "new baseline": Case("a.json", items(BAD), "[", "]", (*checked, "--baseline", "b.json", "--write-baseline")),
    }
    for report in REPORTS:
        command = (*checked, "--format", report, "--statistics")
        found[f"report {report}"] = Case("a.json", items(BAD), "[", "]", command)
    return found


LAUNCHER: Final = """
import os, resource, subprocess, sys
seconds = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
run = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(run.pid, 0)
run.returncode = os.waitstatus_to_exitcode(status)
print(run.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""
"""A small program that runs a command, since Linux counts the memory of the program that starts it as its own."""


def measure(case: Case, size: int, seconds: int) -> tuple[float, float]:
    """Run a case, and return its CPU time in seconds and its peak memory in MiB.

    Raises:
        RuntimeError: If the run ends with another exit code than 0 or 1, or takes too long.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case.write(folder, size)
        command, *options = case.command
        words = [sys.executable, "-m", "liveschema", command, case.file, *options]
        launched = subprocess.run(
            [sys.executable, "-S", "-c", LAUNCHER, str(seconds), *words], cwd=folder, capture_output=True, check=True
        )
        code, cpu, peak = launched.stdout.split()
        if code not in (b"0", b"1"):
            msg = f"{' '.join(words[3:])} ended with {code.decode()}"
            raise RuntimeError(msg)
        return float(cpu), float(peak)


def main() -> int:
    """Run the benchmark and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=0.3, help="the smaller size in MB (default: %(default)s)")
    parser.add_argument("--limit", type=int, default=600, help="the most seconds for a run (default: %(default)s)")
    parser.add_argument("--only", default="", help="only cases whose names contain this")
    parser.add_argument("--check", action="store_true", help="exit with code 1 if a case grows too fast")
    options = parser.parse_args()
    small = int(options.size * 1e6)
    start, _ = measure(Case("a.update.json", items(GOOD)), 1, options.limit)
    worst = 0.0
    print(f"| case | {small / 1e6:g} MB | {FACTOR * small / 1e6:g} MB | times | peak memory | of the file |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, case in cases().items():
        if options.only not in name:
            continue
        first, _ = measure(case, small, options.limit)
        second, peak = measure(case, FACTOR * small, options.limit)
        grown = (second - start) / max(first - start, 0.001)
        worst = max(worst, grown if second - start > 1 else 0)
        print(
            f"| {name} | {first - start:.2f} s | {second - start:.2f} s | {grown:.1f} | {peak:.0f} MiB | "
            f"{peak * 2**20 / (FACTOR * small):.1f} |",
            flush=True,
        )
    return int(options.check and worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
