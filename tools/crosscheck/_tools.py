"""The commands of ``schemas/README.md``, the payloads they are tried on, and the tools they need."""

from __future__ import annotations

import atexit
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import venv
from functools import cache
from pathlib import Path
from typing import Any

from liveschema import ActivityType, Operation

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from fixture_files import fixtures  # noqa: E402 - found by the path above

README = ROOT / "schemas" / "README.md"
MODULES = HERE / "node_modules"
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
PATH = os.pathsep.join([str(MODULES / ".bin"), str(PYTHON.parent), os.environ["PATH"]])
COMPILERS = (
    "golang-go",
    "kotlin",
    "libjackson2-databind-java",
    "libnewtonsoft-json5.0-cil",
    "librust-serde-derive-dev",
    "librust-serde-json-dev",
    "mono-mcs",
    "mono-runtime",
)
"""Debian's packages of the compilers, and of what the code that quicktype writes stands on."""

MINUTES = 4
"""How long one tool may take."""

OPERATIONS = tuple(map(str, Operation))
KINDS = tuple(map(str, ActivityType))
PAIRS = tuple((operation, kind) for operation in OPERATIONS for kind in KINDS)


class SkippedError(Exception):
    """A tool is not there."""


class FailedError(Exception):
    """A check does not hold."""


def commands() -> list[list[str]]:
    """Read the commands of ``schemas/README.md``."""
    lines = README.read_text("utf-8").splitlines()
    return [shlex.split(line[2:]) for line in lines if line.startswith("$ ")]


def command(*marks: str) -> list[str]:
    """Find the one command that has all these words."""
    (found,) = [words for words in commands() if set(marks) <= set(words)]
    return found


def class_of(operation: str) -> str:
    """Name the class of an operation's request."""
    return operation.title().replace("_", "") + "Request"


def over(words: list[str], operation: str, kind: str = "") -> list[str]:
    """Take a command to another operation and type than those it is told with."""
    swaps = {
        "update/progress": f"{operation}/{kind}",
        "update_progress": f"{operation}_{kind}",
        "UpdateRequest": class_of(operation),
        "types/update.": f"types/{operation}.",
        "update.ts": f"{operation}.ts",
    }
    made = []
    for word in words:
        new = word
        for told, wanted in swaps.items():
            new = new.replace(told, wanted)
        made.append(str(ROOT / new) if new.startswith("schemas/") else new)
    return made


def need(*names: str) -> None:
    """Skip the check unless all these programs are there."""
    lacking = [name for name in names if shutil.which(name, path=PATH) is None]
    if lacking:
        msg = f"no {' and no '.join(lacking)} here"
        raise SkippedError(msg)


def run(words: list[str], folder: Path, said: str | None = None, **environment: str) -> str:
    """Run a tool in a folder.

    Args:
        words: The command; what it names in ``schemas/`` is found from anywhere.
        folder: Where it runs; made if it is not there.
        said: What it reads from standard input.
        environment: Variables beside those that are set.

    Returns:
        What it printed.

    Raises:
        SkippedError: There is no such tool.
        FailedError: It failed.
    """
    need(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    made = [str(ROOT / word) if word.startswith("schemas/") else word for word in words]
    exe = shutil.which(made[0], path=PATH) or made[0]
    try:
        done = subprocess.run(
            [exe, *made[1:]],
            cwd=folder,
            env={**os.environ, "PATH": PATH, **environment},
            input=said,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=MINUTES * 60,
        )
    except subprocess.TimeoutExpired:
        msg = f"{' '.join(words)[:200]}: not done after {MINUTES} minutes"
        raise FailedError(msg) from None
    if done.returncode:
        msg = f"{' '.join(words)[:200]}: {(done.stdout + done.stderr)[-1500:]}"
        raise FailedError(msg)
    return done.stdout


@cache
def payload_folder() -> Path:
    """Write the payload of each fixture to a file of its own, for programs that read files."""
    folder = Path(tempfile.mkdtemp(prefix="liveschema-"))
    atexit.register(shutil.rmtree, folder)
    for fixture in fixtures("valid", "invalid"):
        path = folder / f"{fixture.name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fixture.source)
    return folder


def payloads(operation: str, kind: str | None = None, side: str = "valid") -> list[Path]:
    """List the payloads of the fixtures of an operation, of a type or of all.

    Args:
        operation: The operation.
        kind: The type that they name; None for all of them.
        side: ``valid`` or ``invalid``.

    Returns:
        Their files.
    """
    files = sorted((payload_folder() / side / operation).glob("*.json"))
    return files if kind is None else [path for path in files if kind_of(json.loads(path.read_bytes())) == kind]


def kind_of(payload: Any) -> object:  # noqa: ANN401 - any JSON value
    """Tell the type that a payload names."""
    state = payload.get("content_state") if isinstance(payload, dict) else None
    return state.get("type") if isinstance(state, dict) else None


def whole(value: Any) -> bool:  # noqa: ANN401 - any JSON
    """Say whether a payload writes whole numbers as every language does: 2, not 2.0.

    Args:
        value: Any JSON.

    Returns:
        True where no float of it is whole.
    """
    if isinstance(value, dict | list):
        return all(map(whole, value.values() if isinstance(value, dict) else value))
    return not isinstance(value, float) or not value.is_integer()


def install() -> None:
    """Install the compilers where Debian's packages can be installed, or say why not."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print("compilers: not installed, which takes apt-get and root; what is here is used")
        return
    quiet = ["-y", "-qq", "--no-install-recommends"]
    try:
        run(["apt-get", "install", *quiet, *COMPILERS], HERE, DEBIAN_FRONTEND="noninteractive")
    except FailedError:
        try:
            run(["apt-get", "update", "-qq"], HERE)
            run(["apt-get", "install", *quiet, *COMPILERS], HERE, DEBIAN_FRONTEND="noninteractive")
        except FailedError as error:
            print(f"compilers: not installed; what is here is used ({str(error)[-200:].strip()})")


def prepare() -> None:
    """Install the generators, into folders that git ignores.

    Raises:
        SkippedError: Node or npm is not there.
        FailedError: They cannot be installed.
    """
    need("node", "npm")
    wanted = json.loads((HERE / "package.json").read_bytes())["dependencies"]
    if {name: _version(name) for name in wanted} != wanted:
        run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], HERE)
    requirements = (HERE / "requirements.txt").read_text("utf-8")
    stamp = VENV / "requirements.txt"
    if not stamp.is_file() or stamp.read_text("utf-8") != requirements:
        venv.create(VENV, with_pip=True, clear=True)
        run([str(PYTHON), "-m", "pip", "install", "-q", "-r", "requirements.txt"], HERE)
        stamp.write_text(requirements, "utf-8")


def _version(name: str) -> str | None:
    package = MODULES / name / "package.json"
    return str(json.loads(package.read_bytes())["version"]) if package.is_file() else None
