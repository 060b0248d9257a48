"""Whether the compiled search lies ready on disk: compiled from these very sources, with this Numba, on this processor.

Numba keeps what it compiled beside the sources, in `__pycache__`. Of each function it looks at that function's own file
only, so it would go on using a loop that was compiled together with an older version of what it calls. A stamp beside what
it kept holds a digest of all sources: only where the stamp is right is anything of it used. The optional part for very many
labels, `lookahead`, has a stamp of its own, because few ever need it.
"""

import hashlib
import sys
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).parent


class Part(StrEnum):
    """What is compiled apart; the values are the folders."""

    SEARCH = "compiled"
    LOOKAHEAD = "lookahead"


def is_numba_installed() -> bool:
    """Say whether there is anything to compile with."""
    return find_spec("numba") is not None


def is_compiled(part: Part = Part.SEARCH) -> bool:
    """Say whether a part can be loaded in about half a second; otherwise it has to be compiled first."""
    stamp = _stamp(part)
    return is_numba_installed() and stamp.exists() and stamp.read_text(encoding="utf-8") == digest_sources()


def mark_compiled(part: Part) -> None:
    """Note that all loops of a part have been compiled from the present sources."""
    _stamp(part).write_text(digest_sources(), encoding="utf-8")


def forget_compiled() -> None:
    """Remove what was compiled before, and the stamps first: whoever looks in between finds nothing ready."""
    for part in Part:
        _stamp(part).unlink(missing_ok=True)
    for part in Part:
        for file in make_cache_folder(part).glob("*.nb[ci]"):
            file.unlink(missing_ok=True)


@cache
def digest_sources() -> str:
    """Return a digest of the sources, the interpreter, Numba and the processor: what is compiled is for these alone."""
    import platform  # a command that searches plainly loads none of these
    from importlib.metadata import version

    from llvmlite.binding import get_host_cpu_name

    found = hashlib.sha256(f"{sys.version} {version('numba')} {platform.machine()} {get_host_cpu_name()}".encode())
    for part in Part:
        for file in sorted((FOLDER / part).glob("*.py")):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def make_cache_folder(part: Part) -> Path:
    """Return the folder in which Numba keeps what it compiled of a part, made where it is missing."""
    folder = FOLDER / part / "__pycache__"
    folder.mkdir(exist_ok=True)
    return folder


def _stamp(part: Part) -> Path:
    return make_cache_folder(part) / "compiled.stamp"
