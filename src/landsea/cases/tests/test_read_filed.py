"""No filer waits for the model that reads words; what it reads is kept soon after, once, and before anybody corrects it."""

import pytest
from django.db import DataError, OperationalError

from landsea.cases.actions import read_filed as reading
from landsea.cases.actions.classify import classify_case
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.models import Case, ReadingCorrection, WordsToRead
from landsea.cases.understanding.meaning import understand_filing
from landsea_core.text.model.trained import TrainedReader


@pytest.fixture
def sent(client, typed):
    """A function that sends the form without the worker's part, and returns the case."""

    def send(**changes) -> Case:
        assert client.post("/file/", typed | {"action": "send"} | changes).status_code == 302
        return Case.objects.latest("pk")

    return send


def test_a_form_whose_matter_is_chosen_is_sent_without_asking_the_model(sent, monkeypatch):
    def asked(*_):
        raise AssertionError("the model was asked while somebody waits")

    monkeypatch.setattr(TrainedReader, "find_answers", asked)
    case = sent(matter="rail")

    assert (case.matter, case.reading) == ("rail", {})
    assert case.words_to_read.chosen["matter"] == "rail"
    assert case.text not in str(case.words_to_read.chosen)


def test_its_words_are_read_soon_after_and_once(sent):
    case = sent(matter="rail", written_in="vi")
    assert case.written_in == "vi"

    assert read_filed() == 1
    case.refresh_from_db()
    assert case.reading["language"][0] == "en" and case.written_in == "vi"
    first = list(ReadingCorrection.objects.values_list("kind", "before", "after", "at"))
    assert ("language", "en", "vi", case.filed_at) in first
    assert read_filed() == 0
    assert list(ReadingCorrection.objects.values_list("kind", "before", "after", "at")) == first


def test_a_desk_that_corrects_a_case_before_it_was_read_corrects_what_its_words_say(world, sent):
    case = sent(matter="", text="We stand in the queue at the gate for two days and nothing moves.", goods="")
    assert case.reading == {}

    classify_case(world.actor("coordinator"), case.ref, {"matter": "rail"}, now=case.filed_at)
    row = ReadingCorrection.objects.get(kind="matter")
    assert (row.before, row.after) == ("gate_queue", "rail")
    assert row.confidence > 0
    assert not WordsToRead.objects.exists()


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ("find_evidence", ValueError("no such words")),
        ("find_evidence", DataError("out of range")),
        ("keep_evidence", DataError("too long")),
    ],
)
def test_words_that_cannot_be_read_or_kept_keep_nobody_waiting(sent, monkeypatch, step, problem):
    poison, other = sent(key="a" * 64), sent(key="b" * 64)
    honest = getattr(reading, step)

    def fails_on_poison(one, *more):
        if one.pk == poison.pk:
            raise problem
        return honest(one, *more)

    monkeypatch.setattr(reading, step, fails_on_poison)
    read_filed()
    other.refresh_from_db()
    assert other.reading["lexicon"]
    assert not WordsToRead.objects.exists()


def test_a_database_that_does_not_answer_lets_no_words_go(sent, monkeypatch):
    def unanswered(_):
        raise OperationalError("gone away")

    sent()
    monkeypatch.setattr(reading, "find_evidence", unanswered)
    with pytest.raises(OperationalError):
        read_filed()
    assert WordsToRead.objects.count() == 1


def test_what_sounds_urgent_is_read_when_a_page_shows_it(world):
    typed = {"text": "Durian rots at the gate tonight, urgent, please help at once!"}
    assert understand_filing(typed).urgent_words
    assert understand_filing(typed | {"struck": "urgency"}).urgent_words == ()
