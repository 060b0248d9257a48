"""The clock of promised answers: reminds once, marks once what did not come, leaves alone what came."""

from datetime import UTC, datetime, timedelta

import pytest

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.redact import redact_words
from landsea.phrases.actions.answer import answer_by_phrase
from landsea.phrases.actions.ask import ask_by_phrase
from landsea.phrases.actions.watch import watch_promises
from landsea.phrases.models import AnswerPromise, CaseAsk, PaperLine

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
DUE = datetime(2026, 12, 3, 1, 0, tzinfo=UTC)


@pytest.fixture
def promised(case, holder, of_filer) -> AnswerPromise:
    """The desk will know by Thursday what is decided."""
    ask_by_phrase(of_filer, case.ref, "D07", {}, now=NOW)
    row = CaseAsk.objects.get()
    answer_by_phrase(holder, case.ref, row.pk, "known_by", {"moment": ["2026-12-03T09:00+08:00"]}, now=NOW)
    return AnswerPromise.objects.get()


def sent(template: str) -> list[str]:
    return list(Delivery.objects.filter(template=template).values_list("address", flat=True))


def test_who_promised_is_reminded_once_a_day_before(promised):
    assert watch_promises(DUE - timedelta(hours=25)) == 0
    assert watch_promises(DUE - timedelta(hours=23)) == 1
    assert watch_promises(DUE - timedelta(hours=22)) == 0
    assert sent("phrase_promise_due_office") == ["holder@demo.example.org"] and not sent("phrase_promise_due")


def test_a_promise_that_is_not_kept_is_marked_once_and_both_sides_are_told(promised):
    assert watch_promises(DUE + timedelta(minutes=1)) == 1 and watch_promises(DUE + timedelta(hours=9)) == 0
    promised.refresh_from_db()
    assert promised.broken_at is not None
    assert sent("phrase_promise_broken_office") == ["holder@demo.example.org"]
    assert sent("phrase_promise_waits") == ["filer@demo.example.org"]
    mail = Delivery.objects.get(template="phrase_promise_waits")
    assert "តើបានសម្រេច" in render_words(mail)[1] or "Thu 3 Dec, 09:00" in render_words(mail)[1]


def test_what_was_answered_is_left_alone(case, holder, promised):
    answer_by_phrase(holder, case.ref, promised.ask_id, "not_decided", {}, now=NOW + timedelta(hours=1))
    assert watch_promises(DUE + timedelta(days=1)) == 0


def test_a_promised_paper_falls_due_at_the_end_of_its_day_on_the_filers_clock(case, holder, of_filer):
    ask_by_phrase(holder, case.ref, "A02", {"papers": ["origin"]}, now=NOW)
    line = PaperLine.objects.get()
    answer_by_phrase(of_filer, case.ref, line.ask_id, "will_send", {"day": ["2026-12-02"]}, line_id=line.pk, now=NOW)
    assert AnswerPromise.objects.get().due_at == datetime(2026, 12, 2, 17, 0, tzinfo=UTC)
    assert watch_promises(datetime(2026, 12, 2, 17, 1, tzinfo=UTC)) == 1
    assert sent("phrase_promise_broken") == ["filer@demo.example.org"]


def test_a_reminder_waits_for_its_readers_hours(case, holder, of_filer):
    ask_by_phrase(of_filer, case.ref, "D07", {}, now=NOW)
    late = {"moment": ["2026-12-03T23:00+08:00"]}
    answer_by_phrase(holder, case.ref, CaseAsk.objects.get().pk, "known_by", late, now=NOW)
    night = datetime(2026, 12, 2, 16, 0, tzinfo=UTC)
    assert watch_promises(night) == 1
    assert night < Delivery.objects.get(template="phrase_promise_due_office").not_before < night + timedelta(hours=22)


def test_among_offices_only_who_promised_and_who_asked_are_told(world, case, holder):
    ask_by_phrase(holder, case.ref, "M11", {}, to="offices", now=NOW)
    known = {"moment": ["2026-12-03T09:00+08:00"]}
    answer_by_phrase(world.actor("coordinator"), case.ref, CaseAsk.objects.get().pk, "known_by", known, now=NOW)
    assert watch_promises(DUE + timedelta(minutes=1)) == 1
    assert "holder@demo.example.org" not in sent("phrase_promise_broken_office")
    assert sent("phrase_promise_waits_office") == ["holder@demo.example.org"]


def test_of_an_ask_that_is_blacked_out_nobody_is_reminded(world, promised):
    message = promised.ask.message
    redact_words(world.actor("coordinator"), message.case.ref, message.pk, "", "wrong case", now=NOW)
    assert watch_promises(DUE + timedelta(minutes=1)) == 0
