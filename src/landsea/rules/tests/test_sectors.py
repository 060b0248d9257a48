"""A line of business instead of goods: its incentives are shown, in the checklist and the list."""

from datetime import date

import pytest
from django.urls import reverse

from landsea.rules import access
from landsea.rules.sectors import find_offer

pytestmark = pytest.mark.django_db
ASKED = {"purpose": "sell", "origin": "CN", "destination": "LA", "mode": "rail", "on": "2026-11-29"}


@pytest.mark.parametrize("typed", ["logistics", "物流", "ໂລຈິສຕິກ"])
def test_the_checklist_shows_what_is_offered_to_a_line_of_business(measures, client, typed):
    page = client.get(reverse("checklist"), {**ASKED, "goods": typed}).content.decode()
    assert "This is a line of business" in page
    assert "Investment Promotion Law" in page
    assert "We do not know the goods" not in page


def test_who_invests_sees_first_what_names_the_line_of_business(measures, client):
    page = client.get(reverse("checklist"), {**ASKED, "purpose": "invest", "goods": "agriculture"}).content.decode()
    assert page.index("Offered to investors: agriculture") < page.index("Investment Promotion Law")


def test_goods_lead_to_no_offer(measures):
    assert find_offer(access.read_published_book(), "electric cars", "LA", date(2026, 11, 29)) is None


def test_a_country_whose_incentives_do_not_name_it_says_so(measures):
    offer = find_offer(access.read_published_book(), "cold chain", "SG", date(2026, 11, 29))
    assert not offer.naming
    assert offer.general


def test_the_list_finds_incentives_by_the_line_of_business(measures, client):
    page = client.get(reverse("measures"), {"q": "农业", "kind": "investment_incentive"}).content.decode()
    assert "Investment Promotion Law" in page
