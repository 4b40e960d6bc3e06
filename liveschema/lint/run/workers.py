"""Other processes that help with long files, and end when this one does."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import Final, ParamSpec, TypeVar

from liveschema.lint.signals import held_back, leave_to_parent

_MOST: Final = 61
"""The most processes that a pool may have on Windows."""
_LOST: Final = "a process that helped to check it has ended, perhaps for lack of memory; --jobs 1 starts none"

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Workers:
    """A pool of processes; if the system has no room for them, their work is done in this process.

    Args:
        number: The number of processes.
    """

    def __init__(self, number: int) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._others = set(multiprocessing.active_children())
        self._is_running = False
        # The system may have no semaphores.
        with contextlib.suppress(OSError, ImportError, NotImplementedError):
            self._pool = ProcessPoolExecutor(min(number, _MOST), initializer=_begin)

    def submit(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Call a function in one of the processes.

        Returns:
            Its future result.

        Raises:
            ChildProcessError: If one of the processes has ended.
        """
        if self._pool is not None:
            try:
                with held_back():
                    future = self._pool.submit(function, *args, **kwargs)
            except BrokenProcessPool:
                raise ChildProcessError(_LOST) from None
            except (OSError, RuntimeError):  # no more processes or threads
                self._do_without()
            else:
                self._is_running = True
                return future
        done: Future[_T] = Future()
        done.set_result(function(*args, **kwargs))
        return done

    def _do_without(self) -> None:
        """Go on without the pool; those of its processes that have started, but will get no work, are ended."""
        self.close()
        self._pool = None
        if not self._is_running:
            for child in set(multiprocessing.active_children()) - self._others:
                child.kill()
                child.join()

    def close(self) -> None:
        """Let the processes end when they have done what they began; do not wait, since the run may be interrupted."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


@contextlib.contextmanager
def open_workers(number: int) -> Iterator[Workers]:
    """Open a pool of processes.

    Args:
        number: The number of processes.

    Yields:
        The pool.
    """
    workers = Workers(number)
    try:
        yield workers
    finally:
        workers.close()


def result_of(future: Future[_T]) -> _T:
    """Return the result of a function that another process calls.

    Raises:
        ChildProcessError: If one of the processes has ended.
    """
    try:
        return future.result()
    except BrokenProcessPool:
        raise ChildProcessError(_LOST) from None


def _begin() -> None:
    """Prepare a process of the pool."""
    leave_to_parent()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the parent has ended, however it did; the pool would wait for work forever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
