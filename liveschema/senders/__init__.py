"""Checks of requests where they leave: hooks for HTTP clients and for the official SDK.

`liveschema.senders.httpx`, ``requests``, ``aiohttp`` and ``activitysmith``
each have a function ``guard`` for the client of that name, which is imported
only with the module.
"""

from liveschema.contract.endpoints import operation_for
from liveschema.senders.guarding import OutgoingRequest

__all__ = ["OutgoingRequest", "operation_for"]
