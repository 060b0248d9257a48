"""A plan for goods in words: where they may be several with different verdicts, the page tells each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.corridor.tests.test_faults import ASKED

PLAN = "/api/v1/plan"
pytestmark = pytest.mark.django_db


def ask(client, goods, status=200, **more):
    page = client.get(reverse("plan"), {**ASKED, "goods": goods, **more})
    assert page.status_code == status
    return page.content.decode()


def test_goods_that_may_be_several_are_told_with_their_verdicts(reference_measures, client):
    page = ask(client, "durian, frozen durian")
    assert "Which of these is it?" in page and "hs=081060" in page and "hs=081190" in page
    assert "Which of these is it?" not in ask(client, "durian, frozen durian", hs="081190")


def test_a_word_that_nobody_knows_is_said_to_be_unknown(client):
    assert "Nothing known here is called “polish”" in ask(client, "bowling shoes polish")
    assert "Nothing known here is called" not in ask(client, "shoes")


def test_where_the_likeliest_goods_have_no_way_others_that_have_one_are_offered(reference_measures, client):
    of_malaysia = {"origin": "MY", "mode": "rail"}  # fresh durian of Malaysia may not go by land (M013)
    page = ask(client, "durian, frozen durian", status=422, **of_malaysia)
    assert "M013" in page and "Which of these is it?" in page and "hs=081190" in page
    assert "Which of these is it?" not in ask(client, "durian", status=422, **of_malaysia)


def test_a_refusal_holds_no_english_for_readers_of_another_language(reference_measures, client):
    """The summary of a measure stands in English only; its own page has it, one press away."""
    told = {code: ask(client, "used tyres", status=422, to="Hanoi", lang=code) for code in ("en", "zh-hans")}
    summary = "Used parts of cars, trailers and four-wheeled motor vehicles may not be imported."
    assert summary in told["en"] and summary not in told["zh-hans"]
    assert reverse("measure", args=["M469"]) in told["zh-hans"]


def plan_by_program(client, goods, **more):
    ready = f"{timezone.localdate() + timedelta(days=1)}T08:00"
    return client.get(PLAN, {**ASKED, "ready": ready, "goods": goods, **more}).json()


def test_a_program_is_told_the_readings_and_which_was_planned_with(reference_measures, client):
    told = plan_by_program(client, "durian, frozen durian")["goods"]
    assert {one["hs"]: one["meant"] for one in told["readings"]} == {"081060": True, "081190": False}
    assert told["hs"] == "081060" and all(one["says"] for one in told["readings"])
    assert plan_by_program(client, "durian", hs="081190")["goods"] == {"hs": "081190", "readings": [], "unread": ""}


def test_a_program_is_told_what_nobody_knows_and_which_goods_have_a_way(reference_measures, client):
    assert plan_by_program(client, "bowling shoes polish")["goods"]["unread"] == "polish"
    assert plan_by_program(client, "zzqx qwyx")["goods"] == {"hs": "", "readings": [], "unread": "zzqx qwyx"}
    refused = plan_by_program(client, "durian, frozen durian", origin="MY", mode="rail")
    assert refused["status"] == 422 and "081190" in refused["detail"]


def test_goods_of_a_country_outside_are_planned_and_not_said_to_pass(reference_measures, client):
    told = plan_by_program(client, "laptops", origin="ZZ")
    assert told["itineraries"] and told["goods"]["hs"] == "847130"
    ready = f"{timezone.localdate() + timedelta(days=1)}T08:00"
    assert "That is not a permission" in ask(client, "laptops", origin="ZZ", ready=ready)
