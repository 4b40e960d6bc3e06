"""What all tests go by."""

from hypothesis import HealthCheck, settings

# A loaded machine is no reason for a property to fail.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
