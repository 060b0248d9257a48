"""The card of a border post has the asks by their codes in the languages of both sides."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_post_has_a_card_in_the_languages_of_both_sides(world):
    page = world.client().get(reverse("phrase_card", args=["CNMHN"]))
    assert [page.context["first"][0], page.context["second"][0]] == ["zh-hans", "lo"]
    lines = {line.code: line for _role, _title, lines in page.context["groups"] for line in lines}
    assert len(lines) > 40 and "A02" in lines
    assert "{" not in lines["A02"].first and "________" in lines["A02"].second
    other = world.client().get(reverse("phrase_card", args=["CNMHN"]), {"second": "km"})
    assert other.context["second"][0] == "km"
    assert world.client().get(reverse("phrase_card", args=["XXXXX"])).status_code == 404
