"""Run the examples of the README as tests: Python sessions, and commands with what they print."""

import doctest
import io
import shlex
from contextlib import redirect_stdout

import pytest
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

# A loaded machine is no reason for a property to fail.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def run_commands(example: Example) -> str | None:
    """Run each ``$ liveschema …`` line of a console block and compare what it prints."""
    from liveschema.lint.__main__ import main  # noqa: PLC0415 - most tests do without the command

    expected = str(example.parsed)
    printed = ""
    for line in expected.splitlines():
        if line.startswith("$ "):
            printed += f"{line}\n"
            out = io.StringIO()
            with redirect_stdout(out):
                main(shlex.split(line)[2:])
            printed += out.getvalue()
    return None if printed == expected else f"expected:\n{expected}\nprinted:\n{printed}"


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        CodeBlockParser(language="console", evaluator=run_commands),
    ],
    patterns=["README.md"],
).pytest()


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the examples of one document on one worker: later ones go on from earlier ones."""
    for item in items:
        if item.path.suffix == ".md":
            item.add_marker(pytest.mark.xdist_group(item.path.name))
