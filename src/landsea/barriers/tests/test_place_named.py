"""The place of a barrier is named as people name it; its code is found for them."""

import pytest
from django.utils import translation

from landsea.barriers.forms import BarrierForm
from landsea.barriers.models import Barrier
from landsea.barriers.views.pages import describe_where
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db


def typed(place: str) -> BarrierForm:
    make_world()
    return BarrierForm({"place": place})


@pytest.mark.parametrize("place", ["CNMHN", "cnmhn", "Mohan", "磨憨"])
def test_a_name_in_any_language_or_a_code_is_taken(place):
    form = typed(place)
    form.is_valid()
    assert form.errors.get("place") is None and form.cleaned_data["place"] == "CNMHN"


def test_a_place_that_nobody_knows_is_said_back():
    with translation.override("zh-hans"):
        form = typed("Atlantis")
        form.is_valid()
        assert "Atlantis" in form.errors["place"][0] and "口岸" in form.errors["place"][0]


def test_a_barrier_may_be_at_no_one_place():
    form = typed("")
    form.is_valid()
    assert form.cleaned_data["place"] == ""


@pytest.mark.parametrize(("country", "said"), [("", ""), ("LA", "Laos")])
def test_a_barrier_without_a_place_is_not_said_to_be_at_several(country, said):
    assert describe_where(Barrier(country=country), "en") == said
