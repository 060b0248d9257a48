"""Mails built to be too deep, too many, too large: they are read as far as they are read, and nothing hangs or falls."""

import re

import pytest

from landsea_core.mailtext import House, Kind, read_mail
from landsea_core.mailtext.mail_reader import read_opened
from landsea_core.mailtext.opening.limits import MAX_BYTES, MAX_PARTS

HEAD = b"From: Bo <bo@demo.example>\nTo: notices@landsea.example\nSubject: Re: a\nIn-Reply-To: <delivery-900@landsea.example>\n"
WORDS = b"The lorry stands at gate four.\n"


def nested(levels: int, *, words_above: bool = False) -> bytes:
    raw = HEAD
    for level in range(levels):
        raw += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
        if words_above and level == 0:
            raw += b"Content-Type: text/plain\n\n" + WORDS + b"--b0\n"
    raw += b"Content-Type: text/plain\n\n" + (b"far below\n" if words_above else WORDS)
    return raw + b"".join(b"--b%d--\n" % level for level in reversed(range(levels)))


def with_parts(count: int) -> bytes:
    raw = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + WORDS
    for number in range(count - 1):
        raw += b"--b\nContent-Type: text/plain; name=n%d.txt\n\nno. %d\n" % (number, number)
    return raw + b"--b--\n"


def test_words_under_eighty_levels_are_not_looked_for():
    reading = read_opened(nested(80), House())
    assert reading.kind == Kind.UNREADABLE
    assert "deeper than we read" in " ".join(map(str, reading.reasons))


def test_words_above_eighty_levels_are_read():
    reading = read_opened(nested(80, words_above=True), House())
    assert (reading.kind, reading.text) == (Kind.REPLY, WORDS.decode().strip())
    assert any("left closed" in str(reason) for reason in reading.reasons)


def test_ten_levels_are_read_to_the_bottom():
    assert read_opened(nested(10), House()).text == WORDS.decode().strip()


@pytest.mark.parametrize("levels", [400, 1_000, 5_000])
def test_no_depth_makes_the_reader_fall(levels):
    assert read_mail(nested(levels), House()).kind == Kind.UNREADABLE


def test_five_hundred_parts_are_read():
    reading = read_opened(with_parts(500), House())
    assert (reading.kind, reading.text) == (Kind.REPLY, WORDS.decode().strip())
    assert len(reading.attachments) >= 498


def test_of_five_hundred_nameless_texts_the_first_is_the_words():
    reading = read_opened(re.sub(rb"; name=n\d+.txt", b"", with_parts(500)), House())
    assert (reading.kind, reading.text, len(reading.attachments)) == (Kind.REPLY, WORDS.decode().strip(), 498)


def test_of_five_thousand_parts_the_first_are_read():
    reading = read_opened(with_parts(5_000), House())
    assert (reading.kind, reading.text) == (Kind.REPLY, WORDS.decode().strip())
    assert len(reading.attachments) < MAX_PARTS
    assert any("left closed" in str(reason) for reason in reading.reasons)


def test_what_is_too_large_is_not_opened():
    reading = read_mail(HEAD + b"\n" + b"x" * MAX_BYTES, House())
    assert reading.kind == Kind.UNREADABLE
    assert "megabytes" in str(reading.reasons[0])


@pytest.mark.parametrize(
    "body",
    [
        "Sent from my iPhone\n" * 9_000,
        "From: a@b.example\n" * 9_000,
        "On 2 March 2026 at 14:20 x <a@b.example>\n" * 4_000,
        "a@" * 90_000,
        ">" * 190_000,
        "发件人：" * 40_000,
        "*_ " * 60_000,
    ],
    ids=["footers", "heads", "attributions", "addresses", "quotes", "labels", "stars"],
)
def test_long_repetitions_are_read_in_seconds(body):
    import time

    begun = time.process_time()
    read_opened(HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + body.encode(), House())
    assert time.process_time() - begun < 20  # seconds; a second or two on a quiet machine
