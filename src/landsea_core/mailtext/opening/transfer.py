"""The transfer encodings of parts, read as far as they can be read: cut base64, false claims, stray characters."""

import binascii
import quopri
import re

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_WORDS = re.compile(rb"[A-Za-z]{2,}[ ,.][ A-Za-z]")


def decode_transfer(payload: bytes, encoding: str) -> bytes:
    """Return the bytes that a transfer encoding stands for; never raises.

    Base64 is read to the last whole group, stray characters apart. Where what is called base64 holds words with spaces
    between them, somebody's gateway lied, and the bytes are taken as they are.
    """
    name = encoding.strip().lower().split(";")[0].strip()
    if name == "base64":
        return payload if _WORDS.search(payload[:400]) else _base64(payload)
    if name == "quoted-printable":
        return quopri.decodestring(payload)
    if name in {"x-uuencode", "uuencode", "x-uue", "uue"}:
        return decode_uuencoded(payload.splitlines())
    return payload


def _base64(payload: bytes) -> bytes:
    letters = _NOT_BASE64.sub(b"", payload)
    rest = len(letters) % 4
    if rest == 1:
        letters, rest = letters[:-1], 0
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4)) if letters else b""


def decode_uuencoded(lines: list[bytes]) -> bytes:
    """Return what uuencoded lines hold, `begin` and `end` apart; lines that cannot be read are left out."""
    out = []
    for line in lines:
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            try:  # a common encoder writes too many characters; the first byte says how many are meant
                out.append(binascii.a2b_uu(line[: (((line[0] - 32) & 63) * 4 + 5) // 3]))
            except binascii.Error:
                continue
    return b"".join(out)
