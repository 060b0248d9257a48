"""The card of a border post has the asks by their codes in the languages of both sides."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from landsea.phrases.cards import show_way_to_post_card

pytestmark = pytest.mark.django_db


def lines_on(page) -> list:
    return [line for _role, _title, topics in page.context["groups"] for _topic, rows in topics for line in rows]


def test_a_post_has_a_card_in_the_languages_of_both_sides(world):
    page = world.client().get(reverse("phrase_card", args=["CNMHN"]))
    assert [page.context["first"][0], page.context["second"][0]] == ["zh-hans", "lo"]
    lines = {line.code: line for line in lines_on(page)}
    assert len(lines) > 40 and "A02" in lines
    assert "{" not in lines["A02"].first and "________" in lines["A02"].second
    assert len(lines) == len(lines_on(page)), "each stands once"
    assert page.content.decode().count('<details class="printed">') > 10, "folded by topic; paper has them open"
    other = world.client().get(reverse("phrase_card", args=["CNMHN"]), {"second": "km"})
    assert other.context["second"][0] == "km"
    assert world.client().get(reverse("phrase_card", args=["XXXXX"])).status_code == 404


def test_a_border_post_has_the_way_to_its_card_and_no_other_place_has():
    post = SimpleNamespace(code="CNMHN", kind="border_post", retired="")
    assert reverse("phrase_card", args=["CNMHN"]) in show_way_to_post_card({}, post)
    assert not show_way_to_post_card({}, SimpleNamespace(code="CNCKG", kind="city", retired=""))
