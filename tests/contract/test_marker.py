"""One hidden case carries a marker word. Every address of the platform is asked for by everybody of the cast; the word
may stand only in what the people get who may see that case.
"""

import itertools
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.contract.test_house import routes

from landsea.barriers.surges import find_surges
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import words_of
from landsea.cases.models import Case
from landsea.cases.tests.world import CAST, make_world
from landsea.likeness.actions.read_cases import read_cases
from landsea.likeness.similar import similar_cases
from landsea_core.caseflow import Visibility

MARKER = "Zyxomarker"
MAY_SEE = {"holder", "deputy", "head", "coordinator"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def addresses(case, world):
    """Every address without parameters, and every one that takes a case's number or a desk's or office's code."""
    values = {
        "ref": case.ref,
        "file_id": 1,
        "redaction_id": 1,
        "act": "accept",
        "desk_code": world.quarantine.code,
        "office_code": world.quarantine.office.code,
        "code": world.quarantine.code,
        "secret": "x" * 43,
    }
    for address, pattern in routes():
        if pattern.name is None or address.startswith("accounts/"):
            continue
        names = list(pattern.pattern.converters)
        for chosen in itertools.product(*[[values.get(name, 1)] for name in names]):
            try:
                yield reverse(pattern.name, args=chosen)
            except Exception:
                continue


@pytest.mark.parametrize("who", CAST)
def test_the_marker_shows_only_to_those_who_may_see_the_case(world, who):
    case = world.file(
        f"{MARKER} {MARKER} durian",
        visibility=Visibility.COORDINATOR_ONLY,
        name=f"{MARKER} Name",
        party=f"{MARKER} Party",
        goods=f"{MARKER} goods",
        place_text=f"{MARKER} place",
    ).case
    client = world.client(who)
    seen = []
    for address in addresses(case, world):
        for query in ("", f"?q={MARKER}&scope=all&text={MARKER}"):
            response = client.get(address + query)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            text = body.decode(errors="replace") + str(response.headers)
            if MARKER in text.replace(f'value="{MARKER}"', "").replace(f"q={MARKER}", "").replace(f"text={MARKER}", ""):
                seen.append(address)
    echoes = {
        address for address in seen if client.get(address + "?q=Other&scope=all").content.find(MARKER.encode()) < 0
    }
    leaks = set(seen) - echoes
    assert bool(leaks) == (who in MAY_SEE), f"{who}: {sorted(leaks)}"


def test_the_party_of_a_hidden_filer_shows_to_the_coordinator_only(world):
    case = world.file("Durian waits.", visibility=Visibility.COORDINATOR_ONLY, name="", party=f"{MARKER} Party").case
    for who in ("holder", "deputy", "head"):
        for address in (reverse("case", args=[case.ref]), reverse("queue") + "?scope=all"):
            assert MARKER not in world.client(who).get(address).content.decode()
    assert MARKER in world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()


def test_no_mail_carries_the_words_of_a_case(world):
    world.file(f"{MARKER} durian", goods=MARKER, party=MARKER, name=MARKER)
    assert Delivery.objects.exists()
    for delivery in Delivery.objects.all():
        assert MARKER not in " ".join(words_of(delivery))


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
    shown = similar_cases(world.actor(who), other)
    assert len(shown or ()) == (5 if who in MAY_SEE else 0)
    assert bool(find_surges(world.actor(who), now)) == (who == "coordinator")
