"""The page of phrases for either side: offered, shown in both languages, sent, read in the other's, answered by a press."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.actors import make_filer
from landsea.cases.actions.accept import accept_case
from landsea.cases.answer_links import ANSWER_LINKS
from landsea.cases.models import AnswerLink, Message
from landsea.cases.tests.test_somebody_there import RAIL, give_address
from landsea.cases.tests.uploads import pdf, upload
from landsea.phrases.actions.ask import ask_by_phrase
from landsea.phrases.book import choose_offers, find_other_question, get_phrasebook, list_fitting_asks
from landsea.phrases.models import CaseAnswer, CaseAsk, FreeWords, PaperLine, PhraseLanguage

pytestmark = pytest.mark.django_db


def text_of(answer) -> str:
    return answer.content.decode()


def pages(case) -> tuple[str, str]:
    """The addresses of the desk's page and of the filer's."""
    return reverse("case_phrases", args=[case.ref]), reverse("mailbox_phrases", args=[case.ref])


def test_own_words_find_asks_and_one_is_shown_in_both_languages_before_it_is_sent(case, officer, filer):
    desk, mine = pages(case)
    page = officer.post(desk, {"act": "offer", "own_words": "请将这份文件以电子版发来：原产地证书", "to": "filer"})
    offered = {one.code: one for one in page.context["offers"]}
    assert "A03" in offered and offered["A03"].other.startswith("សូម")
    typed = {"act": "ask", "ask": "A03", "paper": "origin", "day": "2026-12-03", "to": "filer", "key": "a"}
    again = officer.post(desk, typed)
    assert again.status_code == 200 and not CaseAsk.objects.exists()
    (shown,) = [one for one in again.context["offers"] if one.code == "A03"]
    assert "原产地证书" in shown.own and "2026" in shown.own and shown.is_whole
    sent = officer.post(desk, typed | {"shown": shown.shown}, follow=True)
    assert "您的问题已发送" in text_of(sent) or sent.status_code == 200
    assert CaseAsk.objects.get().values == {"paper": "origin", "day": "2026-12-03"}

    mailbox = text_of(filer.get(reverse("mailbox", args=[case.ref])))
    assert shown.other in mailbox and "Waits for an answer" in mailbox
    assert mailbox.index(shown.other) < mailbox.index("To all sides")
    assert shown.other in text_of(filer.get(mine))


def test_the_filer_answers_by_a_press_and_the_desk_reads_it_in_chinese(case, holder, officer, filer):
    desk, mine = pages(case)
    ask_by_phrase(holder, case.ref, "A18", {}, now=timezone.now())
    row = CaseAsk.objects.get()
    done = filer.post(
        mine, {"act": "answer", "ask_id": row.pk, "answer": "is_count", "count": "3", "key": "b"}, follow=True
    )
    assert "Your answer was sent." in text_of(done)
    thread = text_of(officer.get(reverse("case", args=[case.ref])))
    message = Message.objects.latest("pk")
    assert message.language == "km" and message.body in thread
    assert re.search(r'lang="zh-hans" dir="auto">[^<]*3[^<]*</div><details', thread)


def test_a_refused_answer_comes_back_as_it_was_typed(case, holder, filer):
    _desk, mine = pages(case)
    ask_by_phrase(holder, case.ref, "A18", {}, now=timezone.now())
    row = CaseAsk.objects.get()
    page = filer.post(mine, {"act": "answer", "ask_id": row.pk, "answer": "is_count", "count": "three"})
    assert page.status_code == 409 and "Give a whole number" in text_of(page)
    assert 'value="three"' in text_of(page) and not CaseAnswer.objects.exists()


def test_a_paper_is_sent_from_the_checklist_and_both_sides_see_it(case, holder, officer, filer):
    desk, mine = pages(case)
    ask_by_phrase(holder, case.ref, "A02", {"papers": ["invoice", "origin"]}, now=timezone.now())
    line = PaperLine.objects.get(paper="origin")
    paper = upload("origin.pdf", pdf())
    typed = {"act": "answer", "ask_id": line.ask_id, "line_id": line.pk, "answer": "file_attached", "key": "c"}
    assert filer.post(mine, typed).status_code == 409
    done = filer.post(mine, typed | {"papers": paper}, follow=True)
    assert done.status_code == 200
    again = filer.post(mine, typed | {"papers": upload("origin.pdf", pdf())})
    assert again.status_code == 302 and CaseAnswer.objects.count() == 1
    line.refresh_from_db()
    assert line.state == "here"
    seen = text_of(officer.get(reverse("case", args=[case.ref])))
    assert "原产地证书" in seen and "origin.pdf" in seen
    assert CaseAsk.objects.get().closed_at is None


def test_an_outcome_is_proposed_in_chinese_and_confirmed_in_khmer(case, holder, officer, filer):
    desk, mine = pages(case)
    accept_case(holder, case.ref, now=timezone.now())
    assert "outcome-fixed" in text_of(officer.get(desk))
    officer.post(desk, {"act": "propose", "outcome": "fixed", "key": "d"})
    row = CaseAsk.objects.get(code="M06")
    assert row.message.language == "zh-hans"
    filer.post(mine, {"act": "answer", "ask_id": row.pk, "answer": "outcome_is", "outcome": "fixed", "key": "e"})
    case.refresh_from_db()
    assert case.outcome == "fixed" and case.closed_at is not None


def test_free_words_go_as_they_are_and_stand_on_the_work_list(world, case, filer, officer):
    _desk, mine = pages(case)
    words = "Our driver has a birthday today."
    filer.post(mine, {"act": "free", "own_words": words, "key": "f"})
    row = FreeWords.objects.get()
    assert row.message.body == words and len(row.offered) == 3
    lead = world.client("coordinator")
    assert words in text_of(lead.get(reverse("phrases_work")))
    lead.post(reverse("phrases_settle", args=[row.pk]))
    assert words not in text_of(lead.get(reverse("phrases_work")))
    assert officer.get(reverse("phrases_work")).status_code == 403


def test_the_filer_chooses_the_language_of_the_sentences(case, holder, filer):
    _desk, mine = pages(case)
    ask_by_phrase(holder, case.ref, "A18", {}, now=timezone.now())
    assert filer.get(mine).context["phrases_in"] == "km"
    filer.post(mine, {"act": "language", "phrases_in": "my"})
    page = filer.get(mine)
    assert page.context["phrases_in"] == "my" and PhraseLanguage.objects.get().case_id == case.pk
    assert filer.post(mine, {"act": "language", "phrases_in": "xx"}).status_code == 409


def test_an_open_ask_stands_in_the_queue(case, holder, officer):
    ask_by_phrase(holder, case.ref, "A18", {}, now=timezone.now())
    page = officer.get(reverse("queue"))
    (row,) = [one for one in page.context["rows"] if one.reference == case.ref]
    assert row.waits_for


def test_pressed_through_htmx_only_the_offers_come_back(case, officer):
    desk, _mine = pages(case)
    typed = {"act": "offer", "own_words": "How many lorries are concerned?", "to": "filer"}
    page = officer.post(desk, typed, headers={"HX-Request": "true", "HX-Target": "offered"})
    assert "<html" not in text_of(page) and 'id="offered"' in text_of(page)


def test_a_desk_without_an_account_answers_by_its_link(world):
    give_address(world)
    case = world.file(written_in="km", **RAIL).case
    ask_by_phrase(make_filer(case.pk), case.ref, "E02", {}, now=timezone.now())
    row, browser = CaseAsk.objects.get(), world.client()
    secret = ANSWER_LINKS.secret_of(AnswerLink.objects.filter(case=case).latest("pk").nonce)
    browser.get(reverse("answer_link", args=[secret]))
    assert "Waits for an answer" in text_of(browser.get(reverse("answer", args=[case.ref])))
    page = reverse("answer_phrases", args=[case.ref])
    typed = {"act": "answer", "ask_id": row.pk, "answer": "service_moment", "key": "g"}
    typed |= {"service": "X8712", "moment": "2026-12-04T14:00"}
    assert browser.post(page, typed).status_code == 302
    answer = CaseAnswer.objects.get()
    assert answer.message.by_link and answer.values["service"] == "X8712"
    assert browser.post(page, {"act": "propose", "outcome": "fixed"}).status_code in (302, 409)


@pytest.mark.parametrize("part", ["stranger", "other_holder", "operator"])
def test_nobody_else_opens_the_page(world, case, part):
    desk, mine = pages(case)
    assert world.client(part).get(desk).status_code == 404
    assert world.client().get(mine).status_code == 404


def test_an_observer_reads_the_case_and_asks_nothing(world):
    seen = world.file(filer_country="VN").case
    browser = world.client("observer")
    assert browser.get(reverse("case", args=[seen.ref])).status_code == 200
    assert browser.get(reverse("case_phrases", args=[seen.ref])).status_code == 403


def test_of_two_questions_both_are_offered_and_the_other_stays_when_one_was_sent(case, officer):
    desk = reverse("case_phrases", args=[case.ref])
    says = {code: get_phrasebook().asks[code].says["zh"] for code in ("A18", "A22")}
    typed = {"act": "offer", "own_words": "".join(says.values()), "to": "filer"}
    page = officer.post(desk, typed)
    assert set(says) <= {one.code for one in page.context["offers"]} and page.context["asks_two"]
    after = officer.post(desk, typed | {"act": "ask", "ask": "A18", "key": "the first of two"})
    assert after.status_code == 200 and CaseAsk.objects.get().code == "A18"
    assert after.context["own_words"] == says["A22"] and after.context["offers"][0].code == "A22"
    last = officer.post(desk, typed | {"act": "ask", "ask": "A22", "own_words": says["A22"], "key": "the second"})
    assert last.status_code == 302 and CaseAsk.objects.count() == 2


def test_whichever_ask_is_sent_of_two_questions_the_other_question_stays():
    """The first that is offered is nearest to both together, and was counted for neither."""
    words, fitting = "Why is it held and when is it free?", list_fitting_asks("filer", "office")
    offered = [ask.code for ask in choose_offers(words, fitting, "sps_tbt")]
    left = [find_other_question(words, code, fitting, "sps_tbt") for code in offered]
    assert set(left) == {"Why is it held", "and when is it free?"}
    assert find_other_question(words, "A18", fitting, "sps_tbt") == ""
