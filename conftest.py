"""The options, profiles and fixtures of all tests."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from amount import PROFILES
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester"]  # for the tests of our fixture

for name, number in PROFILES.items():
    settings.register_profile(
        name,
        max_examples=number,
        deadline=None,  # a slow machine must not make a property test fail
        suppress_health_check=[HealthCheck.too_slow],
        derandomize="CI" in os.environ and name != "nightly",  # nor must chance, when CI checks a change
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of these tests."""
    parser.addoption("--slow", action="store_true", help="also run the slow tests")
    parser.addoption(
        "--update",
        action="store_true",
        help="write the current reports to the files with expected reports, instead of comparing them",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Select the hypothesis profile; ``--hypothesis-profile nightly`` has the most examples."""
    config.addinivalue_line("markers", "slow: takes seconds, or generates thousands of examples")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell that starts the tests in the background makes them and all that they start ignore it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("slow" if config.getoption("--slow") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Select the tests that compare with files for ``--update``, else the quick ones unless ``--slow`` is given."""
    if config.getoption("--update"):
        _keep(config, items, lambda item: "updating" in getattr(item, "fixturenames", ()))
    elif not config.getoption("--slow") and not config.getoption("-m"):
        _keep(config, items, lambda item: item.get_closest_marker("slow") is None)


def _keep(config: pytest.Config, items: list[pytest.Item], wanted: Callable[[pytest.Item], bool]) -> None:
    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = [item for item in items if wanted(item)]


@pytest.fixture(scope="session")
def written(*, updating: bool) -> Callable[[Path, str], None]:
    """Return a function that compares a text with a file, or with ``--update`` writes the file."""

    def compare(path: Path, text: str) -> None:
        if updating:
            path.write_text(text, "utf-8", newline="\n")
        else:
            assert text == path.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def updating(request: pytest.FixtureRequest) -> bool:
    """Return whether ``--update`` is given."""
    return bool(request.config.getoption("--update"))
