"""The documents that are named as the source of rules."""

from __future__ import annotations

API = "ActivitySmith HTTP API reference and OpenAPI document, July 2026"
SDK = "ActivitySmith OpenAPI document as included in the official SDK 1.14.0, October 2026"
OURS = "a decision of this project, as the service does not document it"
RFC = "RFC 8259"
