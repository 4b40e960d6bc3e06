"""The documents that are named as the source of rules."""

from __future__ import annotations

from typing import Final

API: Final = "ActivitySmith HTTP API reference and OpenAPI document, July 2026"
SDK: Final = "ActivitySmith OpenAPI document as the official SDK 1.14.0 carries it, October 2026"
OURS: Final = "this project's reading; the service's documents are silent"
RFC: Final = "RFC 8259"
