"""How many of a worker's places one kind of work may hold at once, so that a backlog of one kind leaves room for deadlines and
for whoever is woken at night.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Places:
    """So many places of this process. Whoever finds none free goes away: those who have one go on until nothing is left."""

    def __init__(self, most: int):
        self._free = threading.BoundedSemaphore(most)

    @contextmanager
    def take(self) -> Iterator[bool]:
        """Hold a place inside the block, and give it back after it; False where none is free."""
        taken = self._free.acquire(blocking=False)
        try:
            yield taken
        finally:
            if taken:
                self._free.release()
