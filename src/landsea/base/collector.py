"""Telling Python's collector of cycles what stays, in processes that serve for long.

Lexicons, names and the network are some million objects without cycles that live as long as their process. The collector
looked at all of them again and again, in the middle of an answer: five of eleven plan pages took 0.1 to 0.3 s longer. What
has settled is passed over from then on; it is still given back where nobody refers to it any more.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = (20_000, 20, 20)
"""How many new objects, and how many younger rounds, come before a round of the collector; Python's own are 700, 10, 10."""


def pass_over_what_stays() -> None:
    """Pass over all that this process holds now; called after something large was loaded."""
    gc.collect()
    gc.freeze()


def collect_rarely() -> None:
    """Look for cycles less often: a page makes thousands of objects that are given back without the collector."""
    gc.set_threshold(*RARELY)


@contextmanager
def pause_collector() -> Iterator[None]:
    """Look for no cycles inside the block, which loads much that stays: looking through it again and again as it grew took a
    third of the time in which the lexicons were loaded.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
