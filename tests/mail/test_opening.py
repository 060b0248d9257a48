"""Mails opened although something about them is broken, and what lies in them."""

import pytest

from landsea_core.mailtext import House, Kind
from landsea_core.mailtext.body.html import read_html
from landsea_core.mailtext.charsets.decoding import decode_letters
from landsea_core.mailtext.charsets.guessing import guess_charset
from landsea_core.mailtext.mail_reader import read_opened
from landsea_core.mailtext.opening.headers import read_header
from landsea_core.mailtext.opening.opening import Unopenable, open_mail
from landsea_core.mailtext.opening.parameters import read_parameters

HEAD = b"From: Bo <bo@demo.example>\nTo: desk@landsea.example\nIn-Reply-To: <delivery-1@landsea.example>\n"
PARTS = b"--%s\nContent-Type: text/plain\n\nThe gate is open.\n--%s\nContent-Type: application/pdf; name=a.pdf\n\n%%P\n--%s--\n"


@pytest.mark.parametrize(
    "kind",
    [
        b'multipart/mixed; boundary="right"',
        b'multipart/mixed; boundary="other"',
        b"multipart/mixed",
        b"multipart/alternative; x",
    ],
)
def test_parts_are_found_whatever_the_header_says_of_the_boundary(kind):
    reading = read_opened(HEAD + b"Content-Type: " + kind + b"\n\n" + PARTS % (b"right", b"right", b"right"), House())
    assert (reading.kind, reading.text) == (Kind.REPLY, "The gate is open.")
    assert [one.name for one in reading.attachments] == ["a.pdf"]


@pytest.mark.parametrize(
    "before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"From bo@demo.example Tue Mar  3 10:00:00 2026\n", b">From x\n"]
)
def test_what_stands_before_the_headers_is_passed_over(before):
    assert read_opened(before + HEAD + b"\nYes, it is.\n", House()).text == "Yes, it is."


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_end_of_line_is_one(end):
    raw = (HEAD + b"Subject: x\n\nOne.\n\nTwo.\n").replace(b"\n", end)
    assert read_opened(raw, House()).text.split() == ["One.", "Two."]


@pytest.mark.parametrize("raw", [b"", b"hello", bytes(range(256)), b"{}", b"\x00" * 100, b"PK\x03\x04zip"])
def test_what_is_no_mail_is_said_to_be_none(raw):
    with pytest.raises(Unopenable, match="no mail"):
        open_mail(raw)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?gb2312?B?yKHP+7fWt9Y=?=", "取消分分"),
        ("=?utf-8?B?5pif?= =?utf-8?B?5pyf?=", "星期"),
        ("=?utf-8?B?5pif5pw=?=\r\n =?utf-8?B?nw==?=", "星期"),  # cut inside a character
        ("=?utf-8?Q?Caf=C3=A9?= au lait", "Café au lait"),
        ("=?x-none?B?!!?=", "=?x-none?B?!!?="),
        ("plain", "plain"),
        ("=?utf-8?b?aGk=?=there", "hithere"),
    ],
)
def test_encoded_words(value, text):
    assert read_header(value) == text


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="=?GB18030?B?16rV/i5wZGY=?="', "转政.pdf"),
        ("attachment; filename*=utf-8''%E5%8D%95.pdf", "单.pdf"),
        ("attachment; filename*0*=utf-8''%E5%8D; filename*1*=%95.pdf", "单.pdf"),
        ('attachment; filename="C:\\\\Users\\\\li\\\\a.pdf"', "a.pdf"),
        ("attachment; filename=../../etc/passwd", "passwd"),
        ("attachment; filename=bare name.doc", "bare name.doc"),
        ("attachment", ""),
    ],
)
def test_names_of_papers(header, name):
    assert read_parameters(header)[1].get("filename", "") == name


@pytest.mark.parametrize(
    ("words", "charset"),
    [
        ("请问谁负责？", "gb18030"),
        ("海关", "gb18030"),
        ("貨櫃到了", "big5hkscs"),
        ("請問誰負責？", "big5hkscs"),
        ("สินค้าถูกกักที่ด่าน", "cp874"),
        ("ขอบคุณครับ", "cp874"),
        ("cửa khẩu", "utf-8"),
        ("gate", "ascii"),
    ],
)
def test_an_undeclared_set_is_guessed_from_few_letters(words, charset):
    assert guess_charset(words.encode(charset)) == charset


@pytest.mark.parametrize(
    ("words", "written_in", "declared"),
    [
        ("李镕㐂", "gb18030", "GB2312"),
        ("喺度嘅", "big5hkscs", "big5"),
        ("“ลำไย” 5 €", "cp874", "tis-620"),
        ("đã nhận", "utf-8", "iso-8859-1"),
        ("请放行", "gb18030", "us-ascii"),
        ("请放行", "utf-8", "no-such-set"),
        ("请放行", "utf-8", "gb2312"),
        ("请问何时放行", "gb18030", "utf-8"),
    ],
)
def test_what_a_mail_says_of_its_letters_is_not_always_true(words, written_in, declared):
    assert decode_letters(words.encode(written_in), declared).text == words


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<div>Three</div>", "One\nTwo\nThree"),
        ("<div style='display:none'>hidden</div>seen", "seen"),
        ("<style>p{}</style><title>t</title>seen<script>x</script>", "seen"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<blockquote>my own</blockquote>", "my own"),
        (
            "<blockquote type='cite'>theirs<blockquote type='cite'>older</blockquote></blockquote>",
            "> theirs\n> > older",
        ),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("a &amp; b&nbsp;c &lt;d&gt;", "a & b c <d>"),
        ("<p>not <b>closed", "not closed"),
        ("", ""),
    ],
)
def test_pages_as_text(page, text):
    assert read_html(page)[0] == text
