"""One hidden case carries a marker word. Every address of the platform is asked for by everybody of the cast; the word
may stand only in what the people get who may see that case.
"""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from tests.contract.one_of_each.hidden import MARKER, MAY_SEE
from tests.contract.walk import EVERYBODY

from landsea.barriers.surges import find_surges
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.open_filer import open_filer
from landsea.cases.models import Case
from landsea.cases.tests.world import CAST, make_world
from landsea.likeness.actions.read_cases import read_cases
from landsea.likeness.similar import find_similar_cases
from landsea_core.caseflow import Visibility

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_marker_shows_only_to_those_who_may_see_the_case(walk, who):
    assert bool(walk.marked[who]) == (who in MAY_SEE), f"{who}: {sorted(walk.marked[who])}"


def test_the_marker_is_found_where_it_may_be(walk):
    """Otherwise the walk would prove nothing: the case itself, the queue, and the search that looks for it."""
    shown = {urlsplit(address).path for address in walk.marked["holder"]}
    assert {reverse("queue"), reverse("search")} <= shown and any(path.startswith("/cases/") for path in shown)


def test_the_party_of_a_hidden_filer_shows_to_the_coordinator_only_who_opens_it(world):
    case = world.file("Durian waits.", visibility=Visibility.COORDINATOR_ONLY, name="", party=f"{MARKER} Party").case
    for who in ("holder", "deputy", "head"):
        for address in (reverse("case", args=[case.ref]), reverse("queue") + "?scope=all"):
            assert MARKER not in world.client(who).get(address).content.decode()
    for who in ("holder", "deputy", "head"):
        with pytest.raises(PermissionDenied):
            open_filer(world.actor(who), case.ref, "reach", now=timezone.now())
    coordinator, address = world.client("coordinator"), reverse("case", args=[case.ref])
    assert MARKER not in coordinator.get(address).content.decode()
    coordinator.post(reverse("case_act", args=[case.ref, "open_filer"]), {"why": "reach", "key": "k"})
    assert MARKER in coordinator.get(address).content.decode()


def test_no_mail_carries_the_words_of_a_case(world):
    world.file(f"{MARKER} durian", goods=MARKER, party=MARKER, name=MARKER)
    assert Delivery.objects.exists()
    for delivery in Delivery.objects.all():
        assert MARKER not in " ".join(render_words(delivery))


def test_a_pseudonymous_filer_is_known_to_nobody(world):
    case = world.file(
        "Durian.", visibility=Visibility.PSEUDONYMOUS, name="", party="", email=f"{MARKER}@demo.example.org"
    ).case
    for who in ("holder", "deputy", "head", "coordinator"):
        for address in (reverse("case", args=[case.ref]), reverse("queue") + "?scope=all"):
            assert MARKER.lower() not in world.client(who).get(address).content.decode().lower()


ALIKE = "The laboratory report for our durian is not accepted at Mohan and the fruit gets soft."


@pytest.mark.parametrize("who", CAST)
def test_likeness_grouping_and_surges_tell_of_hidden_cases_only_to_who_may_see_them(world, who):
    """Six hidden cases that read alike, enough for a proposal and a surge, and one of another desk that reads like them:
    the pages with what is alike are asked for by everybody, and nobody's number of lines depends on what they may not see."""
    now = timezone.now()
    for number in range(6):
        world.file(
            f"{MARKER}. {ALIKE}",
            now=now - timedelta(days=number / 2),
            visibility=Visibility.COORDINATOR_ONLY,
            goods=f"{MARKER} goods",
            party=f"{MARKER} {number}",
            email=f"{MARKER}{number}@demo.example.org",
        )
    other = world.file(ALIKE, topic="customs_clearance", matter="inspection", country="VN", place_code="VNHNI").case
    Case.objects.exclude(pk=other.pk).update(due_at=now - timedelta(hours=1))  # late, whatever the hour and the holiday
    assert read_cases(now=timezone.now(), most=50) == 7 and other.desk == world.border
    client = world.client(who)
    pages = {
        "search": client.get(reverse("search"), {"q": ALIKE[:120]}),
        "board": client.get(reverse("board")),
        "proposals": client.get(reverse("barrier_proposals")),
        "case": client.get(reverse("case", args=[other.ref])),
        "filing": client.post(
            reverse("file_case"), {"text": ALIKE, "action": "check", "country": "CN", "filer_country": "LA"}
        ),
    }
    told = {name for name, page in pages.items() if MARKER in page.content.decode()}
    expected = {"coordinator": {"search", "board", "proposals", "case"}} | dict.fromkeys(
        MAY_SEE - {"coordinator"}, {"search"}
    )
    assert told == expected.get(who, set())
    shown = find_similar_cases(world.actor(who), other)
    assert len(shown or ()) == (5 if who in MAY_SEE else 0)
    assert bool(find_surges(world.actor(who), now)) == (who == "coordinator")
