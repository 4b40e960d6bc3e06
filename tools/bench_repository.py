"""Writes a repository of mixed files for measurements, the same one for the same seed.

Its files are of the kinds, in about the shares and of the sizes, of public
repositories: code, documentation, settings and a few long lock files, and some
that ``check`` does not read. Words of requests, such as ``title``, stand in all
of them. One file in a thousand holds a valid payload.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

import attrs
from bench_corpus import payload
from bench_growth import as_yaml, curl, recorded

TEXT: Final = (
    "account action alert badge branch build cache channel client color config content count current deploy document "
    "duration event field filter folder handler icon index item label limit link list message method metric module "
    "name node number option order page parser path payload percentage plugin project queue release request result "
    "route schema server service session setting size state status step stream style subtitle table tag target task "
    "template test text theme time title token tool type update user value version view widget window worker"
)
WORDS: Final = TEXT.split()
FOLDERS: Final = (
    "common",
    "components",
    "core",
    "helpers",
    "internal",
    "plugins",
    "scripts",
    "tasks",
    "utils",
    "views",
)
"""None is called like an operation, since that would mark what is inside."""
A_PAYLOAD_IN: Final = 1_000


@attrs.frozen
class Kind:
    """A kind of file.

    Args:
        share: How many of a hundred files are of this kind.
        names: What the names of its files are made of; ``NAME`` stands for words.
        sizes: The smallest and the largest size in bytes; small files are more frequent.
        block: What its text is made of: ``{n}`` is a number that no other block has, and ``{a}``, ``{b}``, ``{c}`` are
            words. Double braces are single ones.
        before: The text before the blocks.
        after: The text after them.
        between: The text between two blocks.
    """

    share: int
    names: tuple[str, ...]
    sizes: tuple[int, int]
    block: str
    before: str = ""
    after: str = ""
    between: str = ""

    def text(self, chance: random.Random) -> str:
        """Return the text of a file."""
        least, most = self.sizes
        size = least * math.exp(chance.random() * math.log(most / least))
        blocks: list[str] = []
        length = 0
        words = chance.sample(WORDS, len(WORDS))
        while length < size:
            one, two, three = (words[(len(blocks) + step) % len(words)] for step in range(3))
            blocks.append(self.block.format(n=len(blocks), a=one, b=two, c=three))
            length += len(blocks[-1])
        return self.before + self.between.join(blocks) + self.after


KINDS: Final = (
    Kind(
        24,
        ("NAME.py", "test_NAME.py"),
        (500, 20_000),
        "def {a}_{n}({b}: str, {c}: int = {n}) -> dict[str, object]:\n"
        '    """Return the {a} of a {b}."""\n    if {c} > {n}:\n        raise ValueError({b})\n'
        '    return {{"{a}": {b}, "{b}": {c}}}\n\n\n',
        "from __future__ import annotations\n\nimport json\n\n",
    ),
    Kind(
        20,
        ("NAME.js", "NAME.mjs", "NAME.jsx"),
        (300, 20_000),
        "export function {a}{n}({b}, {c}) {{\n  const found = {{ {a}: {b}, {b}: {n}, type: '{c}' }};\n"
        "  return {c} ? found : null; // the {a}\n}}\n\n",
        "import { readFile } from 'node:fs';\n\n",
    ),
    Kind(
        10,
        ("NAME.ts", "NAME.tsx"),
        (300, 15_000),
        "export interface {a}{n} {{\n  {b}: string;\n  {c}?: number;\n}}\n\n"
        "export const make{n} = ({b}: string): {a}{n} => ({{ {b}, {c}: {n} }});\n\n",
    ),
    Kind(
        14,
        ("NAME.md",),
        (300, 15_000),
        "## The {a} of {b} {n}\n\nEach `{a}` has a {b}, and with [`{c}`](./{c}.md) the {a} is shown.\n\n"
        "```js\nconst {a} = {{ {b}: {n} }};\n```\n\n",
        "# Title\n\n",
    ),
    Kind(
        14,
        ("NAME.json", "package.json", "tsconfig.json"),
        (100, 8_000),
        '  "{a}_{n}": {{ "{b}_name": "{c}", "title": "{a} {b}", "value": {n} }}',
        "{\n",
        "\n}\n",
        ",\n",
    ),
    Kind(
        8,
        ("NAME.yaml", "NAME.yml"),
        (150, 5_000),
        "{a}_{n}:\n  {b}: {c}\n  title: {a} {b}\n  values: [{n}, {n}]\n",
        "# settings\n",
    ),
    Kind(
        4,
        ("NAME.sh", "NAME.bash"),
        (100, 5_000),
        '{a}_{n}() {{\n  local {b}="$1"\n  echo "${b}" | sed -e "s/{a}/{c}/" >> "$OUT"\n}}\n\n',
        "#!/usr/bin/env bash\nset -euo pipefail\n\n",
    ),
    Kind(
        1,
        ("package-lock.json",),
        (20_000, 400_000),
        '    "node_modules/{a}-{b}-{n}": {{\n      "version": "{n}.1.0",\n'
        '      "resolved": "https://registry.example.com/{a}-{b}-{n}.tgz",\n'
        '      "license": "MIT",\n      "engines": {{ "node": ">=18" }}\n    }}',
        '{\n  "name": "app",\n  "lockfileVersion": 3,\n  "packages": {\n',
        "\n  }\n}\n",
        ",\n",
    ),
    Kind(
        1,
        ("pnpm-lock.yaml",),
        (10_000, 200_000),
        "  /{a}-{b}/{n}.1.0:\n    resolution: {{integrity: sha512-{c}{n}}}\n"
        "    engines: {{node: '>=18'}}\n    dev: true\n\n",
        "lockfileVersion: '6.0'\n\npackages:\n\n",
    ),
    Kind(4, ("NAME.css", "NAME.txt", "NAME.svg", "NAME.toml"), (100, 10_000), ".{a}-{n} {{ {b}: {c}; }}\n"),
)
SENDERS: Final[tuple[tuple[str, Callable[[int], str]], ...]] = (
    ("request.json", lambda number: json.dumps(recorded(payload(number)), indent=2) + "\n"),
    ("card.yaml", lambda number: as_yaml(payload(1 + 7 * number))),
    ("notify.sh", lambda number: curl(payload(number))),
    ("send.py", lambda number: f"client.live_activities.update({payload(number)!r})\n"),
    ("cards.md", lambda number: f"# Cards\n\n```json update\n{json.dumps(payload(number))}\n```\n"),
)
"""The names and the texts of files with a payload; only some payloads are flat enough for `as_yaml`."""


def write_repository(folder: Path, count: int, seed: int = 0) -> int:
    """Write a repository.

    Args:
        folder: An empty folder.
        count: The number of files; one in a thousand, and the first one, hold a payload.
        seed: Another number gives other files.

    Returns:
        The number of bytes of all files.
    """
    chance = random.Random(seed)  # noqa: S311 - the same files for the same seed
    kinds = chance.choices(KINDS, [kind.share for kind in KINDS], k=count)
    size = 0
    for number, kind in enumerate(kinds):
        package, word = chance.sample(WORDS, 2)
        parent = folder / "packages" / f"{package}-{number % 2}" / chance.choice(("src", "docs", "test"))
        parent /= chance.choice(FOLDERS)
        if number % A_PAYLOAD_IN:
            name, text = chance.choice(kind.names).replace("NAME", f"{word}_{number}"), kind.text(chance)
        else:
            name, write = SENDERS[number // A_PAYLOAD_IN % len(SENDERS)]
            text = write(number)
        # Names such as package.json come once in a folder.
        file = parent / name if not (parent / name).exists() else parent / str(number) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(text.encode())
    return size
