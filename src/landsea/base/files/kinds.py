"""What kinds of papers and photos are let in, told by their contents, and what is taken out of them before they are kept.

The name's ending and the contents must agree. Photos are drawn anew, so that position, camera and anything hidden in
them is gone (`picture_turns`). Nothing here keeps anything; `storage` keeps the bytes.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext

from landsea.base.files.office_papers import (
    _OFFICE_PARTS,
    FileRefused,
    check_office,
    check_pdf,
    check_text,
    make_refusal,
)
from landsea.base.files.picture_turns import draw_in_turn
from landsea_core.text import clean_text

LONGEST_NAME = 120
PHOTOS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
ENDINGS = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "txt": "text/plain",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "amr": "audio/amr",
}
VOICES = {
    "audio/ogg": (b"OggS",),
    "audio/mpeg": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "audio/amr": (b"#!AMR",),
}
"""How recordings of a voice begin; those in the MPEG-4 container say `ftyp` after four bytes."""
ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)
_PHONE_PHOTOS = {"heic", "heif"}


@dataclass(frozen=True)
class Fit:
    """A file that may be kept: its clean name, its media type, and the bytes as they are to be kept."""

    name: str
    media_type: str
    data: bytes


def is_photo(media_type: str) -> bool:
    """True for the kinds that are drawn anew before they are kept."""
    return media_type in PHOTOS


def is_voice(media_type: str) -> bool:
    """True for recordings, which a page can play."""
    return media_type.startswith("audio/")


def fit_to_keep(name: str, data: bytes) -> Fit:
    """Return the file as it may be kept. Raises FileRefused when its kind is not let in, or when it is cut or broken."""
    name = clean_name(name)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _PHONE_PHOTOS:
        raise FileRefused(
            gettext(
                "%(name)s is a HEIC photo, from which we cannot take the place out. Send it as JPEG: on an iPhone choose "
                "Settings, Camera, Formats, Most Compatible; or send a screenshot of it."
            )
            % {"name": name}
        )
    if ending not in ENDINGS:
        raise FileRefused(
            gettext(
                "%(name)s is of a kind that we do not take. Send photos (JPEG, PNG, WebP), PDF, Word, Excel, CSV or text."
            )
            % {"name": name}
        )
    media_type = ENDINGS[ending]
    if not data:
        raise FileRefused(gettext("%(name)s is empty. Choose the file again.") % {"name": name})
    if is_photo(media_type):
        return Fit(name, media_type, _drawn_anew(name, media_type, data))
    if is_voice(media_type):
        _check_voice(name, media_type, data)
    elif ending == "pdf":
        check_pdf(name, data)
    elif ending in _OFFICE_PARTS:
        check_office(name, ending, data)
    else:
        check_text(name, data)
    return Fit(name, media_type, data)


def _check_voice(name: str, media_type: str, data: bytes) -> None:
    begins = data[4:8] == b"ftyp" if media_type == "audio/mp4" else data.startswith(VOICES[media_type])
    if not begins:
        raise make_refusal(name)


def clean_name(raw: str) -> str:
    """Return a file's name as it is shown: without path, control characters and direction overrides, of bounded length,
    its ending kept.
    """
    name = unicodedata.normalize("NFC", clean_text(raw).text)
    name = re.split(r"[/\\]", name)[-1]
    name = " ".join(re.sub(r'[<>:"|?*\u200e\u200f\u061c]', " ", name).split()).strip(". ")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return name[:LONGEST_NAME] or "file"
    ending = ending[:10]
    return f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip('. ') or 'file'}.{ending}"


def _drawn_anew(name: str, media_type: str, data: bytes) -> bytes:
    """Return the photo as pixels only: turned upright, of bounded width and height, nothing else in it."""
    heads = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n", "image/webp": b"RIFF"}
    if not data.startswith(heads[media_type]):
        raise make_refusal(name)
    return draw_in_turn(name, PHOTOS[media_type], data)
