"""What is hostile for a field of each kind, and what somebody would ordinarily write there."""

import io
import uuid
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.coming_days import coming_tuesday

FIRST, LAST = "0001-01-01", "9999-12-31"
WORDS = (
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\u202egnp.exe",
    "\ufeff\uffff",
    "x" * 81,
    "x" * 201,
    "x" * 256,
    "x" * 321,
    "x" * 5001,
    "ສະບາຍດີ " * 700,
    "9" * 4500,
    "🚛" * 161,
    "'\"></title><script>alert(1)</script>",
    "{{7*7}} {% now %} %s %(x)s {0}",
    "../../../etc/passwd",
    "＝1+1",
    "one\r\nBcc: all@demo.example.org",
    "null",
    "[]",
    "{",
    "on",
)
DAYS = (FIRST, "0001-01-02", "1000-01-01", "1899-12-31", LAST, "9999-12-30", "2569-12-01", "2026-02-30", "10000-01-01")
MOMENTS = (
    f"{FIRST}T00:00",
    f"{FIRST}T00:00+14:00",
    f"{LAST}T23:59",
    f"{LAST}T23:59-14:00",
    "2026-12-01T24:00",
    "2026-12-01T08:00+99:99",
    "2026-12-01T08:00\0",
)
TIMES = ("24:00", "23:59:59.999999", "-1:00", "00:00", "8", "08:00+14:00")
NUMBERS = (
    "NaN",
    "-NaN",
    "Infinity",
    "1e999",
    "-1e999",
    "1e-999999",
    "-1",
    "0",
    "-0.0",
    "32768",
    "2147483648",
    "-2147483649",
    "9223372036854775808",
    "1e18",
    "0.000000000001",
    "٣",
    "²",
    "1_000",
    "0x10",
    "1,5",
)
ADDRESSES = (
    "a" * 64 + "@" + "b" * 63 + "." + "c" * 63 + "." + "d" * 50 + ".example.org",  # 255
    "a" * 64 + "@" + ".".join(["b" * 60] * 4) + ".example",  # 316
    "a" * 300 + "@demo.example.org",
    "a\0@demo.example.org",
    "ä@dëmo.example.org",
    '"a b"@demo.example.org',
    "a@[127.0.0.1]",
    "a@demo.example.org\r\nBcc: b@demo.example.org",
    "a@demo.example.org,b@demo.example.org",
)
PAGES = (
    "https://demo.example.org/" + "x" * 2100,
    "javascript:alert(1)",
    "//demo.example.org",
    "https://[::1",
    "https://demo.example.org:99999999/",
    "https://[64:ff9b::7f00:1]/",
    "https://demo.example.org/\0",
    "data:text/html,x",
)
CODES = ("XX", "xx", "cn", "-1", "0", "ZZZ", "999999999999999999999", "None", "en-us", "Europe/../etc", "coordinator")
NUMBERS_IN_PATHS = ("0", "2147483648", "9223372036854775808", "9" * 60)
PIECES = ("\0", "a\0b", "x" * 300, "\u202e", "..", "%s", "٣", "-1", "<script>", "ສະບາຍດີ" * 40, "\ud800")
"""What may stand between two slashes of an address instead of a code or a secret."""
KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "words": WORDS,
        "day": DAYS,
        "moment": MOMENTS + DAYS,
        "time": TIMES,
        "number": NUMBERS,
        "address": ADDRESSES,
        "page": PAGES,
        "choice": CODES + NUMBERS,
        "any": WORDS + DAYS + MOMENTS + TIMES + NUMBERS + ADDRESSES + CODES,
    }
)
ORDINARY = MappingProxyType(
    {
        "words": "Our durian waits at Mohan.",
        "day": f"{coming_tuesday()}",
        "moment": f"{coming_tuesday()}T08:00",
        "time": "08:00",
        "number": "1",
        "address": "reader@demo.example.org",
        "page": "https://demo.example.org/paper",
        "choice": "",
        "any": "",
    }
)
HEADERS = MappingProxyType(
    {
        "Accept-Language": ("\0", "x" * 5000, "lo;q=NaN", "*;q=1e999, ,;;", "zz-ZZ"),
        "Cookie": ("sessionid=\0", "sessionid=" + "x" * 4000, "landsea_zone=Europe/../etc", "=;;=;", "csrftoken=%00"),
        "Referer": ("http://[", "javascript:alert(1)", "http://testserver/\ud800".encode("utf-8", "replace").decode()),
        "If-None-Match": ('W/"', "*", "x" * 5000),
        "If-Modified-Since": ("Sat, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "never"),
        "Range": ("bytes=0-0,-1", "bytes=9-1", "bytes=99999999999999999999-"),
        "Authorization": ("Bearer \xff", "Basic !!!", "Basic Og==", "Bearer " + "x" * 5000),
        "Accept": ("\xff", "text/calendar;q=x", "application/json" * 500),
        "X-Forwarded-For": ("999.1.1.1", "::ffff:127.0.0.1%eth0", ",,,", "x" * 5000),
        "HX-Request": ("true",),
    }
)
BODIES = (
    ("application/json", b"{"),
    ("application/json", b"null"),
    ("application/json", b"[" * 20_000),
    ("application/json", b'{"a": 1e999, "b": NaN, "\\ud800": "\\u0000"}'),
    ("application/json", b"\xff\xfe"),
    ("text/vcard", b"BEGIN:VCARD\r\nBDAY:0000-99-99\r\n"),
    ("text/plain; charset=nonsense", b"x"),
    ("application/x-www-form-urlencoded", b"%ED%A0%80=%00&a=%FF&=&&"),
    ("multipart/form-data", b"x"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="\0"\r\n\r\n\0\r\n--x--'),
    ("application/xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
)


def make_uploads() -> list[SimpleUploadedFile]:
    """Return files that are not what they seem, each new: a file is read once."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("../../evil", "x")
    return [
        SimpleUploadedFile("empty.pdf", b""),
        SimpleUploadedFile("a\0b.csv", b"\0\0,\0\r\n"),
        SimpleUploadedFile("x" * 250 + ".png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 40),
        SimpleUploadedFile("report.xlsx", held.getvalue()),
        SimpleUploadedFile("report.csv", "＝1+1,\ud83d\n".encode("utf-8", "replace") * 50),
        SimpleUploadedFile("page.html", b"<script>alert(1)</script>", "text/html"),
        SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 30, "image/jpeg"),
        SimpleUploadedFile("days.csv", f"{FIRST},{LAST},NaN,1e999\n".encode()),
    ]


def ordinary_key() -> str:
    """Return a form's key as a page would make one."""
    return str(uuid.uuid4())
