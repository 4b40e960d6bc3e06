"""A local server that takes the place of the service, and records what reaches it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

ANSWER = {
    "success": True,
    "stream_key": "prod",
    "activity_id": "act_1",
    "timestamp": "2026-01-01T00:00:00Z",
    "badge": 3,
    "devices_updated": 1,
    "users_updated": 1,
    "effective_channel_slugs": [],
}


class Received(NamedTuple):
    """A request that reached the server."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]

    @property
    def payload(self) -> Any:
        """The value of the body."""
        return json.loads(self.body)


class Service:
    """The server while it runs.

    Attributes:
        url: The address, without a path.
        received: What reached it, in order.
        failing: How many of the next requests get the status 503.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.received: list[Received] = []
        self.failing = 0


@contextmanager
def running() -> Iterator[Service]:
    """Run the server; a path that begins with ``/moved`` redirects to the rest of the path."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5  # a client that says it sends more than it does must not keep a test waiting
        wbufsize = -1  # the answer is one packet, which no client waits for

        def answer(self) -> None:
            body = self.body()
            service.received.append(Received(self.command, self.path, body, dict(self.headers.items())))
            moved = self.path.removeprefix("/moved") if self.path.startswith("/moved") else None
            status = 503 if service.failing > 0 else 307 if moved else 200
            service.failing -= 1
            text = json.dumps({**ANSWER, "operation": "ended" if self.command == "DELETE" else "updated"}).encode()
            self.send_response(status)
            if moved and status == 307:
                self.send_header("Location", moved)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            chunks = []
            while size := int(self.rfile.readline(), 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the names that the server looks for

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service = Service(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
