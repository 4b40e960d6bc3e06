"""The documents that are named as the source of rules."""

from __future__ import annotations

from typing import Final

API: Final = "ActivitySmith HTTP API reference and OpenAPI document, July 2026"
SDK: Final = "ActivitySmith OpenAPI document as included in the official SDK 1.14.0, October 2026"
OURS: Final = "a decision of this project, as the service does not document it"
RFC: Final = "RFC 8259"
