"""The end of a run by a signal: what is open is cleaned up, nothing is printed, and the exit code says which it was."""

from __future__ import annotations

import contextlib
import signal
import sys

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final, NoReturn

_HANDLED: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # fmt: skip
_DEFAULTS: Final = (signal.SIG_DFL, signal.default_int_handler)
_LATER: Final = 0.001
"""The seconds until a signal is handled again, in which Python leaves what it has called by itself."""
_BASE: Final = 128
"""What shells add to the number of a signal to make an exit code of it."""


class StoppedError(KeyboardInterrupt):
    """The end of the run by a signal, which no handler of errors takes.

    Args:
        number: The number of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code: int = _BASE + number


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Raise `StoppedError` in this context if a signal ends the process, unless the caller handles that signal.

    Only the main thread can. The signals that follow the first one are ignored, so that they do not stop the cleanup.
    """
    before = {number: signal.getsignal(number) for number in _HANDLED}
    handled = [number for number, handler in before.items() if handler in _DEFAULTS]

    def stop(number: int, _: object) -> NoReturn:
        for each in handled:
            signal.signal(each, signal.SIG_IGN)
        raise StoppedError(number)

    try:
        try:
            for number in handled:
                signal.signal(number, stop)
        except ValueError:  # it is another thread; importing `threading` to know that would be slow
            handled.clear()
        with _no_signal_lost() if handled else contextlib.nullcontext():
            yield
    finally:
        for number in handled:
            signal.signal(number, before[number])


@contextlib.contextmanager
def _no_signal_lost() -> Iterator[None]:
    """Raise `StoppedError` once more, a little later, where Python would print and ignore it.

    It does so in what it calls by itself at any moment, such as the callbacks of weak references.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    hook, on_alarm = sys.unraisablehook, signal.getsignal(signal.SIGALRM)

    def again(unraisable: sys.UnraisableHookArgs) -> None:
        lost = unraisable.exc_value
        if not isinstance(lost, StoppedError):
            hook(unraisable)
            return

        def stop(*_: object) -> NoReturn:
            raise lost

        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, _LATER)

    sys.unraisablehook = again
    try:
        yield
    finally:
        sys.unraisablehook = hook
        if signal.getsignal(signal.SIGALRM) is not on_alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, on_alarm)


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold the signals back that end a run; a process that is started in this context begins with them held back."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _HANDLED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def leave_to_parent() -> None:
    """Ignore the signals that end a run, which reach the parent, too; it decides when this process ends."""
    for number in _HANDLED:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HANDLED)
