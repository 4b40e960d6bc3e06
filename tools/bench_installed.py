"""An environment with an installed wheel of this working tree, and the processes that run in it.

Users run a wheel with its bytecode, by its entry points; a working tree starts
slower or faster, depending on what is cached. So the wheel is built from the
working tree and installed in a new environment, with its dependencies and the
peers, and pip compiles it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

ROOT: Final = Path(__file__).parents[1]
PEERS: Final = ("check-jsonschema", "pydantic", "attrs")


class BenchError(Exception):
    """A measurement is not possible; the message says why."""


@attrs.frozen
class Command:
    """A process to measure.

    Args:
        words: The program and its arguments.
        code: The exit code that it must have.
    """

    words: Sequence[str]
    code: int = 0


@attrs.frozen
class Installed:
    """An environment that has liveschema.

    Args:
        python: Its interpreter.
        folder: The working folder of its processes, in which they must find no other liveschema.
    """

    python: Path
    folder: Path

    def script(self, name: str) -> str:
        """Return the path of an entry point.

        Raises:
            BenchError: If the environment does not have it.
        """
        found = self.python.parent / (f"{name}.exe" if os.name == "nt" else name)
        if not found.exists():
            msg = f"{self.python.parent} has no {name}"
            raise BenchError(msg)
        return str(found)

    def printed(self, *words: str, from_shell: bool = False) -> str:
        """Run the interpreter with some arguments, and return what it prints.

        Args:
            words: The arguments.
            from_shell: Whether a shell starts it. A process begins with the peak memory of the one that started it, and
                that of a shell is the smallest.

        Raises:
            BenchError: If it fails.
        """
        starter = ("sh", "-c", '"$@"; exit $?', "sh") if from_shell else ()
        return output([*starter, str(self.python), *words], self.folder)


def clean() -> dict[str, str]:
    """Return the environment variables without those that change where Python finds modules or writes bytecode."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def output(words: Sequence[str], folder: Path) -> str:
    """Run a command in a folder, and return what it prints.

    Raises:
        BenchError: If it fails or cannot be started.
    """
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, env=clean(), cwd=folder)
    except OSError as error:
        msg = f"{words[0]} cannot be started: {error.strerror}"
        raise BenchError(msg) from error
    if done.returncode:
        msg = f"{' '.join(words)} ended with {done.returncode}: {_last_line(done.stderr)}"
        raise BenchError(msg)
    return done.stdout


def _last_line(text: str) -> str:
    return (text.strip() or "it printed no reason").splitlines()[-1]


def install(folder: Path) -> Installed:
    """Make an environment in a folder, and install the wheel of this working tree and the peers.

    Args:
        folder: An empty folder.

    Returns:
        The environment.

    Raises:
        BenchError: If it cannot be made.
    """
    output([sys.executable, "-m", "venv", "environment"], folder)
    bin_folder = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    installed = Installed(bin_folder / ("python.exe" if os.name == "nt" else "python"), folder)
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
    installed.printed(*pip, "wheel", "--no-deps", "--wheel-dir", str(folder / "wheel"), str(ROOT))
    (wheel,) = (folder / "wheel").glob("*.whl")
    installed.printed(*pip, "install", "--compile", f"{wheel}[cli]", *PEERS)
    return installed


def seconds_in_turn(installed: Installed, commands: Mapping[str, Command], rounds: int) -> dict[str, list[float]]:
    """Run whole processes in turn, and measure their wall times.

    Args:
        installed: The environment.
        commands: The commands by name.
        rounds: How often each one runs. A first round is not counted: it reads the files into the cache of the system.

    Returns:
        The seconds of each round, by name.

    Raises:
        BenchError: If a command ends with another exit code than the one it must have.
    """
    found: dict[str, list[float]] = {name: [] for name in commands}
    environment = clean()
    for number in range(rounds + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            done = subprocess.run(
                command.words,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                check=False,
                env=environment,
                cwd=installed.folder,
            )
            took = time.perf_counter() - began
            if done.returncode != command.code:
                msg = (
                    f"{name} ended with {done.returncode} instead of {command.code}: {_last_line(done.stderr.decode())}"
                )
                raise BenchError(msg)
            if number:
                found[name].append(took)
    return found
