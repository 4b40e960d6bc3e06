"""One process of Node serves all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from validators import Ajv


@pytest.fixture(scope="session")
def ajv() -> Iterator[Ajv]:
    validator = Ajv()
    yield validator
    validator.node.close()
