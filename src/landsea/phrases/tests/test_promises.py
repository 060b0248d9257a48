"""The clock of promised answers: reminds once, marks once what did not come, leaves alone what came."""

from datetime import UTC, datetime, timedelta

import pytest

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import words_of
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
    assert "តើបានសម្រេច" in words_of(mail)[1] or "Thu 3 Dec, 09:00" in words_of(mail)[1]


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
