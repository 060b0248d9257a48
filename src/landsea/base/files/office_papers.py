"""PDF, office and text files: told by their contents, and not let in when broken or made to fill the memory."""

import io
import re
import struct
import zipfile

from django.utils.translation import gettext
from PIL import UnidentifiedImageError

from landsea.base.refusal import Refused

MOST_UNPACKED = 100 * 1024 * 1024  # bytes that a docx or xlsx may unpack to


_OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


_CONTROLS_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, UnidentifiedImageError)


class FileRefused(Refused):
    """A file that is not taken; `sentence` says why and what to do, in the reader's language."""

    def __init__(self, sentence: str):
        super().__init__("file", sentence)


def make_refusal(name: str) -> FileRefused:
    return FileRefused(
        gettext(
            "The contents of %(name)s are not what its name says. Open it on your device and save or export it again."
        )
        % {"name": name}
    )


def file_is_cut(name: str) -> FileRefused:
    return FileRefused(
        gettext("%(name)s is incomplete or damaged. Check that it opens on your device, then send it again.")
        % {"name": name}
    )


def check_pdf(name: str, data: bytes) -> None:
    if not data.startswith(b"%PDF-"):
        raise make_refusal(name)
    if b"%%EOF" not in data[-2048:] or b"startxref" not in data[-4096:]:
        raise file_is_cut(name)


def check_office(name: str, ending: str, data: bytes) -> None:
    if not data.startswith(b"PK\x03\x04"):
        raise make_refusal(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, *BROKEN):
        raise file_is_cut(name) from None
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or _OFFICE_PARTS[ending] not in names:
        raise make_refusal(name)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileRefused(
            gettext("%(name)s unpacks to far more than its size. Save it again without pictures, or as PDF.")
            % {"name": name}
        )
    if any(one.rpartition("/")[2].lower() == "vbaproject.bin" for one in names):
        raise FileRefused(
            gettext("%(name)s holds macros, which we do not take. Save it without them, or as PDF.") % {"name": name}
        )


def check_text(name: str, data: bytes) -> None:
    """Text in whatever encoding the desk of the writer uses: no byte that no text has."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if wide:
        try:
            data.decode("utf-16")
        except UnicodeDecodeError:
            raise file_is_cut(name) from None
    elif _CONTROLS_IN_TEXT.search(data) or data.startswith((b"%PDF-", b"PK\x03\x04")):
        raise make_refusal(name)
