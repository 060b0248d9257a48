"""Two stories without a common language, by phrases alone: Burmese and Lao; a chamber for three members, and Chinese."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.cases.actions.accept import accept_case
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import AssociationMember, FilerLink
from landsea.cases.tests.uploads import pdf, upload
from landsea.phrases.models import CaseAsk, PaperLine

pytestmark = pytest.mark.django_db
LAO, BURMESE, HAN = (re.compile(f"[{letters}]") for letters in ("\u0e80-\u0eff", "\u1000-\u109f", "\u4e00-\u9fff"))


def thread_of(browser, address: str) -> str:
    """Return the messages of a page without what is folded."""
    shown = browser.get(address).content.decode()
    messages = re.search(r'<section class="messages".*?</section>\s', shown, re.S) or re.search(
        r"<main.*</main>", shown, re.S
    )
    assert messages
    return re.sub(r"<details.*?</details>", "", messages[0], flags=re.S)


def ask_for(browser, address: str, code: str, **slots) -> CaseAsk:
    """Show an ask in both languages and send it as it was shown; one without blanks is sent at once."""
    typed = {"act": "ask", "ask": code, "to": "filer", "key": f"ask {code}"} | slots
    page = browser.post(address, typed)
    if page.status_code == 302:
        return CaseAsk.objects.latest("pk")
    (offer,) = [one for one in page.context["offers"] if one.code == code]
    assert offer.is_whole
    assert browser.post(address, typed | {"shown": offer.shown}).status_code == 302
    return CaseAsk.objects.latest("pk")


def test_burmese_and_lao_go_from_filing_to_a_confirmed_outcome(world, settings):
    settings.LANGUAGES = [one for one in settings.LANGUAGES if one[0] != "my"]  # no pages in the filer's language
    case = world.file(filer_country="MM", language="en", written_in="my").case
    filer, officer = world.client(), world.client("holder")
    filer.get(reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(FilerLink.objects.get(case=case).nonce)]))
    officer.get(reverse("home"), {"lang": "lo"})
    desk, mine = reverse("case_phrases", args=[case.ref]), reverse("mailbox_phrases", args=[case.ref])
    accept_case(world.actor("holder"), case.ref, now=timezone.now())

    asked = ask_for(officer, desk, "A02", papers=["origin"])
    line = PaperLine.objects.get(ask=asked, paper="origin")
    sent = {"act": "answer", "ask_id": asked.pk, "line_id": line.pk, "answer": "file_attached", "key": "paper"}
    assert filer.post(mine, sent | {"papers": upload("origin.pdf", pdf())}).status_code == 302
    officer.post(desk, {"act": "propose", "outcome": "fixed", "key": "outcome"})
    is_it = CaseAsk.objects.get(code="M06")
    filer.post(mine, {"act": "answer", "ask_id": is_it.pk, "answer": "outcome_is", "outcome": "fixed", "key": "yes"})

    case.refresh_from_db()
    line.refresh_from_db()
    assert case.outcome == "fixed" and line.state == "here"
    read_by_officer = thread_of(officer, reverse("case", args=[case.ref]))
    read_by_filer = thread_of(filer, reverse("mailbox", args=[case.ref]))
    assert LAO.search(read_by_officer) and not BURMESE.search(read_by_officer)
    assert BURMESE.search(read_by_filer) and not LAO.search(read_by_filer)


def test_a_chamber_files_for_three_members_and_answers_by_presses(world):
    others = [AssociationMember.objects.create(association=world.chamber, party=name) for name in ("Second", "Third")]
    members = (world.member.pk, *(one.pk for one in others))
    filed = world.file(
        actor=world.actor("clerk"), association=world.chamber.pk, joint_members=members, language="vi", written_in="vi"
    )
    case, clerk, officer = filed.case, world.client("clerk"), world.client("holder")
    assert case.is_joint
    clerk.get(reverse("home"), {"lang": "vi"})
    officer.get(reverse("home"), {"lang": "zh-hans"})
    address = reverse("case_phrases", args=[case.ref])
    accept_case(world.actor("holder"), case.ref, now=timezone.now())

    asked = ask_for(officer, address, "A18")
    answer = {"act": "answer", "ask_id": asked.pk, "answer": "is_count", "count": "3", "key": "three"}
    assert clerk.post(address, answer).status_code == 302
    officer.post(address, {"act": "propose", "outcome": "fixed", "key": "outcome"})
    is_it = CaseAsk.objects.get(code="M06")
    clerk.post(address, {"act": "answer", "ask_id": is_it.pk, "answer": "outcome_is", "outcome": "fixed", "key": "yes"})

    case.refresh_from_db()
    assert case.outcome == "fixed"
    assert not HAN.search(thread_of(clerk, reverse("case", args=[case.ref])))
    assert HAN.search(thread_of(officer, reverse("case", args=[case.ref])))
