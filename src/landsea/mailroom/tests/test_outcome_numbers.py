"""Answers by mail to "is it solved?": by number, in figures of other scripts, and in own words, which close nothing."""

import pytest
from django.utils import timezone

from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.say_whether_solved import find_number_of_outcome
from landsea.cases.models import Case, Message
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail
from landsea.mailroom.tests.mail_servers import written

pytestmark = pytest.mark.django_db
FILER = "filer@demo.example.org"


@pytest.fixture
def proposed(world) -> Case:
    """A case whose desk proposed how it ended."""
    case, holder = world.file().case, world.actor("holder")
    answer_case(holder, case.ref, "We looked at the report.", now=timezone.now())
    return propose_outcome(holder, case.ref, "fixed", "The report counts now.", now=timezone.now())


def answer_by_mail(words: str) -> InboundMail:
    """Reply to "is it solved?" as the filer, and have the reply sorted."""
    sent = compose_message(Delivery.objects.filter(template="case_outcome").latest("pk"))
    raw = written(FILER, sent.reply_to[0], words, In_Reply_To=sent.extra_headers["Message-ID"])
    keep_mails([Handed(raw, (sent.reply_to[0],), FILER)], now=timezone.now())
    sort_due()
    return InboundMail.objects.latest("pk")


def test_the_mail_says_by_which_numbers_it_is_answered_where_mails_are_answered(proposed, settings):
    mail = Delivery.objects.get(template="case_outcome")
    assert "\n1  Yes, it is solved.\n2  No, it is not solved." in render_words(mail)[1]
    assert "The desk says: fixed\nConfirm if what was stuck moves again" in render_words(mail)[1]
    settings.INBOUND_DOMAIN = ""
    assert "by a number" not in render_words(mail)[1]


@pytest.mark.parametrize(
    ("words", "act", "state", "said"),
    [
        ("1", "confirm", "closed", "The report counts now."),
        ("1.\n\nThe lorry is through.", "confirm", "closed", "The lorry is through."),
        ("2\n\nThe second lorry still stands.", "dispute", "answered", "The second lorry still stands."),
        ("໒", "dispute", "answered", "No, it is not solved."),
    ],
)
def test_a_number_confirms_or_disputes(proposed, words, act, state, said):
    assert answer_by_mail(words).act == act
    proposed.refresh_from_db()
    assert proposed.state == state
    assert Message.objects.filter(case=proposed).latest("pk").body == said


def test_own_words_are_kept_and_the_filer_is_asked_once_more(proposed):
    assert answer_by_mail("2 lorries still stand at the gate.").act == "reply"
    case = Case.objects.get(pk=proposed.pk)
    assert (case.state, case.proposed_outcome) == ("proposed", "fixed")
    assert case.due_at >= proposed.due_at
    body = render_words(Delivery.objects.get(template="case_outcome_waits"))[1]
    assert "still waits for your answer" in body and "\n2  No, it is not solved." in body


@pytest.mark.parametrize("words", ["", "3", "12", "1 lorry waits", "yes", "²"])
def test_what_is_no_number_of_the_mail_is_own_words(words):
    assert find_number_of_outcome(words) is None
