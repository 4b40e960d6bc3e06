"""The recipes of the documentation: each is run as a program, and sends what it shows."""

from __future__ import annotations

import asyncio
import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from programs import count, programs
from service import Received, Service, running

from liveschema import Operation, check
from liveschema.senders import operation_for

RECIPES = programs("sending.md")
SENT = {
    "A cron job, with the standard library": [Operation.STREAM],
    "A backend, with httpx": [Operation.STREAM, Operation.STREAM, Operation.END_STREAM],
    "A proxy, with FastAPI": [],
    "The official SDK": [Operation.STREAM, Operation.END_STREAM],
    "Workers: a thread pool, or Celery": [Operation.STREAM, Operation.STREAM],
}


@pytest.fixture
def service() -> Iterator[Service]:
    with running() as made:
        yield made


def operations_of(received: list[Received]) -> list[Operation]:
    """Return the operations that reached the service, all of them valid."""
    found = []
    for each in received:
        operation = operation_for(each.method, each.path)
        assert operation is not None
        assert each.headers["Authorization"] == "Bearer key"
        assert not each.body or check(each.payload, operation) == []
        found.append(operation)
    return found


def test_every_recipe_is_tested() -> None:
    assert RECIPES.keys() == SENT.keys()
    assert count("sending.md") == len(RECIPES)


@pytest.mark.slow
@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_sends_valid_requests(name: str, service: Service, tmp_path: Path) -> None:
    if "SDK" in name:
        pytest.importorskip("activitysmith", reason="the official SDK is not installed")
    code = RECIPES[name]
    if "SDK" in name:  # it has no setting for another server
        host = f"client.live_activities._api.api_client.configuration.host = {service.url!r}\n"
        code = code.replace("client.live_activities.stream(", f"{host}client.live_activities.stream(", 1)
    (tmp_path / "recipe.py").write_text(code, "utf-8")
    env = {**os.environ, "ACTIVITYSMITH_URL": f"{service.url}/api", "ACTIVITYSMITH_API_KEY": "key"}
    done = subprocess.run(
        [sys.executable, "recipe.py"], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert operations_of(service.received) == SENT[name]


def test_the_proxy_passes_on_what_is_valid(service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTIVITYSMITH_URL", f"{service.url}/api")
    monkeypatch.setenv("ACTIVITYSMITH_API_KEY", "key")
    (tmp_path / "proxy.py").write_text(RECIPES["A proxy, with FastAPI"], "utf-8")
    app: Any = runpy.run_path(str(tmp_path / "proxy.py"))["app"]

    async def ask(payload: object) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://x.example") as client:
            return await client.put("/cards/bench", json=payload)

    good = asyncio.run(ask({"content_state": {"title": "Bench", "type": "timer", "duration_seconds": 9}}))
    assert (good.status_code, good.json()) == (200, {"status": 200})
    bad = asyncio.run(ask({"content_state": {"title": "Bench", "type": "timer", "duration_seconds": "9"}}))
    assert bad.status_code == 422
    assert operations_of(service.received) == [Operation.STREAM]
