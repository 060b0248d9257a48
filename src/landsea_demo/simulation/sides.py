"""One year played by two processes side by side, each with its own part of the cases and its own watcher, in one database.
They meet between the phases of each instant, so that the clock is the same for both; within a phase they compete."""

import gc
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from typing import Any

from django.db import connections

WAIT_SECONDS = 900
"""How long one side waits for the other: longer than any phase, so that only a side that died is waited for in vain."""


class Alone:
    """A side without another one."""

    first = True

    def meet(self) -> None:
        """Nobody is waited for."""

    def any_of_us(self, mine: bool) -> bool:
        """Return whether it is true of any side."""
        return mine


@dataclass
class Side:
    """One of several sides; the first one looks at what must hold."""

    number: int
    barrier: Barrier
    answers: Any

    @property
    def first(self) -> bool:
        """Whether this is the side that does what is done once."""
        return self.number == 0

    def meet(self) -> None:
        """Wait until all sides are here. Raises BrokenBarrierError when another one has died."""
        self.barrier.wait(WAIT_SECONDS)

    def any_of_us(self, mine: bool) -> bool:
        """Say what is true of this side, wait for the others, and return whether it is true of any."""
        self.answers[self.number] = mine
        self.meet()
        return any(self.answers)


def run_side_by_side(play: Callable[[Side], dict], count: int) -> list[dict]:
    """Let `play` run once a side, in processes forked from here, and return what each returned. Raises RuntimeError with
    what the first side that failed said.
    """
    fork = multiprocessing.get_context("fork")
    barrier, answers, results = fork.Barrier(count), fork.Array("b", count), fork.SimpleQueue()
    connections.close_all()  # a connection is not shared
    # What was loaded until now (catalogues, lexicons, the cast) lives to the end: looking through it again and again for
    # garbage took a third of the time of an act.
    gc.freeze()

    def run(number: int) -> None:
        gc.set_threshold(50_000, 50, 50)
        try:
            results.put((number, play(Side(number, barrier, answers)), ""))
        except BaseException as problem:
            results.put((number, {}, f"{type(problem).__name__}: {problem}"))
            barrier.abort()
            raise

    children = [fork.Process(target=run, args=(number,)) for number in range(count)]
    for child in children:
        child.start()
    found = [results.get() for _ in children]
    for child in children:
        child.join()
    failed = [said for _number, _result, said in found if said]
    if failed:
        raise RuntimeError(failed[0])
    return [result for _number, result, _said in sorted(found, key=lambda one: one[0])]
