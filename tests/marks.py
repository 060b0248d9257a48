"""Counting statements on any machine: a mark once asked for is believed for as long as something is counted."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def marks_believed() -> Iterator[None]:
    """Ask for no mark a second time: whether half a second has passed since the page before is the machine's business, and
    would count one statement more.
    """
    from landsea.base import kept

    hurried = {one: one._asked_every for one in list(kept._everything) if one._asked_every}
    for one in hurried:
        one._asked_every = kept.FOR_EVER
    try:
        yield
    finally:
        for one, seconds in hurried.items():
            one._asked_every = seconds
