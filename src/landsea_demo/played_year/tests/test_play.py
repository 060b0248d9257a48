"""The played year: through the real acts, nothing refused, every page has something to show. With few single cases, so that
the test takes seconds.
"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from landsea.barriers.models import Barrier
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.cases import mapping
from landsea.cases.models import AssociationMember, BulkFiling, Case
from landsea.cases.record_counting import count_records
from landsea.cases.tests.browsing import page_of
from landsea.corridor.models import Trip
from landsea.dialogues.access import list_agreed_promises
from landsea.dialogues.models import Dialogue
from landsea.dialogues.promise_rows import list_promise_rows
from landsea.directory.actions.keep_records import keep_records
from landsea.directory.answering import forget_answering
from landsea.exchange.models import Introduction, Listing, Registration
from landsea.figures.mechanism import forget_figures
from landsea.home.today import forget_counts
from landsea_demo.played_year import cases
from landsea_demo.played_year.contradictions import find_contradictions
from landsea_demo.played_year.measuring import measure_year, write_table
from landsea_demo.played_year.play import play_year
from landsea_demo.played_year.tests.invented import find_unmarked
from landsea_demo.played_year.titles import LANGUAGES
from landsea_demo.played_year.trips import ROUTES
from landsea_demo.simulation.silence_holds import (
    count_endless_silences,
    count_late_mails_with_a_deadline,
    count_late_shown_as_due_ahead,
)


@pytest.fixture
def now():
    return timezone.now()


@pytest.mark.django_db(transaction=True)  # in one transaction, its thousands of savepoints make each lock slow
def test_a_year_of_the_whole_mechanism(client, settings, monkeypatch, now):
    settings.DEMO = True
    mapping._coordinator_id.cache_clear()
    monkeypatch.setattr(cases, "SINGLE_CASES", 40)
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
    assert {row.state.value for row in list_promise_rows(list_agreed_promises(), now)} >= {"kept", "kept_late", "late"}
    assert set(Introduction.objects.values_list("outcome", flat=True)) == {"", "deal", "talks", "nothing"}
    assert set(Registration.objects.values_list("state", flat=True)) == {"place", "waiting", "withdrawn"}
    assert not Delivery.objects.filter(state="queued", created_at__lt=now).exists(), "a year's mails are not sent now"
    assert set(Trip.objects.values_list("how", "is_demo")) == {(how, True) for how in ("hand", "csv", "dcsa", "epcis")}
    assert Trip.objects.count() == sum(route.trips for route in ROUTES)
    assert Trip.objects.exclude(house=None).values("house").distinct().count() >= 5, "each house has a voice"
    assert Trip.objects.filter(sender=None).exists(), "some are logged without a name"
    assert list(find_broken_entries()) == []
    assert_that_no_silence_rots(now)
    assert find_contradictions(now) == []
    assert_that_texts_differ()
    assert_that_chambers_filed_for_members()
    keep_records(count_records(now), now)
    for cached in (forget_figures, forget_counts, forget_answering):
        cached()
    assert find_unmarked(client) == [], "what was invented says so wherever it stands"
    for address, words in (
        ("/barriers/", "firms are clear"),
        ("/promises/", "kept in time"),
        ("/exchange/", "Rice beer"),
        ("/experiences/", "What to have ready when quarantine asks"),
        ("/plan/performance/", "are demo trips"),
    ):
        assert words in page_of(client.get(address))
    assert play_year(now) is None, "twice plays once"


def assert_that_no_silence_rots(now):
    """No case is silent for longer than the steps allow, none shows a deadline that passed as one to come."""
    assert count_endless_silences(now) == 0
    assert count_late_shown_as_due_ahead(now) == 0
    assert count_late_mails_with_a_deadline() == 0
    late = Case.objects.filter(closed_at=None, silent_since__isnull=False)
    assert not late.filter(due_at__gt=now).exists()
    unheard = late.filter(step="accept", merged_into=None)
    assert not unheard.filter(filed_at__lt=now - timedelta(days=75)).exists(), "somebody picked them up"


def assert_that_texts_differ():
    """No two filings read alike, few share a sentence; desks answer to the matter and in the language of their office."""
    year = measure_year()
    assert year.problems.different == year.problems.texts == 165
    assert year.problems.share <= 0.03 and year.folded.share <= 0.05
    assert set(year.languages) == {"zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "en"}
    assert set(year.languages_of_countries["VN"]) == {"vi"} and set(year.languages_of_countries["KH"]) == {"km"}
    assert year.answers.different >= 0.9 * year.answers.texts and year.answers.share <= 0.04
    assert year.in_office_language >= 0.95
    assert {"fixed", "workaround", "explained_no_change", "withdrawn", "handed_on"} <= set(year.outcomes)
    assert year.outcomes["fixed"] < 0.7 * year.problems.texts, "not everything is solved"
    assert year.read["topic"] >= 0.85 and year.read["place"] >= 0.7, "what was read is mostly what was meant"
    assert "different texts" in write_table(year)


def assert_that_chambers_filed_for_members():
    """Both registers are filled by a list, and cases came by sheet; all of it is marked as invented."""
    members = AssociationMember.objects.all()
    assert members.count() == 42 and not members.filter(is_demo=False).exists()
    by_chamber = Case.objects.exclude(association=None)
    assert by_chamber.count() == 30 and by_chamber.values("association").distinct().count() == 2
    assert not by_chamber.filter(is_demo=False).exists()
    assert BulkFiling.objects.filter(filed_at__isnull=False).count() == 7
