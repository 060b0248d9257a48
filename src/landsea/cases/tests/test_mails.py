"""Every mail about a case: rendered in each language, with its number, its way back, and none of the case's words."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.base.secret_links import make_nonce
from landsea.cases import actions, notices
from landsea.cases.actions.accept import accept_case
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.views.mailbox import MOVES
from landsea.directory.display_names import name_desk

FOLDER = Path(notices.__file__).parent / "templates" / "mails"


def mails_told(to: str) -> set[str]:
    """Return the templates with which acts tell somebody (a pattern of who), as the code names them."""
    code = "".join(file.read_text(encoding="utf-8") for file in Path(actions.__file__).parent.glob("*.py"))
    return set(re.findall(rf'tell_{to}\(\s*work, "(case_[a-z_]+)"', code))


TO_FILER = mails_told("filer")
TO_OFFICE = mails_told("(?:office|called|people)") | {f"case_{act}_by_filer" for act in MOVES}
CALLS = ["deputy", "coordinator", "head", "secretariat", "dialogue", "filer"]


def delivery(template: str, language: str, **facts) -> Delivery:
    common = {
        "ref": "LS-2026-004417",
        "due": "2026-11-27T08:20:00+00:00",
        "zone": "Asia/Shanghai",
        "urgent": True,
        "link": str(facts.pop("nonce", "")),
        "step": "answer",
        "calls": "head",
        "share": 0.5,
    }
    return Delivery(template=template, language=language, address="who@demo.example.org", facts=common | facts)


def test_a_message_for_the_filer_says_what_is_due_next():
    body = render_words(delivery("case_message", "en"))[1]
    assert "Due next: Fri" in body, "who reads that somebody wrote wants to know by when something happens"


def test_every_mail_that_an_act_names_has_a_template_and_none_is_left_over():
    assert {file.stem for file in FOLDER.glob("case_*.txt")} == TO_FILER | TO_OFFICE
    assert not TO_FILER & TO_OFFICE


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th"])
@pytest.mark.parametrize("template", sorted(TO_FILER))
def test_mails_to_the_filer_lead_to_the_mailbox_in_their_language(template, language):
    nonce = make_nonce()
    subject, body = render_words(delivery(template, language, nonce=nonce))

    assert "LS-2026-004417" in subject
    assert f"{settings.PUBLIC_ADDRESS}/m/{MAILBOX_LINKS.secret_of(nonce)}?lang={language}" in body
    assert "{" not in subject + body and "&" not in body.replace("&lang", "")


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th"])
@pytest.mark.parametrize("template", sorted(TO_OFFICE))
def test_mails_to_offices_lead_to_the_case_and_hold_no_secret(template, language):
    subject, body = render_words(delivery(template, language))

    assert "LS-2026-004417" in subject
    assert f"{settings.PUBLIC_ADDRESS}/cases/LS-2026-004417/" in body
    assert "/m/" not in body


def test_deadlines_stand_on_the_desks_clock_with_the_weekday():
    _subject, body = render_words(delivery("case_accepted", "en", nonce=make_nonce()))

    assert "Fri" in body
    assert "16:20" in body
    assert "Shanghai" in body


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("country", "language", "said"),
    [("LA", "lo", "Vientiane"), ("", "my", "Yangon"), ("", "en", "Shanghai"), ("MM", "en", "Yangon")],
)
def test_a_filer_is_told_deadlines_on_the_filers_own_clock_and_the_desk_on_its_own(world, country, language, said):
    filed = world.file(filer_country=country, language=language)

    accept_case(world.actor("holder"), filed.case.ref, now=timezone.now())

    to_filer = Delivery.objects.get(template="case_accepted")
    assert ZoneInfo(to_filer.facts["zone"]).key.endswith(said)
    to_desk = Delivery.objects.get(template="case_arrived")
    assert to_desk.facts["zone"] == "Asia/Shanghai"


@pytest.mark.parametrize("calls", CALLS)
def test_each_silence_is_told_to_both_sides(calls):
    _subject, to_filer = render_words(delivery("case_silence", "en", nonce=make_nonce(), calls=calls))
    _subject, to_office = render_words(delivery("case_late", "en", calls=calls))

    others = [
        render_words(delivery("case_silence", "en", nonce=make_nonce(), calls=one))[1] for one in CALLS if one != calls
    ]
    first_line = to_filer.splitlines()[0]
    assert len(first_line) > 20
    assert first_line not in "".join(others)
    assert re.match(r"What was due: first answer\. \w+", to_office)


def test_a_mail_without_due_time_or_link_is_still_whole():
    _subject, body = render_words(delivery("case_message", "en", due="", nonce=""))

    assert f"{settings.PUBLIC_ADDRESS}/?lang=en" in body
    assert "None" not in body


def test_each_mail_to_the_filer_names_the_desk_that_is_accountable(world):
    """A mail that says "another desk" and not which one leaves its reader with nobody to ask."""
    filed = world.file(email="filer@demo.example.org")
    body = render_words(Delivery.objects.get(template="case_filed"))[1]
    desk, office = name_desk(filed.case.desk, "en")
    assert f"Accountable: {desk}, {office}" in body
