"""Whether the compiled search lies ready on disk: compiled from these very sources, with this Numba, on this processor.

Numba keeps what it compiled beside the sources, in `__pycache__`. Of each function it looks at that function's own file
only, so it would go on using a loop that was compiled together with an older version of what it calls. A stamp beside what
it kept holds a digest of all sources: only where the stamp is right is anything of it used.
"""

import hashlib
import platform
import sys
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).parent / "compiled"


def is_numba_installed() -> bool:
    """Say whether there is anything to compile with."""
    return find_spec("numba") is not None


def is_compiled() -> bool:
    """Say whether the compiled search can be loaded in about half a second; otherwise it has to be compiled first."""
    stamp = _stamp()
    return is_numba_installed() and stamp.exists() and stamp.read_text(encoding="utf-8") == digest_of_sources()


def mark_compiled() -> None:
    """Note that everything has been compiled from the present sources."""
    _stamp().write_text(digest_of_sources(), encoding="utf-8")


def forget_compiled() -> None:
    """Remove what was compiled before, and the stamp first: whoever looks in between finds nothing ready."""
    _stamp().unlink(missing_ok=True)
    for file in _kept_by_numba().glob("*.nb[ci]"):
        file.unlink(missing_ok=True)


@cache
def digest_of_sources() -> str:
    """Return a digest of the sources, the interpreter, Numba and the processor: what is compiled is for these alone."""
    from llvmlite.binding import get_host_cpu_name

    found = hashlib.sha256(f"{sys.version} {version('numba')} {platform.machine()} {get_host_cpu_name()}".encode())
    for file in sorted(FOLDER.glob("*.py")):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def _kept_by_numba() -> Path:
    folder = FOLDER / "__pycache__"
    folder.mkdir(exist_ok=True)
    return folder


def _stamp() -> Path:
    return _kept_by_numba() / "compiled.stamp"
