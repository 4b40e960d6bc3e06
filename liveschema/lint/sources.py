"""The sources that the rules on files refer to."""

from __future__ import annotations

PROJECT = "this project's own"
YAML = "YAML 1.2.2"
ACTION = "source of the service's GitHub Action"
