"""The played year: through the real acts, nothing refused, every page has something to show. With few single cases, so that
the test takes seconds.
"""

import pytest
from django.core.management import call_command
from django.utils import timezone

from landsea.barriers.models import Barrier
from landsea.base.audit.verify import broken_entries
from landsea.base.outbox.models import Delivery
from landsea.cases import mapping
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea.corridor.models import Trip
from landsea.dialogues.access import agreed_promises
from landsea.dialogues.models import Dialogue
from landsea.dialogues.promise_rows import promise_rows
from landsea.exchange.models import Introduction, Listing, Registration
from landsea_demo.played_year import cases
from landsea_demo.played_year.play import play_year
from landsea_demo.played_year.texts import SINGLE
from landsea_demo.played_year.titles import LANGUAGES
from landsea_demo.played_year.trips import ROUTES


@pytest.fixture
def now():
    return timezone.now()


@pytest.mark.django_db(transaction=True)  # in one transaction, its thousands of savepoints make each lock slow
def test_a_year_of_the_whole_mechanism(client, settings, monkeypatch, now):
    settings.DEMO = True
    mapping._coordinator_id.cache_clear()
    monkeypatch.setattr(cases, "SINGLE_CASES", len(SINGLE))
    call_command("load_reference", verbosity=0)
    call_command("demo")
    played = play_year(now)
    assert played.refused == [] and played.done > 300
    assert len(set(Case.objects.values_list("language", flat=True))) >= 10
    for row in (*Barrier.objects.all(), *Dialogue.objects.all(), *Listing.objects.filter(is_demo=True, state="shown")):
        assert set(LANGUAGES) <= set(row.titles), f"{row} cannot be read in every language of the pages"
    assert Barrier.objects.filter(closed_at__isnull=False).exists() and Barrier.objects.filter(closed_at=None).exists()
    assert Barrier.objects.filter(reopened_at__isnull=False).exists(), "one came back"
    assert Dialogue.objects.filter(state="held").count() == 4 and Dialogue.objects.filter(state="planned").count() == 1
    assert {row.state.value for row in promise_rows(agreed_promises(), now)} >= {"kept", "kept_late", "late"}
    assert set(Introduction.objects.values_list("outcome", flat=True)) == {"", "deal", "talks", "nothing"}
    assert set(Registration.objects.values_list("state", flat=True)) == {"place", "waiting", "withdrawn"}
    assert not Delivery.objects.filter(state="queued", created_at__lt=now).exists(), "a year's mails are not sent now"
    assert set(Trip.objects.values_list("how", "is_demo")) == {(how, True) for how in ("hand", "csv", "dcsa", "epcis")}
    assert Trip.objects.count() == sum(route.trips for route in ROUTES)
    assert Trip.objects.exclude(house=None).values("house").distinct().count() >= 5, "each house has a voice"
    assert Trip.objects.filter(sender=None).exists(), "some are logged without a name"
    assert list(broken_entries()) == []
    for address, words in (
        ("/barriers/", "firms are clear"),
        ("/promises/", "kept in time"),
        ("/exchange/", "Rice beer"),
        ("/experiences/", "What to have ready when quarantine asks"),
        ("/plan/performance/", "are demo trips"),
    ):
        assert words in page_of(client.get(address))
    assert play_year(now) is None, "twice plays once"
