"""The words of a barrier's timeline stand after their day, in every language."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from landsea.barriers.models import Barrier
from landsea.barriers.timeline import list_events

BEFORE_A_DAY = ("ngày", "于", "ເມື່ອ", "เมื่อ", "ရက်", "noong", "pada")
"""Words after which a day has to follow."""


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "lo", "zh-hans", "zh-hant", "my", "th", "km", "id", "ms", "fil"])
def test_no_row_of_the_timeline_ends_where_a_day_should_follow(language):
    barrier = Barrier(pk=1, since=datetime(2026, 12, 1, tzinfo=UTC))
    with translation.override(language):
        words = [row.words for row in list_events(barrier, language)]
    assert words and not any(one.endswith(BEFORE_A_DAY) for one in words)
    assert "First case filed" not in words
