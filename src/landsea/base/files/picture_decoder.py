"""The program that draws one picture anew, in a process of its own that may die: it imports nothing of the platform.

`picture_turns` starts it with `python -I picture_decoder.py KIND`: the picture comes in, and goes out as pixels only, turned
upright and at most LONGEST_SIDE wide and high. Headers are read first. Whatever a picture says of itself, this process takes
no more memory and processor time than it gives itself here; a picture that needs more ends it, and nothing else.
"""

import io
import os
import struct
import sys
from contextlib import suppress

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 4096  # pixels: enough to read a photographed paper, small enough for a slow line
MOST_PIXELS = {"JPEG": 120_000_000, "PNG": 40_000_000, "WEBP": 24_000_000}
"""A JPEG is made smaller while it is read, so it needs less memory; a WebP lies in the memory twice."""
MOST_WAITING = 160_000_000
"""Bytes. A progressive JPEG comes in passes over the whole picture: all of its coefficients wait in the memory for the last
one, two bytes each, however small it is drawn.
"""
MOST_MEMORY = 448 * 1024 * 1024  # bytes of addresses
MOST_SECONDS = 15  # of processor time
TOO_LARGE, BROKEN = 3, 4
"""How it ends for a picture with too many pixels, and for one that is cut or none."""
FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error, UnidentifiedImageError)


def bound_this_process() -> None:
    """Take no more memory and time than this from here on; a system that knows no such limits goes by the headers alone."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        os.nice(5)


def draw_anew(data: bytes, kind: str) -> bytes:
    """Return the picture as pixels only. Raises DecompressionBombError or MemoryError for one that is too large, others of
    FAULTS for one that is broken.
    """
    Image.MAX_IMAGE_PIXELS = None  # the bound is ours, and asked before anything is decoded
    with Image.open(io.BytesIO(data), formats=[kind]) as image:
        if image.width * image.height > MOST_PIXELS[kind] or _bytes_waiting(image) > MOST_WAITING:
            raise Image.DecompressionBombError
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # before it is turned: a turned one is a second one in the memory
        return _encode_image(ImageOps.exif_transpose(image), kind)


def _bytes_waiting(image: Image.Image) -> int:
    """Return the bytes of coefficients that a progressive JPEG keeps while it is read, by its header; 0 for others."""
    shares = [across * down for _number, across, down, _table in getattr(image, "layer", ())]
    if not image.info.get("progressive") or not shares:
        return 0
    return int(image.width * image.height * 2 * sum(shares) / max(shares))


def _encode_image(image: Image.Image, kind: str) -> bytes:
    has_alpha = kind != "JPEG" and (image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info)
    wanted = "RGBA" if has_alpha else "RGB"
    pixels = image if image.mode == wanted else image.convert(wanted)
    pixels.info.clear()
    kept = io.BytesIO()
    how = {"optimize": False} if kind == "PNG" else {"quality": 85}
    pixels.save(kept, kind, **how)
    return kept.getvalue()


def main() -> int:
    """Read a picture, write it anew; return how it went."""
    bound_this_process()
    try:
        drawn = draw_anew(sys.stdin.buffer.read(), sys.argv[1])
    except (Image.DecompressionBombError, MemoryError):
        return TOO_LARGE
    except FAULTS:
        return BROKEN
    sys.stdout.buffer.write(drawn)
    return 0


if __name__ == "__main__":
    sys.stdout.flush()
    status = main()
    sys.stdout.flush()
    os._exit(status)  # nothing is tidied up: the memory may be full
