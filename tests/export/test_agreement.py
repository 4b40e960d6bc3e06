"""The schemas and the models accept the same payloads, with every validator.

The types form and the OpenAPI document say what to send, so they refuse what
SDKs add to a payload, and accept the payload without it. `nox -s chance` does
the same with 100,000 payloads of each operation.
"""

from __future__ import annotations

from typing import Any

import pytest
from agreement_kit import Agreement, vectors
from amount import examples
from hypothesis import Phase, given
from validators import ajv

from liveschema import Operation

pytestmark = pytest.mark.slow


def test_ajv_is_available() -> None:
    ajv()


@pytest.mark.parametrize("operation", Operation)
def test_schemas_accept_what_the_models_accept(operation: Operation) -> None:
    agreement = Agreement(operation)

    @examples(2000, phases=(Phase.explicit, Phase.generate, Phase.shrink))
    @given(payload=vectors(operation))
    def compare(payload: Any) -> None:
        assert agreement.differences(payload) == []

    compare()
    seen = agreement.seen
    assert seen["valid"] > seen["all"] / 10
    assert seen["invalid"] > seen["all"] / 10
    assert seen["added"] > seen["all"] / 200
