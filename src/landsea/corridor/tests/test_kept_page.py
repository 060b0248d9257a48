"""The page of a kept plan says when the goods are there as the list of ways said it."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from landsea.corridor.kept_links import KEPT_LINKS


@pytest.mark.django_db
def test_a_kept_plan_arrives_when_the_chosen_way_did(client, kept):
    last = datetime.fromisoformat(kept.chosen["legs"][-1]["arrive"])
    cleared = last + timedelta(hours=9, minutes=7)
    kept.chosen["arrival"] = cleared.isoformat()
    kept.save(update_fields=["chosen"])
    page = client.get(reverse("kept_plan", args=[KEPT_LINKS.secret_of(kept.nonce)])).content.decode()
    begins, _arrow, rest = page.partition(" → ")
    assert f"{cleared:%H:%M}" in rest.partition("</p>")[0]
    assert f"{datetime.fromisoformat(kept.chosen['legs'][0]['depart']):%H:%M}" in begins[-60:]
