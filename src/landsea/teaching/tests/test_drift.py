"""The operator's page of reading: shares by week and language, hidden when small, and the warning by the core's rule."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.teaching.access import list_weekly_tallies
from landsea_core.text.quality.drift import Tally


@pytest.fixture
def file_some(world):
    """Return a function that files so many cases in one language, of which so many were corrected."""
    from landsea_core.text.quality.corrections import Change

    def made(count: int, wrong: int, *, language: str = "vi", confidence: float = 0.9, ago: int = 0, subject="matter"):
        for number in range(count):
            changes = (Change(subject, "gate_queue", "rail", confidence),) if number < wrong else ()
            world.file(
                reading={subject: ["gate_queue", confidence]},
                corrections=changes,
                written_in=language,
                now=timezone.now() - timedelta(weeks=ago),
            )

    return made


def page_of(world) -> str:
    return world.client("operator").get(reverse("reading_drift")).content.decode()


def test_suggestions_are_counted_by_week_and_language(file_some):
    file_some(4, 1)
    file_some(2, 0, language="lo", confidence=0.5)
    file_some(1, 1, ago=20)
    found = list(list_weekly_tallies(timezone.now() - timedelta(weeks=8)))

    week = timezone.now().date() - timedelta(days=timezone.now().weekday())
    assert found == [Tally("lo", week, 2, 0, pytest.approx(1.0)), Tally("vi", week, 4, 1, pytest.approx(3.6))]


def test_a_correction_of_what_was_not_read_is_no_fault_of_the_reader(world, file_some):
    from landsea_core.text.quality.corrections import Change

    world.file(
        reading={"matter": ["rail", 0.9]}, corrections=(Change("matter", "inspection", "rail"),), written_in="vi"
    )

    assert [one.corrected for one in list_weekly_tallies(timezone.now() - timedelta(weeks=1))] == [0]


def test_small_numbers_are_hidden_and_larger_ones_shown(world, file_some):
    file_some(9, 9)
    assert "fewer than 10" in page_of(world)
    assert "100 %" not in page_of(world)
    file_some(1, 0)
    page = page_of(world)
    assert "fewer than 10" not in page
    assert "90 %" in page and "10 %" in page


def test_a_language_that_is_read_worse_than_expected_is_named(world, file_some):
    file_some(19, 19)
    assert "worse than expected" not in page_of(world)
    file_some(1, 1)
    page = page_of(world)
    assert "Vietnamese is read worse than expected" in page
    assert "Of 20 suggestions in the last 4 weeks 0 % stood" in page


def test_old_weeks_do_not_warn(world, file_some):
    file_some(30, 30, ago=6)

    assert "worse than expected" not in page_of(world)
    assert page_of(world).count("100 %") >= 1


def test_nothing_read_is_an_empty_page(world):
    assert "No words were read in these weeks" in page_of(world)
