"""The cost of reading source code is linear in its size, whatever it does with its variables.

As in `test_growth.py`, it is measured in executed lines of Python.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial

import pytest
from cost import lines_run

from liveschema.engine.unknown import Unknown
from liveschema.lint.inputs import changes, literals, reader_of, strings
from liveschema.lint.inputs.code import changes as code_changes
from liveschema.lint.inputs.code.javascript.language import _javascript
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.secrets import SecretTexts

SEND = {
    "python": "client.live_activities.update({})\n",
    "javascript": "client.liveActivities.update({});\n",
    "php": "$c->liveActivities->update({});\n",
    "ruby": "client.live_activities.update({})\n",
}


def lines(repeated: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Return a function that writes code with a piece a number of times: ``N`` is its number, ``P`` the one before."""

    def write(count: int) -> str:
        made = (repeated.replace("N", str(n)).replace("P", str(n - 1)) for n in range(1, count + 1))
        return before + "".join(made) + after.replace("N", str(count))

    return write


def read(form: str, source: bytes) -> list[Document]:
    return list(reader_of(form)(source))


def send(form: str, value: str) -> str:
    return SEND[form].replace("{}", value)


GROWING: dict[str, tuple[str, Callable[[int], str]]] = {
    "each variable shares the one before it, and changes it": (
        "python",
        lines("aN = aP\naN['kN'] = 1\n", "a0 = {}\n", send("python", "aN")),
    ),
    "a variable is changed and sent": ("javascript", lines("v.kN = 1;\n" + send("javascript", "v"), "const v = {};\n")),
    "members and others that are not known": (
        "python",
        lines("'kN': 1, **more, ", "client.live_activities.update({", "})\n"),
    ),
    "a string of texts and of what is not known": (
        "javascript",
        lines(" + 'x' + f(1)", "const v = 'x'", ";\n" + send("javascript", "{activity_id: v}")),
    ),
    "calls inside each other": ("javascript", lambda count: send("javascript", "f(v, " * count + "1" + ")" * count)),
    "a name that is bound and used": ("python", lines("v = f(N)\nv.a(v)\n", send("python", "v"))),
    "many declarations in one": ("javascript", lines(", aN = {}", "var a0 = {}", ";\n" + send("javascript", "aN"))),
    "loops": ("ruby", lines("for x in y do\nf(x)\nend\n", "", send("ruby", "x"))),
    "requests in one variable": ("ruby", lines("r = Net::HTTP::Post.new('/api/live-activity/update')\nr.body = 'x'\n")),
    "arguments by reference": ("php", lines("f($v);\n", "<?php\nfunction f(&$a) {}\n$v = [];\n", send("php", "$v"))),
}


@pytest.mark.slow
def test_the_cost_of_reading_code_is_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST_CHANGES", 10)
    monkeypatch.setattr(literals, "_MOST_MEMBERS", 10)
    monkeypatch.setattr(code_changes, "_MOST_CONTENTS", 100)
    for name, (form, write) in GROWING.items():
        small, large = (lines_run(partial(read, form, write(count).encode())) for count in (25, 100))
        assert large < 5 * small, name


def texts(count: int) -> None:
    """Find API keys that begin alike."""
    keys = [f"{'k' * 40}{n:05}" for n in range(count)]
    secrets = SecretTexts()
    secrets.add("".join(keys), [(45 * n, 45 * n + 45) for n in range(count)])
    assert all(secrets.dotted(f"<{key}>") == f"<{'•' * 45}>" for key in keys)


def test_the_cost_of_hiding_api_keys_is_linear() -> None:
    small, large = (lines_run(partial(texts, count)) for count in (50, 200))
    assert large < 4.5 * small


def test_secrets_that_overlap_are_dotted_as_one() -> None:
    secrets = SecretTexts()
    secrets.add("abcdefghijklefghijklmnop", [(0, 12), (12, 24)])
    assert secrets.dotted("<abcdefghijklmnop> <abcdefgh>") == f"<{'•' * 16}> <abcdefgh>"


HANGING = {
    "arrows of another language": ("javascript", "->" * 100_000),
    "open brackets": ("javascript", "(" * 200_000),
    "commas in a list": ("javascript", "x = [" + "," * 200_000 + "]"),
    "open brackets in Go": ("go", "package a\nfunc f() {" + "[" * 200_000),
    "a long sum in Go": ("go", 'package a\nfunc f() {\ns := "a"' + ' + "x"' * 100_000 + "\n}"),
    "a long text in variables in variables": (
        "javascript",
        f"const a0 = '{'x' * 100_000}';\n" + lines("const aN = aP + aP;\n")(60) + send("javascript", "{x: a60}"),
    ),
    "the same in Python": (
        "python",
        f"a0 = '{'x' * 100_000}'\n" + lines("aN = aP + aP\n")(60) + send("python", "{'x': a60}"),
    ),
    "decorators": ("python", "@a\n" * 60_000 + "def f(): pass\n" + send("python", "{}")),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HANGING)
def test_the_cost_of_parsing_code_is_linear(name: str) -> None:
    form, text = HANGING[name]
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
        "from liveschema.lint.inputs import reader_of\n"
        "list(reader_of(sys.argv[1])(sys.stdin.buffer.read()))"
    )
    marked = f"{text}\n{'#' if form == 'python' else '//'} activitysmith\n".encode()
    subprocess.run([sys.executable, "-c", script, form], input=marked, check=True, timeout=120)


def test_what_would_take_too_long_to_follow_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    source = b"const v = { a: 1 };\nconst t = 'x';\n"
    source += send("javascript", "{ metadata: v, tags: [t] }").encode()
    (document,) = read("javascript", source)
    assert document.value == {"metadata": {"a": 1}, "tags": ["x"]}
    monkeypatch.setattr(strings, "_MOST_LETTERS", -1_000_000)
    (document,) = read("javascript", source)
    assert document.value["tags"] == [Unknown({"string"})]
    monkeypatch.undo()
    monkeypatch.setattr(code_changes, "_MOST_CONTENTS", -1_000_000)
    (document,) = read("javascript", source)
    assert document.value["metadata"] != {"a": 1}


def test_the_node_around_a_node_is_that_of_the_grammar() -> None:
    text = "f(a, [1, , 2], { b: `x${c}`, d() { return (e) } }); if (x { y("
    source = Source(Fragment.whole(text), _javascript())
    waiting, nodes = [source.root], []
    while waiting:
        nodes.append(waiting.pop())
        waiting += nodes[-1].children
    assert source.parent(source.root) is None
    for node in [*nodes, *reversed(nodes)]:
        around, expected = source.parent(node), node.parent
        assert (None if around is None else around.id) == (None if expected is None else expected.id)
