"""Whether somebody asked this process to stop, and what that breaks off."""

import signal
import threading
from collections.abc import Callable

from landsea_dev.children import ASK_TO_STOP


class _BrokenOff(BaseException):
    """Ends a work in the middle; no `except Exception` of the work takes it for a mishap of its own."""


class Stopping:
    """Counts the requests to stop (SIGINT, SIGTERM, SIGHUP); the second one means at once."""

    def __init__(self) -> None:
        self.asked = 0
        self._breaks_off = False
        self._event = threading.Event()
        for number in ASK_TO_STOP:
            signal.signal(number, self._ask)

    def _ask(self, *_: object) -> None:
        self.asked += 1
        self._event.set()
        if self._breaks_off:
            self._breaks_off = False  # a second request meanwhile breaks into nothing
            raise _BrokenOff

    def break_off(self, work: Callable[[], None]) -> None:
        """Do a work that nothing is lost of: a request to stop ends it wherever it is, and one from before leaves it undone."""
        try:
            self._breaks_off = True
            if not self.asked:
                work()
        except _BrokenOff:
            pass
        finally:
            self._breaks_off = False

    def wait(self, seconds: float) -> bool:
        """Sleep, and return True as soon as somebody asked to stop."""
        return self._event.wait(seconds)
