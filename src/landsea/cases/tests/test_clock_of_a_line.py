"""A deadline in a list tells the desk's time beside the reader's, and names a place where clocks show that time."""

import pytest
from django.utils.translation import override

from landsea.cases.models import Case
from landsea.cases.queue_rows import shape_row
from landsea.directory.models import Place

pytestmark = pytest.mark.django_db


def test_a_time_of_china_is_not_said_to_be_that_of_a_gate_in_viet_nam(world):
    case = world.file().case
    gate = Place.objects.filter(country="VN").exclude(time_zone=case.desk.office.time_zone).get()
    Case.objects.filter(pk=case.pk).update(place=gate)
    with override("en"):
        row = shape_row(Case.objects.get(pk=case.pk), world.actor("holder"))
    assert row.clock_at == "China" and row.place == gate.names["en"]


def test_where_clocks_agree_the_gate_is_named(world):
    case = world.file().case
    with override("en"):
        row = shape_row(Case.objects.get(pk=case.pk), world.actor("holder"))
    assert row.clock_at == row.place == case.place.names["en"]
