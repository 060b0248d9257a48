"""An ask of the phrasebook in a mail, and its answer by number: what the mail holds, what a number does, what is own words."""

import pytest
from django.utils import timezone

from landsea.base.actors import make_filer
from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.models import Case, Message
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.tests.mail_servers import written
from landsea.phrases.actions.ask import ask_by_phrase
from landsea.phrases.models import AnswerPromise, CaseAnswer, CaseAsk, PaperLine

pytestmark = pytest.mark.django_db
FILER = "filer@demo.example.org"


@pytest.fixture
def case(world, settings) -> Case:
    """A case of a filer who wrote in Khmer, in which this installation has no pages."""
    settings.LANGUAGES = [one for one in settings.LANGUAGES if one[0] != "km"]
    return world.file(filer_country="KH", written_in="km").case


def answered(template: str, sender: str, words: str) -> InboundMail:
    """Reply to the newest mail of this template, and have the reply sorted."""
    sent = compose_message(Delivery.objects.filter(template=template).latest("pk"))
    raw = written(sender, sent.reply_to[0], words, In_Reply_To=sent.extra_headers["Message-ID"])
    keep_mails([Handed(raw, (sent.reply_to[0],), sender)], now=timezone.now())
    sort_due()
    return InboundMail.objects.latest("pk")


def asked(world, case, code: str, typed=None) -> CaseAsk:
    ask_by_phrase(world.actor("holder"), case.ref, code, typed or {}, now=timezone.now())
    return CaseAsk.objects.latest("pk")


def test_the_mail_holds_the_ask_in_its_readers_language_with_numbered_lines(world, case):
    asked(world, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]})
    _subject, body = render_words(Delivery.objects.get(template="phrase_asked"))
    lines = body.splitlines()
    assert "វិញ្ញាបនបត្រ" in body and any(line.startswith("2  ") and "…" in line for line in lines)
    assert sum(line[:1].isdecimal() for line in lines) == 9


def test_no_mail_holds_free_words(world, case):
    asked(world, case, "A16", {"office": ["Office of Mr Wrexford"]})
    assert "Wrexford" not in "".join(render_words(Delivery.objects.get(template="phrase_asked")))


@pytest.mark.parametrize(
    ("number", "is_in_mail"), [("MSKU 1234567", True), ("云A·12345", True), ("pay 12345678 at demo.example.org", False)]
)
def test_no_mail_holds_words_where_a_number_belongs(world, case, number, is_in_mail):
    ask_by_phrase(make_filer(case.pk), case.ref, "B02", {"number": [number]}, now=timezone.now())
    body = render_words(Delivery.objects.get(template="phrase_asked_office"))[1]
    assert (number in body) is is_in_mail


def test_a_number_with_a_day_answers_and_reads_days_as_people_write_them(world, case):
    row = asked(world, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]})
    year = timezone.now().year + 1
    mail = answered("phrase_asked", FILER, f"2 3.2.{year}\n\nThe printer is away.")
    assert (mail.state, mail.act) == (MailState.DONE, "answer_by_phrase")
    answer = CaseAnswer.objects.get()
    assert answer.code == "will_send" and answer.values == {"day": f"{year}-02-03"}
    assert AnswerPromise.objects.get().line == PaperLine.objects.get(ask=row)
    below = Message.objects.filter(case=case, phrase_answer=None, ask=None).latest("pk")
    assert below.body == "The printer is away." and below.side == "filer"


def test_a_bare_number_answers_what_has_no_blank(world, case):
    row = asked(world, case, "M07")
    answered("phrase_asked", FILER, "1")
    row.refresh_from_db()
    assert CaseAnswer.objects.get().code == "yes" and row.closed_at is not None


@pytest.mark.parametrize("words", ["2 lorries are waiting", "We have 2.", "99"])
def test_own_words_stay_own_words(world, case, words):
    asked(world, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]})
    mail = answered("phrase_asked", FILER, words)
    assert mail.act == "reply" and not CaseAnswer.objects.exists()
    assert Message.objects.latest("pk").body == words


def test_a_number_without_its_value_is_held_with_a_sentence(world, case):
    asked(world, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]})
    mail = answered("phrase_asked", FILER, "2")
    assert mail.state == MailState.HELD and "value behind it" in mail.note


def test_one_number_speaks_for_all_papers_that_were_asked_for(world, case):
    row = asked(world, case, "A02", {"papers": ["invoice", "origin"]})
    answered("phrase_asked", FILER, f"2 {timezone.now().year + 1}-02-03")
    assert {line.state for line in PaperLine.objects.filter(ask=row)} == {"promised"}
    assert AnswerPromise.objects.count() == 2


def test_the_desk_answers_the_filer_by_number_in_its_own_language(world, case):
    ask_by_phrase(make_filer(case.pk), case.ref, "D07", {}, now=timezone.now())
    year = timezone.now().year + 1
    mail = answered("phrase_asked_office", "holder@demo.example.org", f"1 2; {year}-02-03")
    assert mail.act == "answer_by_phrase"
    assert CaseAnswer.objects.get().values == {"decision": "treat", "day": f"{year}-02-03"}
    assert "phrase_answered" in set(Delivery.objects.values_list("template", flat=True))


def test_own_words_to_a_question_among_offices_stay_among_offices(world, case):
    ask_by_phrase(world.actor("coordinator"), case.ref, "M11", {}, to="offices", now=timezone.now())
    mail = answered("phrase_asked_office", "holder@demo.example.org", "Their papers look forged to us.")
    assert mail.act == "message_offices" and Message.objects.latest("pk").kind == "offices"
