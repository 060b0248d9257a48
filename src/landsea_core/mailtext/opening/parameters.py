"""A header with parameters, such as `text/plain; charset=gb2312`, however badly it is written.

Names of files come in four ways: RFC 2231 in one piece or several (`filename*0*=utf-8''...`), as an encoded word between
quotes (QQ, Foxmail), and as raw bytes (old phones).
"""

import re

from landsea_core.mailtext.charsets.decoding import decode_letters
from landsea_core.mailtext.opening.headers import read_header
from landsea_core.mailtext.opening.limits import MAX_HEADER

_PARAMETER = re.compile(r";\s*([A-Za-z0-9*_.-]{1,60})\s*=\s*(\"(?:[^\"\\]|\\.)*\"|[^;]*)", re.DOTALL)
_PIECE = re.compile(r"^([a-z0-9_.-]+?)(?:\*(\d{1,3}))?(\*)?$")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_PATH = re.compile(r"^.*[/\\]")


def read_parameters(header: str) -> tuple[str, dict[str, str]]:
    """Return (value in small letters, parameters by name); never raises.

    >>> read_parameters("attachment; filename*=utf-8''%E5%8D%95.pdf")
    ('attachment', {'filename': '单.pdf'})
    """
    header = header[:MAX_HEADER]
    value = read_header(header.partition(";")[0]).lower().strip()
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for hit in _PARAMETER.finditer(header):
        told = hit[2].strip()
        if told.startswith('"'):
            told = re.sub(r"\\(.)", r"\1", told.strip('"'))
        form = _PIECE.match(hit[1].lower())
        if form and (form[2] is not None or form[3]):
            pieces.setdefault(form[1], {})[int(form[2] or 0)] = (told, bool(form[3]))
        else:
            plain.setdefault(hit[1].lower(), read_header(told))
    plain.update({name: _joined(found) for name, found in pieces.items()})
    for name in ("filename", "name"):
        if name in plain:
            plain[name] = _PATH.sub("", plain[name]).strip()[:255]
    return value, plain


def _joined(pieces: dict[int, tuple[str, bool]]) -> str:
    charset, data = "", b""
    for number in sorted(pieces):
        told, is_coded = pieces[number]
        if number == 0 and is_coded and told.count("'") >= 2:
            charset, _, told = told.split("'", 2)
        piece = told.encode("utf-8", "surrogateescape")
        data += _PERCENT.sub(lambda hit: bytes.fromhex(hit[1].decode("ascii")), piece) if is_coded else piece
    return read_header(decode_letters(data, charset).text)
