"""Other processes that help with long files, and end when this one does.

They have neither queues nor threads in this process, which would have to be awaited when a run is interrupted.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from multiprocessing import connection
from multiprocessing.connection import Connection
from typing import Any, Final, Generic, TypeVar

from liveschema.lint.signals import held_back, leave_to_parent

_LOST: Final = "a process that helped to check it has ended, perhaps for lack of memory; --jobs 1 starts none"

_T = TypeVar("_T")


def in_processes(
    function: Callable[..., _T], jobs: Iterable[tuple[Any, ...]], number: int
) -> Generator[_T, None, None]:
    """Call a function for each of several jobs in other processes.

    If the system has no room for a process, those that there are do the work; without any, this process does.

    Args:
        function: The function.
        jobs: The arguments of each call, which are read only when a process is free for them.
        number: The most processes to start.

    Yields:
        The results, in the order of the jobs.

    Raises:
        ChildProcessError: If one of the processes has ended.
    """
    team: list[_Worker[_T]] = []
    busy: deque[_Worker[_T]] = deque()
    try:
        for job in jobs:
            if len(team) < number:
                try:
                    team.append(_Worker(function))
                except OSError:
                    number = len(team)
                else:
                    team[-1].give(job)
                    busy.append(team[-1])
                    continue
            if not team:
                yield function(*job)
                continue
            worker = busy.popleft()
            result = worker.result()
            worker.give(job)
            busy.append(worker)
            yield result
        while busy:
            yield busy.popleft().result()
    finally:
        for worker in team:
            worker.end()


class _Worker(Generic[_T]):
    """A process that does one job at a time.

    Args:
        function: The function that it calls.
    """

    def __init__(self, function: Callable[..., _T]) -> None:
        self._connection, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_work, args=(theirs, function), daemon=True)
        try:
            with held_back():
                self._process.start()
        except OSError:
            self._connection.close()
            raise
        finally:
            theirs.close()

    def give(self, job: tuple[Any, ...]) -> None:
        """Send the arguments of a call, when there is no other one."""
        try:
            self._connection.send(job)
        except OSError:
            raise ChildProcessError(_LOST) from None

    def result(self) -> _T:
        """Wait for the result of the call."""
        try:
            result, failure = self._connection.recv()
        except (EOFError, OSError):
            raise ChildProcessError(_LOST) from None
        if failure is not None:
            raise failure
        answer: _T = result
        return answer

    def end(self) -> None:
        """End the process, which has nothing to lose."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(jobs: Connection, function: Callable[..., object]) -> None:
    """Do one job after the other, until this process is ended."""
    leave_to_parent()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        job = jobs.recv()
        result: object = None
        failure: Exception | None = None
        try:
            result = function(*job)
        except Exception as error:  # noqa: BLE001 - raised in the parent
            failure = error
        jobs.send((result, failure))


def _end_with_parent() -> None:
    """End this process when the parent has ended, however it did."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
