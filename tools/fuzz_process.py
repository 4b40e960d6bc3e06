"""Fuzz one target in this process with atheris; `fuzz.py` starts it.

    python tools/fuzz_process.py TARGET [CORPUS …] [-OPTION=VALUE …]

The options are those of libFuzzer.
"""

from __future__ import annotations

import io
import sys

import atheris


class _WithoutStderr:
    """The module `sys` for the import hook of atheris, which names each module amid what targets write."""

    stderr = io.StringIO()

    def __getattr__(self, name: str) -> object:
        return getattr(sys, name)


def _mutate(source: bytes, most: int) -> bytes:
    """Return a mutation of bytes; atheris replaces its function when it starts."""
    return bytes(atheris.Mutate(source, most))


def main(arguments: list[str]) -> None:
    """Fuzz a target until libFuzzer ends the process.

    Args:
        arguments: The name of the target, and the arguments of libFuzzer.
    """
    atheris.import_hook.sys = _WithoutStderr()
    # Modules are imported when they are first needed, so the hook stays until the end.
    with atheris.instrument_imports(include=["liveschema"], enable_loader_override=False):
        from fuzz_mutator import JsonMutator  # noqa: PLC0415 - it has to be in the block
        from fuzz_seeds import dictionary  # noqa: PLC0415 - as above
        from fuzz_targets import TARGETS  # noqa: PLC0415 - as above

        target = TARGETS[arguments[0]]
        options = {}
        if target.is_json:
            words = [word.decode(errors="replace") for word in dictionary(target.seeds())]
            options["custom_mutator"] = JsonMutator(_mutate, words, lines=target.is_lines)
        atheris.Setup([sys.argv[0], *arguments[1:]], target.check_once, **options)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
