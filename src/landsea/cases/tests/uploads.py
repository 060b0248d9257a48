"""Small files for tests: whole ones of each kind, and ones that are cut, disguised or lying about their size."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

POSITION = b"21 deg 11 min N"


def photo(kind: str = "JPEG", size: tuple[int, int] = (640, 480), *, with_position: bool = True) -> bytes:
    """Return a photo that says where it was taken."""
    image = Image.effect_noise(size, 40).convert("RGB")
    exif = Image.Exif()
    if with_position:
        exif[0x010E] = POSITION.decode()
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x0112] = 6  # lies on its side
    kept = io.BytesIO()
    image.save(kept, kind, exif=exif)
    return kept.getvalue()


def bomb() -> bytes:
    """Return a PNG of a few bytes whose header says 65,000 times 65,000 pixels: more than 4 GB."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )


def pdf() -> bytes:
    """Return a PDF of one empty page."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    return body + b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"


def workbook() -> bytes:
    """Return an Excel file with one cell."""
    book, kept = Workbook(), io.BytesIO()
    book.active["A1"] = "lorries"
    book.save(kept)
    return kept.getvalue()


def package(**parts: bytes) -> bytes:
    """Return a zip with these parts, named by what their key stands for."""
    names = {"types": "[Content_Types].xml", "word": "word/document.xml", "macros": "word/vbaProject.bin"}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, body in parts.items():
            archive.writestr(names.get(key, key), body)
    return kept.getvalue()


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    """Return an upload as a view receives it; Django itself cuts off a path before the name."""
    file = SimpleUploadedFile("x", data)
    file._name = name
    return file
