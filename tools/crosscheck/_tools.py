"""Shared parts of the crosscheck: the commands of ``schemas/README.md``, the payloads, and the tools to install."""

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

from liveschema import ActivityType, Operation, check
from liveschema.export import BEYOND_SCHEMA
from liveschema.export.types import pascal

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from additions import without_additions  # noqa: E402 - needs the path set above
from fixture_files import fixtures  # noqa: E402 - as above

README = ROOT / "schemas" / "README.md"
MODULES = HERE / "node_modules"
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
PATH = os.pathsep.join([str(MODULES / ".bin"), str(PYTHON.parent), os.environ["PATH"]])
COMPILERS = (
    "kotlin",
    "libjackson2-databind-java",
    "libnewtonsoft-json5.0-cil",
    "librust-serde-derive-dev",
    "librust-serde-json-dev",
    "mono-mcs",
    "mono-runtime",
)
"""The Debian packages of the compilers and of the libraries that the code of quicktype needs."""

BEYOND_64_BITS = 1 << 63
"""The least whole number that 64 bits with a sign cannot hold."""
MINUTES = 4
"""The time limit of one tool, in minutes."""

OPERATIONS = tuple(map(str, Operation))
KINDS = tuple(map(str, ActivityType))
PAIRS = tuple((operation, kind) for operation in OPERATIONS for kind in KINDS)


class SkippedError(Exception):
    """The signal that a tool is not installed."""


class FailedError(Exception):
    """The failure of a check.

    Attributes:
        output: All that the tool wrote, if a tool failed.
    """

    output: str = ""


def commands() -> list[list[str]]:
    """Return the commands of ``schemas/README.md``."""
    lines = README.read_text("utf-8").splitlines()
    return [shlex.split(line[2:]) for line in lines if line.startswith("$ ")]


def command(*marks: str) -> list[str]:
    """Return the only command that contains all given words."""
    (found,) = [words for words in commands() if set(marks) <= set(words)]
    return found


def class_of(operation: str) -> str:
    """Return the name of the request class of an operation."""
    return f"{pascal(operation)}Request"


def need(*names: str) -> None:
    """Skip the check unless all given programs are installed."""
    lacking = [name for name in names if shutil.which(name, path=PATH) is None]
    if lacking:
        msg = f"not installed: {', '.join(lacking)}"
        raise SkippedError(msg)


def run(words: list[str], folder: Path, stdin: str | None = None, **environment: str) -> str:
    """Run a tool in a folder.

    Args:
        words: The command line; paths in ``schemas/`` are resolved from the root of the repository.
        folder: The working folder, which is created if it does not exist.
        stdin: The text for standard input; None for no input.
        environment: Environment variables to add.

    Returns:
        The text that the tool wrote to standard output.

    Raises:
        SkippedError: If the tool is not installed.
        FailedError: If the tool fails or takes longer than `MINUTES`.
    """
    need(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    made = [f"{ROOT.as_posix()}/{word}" if word.startswith("schemas/") else word for word in words]
    exe = shutil.which(made[0], path=PATH) or made[0]
    try:
        done = subprocess.run(
            [exe, *made[1:]],
            cwd=folder,
            env={**os.environ, "PATH": PATH, **environment},
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=MINUTES * 60,
        )
    except subprocess.TimeoutExpired:
        msg = f"{' '.join(words)[:200]}: did not finish within {MINUTES} minutes"
        raise FailedError(msg) from None
    if done.returncode:
        output = done.stdout + done.stderr
        msg = f"{' '.join(words)[:200]}: {output[-1500:]}"
        failure = FailedError(msg)
        failure.output = output
        raise failure
    return done.stdout


@cache
def payload_folder() -> Path:
    """Write the payload of each fixture to its own file, for programs that read files, and return the folder.

    What SDKs add to valid payloads is left out, since types say what to send.
    """
    folder = Path(tempfile.mkdtemp(prefix="liveschema-"))
    atexit.register(shutil.rmtree, folder)
    for fixture in fixtures("valid", "invalid"):
        path = folder / f"{fixture.name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        payload = fixture.payload()
        sent = without_additions(payload, fixture.operation, fixture.activity_type)
        path.write_bytes(fixture.source if sent == payload else json.dumps(sent).encode())
    return folder


def payloads(operation: str, kind: str | None = None, side: str = "valid") -> list[Path]:
    """Return the files with the payloads of the fixtures of an operation.

    Args:
        operation: The operation.
        kind: The activity type that the payloads name; None for all payloads.
        side: ``valid`` or ``invalid``.

    Returns:
        The files, sorted by name.
    """
    files = sorted((payload_folder() / side / operation).glob("*.json"))
    return files if kind is None else [path for path in files if kind_of(json.loads(path.read_bytes())) == kind]


def kind_of(payload: Any) -> object:  # noqa: ANN401 - any JSON value
    """Return the activity type that a payload names; None if it names none."""
    state = payload.get("content_state") if isinstance(payload, dict) else None
    return state.get("type") if isinstance(state, dict) else None


def within_schema(payload: Any, operation: str) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a payload breaks a rule that a schema can express."""
    broken = {problem.rule for problem in check(payload, operation) if problem.is_error}  # type: ignore[arg-type] # one of `OPERATIONS`
    return not broken <= {rule.id for rule in BEYOND_SCHEMA}


def same(left: Any, right: Any) -> bool:  # noqa: ANN401 - any JSON
    """Return whether two JSON values are equal, with whole numbers beyond 64 bits as doubles."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if {type(left), type(right)} <= {int, float}:
        # Python compares the two types exactly: 17.0 is 17, and 2.0**53 is not 2**53 + 1.
        return bool(left == right if abs(left) < BEYOND_64_BITS else float(left) == float(right))
    return type(left) is type(right) and bool(left == right)


def as_doubles(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a JSON value with each number as the double that is nearest to it."""
    if isinstance(value, dict):
        return {key: as_doubles(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_doubles(each) for each in value]
    return float(value) if type(value) is int else value


def whole(value: Any) -> bool:  # noqa: ANN401 - any JSON
    """Return whether a payload writes all whole numbers without a decimal point, as every language does.

    Args:
        value: Any JSON value.

    Returns:
        False if it contains a float with a whole value, such as 2.0.
    """
    if isinstance(value, dict | list):
        return all(map(whole, value.values() if isinstance(value, dict) else value))
    return not isinstance(value, float) or not value.is_integer()


def install() -> None:
    """Install the compilers from Debian packages, or print why that is not possible."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print("compilers: not installed, since that requires apt-get and root; using the installed ones")
        return
    quiet = ["-y", "-qq", "--no-install-recommends"]
    try:
        run(["apt-get", "install", *quiet, *COMPILERS], HERE, DEBIAN_FRONTEND="noninteractive")
    except FailedError:
        try:
            run(["apt-get", "update", "-qq"], HERE)
            run(["apt-get", "install", *quiet, *COMPILERS], HERE, DEBIAN_FRONTEND="noninteractive")
        except FailedError as error:
            print(f"compilers: the installation failed; using the installed ones ({str(error)[-200:].strip()})")


def prepare() -> None:
    """Install the type generators into folders that git ignores.

    Raises:
        SkippedError: If Node.js or npm is not installed.
        FailedError: If the generators cannot be installed.
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
