"""What all tests go by."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How many examples a property draws that does not say so itself; `tests/amount.py` scales the others.
EXAMPLES = {"quick": 20, "slow": 100, "nightly": 1000}
for name, amount in EXAMPLES.items():
    settings.register_profile(
        name,
        max_examples=amount,
        deadline=None,  # a loaded machine is no reason for a property to fail
        suppress_health_check=[HealthCheck.too_slow],
        derandomize="CI" in os.environ and name != "nightly",  # nor is chance, where a change is judged
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two options of these tests."""
    parser.addoption("--slow", action="store_true", help="run the slow tests too")
    parser.addoption("--update", action="store_true", help="write down what is reported now, instead of comparing it")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how much the properties try; ``--hypothesis-profile nightly`` tries most."""
    config.addinivalue_line("markers", "slow: takes seconds, or draws thousands of examples")
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("slow" if config.getoption("--slow") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose the tests that compare with a file for ``--update``, and the quick ones unless ``--slow`` is given."""
    if config.getoption("--update"):
        _keep(config, items, lambda item: "updating" in getattr(item, "fixturenames", ()))
    elif not config.getoption("--slow") and not config.getoption("-m"):
        _keep(config, items, lambda item: item.get_closest_marker("slow") is None)


def _keep(config: pytest.Config, items: list[pytest.Item], wanted: Callable[[pytest.Item], bool]) -> None:
    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = [item for item in items if wanted(item)]


@pytest.fixture(scope="session")
def written(*, updating: bool) -> Callable[[Path, str], None]:
    """Give a function that compares a text with a file, or with ``--update`` writes the file."""

    def compare(path: Path, text: str) -> None:
        if updating:
            path.write_text(text, "utf-8", newline="\n")
        else:
            assert text == path.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def updating(request: pytest.FixtureRequest) -> bool:
    """Say whether what is written down is to be written anew, by ``--update``."""
    return bool(request.config.getoption("--update"))
