"""The sources that the rules on files refer to."""

from __future__ import annotations

from typing import Final

PROJECT: Final = "this project's own"
YAML: Final = "YAML 1.2.2"
ACTION: Final = "source of the service's GitHub Action"
