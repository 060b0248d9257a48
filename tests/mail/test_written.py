"""What a person newly wrote: whole bodies, and single lines of footers, attributions, separators and subjects."""

import json
from email.message import EmailMessage
from pathlib import Path
from time import process_time

import pytest
from tests.mail.verdicts import squeezed

from landsea_core.mailtext import House, read_mail
from landsea_core.mailtext.kinds.automatic_wordings import SUBJECT
from landsea_core.mailtext.written.attributions import count_attribution_lines, count_lines_above_quote
from landsea_core.mailtext.written.disclaimers import drop_disclaimer
from landsea_core.mailtext.written.footers import is_footer
from landsea_core.mailtext.written.separators import find_kind_of_separator, write_marker_line

HERE = Path(__file__).parent
BODIES = [json.loads(line) for line in (HERE / "bodies.jsonl").read_text(encoding="utf-8").splitlines()]


def lines(name: str) -> list[str]:
    return (HERE / "lines" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", BODIES, ids=[row["name"] for row in BODIES])
def test_a_body_gives_its_new_words(row):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Li Wei <liwei@x.example>", "cases@landsea.example", row["subject"]
    if row["answers"]:
        mail["In-Reply-To"] = "<delivery-12@landsea.example>"
    if row["body"] is None:
        mail.set_content(row["html"], subtype="html")
    else:
        mail.set_content(row["body"])
    assert squeezed(read_mail(mail.as_bytes(), House()).text) == squeezed(row["text"])


def test_footers():
    assert [line for line in lines("footers") if not is_footer(line)] == []
    assert [line for line in lines("no_footers") if is_footer(line)] == []


def test_attributions():
    assert [line for line in lines("attributions") if not count_attribution_lines([line, "", "quoted words"], 0)] == []
    assert [line for line in lines("no_attributions") if count_attribution_lines([line, "", "more of it"], 0)] == []


def test_attributions_that_a_program_wrapped():
    for line in lines("attributions"):
        words = line.split(" ")
        half = len(words) // 2
        if half:
            wrapped = [" ".join(words[:half]), " ".join(words[half:]), "", "> quoted words"]
            assert count_attribution_lines(wrapped, 0) == 2 or count_lines_above_quote(wrapped, 3) >= 2, line


def test_separators():
    assert [line for line in lines("separators") if not find_kind_of_separator(line)] == []
    assert [
        language
        for language in ("zh", "vi", "lo", "th", "en", "xx")
        if find_kind_of_separator(write_marker_line(language)) != "ours"
    ] == []


def test_subjects_of_automatic_answers():
    assert [line for line in lines("automatic_subjects") if not SUBJECT.match(line)] == []
    assert [line for line in lines("other_subjects") if SUBJECT.match(line)] == []


QUOTE_OF_OURS = "> 在 2026年3月3日，10:15，Landsea <desk@landsea.example> 写道：\n> 请补充照片。\n"


@pytest.mark.parametrize(
    ("body", "has_photo", "text"),
    [
        ("\n\n发自我的iPhone\n", True, ""),
        ("Sent from my iPhone\n", False, ""),
        (f"\n\n发自我的iPhone\n\n{QUOTE_OF_OURS}", True, ""),
        (QUOTE_OF_OURS, False, QUOTE_OF_OURS),
        (f"好\n\n发自我的iPhone\n\n{QUOTE_OF_OURS}", True, "好"),
    ],
)
def test_photos_without_a_word_come_without_a_word(body, has_photo, text):
    mail = EmailMessage()
    mail["From"], mail["To"] = "Zhou <zhou@x.example>", "cn@landsea.example"
    mail["In-Reply-To"] = "<delivery-12@landsea.example>"
    mail.set_content(body)
    if has_photo:
        mail.add_attachment(b"\xff\xd8\xff\xe0", maintype="image", subtype="jpeg", filename="IMG_1.JPG")
    assert squeezed(read_mail(mail.as_bytes(), House()).text) == squeezed(text)


def test_ten_thousand_lines_that_look_entitled_are_read_at_once():
    lines = ["words", *["【声明】x"] * 10_000]
    before = process_time()
    assert drop_disclaimer(lines) == lines
    assert process_time() - before < 1, "it took minutes for a tenth of them"
