"""What all tests go by."""

import os

from hypothesis import HealthCheck, settings

# A loaded machine is no reason for a property to fail; nor is chance, where a change is judged.
settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="LIVESCHEMA_CI" in os.environ,
)
settings.load_profile("unhurried")
