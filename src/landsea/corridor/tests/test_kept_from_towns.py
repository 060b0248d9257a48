"""A plan that begins in a town which is no place of ours is kept, shown and planned again like any other."""

from datetime import date

import pytest
from django.urls import reverse

from landsea.base.actors import SYSTEM
from landsea.corridor.actions.disrupt import Report, open_disruption
from landsea.corridor.actions.replan import replan_waiting
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import KeptPlan

from .conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("ends", "mode", "names"),
    [(("Changzhou", "Vientiane"), "rail", "常州 – 万象"), (("Davao", "Bitung"), "sea", "比通")],
)
def test_a_plan_from_a_town_is_kept_and_planned_again(client, ends, mode, names):
    """By a reckoned haul and by a reckoned ship; its page calls the town in the reader's language."""
    client.cookies["language"] = "zh-hans"
    question = f"from={ends[0]}&to={ends[1]}&ready=2026-12-01T06:00&mode={mode}"
    typed = {"question": question, "number": "1", "email": "trader@example.org", "name": ""}
    assert client.post(reverse("keep_plan"), typed).status_code == 200
    row = KeptPlan.objects.get()
    address = reverse("kept_plan", args=[KEPT_LINKS.secret_of(row.nonce)])
    assert names in client.get(address).content.decode()
    client.post(address, {"act": "confirm"})
    open_disruption(Report("Closed.", "the post", date(2026, 12, 1), place=row.places[-1]), actor=SYSTEM, now=NOW)
    assert replan_waiting(NOW) == 1
    assert client.get(address).status_code == 200
