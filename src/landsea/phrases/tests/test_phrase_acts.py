"""Asking and answering as acts: what is kept, who may, what it means for the case, what is refused and kept once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.erase_case import erase_case
from landsea.cases.actions.filer_moves import dispute_outcome
from landsea.cases.actions.message import write_message
from landsea.cases.actions.redact import redact_words
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.models import Case, Message
from landsea.phrases.access import find_standing, list_asks, list_promises_to_remind, list_waiting_asks
from landsea.phrases.actions.answer import answer_by_phrase
from landsea.phrases.actions.ask import ask_by_phrase
from landsea.phrases.actions.propose import propose_by_phrase
from landsea.phrases.models import AnswerPromise, CaseAnswer, CaseAsk, PaperLine
from landsea_core.caseflow import State

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def asked(actor, case, code="A18", typed=None, **how) -> CaseAsk:
    ask_by_phrase(actor, case.ref, code, typed or {}, now=how.pop("now", NOW), **how)
    return CaseAsk.objects.latest("pk")


def test_an_ask_is_kept_as_data_and_stands_in_the_thread_as_a_message(case, holder):
    row = asked(holder, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]})
    assert (row.code, row.book_version, row.side, row.kind) == ("A03", 1, "office", "all")
    assert row.values == {"day": "2026-12-03", "paper": "origin"}
    assert "certificate of origin" in row.message.body and row.message.author_id == holder.user_id
    entry = Entry.objects.get(act="ask_by_phrase")
    assert entry.facts["ask"] == "A03" and entry.facts["to_filer"]
    assert [one.address for one in Delivery.objects.filter(template="phrase_asked")] == ["filer@demo.example.org"]


def test_the_same_press_asks_once(case, holder):
    asked(holder, case, key="one")
    with pytest.raises(AlreadyDone):
        asked(holder, case, key="one")
    assert CaseAsk.objects.count() == 1


def test_an_answer_closes_the_ask_and_lets_the_clock_run_again(case, holder, of_filer):
    row = asked(holder, case, stops_clock=True)
    case.refresh_from_db()
    assert case.paused_at == NOW
    answer_by_phrase(of_filer, case.ref, row.pk, "is_count", {"count": ["3"]}, now=LATER)
    case.refresh_from_db()
    row.refresh_from_db()
    assert case.paused_at is None and row.closed_at == LATER
    assert CaseAnswer.objects.get().values == {"count": "3"}
    with pytest.raises(Refused, match="answered meanwhile"):
        answer_by_phrase(of_filer, case.ref, row.pk, "is_count", {"count": ["4"]}, now=LATER)


def test_a_desks_answer_in_substance_is_its_answer(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    row = asked(of_filer, case, "D07")
    assert row.side == "filer" and row.desk is None
    answer_by_phrase(holder, case.ref, row.pk, "decision_is", {"decision": ["treat"], "day": ["2026-12-04"]}, now=LATER)
    assert Case.objects.get(pk=case.pk).state == State.ANSWERED


def test_a_promise_keeps_the_ask_open_and_has_a_clock_of_its_own(case, holder, of_filer):
    row = asked(of_filer, case, "D07")
    answer_by_phrase(holder, case.ref, row.pk, "known_by", {"moment": ["2026-12-01T09:00+08:00"]}, now=LATER)
    promise = AnswerPromise.objects.get()
    row.refresh_from_db()
    assert row.closed_at is None and promise.due_at == datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
    assert promise.desk_id == case.desk_id and Case.objects.get(pk=case.pk).state != State.ANSWERED
    answer_by_phrase(holder, case.ref, row.pk, "not_decided", {}, now=LATER)
    promise.refresh_from_db()
    assert promise.ended_at == LATER and promise.broken_at is None


@pytest.mark.parametrize("moment", ["2026-11-01T09:00+08:00", "2029-12-01T09:00+08:00"])
def test_a_promise_of_the_past_or_of_years_is_refused(case, holder, of_filer, moment):
    row = asked(of_filer, case, "D07")
    with pytest.raises(Refused, match="within a year"):
        answer_by_phrase(holder, case.ref, row.pk, "known_by", {"moment": [moment]}, now=LATER)


def test_papers_become_lines_that_are_settled_one_by_one(case, holder, of_filer):
    row = asked(holder, case, "A02", {"papers": ["invoice", "origin"]})
    lines = {line.paper: line for line in PaperLine.objects.filter(ask=row)}
    assert set(lines) == {"invoice", "origin"} and lines["origin"].owed_by == "filer"
    with pytest.raises(Refused, match="each of them"):
        answer_by_phrase(of_filer, case.ref, row.pk, "will_send", {"day": ["2026-12-05"]}, now=LATER)
    with pytest.raises(Refused, match="that are offered"):
        answer_by_phrase(of_filer, case.ref, row.pk, "does_not_apply", {}, line_id=lines["origin"].pk, now=LATER)
    answer_by_phrase(
        of_filer, case.ref, row.pk, "will_send", {"day": ["2026-12-05"]}, line_id=lines["origin"].pk, now=LATER
    )
    assert AnswerPromise.objects.get().line_id == lines["origin"].pk
    assert Message.objects.latest("pk").body.startswith("វិញ្ញាបនបត្រ") or CaseAnswer.objects.get().paper == "origin"
    for line in lines.values():
        answer_by_phrase(of_filer, case.ref, row.pk, "cannot_get", {"words": ["lost"]}, line_id=line.pk, now=LATER)
    row.refresh_from_db()
    assert row.closed_at == LATER and AnswerPromise.objects.get().ended_at == LATER


def test_an_answer_that_names_papers_adds_lines_for_who_asked(case, holder, of_filer):
    row = asked(of_filer, case, "A09")
    answer_by_phrase(holder, case.ref, row.pk, "after_paper", {"papers": ["laboratory"]}, now=LATER)
    line = PaperLine.objects.get()
    assert (line.paper, line.owed_by, line.state) == ("laboratory", "filer", "asked")
    answer_by_phrase(of_filer, case.ref, row.pk, "will_send", {"day": ["2026-12-05"]}, line_id=line.pk, now=LATER)
    line.refresh_from_db()
    assert line.state == "promised" and AnswerPromise.objects.get().side == "filer"


def test_an_answer_that_says_a_file_is_attached_needs_one(case, holder, of_filer):
    row = asked(holder, case, "A23")
    with pytest.raises(Refused, match="Attach the file"):
        answer_by_phrase(of_filer, case.ref, row.pk, "file_attached", {}, now=LATER)


def test_an_outcome_is_proposed_and_confirmed_by_phrases(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    propose_by_phrase(holder, case.ref, "fixed", now=NOW)
    row = CaseAsk.objects.get(code="M06")
    assert row.message.body == "The outcome: solved. Is the problem solved?"
    answer_by_phrase(of_filer, case.ref, row.pk, "outcome_is", {"outcome": ["fixed"]}, now=LATER)
    case.refresh_from_db()
    assert case.outcome == "fixed" and case.closed_at == LATER
    assert Entry.objects.filter(act="confirm").count() == 1


def test_another_outcome_than_the_proposed_one_disputes_it(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    propose_by_phrase(holder, case.ref, "fixed", now=NOW)
    row = CaseAsk.objects.get(code="M06")
    answer_by_phrase(of_filer, case.ref, row.pk, "outcome_is", {"outcome": ["open"]}, now=LATER)
    case.refresh_from_db()
    assert case.closed_at is None and case.state != State.PROPOSED
    assert Entry.objects.filter(act="dispute").count() == 1


def test_the_same_press_confirms_once(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    propose_by_phrase(holder, case.ref, "fixed", now=NOW)
    row = CaseAsk.objects.get(code="M06")
    answer_by_phrase(of_filer, case.ref, row.pk, "outcome_is", {"outcome": ["fixed"]}, now=LATER, key="one")
    with pytest.raises(AlreadyDone):
        answer_by_phrase(of_filer, case.ref, row.pk, "outcome_is", {"outcome": ["fixed"]}, now=LATER, key="one")


def test_a_promise_to_say_whether_it_is_solved_disputes_nothing(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    propose_by_phrase(holder, case.ref, "fixed", now=NOW)
    row = CaseAsk.objects.get(code="M06")
    answer_by_phrase(of_filer, case.ref, row.pk, "known_by", {"moment": ["2026-12-01T09:00+08:00"]}, now=LATER)
    row.refresh_from_db()
    assert Case.objects.get(pk=case.pk).state == State.PROPOSED and row.closed_at is None


def test_an_outcome_that_was_disputed_another_way_waits_no_longer(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    propose_by_phrase(holder, case.ref, "fixed", now=NOW)
    assert (
        [one.code for one in list_asks(of_filer, case)] == ["M06"] == [one.code for one in list_waiting_asks([case.pk])]
    )
    dispute_outcome(of_filer, case.ref, "The lorry stands.", now=LATER)
    assert list_asks(of_filer, case) == [] == list_waiting_asks([case.pk])
    with pytest.raises(Refused):
        asked(holder, case, "M06", now=LATER)


@pytest.mark.parametrize("part", ["stranger", "other_holder", "operator"])
def test_who_may_not_write_may_not_ask(world, case, part):
    with pytest.raises((PermissionDenied, Http404)):
        asked(world.actor(part), case)


def test_nobody_answers_their_own_ask_and_no_side_asks_what_is_not_its_to_ask(case, holder, of_filer):
    row = asked(holder, case)
    with pytest.raises(PermissionDenied):
        answer_by_phrase(holder, case.ref, row.pk, "is_count", {"count": ["3"]}, now=LATER)
    with pytest.raises(Refused):
        asked(of_filer, case, "A18")
    with pytest.raises(PermissionDenied):
        asked(of_filer, case, "A08", to="offices")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({}, "empty"), ({"count": ["many"]}, "whole number"), ({"count": ["-1"]}, "whole number")],
)
def test_what_does_not_fit_is_refused_with_a_sentence(case, holder, of_filer, typed, sentence):
    row = asked(holder, case)
    with pytest.raises(Refused, match=sentence):
        answer_by_phrase(of_filer, case.ref, row.pk, "is_count", typed, now=LATER)


def test_among_offices_the_filer_reads_nothing(world, case, holder, of_filer):
    row = asked(holder, case, "M11", to="offices")
    assert list_asks(of_filer, case) == [] and list_asks(holder, case) == [row]
    coordinator = world.actor("coordinator")
    answer_by_phrase(coordinator, case.ref, row.pk, "yes_day", {"day": ["2026-12-12"]}, now=LATER)
    assert Message.objects.latest("pk").kind == "offices"
    assert not Entry.objects.filter(act__endswith="_by_phrase", facts__has_key="to_filer").exists()


def test_an_answer_among_offices_is_no_answer_to_the_filer(world, case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    row = asked(world.actor("coordinator"), case, "M11", to="offices")
    with pytest.raises(Http404):
        answer_by_phrase(of_filer, case.ref, row.pk, "yes_day", {"day": ["2026-12-12"]}, now=LATER)
    answer_by_phrase(holder, case.ref, row.pk, "yes_day", {"day": ["2026-12-12"]}, now=LATER)
    assert Case.objects.get(pk=case.pk).state == State.ACCEPTED


def test_a_paper_that_offices_ask_each_other_for_is_no_line_of_the_filers(world, case, holder, of_filer):
    row = asked(holder, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]}, to="offices")
    assert not PaperLine.objects.exists()
    answer_by_phrase(world.actor("coordinator"), case.ref, row.pk, "will_send", {"day": ["2026-12-05"]}, now=LATER)
    assert AnswerPromise.objects.get().line is None


def test_erasing_the_filer_empties_what_was_filled_in(case, holder, of_filer):
    row = asked(holder, case, "A03", {"day": ["2026-12-03"], "paper": ["origin"]})
    answer_by_phrase(of_filer, case.ref, row.pk, "cannot_get", {"words": ["Sok Demo has it"]}, now=LATER)
    erase_case(of_filer, case.ref, now=LATER)
    assert CaseAsk.objects.get().values == {} == CaseAnswer.objects.get().values
    assert Delivery.objects.get(template="phrase_answered_office").facts["ask"]["values"] == {}


def test_what_is_blacked_out_is_said_in_no_language(world, case, holder):
    row = asked(holder, case)
    redact_words(world.actor("coordinator"), case.ref, row.message_id, "", "wrong case", now=LATER)
    assert list_asks(holder, case) == []


def test_an_answer_in_own_words_is_an_answer(world, case, holder, of_filer):
    row = asked(holder, case)
    mine = asked(of_filer, case, "D07", now=NOW + timedelta(minutes=1))
    answer_by_phrase(holder, case.ref, mine.pk, "known_by", {"moment": ["2026-12-01T09:00+08:00"]}, now=LATER)
    assert {one.pk for one in list_waiting_asks([case.pk])} == {row.pk, mine.pk}
    reply_as_filer(of_filer, case.ref, "Three lorries.", now=LATER)
    said = Message.objects.latest("pk")
    assert [one.pk for one in list_waiting_asks([case.pk])] == [mine.pk]
    assert [one.pk for one in list_asks(holder, case) if one.is_waiting] == [mine.pk]
    answered = next(one for one in list_asks(of_filer, case) if one.pk == row.pk)
    assert not find_standing(of_filer, case, LATER).may_answer(answered)
    write_message(holder, case.ref, "all", "It was decided: treat them.", now=LATER)
    assert list_waiting_asks([case.pk]) == [] and not list_promises_to_remind(LATER + timedelta(days=9)).exists()
    redact_words(world.actor("coordinator"), case.ref, said.pk, "", "wrong case", now=LATER)
    assert [one.pk for one in list_waiting_asks([case.pk])] == [row.pk]


def test_own_words_bring_no_paper_and_decide_no_outcome(case, holder, of_filer):
    accept_case(holder, case.ref, now=NOW)
    papers = asked(holder, case, "A02", {"papers": ["invoice"]})
    reply_as_filer(of_filer, case.ref, "I look for it.", now=LATER)
    assert [one.pk for one in list_waiting_asks([case.pk])] == [papers.pk]
