"""How loops are compiled, and what they are called with: arrays, whole numbers, and tuples of these.

A loop is compiled apart for each width of number that it is called with, and even for each plain number written in a call.
So where a number comes from a table of narrow ones or is written down, it is made an `int64` first.

What is compiled is kept on disk beside its source (see `landsea_search.stamps`), and runs without Python's lock, so that
other threads go on meanwhile.
"""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
int64 = cast("Callable[[Any], int]", np.int64)
uint64 = cast("Callable[[Any], int]", np.uint64)
Loop = TypeVar("Loop", bound=Callable[..., Any])


def compiled_loop(function: Loop) -> Loop:
    """Compile a function at its first call, or load what was compiled before."""
    return cast("Loop", njit(cache=True, nogil=True)(function))


def inlined_loop(function: Loop) -> Loop:
    """Compile a function into whatever calls it.

    For what the search does for every label and is given all tables at: handing them over took a third of its time.
    """
    return cast("Loop", njit(cache=True, nogil=True, forceinline=True)(function))


def part_of_loop(function: Loop) -> Loop:
    """Put a function into its only caller before anything is compiled.

    For parts of one long loop: as functions of their own, all that they hold would be compiled once more for each. What
    is done for every label is quicker as an `inlined_loop`.
    """
    return cast("Loop", njit(cache=True, nogil=True, inline="always")(function))
