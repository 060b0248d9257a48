"""A year whose play was interrupted is not played a second time on top of itself."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from landsea.base.actors import ANONYMOUS
from landsea.base.outbox.models import Delivery
from landsea.cases import mapping
from landsea.cases.actions.file import file_case
from landsea.cases.models import Case
from landsea_demo.cases import make_demo_cases
from landsea_demo.people import create_demo_people
from landsea_demo.played_year.filings import deal_tellings, write_filing
from landsea_demo.played_year.play import play_year
from landsea_demo.played_year.troubles import read_troubles

pytestmark = pytest.mark.django_db


def test_a_year_that_was_begun_stays_as_it_is_and_its_mails_are_not_sent(reference_directory, settings, tmp_path):
    settings.VAR, settings.DEMO = tmp_path, True
    mapping._coordinator_id.cache_clear()
    now = timezone.now()
    create_demo_people(now)
    begun = now - timedelta(days=200)
    make_demo_cases(begun)
    telling = next(deal_tellings(read_troubles().values(), Random(1)))
    file_case(write_filing(telling, begun, Random(1), "year-1").filing, actor=ANONYMOUS, now=begun)
    before = Case.objects.count()
    assert Delivery.objects.filter(state="queued").exists()
    assert play_year(now) is None
    assert Case.objects.count() == before
    assert not Delivery.objects.filter(state="queued", created_at__lt=now).exists()
