"""A process that judges texts, so that one at which a reader hangs or dies ends neither the run nor the other texts."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from corpora_readers import HUNG, RAISED, Verdict
from corpora_suites import Case

Judge = Callable[[str, Case], Verdict]


class Judging:
    """The process.

    Args:
        judge: What it calls with the key of a suite and a case: a function of a module.
        seconds: The longest time for one case.
    """

    def __init__(self, judge: Judge, seconds: float) -> None:
        self.judge = judge
        self.seconds = seconds
        self._running: tuple[BaseProcess, Connection] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._end()

    def verdicts(self, suite: str, cases: Iterable[Case]) -> dict[str, Verdict]:
        """Judge cases.

        Args:
            suite: The key of their suite.
            cases: The cases.

        Returns:
            The verdicts by the names of the cases.
        """
        return {case.name: self._verdict(suite, case) for case in cases}

    def _verdict(self, suite: str, case: Case) -> Verdict:
        process, connection = self._running = self._running or self._started()
        connection.send((suite, case))
        try:
            if connection.poll(self.seconds):
                return Verdict(*connection.recv())
        except EOFError:
            process.join()
            verdict = Verdict(RAISED, f"the process ended with {process.exitcode}")
        else:
            verdict = Verdict(HUNG, f"no answer in {self.seconds:g} seconds")
        self._end()
        return verdict

    def _started(self) -> tuple[BaseProcess, Connection]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_answer, args=(theirs, self.judge), daemon=True)
        process.start()
        theirs.close()
        ours.recv()  # it is ready: the time of its start is not that of the first case
        return process, ours

    def _end(self) -> None:
        if self._running is not None:
            process, connection = self._running
            process.kill()
            process.join()
            connection.close()
            self._running = None


def _answer(connection: Connection, judge: Judge) -> None:
    """Judge what comes until nothing more comes: the work of the process."""
    connection.send("ready")
    while True:
        try:
            suite, case = connection.recv()
        except EOFError:
            return
        connection.send(tuple(judge(suite, case)))
