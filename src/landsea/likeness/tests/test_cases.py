"""The nearest cases: across languages, only what one may see, nothing that was blacked out, nothing from another model."""

from datetime import timedelta

import numpy as np
import pytest
from django.utils import timezone

from landsea.cases.access import list_visible_cases
from landsea.cases.actions.redact import redact_words
from landsea.cases.models import Case
from landsea.likeness import access
from landsea.likeness.actions import read_cases as reading
from landsea.likeness.models import CaseVector
from landsea.likeness.tests.conftest import DURIAN_EN, DURIAN_ZH, RAIL_VI
from landsea.likeness.vector_reader import find_likeness_reader
from landsea.teaching.access import find_words_in_force
from landsea_core.text.default_reader import renew_words, use_added_words
from landsea_core.text.lexicon.added_words import AddedTerm, AddedWords


def nearest(actor, text, **options):
    found = access.find_nearest_cases(list_visible_cases(actor), access.compute_vector(text), most=10, **options)
    return [one.key for one in found]


@pytest.fixture
def three(world, read):
    """One trouble in two languages, and another one at another desk."""
    cases = [
        world.file(DURIAN_EN, hs="", matter="laboratory").case,
        world.file(RAIL_VI, matter="rail", topic="transport_border", hs="", place_code="CNCKG").case,
        world.file(DURIAN_ZH, hs="", matter="laboratory").case,
    ]
    assert read() == 3
    return cases


def test_the_nearest_is_the_same_trouble_in_another_language(world, three):
    english, rail, chinese = three
    assert nearest(world.actor("coordinator"), "ດ່ານບໍ່ຮັບໃບກວດຫ້ອງທົດລອງຂອງທຸລຽນ")[:2] in (
        [english.pk, chinese.pk],
        [chinese.pk, english.pk],
    )
    assert nearest(world.actor("coordinator"), "Our wagons wait for transhipment at the station")[0] == rail.pk
    assert nearest(world.actor("coordinator"), DURIAN_EN, without=[english.pk])[0] == chinese.pk


@pytest.mark.parametrize("who", ["stranger", "other_holder", "clerk", "other_clerk", "operator", "anonymous"])
def test_who_may_not_see_a_case_is_told_of_none_however_alike(world, three, who):
    assert nearest(world.actor(who), DURIAN_EN, least=-1.0) == []


def test_a_right_that_ended_counts_at_once(world, three):
    holder = world.actor("holder")
    assert three[0].pk in nearest(holder, DURIAN_EN)
    Case.objects.filter(pk=three[0].pk).update(desk=world.rail)
    assert three[0].pk not in nearest(holder, DURIAN_EN)


def test_blacked_out_words_leave_at_once_and_are_not_found_when_the_rest_is_read(world, three, read):
    case = three[0]
    redact_words(world.actor("coordinator"), case.ref, 0, "", "named somebody", now=timezone.now())
    assert not CaseVector.objects.filter(case=case).exists()
    assert case.pk not in nearest(world.actor("coordinator"), DURIAN_EN)
    read()
    assert case.pk not in nearest(world.actor("coordinator"), DURIAN_EN)


def test_words_blacked_out_while_they_were_being_read_are_not_used(world, three):
    """The worker had the words before they were blacked out, and writes what it made of them afterwards."""
    case, kept = three[0], CaseVector.objects.get(case=three[0])
    redact_words(world.actor("coordinator"), case.ref, 0, "", "named somebody", now=timezone.now())
    kept.save(force_insert=True)
    assert case.pk not in nearest(world.actor("coordinator"), DURIAN_EN, least=-1.0)
    assert access.find_vector_of_case(case) is None and access.find_vectors_of_cases([case.pk]) == {}


def test_a_merged_case_is_not_told_beside_the_one_it_went_into(world, three):
    english, _rail, chinese = three
    Case.objects.filter(pk=chinese.pk).update(merged_into=english, closed_at=timezone.now(), due_at=None)
    assert chinese.pk not in nearest(world.actor("coordinator"), DURIAN_ZH)


def test_only_what_changed_is_read_again(world, three, read, monkeypatch):
    asked = []
    monkeypatch.setattr(reading, "compute_vector", lambda text, known: asked.append(text))
    assert read() == 0
    Case.objects.filter(pk=three[0].pk).update(version=9)
    assert read() == 1 and asked == []
    Case.objects.filter(pk=three[0].pk).update(version=10, text="Something else altogether happened")
    assert read() == 1 and len(asked) == 1


def test_vectors_of_an_earlier_model_are_not_compared_and_are_read_again(world, three, read):
    CaseVector.objects.filter(case=three[0]).update(model="an earlier one")
    assert three[0].pk not in nearest(world.actor("coordinator"), DURIAN_EN)
    assert read() == 1
    assert nearest(world.actor("coordinator"), DURIAN_EN)[0] == three[0].pk


def test_words_that_coordinators_add_leave_all_processes_with_the_same_vectors(world, three):
    """The worker and a process that starts later know of them at different times, and must find what the other one read."""
    added = AddedTerm("matter", "rail", "en", "iron snake", 1.5, topic="transport_border")
    try:
        use_added_words(lambda: AddedWords("1", (added,)))
        renew_words()
        find_likeness_reader.cache_clear()
        assert nearest(world.actor("coordinator"), DURIAN_EN)[0] == three[0].pk
    finally:
        use_added_words(None)
        use_added_words(find_words_in_force)
        find_likeness_reader.cache_clear()


def test_without_an_embedder_nothing_is_compared_and_nothing_fails(world, three, read, monkeypatch):
    monkeypatch.setattr(reading, "name_current_model", lambda: "")
    CaseVector.objects.all().delete()
    assert read() == 0
    world.file("Filing goes on without it.")


@pytest.mark.parametrize("text", ["", "   ", "12345", "!!!", "\u200b\u200b", "\u202e\u202d"])
def test_a_text_without_words_has_no_vector_and_is_read_once(world, read, text):
    assert access.compute_vector(text) is None
    world.file("Words.")
    Case.objects.update(text=text or "-", title="-")
    assert read() == 1 and read() == 0
    assert nearest(world.actor("coordinator"), DURIAN_EN, least=-1.0) == []


def test_whoever_sees_very_many_is_answered_by_the_index_with_the_same_cases(world, three, monkeypatch):
    exact = nearest(world.actor("coordinator"), DURIAN_EN, least=-1.0)
    monkeypatch.setattr(access, "NARROW", 1)
    assert nearest(world.actor("coordinator"), DURIAN_EN, least=-1.0) == exact
    assert nearest(world.actor("holder"), DURIAN_EN, least=-1.0) == [pk for pk in exact if pk != three[1].pk]


def test_the_time_of_reading_is_before_the_words_were_taken(world, read):
    world.file(DURIAN_EN)
    before = timezone.now()
    read()
    assert before - timedelta(seconds=1) < CaseVector.objects.get().read_at
    assert np.isclose(np.linalg.norm(CaseVector.objects.get().vector), 1, atol=0.01)
