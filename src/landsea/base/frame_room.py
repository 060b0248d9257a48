"""Room for the frames of Python's calls, so that no call deep in a page waits for the kernel.

Python 3.11 to 3.13 keep the frames of a thread in pieces of 16 KiB. A call that finds its piece full maps a new one, and gives
it back when it returns. Where a loop stands just at the end of a piece, each of its rounds pays some ten microseconds for that
(github.com/python/cpython/issues/142183; later versions keep one piece). Pages are drawn by loops some dozens of calls deep:
it took 3 to 28 of 100 parts of their processor time (bench/results/hot-paths.md).

A piece is as large as the frame that asks for it needs, rounded up to a power of two. So a call through a frame that claims
very many places, and uses none of them, gets a piece with room for all calls below it.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Got = TypeVar("Got")
CLAIMED = 33_000
"""Places of eight bytes: a little over 256 KiB, so that Python maps 512 KiB and nearly half of them stay for the calls below.
What nobody writes to takes no memory.
"""


def call_with_room(function: Callable[Given, Got], /, *values: Given.args, **named: Given.kwargs) -> Got:
    """Call a function and return what it returns; the calls inside it find room for their frames."""
    return function(*values, **named)


call_with_room.__code__ = call_with_room.__code__.replace(co_stacksize=CLAIMED)
