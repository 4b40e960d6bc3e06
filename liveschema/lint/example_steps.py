"""Steps of the GitHub Action as examples of the rules about them."""

from __future__ import annotations

from typing import Final

from liveschema.contract.example_payloads import Example
from liveschema.contract.vocabulary import Operation

UPDATE: Final = "update_live_activity"
LIVE_ACTIVITY_ID: Final = "live-activity-id: ${{ steps.start.outputs.live_activity_id }}"
PAYLOAD: Final = "payload: |\n    content_state: {title: Backup, percentage: 42}"


def step(*inputs: str, action: str = UPDATE, operation: Operation = Operation.UPDATE) -> Example:
    """Return a step as the example of a rule.

    Args:
        inputs: The lines of the inputs besides the action and the API key.
        action: The action.
        operation: The operation of its request.
    """
    lines = [
        "uses: ActivitySmithHQ/activitysmith-github-action@v1",
        "with:",
        f"  action: {action}",
        "  api-key: ${{ secrets.ACTIVITYSMITH_API_KEY }}",
        *(f"  {line}" for line in inputs),
    ]
    return Example(operation, "".join(f"{line}\n" for line in lines))
