"""`python -m landsea_search.compiling [--all] [--gently]`: compile the search, if it is not ready.

However many processes ask for it at the same time, one compiles and the others wait for it. Where the folder of the sources
cannot be written to, nothing is kept, and a sentence says so.
"""

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from landsea_search import stamps


def main(arguments: list[str]) -> int:
    """Compile what is not ready; return 0, or 1 with a sentence when it cannot be done here."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.compiling", description=__doc__)
    parser.add_argument("--all", action="store_true", help="the optional part for very many labels too")
    parser.add_argument("--gently", action="store_true", help="let every other process go first")
    options = parser.parse_args(arguments)
    if options.gently:
        os.nice(10)
    if not stamps.is_numba_installed():
        print("Numba is not installed: plain Python answers. Install numba to compile it.", file=sys.stderr)
        return 1
    try:
        compile_if_needed(stamps.Part.SEARCH)
        if options.all:
            compile_if_needed(stamps.Part.LOOKAHEAD)
    except OSError as problem:
        print(f"The compiled search cannot be kept beside its sources: {problem}", file=sys.stderr)
        return 1
    return 0


def compile_if_needed(part: stamps.Part) -> None:
    """Compile a part unless it is ready; raises OSError where what is compiled cannot be kept.

    Asked first without the lock: in a container the sources belong to somebody else, who compiled already.
    """
    if stamps.is_compiled(part):
        return
    with _lock():
        if stamps.is_compiled(part):
            return
        if part == stamps.Part.SEARCH or not stamps.is_compiled(stamps.Part.SEARCH):
            stamps.forget_compiled()
        from landsea_search.warming import search_once

        search_once(part)
        stamps.mark_compiled(part)


@contextmanager
def _lock() -> Iterator[None]:
    """Let one process at a time in; the lock goes with the process that holds it."""
    with (stamps.make_cache_folder(stamps.Part.SEARCH) / "compiling.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
