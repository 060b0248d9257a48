"""Searching the list of rules: whole words, and what is nearest where no rule holds them all."""

import pytest
from django.urls import reverse

from landsea.rules import access
from landsea_core.finding import FEW_FOUND

pytestmark = pytest.mark.django_db


def titles(found):
    return {one.title for one in found}


def test_a_word_is_not_found_inside_another(measures):
    found = access.find_matching_measures(access.Wanted("rice"), access.read_published_book())
    assert found
    assert all("rice" in f"{one.title} {one.legal_act} {one.summary}".lower().replace("price", "") for one in found)


def test_where_no_rule_holds_all_words_the_nearest_are_shown(measures, reference_directory, client):
    page = client.get(reverse("measures"), {"q": "Philippines rice import suspended"}).content.decode()
    assert "These are the nearest" in page
    assert "Philippines: rice import ban 2025" in page
    assert "No rule fits" not in page


def test_the_nearest_keep_to_the_other_filters(measures, reference_directory):
    near = access.find_nearest_measures(
        access.Wanted("rice import suspended", country="ID"), access.read_published_book()
    )
    assert {one.country for one in near} <= {"ID"}


def test_what_was_found_by_words_begins_with_what_they_mean_most(measures, reference_directory):
    found = access.find_matching_measures(access.Wanted("rice"), access.read_published_book())
    assert access.order_best_first(found, "") == found
    assert sorted(one.code for one in access.order_best_first(found, "rice")) == sorted(one.code for one in found)
    assert "rice" in access.order_best_first(found, "rice")[0].title.lower()


def test_words_that_no_rule_holds_do_not_hide_the_nearest(measures, reference_directory, client):
    page = client.get(
        reverse("measures"), {"q": "EO 93 Marcos halts rice imports Philippines sixty days"}
    ).content.decode()
    assert "These are the nearest" in page
    assert "Philippines: rice import ban 2025" in page


def test_where_few_rules_hold_all_words_the_nearest_follow_them(measures, reference_directory, client):
    words = "China Foreign Trade Law revised 2025"
    book = access.read_published_book()
    found = access.find_matching_measures(access.Wanted(words), book)
    near = access.find_nearest_measures(access.Wanted(words), book, found)
    assert 0 < len(found) <= FEW_FOUND
    assert near
    assert not titles(found) & titles(near)
    assert "Other rules near to these words" in client.get(reverse("measures"), {"q": words}).content.decode()


def test_where_too_little_was_found_the_words_lead_on_to_a_desk(measures, reference_directory, client):
    page = client.get(reverse("measures"), {"q": "xylophone tuning decree 77/2026", "country": "LA"}).content.decode()
    leads_on = f"{reverse('who')}?about=xylophone+tuning+decree+77%2F2026&amp;country=LA"
    assert leads_on in page
    assert reverse("who") + "?about" not in client.get(reverse("measures"), {"q": "rice"}).content.decode()
    assert reverse("who") + "?about" not in client.get(reverse("measures")).content.decode()


def test_where_many_rules_hold_all_words_nothing_near_is_added(measures, reference_directory, client):
    assert "near to these words" not in client.get(reverse("measures"), {"q": "rice"}).content.decode()
