"""What a paper is: by its first bytes or its name where the mail only says that it is some file."""

import re

_OPEN = frozenset(
    {"", "application/octet-stream", "application/unknown", "application/x-download", "application/binary"}
)
_BY_BYTES = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf'\x1c", "application/x-7z-compressed"),
    (b"{\\rtf", "application/rtf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
)
_BY_NAME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xls": "application/vnd.ms-excel",
    "doc": "application/msword",
    "ppt": "application/vnd.ms-powerpoint",
    "wps": "application/vnd.ms-works",
    "heic": "image/heic",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "htm": "text/html",
    "html": "text/html",
    "xml": "application/xml",
    "json": "application/json",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "gz": "application/gzip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "vcf": "text/vcard",
    "msg": "application/vnd.ms-outlook",
    "csv": "text/csv",
    "ics": "text/calendar",
    "eml": "message/rfc822",
    "amr": "audio/amr",
    "m4a": "audio/mp4",
    "7z": "application/x-7z-compressed",
    "rar": "application/vnd.rar",
}
"""Our own table: Python's is told from files that differ from system to system."""
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,8})$")


def find_type(declared: str, name: str, content: bytes) -> str:
    """Return the type of a paper: the declared one, or what bytes and name tell where that one says nothing.

    >>> find_type("application/octet-stream", "IMG_1.JPG", b"\\xff\\xd8\\xff\\xe0")
    'image/jpeg'
    """
    if declared not in _OPEN:
        return declared
    by_bytes = next((kind for start, kind in _BY_BYTES if content.startswith(start)), "")
    extension = _EXTENSION.search(name.strip().lower())
    by_name = ""
    if extension:
        by_name = _BY_NAME.get(extension[1], "")
    return by_bytes or by_name or "application/octet-stream"
