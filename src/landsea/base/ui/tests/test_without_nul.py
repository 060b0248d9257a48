"""NULs, which nobody types and no column keeps: in an address there is nothing, out of queries and forms they are taken."""

import pytest
from django.urls import reverse

from landsea.accounts.models import User
from landsea.cases.tests.world import make_world
from landsea.directory.models import Change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/my/%00/leave", "/m/%00", "/who/desks/a%00b/", "/rules/%00/"])
def test_there_is_nothing_at_an_address_with_a_nul(client, path):
    assert client.get(path).status_code == 404 and client.post(path).status_code == 404


def test_a_query_and_a_form_lose_theirs():
    world = make_world()
    coordinator = world.client("coordinator")
    assert coordinator.get(reverse("queue") + "?q=dur%00ian&country=C%00N&%00=x").status_code == 200
    leaving = User.objects.get(pk=world.people["deputy"].pk)
    gone = coordinator.post(reverse("end_service", args=[leaving.pk]), {"why": "a\0b"})
    assert gone.status_code == 302 and Change.objects.filter(act="end_service").latest("pk").why == "ab"
